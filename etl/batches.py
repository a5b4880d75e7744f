"""The one door for input: check a file, add a batch, withdraw it, list them. Pages and commands write only here.

Nothing is ever changed in place: each of these adds files below `inbox/`, and a build makes the warehouse anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from etl import datasets, inbox, loading, registers, staging, templates, trial
from etl.build import FailedCheck, build
from etl.columns.dates import read_day
from etl.context import Context
from etl.contract import contract
from etl.datasets import InputError
from etl.dry_run import Ask, ColumnRead, DryRun, Given, Issue, Progress, Row, SheetRead, Skipped, Suggestion, silent
from etl.inbox import Batch, Withdrawal
from etl.workbook import Note, Refused
from texts.imports import message

__all__ = [
    "Ask",
    "BadRows",
    "Batch",
    "ColumnRead",
    "DryRun",
    "FailedCheck",
    "Given",
    "InputError",
    "Issue",
    "Note",
    "Refused",
    "Row",
    "SheetRead",
    "Suggestion",
    "Withdrawal",
    "add",
    "check",
    "enter",
    "history",
    "quarantined_workbook",
    "read_day",
    "rehearse",
    "template",
    "withdraw",
]
SIGNED = ("aliases", "mappings", "replies")  # tables whose rows say who wrote them, and when
SAME_WORDS = ("government_id", "competition_id", "edition_id", "stage_id", "year", "table", "sheet")


class BadRows(Exception):
    """Rows that cannot be entered as they are. `issues` name column, value and reason; nothing was written."""

    def __init__(self, issues: list[dict[str, Any]]) -> None:
        super().__init__("; ".join(f"{i['table']}.{i['column']}: {i['code']} ({i['value']})" for i in issues))
        self.issues = issues


def check(
    name: str,
    data: bytes,
    given: Given | None = None,
    root: Path | None = None,
    progress: Progress = silent,
    context: Context | None = None,
) -> DryRun:
    """Read a file and say what would become of it. Writes nothing; a file that is refused says so in the dry run.

    `context` spares reading the data again where several files are checked against the same state."""
    root = root or datasets.data_root()
    given = given or Given()
    dry = registers.read_register(name, data, given, context or Context.read(root), progress)
    for batch in inbox.batches(root):
        if batch.withdrawn is None and batch.kind == "file" and batch.sha256 == dry.sha256 and _same(batch, given):
            _loaded_before(dry, batch)
    return dry


def add(dry: DryRun, by: str, root: Path | None = None, progress: loading.Progress = loading.silent) -> Batch:
    """Write a checked file as a batch, build, and publish. Returns the batch.

    Raises InputError where there is nothing to load, no name is given or the build is refused, FailedCheck where the
    figures would not hold; then the batch is taken back at once and the last version stays in use."""
    if dry.outcome != "load":
        raise InputError(f"not_loadable_{dry.outcome}", file=dry.file)
    batch = Batch(
        number=0,
        kind="file",
        what=dry.file,
        by=_named(by),
        at=_now(),
        file=dry.kept_name or dry.file,
        sha256=dry.sha256,
        blanked=dry.blanked,
        fills=True,
        government_id=dry.given.government_id,
        edition_id=dry.given.edition_id,
        counts=dry.counts,
        given=json.loads(json.dumps(asdict(dry.given))),
        resolves=tuple(dry.resolves),
    )
    return _write(root or datasets.data_root(), batch, dry.tables, _listed(dry), dry.kept, progress)


def enter(
    tables: Mapping[str, Sequence[Row]],
    by: str,
    what: str,
    government_id: str | None = None,
    root: Path | None = None,
    replaces: bool = True,
    progress: loading.Progress = loading.silent,
) -> Batch:
    """Write rows that a person entered as a batch, build, and publish. Returns the batch.

    `replaces`: a row takes the place of an earlier one of its key, blank cells too; else blank cells leave what the
    earlier row says. Raises BadRows where a row cannot stand (nothing is written), and what `add` raises."""
    root = root or datasets.data_root()
    batch = Batch(
        number=0, kind="form", what=what, by=_named(by), at=_now(), fills=not replaces, government_id=government_id
    )
    bad = trial.troubles(_complete(tables, batch), root, fills=batch.fills)
    if bad:
        raise BadRows(bad)
    return _write(root, batch, tables, {"quarantined": [], "questions": []}, None, progress)


def withdraw(
    batch_id: str, by: str, why: str, root: Path | None = None, progress: loading.Progress = loading.silent
) -> Batch:
    """Take a batch back: its rows are out of use from the next build on, which follows at once. Nothing is deleted.

    Raises InputError where there is no such batch, it is withdrawn already, or name or reason are blank."""
    root = root or datasets.data_root()
    if not why.strip():
        raise InputError("no_reason")
    with inbox.writing(root):
        batch = inbox.withdraw(root, inbox.find(root, batch_id), Withdrawal(_named(by), _now(), why.strip()))
    build(root, progress=progress, patience=inbox.WAIT)
    return batch


def history(root: Path | None = None) -> list[Batch]:
    """Every batch, newest first, those taken back too."""
    return inbox.batches(root or datasets.data_root())[::-1]


@contextmanager
def rehearse(
    tables: Mapping[str, Sequence[Row]], root: Path | None = None, fills: bool = True
) -> Iterator[tuple[Path, Path]]:
    """Two warehouse files, as the data are and as they would be with these rows: (before, after).

    Both are judged on today; what is not published already is gone afterwards. Raises what a build raises."""
    batch = Batch(number=0, kind="file", what="", by="-", at=_now(), fills=fills)
    with trial.both(_complete(tables, batch), root or datasets.data_root(), fills) as files:
        yield files


def template(
    government_id: str | None,
    edition_id: str | None,
    lang: str = "id",
    purpose: str | None = None,
    filled: bool = False,
    root: Path | None = None,
) -> bytes:
    """An XLSX workbook to fill in (`purpose`: one table's; else all), or `filled` with the rows on record.

    Raises InputError where there is no such government or edition."""
    context = Context.read(root)
    for what, value, known in (
        ("government", government_id, context.governments),
        ("edition", edition_id, context.editions),
    ):
        if value is not None and value not in known:
            raise InputError("no_such", what=what, value=value)
    if filled and government_id is not None:
        return templates.export(government_id, edition_id, context, lang)
    return templates.write(government_id, edition_id, context, lang, purpose)


def quarantined_workbook(government_id: str | None, lang: str = "id", root: Path | None = None) -> bytes:
    """The rows that batches in use hold back, as a workbook to correct and upload again.

    `government_id` narrows them to one government's batches."""
    root = root or datasets.data_root()
    batches = [batch for batch in inbox.batches(root) if batch.withdrawn is None]
    mine = [batch for batch in batches if government_id is None or batch.government_id == government_id]
    settled = {place for batch in batches for place in batch.resolves}
    rows = [_held(batch, issue, lang) for batch in mine for issue in inbox.issues(root, batch)["quarantined"]]
    return templates.quarantined([row for row in rows if f"{row['dataset']} {row['place']}" not in settled], lang)


def _held(batch: Batch, issue: dict[str, Any], lang: str) -> dict[str, Any]:
    """A row held back as the workbook of corrections takes it."""
    told = Issue(**{key: issue[key] for key in Issue.__dataclass_fields__ if key != "suggestions"})
    place = f"{issue['sheet']}!{issue['row']}"
    return {
        "dataset": batch.id,
        "table_name": issue.get("table"),
        "place": place,
        "column_name": issue["params"].get("column"),
        "cells": issue["cells"],
        "message": message(told, lang),
    }


def _same(batch: Batch, given: Given) -> bool:
    """Whether a person says of a file what was said when the batch was loaded, or nothing at all."""
    words = {word: getattr(given, word) for word in SAME_WORDS if getattr(given, word) is not None}
    return all(batch.given.get(word) == value for word, value in words.items())


def _loaded_before(dry: DryRun, batch: Batch) -> None:
    """Turn a dry run into one that changes nothing: the file stands already, as it was loaded then."""
    told = {(row.sheet, row.row) for row in dry.skipped} | {(issue.sheet, issue.row) for issue in dry.quarantined}
    again = [
        Skipped(sheet.name, row, "duplicate")
        for sheet in dry.sheets
        if sheet.is_data
        for row in range(1, (sheet.last_row or 0) + 1)
        if (sheet.name, row) not in told
    ]
    dry.skipped = sorted([*dry.skipped, *again], key=lambda skipped: (skipped.sheet, skipped.row))
    # Counted from the lists: a file that asked something had counted nothing yet.
    held = {(issue.sheet, issue.row) for issue in dry.quarantined}
    rows = {"quarantined": len(held), "skipped": len(dry.skipped), "read": len(held) + len(dry.skipped)}
    dry.counts |= {"loaded": 0, "entries": 0, **rows}
    dry.outcome, dry.tables, dry.asks = "nothing", {}, []
    dry.notes.append(Note("loaded_before", {"batch": batch.id, "by": batch.by}))


def _write(
    root: Path,
    batch: Batch,
    tables: Mapping[str, Sequence[Row]],
    listed: Mapping[str, list[dict[str, Any]]],
    kept: bytes | None,
    progress: loading.Progress,
) -> Batch:
    with inbox.writing(root) as number:
        batch = replace(batch, number=number, sample=_is_sample(root, batch.government_id))
        named = _numbered(_complete(tables, batch), batch.id)
        counts = {name: len(rows) for name, rows in named.items()}
        written = inbox.write(root, replace(batch, tables=counts), named, listed, kept)
    try:
        build(root, progress=progress, patience=inbox.WAIT)
    except (InputError, FailedCheck) as error:
        with inbox.writing(root):
            inbox.withdraw(root, written, Withdrawal("Papan Inovasi", _now(), str(error)))
        raise
    return written


def _complete(tables: Mapping[str, Sequence[Row]], batch: Batch) -> dict[str, list[Row]]:
    """The rows with who wrote them, and the batch itself as a source where a row names it, or names none."""
    signed = {name: [_signed(name, row, batch) for row in rows] for name, rows in tables.items() if rows}
    cited = any(row.get("source_id") == inbox.THIS_BATCH for rows in signed.values() for row in rows)
    if cited and not any(row.get("source_id") == inbox.THIS_BATCH for row in signed.get("sources", [])):
        source: Row = {
            "source_id": inbox.THIS_BATCH,
            "title": batch.what,
            "publisher": batch.by,
            "published_on": batch.at[:10],
            "grade": "register" if batch.kind == "file" else "own",
        }
        signed["sources"] = [*signed.get("sources", []), source]
    return signed


def _signed(table: str, row: Row, batch: Batch) -> Row:
    if batch.kind == "form" and _may_be_its_own_source(table):
        row = row | {"source_id": row.get("source_id") or inbox.THIS_BATCH}
    if table not in SIGNED:
        return row
    return row | {"by": row.get("by") or batch.by, "on_date": row.get("on_date") or batch.at[:10]}


def _may_be_its_own_source(table: str) -> bool:
    """Whether a row may rest on the word of who entered it; where a source is required, that is a document."""
    return any(column.name == "source_id" and not column.vital for column in contract().tables[table].columns)


def _numbered(tables: Mapping[str, Sequence[Row]], name: str) -> dict[str, list[Row]]:
    """The rows with the batch's own name where they point to the batch that they will be."""
    return {
        table: [{key: name if cell == inbox.THIS_BATCH else cell for key, cell in row.items()} for row in rows]
        for table, rows in tables.items()
    }


def _listed(dry: DryRun) -> dict[str, list[dict[str, Any]]]:
    """What the dry run held back and asked, each with the table its sheet was read as."""
    tables = {sheet.name: sheet.table for sheet in dry.sheets}
    return {
        name: [
            vars(issue) | {"suggestions": [*map(vars, issue.suggestions)], "table": tables.get(issue.sheet)}
            for issue in issues
        ]
        for name, issues in (("quarantined", dry.quarantined), ("questions", dry.questions))
    }


def _is_sample(root: Path, government_id: str | None) -> bool:
    """Whether a government belongs to a generated data set: what is entered for it is no real fact either."""
    for dataset in datasets.find(root):
        file = dataset.files().get("governments")
        if dataset.kind == "sample" and file and government_id:
            reading = staging.read_records(file)
            place = reading.header.index("government_id")
            return any(cells[place] == government_id for _, cells in reading.rows)
    return False


def _named(by: str) -> str:
    if not by.strip():
        raise InputError("no_name")
    return by.strip()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
