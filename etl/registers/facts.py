"""The plain cells of an entry and of its innovation: words, days, flags."""

from __future__ import annotations

from etl.columns.cells import is_missing
from etl.columns.dates import read_day
from etl.columns.kinds import read_kind
from etl.columns.outcomes import read_outcome
from etl.dry_run import Row
from etl.registers.record import Record
from etl.registers.work import Work

LONGEST_NOTE = 2000
SENTENCE = {"passed": "true", "failed": "false"}


def of_entry(work: Work, record: Record) -> Row:
    """Category, group, flagship, day of handing in, source and note, as the table submissions writes them."""
    return {
        "category": record.text("category"),
        "group": record.text("group"),
        "flagship": flag(work, record, "flagship"),
        "submitted_on": whole_day(work, record, "submitted_on"),
        "note": note_of(record),
    }


def of_innovation(work: Work, record: Record) -> Row:
    """Type, form, affair, summary and start, as the table innovations writes them."""
    if not (record.has("type") or record.has("form")):
        return _plain_facts(work, record)
    kind, form, swapped = read_kind(
        None if record.error("type") else record.value("type"), None if record.error("form") else record.value("form")
    )
    if swapped:
        work.note_cell("kinds_swapped", record.cell("type") if record.has("type") else record.cell("form"))
    return {"type": kind, "form": form, **_plain_facts(work, record)}


def _plain_facts(work: Work, record: Record) -> Row:
    return {
        "affair": record.text("affair"),
        "summary": record.text("summary"),
        "started_on": any_day(work, record, "started_on"),
    }


def note_of(record: Record) -> str | None:
    """The remark of a row, and the section it stands under."""
    parts = [record.row.section, record.text("note")]
    return "; ".join(part for part in parts if part)[:LONGEST_NOTE] or None


def whole_day(work: Work, record: Record, column: str) -> str | None:
    """A day; a month or a year alone is listed and left out, for an entry is handed in on a day. Of a range the first
    day counts, and is listed."""
    value, until = _day(work, record, column)
    if value and len(value) < 10:
        work.question(record, column, "bad_date", "not_a_day")
        return None
    if value and until:
        work.question(record, column, "bad_date", "range", day=value)
    return value


def any_day(work: Work, record: Record, column: str) -> str | None:
    """A day, a month or a year, as precise as it is told."""
    return _day(work, record, column)[0]


def _day(work: Work, record: Record, column: str) -> tuple[str | None, str | None]:
    value = record.value(column) if record.has(column) else None
    if value is None or is_missing(value):
        return None, None
    if record.error(column):
        work.question(record, column, "bad_date", "error_value")
        return None, None
    read = read_day(value)
    if not read.ok:
        work.question(record, column, "bad_date")
    return read.value, read.until


def flag(work: Work, record: Record, column: str) -> str | None:
    """A yes or no as true or false."""
    value = record.value(column)
    if value is None or is_missing(value):
        return None
    text = (record.text(column) or "").lower()
    if text in ("true", "false"):
        return text
    read = read_outcome(value)
    if read.outcome not in SENTENCE:
        work.question(record, column, "bad_value", "flag")
        return None
    return SENTENCE[read.outcome]
