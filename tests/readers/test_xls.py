"""XLS: what old office programs still hand in."""

from datetime import date, datetime, time

from etl.workbook import Merge
from tests.readers.biff import Cell, XlsSheet, compound, stream, xls
from tests.readers.making import codes, first, read, refusal

DAY = 44317.0  # 1 May 2021
FORMATS = ("dd/mm/yyyy", "0.0%", "000000", "hh:mm")


def test_cells_keep_their_type_and_the_way_they_are_shown() -> None:
    cells: list[Cell] = ["Judul", 3.0, 61.16, True, DAY, DAY + 0.5, 0.905, 10001.0, 0.25, DAY]
    styles = [0, 0, 0, 0, 1, 1, 2, 3, 4, 0]
    both = enumerate(zip(cells, styles, strict=True))
    placed: dict[tuple[int, int], tuple[Cell, int]] = {(0, place): one for place, one in both}
    assert first(xls(XlsSheet("Rekap", placed), formats=FORMATS), "a.xls").rows == [
        [
            "Judul",
            3,
            61.16,
            True,
            date(2021, 5, 1),
            datetime(2021, 5, 1, 12),
            "90,5 %",
            "010001",
            time(6),
            44317,
        ]
    ]


def test_errors_are_read_as_their_text() -> None:
    sheet = XlsSheet("Rekap", {(0, 0): (("#N/A", 0), 0), (1, 0): (("#DIV/0!", 0), 0)})
    assert first(xls(sheet), "a.xls").rows == [["#N/A"], ["#DIV/0!"]]


def test_merges_hidden_rows_and_hidden_sheets_are_said() -> None:
    shown = XlsSheet("Rekap", {(0, 0): ("Dinas", 0), (2, 1): ("c", 0)}, merges=[(0, 2, 0, 0)], hidden_rows=[1])
    book = read(xls(shown, XlsSheet("Ref", {(0, 0): ("x", 0)}, hidden=True)), "a.xls")
    assert book.sheets[0].merges == [Merge(1, 1, 3, 1)]
    assert book.sheets[0].hidden_rows == [2]
    assert [sheet.hidden for sheet in book.sheets] == [False, True]
    assert codes(book) == ["read_hidden_rows", "read_hidden_sheet"]


def test_a_stream_without_a_compound_document_is_read() -> None:
    assert first(stream([XlsSheet("Rekap", {(0, 0): ("Judul", 0)})]), "a.xls").rows == [["Judul"]]


def test_an_xls_under_the_ending_of_another_format_is_read_by_its_content() -> None:
    book = read(xls(XlsSheet("Rekap", {(0, 0): ("Judul", 0)})), "a.xlsx")
    assert (book.format, codes(book)) == ("xls", ["read_other_format"])
    assert book.notes[0].params == {"was": "XLSX", "is": "XLS"}


def test_a_locked_xls_is_refused() -> None:
    assert refusal(xls(XlsSheet("Rekap", {(0, 0): ("Judul", 0)}), locked=True), "a.xls") == "password"


def test_a_locked_workbook_of_a_newer_format_is_refused() -> None:
    assert refusal(compound(b"\0" * 10, "EncryptedPackage"), "a.xlsx") == "password"


def test_an_old_text_document_is_not_a_table() -> None:
    assert refusal(compound(b"\0" * 10, "WordDocument"), "a.xls") == "not_what_it_claims"


def test_a_cell_far_away_is_refused_before_its_rectangle_is_made() -> None:
    assert refusal(xls(XlsSheet("Rekap", {(65535, 255): ("x", 0)})), "a.xls") == "too_large"
