"""Prepares what is known and what is not: the map of editions by stage, and the shares by basis."""

from typing import Any

import pandas as pd

from ui.figures import Tile
from ui.markup import Html, hidden, tag
from ui.tables import Column
from ui.view import View

BASES = ("rows", "reported", "at_least", "unknown")
COLOURS = {"rows": "main", "reported": "second", "at_least": "accent", "unknown": None}
KINDS = (
    "identified", "drafted", "clinic", "revised", "verified", "registered", "submitted", "administrative",
    "evaluation", "shortlist", "presentation", "field", "final", "award",
)  # fmt: skip
_PAGE = "page.mutu"


def cells(view: View, government: str | None) -> pd.DataFrame:
    """The listing `coverage_map` of a government, or (None) of the editions as a whole, real data only; newest first.

    Adds `edition` (the name with the year).
    """
    listed = view.listing("coverage_map", government=government, competition=None, edition=None, agency=None)
    return _named(view, _whole(view, listed) if government is None else listed)


def shares(view: View, government: str | None) -> pd.DataFrame:
    """The metric `coverage` of the same editions, with `label` (the edition), `part` and `basis_words`."""
    asked = view.ask("coverage", government=government, competition=None, edition=None, agency=None)
    found = _named(view, _whole(view, asked) if government is None else asked)
    return found.assign(label=found["edition"], part=found["basis"], basis_words=found["basis"].map(words(view)))


def by_year(found: pd.DataFrame) -> pd.DataFrame:
    """The shares of one contest labelled by year, where no year has two editions."""
    alone = found["year"].nunique() == found["edition_id"].nunique()
    return found.assign(label=found["year"].astype(str)) if alone else found


def words(view: View) -> dict[str, str]:
    """The bases in words."""
    return {basis: view.t(f"basis.{basis}") for basis in BASES}


def share_columns() -> list[Column]:
    """The columns of the table of shares."""
    return [
        Column("label", heading="column.edition"),
        Column("basis_words", heading="column.basis"),
        Column("numerator", "number", f"{_PAGE}.column_stages"),
        Column("denominator", "number", f"{_PAGE}.column_of"),
        Column("value", "percent", f"{_PAGE}.column_share"),
    ]


def unknown_of(found: pd.DataFrame, edition: str | None) -> Any:
    """The row of `shares` for an edition's unknown part; None where everything is known or the edition is not there."""
    rows = found[(found["edition_id"] == edition) & (found["basis"] == "unknown")]
    return rows.iloc[0] if len(rows) else None


def finding(view: View, found: pd.DataFrame) -> str:
    """The sentence on the edition in view, from its `shares`."""
    given = {"edition": view.edition_name(view.choice.edition), "place": view.place}
    unknown = unknown_of(found, view.choice.edition)
    if unknown is not None:
        numbers = {"n": view.number(unknown["numerator"]), "all": view.number(unknown["denominator"])}
        return view.t(f"{_PAGE}.finding", **numbers, **given)
    return view.t(f"{_PAGE}.finding_known" if _in(found, view.choice.edition) else f"{_PAGE}.finding_none", **given)


def tile(view: View, found: pd.DataFrame) -> Tile:
    """The share of the edition in view that is not known; a dash where the edition has no stage on record."""
    unknown = unknown_of(found, view.choice.edition)
    value = unknown["value"] if unknown is not None else 0 if _in(found, view.choice.edition) else None
    words = view.t(f"{_PAGE}.tile_unknown_of", edition=view.edition_name(view.choice.edition))
    return Tile(view.t(f"{_PAGE}.tile_unknown"), None if value is None else view.percent(value, 0), beside=words)


def edition_map(view: View, found: pd.DataFrame, parts: pd.DataFrame, caption: str) -> Html:
    """The map as a table: editions down, kinds of stage across, each stage's basis by a sign with its words."""
    kinds = [kind for kind in KINDS if (found["kind"] == kind).any()]
    head = [tag("th", view.t("column.edition"), scope="col"), tag("th", view.t("board.state.no_data"), scope="col")]
    head += [tag("th", view.t(f"stage_kind.{kind}"), scope="col", class_="kind") for kind in kinds]
    groups = found.groupby("edition_id", sort=False)
    body = (_row(view, str(edition), rows, kinds, unknown_of(parts, str(edition))) for edition, rows in groups)
    return tag("table", tag("caption", caption), tag("thead", tag("tr", *head)), tag("tbody", *body),
               class_="pi-table pi-map")  # fmt: skip


def legend(view: View) -> Html:
    """The four signs of the map with their words."""
    items = (
        tag("li", _sign(view, basis), tag("b", view.t(f"basis.{basis}")), ": ", view.t(f"{_PAGE}.means_{basis}"))
        for basis in BASES
    )
    return tag("ul", *items, class_="pi-legend", aria_label=view.t("board.legend"))


def _in(found: pd.DataFrame, edition: str | None) -> bool:
    return bool((found["edition_id"] == edition).any())


def _row(view: View, edition: str, rows: pd.DataFrame, kinds: list[str], unknown: Any) -> Html:
    by_kind: dict[str, list[Any]] = {}
    for row in rows.to_dict("records"):
        by_kind.setdefault(str(row["kind"]), []).append(row)
    said = view.ratio(0, len(rows)) if unknown is None else view.ratio(unknown["numerator"], unknown["denominator"])
    states = (tag("td", *(_cell(view, row) for row in by_kind.get(kind, ())), class_="st") for kind in kinds)
    name = tag("th", rows["edition"].iloc[0], scope="row")
    return tag("tr", name, tag("td", said), *states, class_="focus" if edition == view.choice.edition else None)


def _cell(view: View, row: Any) -> Html:
    """One stage: its sign, and in words its name, basis, count and how complete its rows are."""
    basis = str(row["basis"])
    count = "" if pd.isna(row["value"]) else f" {view.number(row['value'])}"
    words = view.t(f"{_PAGE}.cell", stage=row["stage_name"], basis=view.t(f"basis.{basis}") + count,
                   extent=view.t(f"extent.{row['extent']}"))  # fmt: skip
    return tag("span", _sign(view, basis), hidden(words), title=words)


def _sign(view: View, basis: str) -> Html:
    return tag("span", view.t(f"{_PAGE}.sign_{basis}"), aria_hidden="true", class_=f"sign sign-{basis}")


def _whole(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that speak of an edition as a whole, without those of made-up contests."""
    sample = {name for name, row in view.known.competitions.items() if row["is_sample"]}
    return rows[rows["government_id"].isna() & ~rows["competition_id"].isin(sample)]


def _named(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    names = pd.Series([view.edition_name(e) for e in rows["edition_id"]], index=rows.index, dtype=object)
    return rows.assign(edition=names).sort_values(["year", "edition"], ascending=[False, True], kind="stable")
