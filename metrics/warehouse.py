"""The published warehouse, read only: follow the pointer, attach the file, one cursor per query."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from metrics.definition import catalogue

POINTER = "current.json"
HERE = Path(__file__).parent


class NoWarehouse(Exception):
    """Nothing usable is published. `code` is a catalogue key below metrics.warehouse, `params` fill it."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params


@dataclass(frozen=True)
class Published:
    """A published file, its version, and whether the pointer led to it (else it is the newest that opens)."""

    version: str
    path: Path
    by_pointer: bool


def folder() -> Path:
    """Where warehouses are published: PAPAN_WAREHOUSE, else `build` below PAPAN_DATA (default: `data`)."""
    given = os.environ.get("PAPAN_WAREHOUSE")
    root = Path(os.environ.get("PAPAN_DATA") or Path(__file__).resolve().parent.parent / "data")
    return Path(given) if given else root / "build"


def locate() -> Published:
    """The version the pointer names; where the pointer is damaged or its file is gone, the newest file there is.

    Raises NoWarehouse where nothing was ever published."""
    place = folder()
    try:
        pointer = json.loads((place / POINTER).read_text(encoding="utf-8"))
        named = place / Path(str(pointer["file"])).name
        if named.is_file():
            return Published(str(pointer["version"]), named, by_pointer=True)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    files = sorted(place.glob("warehouse-*.duckdb"), key=lambda path: path.stat().st_mtime_ns) if place.is_dir() else []
    if not files:
        raise NoWarehouse("none", path=str(place))
    return Published(files[-1].stem.removeprefix("warehouse-"), files[-1], by_pointer=False)


class Warehouse:
    """An open published version. Safe to share between threads: every query has its own cursor."""

    def __init__(self, published: Published) -> None:
        self.path = published.path
        self.by_pointer = published.by_pointer
        self._con = duckdb.connect()
        try:
            place = str(published.path).replace("'", "''")
            self._con.execute(f"ATTACH '{place}' AS warehouse (READ_ONLY)")
            self._con.execute((HERE / "shared" / "wilson.sql").read_text(encoding="utf-8"))
            self._con.execute("SET enable_external_access = false")
            said = self._con.execute("SELECT version FROM warehouse.build_record").fetchone()
            self.version = str(said[0]) if said else published.version
        except duckdb.Error as error:
            self._con.close()
            raise NoWarehouse("unreadable", path=str(published.path), why=str(error).splitlines()[0]) from error

    def require_tables(self) -> None:
        """Raise NoWarehouse where this version was built by another loader and lacks what the metrics read."""
        for metric in catalogue().values():
            try:
                self._con.execute(f"EXPLAIN {metric.sql}")
            except (duckdb.BinderException, duckdb.CatalogException) as error:
                self._con.close()
                raise NoWarehouse("outdated", path=str(self.path), why=str(error).splitlines()[0]) from error

    def frame(self, sql: str, params: list[Any] | None = None) -> pd.DataFrame:
        """The result of a query as a frame; text and list columns as objects with None for NULL."""
        return self._con.cursor().execute(sql, params or []).df()

    def rows(self, sql: str, params: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """The result of a query as Python tuples."""
        return self._con.cursor().execute(sql, params or []).fetchall()

    @cached_property
    def as_of(self) -> date:
        """The day that decided what is concluded, open or in force."""
        day: date = self.rows("SELECT as_of FROM warehouse.build_day")[0][0]
        return day

    @cached_property
    def record(self) -> dict[str, Any]:
        """The build record: `etl build --json` plus started, finished, code_version and inputs."""
        content: dict[str, Any] = json.loads(self.rows("SELECT record FROM warehouse.build_record")[0][0])
        return content

    def close(self) -> None:
        """Let go of the file."""
        self._con.close()


def open_warehouse(file: Path | None = None) -> Warehouse:
    """Open the published warehouse, or a certain file, such as one built for trial. A published version that cannot be
    read gives way to the newest older one that can.

    Raises NoWarehouse where none can be opened."""
    if file is not None:
        return Warehouse(Published(file.stem.removeprefix("warehouse-"), file, by_pointer=False))
    first = locate()
    try:
        return Warehouse(first)
    except NoWarehouse as error:
        again = locate()  # several builds may have been published between the pointer and the file
        if again.path != first.path:
            return open_warehouse()
        others = sorted(folder().glob("warehouse-*.duckdb"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in (other for other in others if other != first.path):
            try:
                return Warehouse(Published(path.stem.removeprefix("warehouse-"), path, by_pointer=False))
            except NoWarehouse:
                continue
        raise error
