"""Rows held back, as a workbook: raw cells under their headings, and why they are held beside them."""

import json

import pytest

from etl import templates
from tests.templates.books import INJECTIONS, opened, row_of

OF_TABLE = {
    "dataset": "history",
    "table_name": "agencies",
    "line": 7,
    "place": None,
    "column_name": "name",
    "value": None,
    "code": "missing",
    "detail": "",
    "cells": json.dumps({"agency_id": "x", "name": None, "note": "=1+1"}),
}
OF_FILE = {
    "dataset": "batch-0007",
    "table_name": None,
    "place": "Rekap!C14",
    "column_name": "OPD",
    "code": "other_government",
    "message": "Perangkat daerah pemerintah lain; perbaiki.",
    "cells": {"No": "1", "OPD": "Dinas Kesehatan Kota B", "Judul": "Sehat"},
}


def test_a_row_of_a_table_stands_under_both_headings_with_its_reason() -> None:
    sheet = opened(templates.quarantined([OF_TABLE]))["agencies"]
    assert row_of(sheet, 2) == [
        "Alasan ditahan",
        "Asal baris",
        "ID Perangkat Daerah",
        "Nama Perangkat Daerah",
        "Catatan",
    ]
    assert row_of(sheet, 3) == ["_reason", "_held", "agency_id", "name", "note"]
    assert row_of(sheet, 4) == [
        "sel name kosong, padahal wajib; isi sel itu.",
        "history agencies.csv:7",
        "x",
        None,
        "=1+1",
    ]


def test_a_row_of_a_file_keeps_its_own_headings_and_names_where_it_came_from() -> None:
    book = opened(templates.quarantined([OF_FILE, OF_FILE | {"place": "Rekap!C15"}]))
    sheet = book["Rekap"]
    assert row_of(sheet, 2) == ["_Alasan ditahan", "_held", "No", "OPD", "Judul"]
    assert row_of(sheet, 3) == [OF_FILE["message"], "batch-0007 Rekap!C14", "1", "Dinas Kesehatan Kota B", "Sehat"]
    assert sheet.cell(4, 2).value == "batch-0007 Rekap!C15"


def test_rows_with_other_headings_or_tables_have_their_own_sheets() -> None:
    other = OF_FILE | {"cells": {"Nama": "x"}}
    assert opened(templates.quarantined([OF_TABLE, OF_FILE, other])).sheetnames == [
        "Petunjuk",
        "agencies",
        "Rekap",
        "Rekap 2",
    ]


@pytest.mark.parametrize("name", ["a/b:c*d?[e]", "R" * 60, "'", ""])
def test_any_name_of_a_sheet_can_be_written(name: str) -> None:
    rows = [OF_FILE | {"place": f"{name}!A1"}, OF_FILE | {"place": f"{name}!A1", "cells": {"B": "1"}}]
    assert len(opened(templates.quarantined(rows)).sheetnames) == 3


@pytest.mark.parametrize("text", INJECTIONS)
def test_raw_cells_and_headings_never_run(text: str) -> None:
    sheet = opened(templates.quarantined([OF_FILE | {"cells": {text: text}, "message": text}]))["Rekap"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert sheet.cell(3, 3).value == text
    assert not any(cell.hyperlink for cell in cells)


def test_a_text_longer_than_a_cell_and_control_characters_do_not_break_the_workbook() -> None:
    sheet = opened(templates.quarantined([OF_FILE | {"cells": {"A": "x" * 40_000, "B": "a\x00\x07b\r\nc"}}]))["Rekap"]
    assert len(str(sheet.cell(3, 3).value)) == 32_767
    assert sheet.cell(3, 4).value == "ab\nc"


def test_no_rows_give_a_workbook_that_says_so() -> None:
    book = opened(templates.quarantined([], "en"))
    assert book.sheetnames == ["Guide"]
    assert book["Guide"]["A2"].value == "Number of rows: 0"
