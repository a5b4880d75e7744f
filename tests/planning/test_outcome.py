"""From entries to how many get there: the closed form against brute force."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom

from planning.evidence import Chain, Observed, Step, StepEvidence
from planning.outcome import POINTS, Path, at_least, path, reach
from planning.pooling import DRAWS, Rate


def chain(*rates: tuple[int, int], reason: str | None = None, quota: int | None = None) -> Chain:
    steps = tuple(
        StepEvidence(
            Step("submitted", "shortlist", f"s{i}", f"S{i}"), (), (),
            tuple(Observed(f"e-{year}", year, "all", "all", k, n, "reported", ()) for year in range(2010, 2016)),
            (), (), ("nation",),
        )
        for i, (k, n) in enumerate(rates)
    )  # fmt: skip
    return Chain("top9", "Top 9", "final", quota, None, "submitted", steps, reason)


@pytest.fixture(scope="module")
def way() -> Path:
    found = path(chain((800, 1000), (300, 1000)))
    assert found is not None
    return found


def test_a_chain_with_a_reason_has_no_path() -> None:
    assert path(chain((1, 2), reason="no_evidence")) is None


def test_the_reach_is_the_product_of_the_steps(way: Path) -> None:
    assert way.reach.shape == (POINTS,)
    assert np.all(np.diff(way.reach) >= 0)
    product = way.rates[0].draws * way.rates[1].draws
    assert way.reach.mean() == pytest.approx(product.mean())
    assert way.reach.mean() == pytest.approx(0.24, abs=0.02)


def test_thinning_step_by_step_is_a_binomial_of_the_product() -> None:
    """Entries simulated through the steps one by one, with the uncertain rates common to all of them."""
    random = np.random.default_rng(1)
    first, second = random.beta(8, 2, DRAWS), random.beta(3, 7, DRAWS)
    points = reach([Rate(first), Rate(second)])
    repeats = 100
    left = random.binomial(15, np.repeat(first, repeats))
    left = random.binomial(left, np.repeat(second, repeats))
    for goal in (1, 3, 6):
        assert at_least(points, 15, goal) == pytest.approx(np.mean(left >= goal), abs=0.005)


def test_at_least_is_the_mean_of_binomial_tails(way: Path) -> None:
    for entries, goal in ((1, 1), (15, 1), (15, 4), (15, 15), (300, 80)):
        expected = float(np.mean(binom.sf(goal - 1, entries, way.reach)))
        assert way.at_least(entries, goal) == pytest.approx(expected, abs=1e-12)


def test_the_ends_are_certain(way: Path) -> None:
    assert way.at_least(10, 0) == 1.0
    assert way.at_least(0, 0) == 1.0
    assert way.at_least(3, 4) == 0.0
    assert way.interval(0) == (0, 0)
    assert way.expected(0) == 0.0


def test_more_entries_help_and_higher_goals_are_harder(way: Path) -> None:
    by_entries = [way.at_least(entries, 3) for entries in range(60)]
    by_goal = [way.at_least(20, goal) for goal in range(22)]
    assert by_entries == sorted(by_entries)
    assert by_goal == sorted(by_goal, reverse=True)


@pytest.mark.parametrize("entries", [1, 7, 15, 120])
@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_the_interval_is_the_central_one(way: Path, entries: int, share: float) -> None:
    heaped = binom.cdf(np.arange(entries + 1)[:, None], entries, way.reach).mean(axis=1)
    low, high = way.interval(entries, share)
    assert low == int(np.argmax(heaped >= (1 - share) / 2))
    assert high == int(np.argmax(heaped >= (1 + share) / 2))


def test_the_mean_is_entries_times_reach(way: Path) -> None:
    mean = sum(way.at_least(40, goal) for goal in range(1, 41))
    assert way.expected(40) == pytest.approx(mean)


def test_a_stage_further_on_is_never_reached_more_often() -> None:
    near, far = path(chain((800, 1000))), path(chain((800, 1000), (450, 1000)))
    assert near is not None
    assert far is not None
    assert np.all(far.reach <= near.reach)


def test_no_more_get_there_than_there_are_places() -> None:
    """Nine places: with entries enough to fill them all, nine get there and no goal above is reached."""
    found = path(chain((950, 1000), quota=9))
    assert found is not None
    assert found.interval(100) == (9, 9)
    assert found.expected(100) == pytest.approx(9, abs=0.01)
    assert (found.at_least(100, 9) > 0.999, found.at_least(100, 10)) == (True, 0.0)
    few = sum(found.at_least(5, goal) for goal in range(1, 6))
    assert found.expected(5) == pytest.approx(few)
