"""Who the letter is for: the year, the states, and a choice of agencies from the same rows as the board."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from reports import NOT_MET, duty
from ui import own, standing
from ui.board import STATES
from ui.markup import tag
from ui.view import View

_PAGE = "page.surat"
_SLOT = "pi-letter-to"
Row = dict[str, Any]


def years(view: View) -> list[int]:
    """The years of the government's board, oldest first."""
    found = view.ask("participation", competition=None, edition=None, agency=None, years=None)
    return [int(year) for year in found["year"]]


def year_and_states(view: View, offered: Sequence[int]) -> tuple[int, list[str]]:
    """What the address asks for: a year (else that of the edition in view) and states (else those not met)."""
    year = own.one("year", offered, standing.year_in_view(view, offered))
    return year, own.several("state", STATES) or list(NOT_MET)


def choose(view: View, offered: Sequence[int], year: int, states: Sequence[str], n: dict[str, int]) -> None:
    """The fields for year and states."""
    opening = standing.year_in_view(view, offered)
    words = {s: f"{view.t(f'board.symbol.{s}')} {view.t(f'board.state.{s}')} ({view.number(n[s])})" for s in STATES}
    tied = own.tied("pi-letter-states", "state", list(states), list(NOT_MET))
    with st.container(horizontal=True, key="pi-letter-choices", vertical_alignment="bottom"):
        st.selectbox(view.t(f"{_PAGE}.year"), offered[::-1], width=170,
                     **own.tied("pi-letter-year", "year", year, opening))  # fmt: skip
        st.pills(view.t("page.kepatuhan.states", year=year), STATES, selection_mode="multi",
                 format_func=words.__getitem__, **tied)  # fmt: skip


def rows(view: View, year: int, states: Sequence[str] = ()) -> list[Row]:
    """The rows of `reports.duty` for the year, in the states given, of the kinds and the agency in scope."""
    chosen = view.choice
    agencies = (chosen.agency,) if chosen.agency else ()
    found = duty.rows(view.warehouse, chosen.government, year, states, agencies)
    return [row for row in found if not chosen.kinds or row["kind"] in chosen.kinds]


def counts(found: Sequence[Row]) -> dict[str, int]:
    """How many rows are in each state."""
    states = pd.Series([row["state"] for row in found], dtype=object)
    return {state: int((states == state).sum()) for state in STATES}


def picked(view: View, found: Sequence[Row]) -> list[Row]:
    """The choice of agencies, all ticked at first; returns the rows that stay ticked."""
    slots = {row["agency_id"]: f"{_SLOT}-{row['year']}-{row['agency_id']}" for row in found}
    with st.expander(view.t(f"{_PAGE}.pick"), key="pi-letter-pick"):
        with st.container(horizontal=True, key="pi-letter-all"):
            for name, value in (("all", True), ("none", False)):
                st.button(view.t(f"{_PAGE}.pick_{name}"), key=f"pi-letter-tick-{name}", type="tertiary", on_click=_tick,
                          args=(list(slots.values()), value))  # fmt: skip
        with st.container(key="pi-letter-agencies"):
            return [row for row in found if _box(view, row, slots[row["agency_id"]])]


def said(view: View, chosen: Sequence[Row], found: Sequence[Row]) -> str:
    """How many are written to, how many of them are asked to confirm first."""
    confirm = sum(duty.needs_confirmation(row) for row in chosen)
    given = {"n": view.number(len(chosen)), "all": view.number(len(found)), "confirm": view.number(confirm)}
    return view.t(f"{_PAGE}.{'picked_confirm' if confirm else 'picked'}", **given)


def finding(view: View, found: Sequence[Row], year: int) -> str:
    """The sentence of the page: how many are reminded, and how many asked because nothing is certain."""
    confirm = sum(duty.needs_confirmation(row) for row in found)
    given = {"n": view.number(len(found)), "year": year, "confirm": view.number(confirm),
             "remind": view.number(len(found) - confirm)}  # fmt: skip
    if not found:
        return view.t(f"{_PAGE}.found_nobody", **given)
    if confirm == len(found):
        return view.t(f"{_PAGE}.found_confirm", **given)
    return view.t(f"{_PAGE}.found_both" if confirm else f"{_PAGE}.found_remind", **given)


def _box(view: View, row: Row, slot: str) -> bool:
    st.session_state.setdefault(slot, True)
    sign = view.t(f"board.symbol.{row['state']}")
    return st.checkbox(f"{_plain(row['name'])} · {sign} {duty.state_words(row, view.lang)}", key=slot)


def _plain(name: str) -> str:
    """A name in a label that Streamlit reads as Markdown."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-!~:$<>|" else letter for letter in name)


def _tick(slots: Sequence[str], value: bool) -> None:
    for slot in slots:
        st.session_state[slot] = value


def note(text: str) -> None:
    """A line below a group of fields."""
    st.html(tag("p", text, class_="pi-say"))


def wrong(text: str) -> None:
    """Why something cannot stand as it is, and what to do."""
    st.html(tag("p", text, class_="pi-wrong", role="alert"))
