"""Totals that a sheet states, beside what was read: a difference is shown, never settled."""

from __future__ import annotations

from etl.columns.numbers import read_number, style_of
from etl.dry_run import Issue
from etl.layout import StatedTotal
from etl.registers.outcomes import number_text
from etl.registers.plan import Plan
from etl.registers.work import Work
from etl.workbook import address


def compare(work: Work, plan: Plan) -> None:
    """Ask about each stated total that is neither that of all rows nor that of the rows of its group."""
    if not plan.table or plan.layout.form:
        return
    grid = plan.grid()
    ours = {place: column for column, place in grid.columns.items()}
    for total in plan.layout.stated_totals:
        column = ours.get(total.column, "")
        stated = read_number(total.value).value
        if stated is None or not (column == "name" or column == "value" or column.startswith("value:")):
            continue
        sums = _sums(work, plan, total, counted=column == "name")
        if stated not in sums:
            _ask(work, plan, total, stated, sums[0])


def _sums(work: Work, plan: Plan, total: StatedTotal, counted: bool) -> list[float]:
    """The sum (or number of titles) of all loaded rows, of those since the last total, and of those until the next."""
    rows = _rows(work, plan, total.column, counted)
    at = sorted({other.row for other in plan.layout.stated_totals if other.column == total.column})
    before = max((row for row in at if row < total.row), default=0)
    after = min((row for row in at if row > total.row), default=len(plan.layout.sheet.rows) + 1)
    return [
        sum(rows.values()),
        sum(number for row, number in rows.items() if before < row < total.row),
        sum(number for row, number in rows.items() if total.row < row < after),
    ]


def _rows(work: Work, plan: Plan, place: int, counted: bool) -> dict[int, float]:
    """What each loaded row adds: its number of entries, or its figure."""
    assert plan.table is not None
    if counted:
        found: dict[int, float] = {}
        for row in work.entries_of.get(plan.name, ()):
            found[row] = found.get(row, 0) + 1
        return found
    numbers = [(row.number, row.cells.get(place)) for row in plan.table.rows if (plan.name, row.number) in work.loaded]
    style = style_of(value for _, value in numbers)
    return {row: read_number(value, style).value or 0 for row, value in numbers}


def _ask(work: Work, plan: Plan, total: StatedTotal, stated: float, read: float) -> None:
    held = sum(sheet == plan.name for sheet, _ in work.held)
    told = {"stated": number_text(stated), "read": number_text(read), "held": str(held)}
    cell = address(plan.name, total.row, total.column)
    shown = number_text(stated)
    work.dry.questions.append(Issue(plan.name, total.row, cell, "total_differs", shown, None, told))
