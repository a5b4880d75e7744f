"""The input tables as lists of dictionaries, read from folders of CSV files."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]

WHOLE_NUMBERS = {
    "editions": ("year",),
    "stages": ("stage_order", "quota"),
    "stage_results": ("rank",),
    "reported_counts": ("value",),
    "coverage": ("year",),
    "targets": ("year",),
    "policies": ("year", "minimum_per_agency"),
    "exemptions": ("year",),
    "awards": ("prize_idr",),
    "government_results": ("rank",),
}
DECIMALS = {"stage_results": ("score",), "targets": ("value",), "government_results": ("score",)}
YES_OR_NO = {"reported_counts": ("preferred",), "policies": ("roll_up",)}
LISTS = {
    "agencies": ("succeeded_by", "aliases"),
    "policies": ("kinds_counted", "competitions_counted"),
}


class Tables:
    """All input rows by table. A blank cell is None, a list is a Python list (empty where blank)."""

    def __init__(self, rows: dict[str, list[Row]]) -> None:
        self._rows = rows
        self._by: dict[tuple[str, str], dict[Any, list[Row]]] = {}
        self.memory: dict[Any, Any] = {}

    def all(self, table: str) -> list[Row]:
        """Every row of a table; a table that is not there has none."""
        return self._rows.get(table, [])

    def where(self, table: str, column: str, value: Any) -> list[Row]:
        """The rows of a table with that value in that column, in the order of the file."""
        if (table, column) not in self._by:
            index: dict[Any, list[Row]] = defaultdict(list)
            for row in self.all(table):
                index[row.get(column)].append(row)
            self._by[table, column] = index
        return self._by[table, column].get(value, [])

    def one(self, table: str, column: str, value: Any) -> Row:
        """The only row with that value; KeyError if there is none."""
        rows = self.where(table, column, value)
        if not rows:
            raise KeyError(f"{table} has no row with {column} = {value!r}")
        return rows[0]


def read(folders: Iterable[Path]) -> Tables:
    """Read the CSV files of one or more data set folders; tables of the same name are put together."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for folder in folders:
        for path in sorted(folder.glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows[path.stem].extend(typed(path.stem, raw) for raw in csv.DictReader(file))
    return Tables(dict(rows))


def typed(table: str, raw: dict[str, str]) -> Row:
    """One row with its cells as Python values."""
    row: Row = {column: (text.strip() or None) for column, text in raw.items()}
    for column in WHOLE_NUMBERS.get(table, ()):
        row[column] = int(row[column]) if row.get(column) is not None else None
    for column in DECIMALS.get(table, ()):
        row[column] = float(row[column]) if row.get(column) is not None else None
    for column in YES_OR_NO.get(table, ()):
        row[column] = row[column].lower() == "true" if row.get(column) is not None else None
    for column in LISTS.get(table, ()):
        row[column] = [part.strip() for part in (row.get(column) or "").split("|") if part.strip()]
    if table == "competitions":
        row["type"] = row.get("type") or "contest"
    return row
