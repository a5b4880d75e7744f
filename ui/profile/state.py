"""Where an agency stands in a year, in one sentence and four tiles."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui import board
from ui.cells import known, records
from ui.figures import Tile
from ui.profile import kin
from ui.view import View

_PAGE = "page.profil"
Row = Mapping[str, Any]


def rows(view: View, agency: str, metric: str = "compliance") -> pd.DataFrame:
    """The metric `compliance` (or `lineage`) of the agency in the years of the scope, with its name and kind."""
    found = view.ask(metric, competition=None, edition=None, agency=agency)
    row = kin.agencies(view)[agency]
    return found.assign(agency=str(row["name"]), kind=str(row["kind"]))


def of_year(found: pd.DataFrame, year: int) -> Row | None:
    """The row of one year, None where the agency was not on the board."""
    return next(iter(records(found[found["year"] == year])), None)


def finding(view: View, agency: str, row: Row | None, year: int) -> str:
    """Where the agency stands in the year, in one sentence that never makes "no data" a "none"."""
    given = {"agency": view.agency(agency), "year": year}
    if row is None:
        names = ", ".join(view.agency(each) for each in kin.after(view, agency))
        return view.t(f"{_PAGE}.{_absent(view, agency, year)}", kind=kind(view, agency), later=names, **given)
    n, m = view.number(row["numerator"]), view.number(row["denominator"])
    return view.t(f"{_PAGE}.{_case(row)}", n=n, m=m, **given)


def tiles(view: View, row: Row) -> list[Tile]:
    """State, innovations handed in, streak, and the last year met."""
    state = board.state_words(row, view.lang)
    n = view.number(row["numerator"]) if known(row["numerator"]) else None
    last = str(int(row["last_met_year"])) if known(row["last_met_year"]) else texts.MISSING
    minimum = view.t(f"{_PAGE}.minimum", m=view.number(row["denominator"]))
    return [
        Tile(view.t("board.state_of", year=row["year"]), state, row, wording=True, marked=False),
        Tile(view.t(f"{_PAGE}.handed_in"), n, row, beside=minimum),
        Tile(view.t("board.streak"), _streak(view, row), beside=view.t(f"{_PAGE}.streak_note"), wording=True),
        Tile(view.t(f"{_PAGE}.last_met"), last, wording=True, beside=_ago(view, row)),
    ]


def kind(view: View, agency: str) -> str:
    """The agency's kind in words."""
    return view.t(f"agency_kind.{view.agency_kind(agency)}")


def _case(row: Row) -> str:
    reason = str(row["reason"] or "").split("|")[0] if known(row["reason"]) else ""
    if row["state"] == "draft_only" and reason in {"withdrawn", "below_minimum"}:
        return f"found_{reason}"
    if row["state"] == "draft_only" and row["basis"] != "rows":
        return "found_draft_known"
    return "found_uncertain" if row["uncertain"] is True else f"found_{row['state']}"


def _absent(view: View, agency: str, year: int) -> str:
    """Why an agency is not on the board of a year: its kind is not counted, or it did not exist."""
    listed = view.listing("policies", competition=None, edition=None, agency=None, years=(year, year))
    counted = {kind for row in records(listed) for kind in row["kinds_counted"]}
    if view.agency_kind(agency) not in counted:
        return "found_not_counted"
    return "found_followed" if kin.after(view, agency) else "found_gone"


def _streak(view: View, row: Row) -> str:
    years = int(row["streak"]) if known(row["streak"]) else 0
    if not years:
        return texts.MISSING
    least = row["streak_at_least"] is True
    return view.t("board.streak_at_least" if least else "board.streak_years", n=view.number(years))


def _ago(view: View, row: Row) -> str:
    return view.t(f"{_PAGE}.{'last_known' if known(row['last_met_year']) else 'last_unknown'}")
