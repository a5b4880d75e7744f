"""What there is to plan with: the years on offer, the projection and the agencies, kept per published version."""

from typing import Any

import streamlit as st

from planning import agencies, projection, series
from planning.agencies import Roll
from planning.projection import Projection
from ui import own
from ui.view import View


def years(view: View) -> tuple[int, ...]:
    """The years that can be planned, latest first: those of the contest's editions, and the one after the last."""
    contest = view.choice.competition
    held = {int(row["year"]) for row in view.known.editions.values() if row["competition_id"] == contest}
    following = max(held, default=view.warehouse.as_of.year) + 1
    return tuple(sorted({*held, following}, reverse=True))


def opening(view: View, offered: tuple[int, ...]) -> int:
    """The year a first visit plans: that of the edition in view while its count is not certain, else the next one."""
    if view.year is None:
        return offered[0]
    asked = view.choice.government or None, view.choice.competition
    later = [year for year in offered if year > view.year]
    certain = view.year in _certain(*asked, view.warehouse.version, view.warehouse)
    return later[-1] if certain and later else view.year


def planned(view: View) -> int:
    """The planned year: the address's, else the opening one."""
    offered = years(view)
    return own.one("year", offered, opening(view, offered))


def choose(view: View, year: int) -> None:
    """The field to choose another year."""
    offered = years(view)
    words = {each: _year(view, each) for each in offered}
    st.selectbox(view.t("planner.year"), offered, width=340, format_func=words.__getitem__,
                 **own.tied("pi-plan-year", "year", year, opening(view, offered)))  # fmt: skip


def projected(view: View, year: int) -> Projection:
    """Everything the planner knows of the government and contest in view before `year`."""
    asked = view.choice.government or None, view.choice.competition, year
    return _projection(*asked, view.warehouse.version, view.warehouse)


def roll(view: View, year: int) -> Roll | None:
    """The agencies a total can be divided among; None without a register of agencies."""
    return _roll(view.choice.government, year, view.warehouse.version, view.warehouse)


def _year(view: View, year: int) -> str:
    held = any(row["competition_id"] == view.choice.competition and int(row["year"]) == year
               for row in view.known.editions.values())  # fmt: skip
    return str(year) if held else view.t("planner.year_new", year=year)


@st.cache_resource(max_entries=64, show_spinner=False)
def _certain(government: str | None, contest: str, version: str, _warehouse: Any) -> frozenset[int]:
    """The years whose count is exact and final."""
    return frozenset(year for year, _ in series.read(_warehouse, government, contest).exact)


@st.cache_resource(max_entries=64, show_spinner=False)
def _projection(government: str | None, contest: str, year: int, version: str, _warehouse: Any) -> Projection:
    return projection.project(_warehouse, government, contest, year)


@st.cache_resource(max_entries=64, show_spinner=False)
def _roll(government: str, year: int, version: str, _warehouse: Any) -> Roll | None:
    return agencies.roll(_warehouse, government, year)
