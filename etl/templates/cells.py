"""One cell: how a value of the contract stands in a workbook, so that it can be read back unchanged."""

from __future__ import annotations

import re
from typing import Any

from etl.contract import Column
from etl.templates.look import Book
from etl.templates.words import shown, vocabulary
from texts import day

WHOLE, DECIMAL = {"integer", "count", "year"}, "decimal"
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
MONTH = re.compile(r"\d{4}-\d{2}")
NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")


def style_of(column: Column) -> str:
    """The format of a column's cells. Dates are text, so that a year alone is not turned into a day."""
    if column.type in WHOLE:
        return "whole"
    if column.type == DECIMAL:
        return "number"
    return "date" if column.type == "date" else "text"


def put(book: Book, sheet: Any, row: int, place: int, column: Column, value: str, lang: str) -> None:
    """Write a value of the contract; `row` and `place` count from 0. A blank value leaves the cell empty."""
    if not value:
        return
    if style_of(column) in ("whole", "number") and NUMBER.fullmatch(value):
        sheet.write_number(row, place, float(value), book.format(style_of(column)))
    else:
        book.write(sheet, row, place, as_text(column, value, lang), style_of(column))


def as_text(column: Column, value: str, lang: str) -> str:
    """A value as people write it: the word of a vocabulary, 23/01/2018 for a day, Januari 2018 for a month.

    >>> from etl.contract import Column
    >>> as_text(Column("set_on", "date", None, False), "2018-01-23", "id")
    '23/01/2018'
    """
    name = vocabulary(column)
    if name:
        return shown(name, value, lang)
    if column.type == "date":
        whole = DAY.fullmatch(value)
        if whole:
            return f"{whole[3]}/{whole[2]}/{whole[1]}"
        return day(value, lang) if MONTH.fullmatch(value) else value
    return value
