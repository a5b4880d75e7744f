"""The headings that stand above the contract's column names, and what to write below them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from etl.columns import template

# Columns of the workbooks that are no data: the importer leaves out every heading that begins with an underscore.
MARK, REASON, HELD = "_mark", "_reason", "_held"


def heading(table: str, column: str, lang: str) -> str:
    """The heading of a column: from the shared list in Indonesian, else its English name in words."""
    found = _headings().get((table, column)) if lang == "id" else None
    return found[0] if found else _in_words(column)


def explanation(table: str, column: str, lang: str) -> str:
    """What a column holds, in one sentence; empty where the list says nothing in that language."""
    return _headings().get((table, column), ("", ""))[1] if lang == "id" else ""


def _in_words(column: str) -> str:
    words = column.replace("_", " ")
    return (words[:-3] + " code" if words.endswith(" id") else words).capitalize()


@cache
def _headings() -> Mapping[tuple[str, str], tuple[str, str]]:
    return {(row["table"], row["column"]): (row["heading"], row["explanation"]) for row in template.rows()}
