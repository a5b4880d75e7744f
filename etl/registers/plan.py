"""A sheet as it will be read: its layout, the table it fills, and what each column is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from etl.columns import Understood
from etl.columns.cells import is_missing
from etl.layout.types import DataRow, Layout, Table
from etl.registers.forms import FormRecord, places_of
from etl.registers.record import Grid, Record, records
from etl.workbook import address


@dataclass
class Plan:
    """`purpose` is the input table the sheet fills, None where it is not data (`why` says then). `table` is the one
    that is read of the sheet's tables; `columns` its columns as understood."""

    layout: Layout
    purpose: str | None = None
    why: str | None = None
    table: Table | None = None
    columns: list[Understood] = field(default_factory=list)
    tidy: bool = False

    @property
    def name(self) -> str:
        return self.layout.sheet.name

    def grid(self) -> Grid:
        """What the records of the sheet share."""
        table = self.table
        assert table is not None
        ours: dict[str, int] = {}
        for u in self.columns:
            if u.column:
                ours.setdefault(u.column, u.heading.column)
        if self.tidy and "innovation" in ours:  # the title, under its name in the contract
            ours["name"] = ours["innovation"]
        kept = {u.heading.column: u.heading.text for u in self.columns if not u.personal and not u.two_facts}
        numbering = frozenset(u.heading.column for u in self.columns if is_numbering(u))
        return Grid(self.name, ours, kept, max(table.header_rows, default=1), numbering)

    def records(self, fill_down: Sequence[str]) -> list[Record]:
        """The data rows as records; rows marked as an example are not among them."""
        grid = self.grid()
        return self._records(grid, list(self._rows(grid)), fill_down)

    def first(self) -> Record | None:
        """The first of the records."""
        grid = self.grid()
        return next(iter(self._records(grid, list(islice(self._rows(grid), 1)), ())), None)

    def _rows(self, grid: Grid) -> Iterator[DataRow]:
        every = self.table.rows if self.table else []
        return (row for row in every if not row.example and not only_numbered(row, grid))

    def _records(self, grid: Grid, rows: list[DataRow], fill_down: Sequence[str]) -> list[Record]:
        if self.layout.form:
            return [FormRecord(grid, row, places=places_of(self.layout.form)) for row in rows]
        return records(grid, rows, fill_down)

    def heading_cell(self, understood: Understood) -> str:
        """Where a heading stands; in a form, where its answer stands."""
        place = (understood.heading.row, understood.heading.column)
        if self.layout.form:
            place = places_of(self.layout.form)[understood.heading.column]
        return address(self.name, *place)


def only_numbered(row: DataRow, grid: Grid) -> bool:
    """Whether a row holds its running number and nothing else: a line of a form that nobody filled in."""
    return all(place in grid.numbering or is_missing(value) for place, value in row.cells.items())


NUMBER_WORDS = {"no", "nomor", "no urut", "nomor urut", "urut", "id", "number", "#"}


def is_numbering(understood: Understood) -> bool:
    """Whether a column only numbers the rows."""
    plain = " ".join(understood.heading.text.lower().replace(".", " ").replace("_", " ").split())
    return understood.column is None and (plain in NUMBER_WORDS or plain == "n0")
