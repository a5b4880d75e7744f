"""What would have been said in past years: from earlier years only, scored by definition, against naive rules."""

from __future__ import annotations

from math import log
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning import scores
from planning.counts import FEWEST, forecast
from planning.hindcast import Hindcast, hindcast
from planning.hindcast import Tested as PastYear

NATIONAL = list(
    zip([*range(2014, 2024), 2025], (515, 1188, 2476, 3054, 2824, 3156, 3059, 3178, 3478, 3110, 3051), strict=True)
)
SUBMITTED = list(zip([*range(2017, 2024), 2025], (1627, 1689, 1872, 2307, 1866, 2454, 2269, 2378), strict=True))

distributions = st.dictionaries(st.integers(0, 300), st.floats(0.001, 1), min_size=1, max_size=30).map(
    lambda points: (
        np.array(sorted(points)),
        np.array([points[point] for point in sorted(points)]) / sum(points.values()),
    )
)


def a_year(actual: int, middle: int, last: int, score: float) -> PastYear:
    return PastYear(
        year=2018,
        low=0,
        middle=middle,
        high=2 * middle,
        actual=actual,
        inside=actual <= 2 * middle,
        score=score,
        log_score=-1.0,
        off=float(abs(middle - actual)),
        naive_last=float(abs(last - actual)),
        naive_mean=float(abs(last - actual)),
    )


@pytest.mark.parametrize("history", [[], NATIONAL[:1], NATIONAL[:FEWEST]])
def test_too_few_years_leave_nothing_to_test(history: list[tuple[int, int]]) -> None:
    found = hindcast(history)
    assert found == Hindcast(())
    assert found.covered == (0, 0)
    assert [found.score, found.off, found.naive_last, found.naive_mean] == [None] * 4
    assert found.beats_last is None
    assert found.beats_mean is None


def test_every_year_after_the_third_is_tested() -> None:
    assert [year.year for year in hindcast(NATIONAL).years] == [2017, *range(2018, 2024), 2025]
    assert [year.actual for year in hindcast(NATIONAL).years] == [count for _, count in NATIONAL[3:]]


def test_a_tested_year_is_the_forecast_from_the_years_before_it() -> None:
    tested = hindcast(NATIONAL).years[5]
    found = forecast(NATIONAL[:8], 2022)
    assert found is not None
    assert (tested.low, tested.high) == found.interval(0.8)
    assert tested.middle == found.quantile(0.5)
    assert tested.score == scores.crps(found.support, found.chances, 3478)
    assert tested.log_score == pytest.approx(log(found.chances[3478]))


def test_what_happened_later_changes_nothing() -> None:
    other = [*NATIONAL[:6], (2020, 9), (2021, 90_000)]
    assert hindcast(other).years[:3] == hindcast(NATIONAL).years[:3]


def test_the_naive_rules_by_hand() -> None:
    tested = {year.year: year for year in hindcast(NATIONAL).years}
    assert tested[2017].naive_last == 3054 - 2476
    assert tested[2025].naive_last == 3110 - 3051  # there was no edition in 2024: the year before is 2023
    assert tested[2017].naive_mean == pytest.approx(3054 - (515 + 1188 + 2476) / 3)
    assert all(year.off == abs(year.middle - year.actual) for year in tested.values())
    assert all(year.inside == (year.low <= year.actual <= year.high) for year in tested.values())


def test_the_national_record() -> None:
    """On the registered entries "same as last year" is hard to beat and the page has to say so; on the submitted ones
    the forecast is better than both."""
    registered, submitted = hindcast(NATIONAL), hindcast(SUBMITTED)
    assert (registered.beats_last, registered.beats_mean) == (False, True)
    assert (submitted.beats_last, submitted.beats_mean) == (True, True)
    assert registered.covered[0] + submitted.covered[0] >= 10
    assert registered.score is not None
    assert registered.score < 330  # with one lasting manner for the whole series: more than 430


def test_the_order_of_the_rows_does_not_matter() -> None:
    assert hindcast(Random(3).sample(SUBMITTED, len(SUBMITTED))) == hindcast(SUBMITTED)


@pytest.mark.parametrize("wrong", [(2020, 7), (2031, -1)])
def test_a_year_twice_or_a_count_below_zero_is_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="one count per year"):
        hindcast([*NATIONAL, wrong])


def test_a_constant_series_cannot_be_beaten() -> None:
    found = hindcast([(year, 12) for year in range(2010, 2018)])
    assert found.covered == (5, 5)
    assert found.naive_last == 0
    assert found.beats_last is False


def test_means_are_over_the_tested_years() -> None:
    found = Hindcast((a_year(20, 15, 10, 3.0), a_year(40, 19, 36, 9.0)))
    assert found.covered == (1, 2)
    assert (found.score, found.off, found.naive_last, found.naive_mean) == (6.0, 13.0, 7.0, 7.0)


def test_better_means_as_a_distribution_and_by_its_middle() -> None:
    def beats(score: float, middle: int) -> bool | None:
        return Hindcast((a_year(20, middle, 15, score),)).beats_last

    assert beats(4.0, 16) is True
    assert beats(4.0, 15) is True  # as far off as last year, with an honest width beside it
    assert beats(4.0, 14) is False
    assert beats(5.0, 16) is False
    assert beats(6.0, 20) is False


@given(distributions, st.integers(0, 400))
@settings(max_examples=100, deadline=None)
def test_the_score_is_the_integral_of_its_definition(
    distribution: tuple[np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int], np.dtype[np.float64]]],
    actual: int,
) -> None:
    support, chances = distribution
    counts = np.arange(500)
    reached = np.array([chances[support <= count].sum() for count in counts])
    by_definition = float(((reached - (counts >= actual)) ** 2).sum())
    assert scores.crps(support, chances, actual) == pytest.approx(by_definition, abs=1e-6)


@pytest.mark.parametrize("actual", [0, 3, 15, 900])
def test_of_a_single_number_the_score_is_its_distance(actual: int) -> None:
    assert scores.crps(np.array([15]), np.array([1.0]), actual) == abs(15 - actual)


def test_the_truth_scores_best_on_average() -> None:
    """A proper score: whoever says anything else than what is drawn from loses on average."""
    counts = np.arange(5)
    truth, bolder = np.array([0.1, 0.2, 0.4, 0.2, 0.1]), np.array([0.0, 0.1, 0.8, 0.1, 0.0])
    for score, sign in ((scores.crps, 1), (scores.log_score, -1)):
        honest = sum(p * sign * score(counts, truth, y) for y, p in enumerate(truth))
        assert honest < sum(p * sign * score(counts, bolder, y) for y, p in enumerate(truth))


def test_the_log_score_of_a_count() -> None:
    counts, chances = np.array([0, 1, 2, 6]), np.array([0.1, 0.2, 0.3, 0.4])
    said = [scores.log_score(counts, chances, actual) for actual in (0, 2, 3, 6, 7)]
    assert said == pytest.approx([log(0.1), log(0.3), log(0.1), log(0.1), log(0.1)])
    assert scores.log_score(counts, np.array([0.0, 1.0, 0.0, 0.0]), 0) < -700  # finite


def test_what_happened_as_a_step_of_the_distribution() -> None:
    counts, chances = np.array([0, 1, 2, 6]), np.array([0.1, 0.2, 0.3, 0.4])
    assert scores.reached(counts, chances, 0) == pytest.approx((0.0, 0.1))
    assert scores.reached(counts, chances, 2) == pytest.approx((0.3, 0.6))
    assert scores.reached(counts, chances, 9) == pytest.approx((0.6, 1.0))
