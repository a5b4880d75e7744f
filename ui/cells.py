"""Cells of frames: what is missing, as a number, as a column that keeps its values, and rows as mappings."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd


def known(value: object) -> bool:
    """False for None, NaN and pandas' NA and NaT."""
    return value is not None and value is not pd.NA and value == value


def number(value: object) -> float | None:
    """A cell as a number, or None where it is missing."""
    return float(str(value)) if known(value) else None


def numbers(values: Iterable[object]) -> list[float | None]:
    """A column's cells as `number`."""
    return [number(value) for value in values]


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as dictionaries by column name."""
    return [{str(key): value for key, value in row.items()} for row in rows.to_dict("records")]


def objects(values: Sequence[object], rows: pd.DataFrame) -> pd.Series:
    """Values as a column of `rows` that keeps them as they are (markup, lists, None)."""
    return pd.Series(list(values), index=rows.index, dtype=object)


def assigned(rows: pd.DataFrame, **columns: Sequence[object]) -> pd.DataFrame:
    """`rows` with more columns that keep their values as they are."""
    return rows.assign(**{name: objects(values, rows) for name, values in columns.items()})


def where(rows: pd.DataFrame, flags: Sequence[bool]) -> pd.DataFrame:
    """The rows whose flag is set; no rows stay a frame with its columns."""
    return rows[pd.Series(list(flags), index=rows.index, dtype=bool)]


def source_lists(rows: pd.DataFrame) -> pd.Series:
    """The column source_id of a listing as lists, as metrics have them."""
    return objects([[str(source)] if known(source) else [] for source in rows["source_id"]], rows)


def bare(name: object) -> str:
    """A name without what stands in brackets behind it."""
    return str(name).split(" (")[0]
