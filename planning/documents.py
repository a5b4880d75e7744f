"""The answers of the planner as plain documents, in the form that docs and scripts rely on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planning import wording
from planning.allocation import Share, why
from planning.counts import FEWEST, Forecast
from planning.hindcast import Hindcast, Tested
from planning.series import Series
from planning.solver import Solution
from texts import number, t

METHOD = "discounted_gamma_poisson"
QUANTILES = (0.1, 0.5, 0.9)

Document = dict[str, Any]


def of_forecast(year: int, known: Series, found: Forecast | None, tested: Hindcast, lang: str) -> Document:
    """`python -m planning forecast --json`. `known` is the series before the planned year."""
    return {
        "year": year,
        "government": known.government,
        "competition": known.competition,
        "counted_as": known.counted_as,
        "enough": found is not None,
        "reason": None if found else wording.too_few(known, lang),
        "quantiles": quantiles(found) if found else None,
        "history": history(known),
        "method": METHOD if found else None,
        "hindcast": of_hindcast(tested, lang),
    }


def history(known: Series) -> list[Document]:
    """A row per edition before the planned year: its count (None: unknown), basis, and whether the forecast uses it."""
    return [{"year": c.year, "value": c.value, "basis": c.basis, "used": c.exact} for c in known.counts]


def quantiles(found: Forecast) -> dict[str, int]:
    """The quantiles of the predictive distribution, in entries."""
    return {str(share): found.quantile(share) for share in QUANTILES}


def of_hindcast(found: Hindcast, lang: str) -> Document:
    """`python -m planning hindcast --json`, without what it is about."""
    inside, tested = found.covered
    return {
        "years": [_year(year) for year in found.years],
        "coverage": {"inside": inside, "of": tested, "interval": 0.8},
        "mean": {"score": found.score, "naive_last": found.naive_last, "naive_mean": found.naive_mean},
        "better_than": {"last": found.beats_last, "mean": found.beats_mean},
        "reason": None if tested else t("plan.hindcast_none", lang, least=number(FEWEST, lang)),
    }


def _year(tested: Tested) -> Document:
    return {
        "year": tested.year,
        "forecast": dict(zip(map(str, QUANTILES), (tested.low, tested.middle, tested.high), strict=True)),
        "actual": tested.actual,
        "inside": tested.inside,
        "score": round(tested.score, 4),
        "log_score": round(tested.log_score, 4),
        "naive": {"last": round(tested.naive_last, 4), "mean": round(tested.naive_mean, 4)},
    }


def of_solution(found: Solution | None, reason: str | None, cap: int | None) -> Document:
    """`python -m planning solve --json`. `reason` is in words; without rates there is no solution and no chance."""
    if found is None:
        return {"entries": None, "probability": None, "cap": cap, "reachable": False, "reason": reason}
    return {
        "entries": found.entries,
        "probability": round(found.probability, 4),
        "cap": found.cap,
        "reachable": found.reachable,
        "reason": reason,
    }


def of_allocation(shares: Sequence[Share], total: int, lang: str) -> Document:
    """`python -m planning allocate --json`."""
    agencies = [{"agency_id": s.agency_id, "name": s.name, "n": s.n, "why": why(s, lang)} for s in shares]
    return {"total": total, "agencies": agencies}
