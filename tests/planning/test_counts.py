"""Next year's number of entries: the closed form, its long tail, and what a few counts do to it."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, betanbinom, nbinom

from planning import counts
from planning.counts import FEWEST, NEUTRAL, PRIOR, SHAPE, SHIFT, SPREADS, Forecast, forecast

NATIONAL = list(zip([*range(2014, 2024)], (515, 1188, 2476, 3054, 2824, 3156, 3059, 3178, 3478, 3110), strict=True))
LOMBA = list(zip(range(2008, 2015), (41, 35, 33, 36, 32, 40, 38), strict=True))
SHOWN = [0, 3, 8, 10, 12, 14, 20, 40]
SHARES = (0.0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999, 1.0)

histories = st.dictionaries(st.integers(1990, 2030), st.integers(0, 5_000), min_size=FEWEST, max_size=12).map(
    lambda years: list(years.items())
)


def made(history: list[tuple[int, int]], year: int) -> Forecast:
    found = forecast(history, year)
    assert found is not None
    return found


def steady(count: int, years: int = 6) -> list[tuple[int, int]]:
    return [(2010 + step, count) for step in range(years)]


def width(found: Forecast) -> int:
    low, high = found.interval()
    return high - low


def mean(found: Forecast) -> float:
    return float(found.support @ found.chances)


def test_fewer_than_three_years_are_too_few() -> None:
    assert forecast([], 2018) is None
    assert forecast([(2017, 9)], 2018) is None
    assert forecast([(2016, 9), (2017, 9)], 2018) is None
    assert forecast([(2015, 9), (2016, 9), (2017, 9)], 2018) is not None


def test_what_was_not_known_before_the_year_is_left_out() -> None:
    assert forecast([(2016, 9), (2017, 9), (2018, 15)], 2018) is None
    early, late = made(LOMBA, 2012), made([*LOMBA[:4]], 2012)
    assert np.array_equal(early.chances, late.chances)


@pytest.mark.parametrize("history", [[(2015, 9), (2016, 8), (2016, 7), (2017, 9)], [(2015, 9), (2016, -1), (2017, 9)]])
def test_a_year_twice_or_a_count_below_zero_is_refused(history: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="one count per year"):
        forecast(history, 2018)


@pytest.mark.parametrize("terms", [(1, 0.7, 0.3), (3, 2.5, 30.0), (11, 9.0, 400.0), (400, 77.0, 3_000.0)])
def test_the_closed_form_is_the_beta_negative_binomial_of_scipy(terms: tuple[int, float, float]) -> None:
    shown = np.arange(0, 5_000, 7)
    said = counts.log_chance(shown, *(np.array(term, dtype=float) for term in terms))
    assert said == pytest.approx(betanbinom.logpmf(shown, *terms), rel=1e-6)


def by_hand(shape: float, shift: float) -> tuple[list[float], list[float]]:
    """What one pair says after 9 entries: the chances of 15 a year later and of 12 two years after that, and then the
    chances of SHOWN after three more years."""
    exposure, entries, likely = shape, 9.0, []
    for gap, count in ((1, 15), (2, 12), (3, None)):
        variation = 1 / exposure + 1 / (entries + 1 / 3)
        kept = variation / (variation + gap * shift**2)
        exposure, entries = exposure * kept, entries * kept
        if count is not None:
            likely.append(by_integral(count, shape, 1 / 3 + exposure, 1 / 3 + entries))
            exposure, entries = exposure + shape, entries + count
    return likely, [by_integral(count, shape, 1 / 3 + exposure, 1 / 3 + entries) for count in SHOWN]


def by_integral(count: int, shape: float, a: float, b: float) -> float:
    """The negative binomial chance averaged over p ~ Beta(a, b), at 2,000 equally likely p."""
    p = beta.ppf((np.arange(2_000) + 0.5) / 2_000, a, b)
    return float(nbinom.pmf(count, shape, p).mean())


def test_three_counts_and_a_gap_weighed_by_hand() -> None:
    said = [by_hand(shape, shift) for shape, shift in zip(SHAPE, SHIFT, strict=True)]
    likely = np.array([pair for pair, _ in said])
    weights = PRIOR * likely[:, 0]
    weights = 0.9 * weights / weights.sum() + 0.1 * PRIOR
    weights = (0.9 * weights + 0.1 * PRIOR) * likely[:, 1]
    same = 0.9**3
    chances = (same * weights / weights.sum() + (1 - same) * PRIOR) @ np.array([pair for _, pair in said])
    found = made([(2015, 9), (2016, 15), (2018, 12)], 2021)
    assert found.chances[SHOWN] == pytest.approx(chances, rel=2e-3)


def test_the_forecast_is_what_drawing_from_the_model_gives() -> None:
    """Draw the pair, the level, the year's shock and the count one after the other, many times."""
    random = np.random.default_rng(7)
    ahead = counts._ahead(counts._known(LOMBA), 2015)
    pair = random.choice(len(SHAPE), size=200_000, p=ahead.weights)
    chance = random.beta(NEUTRAL + ahead.exposure[pair], NEUTRAL + ahead.entries[pair])
    shock = random.gamma(SHAPE[pair], 1 / SHAPE[pair])
    drawn = random.poisson(SHAPE[pair] * (1 - chance) / chance * shock)
    found = made(LOMBA, 2015)
    for count in (20, 30, 36, 40, 50, 80):
        assert found.at_least(count) == pytest.approx(float(np.mean(drawn >= count)), abs=0.005)


@pytest.mark.parametrize("scale", [1, 40])
def test_points_that_stand_for_several_counts_hold_their_chances(scale: int) -> None:
    """Far above 2 · FINE the support has gaps; the chances up to its points still are sums of the closed form."""
    history = [(year, scale * count) for year, count in NATIONAL]
    ahead = counts._ahead(counts._known(history), 2025)
    found = made(history, 2025)
    upto = float(np.cumsum(found.chances)[np.searchsorted(found.support, 3_300 * scale)])
    point = int(found.support[np.searchsorted(found.support, 3_300 * scale)])
    exact = np.exp(counts._said(np.arange(point + 1)[:, None], ahead)).sum(axis=0) @ ahead.weights
    assert upto == pytest.approx(exact, abs=1e-6)


def test_the_support_is_one_apart_where_it_matters_and_fine_above() -> None:
    support = made(NATIONAL, 2025).support
    assert np.array_equal(support[: 2 * counts.FINE], np.arange(2 * counts.FINE))
    steps = np.diff(support)
    assert steps.min() >= 1
    assert np.all(steps <= 1 + support[1:] / counts.FINE)
    assert support[-1] > 90 * 3_478
    assert made(NATIONAL, 2025).chances[-1] < 1e-4


@given(histories, st.integers(2031, 2036))
@settings(max_examples=40, deadline=None)
def test_any_history_gives_a_distribution(history: list[tuple[int, int]], year: int) -> None:
    found = made(history, year)
    assert found.chances.sum() == pytest.approx(1)
    assert found.chances.min() >= 0
    assert np.all(np.diff(found.support) > 0)
    quantiles = [found.quantile(share) for share in SHARES]
    assert quantiles == sorted(quantiles)
    low, high = found.interval()
    assert found.at_least(low) - found.at_least(high + 1) >= 0.8 - 1e-9
    assert found.at_least(0) == pytest.approx(1)
    assert 0 < found.discount <= 1
    assert SPREADS[0] < found.dispersion < 2 * SPREADS[-1]


@given(histories, st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_rows_does_not_matter(history: list[tuple[int, int]], random: Random) -> None:
    shuffled = random.sample(history, len(history))
    assert np.array_equal(made(history, 2031).chances, made(shuffled, 2031).chances)


def test_a_quantile_is_the_first_count_with_enough_chance() -> None:
    found = Forecast(2018, np.arange(4), np.array([0.25, 0.25, 0.25, 0.25]), 1.0, 0.1)
    assert [found.quantile(share) for share in (0.1, 0.25, 0.26, 0.5, 0.9, 1.0)] == [0, 0, 1, 1, 3, 3]
    assert found.interval(0.5) == (0, 2)
    assert [found.at_least(count) for count in (-1, 0, 1, 3, 4)] == [1.0, 1.0, 0.75, 0.25, 0.25]


def test_years_without_an_edition_widen_the_interval() -> None:
    widths = [width(made(LOMBA, year)) for year in (2015, 2016, 2018, 2022)]
    assert widths == sorted(set(widths))
    hole = [(year if year < 2012 else year + 1, count) for year, count in LOMBA]
    assert made(hole, 2016).discount != made(LOMBA, 2015).discount


def test_a_steady_series_stays_where_it_is_and_narrows() -> None:
    widths = [width(made(steady(200, years), 2010 + years)) for years in (3, 6, 12)]
    assert widths == sorted(set(widths), reverse=True)
    assert abs(made(steady(200), 2016).quantile(0.5) - 200) <= 2


def test_thousands_are_far_less_certain_than_chance_alone() -> None:
    found = made(NATIONAL, 2025)
    poisson = 2 * 1.2816 * np.sqrt(found.quantile(0.5))
    assert width(found) > 5 * poisson


def test_a_few_entries_are_little_more_than_chance() -> None:
    """At three a year the Poisson interval is 1 to 5; two surprises in ten years do not make it 0 to 30."""
    low, high = made(steady(3), 2016).interval()
    assert (low, high) in {(1, 5), (1, 6)}


def test_none_for_years_does_not_make_another_impossible() -> None:
    found = made(steady(0), 2016)
    assert found.interval() == (0, 0)
    assert 0.001 < found.at_least(1) < 0.2
    assert made(steady(0, 3), 2013).at_least(1) > found.at_least(1)


def test_one_huge_jump_widens_and_is_forgotten() -> None:
    calm, jumped = steady(40), [*steady(40), (2016, 400)]
    after = made(jumped, 2017)
    assert after.dispersion > made(calm, 2016).dispersion
    assert after.interval()[1] > 400
    assert 40 < after.quantile(0.5) < 420
    settled = made([*jumped, *((year, 400) for year in range(2017, 2023))], 2023)
    assert settled.interval()[0] > 250
    assert settled.interval()[1] < 600


def test_growth_that_stopped_is_not_feared_for_ever() -> None:
    """515 → 3,054 in three years, then six years between 2,824 and 3,478."""
    low, high = made(NATIONAL, 2025).interval()
    assert low > 2_200
    assert high < 4_200
    assert width(made(NATIONAL[:4], 2018)) > 2 * (high - low)


def test_a_level_follows_a_series_that_grew() -> None:
    grown = [(2010 + step, round(20 * 1.3**step)) for step in range(8)]
    last, whole = grown[-1][1], sum(count for _, count in grown) / len(grown)
    assert made(grown, 2018).quantile(0.5) > (last + whole) / 2
