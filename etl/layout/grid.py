"""A sheet as the rules look at it: the filled cells of each row, and where cells are merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from etl.layout.cells import filled
from etl.workbook import Sheet, Value


class Grid:
    """Rows count from 1. `cells(row)` are the filled cells as written: a merge holds its value at its top left only."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = [filled(values) for values in sheet.rows]
        self.last = len(self._rows)
        self.across: dict[tuple[int, int], int] = {}  # top left of a merge over several columns -> its last column
        self.down: dict[int, list[tuple[int, int]]] = defaultdict(
            list
        )  # top row -> (column, bottom) of merges downwards
        for merge in sheet.merges:
            if merge.right > merge.left:
                self.across[merge.top, merge.left] = merge.right
            if merge.bottom > merge.top:
                self.down[merge.top].append((merge.left, merge.bottom))

    def cells(self, row: int) -> dict[int, Value]:
        """The filled cells of a row by column; empty beyond the last row."""
        return self._rows[row - 1] if 1 <= row <= self.last else {}

    def filled_rows(self, after: int, limit: int) -> Iterator[int]:
        """The next rows with content after a row, at most `limit` of them."""
        for row in range(after + 1, self.last + 1):
            if self._rows[row - 1]:
                yield row
                limit -= 1
                if not limit:
                    return

    def next_filled(self, after: int) -> int | None:
        """The next row with content after a row."""
        return next(self.filled_rows(after, 1), None)

    def is_across(self, row: int) -> bool:
        """Whether some filled cell of the row is merged over several columns."""
        return any((row, column) in self.across for column in self.cells(row))

    def group_span(self, row: int, column: int) -> int:
        """The last column of the cell: its own, or that of its merge."""
        return self.across.get((row, column), column)


class MergedDown:
    """Fills merged cells downwards, row by row, from the data row in which a merge begins."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._open: dict[int, tuple[int, Value]] = {}

    def fill(self, row: int, cells: dict[int, Value]) -> dict[int, Value]:
        """The cells of a data row with those of merges that began in a data row above."""
        for column, bottom in self._grid.down.get(row, ()):
            if column in cells:
                self._open[column] = (bottom, cells[column])
        missing = {}
        for column, (bottom, value) in list(self._open.items()):
            if bottom < row:
                del self._open[column]
            elif column not in cells:
                missing[column] = value
        return dict(sorted((cells | missing).items())) if missing else cells
