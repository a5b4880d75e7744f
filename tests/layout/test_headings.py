"""Headings: found by their words, joined over their rows, repeated and reworded."""

from etl.layout.headings import NUMBER_WORDS, normal
from tests.layout.grids import cells, headings, laid, reasons


def test_title_rows() -> None:
    layout = laid("""
LAMPIRAN I : KEPUTUSAN BUPATI
NOMOR : 188.45/2981

No|Judul Inovasi|OPD
1|Satu|Dinkes
""")
    assert reasons(layout) == {"title": [1, 2], "blank": [3], "header": [4], "data": [5]}
    assert layout.heading_rows_found


def test_a_heading_far_down_is_found_by_its_words() -> None:
    layout = laid("REKAP\n" * 40 + "No|Judul Inovasi|OPD\n1|Satu|Dinkes")
    assert reasons(layout) == {"title": list(range(1, 41)), "header": [41], "data": [42]}


def test_labels_with_values_above_the_table_are_no_headings() -> None:
    layout = laid("""
Nama OPD|Dinas Kesehatan|Tahun|2025
No|Judul Inovasi|Jenis|Bentuk
1|Satu|Digital|Lainnya
""")
    assert reasons(layout) == {"title": [1], "header": [2], "data": [3]}


def test_two_row_heading_and_merged_heading() -> None:
    layout = laid(
        """
No|Perangkat Daerah|INOVASI|||Nilai
||Judul Inovasi|Jenis|Bentuk|
1|Dinkes|Satu|Digital|Lainnya|80
""",
        *((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 5), (1, 6, 2, 6)),
    )
    assert headings(layout) == ["No", "Perangkat Daerah", "Judul Inovasi", "Jenis", "Bentuk", "Nilai"]
    assert [heading.group for heading in layout.tables[0].headings][2:5] == ["INOVASI"] * 3
    assert [heading.row for heading in layout.tables[0].headings] == [1, 1, 2, 2, 2, 1]
    assert reasons(layout) == {"header": [1, 2], "data": [3]}


def test_two_row_heading_without_merges() -> None:
    layout = laid("NO|NAMA/NIP|ESELON II|\n||JABATAN BARU|KET\n1|2|3|4\n1||KEPALA DINAS|")
    assert headings(layout) == ["NO", "NAMA/NIP", "JABATAN BARU", "KET"]
    assert reasons(layout) == {"header": [1, 2], "column_numbers": [3], "data": [4]}


def test_three_row_heading() -> None:
    layout = laid(
        """
No|OPD|INOVASI||
||Judul|NILAI|
|||Tahap 1|Tahap 2
1|Dinkes|Satu|80|90
""",
        *((1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 1, 5), (2, 3, 3, 3), (2, 4, 2, 5)),
    )
    assert headings(layout) == ["No", "OPD", "Judul", "INOVASI / NILAI / Tahap 1", "INOVASI / NILAI / Tahap 2"]
    assert reasons(layout) == {"header": [1, 2, 3], "data": [4]}


def test_a_group_above_a_full_row_of_headings() -> None:
    layout = laid("|IDENTITAS||HASIL|\nNo|Judul|OPD|Nilai|Peringkat\n1|Satu|Dinkes|80|1", (1, 2, 1, 3), (1, 4, 1, 5))
    assert [heading.group for heading in layout.tables[0].headings] == [
        None,
        "IDENTITAS",
        "IDENTITAS",
        "HASIL",
        "HASIL",
    ]
    assert reasons(layout) == {"header": [1, 2], "data": [3]}


def test_a_title_merged_over_the_table_is_no_group() -> None:
    layout = laid("REKAP INOVASI||\nNo|Judul|OPD\n1|Satu|Dinkes", (1, 1, 1, 3))
    assert reasons(layout) == {"title": [1], "header": [2], "data": [3]}


def test_the_same_words_below_two_groups_keep_their_group() -> None:
    layout = laid("No|Judul|Juri 1|Juri 2\n||Nilai|Nilai\n1|Satu|80|90", (1, 3, 1, 3), (1, 1, 2, 1), (1, 2, 2, 2))
    assert headings(layout)[2:] == ["Juri 1 / Nilai", "Juri 2 / Nilai"]


def test_headings_said_again_in_other_words_are_one_heading() -> None:
    layout = laid("Kode|Nama\ncode|name\n01|Dinkes")
    assert headings(layout) == ["code", "name"]
    layout = laid("Perangkat Daerah|Judul\ncode|name\n01|Dinkes")
    assert [heading.group for heading in layout.tables[0].headings] == ["Perangkat Daerah", "Judul"]
    assert reasons(layout) == {"header": [1, 2], "data": [3]}


def test_column_numbers() -> None:
    for numbers in ("1|2|3|4", "(1)|(2)|(3)|(4)", "1|2|3|4=1x2"):
        layout = laid(f"No|Judul|OPD|Nilai\n{numbers}\n1|Satu|Dinkes|80")
        assert reasons(layout) == {"header": [1], "column_numbers": [2], "data": [3]}


def test_column_numbers_of_two_columns_only_where_the_counting_begins_below() -> None:
    assert reasons(laid("No|Judul\n1|2\n1|Satu")) == {"header": [1], "column_numbers": [2], "data": [3]}
    assert reasons(laid("Tahun|Jumlah\n1|2\n3|4")) == {"header": [1], "data": [2, 3]}


def test_years_are_headings() -> None:
    layout = laid("Perangkat Daerah|2019|2020|Ket\nDinkes|1|2|")
    assert headings(layout) == ["Perangkat Daerah", "2019", "2020", "Ket"]


def test_numbers_of_indicators_are_headings_behind_the_heading_no() -> None:
    layout = laid("No|Nama Inovasi|OPD|1|2|3\n1|Satu|Dinkes|5|4|5")
    assert headings(layout) == ["No", "Nama Inovasi", "OPD", "1", "2", "3"]


def test_n_zero_for_no() -> None:
    layout = laid("N0|Judul|OPD\n1|Satu|Dinkes\n|Dua|\n2|Tiga|Dinkes")
    assert normal("N0.") in NUMBER_WORDS
    assert reasons(layout)["data"] == [2, 3, 4]


def test_repeated_heading() -> None:
    layout = laid("No|Judul|OPD\n1|Satu|Dinkes\nNo|Judul|OPD\n2|Dua|Dinkes")
    assert reasons(layout) == {"header": [1], "data": [2, 4], "repeated_header": [3]}
    assert len(layout.tables) == 1


def test_repeated_heading_of_two_rows() -> None:
    drawing = "No|OPD|INOVASI|\n||Judul|Jenis\n1|Dinkes|Satu|Digital\n"
    layout = laid(drawing + "\n" + drawing)
    assert reasons(layout) == {"header": [1, 2], "data": [3, 7], "blank": [4], "repeated_header": [5, 6]}


def test_heading_words_change() -> None:
    layout = laid("""
NO|JUDUL TEMUAN|INVENTOR|KAB/KOTA
1|Satu||Kabupaten Pati
B. PEMENANG HARAPAN
NO.|JUDUL TEMUAN|NAMA PENEMU|KAB/KOTA
1|Dua||Kota Tegal
""")
    assert reasons(layout) == {"header": [1], "data": [2, 5], "section": [3], "repeated_header": [4]}


def test_one_column() -> None:
    layout = laid("PESERTA TAHAP PRESENTASI (daftar dalam berita)\nNama Inovasi\nKejar Stunting\nTotal Football\nSIM B")
    assert reasons(layout) == {"title": [1], "header": [2], "data": [3, 4, 5]}


def test_headings_alone_are_a_table_without_rows() -> None:
    layout = laid("No|Judul|OPD")
    assert reasons(layout) == {"header": [1]}
    assert (layout.tables[0].first_row, layout.tables[0].last_row) == (1, 1)


def test_unknown_headings_are_left_for_a_person_to_map() -> None:
    layout = laid("Daftar\nFoo|Bar|Baz\n1|a|b\n2|c|d")
    assert headings(layout) == ["Foo", "Bar", "Baz"]
    assert reasons(layout) == {"title": [1], "header": [2], "data": [3, 4]}
    assert not layout.heading_rows_found


def test_line_breaks_in_headings_are_blanks() -> None:
    layout = laid("No|Judul|Perangkat~Daerah".replace("~", "\u00a0\u00a0") + "\n1|Satu|Dinkes")
    assert headings(layout)[2] == "Perangkat Daerah"
    assert cells(layout, 2) == {1: 1, 2: "Satu", 3: "Dinkes"}


def test_not_a_register() -> None:
    layout = laid(
        """
Judul Proposal :||||||

||||Juri 1||
N0|Kriteria|Unsur|Bobot|Range Nilai||Total
1|Manfaat|Bahan|20|5||100
|Jumlah||100|||100
""",
        (3, 5, 3, 6),
    )
    assert reasons(layout) == {"title": [1], "blank": [2], "header": [3, 4], "data": [5], "total": [6]}
    assert layout.form is None


def test_free_text_has_no_table() -> None:
    layout = laid("Cara mengisi\n1. Satu baris untuk satu inovasi\n\n2. Tanggal ditulis hari/bulan/tahun")
    assert (layout.tables, layout.form) == ([], None)
    assert reasons(layout) == {"note": [1, 2, 4], "blank": [3]}
