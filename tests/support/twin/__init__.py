"""The metrics once more, in slow and obvious Python: dictionaries and lists, no pandas, no SQL.

They are written from the design papers alone. Each metric module has
`compute(tables: Tables, as_of: date) -> list[Row]`; `TWINS` finds it by the metric's id.
"""

from collections.abc import Callable
from datetime import date

from tests.support.twin import (
    agency_stages,
    awards,
    compliance,
    compliance_change,
    composition,
    coverage_share,
    funnel,
    hand_in_curve,
    league,
    lineage,
    participation,
    pass_rate,
    prizes,
    ranking,
    silent_loss,
    submissions,
    taking_part,
    target_progress,
    turnover,
)
from tests.support.twin.tables import Row, Tables

Compute = Callable[[Tables, date], list[Row]]

TWINS: dict[str, Compute] = {
    "submissions": submissions.compute,
    "target_progress": target_progress.compute,
    "stage_funnel": funnel.compute,
    "stage_pass_rate": pass_rate.compute,
    "participation": participation.compute,
    "compliance": compliance.compute,
    "ranking": ranking.compute,
    "awards": awards.compute,
    "composition": composition.compute,
    "taking_part": taking_part.compute,
    "prizes": prizes.compute,
    "coverage": coverage_share.compute,
    "silent_loss": silent_loss.compute,
    "league": league.compute,
    "lineage": lineage.compute,
    "compliance_change": compliance_change.compute,
    "turnover": turnover.compute,
    "agency_stages": agency_stages.compute,
    "hand_in_curve": hand_in_curve.compute,
}
