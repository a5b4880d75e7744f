"""Batches that people write: the later takes the place of the earlier, withdrawing brings it back, nothing is lost."""

from datetime import date
from pathlib import Path

import pytest

from etl import batches, inbox
from etl.batches import BadRows, InputError
from etl.build import Record, build
from etl.dry_run import Row
from tests.etl.small import SMALL, Root

ROW: Row = {"submission_id": "u1", "edition_id": "lomba-2018", "innovation": "Sehat Sekali", "government_id": "kab-a"}
TITLE = "SELECT innovation, agency, dataset FROM submissions WHERE submission_id = 'u1'"


@pytest.fixture
def filled(root: Root, monkeypatch: pytest.MonkeyPatch) -> Root:
    """A data root with the small tables, built, and named by the environment."""
    for name, value in root.environment().items():
        monkeypatch.setenv(name, value)
    root.build(SMALL, as_of=date.today())
    return root


def current(root: Root) -> Record:
    return build(root.path)


def test_a_later_batch_takes_the_place_of_an_earlier_row_which_stays_readable(filled: Root) -> None:
    batch = batches.enter({"submissions": [ROW]}, "Ani", "Koreksi judul", "kab-a", filled.path)
    record = current(filled)
    assert filled.rows(record, TITLE) == [("Sehat Sekali", None, "batch-0001")]
    kept = "SELECT dataset, table_name, key, cells->>'innovation', by_dataset FROM superseded"
    assert filled.rows(record, kept) == [("history", "submissions", "u1", "Sehat", batch.id)]
    counts = record.tables["submissions"]
    assert counts == {"read": 4, "loaded": 3, "quarantined": 0, "skipped": 1}
    batches.withdraw(batch.id, "Budi", "Salah baris", filled.path)
    assert filled.rows(current(filled), TITLE) == [("Sehat", "Dinas Kesehatan", "history")]


def test_a_batch_that_fills_leaves_what_it_does_not_say(filled: Root) -> None:
    batches.enter({"submissions": [ROW]}, "Ani", "Tambahan", "kab-a", filled.path, replaces=False)
    assert filled.rows(current(filled), TITLE) == [("Sehat Sekali", "Dinas Kesehatan", "batch-0001")]


def test_the_higher_number_wins_whatever_the_clock_says_and_an_older_one_returns_when_it_is_withdrawn(
    filled: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches.enter({"submissions": [ROW]}, "Ani", "Pertama", "kab-a", filled.path)
    monkeypatch.setattr(batches, "_now", lambda: "2001-01-01T00:00:00+07:00")
    later = batches.enter({"submissions": [ROW | {"innovation": "Kedua"}]}, "Ani", "Kedua", "kab-a", filled.path)
    assert filled.rows(current(filled), TITLE)[0][0] == "Kedua"
    batches.withdraw(later.id, "Ani", "Batal", filled.path)
    assert filled.rows(current(filled), TITLE)[0][0] == "Sehat Sekali"
    third = batches.enter({"submissions": [ROW]}, "Ani", "Ketiga", "kab-a", filled.path)
    assert third.number == 3, "a number is never given twice"


def test_the_same_key_twice_in_one_batch_is_refused_and_nothing_is_written(filled: Root) -> None:
    with pytest.raises(BadRows) as raised:
        batches.enter({"submissions": [ROW, ROW]}, "Ani", "Dua", "kab-a", filled.path)
    assert [issue["code"] for issue in raised.value.issues] == ["duplicate_key"]
    assert batches.history(filled.path) == []


@pytest.mark.parametrize(
    ("change", "column", "code"),
    [
        ({"edition_id": "tidak-ada"}, "edition_id", "bad_value"),
        ({"edition_id": ""}, "edition_id", "missing"),
        ({"submitted_on": "besok"}, "submitted_on", "bad_date"),
    ],
)
def test_a_row_that_cannot_stand_says_which_cell_and_nothing_is_written(
    filled: Root, change: dict[str, str | None], column: str, code: str
) -> None:
    with pytest.raises(BadRows) as raised:
        batches.enter({"submissions": [{**ROW, **change}]}, "Ani", "Salah", "kab-a", filled.path)
    assert [(issue["column"], issue["code"]) for issue in raised.value.issues] == [(column, code)]
    assert not inbox.folder(filled.path).exists()


def test_a_batch_is_its_own_source_where_its_rows_say_so(filled: Root) -> None:
    row = ROW | {"source_id": inbox.THIS_BATCH}
    batch = batches.enter({"submissions": [row]}, "Ani", "Dari rapat", "kab-a", filled.path)
    found = "SELECT s.source_id, s.title, s.publisher, s.grade FROM submissions u JOIN sources s USING (source_id)"
    record = current(filled)
    assert filled.rows(record, f"{found} WHERE u.submission_id = 'u1'") == [(batch.id, "Dari rapat", "Ani", "own")]
    silent = batches.enter({"submissions": [ROW]}, "Budi", "Tanpa dasar", "kab-a", filled.path)
    rows = filled.rows(current(filled), f"{found} WHERE u.submission_id = 'u1'")
    assert rows == [(silent.id, "Tanpa dasar", "Budi", "own")]


def test_what_needs_a_document_is_not_its_own_source(filled: Root) -> None:
    target: Row = {"target_id": "t1", "scope_kind": "government", "scope_id": "kab-a", "year": "2018", "value": "15"}
    target |= {"metric": "submissions", "comparator": "at_least"}
    with pytest.raises(BadRows) as raised:
        batches.enter({"targets": [target]}, "Ani", "Target", "kab-a", filled.path)
    assert [(issue["column"], issue["code"]) for issue in raised.value.issues] == [("source_id", "missing")]


def test_a_confirmed_spelling_says_who_confirmed_it_and_answers_the_question(filled: Root) -> None:
    odd = ROW | {"submission_id": "u9", "innovation": "Lain", "agency": "Kantor Sehat"}
    batches.enter({"submissions": [odd]}, "Ani", "Usulan", "kab-a", filled.path)
    asked = "SELECT code FROM questions WHERE value = 'Kantor Sehat'"
    assert filled.rows(current(filled), asked) == [("unknown_agency",)]
    alias: Row = {"government_id": "kab-a", "alias": "Kantor Sehat", "agency_id": "a-dinkes"}
    batches.enter({"aliases": [alias]}, "Ani", "Alias", "kab-a", filled.path)
    record = current(filled)
    assert filled.rows(record, asked) == []
    assert filled.rows(record, 'SELECT "by", agency_id FROM aliases') == [("Ani", "a-dinkes")]
    assert filled.rows(record, "SELECT agency_id FROM entries WHERE submission_id = 'u9'") == [("a-dinkes",)]


@pytest.mark.parametrize(("by", "why", "code"), [("", "x", "no_name"), ("Ani", " ", "no_reason")])
def test_withdrawing_needs_a_name_and_a_reason(filled: Root, by: str, why: str, code: str) -> None:
    batch = batches.enter({"submissions": [ROW]}, "Ani", "Koreksi", "kab-a", filled.path)
    with pytest.raises(InputError) as raised:
        batches.withdraw(batch.id, by, why, filled.path)
    assert raised.value.code == code
    assert batches.history(filled.path)[0].withdrawn is None


def test_withdrawing_twice_or_what_is_not_there_is_refused(filled: Root) -> None:
    batch = batches.enter({"submissions": [ROW]}, "Ani", "Koreksi", "kab-a", filled.path)
    batches.withdraw("1", "Ani", "Batal", filled.path)
    for name, code in ((batch.id, "withdrawn_already"), ("batch-0099", "no_batch")):
        with pytest.raises(InputError) as raised:
            batches.withdraw(name, "Ani", "Batal", filled.path)
        assert raised.value.code == code


def test_a_batch_that_the_build_refuses_is_taken_back_at_once_and_the_last_version_stays(
    filled: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = filled.pointer()

    def refuse(*_: object, **__: object) -> None:
        raise InputError("cannot_write", path="x", why="full")

    monkeypatch.setattr(batches, "build", refuse)
    with pytest.raises(InputError):
        batches.enter({"submissions": [ROW]}, "Ani", "Koreksi", "kab-a", filled.path)
    monkeypatch.undo()
    standing = batches.history(filled.path)[0]
    assert standing.withdrawn is not None
    assert filled.pointer() == before
    assert filled.rows(build(filled.path), TITLE) == [("Sehat", "Dinas Kesehatan", "history")]


def test_a_rehearsal_shows_before_and_after_and_leaves_nothing_behind(filled: Root) -> None:
    import duckdb

    def titles(file: Path) -> list[tuple[str, ...]]:
        with duckdb.connect(str(file), read_only=True) as con:
            return con.execute("SELECT innovation FROM submissions WHERE submission_id = 'u1'").fetchall()

    with batches.rehearse({"submissions": [ROW]}, filled.path) as (before, after):
        assert (titles(before), titles(after)) == ([("Sehat",)], [("Sehat Sekali",)])
    assert not after.exists()
    assert batches.history(filled.path) == []
    assert before == filled.published / before.name, "the published warehouse serves as the one before"


def test_what_a_killed_writer_left_behind_is_no_batch(filled: Root) -> None:
    batches.enter({"submissions": [ROW]}, "Ani", "Koreksi", "kab-a", filled.path)
    left = inbox.folder(filled.path) / ".writing-x"
    (left / "tables").mkdir(parents=True)
    assert [batch.id for batch in batches.history(filled.path)] == ["batch-0001"]


@pytest.mark.parametrize(
    ("given", "name"),
    [("../../etc/passwd", "passwd"), ("C:\\x\\rekap.xlsx", "rekap.xlsx"), ("..", "file"), ("a\x00b?.csv", "a_b_.csv")],
)
def test_a_file_name_is_never_a_path(given: str, name: str) -> None:
    assert inbox.safe_name(given) == name
