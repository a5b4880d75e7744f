"""A small data root for one test, and what a build makes of it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from etl import inputs, loading
from etl.build import Record, build, derive, verify

REPOSITORY = Path(__file__).resolve().parents[2]
AS_OF = date(2019, 1, 31)
Tables = dict[str, str]
Given = Mapping[str, str | bytes]
Row = dict[str, Any]

SMALL: Tables = {
    "sources": "source_id,title,grade\ns1,Pengumuman,official\n",
    "governments": "government_id,name,level\nkab-a,Kabupaten A,regency\nkab-b,Kabupaten B,regency\n",
    "agencies": (
        "agency_id,government_id,name,short_name,kind,parent_id\n"
        "a-dinkes,kab-a,Dinas Kesehatan,Dinkes,dinas,\n"
        "a-dinsos,kab-a,Dinas Sosial,,dinas,\n"
        "a-pkm,kab-a,Puskesmas Utara,,puskesmas,a-dinkes\n"
        "b-dinkes,kab-b,Dinas Kesehatan,,dinas,\n"
    ),
    "competitions": "competition_id,name,type,level,government_id\nlomba,Lomba A,contest,local,kab-a\n",
    "editions": "edition_id,competition_id,year,opens_on,source_id\nlomba-2018,lomba,2018,2018-02,s1\n",
    "stages": (
        "edition_id,stage_id,stage_order,kind,name\n"
        "lomba-2018,masuk,1,submitted,Masuk\n"
        "lomba-2018,juara,2,final,Juara\n"
    ),
    "submissions": (
        "submission_id,edition_id,innovation,government_id,agency,submitted_on,source_id\n"
        "u1,lomba-2018,Sehat,kab-a,Dinas Kesehatan,2018-03-01,s1\n"
        "u2,lomba-2018,Peduli,kab-a,Dinas Sosial,2018-03-02,s1\n"
        "u3,lomba-2018,Posyandu,kab-a,Puskesmas Utara,2018-03-03,s1\n"
    ),
    "stage_results": (
        "submission_id,stage_id,outcome,rank,source_id\n"
        "u1,masuk,passed,,s1\n"
        "u2,masuk,passed,,s1\n"
        "u3,masuk,passed,,s1\n"
        "u1,juara,passed,1,s1\n"
        "u2,juara,failed,,s1\n"
    ),
    "coverage": (
        "edition_id,stage_id,scope_kind,scope_id,extent,source_id\n"
        "lomba-2018,masuk,all,all,complete,s1\n"
        "lomba-2018,juara,all,all,complete,s1\n"
    ),
}


@dataclass(frozen=True)
class Root:
    """A data root; its warehouses stand in `build` below it."""

    path: Path

    @property
    def published(self) -> Path:
        return self.path / "build"

    def write(self, tables: Given, dataset: str = "history") -> None:
        """Write tables (name -> CSV text or bytes; a name with a dot is a file name) into one data set."""
        folder = self.path / dataset
        folder.mkdir(exist_ok=True)
        for name, content in tables.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            (folder / (name if "." in name else f"{name}.csv")).write_bytes(data)

    def build(self, tables: Given | None = None, as_of: date = AS_OF) -> Record:
        """Write tables, if given, and build."""
        self.write(tables or {})
        return build(root=self.path, as_of=as_of)

    def command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run `python -m etl …` on this root."""
        return subprocess.run(
            [sys.executable, "-m", "etl", *arguments],
            cwd=REPOSITORY,
            env=self.environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    def environment(self) -> dict[str, str]:
        return {**os.environ, "PAPAN_DATA": str(self.path), "PAPAN_WAREHOUSE": str(self.published)}

    def file(self, record: Record) -> Path:
        return self.published / f"warehouse-{record.version}.duckdb"

    def rows(self, record: Record, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a query on the warehouse that this build published."""
        with duckdb.connect(str(self.file(record)), read_only=True) as con:
            return con.execute(sql).fetchall()

    def pointer(self) -> str:
        return (self.published / "current.json").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Loaded:
    """Tables that were read, typed and checked, without the model and without publishing."""

    con: duckdb.DuckDBPyConnection
    tables: dict[str, dict[str, int]]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.con.execute(sql).fetchall()

    def cells(self, table: str, column: str) -> list[Any]:
        """The loaded cells of a column, in the order of the file."""
        return [cell for (cell,) in self.rows(f'SELECT "{column}" FROM {table} ORDER BY dataset, line')]

    @property
    def quarantined(self) -> list[tuple[Any, ...]]:
        """(table, line, column, value, code) of each quarantined row."""
        return self.rows("SELECT table_name, line, column_name, value, code FROM quarantine ORDER BY ALL")

    @property
    def questions(self) -> list[tuple[Any, ...]]:
        """(table, line, column, value, code) of each question."""
        return self.rows("SELECT table_name, line, column_name, value, code FROM questions ORDER BY ALL")

    @property
    def conserved(self) -> bool:
        """Whether every row read was loaded, quarantined or skipped, by the counts and by the tables themselves."""
        return all(c["read"] == c["loaded"] + c["quarantined"] + c["skipped"] for c in self.tables.values())


def loaded(root: Root, tables: Given | None = None, derived: bool = False) -> Loaded:
    """Write tables, if given, and load what lies below the root into memory; `derived`: run model and checks too."""
    root.write(tables or {})
    con = duckdb.connect(config={"threads": 1})
    given, tables_read = inputs.read(root.path), dict[str, dict[str, int]]()
    loading.prepare(con, given, AS_OF)
    loading.load(con, given.datasets, tables_read, loading.silent)
    if derived:
        derive(con, loading.silent)
        verify(con)
    return Loaded(con, tables_read)


def added(table: str, *rows: str) -> Tables:
    """The small tables with more rows in one of them."""
    return {**SMALL, table: SMALL[table] + "".join(f"{row}\n" for row in rows)}


def places(issues: list[Row]) -> list[tuple[Any, ...]]:
    """(table, line, column, value, code) of quarantined rows or questions."""
    return [tuple(issue[key] for key in ("table", "line", "column", "value", "code")) for issue in issues]


def conserved(record: Record) -> bool:
    """Whether every row read was loaded, quarantined or skipped."""
    counts = record.tables.values()
    return all(c["read"] == c["loaded"] + c["quarantined"] + c["skipped"] for c in counts)
