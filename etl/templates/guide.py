"""The sheet that explains: what to fill in, how to write it, what does not belong here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from etl.contract import Column
from etl.templates.choices import list_of
from etl.templates.forms import Form
from etl.templates.headings import explanation, heading
from etl.templates.look import WARM_TAB, Book
from etl.templates.sheet import how
from texts import number, t

STEPS = ("choose", "example", "fill", "save", "upload")
STEPS_EXPORT = ("read_existing", "change", "save", "upload")
STEPS_HELD = ("read_reason", "correct", "save", "upload_held")
RULES = ("dates", "numbers", "choices", "blank", "personal", "coverage", "again")
RULES_HELD = ("dates", "numbers", "blank", "personal", "again")
COLUMNS = ("column", "required", "how", "explanation")
WIDTHS = (5, 34, 32, 62, 80)
LEFT = 1
LINE_HEIGHT, LINE_LENGTH = 18, 170  # points, letters


def write(book: Book, forms: Sequence[Form], about: str, lang: str, example: bool) -> None:
    """Write the sheet, as the first one. `about` says whose workbook it is; without `example` it has its rows."""
    title = t("template.guide.title" if example else "template.guide.title_export", lang)
    sheet, row = _begin(book, title, about, lang)
    row = _listed(book, sheet, row, "steps", STEPS if example else STEPS_EXPORT, lang)
    row = _listed(book, sheet, row, "rules", RULES, lang)
    _columns(book, sheet, row, forms, lang)


def write_corrections(book: Book, count: int, lang: str) -> None:
    """The first sheet of a workbook of rows held back: how to put them right."""
    about = t("template.held.count", lang, n=number(count, lang))
    sheet, row = _begin(book, t("template.guide.title_held", lang), about, lang)
    row = _listed(book, sheet, row, "steps", STEPS_HELD, lang)
    _listed(book, sheet, row, "rules", RULES_HELD, lang)


def _begin(book: Book, title: str, about: str, lang: str) -> tuple[Any, int]:
    """The empty sheet with its band on top, and the number of the first free row."""
    sheet = book.sheet(t("template.sheets.guide", lang), WARM_TAB)
    sheet.hide_gridlines(2)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width, book.format("plain"))
    last = len(WIDTHS) - 1
    sheet.merge_range(0, 0, 0, last, "", book.format("band"))
    sheet.merge_range(1, 0, 1, last, "", book.format("band_small"))
    book.write(sheet, 0, 0, title, "band")
    book.write(sheet, 1, 0, about, "band_small")
    sheet.set_row(0, 40)
    sheet.set_row(1, 24)
    return sheet, 3


def _listed(book: Book, sheet: Any, row: int, part: str, keys: Sequence[str], lang: str) -> int:
    book.write(sheet, row, 0, t(f"template.{part}.title", lang), "subtitle")
    for place, key in enumerate(keys, 1):
        text = t(f"template.{part}.{key}", lang)
        book.write(sheet, row + place, 0, str(place), "number_of")
        sheet.merge_range(row + place, LEFT, row + place, len(WIDTHS) - 1, "", book.format("line"))
        book.write(sheet, row + place, LEFT, text, "line")
        sheet.set_row(row + place, LINE_HEIGHT * (1 + len(text) // LINE_LENGTH))  # merged cells do not grow
    return row + len(keys) + 2


def _columns(book: Book, sheet: Any, row: int, forms: Sequence[Form], lang: str) -> None:
    """Each sheet with its columns: whether they are required, how to write them, what they mean."""
    explained = any(explanation(form.table.name, column.name, lang) for form in forms for column in form.columns)
    for form in forms:
        title = t("template.guide.columns", lang, sheet=t(f"template.sheet.{form.table.name}", lang))
        book.write(sheet, row, 0, title, "subtitle")
        for place, name in enumerate(COLUMNS if explained else COLUMNS[:-1], LEFT):
            book.write(sheet, row + 1, place, t(f"template.guide.{name}", lang), "heading")
        for line, column in enumerate(form.columns, row + 2):
            for place, (text, style) in enumerate(_line(form, column, lang), LEFT):
                book.write(sheet, line, place, text, style)
        row += len(form.columns) + 3


def _line(form: Form, column: Column, lang: str) -> list[tuple[str, str]]:
    table = form.table.name
    need = "own" if column.name in form.own else "yes" if form.required(column.name) else "no"
    return [
        (heading(table, column.name, lang), "line_strong" if need == "yes" else "line"),
        (t(f"template.need.{need}", lang), "line"),
        (how(table, column, list_of(table, column) is not None, lang), "line"),
        (explanation(table, column.name, lang), "line"),
    ]
