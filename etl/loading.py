"""Load the input tables into an empty DuckDB: read, type, check, and match agency names."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl import checking, inbox, names, staging
from etl.contract import contract
from etl.datasets import Dataset
from etl.inbox import Batch
from etl.inputs import Inputs

HERE = Path(__file__).parent
Progress = Callable[[str, str], None]
TOLD = ("dataset", "table_name", "value", "code", "detail", "place")
LISTS = ("agency_ids", "suggestions")  # columns that hold lists


def silent(step: str, detail: str) -> None:
    """Progress that nobody wants to see."""


def prepare(con: duckdb.DuckDBPyConnection, given: Inputs, as_of: date) -> None:
    """Create what every table needs: macros, the lists of issues, the day, the data sets and the batches."""
    for name in ("macros.sql", "issues.sql"):
        con.execute((HERE / name).read_text(encoding="utf-8"))
    con.execute("CREATE TABLE build_day AS SELECT ?::DATE AS as_of", [as_of])
    _note_datasets(con, given.datasets)
    for batch in given.batches:
        _note_batch(con, batch)


def _note_datasets(con: duckdb.DuckDBPyConnection, found: list[Dataset]) -> None:
    con.execute(
        "CREATE TABLE datasets (dataset VARCHAR, title VARCHAR, publisher VARCHAR, kind VARCHAR, language VARCHAR)"
    )
    for dataset in found:
        row = [dataset.name, dataset.title, dataset.publisher, dataset.kind, dataset.language]
        con.execute("INSERT INTO datasets VALUES (?, ?, ?, ?, ?)", row)
        for stranger in dataset.strangers():
            con.execute(
                "INSERT INTO questions VALUES (?, ?, 1, NULL, ?, 'unknown_table', NULL, [], NULL)",
                [dataset.name, stranger.stem, stranger.name],
            )


def _note_batch(con: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    taken_back = asdict(batch.withdrawn) if batch.withdrawn else {}
    row = [batch.id, batch.number, batch.kind, batch.what, batch.by, batch.at, batch.file, batch.sha256]
    row += [batch.government_id, batch.edition_id, *(taken_back.get(key) for key in ("by", "at", "why"))]
    con.execute(f"INSERT INTO batches VALUES ({', '.join('?' * len(row))})", row)


def note_held(con: duckdb.DuckDBPyConnection, given: Inputs) -> None:
    """List what the dry runs of the batches in use held back or asked, unless a later batch put it right."""
    resolved = {place for batch in given.in_use() for place in batch.resolves}
    held: list[tuple[Any, ...]] = []
    asked: list[tuple[Any, ...]] = []
    for batch in given.in_use():
        listed = inbox.issues(given.root, batch)
        held += [
            (*_told(batch, issue), json.dumps(issue["cells"], ensure_ascii=False))
            for issue in listed["quarantined"]
            if f"{batch.id} {issue['sheet']}!{issue['row']}" not in resolved
        ]
        asked += [
            (*_told(batch, issue), [offer["key"] for offer in issue["suggestions"]])
            for issue in listed["questions"]
            if not issue["code"].endswith("_agency")  # the build itself asks for agencies, until they are answered
        ]
    _add(con, "quarantine", (*TOLD, "cells"), held)
    _add(con, "questions", (*TOLD, "suggestions"), asked)
    # A question about a row that a later batch replaced was answered by it.
    con.execute("""
        DELETE FROM questions q WHERE q.line IS NULL AND EXISTS (
            FROM superseded s WHERE s.dataset = q.dataset AND s.place = regexp_replace(q.place, '![A-Z]+', '!'))""")


def _told(batch: Batch, issue: dict[str, Any]) -> tuple[Any, ...]:
    """The columns TOLD."""
    detail = json.dumps({"detail": issue["detail"], "params": issue["params"]}, ensure_ascii=False)
    place = issue["cell"] or f"{issue['sheet']}!{issue['row']}"
    return batch.id, issue.get("table") or "", issue["value"], issue["code"], detail, place


def load(
    con: duckdb.DuckDBPyConnection, found: list[Dataset], tables: dict[str, dict[str, int]], progress: Progress
) -> None:
    """Read, type and check every input table, in the contract's order; then match agency names.

    `tables` receives the rows read, loaded, quarantined and skipped of each table that was given."""
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
        tables[name] = counts = _counts(con, name, read)
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
    """A table of text columns, or of lists of texts, from Python rows."""
    con.register("given", _arrow(columns, rows))
    con.execute(f"CREATE TABLE {name} AS FROM given")
    con.unregister("given")


def _add(con: duckdb.DuckDBPyConnection, name: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    """Add Python rows to a table, all at once; its other columns stay empty."""
    con.register("given", _arrow(columns, rows))
    con.execute(f"INSERT INTO {name} BY NAME FROM given")
    con.unregister("given")


def _arrow(columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> pa.Table:
    types = [pa.list_(pa.string()) if column in LISTS else pa.string() for column in columns]
    cells = [pa.array([row[place] for row in rows], kind) for place, kind in enumerate(types)]
    return pa.table(dict(zip(columns, cells, strict=True)))
