"""One agency's own record: where it stands, its years, its entries and their path, what it can do next."""

import streamlit as st

from ui import figures, links, standing
from ui import view as views
from ui.markup import Html, join
from ui.profile import around, best, kin, passing, path, state, strip, todo
from ui.view import View

PAGE = "page.profil"


def main(view: View) -> None:
    """The record of the agency that the address names; without one, the list to choose from."""
    if view.government is None:
        figures.head(view, "profil", view.t(f"{PAGE}.no_government"))
        figures.empty(view, view.t(f"{PAGE}.no_government_why"), view.t(f"{PAGE}.no_government_do"))
        return
    if not kin.agencies(view):
        figures.head(view, "profil", view.t(f"{PAGE}.no_agencies", place=view.place))
        figures.empty(view, view.t("empty.no_agencies", government=view.place), view.t("empty.no_agencies_do"))
        return
    year = year_of(view)
    if view.choice.agency is None:
        figures.head(view, "profil", view.t(f"{PAGE}.choose_finding", place=view.place))
        around.choose(view)
        around.register(view, year)
    else:
        record(view, view.choice.agency, year)


def year_of(view: View) -> int:
    """The year that the record speaks of: that of the edition in view, or the nearest on the board before it."""
    board = standing.years(view)
    offered = [int(year) for year in board["year"]]
    return standing.year_in_view(view, offered) if offered else view.year or view.warehouse.as_of.year


def record(view: View, agency: str, year: int) -> None:
    """Everything on record of one agency."""
    row = state.of_year(state.rows(view, agency), year)
    found, told = path.entries(view, agency), path.results(view, agency)
    figures.head(view, "profil", state.finding(view, agency, row, year))
    around.choose(view)
    if row is not None:
        figures.tiles(view, state.tiles(view, row))
    figures.points(kin.facts(view, agency))
    next_steps(view, agency, year, todo.steps(view, agency, year, row))
    strip.strip(view, agency, year)
    if len(found):
        best.table(view, agency)
        path.ladder(view, found, told)
        passing.rates(view, agency)
    else:
        never(view, agency)
    around.events(view, year)
    around.answers(view, agency, year)


def next_steps(view: View, agency: str, year: int, steps: list[Html]) -> None:
    """What the agency can do next; where nothing calls for a step, that is said."""
    if not steps:
        figures.statement(view.t(f"{PAGE}.todo_none"), view.t(f"{PAGE}.todo_none_why", year=year))
        return
    note = view.t(f"{PAGE}.todo_note", day=view.day(view.warehouse.as_of))
    figures.heading(view.t(f"{PAGE}.todo", n=view.number(len(steps))), note)
    figures.block(todo.listed(steps))


def never(view: View, agency: str) -> None:
    """No entry on record: why that may be, and where to go."""
    later = [kin.named(view, each) for each in kin.before(view, agency) + kin.after(view, agency)]
    figures.empty(view, view.t(f"{PAGE}.never", agency=view.agency(agency)), view.t(f"{PAGE}.never_do"))
    if later:
        figures.points([(view.t(f"{PAGE}.never_kin"), join(later, "; "))])
    with st.container(horizontal=True, key="pi-profile-never"):
        links.to(view, "impor", view.t(f"{PAGE}.to_import"))
        links.to(view, "usulan", view.t(f"{PAGE}.to_entries"))


main(views.current())
