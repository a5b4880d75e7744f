"""The status of a target: decided by a rule, said with its arithmetic, and unknown where it is unknown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import texts
from planning.course import ENOUGH, STATES, Course, Rest, of_closed, of_entries, of_outcome
from planning.course_words import label, words

TODAY = date(2026, 11, 20)
OPENED = date(2026, 10, 1)
IN_3_WEEKS = TODAY + timedelta(days=21)
COMPARATORS = ("at_least", "at_most", "exactly")


def rest(year: int, added: int, then: int = 3) -> Rest:
    return Rest(f"lomba-{year}", year, 21, then, then + added)


def course(actual: float | None, target: float | None, *rests: Rest, comparator: str = "at_least") -> Course:
    """With three weeks left of ten."""
    return of_entries(actual, target, comparator, TODAY, OPENED, IN_3_WEEKS, rests)


@pytest.mark.parametrize(
    ("target", "state"), [(14, "on_course"), (15, "at_risk"), (18, "at_risk"), (19, "out_of_reach")]
)
def test_the_end_is_expected_between_the_least_and_the_most_that_earlier_editions_still_added(
    target: int, state: str
) -> None:
    found = course(9, target, rest(2020, 9), rest(2021, 5), rest(2022, 7), rest(2023, 6))
    assert (found.state, found.rule, found.low, found.high) == (state, "earlier", 14, 18)
    assert (found.missing, found.weeks, found.needed) == (target - 9, 3, (target - 9) / 3)
    assert found.so_far == pytest.approx(9 * 7 / 51)
    assert found.years == (2020, 2021, 2022, 2023)


def test_few_earlier_editions_are_never_enough_to_call_a_target_out_of_reach() -> None:
    few = [rest(2020 + place, 5 + place) for place in range(ENOUGH - 1)]
    found = course(9, 99, *few)
    assert (found.state, found.rule) == ("at_risk", "earlier")
    assert "baru 3: terlalu sedikit" in words(found, "id")
    assert course(9, 99, *few, rest(2024, 5)).state == "out_of_reach"


def test_without_earlier_editions_the_pace_decides_and_nothing_is_out_of_reach() -> None:
    ahead, behind = course(9, 12), course(9, 400)
    assert (ahead.state, ahead.rule, behind.state, behind.rule) == ("on_course", "pace", "at_risk", "pace")
    assert behind.high == pytest.approx(9 + 3 * 9 * 7 / 51)
    assert "tidak cukup untuk menyebut target di luar jangkauan" in words(behind, "id")


def test_a_target_above_the_cap_is_out_of_reach_before_anything_else() -> None:
    found = of_entries(None, 20, "at_least", TODAY, IN_3_WEEKS, None, cap=15)
    assert (found.state, found.rule) == ("out_of_reach", "cap")
    assert words(found, "id") == "Batas edisi ini 15 usulan, sedangkan targetnya sekurang-kurangnya 20."
    assert of_entries(3, 20, "at_most", TODAY, OPENED, IN_3_WEEKS, cap=15).state != "out_of_reach"


def test_reached_before_closing_is_met_and_more_than_allowed_is_missed() -> None:
    assert (course(15, 15).state, course(15, 15).rule) == ("met", "reached")
    assert course(16, 15, comparator="at_most").state == "missed"
    assert course(16, 15, comparator="exactly").state == "missed"


def test_at_most_and_exactly_follow_the_same_expectation() -> None:
    rests = [rest(2020 + place, added) for place, added in enumerate((5, 6, 8, 9))]
    states = {aim: course(9, aim, *rests, comparator="at_most").state for aim in (13, 14, 17, 18)}
    assert states == {13: "out_of_reach", 14: "at_risk", 17: "at_risk", 18: "on_course"}
    exact = {aim: course(9, aim, *rests, comparator="exactly").state for aim in (13, 14, 18, 19)}
    assert exact == {13: "out_of_reach", 14: "on_course", 18: "on_course", 19: "out_of_reach"}
    assert course(9, 12, comparator="at_most").state == "open"


def test_an_edition_that_has_not_opened_says_so_with_the_forecast_where_there_is_one() -> None:
    found = of_entries(None, 15, "at_least", TODAY, IN_3_WEEKS, None, expected=(11, 19))
    assert (found.state, found.rule, found.low, found.high) == ("not_open", "forecast", 11, 19)
    assert "4 dari 5 kemungkinan antara 11 dan 19" in words(found, "id")
    assert of_entries(None, 15, "at_least", TODAY, IN_3_WEEKS, None).state == "not_open"


def test_the_closing_day_itself_is_still_open_and_decides_nothing() -> None:
    found = of_entries(9, 12, "at_least", TODAY, OPENED, TODAY, [rest(y, 0) for y in range(2018, 2026)])
    assert (found.state, found.rule, found.weeks, found.needed) == ("at_risk", "pace", 0, None)
    assert words(found, "id") == "Kurang 3 usulan pada hari penutupan."
    closed = of_entries(9, 12, "at_least", TODAY + timedelta(days=1), OPENED, TODAY)
    assert (closed.state, closed.rule) == ("missed", "closed")


def test_without_a_closing_day_the_year_decides_whether_it_is_over() -> None:
    assert of_entries(9, 15, "at_least", TODAY, None, None, year=2018).state == "missed"
    running = of_entries(9, 15, "at_least", TODAY, None, None, year=2026)
    assert (running.state, running.weeks) == ("open", None)
    assert words(running, "id") == "Sejauh ini 9, target sekurang-kurangnya 15. Masih berjalan; belum dapat dinilai."


def test_without_an_opening_day_there_is_a_pace_needed_but_no_pace_so_far() -> None:
    found = of_entries(9, 15, "at_least", TODAY, None, IN_3_WEEKS)
    assert (found.state, found.needed, found.so_far) == ("open", 2, None)


@pytest.mark.parametrize("closes", [IN_3_WEEKS, date(2018, 5, 1)])
def test_an_unknown_actual_stays_unknown(closes: date) -> None:
    found = of_entries(None, 15, "at_least", TODAY, date(2018, 4, 1), closes, [rest(2017, 5)])
    assert (found.state, found.missing, found.low) == ("unknown", None, None)
    assert words(found, "id") == "Realisasi belum diketahui."


def test_a_lower_bound_decides_only_what_it_can() -> None:
    assert of_closed(3, 2, "at_least", exact=False).state == "met"
    assert of_closed(3, 5, "at_least", exact=False).state == "unknown"
    assert of_closed(3, 2, "at_most", exact=False).state == "missed"
    assert of_closed(3, 5, "at_most", exact=False).state == "unknown"
    assert of_closed(3, 3, "exactly", exact=False).state == "unknown"
    assert words(of_closed(3, 5, "at_least", exact=False), "id").startswith("Baru diketahui sekurang-kurangnya 3")


def test_in_an_open_edition_a_lower_bound_steers_but_nothing_is_out_of_reach() -> None:
    rests = [rest(2020 + place, 5) for place in range(ENOUGH)]
    states = {
        aim: of_entries(9, aim, "at_least", TODAY, OPENED, IN_3_WEEKS, rests, exact=False).state for aim in (9, 14, 15)
    }
    assert states == {9: "met", 14: "on_course", 15: "at_risk"}
    assert course(9, 15, *rests).state == "out_of_reach"
    assert of_entries(9, 15, "at_most", TODAY, OPENED, IN_3_WEEKS, rests, exact=False).state == "unknown"


@pytest.mark.parametrize(
    ("actual", "comparator", "state"),
    [
        (15, "at_least", "met"),
        (14, "at_least", "missed"),
        (15, "at_most", "met"),
        (16, "at_most", "missed"),
        (15, "exactly", "met"),
        (14, "exactly", "missed"),
        (None, "exactly", "unknown"),
    ],
)
def test_what_is_over_is_met_or_missed(actual: float | None, comparator: str, state: str) -> None:
    assert of_closed(actual, 15, comparator).state == state
    assert of_outcome(actual, 15, comparator, running=False).state == state


def test_other_kinds_are_open_while_their_edition_runs() -> None:
    assert of_outcome(None, 2, "at_least", running=True).state == "open"
    assert of_outcome(1, 2, "at_least", running=True).state == "open"
    assert of_outcome(2, 2, "at_least", running=True).state == "met"
    assert of_outcome(2, 3, "at_most", running=True).state == "open", "a rank may still fall"
    assert of_outcome(2, 3, "at_least", running=True, measured=False).state == "not_measured"


def test_a_target_without_a_number_is_a_hope() -> None:
    assert of_entries(9, None, "at_least", TODAY, OPENED, IN_3_WEEKS).state == "hope"
    assert of_outcome(None, None, "at_least", running=True).state == "hope"


def test_the_sentence_holds_the_whole_arithmetic() -> None:
    found = course(9, 15, rest(2022, 5), rest(2023, 9))
    assert words(found, "id") == (
        "Kurang 6 usulan, sisa 3 minggu: perlu 2 per minggu; sejauh ini 1,2 per minggu. "
        "Pada sisa hari yang sama edisi 2022 dan 2023 masih menambah 5–9, jadi pada penutupan diperkirakan 14–18. "
        "Edisi pembandingnya baru 2, jadi ini pegangan kasar."
    )
    assert words(found, "en").startswith("Short by 6 with 3 weeks left: 2 per week needed; 1.2 per week so far.")


def test_many_editions_are_named_by_their_span_and_a_short_time_in_days() -> None:
    many = of_entries(
        9, 15, "at_least", TODAY, OPENED, TODAY + timedelta(days=5), [rest(y, 4) for y in range(2014, 2026)]
    )
    assert words(many, "id") == (
        "Kurang 6 usulan, sisa 5 hari. "
        "Pada sisa hari yang sama 12 edisi (2014–2025) masih menambah 4, jadi pada penutupan diperkirakan 13."
    )


def test_an_amount_is_written_in_its_own_unit() -> None:
    found = of_outcome(0.457, 0.9, "at_least", running=False)
    said = words(found, "id", lambda value: texts.percent(value, "id"))
    assert said == "Realisasi 45,7 %, target sekurang-kurangnya 90,0 %: selisih 44,3 %."


@given(
    actual=st.none() | st.integers(0, 60),
    target=st.none() | st.integers(0, 60),
    comparator=st.sampled_from(COMPARATORS),
    opens=st.none() | st.integers(-200, 40),
    closes=st.none() | st.integers(-40, 200),
    added=st.lists(st.integers(0, 30), max_size=8),
    cap=st.none() | st.integers(1, 40),
    exact=st.booleans(),
    year=st.none() | st.integers(2018, 2027),
)
def test_every_case_has_a_state_a_label_and_a_sentence(
    actual: int | None,
    target: int | None,
    comparator: str,
    opens: int | None,
    closes: int | None,
    added: list[int],
    cap: int | None,
    exact: bool,
    year: int | None,
) -> None:
    first, last = (None if days is None else TODAY + timedelta(days=days) for days in (opens, closes))
    rests = [rest(2010 + place, n) for place, n in enumerate(added)]
    found = of_entries(actual, target, comparator, TODAY, first, last, rests, cap, exact=exact, year=year)
    assert found.state in STATES
    for lang in texts.LANGUAGES:
        assert label(found, lang)
        assert words(found, lang).endswith(".")
    over = last < TODAY if last else year is not None and year < 2026
    if over:
        assert found.state in {"met", "missed", "unknown", "hope"}
    if actual is None:
        assert found.state in {"unknown", "hope", "not_open", "out_of_reach"}
    if found.state == "out_of_reach":
        assert found.rule == "cap" or len(rests) >= ENOUGH


@given(st.integers(0, 20), st.lists(st.integers(0, 30), min_size=1, max_size=8))
def test_a_higher_target_never_stands_better(actual: int, added: list[int]) -> None:
    order = ["met", "on_course", "at_risk", "out_of_reach"]
    rests = [rest(2010 + place, n) for place, n in enumerate(added)]
    places = [order.index(course(actual, target, *rests).state) for target in range(70)]
    assert places == sorted(places)
    assert course(actual, 30, *rests) == course(actual, 30, *rests[::-1])
