"""XLSX and XLSM: what stands in the cells, and what the file says beside them."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from etl import readers
from etl.readers import _xml
from etl.workbook import Merge, Note, Value
from tests.readers.making import codes, first, members, read, refusal, table, with_sheet_xml, xlsx, zipped


def _styled(value: Any, number_format: str) -> Value:
    def fill(sheet: Any) -> None:
        sheet["A1"] = value
        sheet["A1"].number_format = number_format

    return first(xlsx(fill)).rows[0][0]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (" Dinas  X ", " Dinas  X "),
        ("baris 1\nbaris 2", "baris 1\nbaris 2"),
        (7, 7),
        (7.0, 7),
        (61.16, 61.16),
        (True, True),
        (date(2021, 5, 1), date(2021, 5, 1)),
        (datetime(2021, 5, 1, 13, 5), datetime(2021, 5, 1, 13, 5)),
        (time(4, 5), time(4, 5)),
        (timedelta(hours=30), "30:00:00"),
        (198001012005011001, 198001012005011008),
    ],
)
def test_values_keep_their_type(written: Any, read_as: Value) -> None:
    value = first(table([written])).rows[0][0]
    assert (value, type(value)) == (read_as, type(read_as))


@pytest.mark.parametrize(
    ("value", "shown", "read_as"),
    [
        (0.9, "0%", "90 %"),
        (0.905, "0%", "90,5 %"),
        (0.07, "0.00%", "7 %"),
        (1, "0%", "100 %"),
        (0, "0%", "0 %"),
        (0.1 + 0.2, "0 %", "30 %"),
        (90, '0" %"', 90),
        ("90%", "0%", "90%"),
        (10001, "000000", "010001"),
        (1000001, "000000", "1000001"),
        (5, "00", "05"),
        (5.5, "000", 5.5),
        (5, "0", 5),
        (44000, "General", 44000),
        (44000, "#,##0.00", 44000),
    ],
)
def test_percent_and_number_format_hides_zeros(value: Any, shown: str, read_as: Value) -> None:
    assert _styled(value, shown) == read_as


def test_excel_date_and_excel_serial_differ() -> None:
    assert _styled(44317, "dd/mm/yyyy") == date(2021, 5, 1)
    assert _styled(44317, "General") == 44317


def test_dates_counted_from_1904_are_the_same_days() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": True})
    book.add_worksheet().write_datetime(0, 0, datetime(2021, 5, 1), book.add_format({"num_format": "d mmm yyyy"}))
    book.close()
    assert first(stream.getvalue()).rows == [[date(2021, 5, 1)]]


def test_excel_error_is_read_as_its_text() -> None:
    cells = (
        '<row r="1"><c r="B1" t="e"><v>#N/A</v></c></row><row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    assert first(with_sheet_xml(cells)).rows == [[None, "#N/A"], ["#DIV/0!", None]]


def test_formula_with_stored_result_is_its_result() -> None:
    cells = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>'
    assert first(with_sheet_xml(cells)).rows == [[2, "ab"]]


def test_empty_string_cells_are_blank() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(1,"","")</f><v></v></c></row>'
    assert first(with_sheet_xml(cells)).rows == [[1]]


def test_formulas_without_a_stored_result_are_read_as_their_text_and_said() -> None:
    book = read(table(["a", "=1+1"], ["=SUM(A1:A9)", None]))
    assert book.sheets[0].rows == [["a", "=1+1"], ["=SUM(A1:A9)", None]]
    assert book.notes == [Note("read_formulas", {"sheet": "Rekap", "count": "2", "cell": "Rekap!B1"})]


def test_cells_stand_where_they_stand_in_the_sheet() -> None:
    sheet = first(xlsx(lambda sheet: sheet.cell(4, 3, "x")))
    assert sheet.rows == [[None, None, None]] * 3 + [[None, None, "x"]]


def test_rows_and_columns_after_the_last_content_are_cut() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "x"
        sheet["C3"] = "  "
        sheet["Z90000"].number_format = "0%"

    assert first(xlsx(fill)).rows == [["x"]]


def test_merged_cells_are_given_with_both_ends_inside() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["Judul"])
        sheet.append(["a", "b", "c"])
        sheet.append([None, "b", "c"])
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A2:A3")

    assert first(xlsx(fill)).merges == [Merge(1, 1, 1, 3), Merge(2, 1, 3, 1)]


def test_merges_never_reach_beyond_the_content_nor_overlap_without_end() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    merges = '<mergeCell ref="A1:XFD1048576"/>' + "".join(f'<mergeCell ref="A1:B{n}"/>' for n in range(2, 500))
    assert first(with_sheet_xml(cells, f"<mergeCells>{merges}</mergeCells>")).merges == [Merge(1, 1, 2, 2)]


def test_hidden_rows_are_read_and_said() -> None:
    def fill(sheet: Any) -> None:
        for number in range(1, 8):
            sheet.append([number])
        for number in (3, 4, 6, 9):
            sheet.row_dimensions[number].hidden = True

    book = read(xlsx(fill))
    assert [row[0] for row in book.sheets[0].rows] == [1, 2, 3, 4, 5, 6, 7]
    assert book.sheets[0].hidden_rows == [3, 4, 6]
    assert book.notes == [Note("read_hidden_rows", {"sheet": "Rekap", "rows": "3-4, 6"})]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheet_is_marked_and_said(state: str) -> None:
    def more(book: openpyxl.Workbook) -> None:
        book["Rekap"]["A1"] = "x"
        other = book.create_sheet("Ref")
        other["A1"] = "Ya"
        other.sheet_state = state

    book = read(xlsx(more=more))
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("Rekap", False), ("Ref", True)]
    assert book.notes == [Note("read_hidden_sheet", {"sheet": "Ref"})]


def test_a_sheet_that_is_a_chart_is_no_sheet() -> None:
    def more(book: openpyxl.Workbook) -> None:
        book["Rekap"]["A1"] = "x"
        book.create_chartsheet("Grafik", 0)
        book.create_sheet("Kosong")

    assert [(sheet.name, sheet.rows) for sheet in read(xlsx(more=more)).sheets] == [("Rekap", [["x"]]), ("Kosong", [])]


def test_macros_are_said_and_never_run() -> None:
    data = zipped(members(table(["x"])) | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro"})
    book = read(data, "rekap.xlsm")
    assert (book.sheets[0].rows, codes(book)) == ([["x"]], ["read_macros"])


def test_prefixed_names_absolute_targets_and_cells_without_a_reference_are_read() -> None:
    parts = members(table(["x"]))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = '<x:row><x:c t="e"><x:v>#N/A</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row>'
    parts["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{space}"><x:sheetData>{cells}</x:sheetData></x:worksheet>'.encode()
    )
    assert first(zipped(parts)).rows == [["#N/A", 3]]


def test_progress_is_told_up_to_the_end() -> None:
    told: list[tuple[str, int, int]] = []
    readers.read("a.xlsx", table(["x"]), lambda *step: told.append(step))
    assert told
    assert told[-1][0] == "read"
    assert told[-1][1] == told[-1][2] > 0


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576", "XFD3000"])
def test_a_cell_far_away_is_refused_before_its_rectangle_is_made(cell: str) -> None:
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cells = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{cell}"><v>1</v></c></row>'
    assert refusal(with_sheet_xml(cells)) == "too_large"


def test_many_sheets_share_one_room() -> None:
    def more(book: openpyxl.Workbook) -> None:
        for number in range(3):
            book.create_sheet(f"S{number}").cell(100, 100, "x")

    assert refusal(xlsx(more=more), cells=29_999) == "too_large"
    assert refusal(xlsx(more=more), cells=30_000) == "read"


def test_a_stated_dimension_is_not_believed() -> None:
    data = with_sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    parts = members(data)
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(
        b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    assert first(zipped(parts)).rows == [[1]]


def _mixed(sheet: Any) -> None:
    """Plain cells between those that the reading has to look at."""
    for row in range(1, 121):
        sheet.append([row, f"Inovasi & {row}", "Dinas Kesehatan", row / 7, "=A1+1", "#N/A", True, date(2021, 5, 1)])
        sheet.cell(row, 1).number_format = "000000" if row % 3 else "General"
        sheet.cell(row, 4).number_format = "0.0%" if row % 2 else "0.00"
        sheet.row_dimensions[row].hidden = row % 10 == 0
    sheet.merge_cells("B3:C4")
    sheet["J200"] = "jauh"


@pytest.mark.parametrize("piece", [64, 333, 1 << 20])
def test_cells_that_the_pass_leaves_out_change_nothing(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    book, whole = xlsx(_mixed), _xml.feed
    monkeypatch.setattr(_xml, "CHUNK", piece)
    short = read(book)
    monkeypatch.setattr(_xml, "feed", lambda parser, data, told=lambda done: None, _=bytes: whole(parser, data, told))
    assert read(book) == short
    assert short.sheets[0].rows[1][:6] == ["000002", "Inovasi & 2", "Dinas Kesehatan", 2 / 7, "=A1+1", "#N/A"]
