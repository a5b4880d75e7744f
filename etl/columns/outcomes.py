"""What a cell of a stage column says: came through, failed, withdrew, waits, or only a mark."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from etl.columns.cells import is_missing
from etl.columns.dates import FIRST_YEAR, LAST_YEAR, SERIALS, read_day
from etl.columns.numbers import Style, read_number
from etl.workbook import Value

WORDS_FILE = Path(__file__).with_name("outcome_words.csv")
DASHES = {"-", "--", "---", "–", "—"}
WITH_DAY = re.compile(r"(?P<words>.*?[^\W\d_].*?)\s*[(,:]?\s*(?P<day>\d{1,2}[\s/.-].*\d{4})\)?")
# A tick or a cross is no letter: what is stripped around words must leave it.
AROUND = " .,;:!()[]\"'*"


class OutcomeRead(NamedTuple):
    """An outcome of stage_results, or None; `absent`: a dash (failed only once the stage is concluded).

    `decided_on` is a day, month or year; `score` a mark that says nothing of passing. `ok` is False for other
    words."""

    outcome: str | None = None
    absent: bool = False
    decided_on: str | None = None
    score: float | None = None
    ok: bool = True


@cache
def words() -> Mapping[str, str]:
    """Words of stage columns (lower case) and the outcome they mean (outcome_words.csv)."""
    with WORDS_FILE.open(encoding="utf-8", newline="") as file:
        return {row["words"]: row["outcome"] for row in csv.DictReader(file)}


def read_outcome(value: Value, style: Style = "comma") -> OutcomeRead:
    """Read a cell of a stage column; `style` is the decimal sign of its column.

    >>> read_outcome("TMS").outcome, read_outcome("-").absent, read_outcome(78).score
    ('failed', True, 78.0)
    """
    if isinstance(value, str) and value.strip() in DASHES:
        return OutcomeRead(absent=True)
    if is_missing(value):
        return OutcomeRead()
    if isinstance(value, bool):
        return OutcomeRead("passed" if value else "failed")
    if isinstance(value, str) and (said := in_words(value)):
        return said
    return _number(value, style) or _day(value)


def in_words(text: str) -> OutcomeRead | None:
    """An outcome said in words, alone or with the day behind them ("Lolos (15/02/2021)"); None for anything else."""
    plain = " ".join(text.lower().split())
    outcome = words().get(plain) or words().get(plain.strip(AROUND))
    if outcome:
        return OutcomeRead(outcome)
    found = WITH_DAY.fullmatch(plain)
    outcome = words().get(found["words"].strip(AROUND)) if found else None
    day = read_day(found["day"], serial=False) if found else None
    return OutcomeRead(outcome, decided_on=day.value) if outcome and day and day.value else None


def _number(value: Value, style: Style) -> OutcomeRead | None:
    """A mark; a number that is a year or Excel's count of days is none."""
    mark = None if isinstance(value, date) else read_number(value, style).value
    if mark is None:
        return None
    if mark.is_integer() and (FIRST_YEAR <= mark <= LAST_YEAR or int(mark) in SERIALS):
        return None
    return OutcomeRead(score=mark)


def _day(value: Value) -> OutcomeRead:
    """A day or month means that the entry came through then; a year alone says too little."""
    day = read_day(value).value
    return OutcomeRead("passed", decided_on=day) if day and len(day) > 4 else OutcomeRead(ok=False)
