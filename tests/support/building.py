"""Builds a warehouse from a data root and reads metrics from it as plain rows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import metrics
from etl.build import build as publish

Row = dict[str, Any]


@contextmanager
def data_root(root: Path) -> Iterator[None]:
    """PAPAN_DATA names this root, and nothing names another warehouse."""
    kept = {name: os.environ.pop(name, None) for name in ("PAPAN_DATA", "PAPAN_WAREHOUSE")}
    os.environ["PAPAN_DATA"] = str(root)
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def build(root: Path, as_of: date) -> metrics.Warehouse:
    """Build and publish what lies below the root, and open it."""
    with data_root(root):
        publish(root=root, as_of=as_of)
        return metrics.open_warehouse()


def all_rows(metric_id: str, warehouse: metrics.Warehouse) -> list[Row]:
    """Every row of a metric, of every scope."""
    metric = metrics.find_metric(metric_id)
    columns = ", ".join(f'"{name}"' for name in metric.all_columns)
    rows = warehouse.rows(f"SELECT {columns} FROM ({metric.sql})")
    return [dict(zip(metric.all_columns, row, strict=True)) for row in rows]


def scope_rows(metric_id: str, scope: metrics.Scope, warehouse: metrics.Warehouse) -> list[Row]:
    """The rows that a page or command gets for a scope."""
    return plain(metrics.run(metric_id, scope, warehouse).to_dict("records"))


def listing_rows(name: str, warehouse: metrics.Warehouse) -> list[Row]:
    """A reference list as plain rows."""
    return plain(metrics.listing(name, metrics.Scope(), warehouse).to_dict("records"))


def plain(rows: list[dict[Any, Any]]) -> list[Row]:
    """Rows with Python values: NaN, NaT and NA become None, numpy numbers become numbers."""
    return [{str(column): plain_value(value) for column, value in row.items()} for row in rows]


def plain_value(value: Any) -> Any:
    """One value as Python has it."""
    if isinstance(value, list | str | None):
        return value
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list):
        return value
    missing = value is None or str(value) in ("nan", "NaT", "<NA>")
    return None if missing else value
