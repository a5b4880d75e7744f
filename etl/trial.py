"""What rows would do, before they are written: to the input tables, and to the warehouse."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl import inbox, inputs, loading, publish
from etl.build import Record, fill, version_of
from etl.dry_run import Row
from etl.inbox import Batch
from etl.inputs import Inputs

Tables = Mapping[str, Sequence[Row]]
ISSUE = ("table", "line", "column", "value", "code", "detail")


def troubles(tables: Tables, root: Path, fills: bool) -> list[dict[str, Any]]:
    """What a build would hold back or ask of these rows: table, line (2 is the first row), column, value, code, detail.

    Agencies that are not known are no trouble here: such a row loads, and asks later."""
    with _aside() as place, duckdb.connect() as con:
        given = _with_trial(inputs.read(root), place, tables, fills)
        loading.prepare(con, given, _today())
        loading.load(con, given.datasets, {}, loading.silent)
        found = con.execute(
            """SELECT table_name, line, column_name, value, code, detail FROM (
                SELECT * EXCLUDE (cells) FROM quarantine UNION ALL BY NAME SELECT * EXCLUDE (suggestions) FROM questions
            ) WHERE dataset = ? ORDER BY ALL""",
            [given.datasets[-1].name],
        ).fetchall()
    return [dict(zip(ISSUE, row, strict=True)) for row in found]


@contextmanager
def both(tables: Tables, root: Path, fills: bool) -> Iterator[tuple[Path, Path]]:
    """The warehouse as it is and as it would be with these rows; the published file where it is today's."""
    with _aside() as place:
        given, day = inputs.read(root), _today()
        published = publish.warehouse_folder(root) / publish.file_name(version_of(given.hashes(), day))
        before = published if published.is_file() else _build(place, "before", given, day, "")
        after = _with_trial(given, place, tables, fills)
        content = json.dumps({name: list(rows) for name, rows in tables.items()}, sort_keys=True)
        yield before, _build(place, "after", after, day, content)


def _build(place: Path, name: str, given: Inputs, day: date, content: str) -> Path:
    files = [*given.hashes(), {"trial": hashlib.sha256(content.encode()).hexdigest()}]
    record = Record(f"trial-{version_of(files, day)}", day, datetime.now().astimezone().isoformat())
    file = place / f"{name}.duckdb"
    fill(file, given, record, loading.silent)
    return file


def _with_trial(given: Inputs, place: Path, tables: Tables, fills: bool) -> Inputs:
    """The inputs and these rows, written below `place`, as the batch that would come next."""
    batch = Batch(inbox.next_number(given.root), "form", "", "", "", fills=fills)
    inbox.write_tables(inbox.folder(place) / batch.id / inbox.TABLES, tables)
    return replace(given, datasets=[*given.datasets, *inbox.datasets(place, [batch])])


@contextmanager
def _aside() -> Iterator[Path]:
    place = Path(tempfile.mkdtemp(prefix="papan-trial-"))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _today() -> date:
    return datetime.now().astimezone().date()
