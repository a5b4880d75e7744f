"""The Wilson score interval (Wilson 1927) for a share k of n, at 95 %."""

from math import sqrt
from statistics import NormalDist

Z95 = NormalDist().inv_cdf(0.975)


def interval(k: int, n: int) -> tuple[float, float]:
    """Lower and upper bound of the share, as fractions; n is at least 1."""
    share = k / n
    centre = share + Z95**2 / (2 * n)
    margin = Z95 * sqrt(share * (1 - share) / n + Z95**2 / (4 * n**2))
    divisor = 1 + Z95**2 / n
    return max(0.0, (centre - margin) / divisor), min(1.0, (centre + margin) / divisor)
