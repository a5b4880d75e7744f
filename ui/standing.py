"""Prepares the compliance page: the board's rows with their names and order, and what is said about a year."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

import texts
from ui import tables
from ui.board import STATES
from ui.cells import assigned, where
from ui.figures import Tile
from ui.view import View

URGENCY = ("none", "draft_only", "no_data", "met", "exempt")
_PAGE = "page.kepatuhan"


def rows(view: View) -> pd.DataFrame:
    """The metric `compliance` for the years, kinds and agency in scope, with columns `agency` (name) and `kind`."""
    named = every(view)
    return named[named["kind"].isin(view.choice.kinds)] if view.choice.kinds else named


def every(view: View) -> pd.DataFrame:
    """As `rows`, of all kinds."""
    return _named(view, view.ask("compliance", competition=None, edition=None))


def every_of(view: View, year: int) -> pd.DataFrame:
    """The board of one year, whatever the scope's years and agency: the metric's rows, one per agency."""
    return view.ask("compliance", competition=None, edition=None, agency=None, years=(year, year))


def carried(view: View) -> pd.DataFrame:
    """As `every` from the metric `lineage`: agencies with the years of those they came from. Where a state is theirs,
    `through` names them and `through_ids` lists them; else they are None and empty."""
    found = _named(view, view.ask("lineage", competition=None, edition=None))
    ids = [[str(each) for each in through] for through in found["through"]]
    names = [", ".join(map(view.agency, given)) or None for given in ids]
    return assigned(found, through=names, through_ids=ids)


def years(view: View) -> pd.DataFrame:
    """The metric `participation` for the years in scope, a row per year, with columns `share` and `label` in words."""
    found = view.ask("participation", competition=None, edition=None, agency=None)
    return _in_words(view, found)


def year_in_view(view: View, offered: Sequence[int]) -> int:
    """The year the page speaks of: that of the edition in view, else the nearest year on the board before it."""
    earlier = [year for year in offered if view.year is None or year <= view.year]
    return max(earlier) if earlier else min(offered)


def counts(board: pd.DataFrame, year: int) -> dict[str, int]:
    """How many of the board's agencies are in each state in a year."""
    of_year = board.loc[board["year"] == year, "state"]
    return {state: int((of_year == state).sum()) for state in STATES}


def arranged(board: pd.DataFrame, year: int, states: Sequence[str], by: str) -> pd.DataFrame:
    """The rows of agencies whose state in `year` is one of `states` (none given: all), in the order `by`.

    `urgency`: by that state, the longest without an innovation first; `name`: by name. Agencies that were not in
    existence in `year` come last.
    """
    now = {row["agency_id"]: row for row in board[board["year"] == year].to_dict("records")}
    place = {state: number for number, state in enumerate(URGENCY)}

    def key(agency: str, name: str) -> tuple[Any, ...]:
        if agency not in now:
            return (len(place), 0, name)
        last = now[agency]["last_met_year"]
        return (place[now[agency]["state"]], 0 if pd.isna(last) else int(last), name)

    names = dict(zip(board["agency_id"], board["agency"], strict=True))
    if states:
        names = {agency: name for agency, name in names.items() if agency in now and now[agency]["state"] in states}
    order = sorted(names, key=lambda agency: key(agency, names[agency]) if by == "urgency" else (names[agency],))
    positions = {agency: number for number, agency in enumerate(order)}
    kept = board[board["agency_id"].isin(order)]
    return kept.sort_values(["agency_id", "year"], key=lambda c: c.map(positions) if c.name == "agency_id" else c)


def most(row: Any) -> int:
    """How many agencies can have met at most: the metric gives that bound as a share of the denominator."""
    return round(float(row["high"]) * int(row["denominator"]))


def share(view: View, row: Any, decimals: int = 1) -> str:
    """Participation as one share, or from the least to the most that it can be."""
    if pd.isna(row["low"]) or row["low"] == row["high"]:
        return view.percent(row["value"])
    return texts.span(float(row["low"]), float(row["high"]), view.lang, decimals).replace(" ", "\u00a0")


def headline(view: View, row: Any) -> str:
    """Participation short enough for a tile: the share where it can be computed, else its range in whole percent."""
    return share(view, row, 0) if pd.isna(row["value"]) else view.percent(row["value"])


def reach(view: View, row: Any) -> str:
    """Agencies that met, of those counted: "16/35", "≥ 1/33", or a dash where none is known to have."""
    known = {"rows": view.number(row["numerator"]), "unknown": texts.MISSING}
    least = view.t("comparator.or_more", n=view.number(row["numerator"]))
    return f"{known.get(str(row['basis']), least)}/{view.number(row['denominator'])}"


def beside(view: View, row: Any) -> str:
    """The count behind participation, in words: how many of how many, and how many at most."""
    given = {"met": view.number(row["met"]), "all": view.number(row["denominator"])}
    if row["no_data"] and not row["met"]:
        return view.t(f"{_PAGE}.reach_none", all=given["all"])
    if not row["no_data"] and not pd.isna(row["high"]) and row["high"] > row["low"]:
        return view.t(f"{_PAGE}.reach_most", **given, most=view.number(most(row)))
    return view.t(f"{_PAGE}.reach", **given)


def finding(view: View, row: Any) -> str:
    """The sentence for one year."""
    given = {
        "year": int(row["year"]),
        "met": view.number(row["met"]),
        "all": view.number(row["denominator"]),
        "unknown": view.number(row["no_data"]),
        "drafts": view.number(row["draft_only"]),
        "share": view.percent(row["value"]),
    }
    if row["no_data"]:
        known = "range" if row["met"] else "unknown_drafts" if row["draft_only"] else "unknown"
        return view.t(f"{_PAGE}.{known}", **given, most=view.number(most(row)))
    if row["unattributed"] and not pd.isna(row["high"]) and row["high"] > row["low"]:
        return view.t(f"{_PAGE}.uncertain", **given, most=view.number(most(row)), n=view.number(row["unattributed"]))
    return view.t(f"{_PAGE}.known", **given)


def tiles(view: View, row: Any) -> list[Tile]:
    """Participation, and how many agencies are in the states that call for something.

    Where the year is not complete, a state nobody is known to be in is unknown, not zero.
    """
    counted = view.t(f"{_PAGE}.of_counted", all=view.number(row["denominator"]))
    basis = {"basis": "at_least" if row["no_data"] else "rows", "reason": row["reason"], "sources": row["sources"]}
    unknown = {"basis": "unknown", "reason": "year_incomplete", "sources": []}

    def count(state: str) -> Tile:
        label = view.t(f"board.state.{state}")
        if row["no_data"] and not row[state]:
            return Tile(label, None, unknown)
        return Tile(label, view.number(row[state]), basis, beside=counted)

    whole = {str(key): value for key, value in row.items()}
    title = view.t(f"{_PAGE}.participation", year=int(row["year"]))
    first = Tile(title, headline(view, row), whole, beside=beside(view, row))
    counts = {"basis": "rows", "numerator": row["no_data"], "denominator": row["denominator"]}
    named = counts | {"reason": row["reason"], "sources": row["sources"]}
    left = Tile(view.t("board.state.no_data"), view.number(row["no_data"]), named, beside=counted)
    return [first, count("none"), count("draft_only"), left]


def tabled(found: pd.DataFrame) -> pd.DataFrame:
    """The rows for a table: where a year is not complete, a state nobody is known to be in is blank, not zero."""
    open_year = found["no_data"] > 0
    blank = {state: found[state].mask(open_year & (found[state] == 0)) for state in ("met", "draft_only", "none")}
    return found.assign(**{state: values.astype("Int64") for state, values in blank.items()})


def year_columns() -> list[tables.Column]:
    """The columns of the table of years."""
    numbers = [tables.Column(state, "number", f"board.state.{state}") for state in STATES]
    return [
        tables.Column("year", "year"),
        tables.Column("label", "text", f"{_PAGE}.column_reach"),
        tables.Column("share", "text", f"{_PAGE}.column_share"),
        *numbers,
        tables.Column("unattributed", "number", f"{_PAGE}.column_unattributed"),
    ]


def governments(view: View) -> pd.DataFrame:
    """Participation in the year in view of every government with a board, sample data left out, by name."""
    span = (view.year, view.year) if view.year else view.choice.years
    found = view.ask("participation", competition=None, edition=None, agency=None, years=span)
    real = where(found, [not view.known.is_sample(str(g)) for g in found["government_id"]])
    names = [str(view.known.name(str(g))) for g in real["government_id"]]
    return assigned(_in_words(view, real), government=names).sort_values("government")


def _in_words(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """`found` with participation in words: the columns `share` and `label`."""
    rows = found.to_dict("records")
    return assigned(found, share=[share(view, row) for row in rows], label=[reach(view, row) for row in rows])


def _named(view: View, found: pd.DataFrame) -> pd.DataFrame:
    known = view.known.agencies.get(view.choice.government, {})
    agencies = [known[str(agency)] for agency in found["agency_id"]]
    return found.assign(agency=[str(a["name"]) for a in agencies], kind=[str(a["kind"]) for a in agencies])
