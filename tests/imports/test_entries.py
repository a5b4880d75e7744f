"""Entries: what holds a row back, what only becomes a question, and what being on a list says."""

import pytest

from tests.imports.small import Data, asked, column, held, results, workbook


def test_a_list_of_entrants_says_that_each_was_handed_in(data: Data) -> None:
    dry = data.read("Judul Inovasi,OPD\nSehat,Dinas Kesehatan\nPeduli,Dinas Sosial\n")
    assert results(dry) == {("2", "masuk"): "passed", ("3", "masuk"): "passed"}
    assert column(dry, "submissions", "submission_id") == ["lomba-2018-kab-a-sehat", "lomba-2018-kab-a-peduli"]


def test_a_row_without_a_title_waits(data: Data) -> None:
    dry = data.read("Judul Inovasi,OPD\n,Dinas Kesehatan\n#N/A,Dinas Sosial\nSehat,\n")
    assert held(dry) == [("CSV!A2", "missing", "title"), ("CSV!A3", "bad_value", "error_value")]
    assert column(dry, "submissions", "innovation") == ["Sehat"]


def test_a_title_over_the_limit_waits(data: Data) -> None:
    dry = data.read(f"Judul Inovasi,OPD\n{'panjang ' * 80},Dinas Sosial\n")
    assert held(dry) == [("CSV!A2", "too_long", None)]


def test_an_optional_cell_that_cannot_be_read_does_not_hold_the_row(data: Data) -> None:
    dry = data.read("Judul Inovasi,OPD,Tanggal Pengajuan,Nilai\nSehat,Dinas Sosial,belum,8 (sementara)\n")
    assert asked(dry) == [("CSV!C2", "bad_date", None), ("CSV!D2", "bad_number", None)]
    assert column(dry, "submissions", "submitted_on") == [None]


def test_a_day_known_only_to_the_month_is_asked_about(data: Data) -> None:
    dry = data.read("Judul Inovasi,Tanggal Pengajuan\nSehat,Maret 2018\nPeduli,17-19 Maret 2018\n")
    assert asked(dry) == [("CSV!B2", "bad_date", "not_a_day"), ("CSV!B3", "bad_date", "range")]
    assert column(dry, "submissions", "submitted_on") == [None, "2018-03-17"]


def test_several_titles_in_a_cell_are_one_row_and_several_entries(data: Data) -> None:
    dry = data.read('Judul Inovasi,OPD\n"1. Sehat\n2. Peduli",Dinas Sosial\n')
    assert dry.counts["loaded"] == 1
    assert dry.counts["entries"] == 2
    assert column(dry, "submissions", "agency") == ["Dinas Sosial", "Dinas Sosial"]


def test_cells_with_as_many_lines_as_titles_are_parted_with_them(data: Data) -> None:
    dry = data.read('Judul Inovasi,OPD,Keterangan\n"Sehat\nPeduli",Dinas Sosial,"baru\nlama"\n')
    assert column(dry, "submissions", "note") == ["baru", "lama"]


def test_facts_of_the_innovation_make_one_and_link_it(data: Data) -> None:
    dry = data.read("Judul Inovasi,OPD,Jenis,Bentuk\nSehat,Dinkes,Digital,Pelayanan Publik\nPeduli,Dinkes,,\n")
    assert column(dry, "innovations", "innovation_id") == ["kab-a-sehat"]
    assert column(dry, "innovations", "agency_id") == ["a-dinkes"]
    assert column(dry, "submissions", "innovation_id") == ["kab-a-sehat", None]


def test_a_row_of_another_government_than_the_one_given_waits(data: Data) -> None:
    dry = data.read("Judul Inovasi,Kabupaten/Kota\nSehat,Kabupaten A\nPeduli,Kabupaten B\n")
    assert held(dry) == [("CSV!B3", "other_government", "row")]


def test_without_a_government_given_rows_say_whose_they_are(data: Data) -> None:
    rows = "Judul Inovasi,Kabupaten/Kota\nSehat,Kabupaten A\nPeduli,Kabupaten B\nAneh,Kabupaten Entah\n"
    dry = data.read(rows, government_id=None)
    assert column(dry, "submissions", "government_id") == ["kab-a", "kab-b", None]
    assert asked(dry) == [("CSV!B4", "unknown_agency", "government")]


def test_a_row_of_a_year_without_an_edition_waits(data: Data) -> None:
    dry = data.read("Judul Inovasi,Tahun\nSehat,2018\nPeduli,2017\n")
    assert held(dry) == [("CSV!B3", "conflict", "edition")]


def test_the_year_of_a_row_finds_the_edition_of_its_contest(data: Data) -> None:
    dry = data.read("Judul Inovasi,Tahun\nSehat,2018\n", edition_id=None, competition_id="lomba")
    assert column(dry, "submissions", "edition_id") == ["lomba-2018"]


def test_a_registration_number_is_part_of_the_key(data: Data) -> None:
    dry = data.read("Kode,Judul Inovasi\nA-01,Sehat\n", columns={"Kode": "submission_id"})
    assert column(dry, "submissions", "submission_id") == ["lomba-2018-a-01"]


def test_blanks_are_filled_from_above_only_where_a_person_asks_for_it(data: Data) -> None:
    rows = "Judul Inovasi,Kelompok\nSehat,Umum\nPeduli,\n"
    assert column(data.read(rows), "submissions", "group") == ["Umum", None]
    assert column(data.read(rows, fill_down=("Kelompok",)), "submissions", "group") == ["Umum", "Umum"]


@pytest.mark.parametrize(("cell", "flag"), [("Ya", "true"), ("Tidak", "false"), ("-", None)])
def test_a_flag_is_yes_or_no(data: Data, cell: str, flag: str | None) -> None:
    dry = data.read(f"Judul Inovasi,Unggulan\nSehat,{cell}\n", columns={"Unggulan": "flagship"})
    assert column(dry, "submissions", "flagship") == [flag]


def test_what_a_person_says_of_a_heading_is_remembered(data: Data) -> None:
    dry = data.read("Nama Kegiatan,OPD\nSehat,Dinkes\n", columns={"A": "name"})
    assert column(dry, "mappings", "heading") == ["Nama Kegiatan"]
    data.load(dry)
    again = data.read("Nama Kegiatan,OPD\nPeduli,Dinkes\n")
    assert [c.by for c in again.sheets[0].columns][:1] == ["remembered"]


def test_an_unknown_column_is_asked_about_and_its_values_are_kept(data: Data) -> None:
    dry = data.read("Judul Inovasi,Warna Sampul\nSehat,biru\n")
    assert ("CSV!B1", "unmapped_column", None) in asked(dry)
    assert dry.kept is not None
    assert b"biru" in dry.kept


def test_a_hidden_sheet_is_read_only_by_choice(data: Data) -> None:
    book = workbook({"Rekap": [["Judul Inovasi"], ["Sehat"]], "Lama": [["Judul Inovasi"], ["Kuno"]]}, hidden=["Lama"])
    assert column(data.read(book, "a.xlsx"), "submissions", "innovation") == ["Sehat"]
    assert column(data.read(book, "a.xlsx", sheet="Lama"), "submissions", "innovation") == ["Kuno"]


def test_a_line_with_its_number_alone_is_blank(data: Data) -> None:
    dry = data.read("No,Judul Inovasi,OPD\n1,Sehat,Dinkes\n2,,\n3,Peduli,Dinsos\n4,-,\n")
    assert held(dry) == []
    assert [(s.row, s.reason) for s in dry.skipped] == [(1, "header"), (3, "blank"), (5, "blank")]


def test_an_entry_of_a_local_contest_is_its_organisers(data: Data) -> None:
    dry = data.read("Judul Inovasi\nSehat\n", government_id=None)
    assert column(dry, "submissions", "government_id") == ["kab-a"]
