"""The compliance board: one agency, one innovation; who has, who has not, and what is not known."""

import pandas as pd
import streamlit as st

from ui import charts, duty, figures, standing
from ui import view as views
from ui.charts.ranges import ranges
from ui.compliance import changes, choices, ground, sheet
from ui.tables import Column
from ui.view import View

PAGE = "page.kepatuhan"


def main(view: View) -> None:
    """The page for the scope in view."""
    if view.government is None:
        nation(view)
        return
    rows, years = standing.every(view), standing.years(view)
    if not len(years):
        figures.head(view, "kepatuhan", view.t(f"{PAGE}.no_board", place=view.place))
        figures.empty(view, view.t("empty.no_agencies", government=view.place), view.t("empty.no_agencies_do"))
        return
    top = st.container(key=None if view.large else "pi-board-top")  # drawn after the choice of the year, above it
    chosen = choices.board(view, rows, [int(year) for year in years["year"]])
    policies = duty.policy_rows(view)
    now = years[years["year"] == chosen.year].iloc[0]
    with top:
        figures.head(view, "kepatuhan", standing.finding(view, now))
        figures.tiles(view, standing.tiles(view, now))
        ground.draw(view, now, policies)
    shown = choices.narrowed(view, standing.carried(view) if chosen.lineage else rows, chosen.under)
    if len(shown):
        sheet.draw(view, shown, years, chosen)
    else:
        figures.empty(view, view.t(f"{PAGE}.none_of_kind"), view.t(f"{PAGE}.none_of_kind_do"))
    changes.draw(view, chosen.year)
    trend(view, years)
    policy(view, policies, chosen.year)
    answered(view)


def trend(view: View, years: pd.DataFrame) -> None:
    """Participation over the years against what the policy asks."""
    exact = years[years["no_data"] == 0]
    key = "trend" if len(exact) else "trend_unknown"
    said = view.t(f"{PAGE}.{key}", n=view.number(len(exact)), all=view.number(len(years)))
    chart: charts.Chart = ranges(years, view.look, title=said, goal=view.t(f"{PAGE}.goal"))
    note = view.t(f"{PAGE}.trend_note")
    figures.figure(view, said, chart, standing.tabled(years), standing.year_columns(), name="partisipasi", note=note)


def policy(view: View, policies: pd.DataFrame, year: int) -> None:
    """The policy behind each year, and whether it is stated."""
    stated = int((policies["whose"] == "own").sum())
    said = view.t(f"{PAGE}.policies", place=view.place, n=view.number(stated), all=view.number(len(policies)))
    figures.figure(view, said, None, duty.policy_spans(policies), duty.policy_columns(), name="kebijakan")
    if not view.large:
        ground.to_policy(view, year)


def answered(view: View) -> None:
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
