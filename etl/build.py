"""The build: input folders in, one published warehouse out. Its tables are a pure function of files, code and day."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl import checking, datasets, names, publish, staging
from etl.contract import contract
from etl.datasets import Dataset, InputError

HERE = Path(__file__).parent
CODE_FILES = ("*.py", "*.sql", "*.toml", "*.csv", "model/*.sql", "checks/*.sql")
Progress = Callable[[str, str], None]


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
    root: Path | None = None, as_of: date | None = None, progress: Progress = lambda step, detail: None
) -> Record:
    """Build and publish. Returns the record; raises InputError or FailedCheck with the last version still in use.

    `as_of` is the day that decides what is concluded, open or in force (default: today)."""
    root = root or datasets.data_root()
    folder = publish.warehouse_folder(root)
    found = datasets.find(root)
    day = as_of or datetime.now().astimezone().date()
    with publish.one_builder(folder):
        publish.clear_unfinished(folder)
        inputs = _inputs(found)
        version = _version(inputs, day)
        record = Record(version, day, datetime.now(UTC).isoformat(timespec="seconds"), inputs=inputs)
        file = folder / f"building-{version}.duckdb"
        try:
            with publish.writable(folder):
                _fill(file, found, record, progress)
                publish.publish(folder, file, version)
        except (duckdb.IOException, duckdb.FatalException) as error:
            raise InputError("cannot_write", path=str(folder), why=str(error).splitlines()[0]) from error
        finally:
            publish.clear_unfinished(folder)
        record.published = True
    progress("published", version)
    return record


def _fill(file: Path, found: list[Dataset], record: Record, progress: Progress) -> None:
    begun = time.perf_counter()
    with duckdb.connect(str(file)) as con:
        con.execute("SET preserve_insertion_order = true")
        con.execute(
            "SET checkpoint_threshold = '16GB'"
        )  # one write at the end; a build that dies leaves nothing to recover
        con.execute((HERE / "macros.sql").read_text(encoding="utf-8"))
        con.execute((HERE / "issues.sql").read_text(encoding="utf-8"))
        con.execute("CREATE TABLE build_day AS SELECT ?::DATE AS as_of", [record.as_of])
        _note_datasets(con, found)
        load(con, found, record, progress)
        derive(con, progress)
        progress("checks", "")
        record.checks = verify(con)
        _summarise(con, record)
        record.seconds = round(time.perf_counter() - begun, 2)
        _write_record(con, record)
        con.execute("CHECKPOINT")  # closing would write it too, but without a word where that fails (full disk)


def _inputs(found: list[Dataset]) -> list[dict[str, str]]:
    return [
        {"dataset": dataset.name, "file": path.name, "sha256": _sha256(path)}
        for dataset in found
        for path in sorted([*dataset.files().values(), *dataset.strangers(), *dataset.folder.glob(datasets.CARD)])
    ]


def _sha256(path: Path) -> str:
    with datasets.readable(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _version(inputs: list[dict[str, str]], day: date) -> str:
    text = json.dumps([inputs, day.isoformat(), code_version()])
    return f"{day:%Y%m%d}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def code_version() -> str:
    """A digest of the builder's own files and of DuckDB's version: other code may give other figures."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in sorted(path for pattern in CODE_FILES for path in HERE.glob(pattern)):
        digest.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def _note_datasets(con: duckdb.DuckDBPyConnection, found: list[Dataset]) -> None:
    con.execute(
        "CREATE TABLE datasets (dataset VARCHAR, title VARCHAR, publisher VARCHAR, kind VARCHAR, language VARCHAR)"
    )
    for dataset in found:
        row = [dataset.name, dataset.title, dataset.publisher, dataset.kind, dataset.language]
        con.execute("INSERT INTO datasets VALUES (?, ?, ?, ?, ?)", row)
        for stranger in dataset.strangers():
            con.execute(
                "INSERT INTO questions VALUES (?, ?, 1, NULL, ?, 'unknown_table', NULL, [])",
                [dataset.name, stranger.stem, stranger.name],
            )


def load(con: duckdb.DuckDBPyConnection, found: list[Dataset], record: Record, progress: Progress) -> None:
    """Read, type and check every input table, in the contract's order; then match agency names."""
    rules = contract()
    files = {name: [(d, d.files()[name]) for d in found if name in d.files()] for name in rules.tables}
    present = {name for name, given in files.items() if given}
    for name, table in rules.tables.items():
        con.execute(f"CREATE TABLE keys_{name} (key VARCHAR)")
        if name not in present:
            checking.create_empty(con, table)
            continue
        progress("table", name)
        staging.stage(con, table, files[name])
        read = _read_so_far(con, name)
        checking.check(con, table, rules, present)
        record.tables[name] = counts = _counts(con, name, read)
        con.execute("INSERT INTO table_counts VALUES (?, ?, ?, ?, ?)", [name, *counts.values()])
    for name in rules.tables:
        con.execute(f"DROP TABLE keys_{name}")
    _match_names(con, progress)


def _read_so_far(con: duckdb.DuckDBPyConnection, name: str) -> int:
    """Rows read of a table: those staged, and those set aside before (malformed and blank lines)."""
    return _one(
        con,
        f"""
        SELECT (SELECT count(*) FROM raw_{name}) + (SELECT count(*) FROM quarantine WHERE table_name = '{name}')
            + (SELECT coalesce(sum(row_count), 0)::BIGINT FROM skipped WHERE table_name = '{name}')""",
    )


def _counts(con: duckdb.DuckDBPyConnection, name: str, read: int) -> dict[str, int]:
    return {
        "read": read,
        "loaded": _one(con, f"SELECT count(*) FROM {name}"),
        "quarantined": _one(con, f"SELECT count(*) FROM quarantine WHERE table_name = '{name}'"),
        "skipped": _one(con, f"SELECT coalesce(sum(row_count), 0)::BIGINT FROM skipped WHERE table_name = '{name}'"),
    }


def _one(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = con.execute(sql).fetchone()
    assert row is not None
    return int(row[0])


def _match_names(con: duckdb.DuckDBPyConnection, progress: Progress) -> None:
    progress("names", "")
    governments = dict(con.execute("SELECT government_id, name FROM governments").fetchall())
    agencies = [
        (row[0], names.Agency(row[1], row[2], row[3], tuple(row[4] or ()), row[5]))
        for row in con.execute("""
            SELECT a.government_id, a.agency_id, a.name, a.short_name,
                list_concat(coalesce(a.aliases, []), coalesce((SELECT list(k.alias ORDER BY k.alias) FROM aliases k
                    WHERE k.agency_id = a.agency_id), [])), a.parent_id
            FROM agencies a ORDER BY a.agency_id""").fetchall()
    ]
    written = con.execute("""
        SELECT DISTINCT government_id, agency FROM submissions
        WHERE agency IS NOT NULL AND government_id IS NOT NULL ORDER BY ALL""").fetchall()
    matches = names.resolve_all(governments, agencies, written)
    found = [
        (government_id, name, agency_id, m.step) for government_id, name, m in matches for agency_id in m.agency_ids
    ]
    close = [(government_id, name, list(m.suggestions)) for government_id, name, m in matches if m.suggestions]
    _table(con, "agency_matches", ("government_id", "written", "agency_id", "step"), found)
    _table(con, "agency_suggestions", ("government_id", "written", "agency_ids"), close)


def _table(con: duckdb.DuckDBPyConnection, name: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    """A table of text columns (the last one of lists where the name says `_ids`) from Python rows."""
    types = [pa.list_(pa.string()) if column.endswith("_ids") else pa.string() for column in columns]
    cells = [pa.array([row[place] for row in rows], kind) for place, kind in enumerate(types)]
    con.register("given", pa.table(dict(zip(columns, cells, strict=True))))
    con.execute(f"CREATE TABLE {name} AS FROM given")
    con.unregister("given")


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
    place = ("dataset", "table", "line", "column", "value", "code", "detail")
    quarantined = con.execute(
        "SELECT dataset, table_name, line, column_name, value, code, detail FROM quarantine ORDER BY ALL"
    ).fetchall()
    record.quarantined = [dict(zip(place, row, strict=True)) for row in quarantined]
    questions = con.execute(
        "SELECT dataset, table_name, line, column_name, value, code, detail, suggestions FROM questions ORDER BY ALL"
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
