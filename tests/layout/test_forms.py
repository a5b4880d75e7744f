"""Forms of one innovation, with the labels down the side."""

from tests.layout.grids import laid, reasons


def test_transposed_form() -> None:
    layout = laid(
        """
FORMULIR PROPOSAL
Nama OPD|Puskesmas Contoh|||

No|Jenis Isian|Definisi Operasional|Informasi/Jawaban|Data Pendukung
1|Nama Inovasi|nama singkat|POSYANDU CONTOH|
2|Jenis Inovasi|digital / non digital|Non Digital|
3|Covid-19||Bukan|
4|Hasil|diisi kemudian||
""",
        (1, 1, 1, 5),
    )
    assert layout.form is not None
    assert layout.form.answers == {
        "Nama OPD": ("Puskesmas Contoh", 2, 2),
        "Nama Inovasi": ("POSYANDU CONTOH", 5, 4),
        "Jenis Inovasi": ("Non Digital", 6, 4),
        "Covid-19": ("Bukan", 7, 4),
        "Hasil": (None, 8, 4),
    }
    assert reasons(layout) == {"title": [1], "blank": [3], "header": [4], "labels": [2, 5, 6, 7, 8]}
    assert layout.tables == []


def test_a_form_without_headings_answers_in_the_next_cell() -> None:
    layout = laid("FORMULIR\nJudul Inovasi|:|SI SATU\nPerangkat Daerah|:|Dinas Kesehatan\nJenis Inovasi|: Digital|")
    assert layout.form is not None
    assert layout.form.answers == {
        "Judul Inovasi": ("SI SATU", 2, 3),
        "Perangkat Daerah": ("Dinas Kesehatan", 3, 3),
        "Jenis Inovasi": ("Digital", 4, 2),
    }


def test_label_and_value_in_one_cell() -> None:
    layout = laid("PROFIL\nJudul Proposal       : SI SATU\nOPD : Dinas Kesehatan\nManfaat :")
    assert layout.form is not None
    assert layout.form.answers["Judul Proposal"] == ("SI SATU", 2, 1)
    assert layout.form.answers["OPD"] == ("Dinas Kesehatan", 3, 1)
    assert layout.form.answers["Manfaat"] == (None, 4, 1)


def test_stages_down_the_side_are_a_table() -> None:
    layout = laid("No|Kriteria|Jumlah\n1|Administrasi|21\n2|Presentasi|11\n3|Top 50|3")
    assert layout.form is None
    assert reasons(layout) == {"header": [1], "data": [2, 3, 4]}


def test_a_sheet_that_explains_columns_is_neither_form_nor_table() -> None:
    layout = laid("Kolom|Penjelasan\nNama Inovasi|judul lengkap\nPerangkat Daerah|nama resmi\nNilai|angka")
    assert (layout.form, layout.tables) == (None, [])
    assert reasons(layout) == {"note": [1, 2, 3, 4]}


def test_a_table_whose_cells_are_words_of_headings_explains_nothing() -> None:
    layout = laid("code|name|Hasil\n1|Administrasi|lulus\n2|Presentasi|lulus\n3|field|lulus\n4|Top 50|lulus")
    assert reasons(layout) == {"header": [1], "data": [2, 3, 4, 5]}


def test_a_short_table_below_a_group_is_no_form_though_its_note_begins_like_a_label() -> None:
    layout = laid("INOVASI||No\nJudul Inovasi|Warna Map|\nSatu|merah|1\n|||\nKeterangan: sementara||")
    assert layout.form is None
    assert [row.number for row in layout.tables[0].rows] == [3]
