"""`python -m etl build` as a process: exit code, standard output, standard error."""

import json

from tests.etl.small import SMALL, Root, added

DAY = ("--as-of", "2019-01-31")
ISSUE = {"dataset", "table", "line", "place", "column", "value", "code", "message"}


def test_json_is_one_document_of_the_agreed_keys_and_progress_goes_to_standard_error(root: Root) -> None:
    rows = "u1,lomba-2018,Lagi,kab-a,,,s1", "u8,lomba-2018,Baru,kab-a,Dinas Kesehatan Lama,besok,s1"
    root.write(added("submissions", *rows))
    done = root.command("build", "--json", *DAY)
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert set(document) == {
        *("version", "as_of", "published", "tables", "quarantined", "questions", "checks", "seconds")
    }
    assert (document["as_of"], document["published"]) == ("2019-01-31", True)
    assert document["tables"]["submissions"] == {"read": 5, "loaded": 4, "quarantined": 1, "skipped": 0}
    assert [set(issue) for issue in document["quarantined"]] == [ISSUE]
    assert [set(issue) for issue in document["questions"]] == [ISSUE | {"suggestions"}] * 2
    assert {(q["column"], q["code"], *q["suggestions"]) for q in document["questions"]} == {
        ("submitted_on", "bad_date"),
        ("agency", "unknown_agency", "a-dinkes"),
    }
    assert all(set(check) == {"id", "ok", "detail"} and check["ok"] for check in document["checks"])
    assert "submissions" in done.stderr


def test_without_json_the_report_names_each_row_and_speaks_the_chosen_language(root: Root) -> None:
    root.write(added("submissions", "u1,lomba-2018,Lagi,kab-a,,,s1"))
    done = root.command("build", *DAY, "--lang", "en")
    assert done.returncode == 0
    assert "history/submissions.csv:5" in done.stdout
    assert "this key stands on an earlier row already" in done.stdout


def test_a_table_without_its_key_columns_is_refused_in_one_sentence_and_the_last_version_stays(root: Root) -> None:
    record = root.build(SMALL)
    before = root.pointer()
    root.write({"submissions": "edition_id,innovation\nlomba-2018,Sehat\n"})
    done = root.command("build", "--json", "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    sentence = done.stderr.splitlines()[-1]
    assert sentence.startswith("Table submissions")
    assert "submission_id" in sentence
    assert "Traceback" not in done.stderr
    assert root.pointer() == before
    assert root.rows(record, "SELECT count(*) FROM submissions") == [(3,)]
    assert not list(root.published.glob("building-*"))


def test_a_card_that_cannot_be_read_is_refused(root: Root) -> None:
    root.write({**SMALL, "dataset.toml": "kind = sample"})
    done = root.command("build")
    assert done.returncode == 1
    assert "dataset.toml" in done.stderr.splitlines()[-1]


def test_a_data_root_that_does_not_exist_is_refused(root: Root) -> None:
    root.path.rmdir()
    done = root.command("build", "--lang", "en")
    assert done.returncode == 1
    assert "does not exist" in done.stderr
    assert not root.path.exists()


def test_wrong_usage_leaves_with_2_and_the_nearest_word(root: Root) -> None:
    done = root.command("biuld")
    assert done.returncode == 2
    assert "'build'" in done.stderr


def test_a_day_that_is_no_date_is_wrong_usage(root: Root) -> None:
    assert root.command("build", "--as-of", "31/1/2019").returncode == 2
