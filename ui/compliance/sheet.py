"""The board on its page: the rows as chosen, in one list or by kind, and what to do from there."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from ui import board, figures, links, own, pager, standing
from ui.board import Extras, Group
from ui.compliance import answers, choices
from ui.compliance.choices import Board, Reading
from ui.markup import Html, join, tag
from ui.profile import kin
from ui.view import View

PAGE_SIZE = 100  # agencies on one page, and from which on a kind is folded away
_PAGE = "page.kepatuhan"


@dataclass(frozen=True)
class Sheet:
    """What is shown: the rows of all chosen agencies in order (the file), those drawn, and the headings over them;
    `folded` are the kinds of which only the heading is drawn, `agencies` all chosen ones in order."""

    rows: pd.DataFrame
    drawn: pd.DataFrame
    groups: tuple[Group, ...]
    folded: tuple[str, ...]
    agencies: pd.DataFrame


@st.fragment
def draw(view: View, rows: pd.DataFrame, years: pd.DataFrame, chosen: Board) -> None:
    """The board with its choices of state, order and grouping."""
    read = choices.reading(view, rows, chosen.year)
    sheet = arrange(view, rows, chosen, read, own.count("board-page"))
    if not len(sheet.rows):
        do = view.t(f"{_PAGE}.none_in_state_do")
        figures.empty(view, view.t(f"{_PAGE}.none_in_state", year=chosen.year), do)
        return
    title = _title(view, sheet, chosen, years)
    table = _once(_key(view, chosen, read), lambda: _table(view, sheet, years, chosen, title))
    figures.figure(view, title, None, sheet.rows, (), name="kepatuhan", note=_note(view, chosen, read), table=table)
    if read.arrangement == "list":
        pager.turn(view, sheet.agencies, "papan", "board-page", PAGE_SIZE)
    _unfold(view, sheet)
    if not view.large:
        _onward(view, sheet, chosen, read)
    note = tag("p", view.t(f"{_PAGE}.board_note", year=chosen.year), class_="pi-none")
    figures.block(join([board.legend(view.lang), note]))


def arrange(view: View, rows: pd.DataFrame, chosen: Board, read: Reading, page: int) -> Sheet:
    """The rows as chosen; in one list a page of agencies, by kind with large kinds folded."""
    shown = standing.arranged(rows, chosen.year, read.states, read.by)
    agencies = shown[["agency_id", "kind"]].drop_duplicates()
    if read.arrangement == "list":
        here = pager.page_of(agencies, page, PAGE_SIZE)
        return Sheet(shown, shown[shown["agency_id"].isin(here["agency_id"])], (), (), agencies)
    kinds = choices.in_order(list(agencies["kind"]))
    folded = tuple(kind for kind in kinds if (agencies["kind"] == kind).sum() > PAGE_SIZE)
    groups = tuple(_group(view, shown, agencies, kind, kind in folded, chosen.year) for kind in kinds)
    return Sheet(shown, shown[~shown["kind"].isin(folded)], groups, folded, agencies)


def _group(
    view: View, shown: pd.DataFrame, agencies: pd.DataFrame, kind: str, folded: bool, year: int
) -> Group:  # fmt: skip
    mine = list(agencies.loc[agencies["kind"] == kind, "agency_id"])
    n = standing.counts(shown[shown["kind"] == kind], year)
    told = [
        f"{view.t(f'board.state.{state}').lower()} {view.number(n[state])}" for state in standing.URGENCY if n[state]
    ]
    here = sum(n.values())
    if here < len(mine):
        told.append(view.t(f"{_PAGE}.group_others", n=view.number(len(mine) - here)))
    words = view.t(f"{_PAGE}.group_of", kind=view.t(f"agency_kind.{kind}"), n=view.number(here), states=", ".join(told))
    return Group(words, () if folded else mine)


@st.cache_resource(max_entries=64, show_spinner=False)
def _once(key: str, _make: Callable[[], Html]) -> Html:
    """The table of a choice, made once per published version."""
    return _make()


def _key(view: View, chosen: Board, read: Reading) -> str:
    return repr((view.warehouse.version, view.choice, chosen, read, own.count("board-page")))


def _table(view: View, sheet: Sheet, years: pd.DataFrame, chosen: Board, title: str) -> Html:
    totals = {int(row["year"]): str(row["label"]) for row in years.to_dict("records")}
    extras = Extras(answers.beside(view, sheet.drawn), lambda agency: kin.address(view, agency), sheet.groups)
    label = view.t(f"{_PAGE}.total_of_all")
    return board.board(sheet.drawn, view.lang, title, totals, chosen.year, label, extras)


def _title(view: View, sheet: Sheet, chosen: Board, years: pd.DataFrame) -> str:
    here = len(choices.of_year(sheet.rows, chosen.year))
    others = len(sheet.agencies) - here
    now = years[years["year"] == chosen.year].iloc[0]
    all_of_them = int(now["denominator"]) + int(now["exempt"])
    part = "board" if here == all_of_them else "board_part"
    key = "board_lineage" if chosen.lineage else "board_others" if others else part
    return view.t(f"{_PAGE}.{key}", n=view.number(here), year=chosen.year, others=view.number(others),
                  all=view.number(all_of_them))  # fmt: skip


def _note(view: View, chosen: Board, read: Reading) -> str:
    """How to read the board: its order, and whose history it shows."""
    order = view.t(f"{_PAGE}.order_{read.by}")
    return f"{order} {view.t(f'{_PAGE}.lineage_note')}" if chosen.lineage else order


def _unfold(view: View, sheet: Sheet) -> None:
    """Buttons that open a folded kind alone."""
    for kind in sheet.folded:
        n = int((sheet.agencies["kind"] == kind).sum())
        label = view.t(f"{_PAGE}.unfold", kind=view.t(f"agency_kind.{kind}"), n=view.number(n))
        if st.button(label, key=f"pi-board-unfold-{kind}", icon=":material/unfold_more:"):
            own.put("kinds", kind)
            st.rerun()


def _onward(view: View, sheet: Sheet, chosen: Board, read: Reading) -> None:
    """The letter to those on the list, and for one agency the forms of its answer and its exemption."""
    year, here = str(chosen.year), choices.of_year(sheet.rows, chosen.year)
    listed = list(here["agency_id"] if not chosen.lineage else here.loc[here["through"].isna(), "agency_id"])
    with st.container(horizontal=True, key="pi-board-onward", vertical_alignment="bottom", gap="medium"):
        states = {"state": ",".join(read.states)} if read.states else {}
        if not chosen.under and not chosen.lineage:  # a letter goes to the agencies of the year, by kind and state
            links.to(view, "surat", view.t(f"{_PAGE}.to_letter"), year=year, **states)
        agency = st.selectbox(
            view.t(f"{_PAGE}.to_answer"),
            listed,
            index=None,
            placeholder=view.t(f"{_PAGE}.choose_agency"),
            format_func=view.agency,
            width=340,
            key="pi-board-agency",
        )
        if agency:
            for form in ("reply", "exemption"):
                links.to(view, "impor", view.t(f"{_PAGE}.to_{form}"), part="isi", form=form, about=f"{agency}:{year}")
