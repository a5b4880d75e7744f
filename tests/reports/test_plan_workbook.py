"""The planner's workbook: its sheets, numbers to calculate with, a total that adds up, and nothing that runs."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import openpyxl
import pytest

import metrics
from metrics import UnknownName
from planning import agencies, allocation, hindcast, series, wording
from planning.allocation import Share
from reports.plan import PlanRequest, workbook

ID = ["Ringkasan", "Riwayat", "Proyeksi", "Uji mundur", "Tingkat lolos", "Dasar tingkat lolos", "Yang diperlukan",
      "Skenario", "Pembagian", "Sumber"]  # fmt: skip
EN = ["Summary", "History", "Outlook", "Hindcast", "Pass rates", "Evidence", "What it takes", "Scenarios",
      "Allocation", "Sources"]  # fmt: skip
TOTAL = 60
NASTY = '=HYPERLINK("http://x","y")'


@pytest.fixture
def warehouse(published: object) -> metrics.Warehouse:
    """The repository's own data."""
    return metrics.open_warehouse()


@cache
def _shares(warehouse: metrics.Warehouse) -> tuple[Share, ...]:
    found = agencies.roll(warehouse, "kab-contoh", 2027)
    assert found is not None
    return allocation.allocate(found.candidates, TOTAL, found.minimum)


def request(warehouse: metrics.Warehouse, **changes: Any) -> PlanRequest:
    """A plan of the sample government with everything in it."""
    made = PlanRequest("kab-contoh", "lomba-kab-contoh", 2027, TOTAL, 2, 0.75, _shares(warehouse))
    return replace(made, **changes)


def read(content: bytes, *, values: bool = False) -> Any:
    """The file as openpyxl has it: formulas, or with `values` what is stored beside them."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def table(sheet: Any, heading: str) -> list[list[Any]]:
    """The rows below the heading row that begins with `heading`, up to an empty one."""
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    first = next(number for number, row in enumerate(rows) if row[0] == heading)
    found = []
    for row in rows[first + 1 :]:
        if row[0] is None:
            break
        found.append(row)
    return found


@pytest.mark.parametrize(("lang", "names"), [("id", ID), ("en", EN)])
def test_the_sheets_are_there_in_both_languages(warehouse: metrics.Warehouse, lang: str, names: list[str]) -> None:
    book = read(workbook(warehouse, request(warehouse, lang=lang)))
    assert book.sheetnames == names
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == str(sheet.PAPERSIZE_A4) or sheet.page_setup.paperSize == 9
    for name in (names[1], names[8], names[9]):
        assert book[name].freeze_panes is not None
        assert book[name].print_title_rows


def test_the_total_is_a_formula_that_equals_the_sum(warehouse: metrics.Warehouse) -> None:
    content = workbook(warehouse, request(warehouse))
    shares = _shares(warehouse)
    formulas = table(read(content)["Pembagian"], "Perangkat daerah")
    stored = table(read(content, values=True)["Pembagian"], "Perangkat daerah")
    assert len(stored) == len(shares) + 1
    assert [row[:2] for row in stored[:-1]] == [[share.name, share.n] for share in shares]
    assert stored[-1][:4] == ["Jumlah", TOTAL, sum(s.minimum for s in shares), sum(s.rest for s in shares)]
    assert all(str(cell).startswith("=SUM(") for cell in formulas[-1][1:4])
    assert all(row[10] == allocation.why(share, "id") for row, share in zip(stored, shares, strict=False))


def test_the_hindcast_is_that_of_the_planner(warehouse: metrics.Warehouse) -> None:
    content = workbook(warehouse, request(warehouse))
    tested = hindcast.hindcast(series.read(warehouse, "kab-contoh", "lomba-kab-contoh", before=2027).exact)
    sheet = read(content, values=True)["Uji mundur"]
    assert sheet["A1"].value == wording.verdict(tested, "id")
    rows = table(sheet, "Tahun")
    assert [row[:5] for row in rows[:-1]] == [[y.year, y.low, y.middle, y.high, y.actual] for y in tested.years]
    assert rows[-1][6:10] == pytest.approx([tested.score, tested.off, tested.naive_last, tested.naive_mean])


def test_an_unknown_year_is_a_dash_and_never_zero(warehouse: metrics.Warehouse) -> None:
    book = read(workbook(warehouse, PlanRequest("kab-bangka", "kipp", 2018, 15)), values=True)
    history = {row[0]: row for row in table(book["Riwayat"], "Tahun")}
    assert history[2017][2:5] == [9, "dilaporkan", "ya"]
    assert history[2018][2:5] == ["–", "belum ada data", "tidak"]
    assert "Data terlalu sedikit untuk perkiraan" in book["Ringkasan"]["A1"].value
    told = [row[0] for row in book["Ringkasan"].iter_rows(values_only=True) if row[0]]
    assert any("setelah 9 pada tahun sebelumnya. Itu yang ditetapkan, bukan perkiraan" in line for line in told)
    assert book["Pembagian"]["A1"].value == "Jumlah usulan belum dibagi kepada perangkat daerah."


def test_what_it_takes_grows_with_the_chance_and_the_goal(warehouse: metrics.Warehouse) -> None:
    rows = table(read(workbook(warehouse, request(warehouse)), values=True)["Yang diperlukan"], "Tahap")
    assert {row[1] for row in rows} == {1, 2}
    for row in rows:
        assert row[2:6] == sorted(row[2:6])
    for one, two in zip(rows[::2], rows[1::2], strict=True):
        assert all(less < more for less, more in zip(one[2:6], two[2:6], strict=True))


def test_names_never_run_and_only_sums_are_formulas(warehouse: metrics.Warehouse) -> None:
    shares = (replace(_shares(warehouse)[0], name=NASTY), *_shares(warehouse)[1:])
    book = read(workbook(warehouse, request(warehouse, shares=shares)))
    assert any(row[0] == NASTY for row in table(book["Pembagian"], "Perangkat daerah"))
    formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) == 3
    named = next(cell for row in book["Pembagian"].iter_rows() for cell in row if cell.value == NASTY)
    assert named.data_type == "s"


def test_the_charts_are_native_and_the_file_is_steady(warehouse: metrics.Warehouse) -> None:
    content = workbook(warehouse, request(warehouse))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert len([name for name in parts.namelist() if name.startswith("xl/charts/chart")]) == 2
    assert content == workbook(warehouse, request(warehouse))


def test_every_source_is_listed_once(warehouse: metrics.Warehouse) -> None:
    rows = table(read(workbook(warehouse, request(warehouse)), values=True)["Sumber"], "No.")
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    known = {row["title"] for row in metrics.records(metrics.listing("sources", metrics.Scope(), warehouse))}
    assert {row[1] for row in rows} <= known


def test_the_whole_contest_has_no_division(warehouse: metrics.Warehouse) -> None:
    book = read(workbook(warehouse, PlanRequest(None, "kipp", 2026, 2500, lang="en")), values=True)
    assert book["Allocation"]["A1"].value == "The entries have not been divided among agencies."
    assert {row[1] for row in table(book["Evidence"], "Step")} == {"Whole contest"}


def test_an_unknown_name_is_refused(warehouse: metrics.Warehouse) -> None:
    with pytest.raises(UnknownName):
        workbook(warehouse, PlanRequest("kab-bangk", "kipp", 2018))
