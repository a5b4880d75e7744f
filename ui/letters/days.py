"""Days as people write them into a field: 31/1/2018, 31 Januari 2018, Rabu, 31 Januari 2018, 2018-01-31. Day first."""

import re
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

import texts

_NUMBERS = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})\s*([^\W\d_]{3,})\.?\s*(\d{4})")
_WEEKDAY = re.compile(r"^([^\W\d_]+)['’]?[^\W\d_]*\s*,?\s+(?=\d)")


def read(said: str) -> date | None:
    """The day, None where the words are not surely one. A weekday before it is passed over: it follows from the day."""
    plain = " ".join(said.lower().split())
    weekday = _WEEKDAY.match(plain)
    if weekday and weekday.group(1)[:3] in _weekdays():
        plain = plain[weekday.end() :]
    if found := _ISO.fullmatch(plain):
        return _day(*map(int, found.groups()))
    if found := _NUMBERS.fullmatch(plain):
        day, month, year = map(int, found.groups())
        return _day(year, month, day)
    found = _NAMED.fullmatch(plain)
    named = _months().get(found.group(2)) if found else None
    return _day(int(found.group(3)), named, int(found.group(1))) if found and named else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Month names of both languages, in full and as the first three letters, in small letters."""
    names: dict[str, int] = {}
    for lang in texts.LANGUAGES:
        for number, name in get_month_names("wide", locale=lang).items():
            names |= {name.lower(): number, name.lower()[:3]: number}
    return names


@cache
def _weekdays() -> frozenset[str]:
    """The first three letters of the weekdays of both languages."""
    named = (name for lang in texts.LANGUAGES for name in get_day_names("wide", locale=lang).values())
    return frozenset(name.lower()[:3] for name in named)
