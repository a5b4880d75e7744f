"""What the forms of an agency's duty share: whose state in which year, as the address says, and what the board says."""

from typing import Any

import streamlit as st

from ui import links, own
from ui.board import state_words
from ui.cells import records
from ui.forms import offers, rows
from ui.forms.kit import Form, nothing
from ui.view import View

LOOSE: dict[str, Any] = {"competition": None, "edition": None, "agency": None, "years": None}


def years(view: View) -> list[str]:
    """The years of the government's board, latest first."""
    return [str(int(row["year"])) for row in records(view.listing("policies", **LOOSE))][::-1]


def ask(form: Form) -> tuple[str, str] | None:
    """Agency and year, first those of the address ("AGENCY:YEAR"), with the way back to the board. None where the
    government has no board, or either is not chosen yet."""
    view, offered = form.view, years(form.view)
    if not offered:
        nothing(view, view.t("form.reply.no_board"), view.t("form.reply.no_board_do"))
        return None
    asked = own.words("about")
    about, _, of_year = asked.rpartition(":")
    left, right = st.columns((3, 1))
    with left:
        agency = form.choose("agency", offers.agencies(view), view.agency, required=True, value=about, of=asked)
    with right:
        year = form.choose("year", offered, str, required=True, value=of_year or str(view.year or ""), of=asked)
    if year:
        links.to(view, "kepatuhan", view.t("form.reply.board"), year=year)
    return (agency, year) if agency and year else None


def standing(view: View, agency: str, year: str) -> dict[str, Any] | None:
    """The agency's row on the board of a year; None where it is not on it."""
    span = (int(year), int(year))
    found = records(view.ask("compliance", **LOOSE | {"agency": agency, "years": span}))
    return next((row for row in found if row["agency_id"] == agency), None)


def words(view: View, agency: str, year: str) -> str:
    """The agency's state on the board of a year, or that it is not on it."""
    row = standing(view, agency, year)
    if row is None:
        return view.t("form.reply.off_board", agency=view.agency(agency), year=year)
    return view.t("form.reply.state", year=year, state=state_words(row, view.lang))


def earlier(view: View, table: str, agency: str, year: str) -> list[dict[str, Any]]:
    """The rows that a table (replies or exemptions) has of the agency and year."""
    found = records(view.listing(table, **LOOSE))
    return [row for row in found if row["agency_id"] == agency and int(row["year"]) == int(year)]


def cells(row: dict[str, Any]) -> rows.Cells:
    """A row of such a list as its input table writes it."""
    return {name: rows.text(value) for name, value in row.items() if name != "government_id"}
