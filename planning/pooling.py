"""Pass rates by partial pooling: a government's own record drawn towards its level, and that towards the nation.

    nation      k_y ~ BetaBinomial(n_y, mu kappa_y, (1 - mu) kappa_y)     mu ~ Beta(1/2, 1/2)
    level       rate_l ~ Beta(mu kappa_l, (1 - mu) kappa_l)               counts of a level: around its rate, kappa_y
    government  rate_g ~ Beta(rate_l kappa_g, (1 - rate_l) kappa_g)       counts of a government: likewise
    coming      p ~ Beta(rate kappa_y, (1 - rate) kappa_y)                the edition that is planned

Every kappa is log-uniform on SPREADS, so every prior is proper. Everything is integrated on grids and equally likely
quasi-random points: no chains, no maximum (which runs off to infinity on little data). The levels are parts of the
nation's total and a government is part of its level, so what they say does not flow back: the feedback is cut.
Sources: Gelman et al., Bayesian Data Analysis, 3rd ed., ch. 5; Efron & Morris 1975; Plummer 2015 (cut).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import special
from scipy.stats import qmc

from planning.evidence import Observed, StepEvidence

Array = NDArray[np.float64]
Indices = NDArray[np.int64]

DRAWS = 2048  # a power of two, as the quasi-random points are balanced then
SPREADS: Array = np.geomspace(4, 1000, 12)  # 4: rates differ by ±0.22 around one half; 1000: by ±0.016
PRIOR = 0.5  # Beta(1/2, 1/2): a nation without a record may have any rate
STEPS = 12  # steps with quasi-random coordinates of their own
SEED = 1045  # any fixed number

# Rates stand on a grid of their logits: fine where they are likely, and wide enough for a Beta with a peak at 0 or 1.
LOGITS: Array = np.concatenate([np.arange(-14, -7, 0.5), np.arange(-7, 7, 0.08), np.arange(7, 14.01, 0.5)])
LOG_P: Array = special.log_expit(LOGITS)
LOG_Q: Array = special.log_expit(-LOGITS)
WIDTHS: Array = np.gradient(LOGITS)
EDGES: Array = np.concatenate([[LOGITS[0]], (LOGITS[1:] + LOGITS[:-1]) / 2, [LOGITS[-1]]])
NODES: Array = np.linspace(-7, 7, 41)  # logits of the height above, for how much units differ
(KAPPA_YEAR, NATION, KAPPA_LEVEL, LEVEL, KAPPA_OWN, OWN, COMING) = range(7)  # coordinates of a step


@dataclass(frozen=True)
class Rate:
    """A pass rate of the coming edition as equally likely draws, shape (DRAWS,), each strictly between 0 and 1."""

    draws: NDArray[np.float64]

    @property
    def middle(self) -> float:
        """The median."""
        return float(np.quantile(self.draws, 0.5))

    @property
    def interval(self) -> tuple[float, float]:
        """The central 80 %."""
        low, high = np.quantile(self.draws, (0.1, 0.9))
        return float(low), float(high)


@lru_cache(maxsize=256)
def rate(evidence: StepEvidence, position: int = 0) -> Rate:
    """The rate of one step in the coming edition, for the innermost of the evidence's tiers. `position` is the place of
    the step in its chain: steps at different places get independent draws."""
    points = coordinates()[:, position % STEPS]
    alone = evidence.own if "level" not in evidence.tiers or not evidence.nation else ()
    years, height = _nation(evidence.nation, alone, points)
    if "level" in evidence.tiers:
        height = _below(evidence.level, evidence.level_siblings, height, years, points[:, [KAPPA_LEVEL, LEVEL]])
    if "own" in evidence.tiers:
        height = _below(evidence.own, evidence.own_siblings, height, years, points[:, [KAPPA_OWN, OWN]])
    draws = beta_quantile(points[:, COMING], height, SPREADS[years])
    draws.setflags(write=False)
    return Rate(draws)


@cache
def coordinates() -> Array:
    """The quasi-random points in (0, 1), shape (DRAWS, STEPS, 7): a scrambled Sobol sequence with a fixed seed."""
    points: Array = qmc.Sobol(d=STEPS * 7, scramble=True, rng=SEED).random(DRAWS)
    return points.clip(1e-6, 1 - 1e-6).reshape(DRAWS, STEPS, 7)


def beta_quantile(shares: Array, mean: Array, spread: Array) -> Array:
    """Quantiles of Beta(mean × spread, (1 - mean) × spread), kept strictly between 0 and 1."""
    found: Array = special.betaincinv(mean * spread, (1 - mean) * spread, shares)
    return found.clip(1e-12, 1 - 1e-12)


def _nation(observed: Sequence[Observed], alone: Sequence[Observed], points: Array) -> tuple[Indices, Array]:
    """Draws of the yearly spread, as places in SPREADS, and of the long-run rate of the whole: both shape (DRAWS,).

    `alone` is a record that is no part of the whole: its years speak for the yearly spread, its height does not."""
    prior = PRIOR * (LOG_P + LOG_Q) + np.log(WIDTHS)
    joint, own = (np.exp(_normal(_likelihood(counts) + prior, axis=None)) for counts in (observed, alone))
    spreads = joint.sum(axis=1) * own.sum(axis=1)
    years = _place(np.broadcast_to(spreads, (len(points), len(SPREADS))), points[:, KAPPA_YEAR])
    return years, _invert(joint[years], points[:, NATION])


def _below(
    own: Sequence[Observed], siblings: Sequence[Observed], height: Array, years: Indices, points: Array
) -> Array:
    """Draws of a unit's rate given those of the tier above it, shape (DRAWS,): how much units differ is learnt from the
    unit and its siblings, where it stands from its own record."""
    spreads = SPREADS[_place(_differences([*own, *siblings], height, years), points[:, 0])]
    if not own:
        return beta_quantile(points[:, 1], height, spreads)
    prior = (height * spreads)[:, None] * LOG_P + ((1 - height) * spreads)[:, None] * LOG_Q + np.log(WIDTHS)
    return _invert(np.exp(_normal(_likelihood(own)[years] + prior, axis=1)), points[:, 1])


def _differences(observed: Iterable[Observed], height: Array, years: Indices) -> Array:
    """Weights of the SPREADS between units, shape (DRAWS, 12), given the rate above and the yearly spread."""
    units: dict[str, list[Observed]] = defaultdict(list)
    for one in observed:
        units[one.scope_id].append(one)
    if not units:
        return np.ones((len(height), len(SPREADS)))
    priors = _prior_by_node()
    total = np.zeros((len(SPREADS), priors.shape[0]))
    for unit in sorted(units):
        total += np.log(np.exp(_normal(_likelihood(units[unit]), axis=1)) @ priors.T)
    table = total.reshape(len(SPREADS), len(SPREADS), len(NODES))  # yearly spread, spread between units, height
    nodes = np.abs(np.subtract.outer(special.logit(height), NODES)).argmin(axis=1)
    return np.exp(_normal(table[years, :, nodes], axis=1))


@cache
def _prior_by_node() -> Array:
    """The prior weights of a unit's rate on the grid for each spread and each height above, shape (12 × 41, grid)."""
    height = np.tile(special.expit(NODES), len(SPREADS))
    spread = np.repeat(SPREADS, len(NODES))
    prior = (height * spread)[:, None] * LOG_P + ((1 - height) * spread)[:, None] * LOG_Q + np.log(WIDTHS)
    weights = np.exp(_normal(prior, axis=1))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True) + 1e-300)


def _likelihood(observed: Iterable[Observed]) -> Array:
    """The log-likelihood of counts over the yearly spread and the rate, shape (12, grid), up to a constant."""
    counts = sorted((one.passed, one.entered) for one in observed)
    return sum((_log_beta_binomial(*count) for count in counts), start=np.zeros((len(SPREADS), len(LOGITS))))


@lru_cache(maxsize=1024)
def _log_beta_binomial(passed: int, entered: int) -> Array:
    a = SPREADS[:, None] * np.exp(LOG_P)
    b = SPREADS[:, None] * np.exp(LOG_Q)
    table: Array = special.betaln(a + passed, b + entered - passed) - special.betaln(a, b)
    table.setflags(write=False)
    return table


def _normal(table: Array, axis: int | None) -> Array:
    """Logarithms moved so that the largest is 0."""
    return np.asarray(table - table.max(axis=axis, keepdims=True))


def _place(weights: Array, shares: Array) -> Indices:
    """The place in each row of weights that is reached with a chance of its share."""
    heaped = np.cumsum(weights, axis=1)
    found: Indices = (heaped < (shares * heaped[:, -1])[:, None]).sum(axis=1)
    return found.clip(max=weights.shape[1] - 1)


def _invert(weights: Array, shares: Array) -> Array:
    """Rates at the shares of distributions given by weights on the grid, a row each; straight within a grid cell."""
    heaped = np.cumsum(weights, axis=1)
    heaped /= heaped[:, -1:]
    found = np.minimum((heaped < shares[:, None]).sum(axis=1), len(LOGITS) - 1)
    rows = np.arange(len(shares))
    before = np.where(found > 0, heaped[rows, found - 1], 0.0)
    part = (shares - before) / np.maximum(heaped[rows, found] - before, 1e-300)
    return np.asarray(special.expit(EDGES[found] + part * (EDGES[found + 1] - EDGES[found])))
