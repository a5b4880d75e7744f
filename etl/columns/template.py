"""The columns of the input tables under the names of the contract and under the headings of the templates."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from etl import contract
from etl.columns.plain import normalise

TEMPLATE_FILE = Path(__file__).with_name("template_headings.csv")


@cache
def _by_heading() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows():
        for heading in {row["heading"], row["column"], _english(row["column"])}:
            found[normalise(heading)].append((row["table"], row["column"]))
    return {heading: tuple(dict.fromkeys(columns)) for heading, columns in found.items()}


def _english(column: str) -> str:
    """The heading of a column in the English templates."""
    return f"{column[:-3]} code" if column.endswith("_id") else column


@cache
def rows() -> tuple[Mapping[str, str], ...]:
    """template_headings.csv: table, column, heading and explanation (Indonesian) of every column of the contract."""
    with TEMPLATE_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def columns_of(plain: str) -> tuple[tuple[str, str], ...]:
    """The (table, column) pairs that a normalised heading names, in Indonesian or as in the contract."""
    return _by_heading().get(plain, ())


def column_of(plain: str, table: str) -> str | None:
    """The column of one input table that a normalised heading names."""
    return next((column for own, column in columns_of(plain) if own == table), None)


def tables_of(texts: Iterable[str]) -> list[str]:
    """The input tables whose tidy form a row of headings is: every heading is a column of the table, and the cells that
    identify its rows are there (or, in a table without a key, those it cannot do without)."""
    plain = [normalise(text) for text in texts if text.strip()]
    fitting = []
    for table in contract.contract().tables.values():
        columns = [column_of(heading, table.name) for heading in plain]
        needed = set(table.key) or {column.name for column in table.columns if column.vital}
        if plain and None not in columns and needed <= set(columns):
            fitting.append(table.name)
    return fitting
