"""Do the intervals of the pass rates hold what they say? On records drawn from the planner's own model they must.

Simulation-based calibration (Talts et al. 2018): heights and spreads are drawn from the priors, counts from them, the
coming rate and the number that gets through likewise; then the planner sees the counts only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planning.evidence import Observed, Step, StepEvidence
from planning.outcome import at_least
from planning.pooling import PRIOR, SPREADS, Rate, rate

SHARE = 0.8
STEP = Step("administrative", "shortlist", "top99", "Top 99")
ENTRIES = 15
DIGITS = 6


@dataclass(frozen=True)
class Drawn:
    """A record drawn from the priors, with the rate of the coming edition that it does not show."""

    evidence: StepEvidence
    coming: float


def rate_coverage(draws: int, seed: int) -> dict[str, float]:
    """How often the central 80 % of what the planner says hold what happens, as shares of `draws`.

    `rates`: the coming rate, in all and per set of tiers; `outcomes`: the number out of ENTRIES that gets through;
    `plain`: the coming rate by the closed interval, which holds more, as drawn rates often are 0 or 1 to six digits.
    The others go by the randomised rank (Czado, Gneiting & Held 2009), in which such ties and whole numbers fall on
    either side by chance; `mean_rank` of the rates is 0.5 where they are neither too high nor too low."""
    random = np.random.default_rng(seed)
    kinds = (("nation",), ("nation", "level", "own"), ("nation", "own"))
    held: dict[str, list[float]] = {name: [] for name in ("rates", "outcomes", "plain", *map("+".join, kinds))}
    ranks = []
    for place in range(draws):
        tiers = kinds[place % len(kinds)]
        drawn = draw(random, tiers)
        found = rate.__wrapped__(drawn.evidence)
        low, high = found.interval
        ranks.append(_rank_of_rate(random, found, drawn.coming))
        held["plain"].append(low <= drawn.coming <= high)
        held["rates"].append(_is_central(ranks[-1]))
        held["+".join(tiers)].append(_is_central(ranks[-1]))
        held["outcomes"].append(_is_central(_rank_of_outcome(random, found, drawn.coming)))
    shares = {name: float(np.mean(values)) for name, values in held.items() if values}
    return shares | {"mean_rank": float(np.mean(ranks))}


def _rank_of_rate(random: np.random.Generator, found: Rate, coming: float) -> float:
    draws, coming = np.round(found.draws, DIGITS), round(coming, DIGITS)
    below, equal = np.mean(draws < coming), np.mean(draws == coming)
    return float(below + random.uniform() * equal)


def _rank_of_outcome(random: np.random.Generator, found: Rate, coming: float) -> float:
    through = int(random.binomial(ENTRIES, coming))
    above, here = (at_least(found.draws, ENTRIES, k) for k in (through + 1, through))
    return 1 - here + random.uniform() * (here - above)


def _is_central(rank: float) -> bool:
    return (1 - SHARE) / 2 <= rank <= (1 + SHARE) / 2


def draw(random: np.random.Generator, tiers: Sequence[str]) -> Drawn:
    """A whole of 1 to 8 years, four levels and six governments with some years each, the first of them one's own."""
    whole = float(random.beta(PRIOR, PRIOR))
    yearly, of_level, of_government = (float(random.choice(SPREADS)) for _ in range(3))
    nation = _years(random, "all", whole, yearly, range(2010, 2010 + int(random.integers(1, 9))), 2000)
    levels = [_around(random, whole, of_level) for _ in range(4)]
    above = levels[0] if "level" in tiers else whole
    units = [_around(random, above, of_government) for _ in range(6)]
    of_levels = [_some(random, f"level-{i}", height, yearly, 400) for i, height in enumerate(levels)]
    of_units = [_some(random, f"unit-{i}", height, yearly, 20) for i, height in enumerate(units)]
    innermost = units[0] if "own" in tiers else above
    shown = StepEvidence(
        STEP,
        own=of_units[0] if "own" in tiers else (),
        level=of_levels[0] if "level" in tiers else (),
        nation=nation,
        level_siblings=sum(of_levels[1:], ()) if "level" in tiers else (),
        own_siblings=sum(of_units[1:], ()) if "own" in tiers else (),
        tiers=tuple(tiers),
    )
    return Drawn(shown, _around(random, innermost, yearly))


def _around(random: np.random.Generator, height: float, spread: float) -> float:
    return float(np.clip(random.beta(height * spread, (1 - height) * spread), 1e-9, 1 - 1e-9))


def _some(random: np.random.Generator, scope: str, height: float, spread: float, most: int) -> tuple[Observed, ...]:
    return _years(random, scope, height, spread, range(2010, 2010 + int(random.integers(0, 5))), most)


def _years(
    random: np.random.Generator, scope: str, height: float, spread: float, years: range, most: int
) -> tuple[Observed, ...]:
    found = []
    for year in years:
        entered = int(random.integers(1, most + 1))
        passed = int(random.binomial(entered, _around(random, height, spread)))
        found.append(Observed(f"drawn-{year}", year, "drawn", scope, passed, entered, "rows", ()))
    return tuple(found)
