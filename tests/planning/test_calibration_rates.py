"""On records drawn from the model's own priors the intervals hold what they say; bench/ does it with many more."""

from __future__ import annotations

import pytest

from bench.calibration_rates import rate_coverage

DRAWS = 240
THREE_SIGMA = 3 * (0.16 / DRAWS) ** 0.5  # of a share of 0.8 among DRAWS


@pytest.fixture(scope="module")
def found() -> dict[str, float]:
    return rate_coverage(DRAWS, seed=20180123)


def test_the_interval_of_the_coming_rate_holds_what_it_says(found: dict[str, float]) -> None:
    assert found["rates"] == pytest.approx(0.8, abs=THREE_SIGMA)


def test_so_does_the_number_that_gets_through(found: dict[str, float]) -> None:
    assert found["outcomes"] == pytest.approx(0.8, abs=THREE_SIGMA)


def test_the_ranks_lean_to_neither_side(found: dict[str, float]) -> None:
    assert found["mean_rank"] == pytest.approx(0.5, abs=3 * (1 / 12 / DRAWS) ** 0.5)


def test_rates_that_round_to_zero_or_one_make_the_closed_interval_hold_more(found: dict[str, float]) -> None:
    assert found["rates"] <= found["plain"] < 0.92


@pytest.mark.parametrize("tiers", ["nation", "nation+level+own", "nation+own"])
def test_with_any_tiers(found: dict[str, float], tiers: str) -> None:
    assert found[tiers] == pytest.approx(0.8, abs=THREE_SIGMA * 3**0.5)


def test_the_same_seed_gives_the_same_figures() -> None:
    assert rate_coverage(9, 4) == rate_coverage(9, 4)
