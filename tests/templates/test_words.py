"""The words shown lead back to the contract's, in both languages."""

import pytest

from etl.columns.headings import Vocabulary
from etl.contract import contract
from etl.templates.words import FLAG, METRIC, shown, word_in, word_of, words
from texts import LANGUAGES

NAMES = [*contract().enums, FLAG, METRIC]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_word_shown_leads_back_to_its_own(name: str, lang: str) -> None:
    assert {word: word_of(name, shown(name, word, lang)) for word in words(name)} == {w: w for w in words(name)}


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_contract_leads_to_itself(name: str) -> None:
    assert [word_of(name, word) for word in words(name)] == list(words(name))


@pytest.mark.parametrize("text", ["LULUS", " lulus ", "Passed", "passed"])
def test_case_and_spaces_do_not_matter(text: str) -> None:
    assert word_of("outcome", text) == "passed"


@pytest.mark.parametrize("text", ["", "lulus semua", "ya"])
def test_another_word_is_none_of_them(text: str) -> None:
    assert word_of("outcome", text) is None


@pytest.mark.parametrize("name", ["scope_kind", "measure", "comparator", "target_comparator"])
def test_no_word_of_our_own_is_a_heading_so_that_no_row_is_taken_for_one(name: str) -> None:
    ours = {shown(name, word, "id") for word in words(name)}
    assert [word for word in ours if Vocabulary().is_heading(word)] == []


def test_a_cell_without_a_vocabulary_stays_as_it_is() -> None:
    assert word_in("submissions", "innovation", "Lulus") == "Lulus"
    assert word_in("stage_results", "outcome", "Lulus") == "passed"
    assert word_in("stage_results", "outcome", "setengah") == "setengah"
    assert word_in("targets", "metric", "reach:top99") == "reach:top99"
    assert word_in("reported_counts", "comparator", "sedikitnya") == ">="
    assert word_in("innovations", "flagship", "Ya") == "true"
    assert word_in("agencies", "no_such_column", "Ya") == "Ya"
