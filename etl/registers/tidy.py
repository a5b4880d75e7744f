"""Sheets in the form of our own tables: templates that were filled in, exports that were changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from etl import contract as contracts
from etl.columns.cells import is_missing
from etl.columns.dates import read_day
from etl.columns.numbers import read_number
from etl.columns.outcomes import read_outcome
from etl.contract import Column, Table
from etl.dry_run import Row
from etl.registers.identity import slug
from etl.registers.merging import overlaid, says_more
from etl.registers.outcomes import number_text
from etl.registers.plan import Plan
from etl.registers.record import Record
from etl.registers.work import Work
from etl.templates.words import vocabulary, word_of

NUMBERS = {"integer", "count", "decimal"}
QUESTIONS = {"date": "bad_date", "year": "bad_date"} | dict.fromkeys(NUMBERS, "bad_number")
# Keys that a person may leave blank: what they are made of.
MADE_OF = {
    "editions": ("edition_id", ("competition_id", "year")),
    "stages": ("stage_id", ("name",)),
    "targets": ("target_id", ("scope_id", "year", "edition_id", "metric")),
    "events": ("event_id", ("government_id", "kind", "on_date")),
    "rules": ("rule_id", ("applies_to", "unit")),
}
NO_KEY = ("incentives", "intake_progress")


@dataclass(frozen=True)
class Cell:
    """A cell as the contract writes it; `code` says what is wrong where it cannot be read."""

    value: str | None
    code: str | None = None


def read(work: Work, plan: Plan) -> None:
    """Read a sheet in tidy form into the dry run."""
    assert plan.purpose is not None
    for record in plan.records(work.given.fill_down):
        read_record(work, record, plan.purpose)


def read_record(work: Work, record: Record, name: str) -> None:
    """Read one row of an input table: it is written, changes nothing, or is held back with the cell that is the
    reason."""
    table = contracts.contract().tables[name]
    row: Row = {}
    for column in table.columns:
        if not record.has(column.name):
            continue
        cell = _cell(record, column)
        cell = _reference(work, column, cell)
        row[column.name] = cell.value
        if cell.code and (column.vital or column.name in table.key_or_blank):
            work.hold(record, column.name, "bad_value", cell.code)
            return
        if cell.code:
            code = QUESTIONS.get(column.type, "bad_value")
            work.question(record, column.name, code, cell.code if code == "bad_value" else None)
    _complete(work, table, row)
    if _stands(work, table, row, record):
        _write(work, table, row, record)


def _cell(record: Record, column: Column) -> Cell:
    value = record.value(column.name)
    if is_missing(value):
        return Cell("=" if column.type == "comparator" and value == "=" else None)
    if record.error(column.name) and column.type != "comparator":
        return Cell(None, "error_value")
    text = record.text(column.name) or str(value).strip()
    if column.type == "date":
        day = read_day(value).value
        return Cell(day, None if day else "date")
    if column.type in NUMBERS:
        number = read_number(value).value
        whole = column.type == "decimal" or (number is not None and number.is_integer())
        return Cell(number_text(number)) if number is not None and whole else Cell(None, "number")
    if column.type == "year":
        year = read_day(value, serial=False).value
        return Cell(year[:4]) if year else Cell(None, "year")
    return _word(column, text)


def _word(column: Column, text: str) -> Cell:
    name = vocabulary(column)
    if name is None:
        return Cell(text)
    found = word_of(name, text)
    if found is None and column.type == "flag":
        outcome = read_outcome(text).outcome
        found = {"passed": "true", "failed": "false"}.get(outcome or "")
    if found is None and column.type == "outcome":
        found = read_outcome(text).outcome
    if found is None and column.type not in contracts.contract().enums and column.type != "flag":
        return Cell(text)
    return Cell(found, None if found else "word")


def word(table: str, column: str, text: str) -> str | None:
    """The contract's word for what a person wrote; None where it is not one of them."""
    found = next(c for c in contracts.contract().tables[table].columns if c.name == column)
    return _word(found, text).value


def _reference(work: Work, column: Column, cell: Cell) -> Cell:
    """A cell that points to a row: it must be on record, or come with this file."""
    if not cell.value or column.target not in contracts.contract().tables:
        return cell
    parts = cell.value.split("|") if column.type == "list" else [cell.value]
    found = all(work.row(column.target, part.strip()) for part in parts)
    return cell if found else Cell(None, "reference")


def _complete(work: Work, table: Table, row: Row) -> None:
    """Fill in what the file does not say and a person said, and a key that was left blank."""
    for column, given in (("government_id", work.given.government_id), ("edition_id", work.given.edition_id)):
        if table.has(column) and not row.get(column) and column in (*table.key, *_required(table)):
            row[column] = given
    if table.has("source_id") and not row.get("source_id"):
        row["source_id"] = work.source_id
    key, parts = MADE_OF.get(table.name, ("", ()))
    if key and not row.get(key):
        row[key] = "-".join(slug(row[part] or "") for part in parts if row.get(part)) or None


@lru_cache
def _required(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.vital)


def _stands(work: Work, table: Table, row: Row, record: Record) -> bool:
    """Whether a row has what it cannot do without; else it is held back."""
    lacking = [name for name in (*table.key, *_required(table)) if not row.get(name)]
    groups = table.require_one_of
    if not lacking and groups and not any(all(row.get(name) for name in group) for group in groups):
        lacking = [groups[0][0]]
    if lacking:
        work.hold(record, lacking[0], "missing", "cell")
        return False
    if table.stage_of and row.get("stage_id") and not _stage_known(work, table, row):
        work.hold(record, "stage_id", "unknown_stage")
        return False
    identity = tuple(row.get(name) or "" for name in table.identity)
    if identity and identity in work.written(table.name):
        work.hold(record, table.key[0], "duplicate_key")
        return False
    return True


def _stage_known(work: Work, table: Table, row: Row) -> bool:
    edition_id = row.get("edition_id")
    if table.stage_of == "submission_id":
        edition_id = (work.row("submissions", row.get("submission_id") or "") or {}).get("edition_id")
    return not edition_id or work.row("stages", edition_id, row.get("stage_id") or "") is not None


def _write(work: Work, table: Table, row: Row, record: Record) -> None:
    identity = tuple(row.get(name) or "" for name in table.identity)
    if not table.identity:
        told = {name: value for name, value in row.items() if value and name != "source_id"}
        same = any(told.items() <= other.items() for other in work.context.rows(table.name))
        old, merged = ({}, row) if not same else (row, row)
    else:
        old = dict(work.existing(table.name).get(identity, {}))
        merged = overlaid(old, row) | ({"note": row.get("note") or old.get("note")} if table.has("note") else {})
    if says_more(old, merged):
        work.load(record)
        work.write(table.name, merged, record)
    else:
        work.idle.add(record.place)
