"""Numbers to plan with, side by side: same as last year, the trend, a stretch, one's own, the documented target."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import theilslopes

from planning.counts import FEWEST, Forecast
from texts import number, t

STRETCH = 0.9  # reached or beaten in one year of ten
RECENT = 5  # exact years the trend looks at: the whole national series still carries its growth up to 2017 into 2026


@dataclass(frozen=True)
class Scenario:
    """`id`: same, trend, stretch, target or own. `entries` None where it cannot be said; `reason` (a code of the
    catalogue below plan.scenario_reason) says why. `chance`: of that many entries or more by the forecast, None without
    one. `years` are those whose counts it rests on."""

    id: str
    entries: int | None
    chance: float | None
    reason: str | None = None
    years: tuple[int, ...] = ()


def scenarios(
    history: Sequence[tuple[int, int]], year: int, forecast: Forecast | None, target: int | None, own: int | None
) -> tuple[Scenario, ...]:
    """The scenarios for `year` from (year, entries), years before `year` only; `own` only where given. In the order
    same, trend, stretch, target, own."""
    known = sorted((y, n) for y, n in history if y < year)
    years = tuple(y for y, _ in known)
    recent = years[-RECENT:]
    last = known[-1] if known else None
    made = [
        _scenario("same", last[1] if last else None, forecast, "no_year", years[-1:]),
        _scenario("trend", trend(known, year), forecast, "too_few", recent),
        _scenario("stretch", forecast.quantile(STRETCH) if forecast else None, forecast, "no_forecast", years),
        _scenario("target", target, forecast, "no_target"),
    ]
    return (*made, _scenario("own", own, forecast, "no_target")) if own is not None else tuple(made)


def trend(history: Sequence[tuple[int, int]], year: int) -> int | None:
    """The entries of `year` on the line through the last RECENT exact years, at least 0; None with fewer than FEWEST.

    The slope is the median of the slopes of all pairs of years, the line leaves as many years above as below (Theil
    1950; Sen 1968), so that a single odd year does not turn it. A straight line, because a curve of growth (a line on
    the logarithm) runs off within few years."""
    if len({y for y, _ in history}) < FEWEST:
        return None
    years, entries = np.array(sorted(history)[-RECENT:], dtype=float).T
    found = theilslopes(entries, years - year, method="joint")  # the planned year is 0, so its count is the intercept
    return max(0, math.floor(float(found.intercept) + 0.5))


def _scenario(
    name: str, entries: int | None, forecast: Forecast | None, missing: str, years: tuple[int, ...] = ()
) -> Scenario:
    if entries is None:
        return Scenario(name, None, None, missing)
    return Scenario(name, entries, forecast.at_least(entries) if forecast else None, None, years)


def basis(scenario: Scenario, lang: str) -> str:
    """What the number rests on, in words; where there is none, why."""
    if scenario.reason:
        return t(f"plan.scenario_reason.{scenario.reason}", lang)
    spanned = f"{scenario.years[0]}–{scenario.years[-1]}" if scenario.years else ""
    last = str(scenario.years[-1]) if scenario.years else ""
    return t(f"plan.scenario.{scenario.id}_basis", lang, year=last, years=spanned, n=number(len(scenario.years), lang))
