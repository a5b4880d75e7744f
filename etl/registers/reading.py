"""A register from its bytes to a dry run: read, understood, asked, told row by row."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from etl import readers
from etl.context import Context
from etl.contract import contract
from etl.dry_run import Ask, ColumnRead, DryRun, Given, Issue, Progress, SheetRead, silent
from etl.registers import (
    accounting,
    agencies,
    asking,
    confirmed,
    counts,
    entries,
    innovation_list,
    kept,
    purpose,
    tidy,
    totals,
)
from etl.registers.plan import Plan, is_numbering
from etl.registers.purpose import AGENCIES, COUNTS, INNOVATIONS, SUBMISSIONS
from etl.registers.work import Work
from etl.workbook import Refused, Workbook

NOT_STORED = ("maturity", "maturity_step", "status")


def read_register(name: str, data: bytes, given: Given, context: Context, progress: Progress = silent) -> DryRun:
    """Read a file and say what would become of it. Writes nothing and never raises on content: a file that is refused
    says so in the dry run."""
    with _uncollected():
        return _read_register(name, data, given, context, progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's collector of cycles: a long file makes millions of objects and no cycles, and the collector
    walks over all of them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read_register(name: str, data: bytes, given: Given, context: Context, progress: Progress) -> DryRun:
    dry = DryRun(name, hashlib.sha256(data).hexdigest(), given)
    try:
        book = readers.read(name, data, progress)
    except Refused as refused:
        dry.outcome, dry.refused = "refuse", refused
        return dry
    dry.notes += book.notes
    work = Work(given, context, dry, progress)
    if given.source_id and given.source_id not in context.sources:
        work.note("unknown_source", source=given.source_id)
    plans = purpose.plans(work, book.sheets)
    dry.sheets = [_sheet_read(plan) for plan in plans]
    dry.asks = asking.asks(work, plans)
    if not dry.asks:
        _read(work, plans)
    _conclude(work, book, plans, name, data)
    return dry


def _read(work: Work, plans: Sequence[Plan]) -> None:
    """Read the sheets that are data, those that others point to first."""
    order = list(contract().tables)
    data = sorted((p for p in plans if p.purpose), key=lambda plan: order.index(plan.purpose or ""))
    for plan in data:
        _tell_columns(work, plan)
        if plan.purpose == SUBMISSIONS:
            entries.read(work, plan)
        elif plan.purpose == INNOVATIONS:
            innovation_list.read(work, plan)
        elif plan.purpose == AGENCIES:
            agencies.read(work, plan)
        elif plan.purpose == COUNTS and not plan.tidy:
            counts.read(work, plan, purpose.vocabulary(work, COUNTS))
        else:
            tidy.read(work, plan)
        totals.compare(work, plan)
    for plan in data:
        accounting.account(work, plan)
    confirmed.add(work, data)


def _tell_columns(work: Work, plan: Plan) -> None:
    """List the columns that are dropped, and ask about those that nobody knows."""
    words = purpose.vocabulary(work, plan.purpose)
    for u in plan.columns:
        heading = u.heading.text
        if u.personal or u.two_facts:
            work.dry.dropped.append((heading, "personal data"))
        elif u.column in NOT_STORED and not plan.tidy:
            work.note("not_stored", column=heading)
        elif u.column is None and u.samples and not is_numbering(u) and not u.heading.own.startswith("_"):
            work.dry.dropped.append((heading, "unknown"))
            if not words.is_heading(heading) and not words.is_heading(u.heading.own) and u.by != "person":
                cell = plan.heading_cell(u)
                told = {"column": heading, "samples": "; ".join(u.samples)}
                work.dry.questions.append(Issue(plan.name, u.heading.row, cell, "unmapped_column", heading, None, told))


def _sheet_read(plan: Plan) -> SheetRead:
    columns = [
        ColumnRead(plan.heading_cell(u), u.heading.text, u.column, u.by, u.personal, u.samples) for u in plan.columns
    ]
    read = SheetRead(plan.name, plan.purpose is not None, plan.purpose, columns=columns, why=plan.why)
    if plan.table:
        read.header_rows = list(plan.table.header_rows)
        read.first_row = plan.table.first_row or plan.table.header_rows[0]
    read.last_row = len(plan.layout.sheet.rows)
    return read


def _conclude(work: Work, book: Workbook, plans: Sequence[Plan], name: str, data: bytes) -> None:
    """Count, decide the outcome, and keep the file."""
    dry = work.dry
    work.tell_cells()
    if work.posts_only and not dry.quarantined:
        dry.asks.append(Ask("agencies"))
    read = [plan for plan in plans if plan.purpose]
    if dry.asks:
        dry.outcome, dry.skipped, dry.tables = "ask", [], {}
    elif not read:
        _nothing_read(dry, plans)
    else:
        accounting.count(work, read)
        dry.outcome = "load" if any(dry.tables.values()) or dry.quarantined else "nothing"
    order = {plan.name: place for place, plan in enumerate(plans)}
    for issues in (dry.questions, dry.quarantined):
        issues.sort(key=lambda issue: (order.get(issue.sheet, 0), issue.row))
    dry.skipped.sort(key=lambda skipped: (order.get(skipped.sheet, 0), skipped.row))
    kept.keep(dry, book, plans, name, data)


def _nothing_read(dry: DryRun, plans: Sequence[Plan]) -> None:
    """No sheet is data: without any heading the file is refused, else there is nothing in it."""
    if any(plan.layout.heading_rows_found for plan in plans):
        dry.outcome = "nothing"
    else:
        dry.outcome, dry.refused = "refuse", Refused("no_heading", file=dry.file)
