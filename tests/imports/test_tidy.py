"""Sheets in the form of our own tables: several in one workbook, keys left blank, references."""

from tests.imports.small import Data, asked, column, held, workbook


def test_sheets_named_after_tables_are_read_together(data: Data) -> None:
    book = workbook(
        {
            "stages": [
                ["edition_id", "stage_id", "stage_order", "kind", "name"],
                ["lomba-2019", "masuk", 1, "submitted", "Masuk"],
            ],
            "editions": [["edition_id", "competition_id", "year"], ["lomba-2019", "lomba", 2019]],
        }
    )
    dry = data.read(book, "a.xlsx", table=None, edition_id=None)
    assert dry.outcome == "load"
    assert list(dry.tables) == ["editions", "stages"]
    assert held(dry) == []


def test_words_are_taken_in_indonesian_too(data: Data) -> None:
    data.load(data.read("Judul Inovasi\nSehat\n"))
    key = "lomba-2018-kab-a-sehat"
    dry = data.read(f'submission_id,stage_id,outcome,score\n{key},top7,Lolos,"87,5"\n', table="stage_results")
    assert [(r["outcome"], r["score"]) for r in dry.tables["stage_results"]] == [("passed", "87.5")]


def test_a_key_left_blank_is_made(data: Data) -> None:
    rows = (
        "target_id,scope_kind,scope_id,year,metric,comparator,value,source_id\n"
        ",government,kab-a,2019,submissions,at_least,15,s1\n"
    )
    dry = data.read(rows, table="targets")
    assert column(dry, "targets", "target_id") == ["kab-a-2019-submissions"]


def test_a_reference_to_nothing_holds_the_row_where_it_is_vital(data: Data) -> None:
    dry = data.read("edition_id,competition_id,year\nx-2019,entah,2019\n", table="editions", edition_id=None)
    assert held(dry) == [("CSV!B2", "bad_value", "reference")]
    rows = "edition_id,competition_id,year,source_id\nlomba-2019,lomba,2019,entah\n"
    loose = data.read(rows, table="editions", edition_id=None)
    assert asked(loose) == [("CSV!D2", "bad_value", "reference")]


def test_the_same_key_twice_waits(data: Data) -> None:
    rows = "edition_id,competition_id,year\nlomba-2019,lomba,2019\nlomba-2019,lomba,2020\n"
    assert held(data.read(rows, table="editions", edition_id=None)) == [("CSV!A3", "duplicate_key", None)]


def test_entries_in_our_form_with_a_key_stand_as_they_are(data: Data) -> None:
    rows = "submission_id,edition_id,innovation,government_id\nu9,lomba-2018,Sehat,kab-a\n,lomba-2018,Peduli,kab-a\n"
    dry = data.read(rows, table=None, edition_id=None)
    assert column(dry, "submissions", "submission_id") == ["u9", "lomba-2018-kab-a-peduli"]
    assert column(dry, "stage_results", "submission_id") == ["lomba-2018-kab-a-peduli"]


def test_rows_on_record_change_nothing(data: Data) -> None:
    rows = "edition_id,competition_id,year\nlomba-2018,lomba,2018\n"
    assert data.read(rows, table="editions", edition_id=None).outcome == "nothing"
