"""A small data root to read files against, and files written as text or as sheets."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from etl.context import Context
from etl.contract import contract
from etl.dry_run import DryRun, Given
from etl.registers import read_register
from tests.etl.small import SMALL, Root

AS_OF = date(2019, 1, 31)
BLANK: Mapping[str, str] = dict.fromkeys(("submissions", "stage_results", "coverage"), "")
WITHOUT_ENTRIES = {name: text for name, text in SMALL.items() if name not in BLANK}
STAGES = (
    "edition_id,stage_id,stage_order,kind,name,quota,ends_on\n"
    "lomba-2018,masuk,1,submitted,Masuk,,2018-03-31\n"
    "lomba-2018,administrasi,2,administrative,Seleksi Administrasi,,2018-04-30\n"
    "lomba-2018,presentasi,3,presentation,Presentasi,,2018-05-31\n"
    "lomba-2018,top7,4,shortlist,Top 7,7,2018-06-30\n"
    "lomba-2018,juara,5,final,Juara,3,2030-12-31\n"
)


class Data:
    """A data root that can take what a dry run would write, as batches do: later rows first."""

    def __init__(self, path: Path, tables: Mapping[str, str]) -> None:
        self.root = Root(path)
        self.root.write(tables)
        self.context = Context.read(path, AS_OF)

    def read(self, content: str | bytes, name: str = "berkas.csv", **said: Any) -> DryRun:
        """The dry run of a file, by default of entries of Kabupaten A's contest of 2018."""
        data = content.encode() if isinstance(content, str) else content
        given = Given(**({"government_id": "kab-a", "edition_id": "lomba-2018", "table": "submissions"} | said))
        dry = read_register(name, data, given, self.context)
        counts = dry.counts
        assert counts["read"] == counts["loaded"] + counts["quarantined"] + counts["skipped"]
        return dry

    def load(self, dry: DryRun) -> None:
        """Put the rows of a dry run where a build finds them; a row of an earlier key takes its place."""
        for name, rows in dry.tables.items():
            table = contract().tables[name]
            known = self.context.keys(name)
            for row in rows:
                cells = {column: cell or "" for column, cell in row.items() if column in table.names}
                cells |= {"source_id": "s1"} if cells.get("source_id") == "@batch" else {}
                cells |= {"by": "Sri"} if name == "aliases" else {}
                known[tuple(cells.get(column, "") for column in table.identity)] = cells
            lines = [",".join(f'"{row.get(column, "")}"' for column in table.names) for row in known.values()]
            self.root.write({name: "\n".join([",".join(table.names), *lines]) + "\n"})
        self.context = Context.read(self.root.path, AS_OF)


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]], hidden: Sequence[str] = ()) -> bytes:
    """An XLSX file of plain values."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
            if name in hidden:
                page.hide()
    return data.getvalue()


def column(dry: DryRun, table: str, name: str) -> list[str | None]:
    """The cells of one column that would be written."""
    return [row.get(name) for row in dry.tables.get(table, [])]


def results(dry: DryRun) -> dict[tuple[str, str], str | None]:
    """The outcomes that would be written: (row of the sheet, stage) -> outcome."""
    rows = dry.tables.get("stage_results", [])
    return {(str(row["_place"]).partition("!")[2], str(row["stage_id"])): row["outcome"] for row in rows}


def asked(dry: DryRun) -> list[tuple[str | None, str, str | None]]:
    """The questions: (cell, code, detail)."""
    return [(issue.cell, issue.code, issue.detail) for issue in dry.questions]


def held(dry: DryRun) -> list[tuple[str | None, str, str | None]]:
    """The rows held back: (cell, code, detail)."""
    return [(issue.cell, issue.code, issue.detail) for issue in dry.quarantined]
