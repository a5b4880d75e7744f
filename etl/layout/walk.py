"""Reading a sheet from top to bottom: headings, the rows below them, and what became of every row."""

from __future__ import annotations

from collections.abc import Callable

from etl.layout import words
from etl.layout.cells import is_figure, leads_a_row, one_line
from etl.layout.first import first_block
from etl.layout.form import explains_columns, heading_row, read_form
from etl.layout.grid import Grid, MergedDown
from etl.layout.headings import Block, Known, alike
from etl.layout.place import Line, Place
from etl.layout.rules import reason
from etl.layout.types import DataRow, Layout, StatedTotal, Table
from etl.workbook import Sheet, Value

WIDE = 4  # cells; what is no entry is shorter


def lay_out(sheet: Sheet, is_heading: Callable[[str], bool]) -> Layout:
    """What stands where on a sheet. `is_heading` says whether a text (on one line) is a heading that is known.

    Never raises, whatever the cells and merges hold; a sheet without headings has no tables."""
    grid, known = Grid(sheet), Known(is_heading)
    if explains_columns(grid, known):
        return _without_tables(sheet, grid)
    form = read_form(grid, known)
    if form is not None:
        layout = Layout(sheet, form=form, heading_rows_found=True)
        layout.skipped = _around_a_form(grid, form.label_rows)
        return layout
    block = first_block(grid, known)
    if block is None:
        return _without_tables(sheet, grid)
    return Walk(sheet, grid, known).read(block)


def _without_tables(sheet: Sheet, grid: Grid) -> Layout:
    return Layout(sheet, skipped=[(row, "note" if grid.cells(row) else "blank") for row in range(1, grid.last + 1)])


def _around_a_form(grid: Grid, label_rows: list[int]) -> list[tuple[int, str]]:
    """The rows of a form that hold no label: blank, its heading row, titles above, remarks below."""
    labels = set(label_rows)
    heads = {heading_row(grid, column, 1, grid.last) for column in (1, 2, 3)}
    skipped = []
    for row in range(1, grid.last + 1):
        if row in labels:
            continue
        above = "title" if row < label_rows[0] else "form"
        skipped.append((row, "blank" if not grid.cells(row) else "header" if row in heads else above))
    return skipped


class Walk:
    """One pass over the rows. `place` is the table being read, `section` the text of the section row above."""

    def __init__(self, sheet: Sheet, grid: Grid, known: Known) -> None:
        self.layout = Layout(sheet)
        self.grid = grid
        self.known = known
        self.merged = MergedDown(grid)
        self.section: str | None = None
        self.section_row = 0
        self.right: dict[int, Value] = {}

    def read(self, first: Block) -> Layout:
        """The layout of a sheet whose first headings are known."""
        self.layout.heading_rows_found = first.known > 0
        self._above(first.rows.start)
        row = self._open(first)
        while row <= self.grid.last:
            row = self._step(row)
        self._close()
        self.layout.tables.sort(key=lambda table: -len(table.rows))
        return self.layout

    def _above(self, top: int) -> None:
        """Titles above the first headings; the last of them may be the first section."""
        last = next((row for row in range(top - 1, 0, -1) if self.grid.cells(row)), 0)
        for row in range(1, top):
            cells = self.grid.cells(row)
            line = Line(row, cells)
            if row == last and line.only_text and words.is_enumerated(line.only_text):
                self._begin_section(line)
            else:
                self._skip(row, "title" if cells else "blank")

    def _open(self, block: Block) -> int:
        """Begins a table; the row below its headings."""
        if not self._follows_section(block.rows.start):
            self.section = None
        main, *others = block.parts
        table = Table(list(block.rows), main)
        self.layout.tables.append(table)
        self.place = Place(self.grid, self.known, table)
        self.beside = [Table(list(block.rows), part) for part in others]
        self.layout.beside += self.beside
        self.limit = others[0][0].column if others else None
        self.right = {}
        self.layout.skipped += [(row, "header") for row in block.rows]
        return block.rows.stop

    def _close(self) -> None:
        for table in [*self.layout.tables, *self.layout.beside]:
            table.first_row = table.rows[0].number if table.rows else table.header_rows[-1]
            table.last_row = table.rows[-1].number if table.rows else table.header_rows[-1]

    def _follows_section(self, row: int) -> bool:
        return self.section is not None and self.grid.next_filled(self.section_row) == row

    def _step(self, row: int) -> int:
        """Reads a row, or the headings that begin in it; the next row to read."""
        cells = self._of_this_table(row)
        if not cells:
            self._skip(row, "other_table" if self.right else "blank")
            self._add_beside(row)
        elif self._is_plain(cells):
            self._add(row, cells)
        else:
            block = self.place.headings_at(row, cells)
            if block is not None:
                return self._headings(block)
            self._judge(Line(row, cells, self.grid.is_across(row)))
        return row + 1

    def _of_this_table(self, row: int) -> dict[int, Value]:
        """The cells of the row that belong to the table; those of tables beside it go to `right`."""
        cells = self.grid.cells(row)
        if self.limit is None:
            return cells
        self.right = {column: value for column, value in cells.items() if column >= self.limit}
        return {column: value for column, value in cells.items() if column < self.limit}

    def _is_plain(self, cells: dict[int, Value]) -> bool:
        """Whether a row is an entry beyond doubt: most rows are, and need no rule."""
        place = self.place
        if len(cells) < place.fewest or place.previous == "header":
            return False
        first = cells.get(place.lead)
        if first is not None and len(cells) > 1 and leads_a_row(first):
            return True
        if place.previous != "data" or (place.numbered and len(cells) < WIDE):
            return False
        column, first = next(iter(cells.items()))
        if not isinstance(first, str) or (place.numbered and column == place.lead):
            return False
        return not words.is_suspect(first) and not place.begins_like_headings(first, column)

    def _headings(self, block: Block) -> int:
        """Goes on below repeated headings, or begins another table below different ones."""
        if not alike(self.place.table.headings, block.parts[0]):
            return self._open(block)
        self.layout.skipped += [(row, "repeated_header") for row in block.rows]
        self.place.previous, self.place.foot = "header", None
        return block.rows.stop

    def _judge(self, line: Line) -> None:
        """What the rules say of a row that is not an entry beyond doubt."""
        why = reason(line, self.place)
        if why is None:
            self._add(line.number, line.cells)
        elif why == "section":
            self._begin_section(line)
        elif why == "continuation":
            self._continue(line)
        else:
            self._skip(line.number, why)
        if why == "total":
            self._state(line)
        if why in ("note", "signature"):
            self.place.foot = why

    def _add(self, row: int, cells: dict[int, Value]) -> None:
        if self.place.lead in cells:
            self.place.number_row = row
        else:
            self.place.all_numbered = False
        if self.grid.down:
            cells = self.merged.fill(row, cells)
        entry = DataRow(row, cells, self.section)
        entry.example = _is_example(cells)
        self.place.table.rows.append(entry)
        self.place.previous, self.place.foot = "data", None
        self._add_beside(row)

    def _add_beside(self, row: int) -> None:
        """Gives the cells right of the table to the tables there."""
        for table in self.beside:
            first, last = table.headings[0].column, table.headings[-1].column
            cells = {column: value for column, value in self.right.items() if first <= column <= last}
            if cells:
                table.rows.append(DataRow(row, cells, self.section))

    def _skip(self, row: int, why: str) -> None:
        self.layout.skipped.append((row, why))
        if self.layout.tables:
            self.place.previous = why

    def _begin_section(self, line: Line) -> None:
        self.section = " ".join(one_line(value) for value in line.cells.values())
        self.section_row = line.number
        if self.layout.tables:
            self.place.section_columns |= line.cells.keys()
        self._skip(line.number, "section")

    def _continue(self, line: Line) -> None:
        """Joins the rest of a text that was cut to the entry before."""
        entry = self.place.table.rows[-1]
        entry.cells = dict(entry.cells)
        for column, value in line.cells.items():
            entry.cells[column] = f"{entry.cells[column]} {value}"
        entry.continued.append(line.number)
        self._skip(line.number, "continuation")

    def _state(self, line: Line) -> None:
        """Keeps the figures of a row of totals; averages are none."""
        if any(map(words.is_average, line.texts)):
            return
        figures = {column: value for column, value in line.cells.items() if is_figure(value)}
        self.layout.stated_totals += [StatedTotal(line.number, column, value) for column, value in figures.items()]


def _is_example(cells: dict[int, Value]) -> bool:
    """Whether the first or last cell marks the row as an example."""
    ends = (next(iter(cells.values())), next(reversed(cells.values())))
    return any(isinstance(value, str) and value[0] in "CcEe" and words.is_example(value) for value in ends)
