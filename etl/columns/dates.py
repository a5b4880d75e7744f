"""Days as people write them. Day first, always; what is not surely a day, a month or a year is not read.

The grammar is closed on purpose: a lenient parser turns 12/13/2025 round, or makes a day of "13.5". Month names come
from Babel, their other spellings ("Peb", "Nopember") from dateparser."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

import dateparser
from babel.dates import get_day_names, get_month_names

from etl.columns.cells import is_missing
from etl.workbook import Value

LANGUAGES = ("id", "en")
FIRST_YEAR, LAST_YEAR = 1945, 2100  # as the type `year` of the contract
EXCEL_EPOCH = date(1899, 12, 30)
SERIALS = range(32874, 73416)  # 1 January 1990 to 31 December 2100
OTHER_DAY_NAMES = ("jum'at", "jum’at", "ahad", "kami")

SPACES = re.compile(r"\s+")
CLOCK = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:\.\d+)?)?"
TIME = re.compile(rf"(?:[,;]?\s*(?:pukul|jam|pkl\.?)\s*|[\st]){CLOCK}.*$", re.IGNORECASE)
LABEL = re.compile(r"^(?:tanggal|tgl\.?|pada)\s*:?\s*(?=\d)", re.IGNORECASE)
ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
NUMERIC = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})")
NAMED = re.compile(r"(\d{1,2})[\s\-/.]*([^\W\d_]{3,})\.?[\s\-/,.]*(\d{4})")
NAMED_FIRST = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
MONTH_NAMED = re.compile(r"([^\W\d_]{3,})\.?[\s\-/]*(\d{4})")
MONTH_ISO = re.compile(r"(\d{4})[-/](\d{1,2})")
MONTH_NUMERIC = re.compile(r"(\d{1,2})[/-](\d{4})")
YEAR = re.compile(r"(\d{4})")
TO = re.compile(r"\s*(?:[-–—]|\bs\s*[./]?\s*d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b)\s*", re.IGNORECASE)


class DayRead(NamedTuple):
    """A day ('2025-02-03'), month ('2025-02') or year ('2025'), None where none is told; `until` ends a range.

    `ok` is False where something stands that is not surely a date; a missing cell is ok and None."""

    value: str | None
    until: str | None = None
    ok: bool = True


MISSING_DAY = DayRead(None)
NOT_A_DAY = DayRead(None, None, False)


def read_day(value: Value, *, serial: bool = True) -> DayRead:
    """Read a cell as a day. `serial`: whether a number from 1990 to 2100 in Excel's count of days is one.

    >>> read_day("Rabu (12/2/2025)").value, read_day("17-19 Mei 2021"), read_day("31/02/2025").ok
    ('2025-02-12', DayRead(value='2021-05-17', until='2021-05-19', ok=True), False)
    """
    if is_missing(value):
        return MISSING_DAY
    if isinstance(value, (bool, time)):
        return NOT_A_DAY
    if isinstance(value, (int, float)):
        return _from_number(value, serial)
    if isinstance(value, date):  # a datetime is one, too
        return _one(_day(value.year, value.month, value.day))
    return _from_text(str(value), serial)


def _from_number(number: int | float, serial: bool) -> DayRead:
    if not FIRST_YEAR <= number < SERIALS.stop:
        return NOT_A_DAY
    if number == int(number) and number <= LAST_YEAR:
        return DayRead(str(int(number)))
    if serial and int(number) in SERIALS:
        return DayRead((EXCEL_EPOCH + timedelta(days=int(number))).isoformat())
    return NOT_A_DAY


@lru_cache(maxsize=50_000)
def _from_text(text: str, serial: bool) -> DayRead:
    plain = _plain(text)
    if len(plain) > 60:
        return NOT_A_DAY
    if len(plain) == 5 and plain.isascii() and plain.isdigit():
        return _from_number(int(plain), serial)
    found = _point(plain)
    return DayRead(found) if found else _range(plain)


def _plain(text: str) -> str:
    """The date alone: without weekday, time, label and brackets around it."""
    plain = SPACES.sub(" ", text).strip()
    plain = _weekday().sub("", plain)
    plain = LABEL.sub("", plain)
    if plain.startswith("(") and plain.endswith(")"):
        plain = plain[1:-1].strip()
    timeless = TIME.sub("", plain)
    # "13.02.2025" begins like a clock; a time stands behind a day only
    return (timeless if timeless and any(c.isdigit() for c in timeless) else plain).strip(" ,")


@cache
def _weekday() -> re.Pattern[str]:
    names = {name.lower() for language in LANGUAGES for name in get_day_names("wide", locale=language).values()}
    names |= set(OTHER_DAY_NAMES)
    return re.compile(rf"^(?:{'|'.join(sorted(names, key=len, reverse=True))})\s*[,/]?\s*(?=[\d(])", re.IGNORECASE)


def _point(text: str) -> str | None:
    """One day, month or year."""
    if found := ISO.fullmatch(text):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := NUMERIC.fullmatch(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := NAMED.fullmatch(text):
        return _day(int(found[3]), month_number(found[2]), int(found[1]))
    if found := NAMED_FIRST.fullmatch(text):
        return _day(int(found[3]), month_number(found[1]), int(found[2]))
    return _month_or_year(text)


def _month_or_year(text: str) -> str | None:
    if found := MONTH_NAMED.fullmatch(text):
        return _month(int(found[2]), month_number(found[1]))
    if found := MONTH_ISO.fullmatch(text):
        return _month(int(found[1]), int(found[2]))
    if found := MONTH_NUMERIC.fullmatch(text):
        return _month(int(found[2]), int(found[1]))
    found = YEAR.fullmatch(text)
    return str(int(found[1])) if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR else None


def _range(text: str) -> DayRead:
    """Two dates of one precision, in order; what the first lacks ("17-19 Mei 2021") it takes from the second."""
    for first, second in _halves(text):
        until = _point(second)
        start = until and (_point(first) or _completed(first, until))
        if start and until and len(start) == len(until) and start <= until:
            return DayRead(start, until)
    return NOT_A_DAY


def _halves(text: str) -> Iterator[tuple[str, str]]:
    for found in TO.finditer(text):
        yield text[: found.start()].strip(), text[found.end() :].strip()


def _completed(first: str, until: str) -> str | None:
    """ "17", "28 Februari", "28/2" or "Januari", completed from the day or month that ends the range."""
    if len(until) < 7:
        return None
    year, month = until[:4], until[5:7]
    tries = (f"{first} {year}", f"{first}/{year}") if not first.isdigit() else (f"{first}/{month}/{year}",)
    return next(filter(None, map(_point, tries)), None)


def _one(day: str | None) -> DayRead:
    return DayRead(day) if day else NOT_A_DAY


def _day(year: int, month: int | None, day: int) -> str | None:
    whole = _month(year, month)
    return f"{whole}-{day:02d}" if whole and month and 1 <= day <= monthrange(year, month)[1] else None


def _month(year: int, month: int | None) -> str | None:
    return f"{year}-{month:02d}" if month and 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR else None


@lru_cache(maxsize=5_000)
def month_number(name: str) -> int | None:
    """The month of an Indonesian or English name, whole or shortened, also as spelled formerly; None: no month."""
    known = _months().get(name.lower())
    if known:
        return known
    settings = {"STRICT_PARSING": True, "DATE_ORDER": "DMY"}
    found: datetime | None = dateparser.parse(f"1 {name} 2001", languages=list(LANGUAGES), settings=settings)
    return found.month if found and (found.day, found.year) == (1, 2001) else None


@cache
def _months() -> dict[str, int]:
    styles = [(language, width) for language in LANGUAGES for width in ("wide", "abbreviated")]
    return {
        name.lower(): number
        for language, width in styles
        for number, name in get_month_names(width, "format", language).items()  # type: ignore[arg-type]
    }
