"""Next year's number of entries as a predictive distribution, from a few years of counts.

A discounted Gamma–Poisson model. The count of a year is Poisson around a level that the year itself multiplies by a
shock (Gamma, mean 1, coefficient of variation `shock`), which makes it negative binomial; from year to year the level
moves by a coefficient of variation `shift`. What is known of the level stays a Beta distribution (conjugate), which
forgets a part of what it was built from with every year that passes; the forecast is then beta negative binomial in
closed form (Harvey & Fernandes 1989; West & Harrison 1997). How large shock and shift are is not chosen: every pair of
a grid forecasts each year, and weighs as much as its forecasts were good (Dawid 1984). A series may also change its
manner: with chance FRESH a year the pair is drawn anew (fixed share, Herbster & Warmuth 1998). docs/planning.md has the
formulas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln, gammaln

FEWEST = 3  # years with an exact count below which there is no forecast

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

# A yearly surprise below 3 % drowns in Poisson chance for fewer than a thousand entries; 60 % with the heavy tail of
# the closed form still allows for a fivefold growth. Geometric, equally weighted: no order of magnitude is preferred.
SPREADS: Floats = np.geomspace(0.03, 0.6, 7)
FRESH = 0.1  # about once in ten years a series changes its manner, as the national one did after 2017
NEUTRAL = 1 / 3  # Kerman 2011: the prior Beta(1/3, 1/3) leaves the median at the weighted mean of the counts

SHOCK, SHIFT = (pairs.ravel() for pairs in np.meshgrid(SPREADS, SPREADS, indexing="ij"))  # shape (49,) each
SHAPE: Floats = SHOCK**-2.0  # of the Gamma with that coefficient of variation
PRIOR: Floats = np.full(SHAPE.shape, 1 / SHAPE.size)

FINE = 2048  # above twice this count a point of the support stands for up to 1/2048 of its count (0.05 %)
REACH = 100  # the support ends at about so many times the highest count


@dataclass(frozen=True)
class Forecast:
    """How many entries there may be in `year`: `support` (counts, ascending, shape (m,)) with `chances` (shape (m,),
    adding up to 1). A point of the support stands for the counts above the point before it; they are one apart up to
    2 · FINE, and the last one also stands for everything above. `discount` is how much of what was known is kept per
    year, `dispersion` the yearly surprise beyond chance as a coefficient of variation, √(shock² + shift²); both are
    posterior means."""

    year: int
    support: Counts
    chances: Floats
    discount: float
    dispersion: float

    def quantile(self, share: float) -> int:
        """The smallest count that is reached or undercut with a chance of at least `share`."""
        place = int(np.searchsorted(np.cumsum(self.chances), share))
        return int(self.support[min(place, len(self.support) - 1)])

    def interval(self, share: float = 0.8) -> tuple[int, int]:
        """The central interval that holds the count with a chance of at least `share`."""
        tail = (1 - share) / 2
        return self.quantile(tail), self.quantile(1 - tail)

    def at_least(self, count: int) -> float:
        """The chance of `count` entries or more; beyond the support the chance of its last point, which is no less."""
        place = min(int(np.searchsorted(self.support, count)), len(self.support) - 1)
        return min(1.0, float(self.chances[place:].sum()))


@dataclass(frozen=True)
class State:
    """What is known of the level before a count of `year`, for each pair of the grid, arrays of shape (pairs,).

    With λ = shape · (1 − p) / p, p ~ Beta(NEUTRAL + exposure, NEUTRAL + entries): `entries` are the counts so far and
    `exposure` the shapes so far, both as far as they are kept; the median of λ is near shape · entries / exposure, the
    weighted mean of the counts. `weights` add up to 1."""

    year: int
    exposure: Floats
    entries: Floats
    weights: Floats


def forecast(history: Sequence[tuple[int, int]], year: int) -> Forecast | None:
    """The forecast for `year` from (year, entries), in any order; None with fewer than FEWEST years before `year`.

    Counts of `year` itself and later are left out: they were not known before it. Raises ValueError for a year that is
    there twice and for a count below zero."""
    known = [(when, count) for when, count in ordered(history) if when < year]
    if len(known) < FEWEST:
        return None
    now = _known(known)
    ahead = _ahead(now, year)
    support = _support(max(count for _, count in known))
    return Forecast(
        year=year,
        support=support,
        chances=_chances(support, ahead),
        discount=float(ahead.weights @ _kept(now, 1)),
        dispersion=float(ahead.weights @ np.hypot(SHOCK, SHIFT)),
    )


def ordered(history: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """(year, entries) by year. Raises ValueError for a year that is there twice and for a count below zero."""
    known = sorted((int(year), int(count)) for year, count in history)
    if len({year for year, _ in known}) < len(known) or any(count < 0 for _, count in known):
        raise ValueError(f"one count per year, none below zero: {known}")
    return known


def _known(counts: Sequence[tuple[int, int]]) -> State:
    """What is known after the counts; the first starts the level and is not forecast itself."""
    (first, count), *later = counts
    state = State(first, SHAPE, np.full(SHAPE.shape, float(count)), PRIOR)
    for when, count in later:
        state = _seen(_ahead(state, when), count)
    return state


def _ahead(state: State, year: int) -> State:
    """What is known for `year` before its count; a year without an edition counts as a year."""
    years = year - state.year
    kept = _kept(state, years)
    same = (1 - FRESH) ** years
    weights = same * state.weights + (1 - same) * PRIOR
    return State(year, state.exposure * kept, state.entries * kept, weights)


def _kept(state: State, years: int) -> Floats:
    """How much of exposure and entries is kept over so many years, shape (pairs,).

    The squared coefficient of variation of the level, v ≈ 1/exposure + 1/entries, grows by shift² a year, so that
    v / (v + years · shift²) is kept: over several years the same step again and not a power of the discount, which
    would forget far too fast (West & Harrison 1997, chapter 6)."""
    variation = 1 / state.exposure + 1 / (state.entries + NEUTRAL)
    kept: Floats = variation / (variation + years * SHIFT**2)
    return kept


def _seen(state: State, count: int) -> State:
    """What is known after the year's count: each pair weighs as much as the chance that it gave to the count."""
    said = _said(np.array([[count]]), state)[0]
    weights = state.weights * np.exp(said - said.max())
    return replace(
        state, exposure=state.exposure + SHAPE, entries=state.entries + count, weights=weights / weights.sum()
    )


def _said(counts: Counts | Floats, state: State) -> Floats:
    """The logarithm of the chance of counts, shape (m, 1), by each pair: shape (m, pairs)."""
    return log_chance(counts, SHAPE, NEUTRAL + state.exposure, NEUTRAL + state.entries)


def log_chance(counts: Counts | Floats, shape: Floats, a: Floats, b: Floats) -> Floats:
    """The natural logarithm of the beta negative binomial chance of counts: negative binomial with `shape` and
    p ~ Beta(a, b), Γ(shape + y) / (y! Γ(shape)) · B(a + shape, b + y) / B(a, b). All arguments broadcast."""
    ways: Floats = gammaln(shape + counts) - gammaln(counts + 1) - gammaln(shape)
    known: Floats = betaln(a + shape, b + counts) - betaln(a, b)
    return ways + known


def _support(highest: int) -> Counts:
    """Points from 0 to some REACH times the highest count, one apart while that is fine enough."""
    last = REACH * (highest + 10)
    single = np.arange(min(last, 2 * FINE) + 1)
    steps = max(0, int(np.ceil(np.log(last / single[-1]) / np.log1p(1 / FINE))))
    wide = np.floor(single[-1] * (1 + 1 / FINE) ** np.arange(1, steps + 1))
    return np.concatenate([single, wide.astype(np.int64)])


def _chances(support: Counts, state: State) -> Floats:
    """The chance of each point: of the counts since the point before it, by the chance of the one in their middle."""
    widths = np.diff(support, prepend=-1)
    middles = support - (widths - 1) / 2
    chances: Floats = np.exp(_said(middles[:, None], state)) @ state.weights * widths
    chances[-1] += max(0.0, 1 - chances.sum())
    total: float = chances.sum()
    return chances / total
