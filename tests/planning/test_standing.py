"""How targets on record stand, and what earlier editions handed in from as many days before closing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

import metrics
from planning import hand_in
from planning.course import Rest
from planning.standing import Standings, of_warehouse

TARGET = {
    "edition_id": "kipp-2018", "year": 2018, "target_metric": "submissions", "comparator": "at_least",
    "scope_kind": "government", "scope_id": "kab-a", "numerator": 5, "denominator": 15, "basis": "rows", "reason": None,
}  # fmt: skip


def line(edition: str, *points: tuple[int, int], end: int | None = None, basis: str = "rows") -> list[dict[str, Any]]:
    """The rows of one edition's line: (days before closing, entries), and the exact count at the end."""
    own = {"edition_id": edition, "denominator": end, "basis": basis}
    return [{**own, "days_before_closing": day, "numerator": number} for day, number in points]


LAST = line("kipp-2017", (25, 3), (20, 4), (10, 8), (0, 20), end=20)
BEFORE = line("kipp-2016", (15, 6), (0, 12), end=12)
LEAST = line("kipp-2016", (30, 2), (0, 5), end=9, basis="at_least")
TOLD = line("kipp-2017", (20, 7), (0, 30), end=30, basis="reported")
LATER = line("kipp-2019", (20, 1), (0, 50), end=50)


def judge(days_to_close: object, *lines: Sequence[hand_in.Row], cap: int | None = None) -> Standings:
    """The rules on 10 March 2018, with KIPP 2018 closing so many days later, and these lines."""
    editions: dict[str, dict[str, Any]] = {
        f"kipp-{year}": {"competition_id": "kipp", "year": year, "days_to_close": None} for year in range(2016, 2020)
    }
    editions["kipp-2018"] |= {
        "days_to_close": days_to_close, "opens_day": date(2018, 2, 1), "closes_day": date(2018, 3, 22),
    }  # fmt: skip
    found = {str(one[0]["edition_id"]): one for one in lines}
    return Standings(date(2018, 3, 10), editions, lambda _: {}, lambda *_: found, lambda *_: cap)


def test_rests_are_of_earlier_editions_known_exactly_on_that_day() -> None:
    assert judge(12, LAST, BEFORE, LATER).rests(TARGET) == [
        Rest("kipp-2016", 2016, 12, 6, 12),
        Rest("kipp-2017", 2017, 12, 4, 20),
    ]
    assert judge(12, TOLD, LEAST).rests(TARGET) == []
    assert judge(20, TOLD).rests(TARGET) == [Rest("kipp-2017", 2017, 20, 7, 30)]


@pytest.mark.parametrize("days", [-1, None, float("nan")])
def test_a_closed_edition_or_one_without_a_closing_day_has_no_rests(days: object) -> None:
    assert list(judge(days, LAST).rests(TARGET)) == []


def test_a_target_of_one_agency_is_not_compared_with_the_whole_government() -> None:
    assert list(judge(12, LAST).rests({**TARGET, "scope_kind": "agency", "scope_id": "a-1"})) == []


def test_earlier_editions_decide_and_then_the_cap() -> None:
    found = judge(12, LAST, BEFORE).of(TARGET)
    assert (found.state, found.rule, found.low, found.high) == ("at_risk", "earlier", 11, 21)
    over = judge(12, LAST, BEFORE, cap=10).of(TARGET)
    assert (over.state, over.rule) == ("out_of_reach", "cap")


@pytest.mark.parametrize(("basis", "then"), [("rows", 0), ("at_least", None), ("reported", None)])
def test_before_the_first_point_only_whole_rows_say_that_there_was_none(basis: str, then: int | None) -> None:
    assert hand_in.by_day(line("kipp-2017", (20, 4), (0, 9), end=9, basis=basis), 40) == then


def test_the_sample_of_2026_is_judged_by_twelve_earlier_editions(published: object) -> None:
    warehouse = metrics.open_warehouse()
    scope = metrics.Scope(government="kab-contoh", edition="lomba-kab-contoh-2026")
    rows = metrics.records(metrics.run("target_progress", scope, warehouse))
    row = next(row for row in rows if row["target_metric"] == "submissions")
    judged = of_warehouse(warehouse)
    if judged.editions["lomba-kab-contoh-2026"]["days_to_close"] < 0:
        assert judged.of(row).state in {"met", "missed", "unknown"}
        return
    found = judged.of(row)
    assert found.at_least
    assert found.state in {"on_course", "at_risk"}
    assert found.years == tuple(range(2014, 2026))
