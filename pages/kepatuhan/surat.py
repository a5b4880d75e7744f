"""The reminder letter: whom the board's rows ask to write to, what the letter says, and its files."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from reports import Refused, office
from ui import figures, links
from ui import view as views
from ui.letters import addressees, fields, files, meetings
from ui.view import View

PAGE = "page.surat"


def main(view: View) -> None:
    """The letter for the government, year and states in the address."""
    if view.government is None:
        figures.head(view, "surat", view.t(f"{PAGE}.no_government"))
        figures.empty(view, view.t("form.no_government"), view.t(f"{PAGE}.no_government_do"))
        return
    offered = addressees.years(view)
    if not writes(view, offered):
        return
    year, states = addressees.year_and_states(view, offered)
    found = addressees.rows(view, year, states)
    figures.head(view, "surat", addressees.finding(view, found, year))
    if not view.large:
        addressees.choose(view, offered, year, states, addressees.counts(addressees.rows(view, year)))
    if found:
        letter(view, year, states, found)
    else:
        figures.empty(view, view.t(f"{PAGE}.nobody", year=year), view.t(f"{PAGE}.nobody_do"))
    links.to(view, "kepatuhan", view.t(f"{PAGE}.to_board"), year=str(year), state=",".join(states))
    meetings.draw(view)


def writes(view: View, offered: Sequence[int]) -> bool:
    """Whether a letter of this government can be written at all; where not, the page says why."""
    if not offered:
        return nothing(view, view.t("empty.no_agencies", government=view.place), view.t("empty.no_agencies_do"))
    try:
        office.office(view.choice.government, view.warehouse, view.lang)
    except Refused as refused:
        return nothing(view, refused.message(view.lang), view.t(f"{PAGE}.no_government_do"))
    return True


def nothing(view: View, why: str, what_to_do: str) -> bool:
    """The page where there is no letter."""
    figures.head(view, "surat", view.t(f"{PAGE}.no_letter", place=view.place))
    figures.empty(view, why, what_to_do)
    return False


@st.fragment
def letter(view: View, year: int, states: Sequence[str], found: Sequence[dict[str, Any]]) -> None:
    """Addressees, fields, files and the letter itself; a change redraws only these."""
    chosen = addressees.picked(view, found)
    figures.notice(addressees.said(view, chosen, found))
    if not chosen:
        return
    request = fields.request(view, year, chosen, states)
    data = files.draft(view, request)
    if data is None:
        return
    files.downloads(view, request)
    files.preview(view, request, data, chosen)
    files.chat(view, request, chosen)


main(views.current())
