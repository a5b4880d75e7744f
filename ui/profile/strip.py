"""An agency's years on the board: its own, and with the switch those of what it came from."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from ui import board, figures, own
from ui.cells import records
from ui.profile import kin, state
from ui.view import View

_PAGE = "page.profil"
WHOSE = ("own", "carried")


@st.fragment
def strip(view: View, agency: str, year: int) -> None:
    """The years as one row of the board; with the switch, with the states of those whose history it carries on."""
    own_rows, carried = state.rows(view, agency), state.rows(view, agency, "lineage")
    through = _through(carried, agency)
    whose = own.one("history", WHOSE, "own") if through else "own"
    if through and not view.large:
        st.segmented_control(view.t(f"{_PAGE}.history"), WHOSE, format_func=lambda w: view.t(f"{_PAGE}.history_{w}"),
                             **own.tied("pi-profile-history", "history", whose, "own"))  # fmt: skip
    shown = carried if whose == "carried" else own_rows
    if shown.empty:
        figures.statement(view.t(f"{_PAGE}.strip_none"), _why_none(view, agency, through))
        return
    unknown = set(shown["state"]) == {"no_data"}
    title = view.t(f"{_PAGE}.strip_unknown" if unknown else f"{_PAGE}.strip", all=view.number(len(shown)),
                   met=view.number((shown["state"] == "met").sum()))  # fmt: skip
    note = view.t(f"{_PAGE}.strip_note") if whose == "own" else _carried(view, carried, agency)
    table = board.board(shown, view.lang, title, None, year if year in set(shown["year"]) else None)
    figures.figure(view, title, None, shown, (), name="jejak", note=note, table=table)
    figures.block(board.legend(view.lang, [s for s in board.STATES if s in set(shown["state"])]))


def _through(carried: pd.DataFrame, agency: str) -> dict[str, list[int]]:
    """Whose states the carried history shows, in which years."""
    found: dict[str, list[int]] = {}
    for row in records(carried.sort_values("year")):
        for each in kin.ids(row["through"]):
            if each != agency:
                found.setdefault(each, []).append(int(row["year"]))
    return found


def _carried(view: View, carried: pd.DataFrame, agency: str) -> str:
    """Whose years the carried history shows, in words."""
    said = [
        view.t(f"{_PAGE}.carried_one", agency=view.agency(each), years=_years(years))
        for each, years in _through(carried, agency).items()
    ]
    return view.t(f"{_PAGE}.strip_carried", agencies="; ".join(said))


def _years(years: list[int]) -> str:
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _why_none(view: View, agency: str, through: Mapping[str, list[int]]) -> str:
    later = kin.after(view, agency)
    if later:
        return view.t(f"{_PAGE}.strip_none_after", agencies=", ".join(view.agency(each) for each in later))
    return view.t(f"{_PAGE}.strip_none_before" if through else f"{_PAGE}.strip_none_why", kind=state.kind(view, agency))
