"""ODS: LibreOffice writes most of what calamine or a plain reader drops as attributes."""

from datetime import date, datetime, time

import pytest

from etl.workbook import Merge, Value
from tests.readers.making import codes, first, ods, ods_rows, read, refusal

P = "<text:p>a</text:p>"
A = "<table:table-cell office:value-type='string'><text:p>a</text:p></table:table-cell>"


def _cell(attributes: str, text: str = "", tag: str = "table-cell") -> str:
    return f"<table:{tag} {attributes}>{f'<text:p>{text}</text:p>' if text else ''}</table:{tag}>"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (_cell('office:value-type="string"', "Dinas X"), "Dinas X"),
        (_cell('office:value-type="float" office:value="7"', "7"), 7),
        (_cell('office:value-type="float" office:value="61.16"', "61,16"), 61.16),
        (_cell('office:value-type="float" office:value="10001"', "010001"), "010001"),
        (_cell('office:value-type="percentage" office:value="0.905"', "91%"), "90,5 %"),
        (_cell('office:value-type="boolean" office:boolean-value="true"', "BENAR"), True),
        (_cell('office:value-type="date" office:date-value="2021-05-01"', "01/05/21"), date(2021, 5, 1)),
        (_cell('office:value-type="date" office:date-value="2021-05-01T13:05:00"', "x"), datetime(2021, 5, 1, 13, 5)),
        (_cell('office:value-type="time" office:time-value="PT04H05M00S"', "x"), time(4, 5)),
        (_cell('office:value-type="time" office:time-value="PT30H00M00S"', "x"), "30:00:00"),
        (_cell('office:value-type="date" office:date-value="besok"', "besok"), "besok"),
        (_cell('office:value-type="string" office:string-value="" calcext:value-type="error"', "#N/A"), "#N/A"),
        (_cell('table:formula="of:=SUM([.A1:.A2])"'), "=SUM([.A1:.A2])"),
        (_cell('table:formula="of:=1+1" office:value-type="float" office:value="2"', "2"), 2),
        (
            _cell('office:value-type="string"', 'a<text:s text:c="2"/>b<text:line-break/><text:span>c</text:span>'),
            "a  b\nc",
        ),
        ("<table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>", "a\nb"),
        (
            "<table:table-cell><office:annotation><text:p>x</text:p></office:annotation><text:p>b</text:p></table:table-cell>",
            "b",
        ),
    ],
)
def test_values_keep_their_type_and_the_way_they_are_shown(cell: str, value: Value) -> None:
    found = first(ods_rows(cell), "a.ods").rows[0][0]
    assert (found, type(found)) == (value, type(value))


def test_merged_cells_are_given_with_both_ends_inside() -> None:
    spanned = _cell('table:number-rows-spanned="2" table:number-columns-spanned="2"', "Dinas")
    sheet = first(ods_rows(spanned + "<table:covered-table-cell/>" + A, "<table:covered-table-cell/>" * 2 + A), "a.ods")
    assert sheet.rows == [["Dinas", None, "a"], [None, None, "a"]]
    assert sheet.merges == [Merge(1, 1, 2, 2)]


def test_repeated_rows_and_cells_are_unrolled_where_something_stands() -> None:
    row = "<table:table-row table:number-rows-repeated='{}'>{}</table:table-row>"
    cells = "<table:table-cell table:number-columns-repeated='2'/>" + _cell("table:number-columns-repeated='2'", "b")
    end = row.format(1048570, "<table:table-cell table:number-columns-repeated='16384'/>")
    data = ods("<table:table table:name='R'>" + row.format(2, "") + row.format(2, cells) + end + "</table:table>")
    assert first(data, "a.ods").rows == [[None] * 4] * 2 + [[None, None, "b", "b"]] * 2


def test_hidden_rows_and_hidden_sheets_are_said() -> None:
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    rows = f"<table:table-row>{A}</table:table-row><table:table-row table:visibility='filter'>{A}</table:table-row>"
    tables = f"<table:table table:name='R'>{rows}</table:table>"
    tables += (
        f"<table:table table:name='Ref' table:style-name='ta2'><table:table-row>{A}</table:table-row></table:table>"
    )
    book = read(ods(tables, style), "a.ods")
    assert [(sheet.name, sheet.hidden, sheet.hidden_rows) for sheet in book.sheets] == [
        ("R", False, [2]),
        ("Ref", True, []),
    ]
    assert codes(book) == ["read_hidden_rows", "read_hidden_sheet"]


def test_repetitions_without_end_are_a_bomb() -> None:
    row = "<table:table-row table:number-rows-repeated='150000'>" + _cell("table:number-columns-repeated='16000'", "x")
    assert refusal(ods(f"<table:table table:name='R'>{row}</table:table-row></table:table>"), "a.ods") == "bomb"


def test_more_rows_than_the_limit_are_too_large() -> None:
    row = f"<table:table-row table:number-rows-repeated='1000000'>{A}</table:table-row>"
    assert refusal(ods(f"<table:table table:name='R'>{row}</table:table>"), "a.ods") == "too_large"


def test_a_locked_ods_is_refused() -> None:
    locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert refusal(ods("", manifest=locked), "a.ods") == "password"
