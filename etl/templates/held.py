"""Rows that were held back, as a workbook to correct: their raw cells, and beside each why and what to do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from etl.contract import contract
from etl.templates.headings import HELD, REASON, heading
from etl.templates.look import ALARM, Book
from texts import has, t
from texts.issues import message

TITLE_ROW, HEADING_ROW, NAME_ROW = range(3)
SHEET_LENGTH = 31  # what Excel allows
NOT_IN_A_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
LEFT = 2  # columns before the row's own cells: the reason and where the row came from
LEFT_WIDTHS, WIDTH = (60, 26), 26


@dataclass(frozen=True)
class Held:
    """A row held back: its sheet or table, where it came from, why it is held, and its raw cells by heading."""

    sheet: str
    place: str
    reason: str
    column: str
    cells: Mapping[str, str]


def read(row: Mapping[str, Any], lang: str) -> Held:
    """A row of the warehouse's quarantine (dataset, table_name, line, place, column_name, value, code, detail, cells
    as a mapping or JSON). A ready `message` is taken as the reason."""
    cells = row.get("cells") or {}
    found: dict[str, Any] = json.loads(cells) if isinstance(cells, str) else dict(cells)
    place = _text(row, "place") or _line(row)
    sheet = _text(row, "table_name") or place.rpartition("!")[0] or t("template.held.sheet", lang)
    held = {str(key): "" if value is None else str(value) for key, value in found.items()}
    return Held(sheet, f"{_text(row, 'dataset')} {place}".strip(), _reason(row, lang), _text(row, "column_name"), held)


def write(book: Book, held: Iterable[Held], lang: str) -> None:
    """A sheet for the rows of each table and set of headings."""
    groups: dict[tuple[str, tuple[str, ...]], list[Held]] = {}
    for row in held:
        groups.setdefault((row.sheet, tuple(row.cells)), []).append(row)
    taken: set[str] = set()
    for (sheet, headings), rows in groups.items():
        _sheet(book, _name(sheet, taken), headings, rows, lang)


def _sheet(book: Book, name: str, headings: tuple[str, ...], rows: list[Held], lang: str) -> None:
    sheet = book.sheet(name, ALARM)
    book.write(sheet, TITLE_ROW, 0, t("template.held.title", lang, n=str(len(rows))), "title")
    sheet.set_row(TITLE_ROW, 30)
    sheet.set_row(HEADING_ROW, 34)
    first = _headings(book, sheet, name, headings, lang)
    for number, row in enumerate(rows, first):
        book.write(sheet, number, 0, row.reason, "note")
        book.write(sheet, number, 1, row.place, "note")
        for place, key in enumerate(headings, LEFT):
            if row.cells[key]:
                book.write(sheet, number, place, row.cells[key], "note" if key == row.column else "text")
    sheet.freeze_panes(first, LEFT)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{first + len(rows) + 1}"})


def _headings(book: Book, sheet: Any, name: str, headings: tuple[str, ...], lang: str) -> int:
    """The heading rows; the number of the first row below. Raw headings stand as they were, so they have one row."""
    table = contract().tables.get(name)
    ours = table is not None and set(headings) <= set(table.names)
    reason, names = t("template.held.reason", lang), [REASON, HELD, *headings]
    above = [reason, t("template.held.place", lang), *(heading(name, key, lang) for key in headings)]
    for place, words in enumerate(above if ours else [f"_{reason}", HELD, *headings]):
        book.write(sheet, HEADING_ROW, place, words, "heading_note" if place < LEFT else "heading")
        width = LEFT_WIDTHS[place] if place < LEFT else WIDTH
        sheet.set_column(place, place, width, book.format("text"))
    if not ours:
        return NAME_ROW
    for place, words in enumerate(names):
        book.write(sheet, NAME_ROW, place, words, "name")
    return NAME_ROW + 1


def _name(wanted: str, taken: set[str]) -> str:
    """A name that Excel takes and no other sheet has: a second sheet of one table is called "agencies 2"."""
    plain = " ".join(wanted.translate(NOT_IN_A_SHEET_NAME).split()) or "-"
    name, number = plain[:SHEET_LENGTH], 1
    while name.lower() in taken:
        number += 1
        name = f"{plain[: SHEET_LENGTH - 1 - len(str(number))]} {number}"
    taken.add(name.lower())
    return name


def _reason(row: Mapping[str, Any], lang: str) -> str:
    code = _text(row, "code")
    if row.get("message"):
        return _text(row, "message")
    if not has(f"etl.issue.{code}", lang):
        return code
    return message(code, row.get("column_name"), row.get("value"), row.get("detail"), lang)


def _line(row: Mapping[str, Any]) -> str:
    return f"{_text(row, 'table_name')}.csv:{row['line']}" if row.get("line") else ""


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return "" if value is None or value != value else str(value)
