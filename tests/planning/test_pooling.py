"""Partial pooling: a small record is drawn towards what is known above it, a large one stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.evidence import Observed, Step, StepEvidence
from planning.pooling import DRAWS, Rate, coordinates, rate

STEP = Step("administrative", "shortlist", "top99", "Top 99")
Counts = Sequence[tuple[int, int]]
SCARCE = ((99, 2000), (101, 2000), (95, 1900), (104, 2100))  # about 5 %
COMMON = ((1600, 2000), (1590, 2000), (1530, 1900), (1690, 2100))  # about 80 %


def seen(counts: Counts, scope: str = "x") -> tuple[Observed, ...]:
    return tuple(
        Observed(f"e-{2010 + i}", 2010 + i, "drawn", scope, k, n, "rows", ()) for i, (k, n) in enumerate(counts)
    )


def evidence(
    nation: Counts = (), level: Counts = (), own: Counts = (), siblings: Sequence[Counts] = (),
    tiers: tuple[str, ...] = ("nation", "level", "own"),
) -> StepEvidence:  # fmt: skip
    others = tuple(one for i, counts in enumerate(siblings) for one in seen(counts, f"other-{i}"))
    return StepEvidence(STEP, seen(own, "own"), seen(level, "level"), seen(nation, "all"), (), others, tiers)


def width(found: Rate) -> float:
    low, high = found.interval
    return high - low


@pytest.mark.parametrize(("nation", "low", "high"), [(SCARCE, 0.0, 0.12), (COMMON, 0.5, 0.8)])
def test_one_of_five_is_not_twenty_percent(nation: Counts, low: float, high: float) -> None:
    found = rate(evidence(nation, own=[(1, 5)]))
    assert low < found.draws.mean() < high
    assert low < found.middle < high


def test_a_small_record_still_moves_the_rate() -> None:
    better, none, worse = (rate(evidence(SCARCE, own=own)).draws.mean() for own in ([(3, 5)], [], [(0, 30)]))
    assert worse < none < better


def test_a_long_record_of_its_own_outweighs_the_nation() -> None:
    found = rate(evidence(SCARCE, own=[(12, 30)] * 8))
    assert 0.3 < found.middle < 0.45


def test_the_level_stands_between_nation_and_government() -> None:
    found = rate(evidence(SCARCE, level=[(60, 300), (66, 310), (58, 290)]))
    assert 0.1 < found.draws.mean() < 0.22


def test_siblings_that_are_alike_hold_a_government_closer() -> None:
    alike = [[(5, 100)]] * 12
    apart = [[(0, 100)], [(30, 100)], [(1, 100)], [(22, 100)], [(0, 100)], [(15, 100)]] * 2
    close, loose = (rate(evidence(SCARCE, own=[(3, 5)], siblings=group)) for group in (alike, apart))
    assert close.draws.mean() < loose.draws.mean()
    assert width(close) < width(loose)


def test_years_that_differ_make_the_coming_one_less_certain() -> None:
    steady = [(50, 1000)] * 6
    moving = [(20, 1000), (90, 1000), (30, 1000), (70, 1000), (10, 1000), (80, 1000)]
    certain, uncertain = (rate(evidence(years, tiers=("nation",))) for years in (steady, moving))
    assert width(certain) < 0.5 * width(uncertain)


def test_more_editions_make_it_more_certain() -> None:
    widths = [width(rate(evidence([(72, 1000)] * years))) for years in (1, 3, 9)]
    assert all(more < fewer for fewer, more in pairwise(widths))


def test_in_a_contest_of_its_own_the_years_say_how_much_they_differ() -> None:
    steady = [(30, 40), (31, 41), (29, 40), (30, 39), (31, 42), (30, 40), (29, 39), (31, 41)]
    found = rate(evidence((), own=steady, tiers=("nation", "own")))
    assert found.interval[0] > 0.65
    assert found.interval[1] < 0.85


def test_nothing_passed_and_all_passed_stay_inside_zero_and_one() -> None:
    for own in ([(0, 9)] * 9, [(9, 9)] * 9):
        found = rate(evidence([(0, 50), (50, 50)], own=own))
        assert np.all((found.draws > 0) & (found.draws < 1))
        assert np.all(np.isfinite(found.draws))


def test_what_is_known_may_be_recovered_better_than_from_raw_shares() -> None:
    """30 governments with known rates around known levels: the 80 % intervals of their rates hold most of them, and the
    middle is nearer to the truth than k/n."""
    random = np.random.default_rng(2018)
    heights = {"regency": 0.06, "city": 0.1, "province": 0.2}
    nation = [(int(random.binomial(2000, 0.1)), 2000) for _ in range(6)]
    inside, pooled, raw = [], [], []
    for height in heights.values():
        level = [(int(random.binomial(600, height)), 600) for _ in range(4)]
        truths = random.beta(height * 40, (1 - height) * 40, size=10)
        records = [[(int(random.binomial(8, truth)), 8) for _ in range(2)] for truth in truths]
        for place, truth in enumerate(truths):
            siblings = [other for i, other in enumerate(records) if i != place]
            found = rate(evidence(nation, level, records[place], siblings))
            low, high = found.interval
            inside.append(low <= truth <= high)
            pooled.append(found.middle - truth)
            raw.append(sum(k for k, _ in records[place]) / 16 - truth)
    assert np.mean(inside) > 0.7
    assert np.sqrt(np.mean(np.square(pooled))) < 0.75 * np.sqrt(np.mean(np.square(raw)))


def test_the_order_of_what_is_known_does_not_matter() -> None:
    kept = evidence(SCARCE, [(40, 500), (60, 600)], [(1, 5), (2, 9)], [[(0, 4)], [(3, 8)]])
    turned = StepEvidence(
        STEP, kept.own[::-1], kept.level[::-1], kept.nation[::-1], kept.level_siblings[::-1], kept.own_siblings[::-1]
    )
    assert np.array_equal(rate(kept).draws, rate.__wrapped__(turned).draws)


def test_the_same_evidence_gives_the_same_draws_and_another_step_independent_ones() -> None:
    known = evidence(SCARCE, own=[(1, 5)])
    first, again, later = rate.__wrapped__(known), rate.__wrapped__(known), rate.__wrapped__(known, 1)
    assert np.array_equal(first.draws, again.draws)
    assert abs(np.corrcoef(first.draws, later.draws)[0, 1]) < 0.06
    assert first.draws.mean() == pytest.approx(later.draws.mean(), rel=0.05)


def test_the_points_fill_the_unit_interval_evenly() -> None:
    points = coordinates()
    assert points.shape[0] == DRAWS
    assert np.allclose(points.mean(axis=0), 0.5, atol=0.002)
    assert 0 < points.min() < points.max() < 1


def test_without_levels_and_years_the_prior_is_broad() -> None:
    found = rate(evidence())
    assert found.interval[0] < 0.05
    assert found.interval[1] > 0.95
    assert found.middle == pytest.approx(0.5, abs=0.02)


counts = st.tuples(st.integers(0, 400), st.integers(1, 400)).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=25)
@given(st.lists(counts, max_size=4), st.lists(counts, max_size=3), st.lists(counts, max_size=3))
def test_any_record_gives_rates(nation: Counts, level: Counts, own: Counts) -> None:
    found = rate.__wrapped__(evidence(nation, level, own))
    assert found.draws.shape == (DRAWS,)
    assert np.all((found.draws > 0) & (found.draws < 1))
    low, high = found.interval
    assert low <= found.middle <= high
