"""What a build does with rows it cannot load, and with cells it can do without."""

import json

import duckdb
import pytest

from tests.etl.small import SMALL, Root, added, loaded, places

HELD = [
    ("submissions", "u1,lomba-2018,Lagi,kab-a,Dinas Sosial,,s1", "submission_id", "u1", "duplicate_key"),
    ("stage_results", "u3,juara,menang,,s1", "outcome", "menang", "bad_value"),
    ("stage_results", "u3,presentasi,passed,,s1", "stage_id", "presentasi", "unknown_stage"),
    ("submissions", "u9,lomba-2018,,kab-a,Dinas Sosial,,s1", "innovation", None, "missing"),
    ("submissions", ",lomba-2018,Tanpa nomor,kab-a,Dinas Sosial,,s1", "submission_id", None, "missing"),
    ("submissions", "u9,lomba-1999,Salah edisi,kab-a,Dinas Sosial,,s1", "edition_id", "lomba-1999", "bad_value"),
    ("editions", "lomba-x,lomba,duaribu,,s1", "year", "duaribu", "bad_value"),
    ("coverage", "lomba-2018,masuk,government,kab-z,complete,s1", "scope_id", "kab-z", "bad_value"),
    ("coverage", "lomba-2018,final,all,all,complete,s1", "stage_id", "final", "unknown_stage"),
    ("coverage", "lomba-2018,masuk,all,all,partial,s1", "scope_kind", "all", "duplicate_key"),
]


@pytest.mark.parametrize(("table", "row", "column", "value", "code"), HELD)
def test_a_row_that_cannot_stand_is_quarantined_with_its_place_and_cells_and_the_rest_is_loaded(
    root: Root, table: str, row: str, column: str, value: str | None, code: str
) -> None:
    done = loaded(root, added(table, row))
    line = SMALL[table].count("\n") + 1
    assert done.quarantined == [(table, line, column, value, code)]
    assert done.tables[table]["loaded"] == line - 2
    assert done.conserved
    ((cells,),) = done.rows("SELECT cells FROM quarantine")
    header = SMALL[table].splitlines()[0].split(",")
    given = {name: cell or None for name, cell in zip(header, row.split(","), strict=True)}
    assert {name: cell for name, cell in json.loads(cells).items() if name in given} == given


ASKED = [
    ("submissions", "u9,lomba-2018,Baru,kab-a,Dinas Sosial,31 Maret,s1", "submitted_on", "31 Maret", "bad_date"),
    ("submissions", "u9,lomba-2018,Baru,kab-a,Dinas Kesehatan Masyarakat,,s1", "agency", None, "unknown_agency"),
    ("submissions", "u9,lomba-2018,Baru,kab-z,,,s1", "government_id", "kab-z", "bad_value"),
    ("stage_results", "u3,juara,failed,dua,s1", "rank", "dua", "bad_number"),
    ("stage_results", "u3,juara,failed,-2,s1", "rank", "-2", "bad_number"),
    ("agencies", "a-x,kab-a,Dinas X,,dina,", "kind", "dina", "bad_value"),
    ("agencies", "a-x,kab-a,Dinas X,,dinas,a-tiada", "parent_id", "a-tiada", "bad_value"),
]


@pytest.mark.parametrize(("table", "row", "column", "value", "code"), ASKED)
def test_an_optional_cell_that_cannot_be_read_is_a_question_and_its_row_is_loaded(
    root: Root, table: str, row: str, column: str, value: str | None, code: str
) -> None:
    done = loaded(root, added(table, row), derived=True)
    line = SMALL[table].count("\n") + 1
    assert not done.quarantined
    assert done.tables[table]["loaded"] == line - 1
    ((*place, found, said),) = done.questions
    assert (place, said) == ([table, line, column], code)
    assert found == (value or "Dinas Kesehatan Masyarakat")


def test_an_unknown_agency_comes_with_suggestions_of_its_own_government(root: Root) -> None:
    record = root.build(added("submissions", "u9,lomba-2018,Baru,kab-a,Dinas Kesehatan Masyarakat,,s1"))
    assert record.questions[0]["suggestions"] == ["a-dinkes"]


def test_a_row_is_checked_before_it_takes_a_key(root: Root) -> None:
    record = root.build(added("submissions", "u9,lomba-2018,,kab-a,,,s1", "u9,lomba-2018,Ada,kab-a,,,s1"))
    assert places(record.quarantined) == [("submissions", 5, "innovation", None, "missing")]
    assert root.rows(record, "SELECT innovation FROM submissions WHERE submission_id = 'u9'") == [("Ada",)]


def test_of_two_data_sets_with_one_key_the_history_stays(root: Root) -> None:
    root.write({"governments": "government_id,name\nkab-a,Nama lain\n"}, dataset="another")
    record = root.build(SMALL)
    assert [(issue["dataset"], issue["code"]) for issue in record.quarantined] == [("another", "duplicate_key")]
    assert root.rows(record, "SELECT name FROM governments WHERE government_id = 'kab-a'") == [("Kabupaten A",)]


def test_a_preparation_stage_of_another_government_holds_the_result(root: Root) -> None:
    stages = (
        "edition_id,stage_id,stage_order,kind,name,government_id\n"
        "lomba-2018,masuk,1,submitted,Masuk,\n"
        "lomba-2018,klinik,0,clinic,Klinik,kab-b\n"
    )
    results = "submission_id,stage_id,outcome\nu1,klinik,passed\n"
    record = root.build({**SMALL, "stages": stages, "stage_results": results, "coverage": "scope_kind,scope_id\n"})
    assert places(record.quarantined) == [("stage_results", 2, "stage_id", "klinik", "other_government")]


def test_an_alias_for_an_agency_of_another_government_is_held_back(root: Root) -> None:
    record = root.build({**SMALL, "aliases": "government_id,alias,agency_id\nkab-a,Dinkes B,b-dinkes\n"})
    assert places(record.quarantined) == [("aliases", 2, "agency_id", "b-dinkes", "other_government")]


def test_a_confirmed_alias_answers_the_question(root: Root) -> None:
    tables = added("submissions", "u9,lomba-2018,Baru,kab-a,Kesehatan,,s1")
    assert [issue["code"] for issue in root.build(tables).questions] == ["unknown_agency"]
    record = root.build({**tables, "aliases": "government_id,alias,agency_id\nkab-a,Kesehatan,a-dinkes\n"})
    assert not record.questions
    assert root.rows(record, "SELECT agency_id FROM entries WHERE submission_id = 'u9'") == [("a-dinkes",)]


def test_a_reference_within_a_table_counts_only_if_the_row_it_names_is_loaded(root: Root) -> None:
    rows = ("a-upt,kab-a,UPT,,upt,a-hilang", "a-hilang,kab-z,Dinas Hilang,,dinas,")
    record = root.build(added("agencies", *rows))
    assert places(record.quarantined) == [("agencies", 7, "government_id", "kab-z", "bad_value")]
    assert places(record.questions) == [("agencies", 6, "parent_id", "a-hilang", "bad_value")]
    assert root.rows(record, "SELECT parent_id FROM agencies WHERE agency_id = 'a-upt'") == [(None,)]


def test_the_published_record_holds_what_the_build_said(root: Root) -> None:
    record = root.build(added("submissions", "u1,lomba-2018,Lagi,kab-a,,,s1"))
    with duckdb.connect(str(root.file(record)), read_only=True) as con:
        ((text,),) = con.execute("SELECT record FROM build_record").fetchall()
    kept = json.loads(text)
    assert {key: kept[key] for key in record.as_json()} == record.as_json()
    assert {"started", "finished", "code_version", "inputs"} <= set(kept)
