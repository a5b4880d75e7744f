"""The compliance board: one agency, one innovation; who has, who has not, and what is not known."""

import pandas as pd
import streamlit as st

from ui import board, charts, duty, figures, own, standing
from ui import view as views
from ui.board import STATES
from ui.charts.ranges import ranges
from ui.tables import Column
from ui.view import View

PAGE = "page.kepatuhan"
ORDERS = ("urgency", "name")


def main(view: View) -> None:
    """The page for the scope in view."""
    if view.government is None:
        nation(view)
        return
    rows = standing.rows(view)
    years = standing.years(view)
    if not len(years):
        figures.head(view, "kepatuhan", view.t(f"{PAGE}.no_board", place=view.place))
        figures.empty(view, view.t("empty.no_agencies", government=view.place), view.t("empty.no_agencies_do"))
        return
    top = st.container()  # drawn after the choice of the year, stands above it
    year = year_of(view, [int(y) for y in years["year"]])
    policies = duty.policy_rows(view)
    now = years[years["year"] == year].iloc[0]
    with top:
        figures.head(view, "kepatuhan", standing.finding(view, now))
        figures.tiles(view, standing.tiles(view, now))
    figures.points(duty.points(view, now, policies))
    if len(rows):
        board_of(view, rows, years, year)
    else:
        figures.empty(view, view.t(f"{PAGE}.none_of_kind"), view.t(f"{PAGE}.none_of_kind_do"))
    trend(view, years)
    policy(view, policies)
    answers(view)


def year_of(view: View, offered: list[int]) -> int:
    """The year of the board: chosen here, since a board also has years without an edition; first the edition's."""
    opening = standing.year_in_view(view, offered)
    year = own.one("year", offered, opening)
    if not view.large:
        tied = own.tied("pi-board-year", "year", year, opening)
        st.selectbox(view.t(f"{PAGE}.year"), offered[::-1], width=170, **tied)
    return year


@st.fragment
def board_of(view: View, rows: pd.DataFrame, years: pd.DataFrame, year: int) -> None:
    """The board with its filter by state and its order."""
    n = standing.counts(rows, year)
    words = {s: f"{view.t(f'board.symbol.{s}')} {view.t(f'board.state.{s}')} ({view.number(n[s])})" for s in STATES}
    states, by = own.several("state", STATES), own.one("sort", ORDERS, "urgency")
    if not view.large:
        with st.container(horizontal=True, key="pi-board-choices", vertical_alignment="bottom"):
            st.pills(view.t(f"{PAGE}.states", year=year), STATES, selection_mode="multi", format_func=words.__getitem__,
                     **own.tied("pi-board-states", "state", states))  # fmt: skip
            st.segmented_control(view.t(f"{PAGE}.sort"), ORDERS, format_func=lambda o: view.t(f"{PAGE}.sort_{o}"),
                                 **own.tied("pi-board-sort", "sort", by, "urgency"))  # fmt: skip
    shown = standing.arranged(rows, year, states, by)
    here = int((shown["year"] == year).sum())
    others = shown["agency_id"].nunique() - here
    title = view.t(f"{PAGE}.board" if not others else f"{PAGE}.board_others", n=view.number(here), year=year,
                   others=view.number(others))  # fmt: skip
    if not len(shown):
        figures.empty(view, view.t(f"{PAGE}.none_in_state", year=year), view.t(f"{PAGE}.none_in_state_do"))
        return
    totals = {int(row["year"]): str(row["label"]) for row in years.to_dict("records")}
    table = board.board(shown, view.lang, title, totals, year, view.t(f"{PAGE}.total_of_all"))
    figures.figure(view, title, None, shown, (), name="kepatuhan", note=view.t(f"{PAGE}.board_note", year=year),
                   table=table)  # fmt: skip
    figures.block(board.legend(view.lang))


def trend(view: View, years: pd.DataFrame) -> None:
    """Participation over the years against what the policy asks."""
    exact = years[years["no_data"] == 0]
    key = "trend" if len(exact) else "trend_unknown"
    said = view.t(f"{PAGE}.{key}", n=view.number(len(exact)), all=view.number(len(years)))
    chart: charts.Chart = ranges(years, view.look, title=said, goal=view.t(f"{PAGE}.goal"))
    note = view.t(f"{PAGE}.trend_note")
    figures.figure(view, said, chart, standing.tabled(years), standing.year_columns(), name="partisipasi", note=note)


def policy(view: View, policies: pd.DataFrame) -> None:
    """The policy behind each year, and whether it is stated."""
    stated = int((policies["whose"] == "own").sum())
    said = view.t(f"{PAGE}.policies", place=view.place, n=view.number(stated), all=view.number(len(policies)))
    figures.figure(view, said, None, duty.policy_spans(policies), duty.policy_columns(), name="kebijakan")


def answers(view: View) -> None:
    """What agencies answered, and who is exempt by which document."""
    found = duty.answers(view)
    if len(found):
        said = view.t(f"{PAGE}.answers", n=view.number(len(found)))
        figures.figure(view, said, None, found, duty.answer_columns(), name="jawaban")


def nation(view: View) -> None:
    """Without a government: the governments whose list of agencies is loaded, for the year in view."""
    found = standing.governments(view)
    figures.head(view, "kepatuhan", view.t(f"{PAGE}.nation", n=view.number(len(found)), year=view.year))
    if not len(found):
        figures.empty(view, view.t(f"{PAGE}.nation_none", year=view.year), view.t("empty.no_agencies_do"))
        return
    columns = [Column("government"), *standing.year_columns()[1:]]
    said = view.t(f"{PAGE}.nation_table", year=view.year)
    figures.figure(view, said, None, standing.tabled(found), columns, name="kepatuhan")


main(views.current())
