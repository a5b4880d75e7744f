"""Scenarios side by side: what each number is, what it rests on, and why one is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import texts
from planning.counts import FEWEST, Forecast, forecast
from planning.scenarios import RECENT, Scenario, basis, scenarios, trend

HISTORY = [(2014, 41), (2015, 35), (2016, 33), (2017, 36), (2018, 32), (2019, 40)]
KNOWN = st.dictionaries(st.integers(2010, 2025), st.integers(0, 4000), max_size=12)


@dataclass(frozen=True)
class Uniform:
    """A forecast that gives 0 to 99 the same chance."""

    def quantile(self, share: float) -> int:
        return round(share * 100) - 1

    def at_least(self, count: int) -> float:
        return min(1.0, max(0.0, (100 - count) / 100))


EVEN = cast(Forecast, Uniform())


def by_id(made: tuple[Scenario, ...]) -> dict[str, Scenario]:
    return {scenario.id: scenario for scenario in made}


def test_all_five_stand_side_by_side_with_their_chances() -> None:
    made = scenarios(HISTORY, 2020, EVEN, target=60, own=25)
    assert [scenario.id for scenario in made] == ["same", "trend", "stretch", "target", "own"]
    found = by_id(made)
    assert (found["same"].entries, found["same"].years) == (40, (2019,))
    entries = {name: one.entries for name, one in found.items() if name != "trend"}
    assert entries == {"same": 40, "stretch": 89, "target": 60, "own": 25}
    for scenario in made:
        assert scenario.chance == pytest.approx(EVEN.at_least(scenario.entries or 0))
    assert found["trend"].years == (2015, 2016, 2017, 2018, 2019)
    assert all(scenario.reason is None for scenario in made)


def test_what_is_not_known_has_its_reason_in_place_of_a_number() -> None:
    found = by_id(scenarios([(2017, 9)], 2018, None, None, None))
    assert found["same"].entries == 9
    assert found["same"].chance is None
    reasons = {name: scenario.reason for name, scenario in found.items()}
    assert reasons == {"same": None, "trend": "too_few", "stretch": "no_forecast", "target": "no_target"}
    assert all(found[name].entries is None for name in ("trend", "stretch", "target"))
    assert by_id(scenarios([], 2018, None, None, None))["same"].reason == "no_year"


def test_years_from_the_planned_one_on_are_not_known_yet() -> None:
    later = [*HISTORY, (2020, 900), (2021, 900)]
    assert scenarios(later, 2020, None, None, None) == scenarios(HISTORY, 2020, None, None, None)


def test_the_stretch_is_the_upper_end_of_the_forecast() -> None:
    real = forecast(HISTORY, 2020)
    assert real is not None
    stretch = by_id(scenarios(HISTORY, 2020, real, None, None))["stretch"]
    assert stretch.entries == real.quantile(0.9)
    assert stretch.chance == pytest.approx(real.at_least(real.quantile(0.9)))


def test_a_line_is_continued_also_over_a_year_without_an_edition() -> None:
    assert trend([(2021, 10), (2022, 12), (2023, 14), (2025, 18)], 2026) == 20


def test_one_odd_year_does_not_turn_the_line() -> None:
    straight = [(2020, 20), (2021, 22), (2022, 24), (2023, 26), (2024, 28)]
    odd = [*straight[:2], (2022, 200), *straight[3:]]
    assert trend(straight, 2025) == 30
    assert abs((trend(odd, 2025) or 0) - 30) <= 2


def test_growth_that_ended_years_ago_is_not_continued() -> None:
    grown = [(2014, 515), (2015, 1188), (2016, 2476), (2017, 3054)]
    still = [(2018, 3000), (2019, 3010), (2020, 2990), (2021, 3000), (2022, 3000)]
    assert len(still) == RECENT
    assert trend([*grown, *still], 2023) == trend(still, 2023)
    assert 2900 <= (trend([*grown, *still], 2023) or 0) <= 3050


def test_a_falling_line_ends_at_nothing_and_never_below() -> None:
    assert trend([(2020, 9), (2021, 5), (2022, 1)], 2025) == 0


@given(KNOWN)
def test_order_does_not_matter_and_too_few_years_have_no_line(known: dict[int, int]) -> None:
    rows = list(known.items())
    found = trend(rows, 2026)
    assert (found is None) == (len(rows) < FEWEST)
    assert found == trend(list(reversed(rows)), 2026)
    assert found is None or found >= 0
    assert scenarios(rows, 2026, None, None, None) == scenarios(rows[::-1], 2026, None, None, None)


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_every_scenario_says_in_words_what_it_rests_on_or_why_it_is_missing(lang: str) -> None:
    for made in (scenarios(HISTORY, 2020, EVEN, 60, 25), scenarios([], 2020, None, None, None)):
        for scenario in made:
            assert texts.t(f"plan.scenario.{scenario.id}", lang)
            assert basis(scenario, lang).endswith(".")
    assert "2015–2019" in basis(by_id(scenarios(HISTORY, 2020, None, None, None))["trend"], lang)
