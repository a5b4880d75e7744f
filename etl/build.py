"""The build: input folders in, one published warehouse out. Its tables are a pure function of files, code and day."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl import datasets, inputs, loading, publish
from etl.datasets import InputError
from etl.inputs import Inputs
from etl.loading import Progress

HERE = Path(__file__).parent
CODE_FILES = ("*.py", "*.sql", "*.toml", "*.csv", "model/*.sql", "checks/*.sql")


@dataclass
class Record:
    """What a build did; `as_json` is the document of `etl build --json`."""

    version: str
    as_of: date
    started: str
    published: bool = False
    seconds: float = 0.0
    tables: dict[str, dict[str, int]] = field(default_factory=dict)
    quarantined: list[dict[str, Any]] = field(default_factory=list)
    questions: list[dict[str, Any]] = field(default_factory=list)
    checks: list[dict[str, Any]] = field(default_factory=list)
    inputs: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        keys = ("tables", "quarantined", "questions", "checks", "seconds")
        head = {"version": self.version, "as_of": self.as_of.isoformat(), "published": self.published}
        return head | {key: getattr(self, key) for key in keys}


class FailedCheck(Exception):
    """An invariant of the warehouse does not hold: nothing was published. `checks` lists them all."""

    def __init__(self, checks: list[dict[str, Any]]) -> None:
        failed = [f"{check['id']}: {check['detail']}" for check in checks if not check["ok"]]
        super().__init__("; ".join(failed))
        self.failed = failed


def build(
    root: Path | None = None, as_of: date | None = None, progress: Progress = loading.silent, patience: float = 0
) -> Record:
    """Build and publish. Returns the record; raises InputError or FailedCheck with the last version still in use.

    `as_of` is the day that decides what is concluded, open or in force (default: today); `patience` the seconds to
    wait for another build."""
    root = root or datasets.data_root()
    datasets.require(root)
    folder = publish.warehouse_folder(root)
    day = as_of or datetime.now().astimezone().date()
    with publish.one_builder(folder, patience):
        publish.clear_unfinished(folder)
        given = inputs.read(root)
        files = given.hashes()
        version = version_of(files, day)
        record = Record(version, day, datetime.now(UTC).isoformat(timespec="seconds"), inputs=files)
        file = folder / f"building-{version}.duckdb"
        try:
            with publish.writable(folder):
                fill(file, given, record, progress)
                publish.publish(folder, file, version)
        except (duckdb.IOException, duckdb.FatalException) as error:
            raise InputError("cannot_write", path=str(folder), why=str(error).splitlines()[0]) from error
        finally:
            publish.clear_unfinished(folder)
        record.published = True
    progress("published", version)
    return record


def fill(file: Path, given: Inputs, record: Record, progress: Progress) -> None:
    """Write a whole warehouse into `file` and verify it; completes the record. Raises FailedCheck."""
    begun = time.perf_counter()
    with duckdb.connect(str(file)) as con:
        con.execute("SET preserve_insertion_order = true")
        con.execute(
            "SET checkpoint_threshold = '16GB'"
        )  # one write at the end; a build that dies leaves nothing to recover
        loading.prepare(con, given, record.as_of)
        loading.load(con, given.datasets, record.tables, progress)
        derive(con, progress)
        loading.note_held(con, given)
        progress("checks", "")
        record.checks = verify(con)
        _summarise(con, record)
        record.seconds = round(time.perf_counter() - begun, 2)
        _write_record(con, record)
        con.execute("CHECKPOINT")  # closing would write it too, but without a word where that fails (full disk)


def version_of(files: list[dict[str, str]], day: date) -> str:
    """The version that these input files give on that day with this code."""
    text = json.dumps([files, day.isoformat(), code_version()])
    return f"{day:%Y%m%d}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def code_version() -> str:
    """A digest of the builder's own files and of DuckDB's version: other code may give other figures."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in sorted(path for pattern in CODE_FILES for path in HERE.glob(pattern)):
        digest.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def derive(con: duckdb.DuckDBPyConnection, progress: Progress) -> None:
    """Run model/*.sql in order: entries, coverage, flow, totals, counts, the board."""
    for path in sorted((HERE / "model").glob("*.sql")):
        progress("derive", path.stem)
        con.execute(path.read_text(encoding="utf-8"))


def verify(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Run checks/*.sql: each is a query for offending rows. Raises FailedCheck where one finds any."""
    results = []
    for path in sorted((HERE / "checks").glob("*.sql")):
        offending = con.execute(path.read_text(encoding="utf-8")).fetchall()
        detail = "" if not offending else f"{len(offending)} rows, first: {offending[0]}"
        results.append({"id": path.stem, "ok": not offending, "detail": detail})
    if not all(result["ok"] for result in results):
        raise FailedCheck(results)
    return results


def _summarise(con: duckdb.DuckDBPyConnection, record: Record) -> None:
    place = ("dataset", "table", "line", "place", "column", "value", "code", "detail")
    quarantined = con.execute(
        "SELECT dataset, table_name, line, place, column_name, value, code, detail FROM quarantine ORDER BY ALL"
    ).fetchall()
    record.quarantined = [dict(zip(place, row, strict=True)) for row in quarantined]
    questions = con.execute(
        """SELECT dataset, table_name, line, place, column_name, value, code, detail, suggestions FROM questions
        ORDER BY ALL"""
    ).fetchall()
    record.questions = [dict(zip((*place, "suggestions"), row, strict=True)) for row in questions]


def _write_record(con: duckdb.DuckDBPyConnection, record: Record) -> None:
    content = record.as_json() | {
        "published": True,
        "started": record.started,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "code_version": code_version(),
        "inputs": record.inputs,
    }
    con.execute(
        "CREATE TABLE build_record AS SELECT ? AS version, ?::JSON AS record", [record.version, json.dumps(content)]
    )
