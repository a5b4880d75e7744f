"""The same entry twice: in one file, in two files, nearly the same."""

from tests.imports.small import Data, asked, column, results

LIST = "No,Judul Inovasi,OPD\n1,Sehat,Dinas Kesehatan\n2,Peduli,Dinas Sosial\n"


def test_a_row_that_repeats_another_but_for_its_number_is_skipped(data: Data) -> None:
    dry = data.read(LIST + "3,Sehat,Dinas Kesehatan\n")
    assert [(s.row, s.reason) for s in dry.skipped] == [(1, "header"), (4, "duplicate")]
    assert "repeated_rows" in [note.code for note in dry.notes]


def test_the_same_title_with_something_else_stays_twice_and_is_asked_about(data: Data) -> None:
    dry = data.read(LIST + "3,SEHAT!,Dinas Sosial\n")
    assert len(set(column(dry, "submissions", "submission_id"))) == 3
    assert asked(dry) == [("CSV!B4", "possible_duplicate", "same_title")]


def test_the_same_title_in_another_section_is_a_second_result(data: Data) -> None:
    dry = data.read("A. TOP 7,\nNo,Judul Inovasi\n1,Sehat\nB. JUARA,\nNo,Judul Inovasi\n1,Sehat\n")
    assert len(dry.tables["submissions"]) == 1
    assert results(dry) == {("3", "top7"): "passed", ("6", "juara"): "passed"}
    assert asked(dry) == [("CSV!B6", "possible_duplicate", "second_result")]


def test_the_same_file_again_changes_nothing(data: Data) -> None:
    data.load(data.read(LIST))
    again = data.read(LIST)
    assert again.outcome == "nothing"
    assert [s.reason for s in again.skipped] == ["header", "duplicate", "duplicate"]


def test_two_rows_of_one_title_find_their_own_entries_again(data: Data) -> None:
    twice = LIST + "3,Sehat,Dinas Sosial\n"
    data.load(data.read(twice))
    assert data.read(twice).outcome == "nothing"


def test_an_entry_on_record_keeps_its_key_and_takes_what_is_new(data: Data) -> None:
    data.load(data.read(LIST))
    dry = data.read("Judul Inovasi,Kelompok\nSEHAT,Umum\n")
    row = dry.tables["submissions"][0]
    assert (row["submission_id"], row["agency"], row["group"], row["innovation"]) == (
        "lomba-2018-kab-a-sehat",
        "Dinas Kesehatan",
        "Umum",
        "Sehat",
    )


def test_another_spelling_of_the_same_agency_is_nothing_new(data: Data) -> None:
    data.load(data.read(LIST))
    assert data.read("Judul Inovasi,OPD\nSehat,Dinkes\n").outcome == "nothing"


def test_another_agency_is_taken_and_asked_about(data: Data) -> None:
    data.load(data.read(LIST))
    dry = data.read("Judul Inovasi,OPD\nSehat,Dinas Sosial\n")
    assert asked(dry) == [("CSV!B2", "possible_duplicate", "other_agency")]


def test_a_list_of_participants_does_not_undo_a_decision(data: Data) -> None:
    data.load(data.read("Judul Inovasi,Presentasi\nSehat,Lolos\n"))
    assert data.read("Judul Inovasi\nSehat\n", stage_id="presentasi").outcome == "nothing"


def test_a_near_title_is_only_suggested(data: Data) -> None:
    data.load(data.read("Judul Inovasi\nSidora Eman\n"))
    dry = data.read("Judul Inovasi\nSi Dora Eman\n")
    assert asked(dry) == [("CSV!A2", "possible_duplicate", "near_title")]
    assert [s.key for s in dry.questions[0].suggestions] == ["lomba-2018-kab-a-sidora-eman"]
    assert column(dry, "submissions", "submission_id") == ["lomba-2018-kab-a-si-dora-eman"]
