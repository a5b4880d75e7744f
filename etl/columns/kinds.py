"""Type (jenis: digital or not) and form (bentuk) of an innovation, known by the value and not by the heading."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from etl.columns.cells import is_error, is_missing, text_of
from etl.workbook import Value

WORDS_FILE = Path(__file__).with_name("kind_words.csv")


@cache
def words() -> Mapping[str, tuple[str, str]]:
    """Words in use and what they say: ("type" or "form", the value in our words); kind_words.csv."""
    with WORDS_FILE.open(encoding="utf-8", newline="") as file:
        return {row["words"]: (row["column"], row["value"]) for row in csv.DictReader(file)}


def kind_of(value: Value) -> tuple[str, str] | None:
    """What a value says, whatever its column: ("type", "digital"), ("form", "pelayanan publik"); None: neither.

    >>> kind_of("Non-Digital")
    ('type', 'non-digital')
    """
    return _kind_in(text_of(value))


@lru_cache(maxsize=5_000)
def _kind_in(text: str) -> tuple[str, str] | None:
    if is_missing(text) or is_error(text):
        return None
    return words().get(re.sub(r"[\W_]+", " ", text.lower()).strip())


def read_kind(type_value: Value, form_value: Value) -> tuple[str | None, str | None, bool]:
    """Type and form of one row, and whether their cells had changed places.

    An unknown type is None (the list of types is closed), an unknown form stays as written.

    >>> read_kind("Pelayanan Publik", "Digital")
    ('digital', 'pelayanan publik', True)
    """
    first, second = kind_of(type_value), kind_of(form_value)
    if (first and first[0] == "form" and not _is(second, "form")) or (_is(second, "type") and not _is(first, "type")):
        return _value(second, "type"), _value(first, "form") or _written(type_value, first), True
    return _value(first, "type"), _value(second, "form") or _written(form_value, second), False


def _is(kind: tuple[str, str] | None, column: str) -> bool:
    return kind is not None and kind[0] == column


def _value(kind: tuple[str, str] | None, column: str) -> str | None:
    return kind[1] if kind and kind[0] == column else None


def _written(value: Value, kind: tuple[str, str] | None) -> str | None:
    return None if kind or is_missing(value) or is_error(value) else text_of(value)
