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


def keep(dry: DryRun, book: Workbook, plans: Sequence[Plan], name: str, data: bytes) -> None:
    """Set what is kept of the file. Nothing is kept of a file that is refused."""
    if dry.outcome == "refuse":
        return
    dry.kept, dry.kept_name = data, name
    by_name = {plan.name: plan for plan in plans}
    cleaned = [(sheet, *_cleaned(sheet, by_name.get(sheet.name))) for sheet in book.sheets]
    if any(found for _, _, found in cleaned):
        ending = "csv" if book.format == "csv" else "xlsx"
        rows = [(sheet, values) for sheet, values, _ in cleaned]
        dry.kept = _csv(rows[0][1]) if ending == "csv" else _xlsx(rows)
        dry.kept_name, dry.blanked = f"{PurePath(name).stem}.{ending}", True
        dry.notes.append(Note("kept_without_personal_data"))


def _cleaned(sheet: Sheet, plan: Plan | None) -> tuple[Rows, bool]:
    """The values of a sheet without personal data, and whether there was any."""
    places, below = _personal_columns(plan)
    answers = _personal_answers(plan)
    found = False
    rows: Rows = []
    for number, row in enumerate(sheet.rows, 1):
        values: list[Value] = []
        for place, value in enumerate(row, 1):
            kept = value
            if ((place in places and number > below) or (number, place) in answers) and not is_missing(value):
                kept = None
            elif isinstance(value, (str, int, float)) and MAY_BE_PERSONAL.search(str(value)):
                text, personal = clean(value, joined=False)
                kept = text if personal else value
            found = found or kept is not value
            values.append(kept)
        rows.append(values)
    return rows, found


def _personal_columns(plan: Plan | None) -> tuple[set[int], int]:
    """The columns of a table that hold persons, and the row of its headings."""
    if plan is None or plan.table is None or plan.layout.form:
        return set(), 0
    places = {u.heading.column for u in plan.columns if u.personal or u.two_facts}
    return places, max(plan.table.header_rows, default=0)


def _personal_answers(plan: Plan | None) -> set[tuple[int, int]]:
    """The answers of a form that name persons: (row, column)."""
    form = plan.layout.form if plan else None
    if plan is None or form is None:
        return set()
    answers = list(form.answers.values())
    return {answers[u.heading.column - 1][1:] for u in plan.columns if u.personal and u.heading.column <= len(answers)}


def _csv(rows: Rows) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[text_of(value) for value in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _xlsx(sheets: Sequence[tuple[Sheet, Rows]]) -> bytes:
    """A workbook of values only: no formulas, no links, no macros."""
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(data, options) as book:
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
