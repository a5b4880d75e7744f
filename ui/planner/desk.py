"""The planner's desk: the sliders and all that follows from them, redrawn by itself when one of them moves."""

import streamlit as st

from planning.projection import Projection
from ui import figures
from ui.planner import dials, known, outcomes, save, shares, side, take_away, takes, words
from ui.view import View


@st.fragment
def draw(view: View, given: Projection) -> None:
    """Sliders, outcomes, what it takes, numbers side by side, the division, and what to do with the plan."""
    figures.heading(view.t("planner.plan_title", year=given.year), words.start(view, given))
    turned = dials.draw(view, given)
    outcomes.draw(view, given, turned)
    takes.draw(view, given, turned)
    side.draw(view, given, turned)
    divided = shares.draw(view, given, known.roll(view, given.year), turned)
    if not view.large:
        save.draw(view, given, turned, divided)
    take_away.draw(view, given, turned, divided)
