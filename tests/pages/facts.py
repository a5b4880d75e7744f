"""Figures from the metrics, picked and written the way the pages must write them."""

from typing import Any

import metrics
from tests.golden import Row, select
from tests.support.building import listing_rows, scope_rows


def rows(warehouse: metrics.Warehouse, metric: str, where: Row | None = None, **scope: Any) -> list[Row]:
    """A metric's rows for a scope, whose cells are as `where` says ("" is a blank cell)."""
    return select(scope_rows(metric, metrics.Scope(**scope), warehouse), where or {})


def one(warehouse: metrics.Warehouse, metric: str, where: Row | None = None, **scope: Any) -> Row:
    """The only such row. Raises AssertionError where there is another number of them."""
    found = rows(warehouse, metric, where, **scope)
    assert len(found) == 1, f"{metric} has {len(found)} such rows: {found}"
    return found[0]


def listed(warehouse: metrics.Warehouse, name: str, where: Row) -> list[Row]:
    """The rows of a reference list whose cells are as `where` says."""
    return select(listing_rows(name, warehouse), where)
