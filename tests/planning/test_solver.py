"""The fewest entries: against a search through simulated outcomes, and the rules it keeps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.outcome import at_least
from planning.solver import SEARCHED, solve

REACH = np.random.default_rng(3).beta(2, 18, 512)  # about 10 %, uncertain
UNLIKELY = np.full(512, 0.001)
goals, chances = st.integers(1, 12), st.floats(0.01, 0.99)
reaches = st.tuples(st.floats(0.5, 20), st.floats(0.5, 60), st.integers(0, 99)).map(
    lambda given: np.random.default_rng(given[2]).beta(given[0], given[1], 64)
)


@pytest.mark.parametrize(("goal", "probability"), [(1, 0.5), (1, 0.8), (2, 0.8), (3, 0.9)])
def test_simulation_finds_the_same_number(goal: int, probability: float) -> None:
    """Brute force: 400,000 editions for each number of entries, and the share of those that reach the goal."""
    random = np.random.default_rng(11)
    rates = np.tile(REACH, 800)
    shares = {n: float(np.mean(random.binomial(n, rates) >= goal)) for n in range(1, 120)}
    found = solve(REACH, goal, probability, cap=None)
    assert found.entries is not None
    assert shares[found.entries] == pytest.approx(found.probability, abs=0.004)
    fewer = [n for n in shares if n < found.entries and shares[n] >= probability + 0.004]
    assert fewer == []
    assert shares[found.entries] >= probability - 0.004


@given(reaches, goals, chances)
def test_it_is_the_fewest(reach: np.ndarray, goal: int, probability: float) -> None:
    found = solve(reach, goal, probability, cap=200)
    if found.entries is None:
        assert at_least(reach, 200, goal) < probability
        assert found.probability == at_least(reach, 200, goal)
    else:
        assert goal <= found.entries <= 200
        assert at_least(reach, found.entries, goal) >= probability
        assert at_least(reach, found.entries - 1, goal) < probability


@given(reaches, goals, chances, chances)
def test_a_higher_ambition_never_takes_fewer_entries(reach: np.ndarray, goal: int, one: float, other: float) -> None:
    lower, higher = (solve(reach, goal, chance, None) for chance in sorted((one, other)))
    assert (lower.entries or SEARCHED + 1) <= (higher.entries or SEARCHED + 1)


@given(reaches, goals, goals, chances)
def test_a_higher_goal_never_takes_fewer_entries(reach: np.ndarray, one: int, other: int, chance: float) -> None:
    lower, higher = (solve(reach, goal, chance, None) for goal in sorted((one, other)))
    assert (lower.entries or SEARCHED + 1) <= (higher.entries or SEARCHED + 1)


@given(reaches, goals, chances, st.integers(0, 60))
def test_the_cap_is_kept(reach: np.ndarray, goal: int, probability: float, cap: int) -> None:
    found = solve(reach, goal, probability, cap)
    free = solve(reach, goal, probability, None)
    assert found.cap == cap
    assert found.reachable == (free.entries is not None and free.entries <= cap)
    assert found.entries == (free.entries if found.reachable else None)
    assert (found.reason is None) == found.reachable


def test_beyond_the_cap_the_best_chance_is_said() -> None:
    found = solve(REACH, 3, 0.8, cap=10)
    assert (found.entries, found.reachable, found.reason, found.cap) == (None, False, "beyond_cap", 10)
    assert found.probability == at_least(REACH, 10, 3)


def test_without_a_cap_the_search_ends_somewhere() -> None:
    found = solve(UNLIKELY, 3, 0.8, cap=None)
    assert (found.entries, found.reason, found.cap) == (None, "beyond_search", None)
    assert found.probability == at_least(UNLIKELY, SEARCHED, 3)


def test_more_than_the_places_there_are_is_impossible() -> None:
    found = solve(REACH, 10, 0.1, cap=None, quota=9)
    assert (found.entries, found.reachable, found.reason, found.probability) == (None, False, "beyond_quota", 0.0)
    assert solve(REACH, 9, 0.1, cap=None, quota=9).reachable


@pytest.mark.parametrize(("goal", "probability"), [(0, 0.5), (1, 0.0), (1, 1.0), (-2, 0.5), (1, 1.5)])
def test_a_question_without_sense_is_refused(goal: int, probability: float) -> None:
    with pytest.raises(ValueError, match="at_least"):
        solve(REACH, goal, probability, None)
