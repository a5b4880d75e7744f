"""Read table files as text into DuckDB: one `raw_<table>` per input table, each row with its data set and line.

Files of the size people have are read record by record with the csv module, which knows the line a record stands on
and repairs or sets aside what is malformed. Files above FAST_BYTES are read by DuckDB itself; if it rejects anything,
the careful way is taken after all."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.contract import Table
from etl.datasets import Dataset, InputError

FAST_BYTES = 32 * 1024 * 1024
FIRST_ENCODING = "utf-8-sig"
SECOND_ENCODING = "cp1252"


@dataclass
class Reading:
    """What one file gave: rows (line, cells) under its header, blank lines, and rows that are malformed."""

    header: list[str]
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    blank: int = 0
    malformed: list[tuple[int, list[str]]] = field(default_factory=list)


def quoted(name: str) -> str:
    """A column or table name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def stage(con: duckdb.DuckDBPyConnection, table: Table, files: list[tuple[Dataset, Path]]) -> None:
    """Fill raw_<table> from the files, note blank lines in `skipped`, malformed rows and unknown headings as issues."""
    columns = ", ".join(f"{quoted(name)} VARCHAR" for name in table.names)
    con.execute(f"CREATE TABLE raw_{table.name} (_dataset VARCHAR, _rank INTEGER, _line BIGINT, {columns})")
    for dataset, path in files:
        header = _header(path)
        _require_keys(table, path, header)
        _note_unknown(con, table, dataset, header)
        if path.stat().st_size <= FAST_BYTES or not _fast(con, table, dataset, path, header):
            _careful(con, table, dataset, path)


def _header(path: Path) -> list[str]:
    with path.open("rb") as file:
        first = next((line for line in file if line.strip(b"\xef\xbb\xbf \t\r\n")), b"")
    rows = list(csv.reader(io.StringIO(_decode(first))))
    return [name.strip() for name in rows[0]] if rows else []


def _decode(data: bytes) -> str:
    try:
        return data.decode(FIRST_ENCODING)
    except UnicodeDecodeError:
        return data.decode(SECOND_ENCODING, errors="replace")


def _require_keys(table: Table, path: Path, header: list[str]) -> None:
    missing = [name for name in table.key if name not in header]
    if missing:
        raise InputError("no_key_column", table=table.name, path=str(path), columns=", ".join(missing))
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise InputError("column_twice", table=table.name, path=str(path), columns=", ".join(twice))


def _note_unknown(con: duckdb.DuckDBPyConnection, table: Table, dataset: Dataset, header: list[str]) -> None:
    for name in header:
        if not table.has(name):
            con.execute(
                "INSERT INTO questions VALUES (?, ?, 1, ?, ?, 'unmapped_column', NULL, [])",
                [dataset.name, table.name, name, name],
            )


def _fast(con: duckdb.DuckDBPyConnection, table: Table, dataset: Dataset, path: Path, header: list[str]) -> bool:
    """Let DuckDB read the file. False, with nothing kept, where it met anything that is not plain."""
    known = [name for name in header if table.has(name)]
    spec = ", ".join(f"{_literal(name)}: 'VARCHAR'" for name in header)
    source = (
        f"read_csv({_literal(str(path))}, delim=',', quote='\"', escape='\"', header=true, auto_detect=false, "
        f"columns={{{spec}}}, nullstr='')"
    )
    names = ", ".join(quoted(name) for name in known)
    try:
        con.execute(
            f"INSERT INTO raw_{table.name} (_dataset, _rank, _line, {names}) "
            f"SELECT {_literal(dataset.name)}, {dataset.rank}, row_number() OVER () + 1, {names} FROM {source}"
        )
    except duckdb.Error:
        return False
    return True


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _careful(con: duckdb.DuckDBPyConnection, table: Table, dataset: Dataset, path: Path) -> None:
    reading = read_records(path)
    if reading.blank:
        con.execute("INSERT INTO skipped VALUES (?, ?, 'blank', ?)", [dataset.name, table.name, reading.blank])
    for line, cells in reading.malformed:
        con.execute(
            "INSERT INTO quarantine VALUES (?, ?, ?, NULL, ?, 'bad_value', 'malformed', ?)",
            [dataset.name, table.name, line, ",".join(cells)[:500], _numbered(cells)],
        )
    places = {name: place for place, name in enumerate(reading.header) if table.has(name)}
    arrays = {"_line": pa.array([line for line, _ in reading.rows], pa.int64())}
    for name, place in places.items():
        arrays[name] = pa.array([cells[place] or None for _, cells in reading.rows], pa.string())
    staged = pa.table(arrays)
    names = ", ".join(quoted(name) for name in places)
    con.register("staged", staged)
    con.execute(
        f"INSERT INTO raw_{table.name} (_dataset, _rank, _line, {names}) "
        f"SELECT {_literal(dataset.name)}, {dataset.rank}, _line, {names} FROM staged"
    )
    con.unregister("staged")


def _numbered(cells: list[str]) -> dict[str, str]:
    """Cells of a row that does not fit its header, named by their place: column_1, column_2, …"""
    return {f"column_{number}": cell for number, cell in enumerate(cells, 1)}


def read_records(path: Path) -> Reading:
    """Read a CSV file record by record. Short rows are padded with blanks; rows longer than the header, and lines with
    a stray or never closed quote, are malformed and kept apart with their text. Never raises on content."""
    lines = io.StringIO(_decode(path.read_bytes()), newline="").readlines()
    reading = Reading(header=[])
    start = 0
    while start < len(lines):
        start = _read_on(reading, lines, start)
    return reading


def _read_on(reading: Reading, lines: list[str], start: int) -> int:
    """Read records from line index `start`; return the index to go on from after a malformed line, or the end."""
    records = csv.reader(lines[start:], strict=True)
    while True:
        line = start + records.line_num
        try:
            cells = next(records)
        except StopIteration:
            return len(lines)
        except csv.Error:
            reading.malformed.append((line + 1, [lines[line].rstrip("\r\n")]))
            return line + 1
        _sort_in(reading, line + 1, cells)


def _sort_in(reading: Reading, line: int, cells: list[str]) -> None:
    width = len(reading.header)
    if not width:
        reading.header = [name.strip() for name in cells]
    elif not any(cell.strip() for cell in cells):
        reading.blank += 1
    elif len(cells) > width and any(cell.strip() for cell in cells[width:]):
        reading.malformed.append((line, cells))
    else:
        reading.rows.append((line, (cells + [""] * width)[:width]))
