"""What the forecast would have said in each past year, what happened, and whether it beats the naive rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from planning import scores
from planning.counts import Forecast, forecast, ordered


@dataclass(frozen=True)
class Tested:
    """One past year: the quantiles 0.1, 0.5 and 0.9 that would have been said, and what happened. `score` is the CRPS
    in entries (less is better); for a single number it is the distance, which is what the naive rules are scored by.
    `log_score` is the natural logarithm of the chance given to what happened (more is better)."""

    year: int
    low: int
    middle: int
    high: int
    actual: int
    inside: bool
    score: float
    log_score: float
    off: float  # distance of the middle from what happened
    naive_last: float  # distance of "same as last year"
    naive_mean: float  # distance of "mean of all years"


@dataclass(frozen=True)
class Hindcast:
    """All past years that had at least counts.FEWEST exact counts before them; means are over those years and None
    where there is none."""

    years: tuple[Tested, ...]

    @property
    def covered(self) -> tuple[int, int]:
        """(years inside the 80 % interval, years tested)."""
        return sum(tested.inside for tested in self.years), len(self.years)

    @property
    def score(self) -> float | None:
        """The mean CRPS, in entries."""
        return _mean([tested.score for tested in self.years])

    @property
    def off(self) -> float | None:
        """The mean distance of the middle from what happened, in entries."""
        return _mean([tested.off for tested in self.years])

    @property
    def naive_last(self) -> float | None:
        """The mean distance of "same as last year" from what happened, in entries."""
        return _mean([tested.naive_last for tested in self.years])

    @property
    def naive_mean(self) -> float | None:
        """The mean distance of "mean of all years" from what happened, in entries."""
        return _mean([tested.naive_mean for tested in self.years])

    @property
    def beats_last(self) -> bool | None:
        """Better than "same as last year" both as a distribution (CRPS) and by its middle; None where untested."""
        return self._beats(self.naive_last)

    @property
    def beats_mean(self) -> bool | None:
        """Better than "mean of all years", likewise."""
        return self._beats(self.naive_mean)

    def _beats(self, naive: float | None) -> bool | None:
        """The distribution must score better, and its middle alone be no worse: the CRPS rewards an honest width, which
        a single number cannot have, so that it would not be fair as the only judge."""
        if self.score is None or self.off is None or naive is None:
            return None
        return self.score < naive and self.off <= naive


def hindcast(history: Sequence[tuple[int, int]]) -> Hindcast:
    """Forecast every year of (year, entries), in any order, from the years before it.

    Raises ValueError for a year that is there twice and for a count below zero."""
    known = ordered(history)
    forecasts = [(forecast(known[:place], known[place][0]), place) for place in range(len(known))]
    return Hindcast(tuple(_tested(found, known[: place + 1]) for found, place in forecasts if found is not None))


def _tested(found: Forecast, known: Sequence[tuple[int, int]]) -> Tested:
    """A forecast against the last count of `known`; the counts before it are what it rests on."""
    *earlier, actual = (count for _, count in known)
    low, high = found.interval()
    middle = found.quantile(0.5)
    return Tested(
        year=found.year,
        low=low,
        middle=middle,
        high=high,
        actual=actual,
        inside=low <= actual <= high,
        score=scores.crps(found.support, found.chances, actual),
        log_score=scores.log_score(found.support, found.chances, actual),
        off=float(abs(middle - actual)),
        naive_last=float(abs(earlier[-1] - actual)),
        naive_mean=abs(fmean(earlier) - actual),
    )


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None
