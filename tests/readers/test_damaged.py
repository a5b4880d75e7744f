"""Damaged files: a workbook or a refusal, never another error, and never without end."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import readers
from etl.limits import Limits
from etl.workbook import Refused, Sheet, Workbook
from tests.readers.biff import XlsSheet, xls
from tests.readers.making import members, ods_rows, table, zipped

_XLSX = table(["No", "Judul", "Dinas"], [1, "Sapa", "Bappeda"], [2, 0.5, "=A1"])
_ODS = ods_rows(
    '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>' * 3
)
_XLS = xls(XlsSheet("Rekap", {(row, 0): (f"Sapa {row}", 0) for row in range(20)}, merges=[(0, 1, 0, 0)]))
_CSV = 'No;Judul\n1;“Sapa”\n2;"a\nb"\n'.encode()
_HTML = b"<html><table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table></html>"
FILES = {"a.xlsx": _XLSX, "a.ods": _ODS, "a.xls": _XLS, "a.csv": _CSV, "a.html": _HTML}
PARTS = {"a.xlsx": ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"), "a.ods": ("content.xml",)}
SMALL = Limits(rows=5_000, cells=200_000)

_changes = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4), st.integers(0, 6)), max_size=6)


def _mutated(data: bytes, changes: list[tuple[float, bytes, int]], keep: float) -> bytes:
    for where, put, cut in changes:
        at = int(where * len(data))
        data = data[:at] + put + data[at + cut :]
    return data[: int(keep * len(data)) + 1]


CODES = {"not_what_it_claims", "unreadable", "password", "too_large", "bomb", "xml_entities", "empty"}


def _read(name: str, data: bytes) -> None:
    code, book = _outcome(name, data)
    assert code in CODES or book
    for sheet in book.sheets if book else []:
        _is_whole(sheet)


def _outcome(name: str, data: bytes) -> tuple[str, Workbook | None]:
    try:
        return "", readers.read(name, data, allowed=SMALL)
    except Refused as refused:
        return refused.code, None


def _is_whole(sheet: Sheet) -> None:
    width = len(sheet.rows[0]) if sheet.rows else 0
    assert all(len(row) == width for row in sheet.rows)
    assert all(1 <= one.top <= one.bottom <= len(sheet.rows) for one in sheet.merges)
    assert all(1 <= one.left <= one.right <= width for one in sheet.merges)
    assert all(1 <= row <= len(sheet.rows) for row in sheet.hidden_rows)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=20)
@given(changes=_changes, keep=st.sampled_from([1.0, 1.0, 0.9, 0.5]))
def test_changed_bytes_give_a_workbook_or_a_refusal(
    name: str, changes: list[tuple[float, bytes, int]], keep: float
) -> None:
    _read(name, _mutated(FILES[name], changes, keep))


@pytest.mark.parametrize("name", PARTS)
@settings(max_examples=25)
@given(changes=_changes, data=st.data())
def test_changed_parts_of_a_sound_archive_give_a_workbook_or_a_refusal(
    name: str, changes: list[tuple[float, bytes, int]], data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from(PARTS[name]))
    whole = members(FILES[name])
    _read(name, zipped(whole | {part: _mutated(whole[part], changes, 1.0)}))


@pytest.mark.parametrize("name", FILES)
def test_the_files_themselves_are_read(name: str) -> None:
    assert readers.read(name, FILES[name]).sheets[0].rows


@pytest.mark.parametrize("name", FILES)
def test_the_ending_decides_nothing(name: str) -> None:
    """Every format under every other ending: the same cells, and a note that says so."""
    right = readers.read(name, FILES[name])
    for other in FILES.keys() - {name}:
        book = readers.read(other, FILES[name])
        assert [sheet.rows for sheet in book.sheets] == [sheet.rows for sheet in right.sheets]
        assert book.notes[-1].code == "read_other_format"


def test_every_format_has_a_module_with_what_a_reader_needs() -> None:
    endings = [ending for reader in readers.formats() for ending in reader.ENDINGS]
    assert {"xlsx", "xlsm", "xls", "ods", "csv"} <= set(endings)
    assert len(endings) == len(set(endings))


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for name, data in FILES.items():
        readers.read(name, data)
    assert list(tmp_path.iterdir()) == []
