"""What a planner takes away: the whole plan as a workbook, and the files for the meeting."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from planning.allocation import Share
from planning.projection import Projection
from reports.plan import PlanRequest, workbook
from ui import figures, packs
from ui.planner.dials import Dials
from ui.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(view: View, given: Projection, dials: Dials | None = None, shares: Sequence[Share] = ()) -> None:
    """The workbook of this plan (of the whole contest where there is nobody's plan), and the pack for the meeting."""
    figures.heading(view.t("planner.take_title"), view.t("planner.take_note"))
    asked = request(view, given, dials, shares)
    st.download_button(view.t("planner.xlsx"), lambda: workbook(view.warehouse, asked), name(given), XLSX,
                       key="pi-plan-xlsx", type="primary", on_click="ignore", icon=":material/download:")  # fmt: skip
    packs.draw(view, asked)


def request(view: View, given: Projection, dials: Dials | None, shares: Sequence[Share]) -> PlanRequest:
    """What the workbook is asked for: what stands on the page."""
    whole = PlanRequest(given.government, given.competition, given.year, lang=view.lang)
    if dials is None:
        return whole
    return replace(whole, entries=dials.entries, goal=dials.goal, ambition=dials.ambition, shares=tuple(shares))


def name(given: Projection) -> str:
    """The file's name."""
    return f"proyeksi-{given.government or 'indonesia'}-{given.competition}-{given.year}.xlsx"
