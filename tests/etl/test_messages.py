"""Every reason the loader can give has a sentence in every language."""

import re
from collections.abc import Iterator

import pytest

from etl.build import HERE
from etl.checking import _problems, _question
from etl.contract import contract
from etl.messages import described
from texts import LANGUAGES, catalogue
from texts.issues import message

SOURCES = "\n".join(path.read_text(encoding="utf-8") for pattern in ("*.py", "*/*.sql") for path in HERE.glob(pattern))
SINGLE = re.compile(r"'code': '(?P<code>\w+)', 'detail': '(?P<detail>[^']*)'")


def _cell_reasons() -> Iterator[tuple[str, str]]:
    """(code, detail) of everything that a cell of any column can be told."""
    for table in contract().tables.values():
        for problem in _problems(table, contract()):
            yield problem.code, problem.detail
        for column in table.columns:
            found = SINGLE.search(_question(column, contract()))
            assert found
            yield found["code"], found["detail"]


ROW_REASONS = [
    ("duplicate_key", ""),
    ("bad_value", "malformed"),
    ("unmapped_column", ""),
    ("unknown_table", ""),
    ("unknown_agency", ""),
    ("ambiguous_agency", ""),
    ("ended_agency", ""),
]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_reason_is_a_sentence_that_names_the_cell_or_row(lang: str) -> None:
    for code, detail in {*_cell_reasons(), *ROW_REASONS}:
        said = message(code, "kolom_x", "isi-x", detail or None, lang)
        assert said
        assert "{" not in said
        assert code in ("missing", "duplicate_key") or "isi-x" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_optional_word_names_the_words_there_are(lang: str) -> None:
    kind = next(column for column in contract().tables["agencies"].columns if column.name == "kind")
    found = SINGLE.search(_question(kind, contract()))
    assert found
    assert "puskesmas, upt" in message(found["code"], "kind", "dina", found["detail"], lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_refusal_and_each_step_of_progress_has_a_text(lang: str) -> None:
    refusals = set(re.findall(r'InputError\(\s*"(\w+)"', SOURCES))
    steps = set(re.findall(r'progress\("(\w+)"', SOURCES))
    assert {"no_key_column", "already_building", "cannot_write", "cannot_read"} <= refusals
    assert {"table", "published"} <= steps
    wanted = {f"etl.refused.{code}" for code in refusals} | {f"etl.progress.{step}" for step in steps}
    assert wanted <= set(catalogue(lang))


def test_a_message_is_one_line_however_long_the_cell() -> None:
    said = message("unmapped_column", None, "baris\nkedua " + "x" * 100_000, None, "id")
    assert "\n" not in said
    assert len(said) < 300


def test_a_value_with_braces_is_text() -> None:
    issue = {"code": "bad_date", "column": "on_date", "value": "{0} {x}", "detail": "date"}
    assert "{0} {x}" in described(issue, "en")["message"]
