"""The fewest entries for which at least so many reach a stage, with a wanted chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planning.outcome import at_least as chance

SEARCHED = 500  # where no cap is on record: more entries than any institution handed in


@dataclass(frozen=True)
class Solution:
    """`entries` None: not reachable within `cap` (or SEARCHED); `probability` is the chance with `entries`, else the
    best chance there is. `reason`: a code of the catalogue where not reachable, else None."""

    entries: int | None
    probability: float
    cap: int | None
    reachable: bool
    reason: str | None


def solve(
    reach: NDArray[np.float64], at_least: int, probability: float, cap: int | None, quota: int | None = None
) -> Solution:
    """The fewest n with P(at least `at_least` of n get there) ≥ `probability`; `quota` is the number of places there.

    Raises ValueError for at_least < 1 or a probability not strictly between 0 and 1."""
    if at_least < 1 or not 0 < probability < 1:
        raise ValueError(f"at_least={at_least} must be 1 or more, probability={probability} between 0 and 1")
    if quota is not None and at_least > quota:
        return Solution(None, 0.0, cap, reachable=False, reason="beyond_quota")
    most = SEARCHED if cap is None else cap
    best = chance(reach, most, at_least)
    if best < probability:
        return Solution(None, best, cap, reachable=False, reason="beyond_search" if cap is None else "beyond_cap")
    entries = _fewest(reach, at_least, probability, most)
    return Solution(entries, chance(reach, entries, at_least), cap, reachable=True, reason=None)


def _fewest(reach: NDArray[np.float64], at_least: int, probability: float, most: int) -> int:
    """By halving: the chance grows with the number of entries."""
    low, high = at_least, most
    while low < high:
        middle = (low + high) // 2
        if chance(reach, middle, at_least) >= probability:
            high = middle
        else:
            low = middle + 1
    return low
