"""Entries counted: per year, per agency and both, prepared for charts and tables.

Every figure is a row of the metric `submissions` (for a whole contest `stage_funnel`); here rows are chosen, put in
order, and years of which nothing is known get a row that says so.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui import scope
from ui.cells import known, objects, records
from ui.view import View

PREPARATION = ("identified", "drafted", "clinic", "revised", "verified")


def per_year(view: View) -> pd.DataFrame:
    """One row per year from the first to the last known one: the columns of `submissions` plus `said_as`.

    A year without a row has numerator NA, basis "unknown" and the reason; `said_as` is the word that a chart sets below
    a count of entries registered rather than handed in.
    """
    rows = _own(view, view.ask("submissions", edition=None)).to_dict("records")
    have = {int(row["year"]) for row in rows} | ({view.year} if view.year else set())
    have = {year for year in have if scope.within(view.choice, year)}
    missing = [_blank(view, y) for y in _span(have) if y not in {int(row["year"]) for row in rows}]
    frame = pd.DataFrame([*rows, *missing], columns=list(_blank(view, 0))).sort_values("year", ignore_index=True)
    frame["numerator"] = frame["numerator"].astype("Int64")
    frame["value"] = frame["numerator"].astype("Float64")
    frame["said_as"] = [view.t("counted_as.registered") if c == "registered" else "" for c in frame["counted_as"]]
    return frame


def of_edition(view: View, rows: pd.DataFrame) -> Mapping[str, Any] | None:
    """The row of the edition in view."""
    return next(iter(records(rows[rows["edition_id"] == view.choice.edition])), None)


def per_agency(view: View, **changes: Any) -> pd.DataFrame:
    """Rows of `submissions` by agency with `agency` (name) and `agency_kind`, largest first, of the chosen kinds.

    Agencies of which nothing is known are left out: the board lists them. `changes` replace fields of the scope.
    """
    rows = view.ask("submissions", **changes)
    rows = rows[rows["agency_id"].notna() & rows["numerator"].notna()]
    return _named(view, rows)


def _named(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    kinds = [view.agency_kind(agency) or "other" for agency in rows["agency_id"]]
    rows = rows.assign(agency=[view.agency(a) for a in rows["agency_id"]], agency_kind=kinds)
    if view.choice.kinds:
        rows = rows[rows["agency_kind"].isin(view.choice.kinds)]
    return rows.sort_values(["numerator", "agency"], ascending=[False, True], ignore_index=True)


def counted(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with `counted`: whether each count is of entries handed in or registered, None where there is none."""
    words = [view.t(f"counted_as.{kind}") if known(kind) else None for kind in rows["counted_as"]]
    return rows.assign(counted=objects(words, rows))


def prepared(view: View) -> pd.DataFrame:
    """Entries in preparation per agency at the earliest stage of the edition that has any: rows of `league`, largest
    first, with `agency` and `agency_kind`."""
    rows = view.ask("league")
    rows = rows[rows["agency_id"].notna() & rows["kind"].isin(PREPARATION)]
    return _named(view, rows[rows["stage_order"] == rows["stage_order"].min()])


def over_years(view: View) -> pd.DataFrame:
    """`per_agency` of all years, the agencies in the order of their latest count, for a heat map.

    A year in between of which nothing is known has one row with a missing numerator, so that it keeps its column.
    """
    rows = per_agency(view, edition=None).sort_values(["year", "numerator"], ascending=False)
    order = {agency: place for place, agency in enumerate(dict.fromkeys(rows["agency"]))}
    rows = rows.sort_values("agency", key=lambda names: names.map(order), kind="stable", ignore_index=True)
    have = {int(year) for year in rows["year"]}
    blank = [{**_blank(view, y), "agency": rows.iloc[0]["agency"]} for y in _span(have) if y not in have]
    return pd.concat([rows, pd.DataFrame(blank, columns=rows.columns)], ignore_index=True) if blank else rows


def registered_and_submitted(view: View) -> pd.DataFrame:
    """For a whole contest: the counts of both kinds per year, with `line` (the kind in words), where known."""
    rows = view.ask("stage_funnel", edition=None)
    rows = rows[(rows["scope_kind"] == "all") & rows["group"].isna() & rows["kind"].isin(["registered", "submitted"])]
    rows = rows[rows["value"].notna()]
    years = [int(view.known.editions[edition]["year"]) for edition in rows["edition_id"]]
    return rows.assign(year=years, line=[view.t(f"counted_as.{kind}") for kind in rows["kind"]]).sort_values(
        ["kind", "year"], ascending=[False, True], ignore_index=True
    )


def breakdown(view: View, scope_kind: str) -> pd.DataFrame:
    """The earliest stage of the edition with published counts by `scope_kind` (level or province), `part` in words.

    Empty where no source gives them.
    """
    rows = view.ask("stage_funnel")
    rows = rows[(rows["scope_kind"] == scope_kind) & rows["group"].isna() & rows["passed"].notna()]
    rows = rows[rows["stage_order"] == rows["stage_order"].min()]
    named: pd.DataFrame = rows.assign(part=[_part(view, s) for s in rows["scope_id"]])
    return named.sort_values("passed", ascending=False, ignore_index=True)


def gaps(view: View, rows: pd.DataFrame) -> dict[int, str]:
    """Words for the years within `rows` in which the contest has no edition on record."""
    held = {int(row["year"]) for row in view.known.editions.values() if _same(view, row)}
    return {
        year: view.t("page.usulan.no_edition") for year in _span({int(y) for y in rows["year"]}) if year not in held
    }


def _own(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    if view.choice.agency:
        return rows[rows["agency_id"] == view.choice.agency]
    whole = rows[rows["agency_id"].isna()]
    return whole[whole["government_id"].notna() if view.government else whole["government_id"].isna()]


def _blank(view: View, year: int) -> dict[str, Any]:
    held = any(int(row["year"]) == year for row in view.known.editions.values() if _same(view, row))
    edition = next((e for e, row in view.known.editions.items() if _same(view, row) and int(row["year"]) == year), None)
    return {
        "government_id": view.choice.government or None,
        "agency_id": view.choice.agency,
        "competition_id": view.choice.competition,
        "edition_id": edition,
        "year": year,
        "counted_as": None,
        "comparator": "=",
        "numerator": None,
        "basis": "unknown",
        "sources": [],
        "reason": "no_coverage" if held else "no_edition",
    }


def _same(view: View, edition: Mapping[str, Any]) -> bool:
    return bool(edition["competition_id"] == view.choice.competition)


def _span(years: set[int]) -> range:
    return range(min(years), max(years) + 1) if years else range(0)


def _part(view: View, scope_id: object) -> str:
    name = view.known.name(str(scope_id))
    return name or view.t("page.usulan.level_joined").join(view.t(f"level.{part}") for part in str(scope_id).split("+"))
