"""The figures that must come out of the real history, as rows of `figures.toml`, and how one is checked.

A figure names a metric (or a listing), the scope to ask for, the cells that select rows (`where`; "" is a blank cell,
a list is any of its values) and what is expected of them:

- `rows`: how many rows there are (1 where nothing else is said),
- `expect`: cells of every selected row ("null" is a blank cell),
- `percent`: cells as percentages, to the decimals written,
- `counts`: column -> value -> number of rows,
- `total`: column -> sum, `distinct`: column -> number of different values (capitals make no difference).
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Cells = dict[str, Any]
PATH = Path(__file__).parent / "figures.toml"


@dataclass(frozen=True)
class Figure:
    """One figure. `metric` is blank where a `listing` is asked."""

    id: str
    says: str
    metric: str = ""
    listing: str = ""
    scope: Cells = field(default_factory=dict)
    where: Cells = field(default_factory=dict)
    rows: int | None = None
    expect: Cells = field(default_factory=dict)
    percent: dict[str, float] = field(default_factory=dict)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    total: dict[str, float] = field(default_factory=dict)
    distinct: dict[str, int] = field(default_factory=dict)


def load() -> list[Figure]:
    """All figures; an unknown key is an error, and so is an id that stands twice."""
    figures = [Figure(**table) for table in tomllib.loads(PATH.read_text(encoding="utf-8"))["figure"]]
    twice = [name for name, number in Counter(figure.id for figure in figures).items() if number > 1]
    if twice:
        raise ValueError(f"figures.toml has more than one {', '.join(twice)}")
    return figures


def select(rows: Iterable[Row], where: Cells) -> list[Row]:
    """The rows whose cells are as `where` says."""
    return [row for row in rows if all(is_one_of(row, column, wanted) for column, wanted in where.items())]


def is_one_of(row: Row, column: str, wanted: Any) -> bool:
    """True if the cell equals the wanted value, or one of them."""
    if column not in row:
        raise KeyError(f"no column {column!r} among {sorted(row)}")
    values = wanted if isinstance(wanted, list) else [wanted]
    return any(is_equal(row[column], value) for value in values)


def is_equal(actual: Any, wanted: Any) -> bool:
    """Equal, where "" and "null" stand for a blank cell."""
    if wanted in ("", "null"):
        return actual is None or actual == ""
    if isinstance(wanted, float) and isinstance(actual, int | float):
        return abs(actual - wanted) < 1e-9
    return bool(actual == wanted)


def complaints(figure: Figure, rows: Iterable[Row]) -> list[str]:
    """What is wrong with the rows, in words; empty if the figure comes out."""
    found = select(rows, figure.where)
    wanted = figure.rows
    if wanted is None and not (figure.counts or figure.total or figure.distinct):
        wanted = 1
    wrong = [f"{len(found)} rows, expected {wanted}"] if wanted is not None and len(found) != wanted else []
    for row in found:
        wrong += [
            f"{column} is {row.get(column)!r}, expected {value!r}"
            for column, value in figure.expect.items()
            if not is_one_of(row, column, value)
        ]
        wrong += [
            f"{column} is {row[column]!r}, expected {value} %"
            for column, value in figure.percent.items()
            if not is_percentage(row[column], value)
        ]
    return wrong + about_all(figure, found)


def is_percentage(actual: float | None, wanted: float) -> bool:
    """True if the fraction rounds to the percentage, to one decimal."""
    return actual is not None and round(actual * 100, 1) == wanted


def about_all(figure: Figure, found: list[Row]) -> list[str]:
    """What is wrong with counts, sums and different values of the selected rows."""
    wrong = []
    for column, numbers in figure.counts.items():
        actual = Counter(row[column] for row in found)
        if any(actual[value] != number for value, number in numbers.items()):
            wrong.append(f"{column} counts {dict(actual)}, expected {numbers}")
    for column, number in figure.total.items():
        if sum(row[column] or 0 for row in found) != number:
            wrong.append(f"{column} adds up to {sum(row[column] or 0 for row in found)}, expected {number}")
    for column, number in figure.distinct.items():
        values = {str(row[column]).casefold() for row in found if row[column] is not None}
        if len(values) != number:
            wrong.append(f"{column} has {len(values)} different values, expected {number}")
    return wrong
