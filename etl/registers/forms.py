"""Forms of one innovation, read as a table of one row whose cells stand down the side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.layout.types import DataRow, Form, Heading, Table
from etl.registers.record import Record
from etl.workbook import Value, address


@dataclass(slots=True)
class FormRecord(Record):
    """The row of a form. `places` tell where the cell of each of its columns really stands: (row, column)."""

    places: Mapping[int, tuple[int, int]] = field(default_factory=dict)

    def cell(self, column: str) -> str:
        """The address of the answer."""
        return address(self.sheet, *self.places[self.grid.columns[column]])


def as_table(form: Form, row: int = 0) -> Table:
    """The form as a table: labels as headings, one row of answers; `row` is the number that row is to have."""
    answers = list(form.answers.items())
    headings = [Heading(place, label, label, None, at) for place, (label, (_, at, _)) in enumerate(answers, 1)]
    cells: dict[int, Value] = {place: value for place, (_, (value, _, _)) in enumerate(answers, 1) if value is not None}
    return Table([form.label_rows[0]], headings, [DataRow(row or form.label_rows[0], cells)])


def places_of(form: Form) -> dict[int, tuple[int, int]]:
    """Where the cells of the table made of a form really stand."""
    return {place: (row, column) for place, (_, row, column) in enumerate(form.answers.values(), 1)}
