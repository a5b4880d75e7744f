"""The forms to fill in, read from forms.toml: which sheets a purpose has, which columns they ask for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from etl.contract import Column, Table, contract

FORMS_FILE = Path(__file__).with_name("forms.toml")


class FormError(ValueError):
    """forms.toml names something that the contract does not have."""


@dataclass(frozen=True)
class Form:
    """One sheet to fill in. `own` columns the application can fill in itself; `example` by column."""

    table: Table
    columns: tuple[Column, ...]
    own: frozenset[str]
    example: Mapping[str, str]

    def required(self, column: str) -> bool:
        """Whether a row cannot do without this cell: the contract's own, or the one here that may stand for others."""
        if column in self.own:
            return False
        one_of = {group[0] for group in self.table.require_one_of if len(group) == 1}
        asked = one_of & {c.name for c in self.columns}
        return asked == {column} or next(c.vital for c in self.columns if c.name == column)


@dataclass(frozen=True)
class Forms:
    """All forms by table, and the tables of each purpose."""

    sheets: Mapping[str, Form]
    purposes: Mapping[str, tuple[str, ...]]


@cache
def forms() -> Forms:
    """The forms. Raises FormError for a table or column that the contract does not have."""
    text = tomllib.loads(FORMS_FILE.read_text(encoding="utf-8"))
    sheets = {name: _form(name, spec) for name, spec in text["sheets"].items()}
    purposes = {name: tuple(tables) for name, tables in text["purposes"].items()}
    strangers = {table for tables in purposes.values() for table in tables} - set(sheets)
    if strangers:
        raise FormError(f"forms.toml: purposes name sheets that are not there: {sorted(strangers)}")
    return Forms(sheets, purposes)


def for_purpose(purpose: str | None) -> list[Form]:
    """The forms of a purpose, of all without one. Raises FormError naming the purposes there are."""
    known = forms()
    if purpose is None:
        return [form for tables in known.purposes.values() for form in (known.sheets[table] for table in tables)]
    if purpose not in known.purposes:
        raise FormError(f"no purpose {purpose!r}; there are {', '.join(known.purposes)}")
    return [known.sheets[table] for table in known.purposes[purpose]]


def whole(table: str) -> Form:
    """A table with all its columns in the contract's order, as existing rows are written."""
    found = contract().tables[table]
    return Form(found, found.columns, frozenset(), {})


def _form(name: str, spec: Mapping[str, Any]) -> Form:
    table = contract().tables.get(name)
    if table is None or set(spec) != {"columns", "own", "example"}:
        raise FormError(f"forms.toml: [sheets.{name}] must be an input table with columns, own and example")
    by_name = {column.name: column for column in table.columns}
    columns, own, example = spec["columns"], spec["own"], spec["example"]
    strangers = ({*columns, *own, *example} - set(by_name)) | ({*own, *example} - set(columns))
    if strangers:
        raise FormError(f"forms.toml: [sheets.{name}] names columns it does not have: {sorted(strangers)}")
    return Form(table, tuple(by_name[column] for column in columns), frozenset(own), example)
