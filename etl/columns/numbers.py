"""Numbers as Indonesian registers write them, read by the style of their column; anything glued on is not a number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache
from typing import Literal, NamedTuple

from babel.numbers import NumberFormatError, parse_decimal

from etl.columns.cells import is_missing
from etl.workbook import Value

Style = Literal["comma", "point"]  # the decimal sign
LOCALES: dict[Style, str] = {"comma": "id", "point": "en"}
SIGNS: dict[Style, str] = {"comma": ",", "point": "."}
FIGURES = re.compile(r"[+-]?\d(?:[\d.,]*\d)?")
LEADING = re.compile(r"^(?:rp\.?|idr)\s*", re.IGNORECASE)
UNITS = "inovasi|proposal|usulan|judul|peserta|opd|skpd|instansi|perangkat daerah|unit|poin|point|buah|entri|orang"
TRAILING = re.compile(rf"\s*(?:%|persen|prosen|,-|,–|{UNITS})$", re.IGNORECASE)
IN_WORDS = re.compile(r"^(?P<figure>[\d.,]+)\s*\((?P<words>[a-z\s-]+)\)$", re.IGNORECASE)
RIVALS = re.compile(
    r"^(?P<first>\d[\d.,]*)\s*[\[(/;]?\s*(?:sumber lain|versi lain|sumber kedua|atau)\b[^\d]*(?P<second>\d[\d.,]*)"
)
RANK = re.compile(
    r"(?:juara|peringkat|rank|ranking|ke|no\.?|terbaik)?[\s-]*(?P<rank>\d{1,4}|[ivx]{1,6})", re.IGNORECASE
)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
UP_TO_ELEVEN = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
DIGITS = {word: number for number, word in enumerate(UP_TO_ELEVEN.split())}


class NumberRead(NamedTuple):
    """A number, None where none is told. `ok` is False where something stands that is not surely one number;
    `rivals` are then the figures of two sources in one cell, the first one first."""

    value: float | None
    ok: bool = True
    rivals: tuple[float, ...] = ()


NOT_A_NUMBER = NumberRead(None, False)


def style_of(values: Iterable[Value]) -> Style:
    """The decimal sign of a column: what its sure figures show; Indonesian (the comma) where none is sure.

    A figure is sure where a sign stands twice, both signs stand, or not just three digits follow.

    >>> style_of(["61,16", "21,280"]), style_of(["22.5", "3.478"]), style_of(["3.478"])
    ('comma', 'point', 'comma')
    """
    seen = [style for value in values if isinstance(value, str) and (style := _shown(_bare(value)))]
    return "point" if seen.count("point") > seen.count("comma") else "comma"


def _shown(figure: str) -> Style | None:
    """The decimal sign that a figure itself shows; None: it shows none, or could be read both ways."""
    commas, points = figure.count(","), figure.count(".")
    if commas and points:
        return "comma" if figure.rfind(",") > figure.rfind(".") else "point"
    if commas + points != 1:
        return None if not commas + points else ("point" if commas else "comma")
    whole, part = re.split("[.,]", figure)
    if len(part) == 3 and 1 <= len(whole.lstrip("+-")) <= 3 and not whole.lstrip("+-").startswith("0"):
        return None
    return "comma" if commas else "point"


def read_number(value: Value, style: Style = "comma") -> NumberRead:
    """Read a cell as a number; `style` decides figures that could be read both ways ("3.478", "21,280").

    >>> read_number("99,77 persen").value, read_number("25 (sumber lain: 24)").rivals, read_number("8,5 (sementara)").ok
    (99.77, (25.0, 24.0), False)
    """
    if is_missing(value):
        return NumberRead(None)
    if isinstance(value, (bool, date, time)):
        return NOT_A_NUMBER
    if isinstance(value, (int, float)):
        return _finite(value)
    return _in_text(str(value), style)


@lru_cache(maxsize=20_000)
def _in_text(written: str, style: Style) -> NumberRead:
    text = " ".join(written.split())
    if len(text) > 80:
        return NOT_A_NUMBER
    return _figure(_bare(text), style) or _in_words(text, style) or _rivals(text, style)


@lru_cache(maxsize=20_000)
def _bare(text: str) -> str:
    """A figure without currency, per cent sign or unit."""
    return TRAILING.sub("", LEADING.sub("", " ".join(text.split())))


def _figure(text: str, style: Style) -> NumberRead | None:
    if not FIGURES.fullmatch(text) or not text.isascii():
        return None
    try:
        return _finite(float(parse_decimal(text, locale=LOCALES[_shown(text) or style], strict=True)))
    except (NumberFormatError, ValueError, OverflowError):
        return None


def _finite(number: int | float) -> NumberRead:
    try:
        return NumberRead(float(number)) if math.isfinite(number) else NOT_A_NUMBER
    except OverflowError:  # a whole number of more than 300 digits
        return NOT_A_NUMBER


def _in_words(text: str, style: Style) -> NumberRead | None:
    """ "10 (SEPULUH)": the same number twice; a bracket that says anything else is a remark."""
    found = IN_WORDS.match(text)
    read = _figure(found["figure"], style) if found else None
    return read if found and read and read.value == spelled_out(found["words"]) else None


def _rivals(text: str, style: Style) -> NumberRead:
    found = RIVALS.match(text.lower())
    figures = [_figure(found[name].rstrip(".,"), style) for name in ("first", "second")] if found else []
    return NumberRead(None, False, tuple(read.value for read in figures if read and read.value is not None))


def spelled_out(words: str) -> int | None:
    """The number that Indonesian words say, up to thousands; None: not only number words.

    >>> spelled_out("dua ratus tiga puluh lima"), spelled_out("sementara")
    (235, None)
    """
    total = group = last = 0
    for word in re.sub(r"\bse(?=ratus|ribu)", "satu ", words.lower().replace("-", " ")).split():
        if word in DIGITS:
            last = DIGITS[word]
        elif word == "belas":
            last += 10
        elif word in ("puluh", "ratus"):
            group, last = group + last * (10 if word == "puluh" else 100), 0
        elif word == "ribu":
            total, group, last = (group + last) * 1000, 0, 0
        else:
            return None
    return total + group + last if words.strip() else None


def read_rank(value: Value) -> NumberRead:
    """Read a cell as a place from 1 on: 2, "2.", "Juara 2", "Juara II", "Peringkat 2". "Harapan 1" is none."""
    if is_missing(value):
        return NumberRead(None)
    text = " ".join(str(value).split()).rstrip(".") if isinstance(value, str) else None
    if text is None:
        read = read_number(value)
        return read if read.value and read.value >= 1 and read.value.is_integer() else NOT_A_NUMBER
    found = RANK.fullmatch(text)
    rank = (ROMAN.get(found["rank"].lower()) or _whole(found["rank"])) if found else None
    return NumberRead(float(rank)) if rank else NOT_A_NUMBER


def _whole(text: str) -> int | None:
    return int(text) if text.isdigit() else None
