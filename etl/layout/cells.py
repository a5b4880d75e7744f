"""What a single cell is: blank, text, a figure, a year, a running number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.workbook import Value

# str.strip() leaves characters that print nothing: zero width blanks and marks, the byte order mark, soft hyphens
BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2800\u3164\ufeff"
)

_RUNNING = re.compile(r"\(?(\d{1,6})\s*[.)]*")
_FIGURE = re.compile(r"=.*|[-+(]?\s*(?:rp\.?\s*)?\d[\d.,\s]*\)?\s*%?", re.IGNORECASE | re.DOTALL)


def filled(values: Sequence[Value]) -> dict[int, Value]:
    """The cells of a row that hold something, by column from 1, texts stripped of all blanks at both ends."""
    cells: dict[int, Value] = {}
    for column, value in enumerate(values, 1):
        if value is None:
            continue
        if isinstance(value, str):
            value = value.strip(BLANKS)
            if not value:
                continue
        cells[column] = value
    return cells


def one_line(value: Value) -> str:
    """A cell as a text on one line; a whole number without its decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def is_year(value: Value) -> bool:
    """Whether the cell is a year, as text or number: such cells may be headings."""
    if isinstance(value, str):
        return len(value) == 4 and value.isdecimal() and 1990 <= int(value) <= 2100
    return isinstance(value, int | float) and 1990 <= value <= 2100 and value == int(value)


def is_figure(value: Value) -> bool:
    """Whether the cell is a number, a date or a formula rather than words."""
    return _FIGURE.fullmatch(value) is not None if isinstance(value, str) else value is not None


def running_number(value: Value) -> int | None:
    """The running number that the cell is (7, "7", "7.", "(7)"), or None."""
    if isinstance(value, str):
        match = _RUNNING.fullmatch(value)
        return int(match[1]) if match else None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e6:
        return None
    return int(value) if value == int(value) else None


def leads_a_row(value: Value) -> bool:
    """Whether a first cell shows that an entry begins: any figure, or a text that begins with a digit."""
    return value[0].isdigit() if isinstance(value, str) else value is not None
