"""Rows of the input tables as they stand in the warehouse, as text by column, ready to be written again."""

from collections.abc import Mapping, Sequence
from typing import Any

from ui.cells import known, records
from ui.view import View

Cells = dict[str, str | None]
# What the listings rows_<table> have beside the table's own columns.
_PLACE = {"dataset", "line", "cell"}
_HELPERS: Mapping[str, set[str]] = {
    "stage_results": {"edition_id", "government_id", "innovation"},
    "awards": {"edition_id", "government_id", "innovation"},
    "editions": {"government_id"},
    "stages": {"own_government"},
    "coverage": {"government_id"},
    "reported_counts": {"government_id"},
    "targets": {"government_id"},
}


def found(view: View, table: str, **scope: Any) -> list[dict[str, Any]]:
    """The rows of a table within the government in view and nothing else of the scope, unless `scope` says more."""
    loose: dict[str, Any] = {"competition": None, "edition": None, "agency": None, "years": None} | scope
    return records(view.listing(f"rows_{table}", **loose))


def cells(table: str, row: Mapping[str, Any]) -> Cells:
    """The table's own columns of a row of its listing, as text; a blank cell is None."""
    given = dict(row)
    if table == "stages":  # the listing says whose the contest is; the row itself, whose preparation the stage is
        given["government_id"] = row["own_government"]
    beside = _PLACE | _HELPERS.get(table, set())
    return {name: text(value) for name, value in given.items() if name not in beside}


def text(value: object) -> str | None:
    """A value as the input tables write it: true/false, a decimal point, parts of a list joined by |."""
    if isinstance(value, list | tuple) or type(value).__name__ == "ndarray":
        return "|".join(str(part) for part in value) or None  # type: ignore[attr-defined]
    if not known(value):
        return None
    if isinstance(value, bool) or type(value).__name__ == "bool":
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    return str(value).strip() or None


def one(rows: Sequence[Mapping[str, Any]], **wanted: object) -> Mapping[str, Any] | None:
    """The first row whose cells are as wanted."""
    return next((row for row in rows if all(row[key] == value for key, value in wanted.items())), None)
