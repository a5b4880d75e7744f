"""An agency's years on the board: its own, and with the switch those of what it came from."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

import texts
from ui import board, figures, own
from ui.cells import known, records
from ui.figures import Tile
from ui.profile import kin
from ui.view import View

_PAGE = "page.profil"
WHOSE = ("own", "carried")
Row = Mapping[str, Any]


def rows(view: View, agencies: Sequence[str]) -> pd.DataFrame:
    """The metric `compliance` of these agencies in the years of the scope, with `agency` (name) and `kind`."""
    parts = [view.ask("compliance", competition=None, edition=None, agency=agency) for agency in agencies]
    found = pd.concat(parts, ignore_index=True)
    known_ones = kin.agencies(view)
    named = [known_ones[str(agency)] for agency in found["agency_id"]]
    return found.assign(agency=[str(a["name"]) for a in named], kind=[str(a["kind"]) for a in named])


def of_year(found: pd.DataFrame, year: int) -> Row | None:
    """The row of one year, None where the agency was not on the board."""
    return next(iter(records(found[found["year"] == year])), None)


def finding(view: View, agency: str, row: Row | None, year: int) -> str:
    """Where the agency stands in the year, in one sentence that never makes "no data" a "none"."""
    given = {"agency": view.agency(agency), "year": year}
    if row is None:
        return view.t(f"{_PAGE}.{_absent(view, agency, year)}", kind=_kind(view, agency), **given)
    n, m = view.number(row["numerator"]), view.number(row["denominator"])
    return view.t(f"{_PAGE}.{_case(row)}", n=n, m=m, **given)


def tiles(view: View, row: Row) -> list[Tile]:
    """State, innovations handed in, streak, and the last year met."""
    state = board.state_words(row, view.lang)
    n = view.number(row["numerator"]) if known(row["numerator"]) else None
    last = str(int(row["last_met_year"])) if known(row["last_met_year"]) else texts.MISSING
    return [
        Tile(view.t("board.state_of", year=row["year"]), state, row, wording=True, marked=False),
        Tile(view.t(f"{_PAGE}.handed_in"), n, row, beside=view.t(f"{_PAGE}.minimum", m=view.number(row["denominator"]))),
        Tile(view.t("board.streak"), _streak(view, row), beside=view.t(f"{_PAGE}.streak_note"), wording=True),
        Tile(view.t(f"{_PAGE}.last_met"), last, wording=True, beside=_ago(view, row)),
    ]


@st.fragment
def strip(view: View, agency: str, year: int) -> None:
    """The years as one row of the board; with the switch, one more row for each agency it came from."""
    older = kin.ancestors(view, agency)
    whose = own.one("history", WHOSE, "own")
    if older and not view.large:
        st.segmented_control(view.t(f"{_PAGE}.history"), WHOSE, format_func=lambda w: view.t(f"{_PAGE}.history_{w}"),
                             **own.tied("pi-profile-history", "history", whose, "own"))  # fmt: skip
    shown = rows(view, [agency, *older] if whose == "carried" else [agency])
    if shown.empty:
        figures.statement(view.t(f"{_PAGE}.strip_none"), _why_none(view, agency, older))
        return
    title = view.t(f"{_PAGE}.strip", met=view.number((shown["state"] == "met").sum()), all=view.number(len(shown)))
    note = view.t(f"{_PAGE}.strip_carried" if whose == "carried" else f"{_PAGE}.strip_note")
    table = board.board(shown, view.lang, title, None, year if year in set(shown["year"]) else None)
    figures.figure(view, title, None, shown, (), name="jejak", note=note, table=table)
    figures.block(board.legend(view.lang, [s for s in board.STATES if s in set(shown["state"])]))


def _case(row: Row) -> str:
    reason = str(row["reason"] or "").split("|")[0] if known(row["reason"]) else ""
    if row["state"] == "draft_only" and reason in {"withdrawn", "below_minimum"}:
        return f"found_{reason}"
    return "found_uncertain" if row["uncertain"] is True else f"found_{row['state']}"


def _absent(view: View, agency: str, year: int) -> str:
    """Why an agency is not on the board of a year: its kind is not counted, or it did not exist."""
    listed = view.listing("policies", competition=None, edition=None, agency=None, years=(year, year))
    counted = {kind for row in records(listed) for kind in row["kinds_counted"]}
    return "found_gone" if view.agency_kind(agency) in counted else "found_not_counted"


def _why_none(view: View, agency: str, older: list[str]) -> str:
    later = kin.after(view, agency)
    if later:
        return view.t(f"{_PAGE}.strip_none_after", agencies=", ".join(view.agency(each) for each in later))
    return view.t(f"{_PAGE}.strip_none_before" if older else f"{_PAGE}.strip_none_why", kind=_kind(view, agency))


def _kind(view: View, agency: str) -> str:
    return view.t(f"agency_kind.{view.agency_kind(agency)}")


def _streak(view: View, row: Row) -> str:
    years = int(row["streak"]) if known(row["streak"]) else 0
    if not years:
        return texts.MISSING
    least = row["streak_at_least"] is True
    return view.t("board.streak_at_least" if least else "board.streak_years", n=view.number(years))


def _ago(view: View, row: Row) -> str:
    return view.t(f"{_PAGE}.{'last_known' if known(row['last_met_year']) else 'last_unknown'}")
