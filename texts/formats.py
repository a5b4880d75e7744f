"""Numbers, money and dates as an Indonesian office writes them (1.234,5 · 66,7 % · 23 Januari 2018), or in English.

Everything is formatted here and never in the browser, so that a page, a slide and a file say the same. A missing value
is a dash, never a zero.
"""

import math
import re
from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

MISSING = "–"
MINUS = "\u2212"
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

Number = int | float | None


@lru_cache(maxsize=16384)  # a page writes the same few numbers thousands of times, and Babel takes its time
def number(value: Number, lang: str = "id", decimals: int = 0) -> str:
    """1234.5 -> "1.234,5" (id, decimals=1). None and NaN -> "–"."""
    if value is None or _missing(value):
        return MISSING
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=lang).replace("-", MINUS)


def percent(fraction: Number, lang: str = "id", decimals: int = 1) -> str:
    """0.667 -> "66,7 %": a fraction, not a number of percent. None -> "–"."""
    return MISSING if _missing(fraction) else f"{number((fraction or 0) * 100, lang, decimals)} %"


def signed(value: Number, lang: str = "id", decimals: int = 0) -> str:
    """6 -> "+6", -3 -> "−3", 0 -> "0": for a change."""
    if _missing(value):
        return MISSING
    return ("+" if (value or 0) > 0 else "") + number(value, lang, decimals)


def signed_percent(fraction: Number, lang: str = "id", decimals: int = 1) -> str:
    """0.6667 -> "+66,7 %": for a relative change."""
    return MISSING if _missing(fraction) else f"{signed((fraction or 0) * 100, lang, decimals)} %"


def ratio(numerator: Number, denominator: Number, lang: str = "id") -> str:
    """1917 and 2454 -> "1.917/2.454"; an unknown side is a dash."""
    return f"{number(numerator, lang)}/{number(denominator, lang)}"


def span(low: Number, high: Number, lang: str = "id", decimals: int = 1) -> str:
    """0.764 and 0.797 -> "76,4–79,7 %": an interval of two fractions; "–" when either end is unknown."""
    if _missing(low) or _missing(high):
        return MISSING
    return f"{number((low or 0) * 100, lang, decimals)}–{percent(high, lang, decimals)}"


def rupiah(amount: Number, lang: str = "id") -> str:
    """5000000 -> "Rp5.000.000", whole rupiah."""
    return MISSING if _missing(amount) else f"Rp{number(amount, lang)}"


def day(value: date | str | None, lang: str = "id", weekday: bool = False) -> str:
    """A day, month or year in words, with the precision it is known to.

    "2018-01-23" -> "23 Januari 2018"; "2018-01" -> "Januari 2018"; "2018" -> "2018"; None -> "–". With `weekday` a
    whole day gets its name first: "Selasa, 23 Januari 2018". Raises ValueError for text that is no date.
    """
    if value is None or value != value or value == "":
        return MISSING
    if isinstance(value, date):
        return _in_words(value, lang, weekday)
    found = _PARTIAL.fullmatch(str(value)[:10])
    if not found:
        raise ValueError(f"not a date: {value!r}; expected YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, of_month = found.groups()
    if month is None:
        return year
    if of_month is None:
        return format_date(date(int(year), int(month), 1), "MMMM y", locale=lang)
    return _in_words(date(int(year), int(month), int(of_month)), lang, weekday)


def moment(value: str, lang: str = "id") -> str:
    """A day and time in ISO form, in words: "2018-01-23T13:05:00+07:00" -> "23 Januari 2018 pukul 13.05".

    Raises ValueError for text that is no such moment."""
    pattern = "d MMMM y 'pukul' HH.mm" if lang == "id" else "d MMMM y 'at' HH:mm"
    return format_datetime(datetime.fromisoformat(value), pattern, locale=lang)


def _in_words(value: date, lang: str, weekday: bool) -> str:
    return format_date(value, "EEEE, d MMMM y" if weekday else "d MMMM y", locale=lang)


def _missing(value: object) -> bool:
    # pandas hands over None, NaN and its own NA; NA refuses a comparison's truth value.
    if value is None or str(value) == "<NA>":
        return True
    return isinstance(value, float) and math.isnan(value)
