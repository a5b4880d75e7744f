"""From a number of entries to how many reach a stage: entries × the rates of the steps, uncertainty included.

Given the rates, entries that are thinned step by step are Binomial(entries, product of the rates), exactly; what is not
known of the rates, which is common to all entries, is averaged over their draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from planning.evidence import Chain
from planning.pooling import DRAWS, Rate, rate

POINTS = 512  # equally likely values that stand for all draws: a slider move costs less


@dataclass(frozen=True)
class Path:
    """A chain with the pooled rate of each step, and `reach`: the chance of one entry to get there, as equally likely
    draws, shape (m,)."""

    chain: Chain
    rates: tuple[Rate, ...]
    reach: NDArray[np.float64]

    def at_least(self, entries: int, goal: int) -> float:
        """The chance that of `entries` at least `goal` get there; none for more than there are places."""
        return at_least(self.reach, entries, goal) if goal <= self._places(entries) else 0.0

    def interval(self, entries: int, share: float = 0.8) -> tuple[int, int]:
        """The central interval of how many of `entries` get there."""
        return self._quantile(entries, (1 - share) / 2), self._quantile(entries, (1 + share) / 2)

    def expected(self, entries: int) -> float:
        """How many of `entries` get there on average: Σ P(at least k) over the places there are."""
        places = self._places(entries)
        if places == entries:
            return float(entries * self.reach.mean())
        return sum(self.at_least(entries, goal) for goal in range(1, places + 1))

    def _places(self, entries: int) -> int:
        """No more than there are places, nor entries."""
        return entries if self.chain.quota is None else min(entries, self.chain.quota)

    def _quantile(self, entries: int, share: float) -> int:
        """The smallest number that is reached or undercut with a chance of at least `share`, by halving."""
        low, high = 0, self._places(entries)
        while low < high:
            middle = (low + high) // 2
            if 1 - self.at_least(entries, middle + 1) >= share:
                high = middle
            else:
                low = middle + 1
        return low


def at_least(reach: NDArray[np.float64], entries: int, goal: int) -> float:
    """P(at least `goal` of `entries` get there), averaged over `reach`, shape (m,): the upper tail of the binomial is
    the incomplete beta function I_p(goal, entries - goal + 1)."""
    if goal <= 0:
        return 1.0
    if goal > entries:
        return 0.0
    return float(np.mean(special.betainc(goal, entries - goal + 1, reach)))


def path(chain: Chain) -> Path | None:
    """The chain with its rates; None where the chain has a reason not to be."""
    if chain.reason is not None:
        return None
    rates = tuple(rate(step, place) for place, step in enumerate(chain.steps))
    return Path(chain, rates, reach(rates))


def reach(rates: Sequence[Rate]) -> NDArray[np.float64]:
    """The product of the rates as POINTS equally likely values, ascending: means of neighbours among the sorted draws,
    so that the mean is kept."""
    product = np.prod([one.draws for one in rates], axis=0) if rates else np.ones(DRAWS)
    return np.asarray(np.sort(product).reshape(POINTS, -1).mean(axis=1))
