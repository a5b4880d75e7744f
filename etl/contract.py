"""The contract of the input tables, read from schema.toml: one definition for reading, checking and loading."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SCHEMA_FILE = Path(__file__).with_name("schema.toml")
SIMPLE_TYPES = {"text", "flag", "integer", "count", "decimal", "year", "date", "list"}
TABLE_KEYS = {
    "key",
    "key_or_blank",
    "required",
    "require_one_of",
    "missing_column",
    "stage_of",
    "same_government",
    "columns",
}


class ContractError(ValueError):
    """schema.toml says something the loader does not understand."""


@dataclass(frozen=True)
class Column:
    """One column: its type, the table (or the list of words) it points to or None, and whether the row stands or falls
    with it."""

    name: str
    type: str
    target: str | None
    vital: bool


@dataclass(frozen=True)
class Table:
    """One input table. `key` cells must be there; `key_or_blank` cells are part of the key and may be blank."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    key_or_blank: tuple[str, ...]
    require_one_of: tuple[tuple[str, ...], ...]
    missing_column: str | None
    stage_of: str | None
    same_government: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that tell two rows apart; empty where a table has no key."""
        return self.key + self.key_or_blank if self.key else ()

    def has(self, name: str) -> bool:
        return name in self.names


@dataclass(frozen=True)
class Contract:
    """All tables in loading order, and the enumerations by name."""

    tables: dict[str, Table]
    enums: dict[str, list[str]]


@cache
def contract() -> Contract:
    """Return the contract. Raises ContractError where schema.toml has an unknown key, type or target."""
    text = tomllib.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    enums: dict[str, list[str]] = text["enums"]
    tables = {name: _table(name, spec, enums) for name, spec in text["tables"].items()}
    for table in tables.values():
        for column in table.columns:
            _check_target(table, column, tables, enums)
    return Contract(tables, enums)


def _check_target(table: Table, column: Column, tables: dict[str, Table], enums: dict[str, list[str]]) -> None:
    place = f"schema.toml: {table.name}.{column.name}"
    if column.target is not None and column.target not in tables and column.target not in enums:
        raise ContractError(f"{place} points to unknown table {column.target}")
    if column.target == table.name and column.vital:
        raise ContractError(f"{place} points to its own table: that may not hold a row back")


def _table(name: str, spec: dict[str, Any], enums: dict[str, list[str]]) -> Table:
    unknown = set(spec) - TABLE_KEYS
    if unknown:
        raise ContractError(f"schema.toml: table {name} has unknown keys {sorted(unknown)}")
    vital = set(spec["key"]) | set(spec["required"])
    columns = tuple(_column(name, key, text, key in vital, enums) for key, text in spec["columns"].items())
    named = vital | set(spec.get("key_or_blank", ())) | {c for group in spec.get("require_one_of", ()) for c in group}
    missing = named - {column.name for column in columns}
    if missing:
        raise ContractError(f"schema.toml: table {name} names columns it does not have: {sorted(missing)}")
    return Table(
        name=name,
        columns=columns,
        key=tuple(spec["key"]),
        key_or_blank=tuple(spec.get("key_or_blank", ())),
        require_one_of=tuple(tuple(group) for group in spec.get("require_one_of", ())),
        missing_column=spec.get("missing_column"),
        stage_of=spec.get("stage_of"),
        same_government=tuple(spec.get("same_government", ())),
    )


def _column(table: str, name: str, text: str, vital: bool, enums: dict[str, list[str]]) -> Column:
    kind, _, target = (part.strip() for part in text.partition("->"))
    if kind not in SIMPLE_TYPES and kind not in enums:
        raise ContractError(f"schema.toml: {table}.{name} has unknown type {kind!r}")
    return Column(name, kind, target or None, vital)
