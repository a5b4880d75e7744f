"""One sheet of data: a title, the headings people read above the contract's names, then rows or room for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from etl.contract import Column
from etl.templates.cells import DECIMAL, as_text, put, style_of
from etl.templates.choices import Choices, list_of
from etl.templates.forms import Form
from etl.templates.headings import MARK, explanation, heading
from etl.templates.look import MAIN, Book
from texts import number, t

TITLE_ROW, HEADING_ROW, NAME_ROW, FIRST_ROW = range(4)
ROOM = 2000  # empty rows that carry the drop-downs
FIRST_CHOICE = "@"
NAME_LENGTH, MESSAGE_LENGTH = 32, 255  # what Excel allows in the note of a cell
WIDTHS = {"name": 44, "innovation": 44, "title": 44, "agency": 40, "note": 44, "summary": 44, "aliases": 36, "text": 50}
WIDTH_OF_STYLE = {"date": 15, "whole": 12, "number": 12, "text": 24}
MARK_WIDTH = 20


@dataclass(frozen=True)
class DataSheet:
    """What goes on a sheet named after its table. `lists` say where the choices of each list stand."""

    form: Form
    title: str
    rows: Sequence[Mapping[str, str]] = ()
    example: bool = False
    choices: Mapping[str, Choices] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)


def write(book: Book, data: DataSheet, lang: str) -> None:
    """Write the sheet. With an example it has a first column for the mark that tells the example from the rows."""
    sheet = book.sheet(data.form.table.name, MAIN)
    left = int(data.example)
    _heading(book, sheet, data, left, lang)
    if data.example:
        _example(book, sheet, data, lang)
    first = FIRST_ROW + left
    for line, row in enumerate(data.rows, first):
        for place, column in enumerate(data.form.columns, left):
            put(book, sheet, line, place, column, row.get(column.name, ""), lang)
    last = first + len(data.rows) + ROOM
    for place, column in enumerate(data.form.columns, left):
        sheet.data_validation(first, place, last, place, _validation(data, column, lang))
    sheet.ignore_errors({"number_stored_as_text": f"A1:AZ{last + 1}"})


def _heading(book: Book, sheet: Any, data: DataSheet, left: int, lang: str) -> None:
    book.write(sheet, TITLE_ROW, 0, data.title, "title")
    sheet.set_row(TITLE_ROW, 30)
    sheet.set_row(HEADING_ROW, 34)
    if data.example:
        book.write(sheet, HEADING_ROW, 0, t("template.mark", lang), "heading_note")
        book.write(sheet, NAME_ROW, 0, MARK, "name")
        sheet.set_column(0, 0, MARK_WIDTH, book.format("text"))
    for place, column in enumerate(data.form.columns, left):
        text, style = _heading_of(data.form, column, lang)
        book.write(sheet, HEADING_ROW, place, text, style)
        book.write(sheet, NAME_ROW, place, column.name, "name")
        sheet.set_column(place, place, _width(column), book.format(style_of(column)))
    sheet.freeze_panes(FIRST_ROW, left)
    sheet.repeat_rows(TITLE_ROW, NAME_ROW)


def _heading_of(form: Form, column: Column, lang: str) -> tuple[str, str]:
    words = heading(form.table.name, column.name, lang)
    if form.required(column.name):
        return f"{words} *", "heading"
    return words, "heading_own" if column.name in form.own else "heading_free"


def _width(column: Column) -> int:
    return WIDTHS.get(column.name, WIDTH_OF_STYLE[style_of(column)])


def _example(book: Book, sheet: Any, data: DataSheet, lang: str) -> None:
    book.write(sheet, FIRST_ROW, 0, t("template.example", lang), "example")
    for place, column in enumerate(data.form.columns, 1):
        value = data.form.example.get(column.name, "")
        if value == FIRST_CHOICE:
            choices = data.choices.get(list_of(data.form.table.name, column) or "")
            value = choices.options[0].value if choices else ""
        book.write(sheet, FIRST_ROW, place, _said(column, value, lang), "example")


def _said(column: Column, value: str, lang: str) -> str:
    if value and column.type == DECIMAL:
        return number(float(value), lang, len(value.partition(".")[2]))
    return as_text(column, value, lang)


def _validation(data: DataSheet, column: Column, lang: str) -> dict[str, Any]:
    """The drop-down of a column where it has one, and the note that shows when a cell is chosen."""
    table = data.form.table.name
    name = list_of(table, column) or ""
    rule: dict[str, Any] = {
        "validate": "any",
        "input_title": heading(table, column.name, lang)[:NAME_LENGTH],
        "input_message": _note(table, column, lang)[:MESSAGE_LENGTH],
    }
    if name not in data.places or name not in data.choices:
        return rule
    strict = data.choices[name].strict
    return rule | {
        "validate": "list",
        "source": data.places[name],
        "error_type": "stop" if strict else "warning",
        "error_title": t("template.not_listed_title", lang),
        "error_message": t("template.not_listed" if strict else "template.not_listed_yet", lang),
    }


def how(table: str, column: Column, listed: bool, lang: str) -> str:
    """How to write a cell of that column."""
    if listed:
        return t("template.how.choice", lang)
    kind = column.type if column.type in ("date", "year", "decimal", "list") else style_of(column)
    return t(f"template.how.{kind}", lang)


def _note(table: str, column: Column, lang: str) -> str:
    listed = list_of(table, column) is not None
    return " ".join(filter(None, (explanation(table, column.name, lang), how(table, column, listed, lang))))
