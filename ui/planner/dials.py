"""The numbers a planner turns: how many entries, how many of them are to get through, and how surely."""

from dataclasses import dataclass

import streamlit as st

from planning.projection import Projection
from planning.solver import SEARCHED
from ui import own
from ui.view import View

AMBITIONS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_AMBITION, _GOAL, _MOST_GOAL, _FEWEST_TOP = 0.8, 1, 20, 30
_NOTHING_KNOWN = 5


@dataclass(frozen=True)
class Dials:
    """`entries` planned, `goal` of them to get through, `ambition` the wanted chance of that."""

    entries: int
    goal: int
    ambition: float


def top(given: Projection) -> int:
    """Where the slider ends: the cap of the edition, else about twice the most that was known or aimed at."""
    if given.cap.value is not None:
        return given.cap.value
    seen = [value for _, value in given.known.exact] + [given.target or 0]
    seen += [given.forecast.quantile(0.9)] if given.forecast else []
    return min(SEARCHED, max(_FEWEST_TOP, 2 * max(seen)))


def opening(given: Projection) -> int:
    """The number of entries to start from: the target, else the forecast's middle, else the last exact year's."""
    exact = given.known.exact
    middle = given.forecast.quantile(0.5) if given.forecast else None
    last = exact[-1][1] if exact else None
    wanted = next((number for number in (given.target, middle, last) if number is not None), _NOTHING_KNOWN)
    return max(1, min(wanted, top(given)))


def origin(given: Projection) -> str:
    """Where `opening` comes from, as a key of the catalogue below planner.opening."""
    if given.target is not None:
        return "target"
    if given.forecast is not None:
        return "forecast"
    return "last" if given.known.exact else "none"


def read(given: Projection) -> Dials:
    """The numbers that the address asks for; the opening ones where it asks for none."""
    most = top(given)
    return Dials(
        entries=own.one("entries", range(1, most + 1), opening(given)),
        goal=own.one("goal", range(1, min(_MOST_GOAL, most) + 1), _GOAL),
        ambition=own.one("ambition", AMBITIONS, _AMBITION),
    )


def draw(view: View, given: Projection) -> Dials:
    """The three sliders."""
    shown, most = read(given), top(given)
    entries, goal, ambition = st.columns(3, gap="medium")
    with entries:
        _slider(view, "entries", shown.entries, most, opening(given))
    with goal:
        _slider(view, "goal", shown.goal, min(_MOST_GOAL, most), _GOAL)
    with ambition:
        st.select_slider(view.t("planner.dial_ambition"), AMBITIONS, format_func=lambda p: view.percent(p, 0),
                         **own.tied("pi-plan-ambition", "ambition", shown.ambition, _AMBITION))  # fmt: skip
    return shown


def _slider(view: View, name: str, shown: int, most: int, default: int) -> None:
    if most > 1:
        st.slider(view.t(f"planner.dial_{name}"), 1, most, **own.tied(f"pi-plan-{name}", name, shown, default))
