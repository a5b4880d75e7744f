"""The tiles of the summary page: a number, a range, or a dash with its reason."""

from typing import Any

import pytest

from tests.unit.views import frame, view
from ui import intake, situation
from ui.figures import Tile

PART = {"government_id": "kab-a", "met": 0, "no_data": 0, "numerator": 0, "denominator": 35, "value": None,
        "low": None, "high": None, "basis": "rows", "reason": None, "sources": []}  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "value", "beside"),
    [(({"numerator": 16, "value": 16 / 35},), "46 %", "16 of 35 agencies"),
     (({"no_data": 32, "low": 0.0, "high": 0.914},), "0–91 %", "0 of 35 for certain; 32 without data"),
     (({"denominator": None},), None, None), (({"denominator": 0},), None, None), ((), None, None)],
)  # fmt: skip
def test_participation(rows: tuple[dict[str, Any]], value: str | None, beside: str | None) -> None:
    tile = situation.participation(view({"participation": frame(PART, *rows)}, lang="en"))
    assert (tile.value, tile.beside) == (value, beside)
    assert tile.row is not None


EDITION = {"edition_id": "kipp-2018", "opens_on": "2018-01-01", "closes_on": "2018-03-31", "days_to_close": 30,
           "is_open": True, "source_id": "s-1"}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "value", "beside"),
    [({}, "30", "closes on 31 March 2018"), ({"is_open": False}, "Not open yet", "opens on 1 January 2018"),
     ({"is_open": False, "days_to_close": -1}, "Closed", "on 31 March 2018"),
     ({"closes_on": None}, None, "No source states the closing date")],
)  # fmt: skip
def test_closing(row: dict[str, Any], value: str | None, beside: str) -> None:
    tile = situation.closing(view({"editions": frame(EDITION, row)}, lang="en"))
    assert (tile.value, tile.beside) == (value, beside)


COVERAGE = {"government_id": "kab-a", "basis": "unknown", "numerator": 11, "denominator": 12, "sources": ["s-1"]}


@pytest.mark.parametrize(
    ("rows", "value"),
    [(({},), "11/12"), (({"basis": "rows", "numerator": 12},), "0/12"), (({"government_id": None},), None)],
)
def test_stages_without_data(rows: tuple[dict[str, Any]], value: str | None) -> None:
    assert situation.not_known(view({"coverage": frame(COVERAGE, *rows)})).value == value


LOSS = {"scope_kind": "all", "part": "", "numerator": 1024, "denominator": 3478, "value": 1024 / 3478,
        "basis": "reported", "reason": None, "sources": []}  # fmt: skip


def test_the_silent_loss_is_that_of_the_whole_contest() -> None:
    seen = view({"silent_loss": frame(LOSS, {"scope_kind": "province"}, {"part": "admin instansi"}, {})}, lang="en")
    tile = situation.silent_loss(seen)
    assert (tile.value, tile.beside) == ("29.4 %", "1,024 of 3,478")
    assert situation.silent_loss(view({"silent_loss": frame(LOSS)})).value is None


REACHED: dict[str, Any] = {
    "agency_id": None, "edition_id": "kipp-2018", "stage_id": "top45", "stage_order": 5, "kind": "shortlist",
    "stage_name": "Top 45 (Kementerian)", "numerator": 2, "basis": "at_least", "reason": None, "sources": [],
}  # fmt: skip


def _furthest(*rows: dict[str, Any]) -> Tile:
    return situation.furthest(view({"league": frame(REACHED, *rows)}, lang="en"))


def test_the_furthest_stage_is_the_last_of_the_edition_with_the_edition_before_beside_it() -> None:
    earlier = {"edition_id": "kipp-2017", "kind": "administrative", "stage_name": "Seleksi"}
    tile = _furthest({"stage_order": 1, "stage_id": "x"}, {}, earlier)
    assert (tile.value, tile.beside, tile.trend) == ("Top 45", "entries: at least 2", "2017: Administrative selection")


def test_an_edition_of_which_no_stage_is_known_has_a_dash() -> None:
    tile = _furthest({"edition_id": "kipp-2017"})
    assert (tile.value, tile.trend) == (None, "2017: Top 45")
    assert tile.row == {"reason": "no_coverage"}


COUNT: dict[str, Any] = {
    "government_id": "kab-a", "agency_id": None, "edition_id": None, "year": None, "counted_as": "submitted",
    "comparator": "=", "numerator": None, "basis": "rows", "sources": [], "reason": None,
}  # fmt: skip


def test_entries_without_a_target_stand_beside_the_last_known_year() -> None:
    rows = frame(COUNT, {"edition_id": "kipp-2016", "year": 2016, "numerator": 3, "basis": "at_least"})
    seen = view({"submissions": rows}, lang="en")
    tile = situation.entries(seen, intake.per_year(seen), None)
    assert (tile.value, tile.beside, tile.trend) == (None, "No documented target yet", "2016: at least 3")
    assert tile.row is not None
    assert tile.row["reason"] == "no_coverage"
