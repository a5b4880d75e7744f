"""Titles in cells, and type and form: quirks.md, sections 2, 1 and 6."""

from collections.abc import Sequence

import pytest

from etl.columns.kinds import read_kind
from etl.columns.titles import split


def test_several_titles_in_one_cell() -> None:
    assert split("1. AKTA CONTOH\n2. KIA CONTOH\n3. PINDAH CONTOH") == ["AKTA CONTOH", "KIA CONTOH", "PINDAH CONTOH"]
    assert split("- AKTA\r\n- KIA") == split("• AKTA\n\n• KIA") == split("a) AKTA\nb) KIA") == ["AKTA", "KIA"]


def test_a_wrapped_line_belongs_to_its_number() -> None:
    assert split("1. Sistem Data\nTerpadu\n2. Kelas Ibu") == ["Sistem Data Terpadu", "Kelas Ibu"]


def test_as_many_lines_as_a_neighbour() -> None:
    assert split("AKTA\nKIA", ["Disdukcapil", "Terkirim\nDraf"]) == ["AKTA", "KIA"]
    assert split("AKTA\nKIA", ["a\nb\nc", None, 3]) == ["AKTA KIA"]


@pytest.mark.parametrize("text", ["Sistem Data\nTerpadu", "Sistem Data\r\n  Terpadu", "Sistem  Data Terpadu "])
def test_wrapped_text_and_line_break_in_text(text: str) -> None:
    assert split(text) == ["Sistem Data Terpadu"]


@pytest.mark.parametrize("text", ["KELAS – “Membaca”", "Japri'ka Bos", 'KKT ("Kelas', "BAOC (", "“Siskia Pro Cantik"])
def test_curly_quotes_odd_quotes_open_bracket_apostrophe(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("text", ["SIM B", "PR2", "KKT", "organik", "3 In 1", "24 Jam", "A", "1.0", "2. Jalan"])
def test_short_title_and_very_short_title(text: str) -> None:
    assert split(text) == [text]


def test_title_contains_agency() -> None:
    assert split("Layanan Dinas Kesehatan Keliling") == ["Layanan Dinas Kesehatan Keliling"]


def test_a_list_of_one() -> None:
    assert split("1. AKTA CONTOH") == ["AKTA CONTOH"]


@pytest.mark.parametrize("value", [None, "", " ", "-", "#N/A", "\n"])
def test_no_title(value: str | None) -> None:
    assert split(value) == []


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("Digital", "Pelayanan Publik"), ("digital", "pelayanan publik", False)),
        (("Pelayanan Publik", "Digital"), ("digital", "pelayanan publik", True)),
        (("Non Digital", None), ("non-digital", None, False)),
        ((None, "non-digital"), ("non-digital", None, True)),
        (("Tata Kelola Pemerintahan", None), (None, "tata kelola", True)),
        (("Digital", "Lainnya"), ("digital", "bentuk lainnya", False)),
        (("Digital", "Kampung tematik"), ("digital", "Kampung tematik", False)),
        (("Kampung tematik", "Digital"), ("digital", "Kampung tematik", True)),
        (("Produk", "Pelayanan Publik"), (None, "pelayanan publik", False)),
        (("-", "#N/A"), (None, None, False)),
    ],
)
def test_type_and_form_swapped(cells: Sequence[str | None], read: tuple[str | None, str | None, bool]) -> None:
    assert read_kind(*cells) == read
