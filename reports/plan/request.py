"""What is asked of the planner's workbook."""

from __future__ import annotations

from dataclasses import dataclass

from planning.allocation import Share
from texts import DEFAULT


@dataclass(frozen=True)
class PlanRequest:
    """A plan for `year`: of a government (None: the whole contest) in a competition.

    `entries` is the number on the slider, None where none was chosen; `goal` is how many of them are to get to a stage,
    with a chance of `ambition` (between 0 and 1); `shares` divide the entries among agencies, empty where nothing was
    divided.
    """

    government: str | None
    competition: str
    year: int
    entries: int | None = None
    goal: int = 1
    ambition: float = 0.8
    shares: tuple[Share, ...] = ()
    lang: str = DEFAULT
