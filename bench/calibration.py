"""Do the forecast's intervals hold what they say? On series drawn from the model itself, whose truth is known."""

from __future__ import annotations

import numpy as np

from planning.counts import FRESH, NEUTRAL, SPREADS, forecast
from planning.scores import reached

INTERVAL = 0.8
SKIPPED = 0.1  # chance of a year without an edition, as 2024
FEWEST_FIRST, MOST_FIRST = 5, 2_000


def count_coverage(draws: int, seed: int, years: int, most_first: int = MOST_FIRST) -> dict[str, float]:
    """How often the 80 % interval holds the next count of `draws` series with `years` known counts each.

    Simulation-based calibration (Talts et al. 2018): a path of (shock, shift) from the prior, then each count from its
    latent level and shock, one by one; the first count is log-uniform from 5 to `most_first`, since the model says
    nothing about it. `covered` is the share of randomised PIT values in the central 80 % and is 0.8 up to chance,
    `below` and `above` are the shares outside of it, each 0.1 up to chance; `plain` is how often the interval itself
    held: whole numbers make it a little wider than 80 %. `mean_pit` is 0.5 up to chance."""
    random = np.random.default_rng(seed)
    pits, held = np.empty(draws), np.empty(draws, dtype=bool)
    for draw in range(draws):
        *known, (year, count) = _series(random, years + 1, most_first)
        found = forecast(known, year)
        if found is None:
            raise ValueError(f"{years} years are too few for a forecast")
        low, high = found.interval(INTERVAL)
        held[draw] = low <= count <= high
        pits[draw] = random.uniform(*reached(found.support, found.chances, count))
    tail = (1 - INTERVAL) / 2
    below, above = float(np.mean(pits < tail)), float(np.mean(pits > 1 - tail))
    return {
        "draws": draws,
        "years": years,
        "covered": 1 - below - above,
        "below": below,
        "above": above,
        "plain": float(held.mean()),
        "mean_pit": float(pits.mean()),
    }


def _series(random: np.random.Generator, length: int, most_first: int) -> list[tuple[int, int]]:
    """(year, count) of `length` years, written down from the model's words and not with the forecast's own code."""
    first = round(float(np.exp(random.uniform(np.log(FEWEST_FIRST), np.log(most_first)))))
    series, pair = [(0, first)], random.choice(SPREADS, size=2)
    while len(series) < length:
        year = series[-1][0] + 1
        while random.random() < SKIPPED:
            year += 1
        if random.random() < 1 - (1 - FRESH) ** (year - series[-1][0]):
            pair = random.choice(SPREADS, size=2)
        series.append((year, _count(random, series, year, *pair)))
    return series


def _count(random: np.random.Generator, before: list[tuple[int, int]], year: int, shock: float, shift: float) -> int:
    """A count of `year`: the level as far as the counts before tell, times the year's shock, then Poisson chance."""
    shape = shock**-2
    exposure, entries = shape, float(before[0][1])
    steps = [later[0] - earlier[0] for earlier, later in zip(before, [*before[1:], (year, 0)], strict=True)]
    for step, (_, count) in zip(steps, [*before[1:], (year, None)], strict=True):
        variation = 1 / exposure + 1 / (entries + NEUTRAL)
        kept = variation / (variation + step * shift**2)
        exposure, entries = exposure * kept, entries * kept
        if count is not None:
            exposure, entries = exposure + shape, entries + count
    chance = random.beta(NEUTRAL + exposure, NEUTRAL + entries)
    level = shape * (1 - chance) / chance
    return int(random.poisson(level * random.gamma(shape, 1 / shape)))
