"""The words that give rows away, and what looks like them but is a title, an agency or an entry."""

import pytest

from etl.layout import words
from etl.layout.cells import is_figure, is_year, leads_a_row, running_number


@pytest.mark.parametrize(
    "text",
    ["Jumlah", "TOTAL", "Sub Total", "sub-total :", "JUMLAH SELURUHNYA", "Rata-rata", "Rata - Rata Nilai",
     "Jumlah Total", "Total Inovasi Perangkat Daerah", "Jumlah I", "Jumlah (A)", "Total: 25", "Jumlah = 25 inovasi"],
)  # fmt: skip
def test_words_of_totals(text: str) -> None:
    assert words.is_total(text)


@pytest.mark.parametrize("text", ["TOTAL FOOTBALL CONTOH", "Dinas Total Contoh", "Jumlahku", "Sub Bagian Umum", "Rata"])
def test_no_words_of_totals(text: str) -> None:
    assert not words.is_total(text)


@pytest.mark.parametrize(
    "text",
    ["ttd", "TTD.", "dto", "(ttd)", "cap/ttd", "NIP 00000000 000000 0 000", "NIP. 19700101", "Mengetahui,",
     "Contoh, 1 Maret 2025", "Luwu Utara,    Mei 2021", "Bangka, ...... Desember 2016", "Ditetapkan di Sungailiat"],
)  # fmt: skip
def test_words_of_signatures(text: str) -> None:
    assert words.is_signed(text)


@pytest.mark.parametrize(
    "text", ["Nipah Hijau", "Mengetahui Stunting Sejak Dini", "Kamis, 13", "Dinas Sosial", "Dtoko"]
)
def test_no_words_of_signatures(text: str) -> None:
    assert not words.is_signed(text)


@pytest.mark.parametrize(
    "text", ["Keterangan:", "Keterangan Kode:", "Catatan", "Sumber : BPS", "*) sementara", "(dari berita)"]
)
def test_notes(text: str) -> None:
    assert words.is_note(text)


@pytest.mark.parametrize("text", ["Sumber Air Bersih", "Catatan Harian Siswa", "Ketapang", "Notelen"])
def test_no_notes(text: str) -> None:
    assert not words.is_note(text)


def test_sections() -> None:
    assert all(map(words.names_a_section, ["A. PEMENANG UTAMA", "II) Umum", "DINAS SOSIAL", "Kategori Umum"]))
    assert not words.names_a_section("Kejar Stunting")
    assert [words.is_letter(text) for text in ("A", "IV.", "1", "a")] == [True, True, False, False]


def test_example_markers_are_exact() -> None:
    assert words.is_example("CONTOH – baris ini diabaikan")
    assert words.is_example("EXAMPLE")
    assert not words.is_example("Contoh")
    assert not words.is_example("SI CONTOH SATU")


def test_cut_texts() -> None:
    assert words.is_cut("Pemanfaatan Handphone Bekas untuk “Kontrol", "melalui SMS”")
    assert words.is_cut("Pelayanan dan", "Pengaduan")
    assert not words.is_cut("padi", "organik")
    assert not words.is_cut("Sistem Informasi", "Kejar Stunting")


def test_running_numbers() -> None:
    assert [running_number(value) for value in (1, 2.0, "3", " 4.".strip(), "(5)", "6)")] == [1, 2, 3, 4, 5, 6]
    assert [running_number(value) for value in (None, True, 1.5, "1.234,5", "10 (SEPULUH)", float("nan"))] == [None] * 6


def test_figures_and_years() -> None:
    assert all(is_figure(value) for value in (1, "1.234,5", "90 %", "(12)", "=SUM(A1:A2)", "Rp 5.000", "-3"))
    assert not any(is_figure(value) for value in ("-", "25 (sumber lain: 24)", "#N/A", None, "4 inovasi"))
    assert [is_year(value) for value in ("2019", 2020, 20.5, "1234")] == [True, True, False, False]
    assert [leads_a_row(value) for value in ("031101", 7, "A", None)] == [True, True, False, False]
