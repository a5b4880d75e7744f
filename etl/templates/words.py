"""The words that workbooks show in place of the contract's ("lulus" for passed), and the way back.

The words are those of the catalogue, so that a workbook and a page say the same."""

from __future__ import annotations

from functools import cache

from etl.contract import Column, contract
from texts import DEFAULT, LANGUAGES, catalogue, has, t

FLAG, METRIC = "flag", "metric"
# Where the catalogue keeps an enumeration's words under another name than its own.
SECTIONS = {
    "government_level": "level",
    "scope_kind": "template.word.scope_kind",
    "measure": "template.word.measure",
    "comparator": "template.word.comparator",
    "target_comparator": "template.word.target_comparator",
    FLAG: "template.word.flag",
    METRIC: "target_metric",
}


def vocabulary(column: Column) -> str | None:
    """The name of the words a column is limited to: an enumeration, `flag` or `metric`; None for free text."""
    if column.type in contract().enums or column.type == FLAG:
        return column.type
    return METRIC if column.name == METRIC else None


def words(name: str) -> tuple[str, ...]:
    """The contract's words of a vocabulary, in its order. Raises KeyError for a vocabulary that is not known."""
    if name == FLAG:
        return ("true", "false")
    if name == METRIC:  # the words that name a stage ("reach:top99") have a parameter and are written as they are
        keys = [key for key in catalogue(DEFAULT) if key.startswith(f"{SECTIONS[METRIC]}.")]
        return tuple(key.rpartition(".")[2] for key in keys if "{" not in catalogue(DEFAULT)[key])
    return tuple(contract().enums[name])


def shown(name: str, word: str, lang: str) -> str:
    """What people read for a word of the contract; a word without a text is shown as it is."""
    key = f"{SECTIONS.get(name, name)}.{word}"
    return t(key, lang) if word in words(name) and has(key, lang) else word


def word_of(name: str, text: str) -> str | None:
    """The contract's word for what a person chose or typed, in either language and any case; None: not one of them.

    >>> word_of("outcome", "Lulus")
    'passed'
    """
    return _back(name).get(_plain(text))


def word_in(table: str, column: str, text: str) -> str:
    """A cell of an input table as the contract writes it: a shown word turned back, anything else unchanged."""
    found = next((c for c in contract().tables[table].columns if c.name == column), None)
    name = vocabulary(found) if found else None
    return (word_of(name, text) or text) if name else text


@cache
def _back(name: str) -> dict[str, str]:
    back = {_plain(shown(name, word, lang)): word for lang in LANGUAGES for word in words(name)}
    return back | {_plain(word): word for word in words(name)}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
