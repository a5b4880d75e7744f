"""HTML tables that applications save under the ending of a workbook."""

import pytest

from etl.workbook import Merge
from tests.readers.making import codes, read, refusal

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>td {color: red}</style></head><body>
<h3>Rekap</h3><table border=1><tr><th rowspan="2">No<th colspan=2>Inovasi</tr><tr><th>Judul<th>Dinas</tr>
<tr><td>1</td><td>Sapa<br>Warga &amp; Siap</td><td> Dinas\n Kesehatan&nbsp;</td></tr>
<tr style="display: none"><td>2</td><td></td><td>Bappeda</td></tr></table></body></html>"""


@pytest.mark.parametrize("name", ["rekap.xls", "rekap.xlsx"])
def test_a_page_under_the_ending_of_a_workbook_is_read_by_its_content(name: str) -> None:
    book = read(PAGE.encode(), name)
    assert book.format == "html"
    assert book.sheets[0].rows == [
        ["No", "Inovasi", None],
        [None, "Judul", "Dinas"],
        ["1", "Sapa\nWarga & Siap", "Dinas Kesehatan\u00a0"],
        ["2", None, "Bappeda"],
    ]
    assert book.sheets[0].merges == [Merge(1, 1, 2, 1), Merge(1, 2, 1, 3)]
    assert codes(book) == ["read_hidden_rows", "read_other_format"]


def test_the_encoding_a_page_names_is_used() -> None:
    page = '<html><meta charset="iso-8859-2"><table><tr><td>\u0141</td><td>b</td></tr></table></html>'
    assert read(page.encode("iso-8859-2"), "a.html").sheets[0].rows == [["\u0141", "b"]]


def test_each_table_is_a_sheet_and_frames_around_tables_are_none() -> None:
    inner = "<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>"
    page = f"<html><table><tr><td>{inner}</td></tr></table><table><tr><td>e<td>f</tr></table></html>"
    assert [(sheet.name, sheet.rows) for sheet in read(page.encode(), "a.xls").sheets] == [
        ("HTML 1", [["a", "b"], ["c", "d"]]),
        ("HTML 2", [["e", "f"]]),
    ]


def test_a_small_table_inside_a_cell_stays_in_its_cell() -> None:
    page = "<html><table><tr><td>a<td>b</tr><tr><td>c<td><table><tr><td>d</tr></table></tr></table></html>"
    assert [sheet.rows for sheet in read(page.encode(), "a.xls").sheets] == [[["a", "b"], ["c", "d"]]]


def test_spans_without_end_make_no_rectangle() -> None:
    row = "<tr>" + "<td rowspan=99999999 colspan=99999>x" * 50 + "</tr>"
    assert read(f"<html><table>{row}</table></html>".encode(), "a.xls").sheets[0].merges
    assert refusal(f"<html><table>{row * 40}</table></html>".encode(), "a.xls", cells=1_000_000) == "too_large"


def test_a_page_nested_too_deep_is_not_half_read() -> None:
    page = "<html>" + "<table><tr><td>x" * 3_000
    assert refusal(page.encode(), "a.xls") == "unreadable"


def test_a_page_without_a_table_is_not_what_it_claims() -> None:
    assert refusal(b"<html><body>Silakan masuk</body></html>", "a.xls") == "not_what_it_claims"
