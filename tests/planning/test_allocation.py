"""Dividing a total: exact, explained, and the same whatever the order of the agencies."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import texts
from planning.agencies import Candidate
from planning.allocation import (
    CannotDivide,
    Share,
    adjust,
    allocate,
    expected,
    mean_record,
    parts,
    weight,
    why,
)

DIGITS = re.compile(r"\d+")


def candidate(name: str, record: float | None = None, years: int = 0, **more: object) -> Candidate:
    """An agency with a record over so many years."""
    plain = Candidate(name, f"Dinas {name}", record, years, int(record or 0), 0, 0, False)
    return replace(plain, **more)  # type: ignore[arg-type]


@st.composite
def candidates(draw: st.DrawFn, least: int = 1) -> list[Candidate]:
    """A board of agencies: known and unknown records, drafts, units, some exempt."""
    made = []
    for place in range(draw(st.integers(least, 25))):
        counts = draw(st.lists(st.integers(0, 8), max_size=6))
        record = sum(counts) / len(counts) if counts else None
        made.append(
            Candidate(
                agency_id=f"a{place:02}",
                name=f"Dinas {place}",
                record=record,
                years=len(counts),
                best=max(counts, default=0),
                prepared=draw(st.integers(0, 6)),
                units=draw(st.integers(0, 20)),
                exempt=draw(st.integers(0, 5)) == 0,
                at_least=len(counts) if draw(st.booleans()) else 0,
            )
        )
    return made


def refusal(among: list[Candidate], total: int, minimum: int, cap: int | None) -> tuple[str, dict[str, object]] | None:
    """Why the total cannot be divided, None where it can."""
    try:
        allocate(among, total, minimum, cap)
    except CannotDivide as refused:
        return refused.code, refused.params
    return None


def numbers(shares: tuple[Share, ...]) -> dict[str, int]:
    return {share.agency_id: share.n for share in shares}


@given(candidates(), st.integers(0, 300), st.integers(0, 3), st.none() | st.integers(0, 20))
def test_sum_minimum_and_cap_hold_or_the_refusal_is_right(
    among: list[Candidate], total: int, minimum: int, cap: int | None
) -> None:
    bound = [one for one in among if not one.exempt]
    needed = minimum * len(bound)
    refused = refusal(among, total, minimum, cap)
    if total < needed:
        assert refused == ("too_few", {"total": total, "needed": needed, "agencies": len(bound)})
        return
    if (total and not bound) or (cap is not None and bound and (total > cap * len(bound) or cap < minimum)):
        assert refused == ("too_many", {"total": total, "most": (cap or 0) * len(bound)})
        return
    assert refused is None
    shares = allocate(among, total, minimum, cap)
    assert sum(share.n for share in shares) == total
    assert [share.agency_id for share in shares] == sorted(one.agency_id for one in among)
    for share in shares:
        assert share.due == (0 if share.candidate.exempt else minimum)
        assert share.due <= share.n
        assert cap is None or share.n <= cap
        assert not (share.candidate.exempt and share.n)
    assert sum(share.weight for share in shares) == pytest.approx(1.0 if bound else 0.0)


@given(candidates(), st.integers(0, 200), st.none() | st.integers(1, 15), st.randoms(use_true_random=False))
def test_the_order_of_the_agencies_does_not_matter(
    among: list[Candidate], extra: int, cap: int | None, random: Random
) -> None:
    bound = sum(not one.exempt for one in among)
    total = min(bound + extra, bound * cap) if cap else bound + extra if bound else 0
    mixed = random.sample(among, len(among))
    assert allocate(among, total, 1, cap) == allocate(mixed, total, 1, cap)


@given(candidates(), st.integers(0, 200))
def test_each_is_within_one_of_its_exact_part_and_a_larger_weight_never_gets_less(
    among: list[Candidate], extra: int
) -> None:
    """The quota rule of the largest remainder, which holds while no cap binds."""
    bound = [one for one in among if not one.exempt]
    shares = [share for share in allocate(among, len(bound) + extra if bound else 0) if not share.candidate.exempt]
    for share in shares:
        assert abs(share.rest - share.weight * extra) < 1 + 1e-9
    ranked = sorted(shares, key=lambda share: share.weight)
    assert all(less.rest <= more.rest for less, more in pairwise(ranked) if less.weight < more.weight)


@given(candidates(), st.integers(0, 100), st.integers(1, 8))
def test_under_a_cap_only_those_at_the_cap_get_less_than_their_part(
    among: list[Candidate], extra: int, cap: int
) -> None:
    bound = sum(not one.exempt for one in among)
    total = min(bound + extra, bound * cap)
    for share in allocate(among, total, 1, cap):
        assert not share.capped or share.n == cap
        if not share.capped and not share.candidate.exempt and share.n < cap:
            assert share.rest > share.weight * (total - bound) - 1 - 1e-9


@given(candidates(), st.integers(0, 100), st.data())
def test_numbers_set_by_hand_stand_and_the_others_share_the_remainder(
    among: list[Candidate], extra: int, data: st.DataObject
) -> None:
    names = [one.agency_id for one in among]
    fixed = {name: data.draw(st.integers(0, 9)) for name in data.draw(st.lists(st.sampled_from(names), unique=True))}
    free = sum(not one.exempt and one.agency_id not in fixed for one in among)
    total = sum(fixed.values()) + (free + extra if free else 0)
    shares = allocate(among, total, 1, None, fixed)
    assert sum(share.n for share in shares) == total
    for share in shares:
        assert share.fixed == (share.agency_id in fixed)
        assert share.n == fixed[share.agency_id] if share.fixed else share.n >= share.due


@given(candidates(least=3), st.integers(0, 60), st.data())
def test_changing_one_number_keeps_the_sum_and_the_numbers_set_before(
    among: list[Candidate], extra: int, data: st.DataObject
) -> None:
    bound = [one.agency_id for one in among if not one.exempt]
    shares = allocate(among, len(bound) + extra if bound else 0)
    if len(bound) < 2:
        return
    first, second = data.draw(st.lists(st.sampled_from(bound), min_size=2, max_size=2, unique=True))
    moved = adjust(shares, first, data.draw(st.integers(0, extra)))
    assert sum(share.n for share in moved) == sum(share.n for share in shares)
    assert [share.agency_id for share in moved if share.fixed] == [first]
    if len(bound) > 2:
        again = adjust(moved, second, 0)
        assert (numbers(again)[first], numbers(again)[second]) == (numbers(moved)[first], 0)
        assert sum(share.n for share in again) == sum(share.n for share in shares)


@given(candidates(), st.integers(0, 60), st.none() | st.integers(1, 6), st.sampled_from(texts.LANGUAGES))
def test_every_number_is_explained_by_parts_that_add_up(
    among: list[Candidate], extra: int, cap: int | None, lang: str
) -> None:
    bound = sum(not one.exempt for one in among)
    total = min(bound + extra, bound * cap) if cap else bound + extra if bound else 0
    for share in allocate(among, total, 1, cap):
        assert sum(n for _, n in parts(share)) == share.n == share.minimum + share.rest
        said = why(share, lang).split("; ")
        leading = [int(found[0]) for found in map(DIGITS.match, said) if found]
        assert leading == [n for _, n in parts(share)]


def test_agencies_alike_in_everything_are_told_apart_by_their_name_only() -> None:
    alike = [candidate(name, 1.0, 3) for name in ("c", "a", "b")]
    assert numbers(allocate(alike, 5)) == {"a": 2, "b": 2, "c": 1}


def test_equal_remainders_go_to_the_better_record_first() -> None:
    """Both have the same weight, one of them thanks to its units: the record decides."""
    a, z = candidate("a", 1.0, 2, units=5), candidate("z", 1.5, 2)
    mean = mean_record([a, z])
    assert weight(a, mean) == weight(z, mean) > expected(a, mean)
    assert numbers(allocate([a, z], 3)) == {"a": 1, "z": 2}


def test_a_record_is_drawn_towards_the_mean_the_more_the_fewer_its_years() -> None:
    board = [candidate("long", 3.0, 10), candidate("short", 3.0, 1), candidate("none", 0.0, 9), candidate("new")]
    mean = mean_record(board)
    assert mean is not None
    assert float(mean) == pytest.approx(33 / 20)
    drawn = {one.agency_id: float(expected(one, mean)) for one in board}
    assert drawn["long"] == pytest.approx((2 * 1.65 + 30) / 12)
    assert 1.65 < drawn["short"] < drawn["long"] < 3
    assert drawn["new"] == pytest.approx(1.65), "unknown is not weak"
    assert 0 < drawn["none"] < 1.65


def test_where_nothing_is_known_of_anyone_all_count_the_same() -> None:
    shares = allocate([candidate(name) for name in "abcd"], 8)
    assert [share.n for share in shares] == [2, 2, 2, 2]
    assert "semua dihitung sama" in why(shares[0], "id")


def test_lower_bounds_make_the_mean_only_where_no_whole_year_is_known() -> None:
    seen = candidate("seen", 2.0, 1, at_least=1)
    assert mean_record([seen, candidate("whole", 0.5, 4)]) == mean_record([candidate("whole", 0.5, 4)])
    assert mean_record([seen, candidate("new")]) == 2
    assert "paling sedikit 2,0 per tahun" in why(allocate([seen], 3)[0], "id")


def test_the_reason_names_policy_record_capacity_and_cap() -> None:
    strong = candidate("a", 5 / 3, 3, prepared=2, units=4)
    share = allocate([strong, candidate("b", 0.0, 9)], 9, cap=5)[0]
    assert (share.n, share.capped) == (5, True)
    assert why(share, "id") == (
        "1 menurut kebijakan; 4 menurut catatan: rata-rata 1,7 per tahun dari 3 tahun, 2 usulan disiapkan, 4 unit; "
        "dibatasi paling banyak 5"
    )
    assert why(share, "en").startswith("1 by policy; 4 by record: 1.7 per year on average")


def test_a_number_below_policy_is_a_persons_own_and_is_said() -> None:
    shares = allocate([candidate("a", 1.0, 2), candidate("b")], 6, minimum=2, fixed={"a": 1})
    assert numbers(shares) == {"a": 1, "b": 5}
    assert why(shares[0], "id") == "1 ditetapkan sendiri; di bawah kebijakan, yang meminta 2"


def test_an_exempt_agency_gets_nothing_unless_by_hand() -> None:
    board = [candidate("a", 4.0, 5, exempt=True), candidate("b")]
    assert numbers(allocate(board, 6)) == {"a": 0, "b": 6}
    assert "dikecualikan" in why(allocate(board, 6)[0], "id")
    assert numbers(allocate(board, 6, fixed={"a": 2})) == {"a": 2, "b": 4}


def test_names_that_are_no_candidate_are_left_out_of_the_fixed_ones() -> None:
    assert numbers(allocate([candidate("a")], 3, fixed={"gone": 2})) == {"a": 3}


@pytest.mark.parametrize(
    ("total", "cap", "fixed", "code", "params"),
    [
        (2, None, {}, "too_few", {"total": 2, "needed": 3, "agencies": 3}),
        (0, None, {}, "too_few", {"total": 0, "needed": 3, "agencies": 3}),
        (10, 3, {}, "too_many", {"total": 10, "most": 9}),
        (10, None, {"a": 9}, "fixed_too_many", {"total": 10, "fixed": 9, "needed": 11}),
        (10, None, {"a": 1, "b": 1, "c": 1}, "too_many", {"total": 10, "most": 3}),
        (10, 3, {"a": 2}, "too_many", {"total": 10, "most": 8}),
    ],
)
def test_what_cannot_be_divided_is_refused_with_the_numbers_that_would_do(
    total: int, cap: int | None, fixed: dict[str, int], code: str, params: dict[str, int]
) -> None:
    with pytest.raises(CannotDivide) as refused:
        allocate([candidate(name) for name in "abc"], total, cap=cap, fixed=fixed)
    assert (refused.value.code, refused.value.params) == (code, params)
    for lang in texts.LANGUAGES:
        said = refused.value.words(lang)
        assert all(texts.number(value, lang) in said for value in params.values())


def test_a_number_by_hand_above_the_cap_stands() -> None:
    assert numbers(allocate([candidate("a"), candidate("b")], 9, cap=4, fixed={"a": 6})) == {"a": 6, "b": 3}


def test_nothing_can_be_divided_among_nobody() -> None:
    with pytest.raises(CannotDivide) as refused:
        allocate([], 3)
    assert refused.value.code == "no_agencies"
    assert "Impor" in refused.value.words("id")


def test_zero_among_agencies_that_are_bound_to_nothing_is_zero_each() -> None:
    assert numbers(allocate([candidate("a"), candidate("b")], 0, minimum=0)) == {"a": 0, "b": 0}


def test_nonsense_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least 0"):
        allocate([candidate("a")], -1)
    with pytest.raises(ValueError, match="stands twice"):
        allocate([candidate("a"), candidate("a")], 3)
    with pytest.raises(KeyError, match="no share"):
        adjust(allocate([candidate("a")], 3), "b", 1)
