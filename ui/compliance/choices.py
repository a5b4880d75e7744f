"""What the reader chooses of a board: year, kinds, the agency above, whose history; state, order and grouping."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

import texts
from ui import own, standing
from ui.board import STATES
from ui.cells import known
from ui.profile import kin
from ui.view import View

# As an Indonesian register lists them; `other` last.
KINDS = ("sekretariat", "inspektorat", "dinas", "badan", "satpol", "rsud", "kecamatan", "bumd", "puskesmas", "upt",
         "sekolah", "kelurahan", "desa", "other")  # fmt: skip
ORDERS = ("urgency", "name")
ARRANGEMENTS = ("list", "kind")
MANY = 60  # agencies from which on a board is read by kind
_PAGE = "page.kepatuhan"


@dataclass(frozen=True)
class Board:
    """Which board: its year, the agency that its agencies stand under ("": any), and whether history is carried from
    predecessors to successors. The kinds are the scope's."""

    year: int
    under: str = ""
    lineage: bool = False


@dataclass(frozen=True)
class Reading:
    """How it is read: the states chosen (none: all), the order, and one list or by kind."""

    states: tuple[str, ...]
    by: str
    arrangement: str


def board(view: View, rows: pd.DataFrame, offered: Sequence[int]) -> Board:
    """The first row of choices. They lie in the address; changing one draws the page anew."""
    opening = standing.year_in_view(view, offered)
    year = own.one("year", offered, opening)
    above = _above(view, rows)
    under, lineage = own.one("under", tuple(above), ""), own.one("lineage", ("yes",), "") == "yes"
    if view.large:
        return Board(year, under, lineage)
    with st.container(horizontal=True, key="pi-board-scope", vertical_alignment="center", gap="small"):
        st.selectbox(view.t(f"{_PAGE}.year"), offered[::-1], width=150, label_visibility="collapsed",
                     format_func=lambda y: view.t(f"{_PAGE}.board_of", year=y),
                     **own.tied("pi-board-year", "year", year, opening))  # fmt: skip
        _kinds(view, rows, year)
        if above:
            _under(view, above, under)
        if _succession(view):
            st.toggle(view.t(f"{_PAGE}.lineage"), help=view.t(f"{_PAGE}.lineage_help"),
                      key="pi-board-lineage", on_change=_carry, value=lineage)  # fmt: skip
    return Board(year, under, lineage)


def reading(view: View, rows: pd.DataFrame, year: int) -> Reading:
    """The second row: state, order, grouping."""
    found = of_year(rows, year)
    several_kinds = found["kind"].nunique() > 1
    usual = "kind" if several_kinds and len(found) > MANY else "list"
    states, by = own.several("state", STATES), own.one("sort", ORDERS, "urgency")
    arrangement = own.one("group", ARRANGEMENTS, usual) if several_kinds else "list"
    if not view.large:
        n = standing.counts(rows, year)
        words = {
            s: f"{view.t(f'board.symbol.{s}')} {view.t(f'board.state.{s}')} ({_number(view, n, s)})" for s in STATES
        }
        with st.container(horizontal=True, key="pi-board-choices", vertical_alignment="center"):
            st.pills(view.t(f"{_PAGE}.states", year=year), STATES, selection_mode="multi",
                     format_func=words.__getitem__, label_visibility="collapsed",
                     **own.tied("pi-board-states", "state", states))  # fmt: skip
            _segments(view, "sort", ORDERS, by, "urgency")
            if several_kinds and (len(found) > MANY or arrangement == "kind"):
                _segments(view, "group", ARRANGEMENTS, arrangement, usual)
    return Reading(tuple(states), by, arrangement)


def _number(view: View, n: Mapping[str, int], state: str) -> str:
    """How many are in a state; a dash where nobody is known to be in it, in a year with agencies without data."""
    unknown = n["no_data"] and state in {"met", "draft_only", "none"}
    return texts.MISSING if unknown and not n[state] else view.number(n[state])


def of_year(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    """The board's rows of one year: one per agency."""
    return rows[rows["year"] == year]


def narrowed(view: View, rows: pd.DataFrame, under: str) -> pd.DataFrame:
    """The rows of the kinds in scope and, where one is chosen, of the agencies that stand under another."""
    kept = rows[rows["kind"].isin(view.choice.kinds)] if view.choice.kinds else rows
    parents = _parents(view)
    return kept[[parents.get(str(agency)) == under for agency in kept["agency_id"]]] if under else kept


def in_order(kinds: Sequence[str]) -> list[str]:
    """Kinds as a register lists them, each once."""
    return sorted(set(kinds), key=KINDS.index)


def _kinds(view: View, rows: pd.DataFrame, year: int) -> None:
    n = of_year(rows, year)["kind"].value_counts()
    offered = in_order([*rows["kind"], *view.choice.kinds])
    st.multiselect(view.t("scope.kinds"), offered, label_visibility="collapsed",
                   placeholder=view.t(f"{_PAGE}.all_kinds"), help=None, width=260,
                   format_func=lambda kind: f"{view.t(f'agency_kind.{kind}')} ({view.number(n.get(kind, 0))})",
                   **own.tied("pi-board-kinds", "kinds", list(view.choice.kinds)))  # fmt: skip


def _under(view: View, above: Mapping[str, str], under: str) -> None:
    every = view.t(f"{_PAGE}.any_parent")
    st.selectbox(view.t(f"{_PAGE}.under"), ("", *above), label_visibility="collapsed", width=230,
                 format_func=lambda a: view.t(f"{_PAGE}.under_agency", agency=above[a]) if a else every,
                 **own.tied("pi-board-under", "under", under))  # fmt: skip


def _segments(view: View, key: str, options: Sequence[str], shown: str, usual: str) -> None:
    st.segmented_control(view.t(f"{_PAGE}.{key}"), options, label_visibility="collapsed",
                         format_func=lambda option: view.t(f"{_PAGE}.{key}_{option}"),
                         **own.tied(f"pi-board-{key}", key, shown, usual))  # fmt: skip


def _carry() -> None:
    own.put("lineage", "yes" if st.session_state["pi-board-lineage"] else "")


def _parents(view: View) -> dict[str, str]:
    return {a: str(row["parent_id"]) for a, row in kin.agencies(view).items() if known(row["parent_id"])}


def _above(view: View, rows: pd.DataFrame) -> dict[str, str]:
    """The agencies that others on the board stand under, by name."""
    parents = _parents(view)
    found = {parents[agency] for agency in map(str, set(rows["agency_id"])) if agency in parents}
    return dict(sorted(((agency, view.agency(agency)) for agency in found), key=lambda pair: pair[1]))


def _succession(view: View) -> bool:
    """Whether any agency of the government has a successor."""
    return any(isinstance(row["succeeded_by"], Iterable) for row in kin.agencies(view).values())
