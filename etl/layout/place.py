"""Where the reading of a table stands: what the rules look at besides the row itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.layout.cells import leads_a_row, running_number
from etl.layout.grid import Grid
from etl.layout.headings import LONGEST_HEADING, NUMBER_WORDS, Block, Known, alike, block_at, is_strong, normal
from etl.layout.types import Table
from etl.workbook import Value


@dataclass(frozen=True)
class Line:
    """A row: its number, its filled cells, and whether one of them is merged over several columns."""

    number: int
    cells: dict[int, Value]
    across: bool = False

    @property
    def texts(self) -> list[str]:
        return [value for value in self.cells.values() if isinstance(value, str)]

    @property
    def only_text(self) -> str | None:
        """The text of a row of one cell."""
        value = next(iter(self.cells.values())) if len(self.cells) == 1 else None
        return value if isinstance(value, str) else None


@dataclass
class Place:
    """A table being read.

    `lead` is the column of the running number, else of the first heading; `names` its headings for comparison; `fewest`
    the cells of its shortest entries. `previous` is the reason of the row before (data, header, blank, …), `foot` note
    or signature once these began. `number_row` is the row of the last running number, `all_numbered` whether every
    entry so far has its own; `section_columns` are those where sections stood."""

    grid: Grid
    known: Known
    table: Table
    previous: str = "header"
    foot: str | None = None
    number_row: int = 0
    all_numbered: bool = True
    section_columns: set[int] = field(default_factory=set)
    lead: int = field(init=False)
    numbered: bool = field(init=False)
    names: dict[int, str] = field(init=False)
    fewest: int = field(init=False)
    _looked_from: int = field(init=False, default=0)
    _seen: str | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        headings = self.table.headings
        numbers = [heading.column for heading in headings if normal(heading.own) in NUMBER_WORDS]
        self.numbered = bool(numbers)
        self.lead = numbers[0] if numbers else headings[0].column
        self.names = {heading.column: normal(heading.own) for heading in headings}
        self.fewest = min(2, len(headings))

    def repeats(self, cells: dict[int, Value]) -> bool:
        """Whether the row says the words of the headings again, in their columns."""
        same = sum(isinstance(v, str) and self.names.get(c) == normal(v) for c, v in cells.items() if c in self.names)
        return same > len(cells) / 2 and same > len(self.names) / 3

    def headings_at(self, row: int, cells: dict[int, Value]) -> Block | None:
        """The headings that begin in the row: these again, others where a table may begin, or groups above them."""
        if self._word_for_word(row):
            return Block(range(row, row + len(self.table.header_rows)), [self.table.headings], len(cells))
        if self._is_heading(cells):
            block = block_at(self.grid, row, self.known)
        elif self.previous != "data" and self._is_heading(self.grid.cells(row + 1)):
            block = block_at(self.grid, row + 1, self.known)
        else:
            return None
        return Block(range(row, block.rows.stop), block.parts, block.known) if row in block.rows else None

    def _word_for_word(self, row: int) -> bool:
        """Whether the headings are repeated exactly: a shortcut for lists with hundreds of pages."""
        return all(self.grid.cells(row + i) == self.grid.cells(head) for i, head in enumerate(self.table.header_rows))

    def _is_heading(self, cells: dict[int, Value]) -> bool:
        if self.repeats(cells):
            return True
        if len(cells) < 2 or (self.previous == "data" and not self._may_follow_data(cells)):
            return False
        return is_strong(cells, self.known)

    def _may_follow_data(self, cells: dict[int, Value]) -> bool:
        """Whether headings could stand straight below an entry: with one of a running number, or known ones only.

        Asked from the right: what stands there repeats from row to row, and is answered at once the second time."""
        column, first = next(iter(cells.items()))
        return self.begins_like_headings(first, column) or all(map(self.known, reversed(cells.values())))

    def begins_like_headings(self, first: Value, column: int) -> bool:
        """Whether a first cell is the heading of the running number or the heading of its column repeated."""
        if not isinstance(first, str) or len(first) > LONGEST_HEADING:
            return False
        word = normal(first)
        return word in NUMBER_WORDS or word == self.names.get(column)

    def ahead(self, row: int) -> str | None:
        """The headings that follow the row, at most three rows of one text between: "same", "other" or None."""
        if self._looked_from != row:
            self._looked_from, self._seen = row, self._look(row)
        return self._seen

    def _look(self, row: int) -> str | None:
        for below in self.grid.filled_rows(row, 4):
            cells = self.grid.cells(below)
            if self.repeats(cells):
                return "same"
            if is_strong(cells, self.known):
                same = alike(self.table.headings, block_at(self.grid, below, self.known).parts[0])
                return "same" if same else "other"
            if len(cells) > 1:
                return None
        return None

    def goes_on(self, row: int) -> bool:
        """Whether entries follow the row: one of the next five rows begins with a figure and has two cells."""
        rows = (self.grid.cells(below) for below in self.grid.filled_rows(row, 5))
        return any(len(cells) > 1 and leads_a_row(cells.get(self.lead)) for cells in rows)

    def in_merge(self, row: int) -> bool:
        """Whether the running number above is merged down into the row: the row belongs to a group of titles."""
        return any(column == self.lead and bottom >= row for column, bottom in self.grid.down.get(self.number_row, ()))

    def last_number(self) -> int | None:
        """The running number of the last entry."""
        return running_number(self.table.rows[-1].cells.get(self.lead)) if self.table.rows else None

    def next_number(self, row: int) -> int | None:
        """The running number of the next row with content."""
        below = self.grid.next_filled(row)
        return running_number(self.grid.cells(below).get(self.lead)) if below else None
