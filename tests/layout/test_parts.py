"""Parts of a sheet: sections, and several tables below or beside one another."""

from tests.layout.grids import cells, headings, laid, reasons, sections

HEAD = "NO.|JUDUL TEMUAN|INVENTOR|KAB/KOTA\n"


def test_section_rows() -> None:
    layout = laid(HEAD + "A. PEMENANG UTAMA\n1|Satu||Pati\nB. PEMENANG HARAPAN\n1|Dua||Tegal")
    assert reasons(layout) == {"header": [1], "section": [2, 4], "data": [3, 5]}
    assert sections(layout) == {3: "A. PEMENANG UTAMA", 5: "B. PEMENANG HARAPAN"}


def test_a_section_above_the_first_heading() -> None:
    layout = laid("PEMENANG 2015\n\nA. PEMENANG UTAMA\n" + HEAD + "1|Satu||Pati")
    assert reasons(layout) == {"title": [1], "blank": [2], "section": [3], "header": [4], "data": [5]}
    assert sections(layout) == {5: "A. PEMENANG UTAMA"}


def test_section_letters_restart() -> None:
    layout = laid(
        HEAD + "A. UTAMA\n1|Satu||Pati\nB. HARAPAN\n" + HEAD + "1|Dua||Tegal\nA. FAVORIT\n" + HEAD + "1|Tiga||Blora"
    )
    assert sections(layout) == {3: "A. UTAMA", 6: "B. HARAPAN", 9: "A. FAVORIT"}
    assert len(layout.tables) == 1


def test_the_letter_of_a_section_in_the_column_of_numbers() -> None:
    layout = laid("NO|JUDUL|OPD\nA|PERANGKAT DAERAH|\n1|Satu|Dinkes\nII.|PUSKESMAS|\n1|Dua|Puskesmas X")
    assert sections(layout) == {3: "A PERANGKAT DAERAH", 5: "II. PUSKESMAS"}


def test_sections_named_in_the_column_of_titles() -> None:
    layout = laid("NO|JUDUL|OPD\n|DINAS KESEHATAN|\n1|Satu|Dinkes\n2|Dua|Dinkes\n|DINAS SOSIAL|\n3|Tiga|Dinsos")
    assert sections(layout) == {3: "DINAS KESEHATAN", 4: "DINAS KESEHATAN", 6: "DINAS SOSIAL"}


def test_sections_of_a_table_without_numbers() -> None:
    layout = laid("Judul|OPD|Nilai\nA. UMUM\nSatu|Dinkes|3\nHanya judul||\nB. KHUSUS\nDua|Dinkes|3")
    assert sections(layout) == {3: "A. UMUM", 4: "A. UMUM", 6: "B. KHUSUS"}


def test_a_section_merged_across() -> None:
    layout = laid("Judul|OPD|Nilai\nUmum||\nSatu|Dinkes|3", (2, 1, 2, 3))
    assert sections(layout) == {3: "Umum"}


def test_several_tables_in_one_sheet() -> None:
    layout = laid(
        HEAD + "1|Satu||Pati\n2|Dua||Blora\nB. BUPATI PELOPOR\nNO.|KAB/KOTA|NAMA DAN JABATAN|\n1|Kabupaten Boyolali||"
    )
    assert reasons(layout) == {"header": [1, 5], "data": [2, 3], "section": [4], "other": [6]}
    assert sections(layout) == {2: None, 3: None, 6: "B. BUPATI PELOPOR"}
    assert [heading.text for heading in layout.tables[1].headings] == ["NO.", "KAB/KOTA", "NAMA DAN JABATAN"]


def test_titles_of_a_second_table() -> None:
    layout = laid("No|Judul|OPD\n1|Satu|Dinkes\n2|Dua|Dinkes\n\nDAFTAR JURI\nTAHUN 2021\nNo|Name|Jenis\n1|Budi|x")
    assert reasons(layout) == {"header": [1, 7], "data": [2, 3], "blank": [4], "title": [5, 6], "other": [8]}


def test_the_table_with_most_rows_comes_first() -> None:
    layout = laid("Daerah|Jumlah\nWajo|3\n\nNo|Judul|OPD\n1|Satu|Dinkes\n2|Dua|Dinkes")
    assert headings(layout) == ["No", "Judul", "OPD"]
    assert (layout.tables[0].first_row, layout.tables[0].last_row) == (5, 6)


def test_tables_side_by_side() -> None:
    layout = laid("""
No|Judul|OPD||No|Judul|OPD
1|Satu|Dinkes||3|Tiga|Dinsos
2|Dua|Dinkes||4|Empat|Dinsos
||||5|Lima|Dinsos
""")
    assert reasons(layout) == {"header": [1], "data": [2, 3], "other_table": [4]}
    assert cells(layout, 2) == {1: 1, 2: "Satu", 3: "Dinkes"}
    assert [row.cells[6] for row in layout.beside[0].rows] == ["Tiga", "Empat", "Lima"]
