"""Whatever stands in a sheet: no crash, and every row accounted for exactly once."""

import time
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.layout import lay_out
from etl.workbook import Merge, Sheet, Value
from tests.layout.grids import is_heading, laid, reasons

WORDS = [
    *("No", "Judul Inovasi", "OPD", "Nilai", "Tahun", "Jenis Isian", "Informasi/Jawaban", "Kolom", "Nama Inovasi : X"),
    *(
        "1",
        "2.",
        "(3)",
        "2019",
        "Jumlah",
        "Total",
        "Rata-rata",
        "Keterangan:",
        "Sumber: BPS",
        "x = tidak",
        "ttd",
        "dto",
    ),
    *("Contoh, 1 Maret 2025", "Kepala Dinas", "A. UTAMA", "B", "DINAS SOSIAL", "- 3 -", "melalui SMS”", "Alat “X"),
    *("CONTOH", "", " ", "\u200b", "#N/A", "=1+1", "1=2x3", "Judul Proposal :", ":", "(", "*", "-"),
]
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(WORDS),
    st.integers(-2, 9),
    st.floats(),
    st.booleans(),
    st.text(max_size=6),
    st.sampled_from([date(2025, 1, 2), datetime(2025, 1, 2, 3, 4), 1e300, 10**30]),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Small sheets of words that the rules know and values that they do not, with merges anywhere."""
    width, height = draw(st.integers(0, 8)), draw(st.integers(0, 14))
    rows = draw(st.lists(st.lists(VALUES, min_size=width, max_size=width), min_size=height, max_size=height))
    if draw(st.booleans()) and width > 2 and height:
        rows[draw(st.integers(0, height - 1))][:3] = ["No", "Judul Inovasi", "OPD"]
    corner = st.tuples(st.integers(1, 16), st.integers(1, 9), st.integers(0, 4), st.integers(0, 4))
    merges = [Merge(top, left, top + down, left + over) for top, left, down, over in draw(st.lists(corner, max_size=4))]
    return Sheet("S", rows, merges)


@settings(max_examples=200, deadline=None)
@given(sheets())
def test_every_row_is_accounted_for_once(sheet: Sheet) -> None:
    layout = lay_out(sheet, is_heading)
    rows = sorted(row for numbers in reasons(layout).values() for row in numbers)
    assert rows == list(range(1, len(sheet.rows) + 1))
    assert sorted(layout.tables, key=lambda table: -len(table.rows)) == layout.tables


@settings(max_examples=50, deadline=None)
@given(sheets())
def test_the_layout_of_a_sheet_is_always_the_same(sheet: Sheet) -> None:
    assert lay_out(sheet, is_heading) == lay_out(sheet, is_heading)


def test_an_empty_sheet() -> None:
    assert reasons(laid("")) == {"blank": [1]}
    assert lay_out(Sheet("S", []), is_heading).skipped == []


def test_a_long_register_is_read_in_seconds() -> None:
    head: list[Value] = ["No", "Judul Inovasi", "OPD", "Jenis", "Bentuk", "Tanggal Daftar", "Nilai", "Keterangan"]
    rows: list[list[Value]] = [
        [i, f"Inovasi {i}", "Dinkes", "Digital", "Lainnya", "3/2/2025", 80, None] for i in range(50_000)
    ]
    started = time.process_time()
    layout = lay_out(Sheet("S", [head, *rows]), is_heading)
    assert len(layout.tables[0].rows) == 50_000
    assert time.process_time() - started < 5


def test_a_long_list_without_numbers_takes_no_quadratic_time() -> None:
    rows: list[list[Value]] = [[None, f"Hanya judul {i}", None] for i in range(20_000)]
    started = time.process_time()
    lay_out(Sheet("S", [["No", "Judul Inovasi", "OPD"], *rows]), is_heading)
    assert time.process_time() - started < 10
