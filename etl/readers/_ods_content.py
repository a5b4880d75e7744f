"""The tables of an ODS, in one pass over its content. Repeated rows and cells are unrolled, but only where something
stands in them, and never beyond the limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from etl.readers import _grid, _ods_cell, _xml
from etl.workbook import Merge, Refused, Sheet, Value

_CELLS = ("table-cell", "covered-table-cell")
_ASIDE = ("annotation", "frame", "custom-shape", "table", "tracked-changes")  # what may hold text that is no content
_HIDDEN = ("collapse", "filter")


@dataclass
class Table:
    """A table while and after it is read. `next` is the number of the next row."""

    sheet: Sheet
    formulas: list[tuple[int, int]] = field(default_factory=list)
    hidden: list[range] = field(default_factory=list)
    next: int = 1


def tables(content: bytes, room: _grid.Room, told: Callable[[int], None]) -> list[Table]:
    """The tables of a content.xml, in their order. Raises Refused: bomb, too_large, xml_entities."""
    reading = _Pass(room)
    parser = _xml.parser()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    _xml.feed(parser, content, told)
    return reading.tables


class _Pass:
    """The handlers of the pass; `aside` counts how deep we are inside something that is no content of a cell."""

    def __init__(self, room: _grid.Room) -> None:
        self.room = room
        self.tables: list[Table] = []
        self.table: Table | None = None
        self.row: list[Value] = []
        self.column = 1
        self.repeat = 1
        self.cell: _ods_cell.Cell | None = None
        self.aside = 0
        self.style = ""
        self.hidden_styles: set[str] = set()

    def start(self, tag: str, attributes: _xml.Attributes) -> None:
        name = _xml.local(tag)
        if self.aside or (name in _ASIDE and (name != "table" or self.table is not None)):
            self.aside += 1
        elif name == "table":
            hidden = attributes.get("table:style-name", "") in self.hidden_styles
            self.table = Table(Sheet(attributes.get("table:name", ""), [], hidden=hidden))
        elif name == "table-row":
            self._row(attributes)
        elif name in _CELLS:
            self.cell = _ods_cell.Cell(attributes)
        elif self.cell:
            self.cell.start(name, attributes)
        elif name == "style":
            self.style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self.hidden_styles.add(self.style)

    def characters(self, text: str) -> None:
        if self.cell and not self.aside:
            self.cell.characters(text)

    def end(self, tag: str) -> None:
        name = _xml.local(tag)
        if self.aside:
            self.aside -= 1
        elif name in _CELLS and self.table and self.cell:
            self._end_cell(self.table, self.cell)
        elif name == "table-row" and self.table:
            self._end_row(self.table)
        elif name == "table" and self.table:
            self._end_table(self.table)
        elif self.cell:
            self.cell.end(name)

    def _row(self, attributes: _xml.Attributes) -> None:
        self.row, self.column = [], 1
        self.repeat = _xml.count(attributes, "table:number-rows-repeated")
        if self.table and attributes.get("table:visibility") in _HIDDEN:
            self.table.hidden.append(range(self.table.next, self.table.next + self.repeat))

    def _end_cell(self, table: Table, cell: _ods_cell.Cell) -> None:
        self.cell = None
        value, column = cell.value(), self.column
        down, across = cell.spans
        if down * across > 1:
            table.sheet.merges.append(Merge(table.next, column, table.next + down - 1, column + across - 1))
        self.column += cell.repeat
        if value is None:
            return
        if cell.without_result:
            table.formulas.append((table.next, column))
        self._check(table, table.next, cell.repeat > 1)
        self.row.extend([None] * (column - 1 - len(self.row)))
        self.row.extend([value] * cell.repeat)

    def _end_row(self, table: Table) -> None:
        rows = table.sheet.rows
        first, table.next = table.next, table.next + self.repeat
        if not self.row:
            return
        self._check(table, table.next - 1, self.repeat > 1)
        rows.extend([] for _ in range(first - 1 - len(rows)))
        rows.extend(list(self.row) for _ in range(self.repeat))

    def _check(self, table: Table, last_row: int, unrolled: bool) -> None:
        width = self.column - 1
        if unrolled and last_row * width > self.room.left:
            raise Refused("bomb")
        self.room.check(table.sheet.name, last_row, width)

    def _end_table(self, table: Table) -> None:
        sheet = table.sheet
        sheet.rows = self.room.squared(sheet.name, sheet.rows)
        sheet.merges = _grid.inside(sheet.merges, len(sheet.rows), len(sheet.rows[0]) if sheet.rows else 0)
        last = len(sheet.rows) + 1
        sheet.hidden_rows = [row for one in table.hidden for row in range(one.start, min(one.stop, last))]
        self.tables.append(table)
        self.table = None
