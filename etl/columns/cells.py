"""What a single cell is before anybody knows its column: missing, a spreadsheet error, or a value with its text."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, datetime

from etl.workbook import Value

MISSING = {"", "-", "--", "---", "–", "—", "n/a", "n.a.", "n.a", "null", "none", "nan", "...", "…", "?"}
LONGEST_MISSING = max(map(len, MISSING))
ERROR_SIGNS = ("#", "E", "e")  # what a spreadsheet error begins with
# Excel's own errors and LibreOffice's ("Err:502").
ERROR = re.compile(r"#(?:N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:\d{3}", re.IGNORECASE)


def is_missing(value: Value) -> bool:
    """Whether a cell says that there is nothing: empty, a dash, "n/a". A zero is a value.

    >>> is_missing(" - "), is_missing(0)
    (True, False)
    """
    if isinstance(value, str):
        text = value.strip()
        return len(text) <= LONGEST_MISSING and text.lower() in MISSING
    return value is None or (isinstance(value, float) and math.isnan(value))


def is_error(value: Value) -> bool:
    """Whether a cell holds the text of a spreadsheet error such as "#N/A"."""
    if not isinstance(value, str):
        return False
    text = value.strip()
    return text[:1] in ERROR_SIGNS and ERROR.fullmatch(text) is not None


def text_of(value: Value) -> str:
    """A cell as text: whole numbers without ".0", days as 2025-02-03, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def spread(values: Sequence[Value], limit: int = 300) -> list[Value]:
    """At most `limit` of the values that are there, spread evenly, so that long columns are judged quickly."""
    present: list[Value] = [v for v in values if v is not None and not is_missing(v) and not is_error(v)]
    step = max(1, -(-len(present) // limit))
    return present[::step]
