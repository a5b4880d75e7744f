"""Dates that may be a day, a month or a year."""

import calendar
from datetime import date


def last_day(text: str) -> date:
    """The last day that the text can mean: "2018" is 31 December 2018, "2018-02" is 28 February 2018."""
    parts = [int(part) for part in text.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return date(year, month, day)


def year_of(text: str) -> int:
    """The year of a date of any precision."""
    return int(text[:4])
