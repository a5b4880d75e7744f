"""Rows below the headings: entries, and everything that is none."""

from datetime import date

import pytest

from etl.layout import lay_out
from etl.workbook import Sheet, Value
from tests.layout.grids import cells, is_heading, laid, reasons, sections

HEAD = "No|Judul Inovasi|OPD|Nilai\n"


def test_blank_rows() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|\n\n2|Dua|Dinkes|")
    assert reasons(layout) == {"header": [1], "data": [2, 4], "blank": [3]}


def test_numbers_given_in_advance_are_blank_rows() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|\n2|||\n3|||")
    assert reasons(layout) == {"header": [1], "data": [2], "blank": [3, 4]}


def test_empty_string_cells() -> None:
    blanks: list[Value] = ["", " ", "\u00a0\u200b", "\ufeff\n"]
    layout = lay_out(
        Sheet("S", [["No", "Judul", "OPD", "Ket"], blanks, [1, " Satu\u200b", "\tDinkes\u00a0", ""]]), is_heading
    )
    assert reasons(layout) == {"header": [1], "blank": [2], "data": [3]}
    assert cells(layout, 3) == {1: 1, 2: "Satu", 3: "Dinkes"}


def test_line_break_in_text_stays() -> None:
    layout = lay_out(Sheet("S", [["No", "Judul"], [1, "1. Satu\n2. Dua\n"]]), is_heading)
    assert cells(layout, 2)[2] == "1. Satu\n2. Dua"


def test_number_with_dot_and_without() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|\n2.|Dua|Dinkes|\n 3.|Tiga|Dinkes|\n(4)|Empat|Dinkes|")
    assert reasons(layout) == {"header": [1], "data": [2, 3, 4, 5]}


def test_gaps_in_numbers_and_numbering_restarts() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|\n5|Dua|Dinkes|\n1|Tiga|Dinkes|")
    assert reasons(layout) == {"header": [1], "data": [2, 3, 4]}


def test_page_numbers() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|a\n|||8\n" + HEAD + "2|Dua|Dinkes|b\n|Halaman 9||\n|- 10 -||")
    assert reasons(layout) == {"header": [1], "data": [2, 5], "page": [3, 6, 7], "repeated_header": [4]}


def test_title_cut_by_page_break() -> None:
    layout = laid(HEAD + "1|Alat “Kontrol Pakan Ayam||\n|||9\n" + HEAD + "|melalui SMS”||\n2|Dua||")
    assert reasons(layout)["continuation"] == [5]
    assert cells(layout, 2)[2] == "Alat “Kontrol Pakan Ayam melalui SMS”"
    assert layout.tables[0].rows[0].continued == [5]


def test_a_text_that_runs_on_in_the_next_row_is_joined_where_it_reads_as_cut() -> None:
    layout = laid(HEAD + "1|Sistem Informasi Pelayanan dan|Dinkes|\n|Pengaduan Masyarakat||\n2|Dua|Dinkes|")
    assert cells(layout, 2)[2] == "Sistem Informasi Pelayanan dan Pengaduan Masyarakat"


def test_a_second_title_of_an_agency_numbered_once_is_an_entry() -> None:
    layout = laid("No|OPD|Judul|Nilai\n1|Dinkes|Satu|\n||DUA|\n||tiga|\n2|Dinsos|Empat|")
    assert reasons(layout) == {"header": [1], "data": [2, 3, 4, 5]}


def test_total_row() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|80\nJumlah|||80\n|Rata-rata||80\n|TOTAL KESELURUHAN||1.234,5")
    assert reasons(layout) == {"header": [1], "data": [2], "total": [3, 4, 5]}
    assert [(total.row, total.column, total.value) for total in layout.stated_totals] == [(3, 4, 80), (5, 4, "1.234,5")]


def test_subtotals() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|\n|Jumlah||1\n2|Dua|Dinsos|\n|Sub Total||1\n|Jumlah Dinas Sosial||1\n|Total||2")
    assert reasons(layout) == {"header": [1], "data": [2, 4], "total": [3, 5, 6, 7]}


def test_total_first() -> None:
    layout = laid("Rekap 2025\nNo|Perangkat Daerah|Judul Inovasi\n|JUMLAH SELURUHNYA|4\n1|Dinkes|Satu")
    assert reasons(layout) == {"title": [1], "header": [2], "total": [3], "data": [4]}


def test_total_without_a_word_below_figures() -> None:
    layout = laid("Daerah|Jumlah\nBantaeng|10\nWajo|6\n|16")
    assert reasons(layout) == {"header": [1], "data": [2, 3], "total": [4]}


def test_total_word_in_a_title() -> None:
    layout = laid(HEAD + "1|TOTAL FOOTBALL|Dinas Total Contoh|4\n2|Jumlah|Dinkes|3")
    assert reasons(layout) == {"header": [1], "data": [2, 3]}
    layout = laid("Judul Inovasi|OPD\nTotal Football|Dispora\nTotal|Dinkes\nJumlah|2")
    assert reasons(layout) == {"header": [1], "data": [2, 3], "total": [4]}


def test_a_title_with_the_word_total_above_the_table_is_a_title() -> None:
    assert reasons(laid("JUMLAH INOVASI 2021\nDaerah|Jumlah\nWajo|6"))["title"] == [1]


def test_notes() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|80\n\nKeterangan: nilai masih sementara\n*) belum final\nCatatan :|per 1 Mei")
    assert reasons(layout) == {"header": [1], "data": [2], "blank": [3], "note": [4, 5, 6]}


def test_remark_instead_of_a_value() -> None:
    layout = laid("Daerah|Jumlah\nWajo|6\n(14 kabupaten/kota lain, tidak dirinci)|\nTotal|87")
    assert reasons(layout) == {"header": [1], "data": [2], "note": [3], "total": [4]}


def test_status_codes() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|80\n\nKeterangan Kode:\nTMS = tidak memenuhi syarat\nx|tidak hadir")
    assert reasons(layout) == {"header": [1], "data": [2], "blank": [3], "note": [4, 5, 6]}


def test_source_line() -> None:
    layout = laid(HEAD + "1|Sumber Air|PDAM|80\nSumber: Bagian Organisasi")
    assert reasons(layout) == {"header": [1], "data": [2], "note": [3]}


def test_entries_behind_a_note_are_entries() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|80\nCatatan: sementara\n2|Dua|Dinkes|80")
    assert reasons(layout) == {"header": [1], "data": [2, 4], "note": [3]}


def test_signature() -> None:
    layout = laid(
        HEAD
        + "1|Satu|Dinkes|80\n\n|||Contoh, 1 Maret 2025\n|||Kepala Bagian Organisasi\n\n|||ttd\n"
        + "|||Nama Orang, S.Sos\n|||Pembina Tk. I\n|||NIP 00000000 000000 0 000"
    )
    assert reasons(layout) == {"header": [1], "data": [2], "blank": [3, 6], "signature": [4, 5, 7, 8, 9, 10]}


def test_signature_without_place_and_date() -> None:
    layout = laid("No|Judul|OPD\n1|KEPALA DINAS SOSIAL|\n\n||BUPATI CONTOH,\n||dto")
    assert reasons(layout) == {"header": [1], "data": [2], "blank": [3], "signature": [4, 5]}


def test_signatures_side_by_side() -> None:
    layout = laid(
        HEAD + "1|Satu|Dinkes|80\n\n|Mengetahui,||Contoh, 3 Mei 2021\n|Bupati||Kepala Bagian\n|Nama A||Nama B"
    )
    assert reasons(layout)["signature"] == [4, 5, 6]


@pytest.mark.parametrize("post", ["Sekretaris Daerah", "Wakil Walikota", "Kepala Badan Contoh"])
def test_posts_in_a_list_are_entries(post: str) -> None:
    layout = laid(f"code|name\n01|Walikota\n02|{post}")
    assert reasons(layout) == {"header": [1], "data": [2, 3]}


def test_merged_cells_are_filled_down_inside_the_merge_only() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|\n2|Dua||\n3|Tiga||\n4|Empat||", (2, 3, 4, 3))
    assert [cells(layout, row).get(3) for row in (2, 3, 4, 5)] == ["Dinkes", "Dinkes", "Dinkes", None]


def test_numbers_merged_over_several_titles() -> None:
    layout = laid("No|OPD|Judul\n1|Dinkes|Satu\n||DUA\n||tiga\n2|Dinsos|Empat", (2, 1, 4, 1), (2, 2, 4, 2))
    assert reasons(layout) == {"header": [1], "data": [2, 3, 4, 5]}
    assert cells(layout, 4) == {1: 1, 2: "Dinkes", 3: "tiga"}


def test_a_row_that_only_a_merge_reaches_is_blank() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|\n|||\n2|Dua|Dinsos|", (2, 3, 3, 3))
    assert reasons(layout) == {"header": [1], "data": [2, 4], "blank": [3]}


def test_a_heading_merged_down_is_not_filled_into_entries() -> None:
    layout = laid("No|Judul|OPD\n1|Satu|", (1, 3, 2, 3))
    assert cells(layout, 2) == {1: 1, 2: "Satu"}


def test_cells_merged_across_stand_in_the_first_column_only() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes||", (2, 2, 2, 3), (2, 3, 2, 4))
    assert cells(layout, 2) == {1: 1, 2: "Satu", 3: "Dinkes"}


def test_group_value_once() -> None:
    layout = laid("Kelompok|Judul|OPD\nUmum|Satu|Dinkes\n|Dua|Dinsos\nReplikasi|Tiga|Dinkes")
    assert reasons(layout) == {"header": [1], "data": [2, 3, 4]}
    assert cells(layout, 3) == {2: "Dua", 3: "Dinsos"}


@pytest.mark.parametrize(
    "row",
    [
        "CONTOH – baris ini diabaikan|Misal|Dinkes|",
        "1|Misal|Dinkes|CONTOH – baris ini diabaikan",
        "EXAMPLE - this row is ignored|Misal|Dinkes|",
        "CONTOH|Misal|Dinkes|3",
    ],
)
def test_example_rows_are_marked(row: str) -> None:
    layout = laid(f"{HEAD}{row}\n1|SI CONTOH SATU|Dinas Contoh|80")
    assert [entry.example for entry in layout.tables[0].rows] == [True, False]


def test_remarks_beside_the_table_are_notes() -> None:
    layout = laid(HEAD + "1|Satu|Dinkes|80\n|||||cek lagi\n2|Dua|Dinkes|80")
    assert reasons(layout) == {"header": [1], "data": [2, 4], "note": [3]}


def test_cells_without_a_heading_stay_in_the_entry() -> None:
    layout = lay_out(Sheet("S", [["No", "Judul", "OPD", None], [1, "Satu", "Dinkes", date(2025, 1, 2)]]), is_heading)
    assert cells(layout, 2)[4] == date(2025, 1, 2)


def test_entries_have_no_section_where_none_stands() -> None:
    assert sections(laid(HEAD + "1|Satu|Dinkes|")) == {2: None}
