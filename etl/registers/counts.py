"""Published totals: counts per government, per year or per stage, with the stages as rows or as columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl import names
from etl.columns import numbers
from etl.columns.cells import is_missing, text_of
from etl.columns.headings import Vocabulary
from etl.columns.numbers import NumberRead, Style
from etl.context import Edition
from etl.dry_run import Row
from etl.registers import merging
from etl.registers.editions import Editions
from etl.registers.outcomes import number_text, stage_in
from etl.registers.plan import Plan
from etl.registers.record import Record
from etl.registers.work import Work

VALUE = "value:"
ABOUT = re.compile(r"^(?:~|±|\+/-|sekitar|kurang lebih|lebih kurang|hampir)\s*", re.IGNORECASE)
AT_LEAST = re.compile(r"^(?:>=|≥|lebih dari|minimal|sedikitnya|paling sedikit)\s*", re.IGNORECASE)
OF_PROVINCE = re.compile(r"\b(?:tingkat provinsi|opd provinsi|perangkat daerah provinsi|pemerintah provinsi|pemprov)\b")
SAME = ("edition_id", "stage_id", "scope_kind", "scope_id", "group", "category", "measure")


@dataclass
class CountList:
    """One table of counts being read."""

    work: Work
    editions: Editions
    vocabulary: Vocabulary
    style: Style
    on_record: set[tuple[tuple[str, ...], str | None, str | None]]


def read(work: Work, plan: Plan, vocabulary: Vocabulary) -> None:
    """Read a table of counts into the dry run."""
    records = plan.records(work.given.fill_down)
    values = [record.value(column) for record in records for column in _value_columns(record)]
    state = CountList(work, Editions(work), vocabulary, numbers.style_of(values), _on_record(work))
    for record in records:
        _read(state, record)
    _ask_about_target(work, records)


def _value_columns(record: Record) -> list[str]:
    return [column for column in record.grid.columns if column == "value" or column.startswith(VALUE)]


def _read(state: CountList, record: Record) -> None:
    """One row: all its figures are written, or it is held back with the cell that is the reason."""
    work = state.work
    edition = state.editions.of(record)
    if edition is None:
        return
    scope = _scope(work, record, edition)
    if scope is None:
        return
    rows: list[Row] = []
    for column in _value_columns(record):
        row = _count(state, record, column, edition)
        if row is None:
            return
        if row:
            rows.append(row | scope)
    if not rows:
        work.hold(record, _value_columns(record)[0], "missing", "count")
        return
    _write(state, record, rows)


def _count(state: CountList, record: Record, column: str, edition: Edition) -> Row | None:
    """The figure of a cell as a row without its scope; empty where none stands; None where the row was held back."""
    work = state.work
    if record.error(column):
        work.hold(record, column, "bad_value", "error_value")
        return None
    if is_missing(record.value(column)):
        return {}
    comparator, read = _figure(record, column, state.style)
    if read.rivals:
        first, second = (number_text(figure) for figure in (*read.rivals, 0.0)[:2])
        work.hold(record, column, "conflict", "rivals", first=first, second=second)
        return None
    if read.value is None or read.value < 0 or not read.value.is_integer():
        work.hold(record, column, "bad_value", "count")
        return None
    stage_id = _stage(state, record, column, edition)
    if stage_id is None:
        held_by = column if column.startswith(VALUE) or not record.has("stage") else "stage"
        work.hold(record, held_by, "unknown_stage")
        return None
    return {
        "edition_id": edition.edition_id,
        "stage_id": stage_id,
        "group": record.text("group"),
        "category": record.text("category"),
        "measure": "entries",
        "comparator": comparator,
        "value": number_text(read.value),
        "source_id": work.source_id,
        "note": _note(record, column),
    }


def _figure(record: Record, column: str, style: Style) -> tuple[str, NumberRead]:
    """How the figure compares ("about", "at least", equal), and the figure."""
    value = record.value(column)
    text = text_of(value)
    for sign, words in (("~", ABOUT), (">=", AT_LEAST)):
        if isinstance(value, str) and words.match(text.strip()):
            return sign, numbers.read_number(words.sub("", text.strip()), style)
    return "=", numbers.read_number(value, style)


def _note(record: Record, column: str) -> str | None:
    """The remark, and the words for the stage: a source that says "Masuk" does not say which stage it means."""
    named = record.text("stage") if record.has("stage") else record.heading(column) if VALUE in column else None
    return "; ".join(part for part in (named, record.text("note")) if part) or None


def _stage(state: CountList, record: Record, column: str, edition: Edition) -> str | None:
    """The stage a figure speaks of: its column's, its row's, the one given for the file."""
    stages = state.work.context.stages(edition.edition_id)
    known = {stage.stage_id for stage in stages}
    if column.startswith(VALUE):
        named = column.removeprefix(VALUE)
        by_kind = [stage.stage_id for stage in stages if stage.kind == named]
        return named if named in known else by_kind[0] if len(by_kind) == 1 else None
    text = record.text("stage")
    if text:
        stage = state.vocabulary.stage_of(text) or stage_in(text, stages)
        return stage.stage_id if stage and stage.stage_id in known else None
    given = state.work.given.stage_id
    return given if given in known else None


def _scope(work: Work, record: Record, edition: Edition) -> Row | None:
    """What a row counts: a government's entries, or all; None where the row was held back."""
    text = record.text("scope") or record.text("government")
    column = "scope" if record.has("scope") else "government"
    organiser = work.context.competitions[edition.competition_id].government_id
    if not text:
        given = work.given.government_id
        if given and given != organiser:
            return {"scope_kind": "government", "scope_id": given}
        return {"scope_kind": "all", "scope_id": "all"}
    if organiser and OF_PROVINCE.search(" ".join(names.words_of(text))):
        return {"scope_kind": "government", "scope_id": organiser}
    found = work.context.government_named(text)
    found = found if len(found) < 2 else _in_province(work, found, organiser)
    if len(found) == 1:
        return {"scope_kind": "government", "scope_id": found[0]}
    work.hold(record, column, "bad_value", "several_governments" if found else "government")
    return None


def _in_province(work: Work, found: list[str], organiser: str | None) -> list[str]:
    """Of governments of one name, those in the organiser's province."""
    governments = work.context.governments
    province = governments[organiser].province if organiser in governments else None
    return [g for g in found if province and governments[g].province == province] or found


def _write(state: CountList, record: Record, rows: list[Row]) -> None:
    work = state.work
    keys = [tuple(row.get(name) or "" for name in SAME) for row in rows]
    if any(key in work.counted for key in keys):
        work.hold(record, None, "duplicate_key")
        return
    work.counted |= set(keys)
    both = zip(rows, keys, strict=True)
    new = [row for row, key in both if (key, row["comparator"], row["value"]) not in state.on_record]
    if not new:
        work.idle.add(record.place)
        return
    work.load(record)
    existing = work.existing("reported_counts")
    identity = ("edition_id", "stage_id", "scope_kind", "scope_id", "measure", "source_id", "group", "category")
    for row in new:
        old = existing.get(tuple(row.get(name) or "" for name in identity), {})
        work.write("reported_counts", merging.overlaid(old, row), record)


def _on_record(work: Work) -> set[tuple[tuple[str, ...], str | None, str | None]]:
    """What published totals are on record, whoever published them: a source that agrees adds nothing."""
    rows = work.existing("reported_counts").values()
    return {(tuple(row.get(name, "") for name in SAME), row.get("comparator"), row.get("value")) for row in rows}


def _ask_about_target(work: Work, records: list[Record]) -> None:
    """A target is no count, and needs the document it rests on: a person enters it."""
    for record in records:
        if not is_missing(record.value("target")):
            work.question(record, "target", "unmapped_column", "target")
            return
