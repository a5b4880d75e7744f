"""Cells to a rectangle of plain values, and the numbers that are kept as they are shown."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from etl.limits import Limits
from etl.workbook import Merge, Refused, Value, address

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_WHOLE_UP_TO = 1e20
_SHORT = 40  # characters


class Room:
    """How far the sheets of one workbook may still reach: rows of each, cells of all their rectangles together."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.left = limits.cells

    def check(self, sheet: str, rows: int, columns: int) -> None:
        """Raise Refused too_large, naming its last cell, where a sheet has no room."""
        if rows > self.limits.rows or rows * columns > self.left:
            raise Refused("too_large", found=address(sheet, rows, max(columns, 1)))

    def squared(self, sheet: str, rows: list[list[Value]], last: int = 0) -> list[list[Value]]:
        """The rows with nothing after the last content, all equally long; blank text is no content at the end.

        `last`: rows that count although nothing stands in them. Changes `rows`. Raises Refused too_large."""
        while len(rows) > last and not any(map(_is_content, rows[-1])):
            rows.pop()
        width = max(map(_content_width, rows), default=0)
        self.check(sheet, len(rows), width)
        self.left -= len(rows) * width
        for row in rows:
            del row[width:]
            row.extend([None] * (width - len(row)))
        return rows


def _is_content(value: Value) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _content_width(row: Sequence[Value]) -> int:
    width = len(row)
    while width and not _is_content(row[width - 1]):
        width -= 1
    return width


def put(rows: list[list[Value]], row: int, column: int, value: Value) -> None:
    """Set a cell, counted from 1, making room for it."""
    while len(rows) < row:
        rows.append([])
    cells = rows[row - 1]
    cells.extend([None] * (column - len(cells)))
    cells[column - 1] = value


def plain(value: Value | timedelta) -> Value:
    """A value as the libraries give it: no empty text, whole numbers as int, spans of time as text (26:30:00)."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    return value


def plain_rows(given: Iterable[Iterable[Value | timedelta]]) -> list[list[Value]]:
    """Rows of values as `plain` makes them. Short texts that are equal are one object: columns repeat few words."""
    seen: dict[str, str] = {}

    def one(value: Value | timedelta) -> Value:
        if isinstance(value, str) and 0 < len(value) <= _SHORT:
            return seen.setdefault(value, value)
        return plain(value)

    return [[one(value) for value in row] for row in given]


def _number(value: float) -> Value:
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < _WHOLE_UP_TO else value


def percentage(value: Value) -> Value:
    """A number shown as a percentage, as text: 0.905 is "90,5 %". Other values stay."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    # 15 digits are what spreadsheets keep: 0.07 * 100 and 0.1 + 0.2 come out as people typed them.
    hundredths = (Decimal(f"{value:.15g}") * 100).normalize()
    return f"{hundredths:f}".replace(".", ",") + " %"


def with_zeros(value: Value, digits: int) -> Value:
    """A whole number shown with leading zeros, as text: 10001 with six digits is "010001". Other values stay."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        return value
    return str(value).zfill(digits)


def shown_as(number_format: str) -> str | int | None:
    """How a number format shows a number: "%" as a percentage, n with n digits and leading zeros, None otherwise."""
    first = _LITERAL.sub("", number_format.partition(";")[0]).strip()
    if "%" in first:
        return "%"
    return len(first) if len(first) > 1 and set(first) == {"0"} else None


def show(value: Value, how: str | int) -> Value:
    """A value as a format of `shown_as` shows it."""
    return with_zeros(value, how) if isinstance(how, int) else percentage(value)


def moment(value: datetime) -> date | datetime:
    """A day where no time of day is given."""
    return value.date() if value.time() == time() else value


def inside(merges: Iterable[Merge], rows: int, columns: int) -> list[Merge]:
    """The merges cut to the rectangle, in reading order. Merges never overlap; where a damaged file says that they do,
    those are left out that cover more cells than there are, so that filling them stays cheap."""
    cut = {
        Merge(one.top, one.left, min(one.bottom, rows), min(one.right, columns))
        for one in merges
        if 1 <= one.top <= min(one.bottom, rows) and 1 <= one.left <= min(one.right, columns)
    }
    kept, room = [], rows * columns
    for one in sorted(cut, key=lambda one: (one.top, one.left, one.bottom, one.right)):
        area = (one.bottom - one.top + 1) * (one.right - one.left + 1)
        room -= area
        if area > 1 and room >= 0:
            kept.append(one)
    return kept


def spans(numbers: Iterable[int]) -> str:
    """Row numbers as people write them: 4-6, 9."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ", ".join("-".join(map(str, part)) for part in parts)
