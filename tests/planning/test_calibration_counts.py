"""On series drawn from the model itself the intervals hold what they say; bench/ does the same with many more."""

from __future__ import annotations

import pytest

from bench.calibration import count_coverage

DRAWS = 300
SMALL = 60  # first counts up to this: short supports, so that the suite stays quick


@pytest.fixture(scope="module")
def found() -> dict[str, float]:
    return count_coverage(DRAWS, seed=20180123, years=5, most_first=SMALL)


def test_the_interval_holds_the_next_count_as_often_as_it_says(found: dict[str, float]) -> None:
    """Three standard deviations of a share of 0.8 (and of 0.1) among the draws."""
    assert found["covered"] == pytest.approx(0.8, abs=3 * (0.16 / DRAWS) ** 0.5)
    assert found["below"] == pytest.approx(0.1, abs=3 * (0.09 / DRAWS) ** 0.5)
    assert found["above"] == pytest.approx(0.1, abs=3 * (0.09 / DRAWS) ** 0.5)
    assert found["mean_pit"] == pytest.approx(0.5, abs=3 * (1 / 12 / DRAWS) ** 0.5)


def test_whole_numbers_make_the_interval_a_little_wider(found: dict[str, float]) -> None:
    assert found["covered"] <= found["plain"] < 0.95


def test_the_same_seed_gives_the_same_figures() -> None:
    assert count_coverage(20, 5, 3, SMALL) == count_coverage(20, 5, 3, SMALL)


def test_too_few_years_cannot_be_tested() -> None:
    with pytest.raises(ValueError, match="too few"):
        count_coverage(1, 5, 2, SMALL)
