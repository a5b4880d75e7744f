"""The file as it is kept: byte for byte, or, where it held personal data, a copy of its values without them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import PurePath

import xlsxwriter

from etl.columns.cells import is_missing, text_of
from etl.dry_run import DryRun
from etl.registers.plan import Plan
from etl.registers.record import MAY_BE_PERSONAL, clean
from etl.workbook import Note, Sheet, Value, Workbook

Rows = list[list[Value]]
SHORTEST = 100_000  # personal numbers have more figures
REMEMBERED = 20_000  # texts
CREATED = datetime(2000, 1, 1)  # a copy is the same, whenever it is made


def keep(dry: DryRun, book: Workbook, plans: Sequence[Plan], name: str, data: bytes) -> None:
    """Set what is kept of the file. Nothing is kept of a file that is refused."""
    if dry.outcome == "refuse":
        return
    dry.kept, dry.kept_name = data, name
    by_name = {plan.name: plan for plan in plans}
    rows = [(sheet, _cleaned(sheet, by_name.get(sheet.name))) for sheet in book.sheets]
    if any(values is not sheet.rows for sheet, values in rows):
        ending = "csv" if book.format == "csv" else "xlsx"
        dry.kept = _csv(rows[0][1]) if ending == "csv" else _xlsx(rows)
        dry.kept_name, dry.blanked = f"{PurePath(name).stem}.{ending}", True
        dry.notes.append(Note("kept_without_personal_data"))


def _cleaned(sheet: Sheet, plan: Plan | None) -> Rows:
    """The values of a sheet without personal data; its own rows where there was none."""
    places, below = _personal_columns(plan)
    answers = _personal_answers(plan)
    changed: dict[int, list[Value]] = {}
    harmless: set[Value] = set()
    for number, row in enumerate(sheet.rows, 1):
        blank = answers.get(number, set()) | (places if number > below else set())
        new = [value for value in row if value not in harmless]
        if blank or any(_without(value) is not value for value in new):
            values = [_without(value, place in blank) for place, value in enumerate(row, 1)]
            if any(kept is not value for kept, value in zip(values, row, strict=True)):
                changed[number] = values
        elif len(harmless) < REMEMBERED:
            harmless.update(value for value in new if isinstance(value, str))
    return [changed.get(number, row) for number, row in enumerate(sheet.rows, 1)] if changed else sheet.rows


def _without(value: Value, blank: bool = False) -> Value:
    """A cell without personal data; `blank`: all of it is personal."""
    if blank and not is_missing(value):
        return None
    if not isinstance(value, (str, int, float)) or (isinstance(value, int) and abs(value) < SHORTEST):
        return value
    if MAY_BE_PERSONAL.search(str(value)):
        text, personal = clean(value, joined=False)
        return text if personal else value
    return value


def _personal_columns(plan: Plan | None) -> tuple[set[int], int]:
    """The columns of a table that hold persons, and the row of its headings."""
    if plan is None or plan.table is None or plan.layout.form:
        return set(), 0
    places = {u.heading.column for u in plan.columns if u.personal or u.two_facts}
    return places, max(plan.table.header_rows, default=0)


def _personal_answers(plan: Plan | None) -> dict[int, set[int]]:
    """The answers of a form that name persons: columns by row."""
    form = plan.layout.form if plan else None
    found: dict[int, set[int]] = {}
    if plan is None or form is None:
        return found
    answers = list(form.answers.values())
    for u in plan.columns:
        if u.personal and u.heading.column <= len(answers):
            _, row, column = answers[u.heading.column - 1]
            found.setdefault(row, set()).add(column)
    return found


def _csv(rows: Rows) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[text_of(value) for value in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _xlsx(sheets: Sequence[tuple[Sheet, Rows]]) -> bytes:
    """A workbook of values only: no formulas, no links, no macros."""
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(data, options) as book:
        book.set_properties({"created": CREATED})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for sheet, rows in sheets:
            page = book.add_worksheet(sheet.name[:31])
            if sheet.hidden:
                page.hide()
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    _put(page, number, place, value, day)
    return data.getvalue()


def _put(page: xlsxwriter.worksheet.Worksheet, row: int, place: int, value: Value, day: object) -> None:
    if value is None:
        return
    if isinstance(value, (datetime, date)) and value.year >= 1900:
        page.write_datetime(row, place, value, day)
    elif isinstance(value, bool):
        page.write_boolean(row, place, value)
    elif isinstance(value, (int, float)) and abs(value) < 1e300:
        page.write_number(row, place, value)
    else:
        page.write_string(row, place, value.isoformat() if isinstance(value, time) else str(value))
