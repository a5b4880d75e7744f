"""One title or several in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from etl.columns.cells import is_error, is_missing, text_of
from etl.workbook import Value

NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s*(?=\S)", re.IGNORECASE)
BULLETED = re.compile(r"[-–•●▪‣*►]\s+")
ONLY_ONE = re.compile(r"1[.)]\s+(?=\D)")


def split(value: Value, neighbours: Iterable[Value] = ()) -> list[str]:
    """The titles of a cell, without the numbers or bullets of their list; quotes stay as they are.

    Lines are several titles only if they are numbered or bulleted, or if a cell of `neighbours` (the other cells of the
    row) has as many lines; else the text had only wrapped.

    >>> split("1. AKTA\\n2. KIA"), split("SIPINTAR\\nBerbagi"), split("A\\nB", ["x\\ny"])
    (['AKTA', 'KIA'], ['SIPINTAR Berbagi'], ['A', 'B'])
    """
    if is_missing(value) or is_error(value):
        return []
    lines = _lines(value)
    if len(lines) < 2:
        return [ONLY_ONE.sub("", lines[0], count=1)] if lines else []
    for mark in (NUMBERED, BULLETED):
        items = _items(lines, mark)
        if len(items) > 1:
            return items
    beside = any(isinstance(cell, str) and len(_lines(cell)) == len(lines) for cell in neighbours)
    return lines if beside else [" ".join(lines)]


def _lines(value: Value) -> list[str]:
    return [" ".join(line.split()) for line in text_of(value).splitlines() if line.strip()]


def _items(lines: Sequence[str], mark: re.Pattern[str]) -> list[str]:
    """The marked lines, each with the unmarked ones that follow it; none where the first line is not marked."""
    items: list[str] = []
    for line in lines:
        found = mark.match(line)
        if found:
            items.append(line[found.end() :])
        elif items:
            items[-1] += f" {line}"
        else:
            return []
    return items
