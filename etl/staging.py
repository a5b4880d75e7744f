"""Read table files as text into DuckDB: one `raw_<table>` per input table, each row with its data set and line.

Files of the size people have are read record by record with the csv module, which knows the line a record stands on
and repairs or sets aside what is malformed. Files above FAST_BYTES are read by DuckDB itself; if it rejects anything,
the careful way is taken after all."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.contract import Table
from etl.datasets import PLACE, Dataset, InputError, readable

FAST_BYTES = 8 * 1024 * 1024
FIRST_ENCODING = "utf-8-sig"
SECOND_ENCODING = "cp1252"
DELIMITERS = ",;\t"
# What may stand around a cell besides a space: tab, line break, no-break space, zero-width space, byte order mark.
BLANKS = " \t\r\n\u00a0\u200b\ufeff"
ODD_BLANKS = (b"\t", b"\xc2\xa0", b"\xe2\x80\x8b", b"\xef\xbb\xbf")
SHOWN = 500


@dataclass
class Reading:
    """What one file gave: its header and the header's line (0: none), rows (line, cells) under it, the number of blank
    lines, and rows that are malformed. Cells are stripped of blanks around them."""

    header: list[str] = field(default_factory=list)
    header_line: int = 0
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    blank: int = 0
    malformed: list[tuple[int, list[str]]] = field(default_factory=list)


def quoted(name: str) -> str:
    """A column or table name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def stage(con: duckdb.DuckDBPyConnection, table: Table, files: list[tuple[Dataset, Path]]) -> None:
    """Fill raw_<table> from the files, note blank lines in `skipped`, malformed rows and unknown headings as issues.

    Raises InputError where a file cannot be read, lacks key columns or holds a column twice."""
    columns = ", ".join(f"{quoted(name)} VARCHAR" for name in table.names)
    con.execute(
        f"CREATE TABLE raw_{table.name} (_dataset VARCHAR, _rank INTEGER, _fills BOOLEAN, _line BIGINT, "
        f"{quoted(PLACE)} VARCHAR, {columns})"
    )
    for dataset, path in files:
        with readable(path):
            if path.stat().st_size <= FAST_BYTES or not _fast(con, table, dataset, path):
                _careful(con, table, dataset, path)


def _decode(data: bytes) -> str:
    try:
        return data.decode(FIRST_ENCODING)
    except UnicodeDecodeError:
        return data.decode(SECOND_ENCODING, errors="replace")


def _require_keys(table: Table, path: Path, header: list[str]) -> None:
    missing = [name for name in table.key if name not in header]
    if missing:
        raise InputError("no_key_column", table=table.name, path=str(path), columns=", ".join(missing))
    twice = [name for name in table.names if header.count(name) > 1]
    if twice:
        raise InputError("column_twice", table=table.name, path=str(path), columns=", ".join(twice))


def _note_unknown(
    con: duckdb.DuckDBPyConnection, table: Table, dataset: Dataset, line: int, columns: list[str]
) -> None:
    for name in columns:
        con.execute(
            "INSERT INTO questions VALUES (?, ?, ?, ?, ?, 'unmapped_column', NULL, [], NULL)",
            [dataset.name, table.name, line, name, name],
        )


def _unknown(table: Table, reading: Reading) -> list[str]:
    """Headings that are no column of the table; one without a heading only where something stands below it."""
    names = [(place, name) for place, name in enumerate(reading.header) if not (table.has(name) or name == PLACE)]
    return [
        name or f"column_{place + 1}" for place, name in names if name or any(cells[place] for _, cells in reading.rows)
    ]


def _fast(con: duckdb.DuckDBPyConnection, table: Table, dataset: Dataset, path: Path) -> bool:
    """Let DuckDB read the file. False, with nothing kept, where it met anything that is not plain."""
    with path.open("rb") as file:
        reading = _records(_decode(file.readline()).splitlines(keepends=True))
    header = reading.header
    if not header:  # it begins further down, or runs over several lines
        return False
    _require_keys(table, path, header)
    known = [name for name in header if table.has(name) or name == PLACE]
    spec = ", ".join(f"{_literal(name)}: 'VARCHAR'" for name in header)
    source = (
        f"read_csv({_literal(str(path))}, delim=',', quote='\"', escape='\"', header=true, auto_detect=false, "
        f"columns={{{spec}}}, nullstr='')"
    )
    names = ", ".join(quoted(name) for name in known)
    lines, plain = _survey(path)
    cells = names if plain else ", ".join(f"trim({quoted(name)}, {_literal(BLANKS)})" for name in known)
    try:
        con.execute(
            f"INSERT INTO raw_{table.name} (_dataset, _rank, _fills, _line, {names}) "
            f"SELECT {_origin(dataset)}, row_number() OVER () + 1, {cells} FROM {source}"
        )
    except duckdb.Error:
        return False
    read = con.execute(f"SELECT count(*) FROM raw_{table.name} WHERE _dataset = ?", [dataset.name]).fetchone()
    if read != (lines - 1,):  # a blank line, or a cell of several lines: the row numbers are not the lines
        con.execute(f"DELETE FROM raw_{table.name} WHERE _dataset = ?", [dataset.name])
        return False
    _note_unknown(con, table, dataset, 1, _unknown(table, reading))
    return True


def _survey(path: Path) -> tuple[int, bool]:
    """The number of lines of a file, and whether blanks in it are only spaces."""
    lines, plain, last = 0, True, b""
    with path.open("rb") as file:
        while chunk := file.read(1 << 24):
            lines += chunk.count(b"\n")
            plain = plain and not any(blank in chunk for blank in ODD_BLANKS)
            last = chunk
    return lines + (not last.endswith(b"\n")), plain


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _careful(con: duckdb.DuckDBPyConnection, table: Table, dataset: Dataset, path: Path) -> None:
    reading = read_records(path)
    _require_keys(table, path, reading.header)
    _note_unknown(con, table, dataset, reading.header_line, _unknown(table, reading))
    if reading.blank:
        con.execute("INSERT INTO skipped VALUES (?, ?, 'blank', ?)", [dataset.name, table.name, reading.blank])
    _set_aside(con, table, dataset, reading.malformed)
    places = {name: place for place, name in enumerate(reading.header) if table.has(name) or name == PLACE}
    arrays = {"_line": pa.array([line for line, _ in reading.rows], pa.int64())}
    for name, place in places.items():
        arrays[name] = pa.array([cells[place] or None for _, cells in reading.rows], pa.string())
    names = ", ".join(quoted(name) for name in arrays)
    con.register("staged", pa.table(arrays))
    con.execute(
        f"INSERT INTO raw_{table.name} (_dataset, _rank, _fills, {names}) "
        f"SELECT {_origin(dataset)}, {names} FROM staged"
    )
    con.unregister("staged")


def _origin(dataset: Dataset) -> str:
    return f"{_literal(dataset.name)}, {dataset.rank}, {dataset.fills}"


def _set_aside(
    con: duckdb.DuckDBPyConnection, table: Table, dataset: Dataset, rows: list[tuple[int, list[str]]]
) -> None:
    """Quarantine rows that do not fit their header, their cells named by place: column_1, column_2, …"""
    named = [{f"column_{number}": cell for number, cell in enumerate(cells, 1)} for _, cells in rows]
    given = {
        "line": pa.array([line for line, _ in rows], pa.int64()),
        "value": pa.array([",".join(cells)[:SHOWN] for _, cells in rows], pa.string()),
        "cells": pa.array([json.dumps(cells, ensure_ascii=False) for cells in named], pa.string()),
    }
    con.register("aside", pa.table(given))
    con.execute(
        "INSERT INTO quarantine SELECT ?, ?, line, NULL, value, 'bad_value', 'malformed', cells::JSON, NULL FROM aside",
        [dataset.name, table.name],
    )
    con.unregister("aside")


def read_records(path: Path) -> Reading:
    """Read a CSV file record by record; cells may be parted by comma, semicolon or tab. Short rows are padded with
    blanks; rows longer than the header, and lines with a stray or never closed quote, are malformed and kept apart with
    their text. Never raises on content."""
    return _records(io.StringIO(_decode(path.read_bytes()), newline="").readlines())


def _records(lines: list[str]) -> Reading:
    reading = Reading()
    first = next((line for line in lines if line.strip(BLANKS)), "")
    delimiter = max(DELIMITERS, key=first.count)
    start = 0
    while start < len(lines):
        start = _read_on(reading, lines, start, delimiter)
    return reading


def _read_on(reading: Reading, lines: list[str], start: int, delimiter: str) -> int:
    """Read records from line index `start`; return the index to go on from after a malformed line, or the end."""
    records = csv.reader((lines[place] for place in range(start, len(lines))), delimiter=delimiter, strict=True)
    while True:
        line = start + records.line_num
        try:
            cells = next(records)
        except StopIteration:
            return len(lines)
        except csv.Error:
            reading.malformed.append((line + 1, [lines[line].rstrip("\r\n")]))
            return line + 1
        _sort_in(reading, line + 1, [cell.strip(BLANKS) for cell in cells])


def _sort_in(reading: Reading, line: int, cells: list[str]) -> None:
    width = len(reading.header)
    if not any(cells):
        reading.blank += 1
    elif not width:
        reading.header, reading.header_line = cells, line
    elif any(cells[width:]):
        reading.malformed.append((line, cells))
    else:
        reading.rows.append((line, (cells + [""] * width)[:width]))
