"""How good a forecast was, given what happened: for a distribution over counts, as points with their chances.

A point stands for the counts above the point before it; one apart, as they usually are, it is just itself.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]


def crps(support: Counts, chances: Floats, actual: int) -> float:
    """The continuous ranked probability score, in entries; 0 is best.

    E|X − actual| − ½ E|X − X′| (Gneiting & Raftery 2007, section 4.2), for a single number its distance from `actual`.
    `support` ascending, shape (m,), with its `chances`, shape (m,), that add up to 1."""
    distance = float(chances @ np.abs(support - actual))
    below = np.cumsum(chances)[:-1]
    half_spread = float(np.diff(support) @ (below * (1 - below)))  # ½ E|X − X′| = ∫ F (1 − F)
    return max(0.0, distance - half_spread)


def log_score(support: Counts, chances: Floats, actual: int) -> float:
    """The natural logarithm of the chance given to `actual` (Good 1952); more is better.

    Beyond the support it is that of the last point, which stands for everything above and is no less."""
    place = min(int(np.searchsorted(support, actual)), len(support) - 1)
    width = support[place] - support[place - 1] if place else support[0] + 1
    return float(np.log(max(chances[place] / width, np.finfo(np.float64).tiny)))


def reached(support: Counts, chances: Floats, actual: int) -> tuple[float, float]:
    """(chance of less than `actual`, chance of `actual` or less): the step of the distribution at what happened.

    A draw between the two is uniform from 0 to 1 where the forecasts are calibrated: the randomised probability
    integral transform of counts (Czado, Gneiting & Held 2009)."""
    place = min(int(np.searchsorted(support, actual)), len(support) - 1)
    below = float(chances[:place].sum())
    return below, min(1.0, below + float(chances[place]))
