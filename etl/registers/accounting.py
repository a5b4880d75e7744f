"""What became of every row: read = loaded + held + skipped, each skipped row with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.registers.plan import Plan, only_numbered
from etl.registers.work import Work


def account(work: Work, plan: Plan) -> None:
    """Give every row of a sheet that is not loaded or held its reason."""
    assert plan.table is not None
    for row, reason in [*plan.layout.skipped, *_of_a_form(work, plan), *_of_the_table(plan)]:
        work.skip(plan.name, row, reason)
    for sheet, row in sorted(work.idle - work.loaded - work.held):
        if sheet == plan.name:
            work.skip(sheet, row, "duplicate")
    _other_tables(work, plan)
    _continuations(work, plan)
    _resolves(work, plan)


def count(work: Work, plans: Sequence[Plan]) -> None:
    """Count the rows of the sheets that were read, and the rows written."""
    dry = work.dry
    purposes = dict.fromkeys(plan.purpose or "" for plan in plans)
    dry.counts = {
        "read": sum(len(plan.layout.sheet.rows) for plan in plans),
        "loaded": len(work.loaded - work.held),
        "quarantined": len(work.held),
        "skipped": len(dry.skipped),
        "entries": sum(len(dry.tables.get(purpose, ())) for purpose in purposes),
    }


def _of_a_form(work: Work, plan: Plan) -> Iterator[tuple[int, str]]:
    """The lines of a form but for the one with the title."""
    if plan.layout.form:
        titled = {row for sheet, row in (*work.loaded, *work.held, *work.idle) if sheet == plan.name}
        yield from ((row, "form") for row in sorted(set(plan.layout.form.label_rows) - titled))


def _of_the_table(plan: Plan) -> Iterator[tuple[int, str]]:
    """Rows of the table that are an example, or hold a running number alone."""
    grid = plan.grid()
    for row in plan.table.rows if plan.table else ():
        if row.example:
            yield row.number, "example"
        elif only_numbered(row, grid):
            yield row.number, "blank"


def _other_tables(work: Work, plan: Plan) -> None:
    """Name the tables of a sheet that are not read; the rows of those below are skipped."""
    below = [table for table in plan.layout.tables if table is not plan.table and not plan.layout.form]
    for table in below:
        for row in table.rows:
            work.skip(plan.name, row.number, "other_table")
    for table in [*below, *plan.layout.beside]:
        work.note("other_table", sheet=plan.name, first=str(table.first_row), last=str(table.last_row))


def _continuations(work: Work, plan: Plan) -> None:
    for row in plan.table.rows if plan.table else ():
        for number in row.continued:
            work.note_cell("continuation", f"{plan.name}!{number}")


def _resolves(work: Work, plan: Plan) -> None:
    """The held rows of earlier batches that rows of a workbook of corrections put right."""
    places = [u.heading.column for u in plan.columns if u.heading.own.strip() == "_held"]
    for row in plan.table.rows if plan.table and places else ():
        named = row.cells.get(places[0])
        if named and (plan.name, row.number) in work.loaded:
            work.dry.resolves.append(str(named))
