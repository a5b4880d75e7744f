"""Where the first headings of a sheet stand."""

from __future__ import annotations

from etl.layout.cells import is_figure, is_year, one_line
from etl.layout.grid import Grid
from etl.layout.headings import Block, Known, block_at, is_strong, known_in, may_head, normal

SURELY_LOOKED_AT = 500  # rows from the top


def first_block(grid: Grid, known: Known) -> Block | None:
    """The first headings of the sheet: known ones, else one known heading, else a row of unknown short texts."""
    for finder in (_first_strong, _first_single, _first_weak, _first_unknown):
        row = finder(grid, known)
        if row is not None:
            return block_at(grid, row, known)
    return None


def _first_strong(grid: Grid, known: Known) -> int | None:
    for row in range(1, grid.last + 1):
        cells = grid.cells(row)
        # far below, where mostly rows of data are left to look at, the last cell decides: to ask of all takes seconds
        if row > SURELY_LOOKED_AT and not (len(cells) > 1 and known(cells[max(cells)])):
            continue
        if is_strong(cells, known):
            return _stronger_below(grid, row, known)
    return None


def _stronger_below(grid: Grid, row: int, known: Known) -> int:
    """Labels with their values above a table may pass for headings: better ones close below win."""
    best = row
    for below in grid.filled_rows(row, 5):
        cells = grid.cells(below)
        if not is_strong(cells, known):
            if any(is_figure(value) and not is_year(value) for value in cells.values()):
                break
        elif known_in(cells, known) > known_in(grid.cells(best), known) and not _belongs(grid, best, below, known):
            best = below
    return best


def _belongs(grid: Grid, row: int, below: int, known: Known) -> bool:
    return below in block_at(grid, row, known).rows


def _first_single(grid: Grid, known: Known) -> int | None:
    """The heading of a list of one column: known, and what follows stands below it."""
    for row in range(1, min(grid.last, SURELY_LOOKED_AT) + 1):
        cells = grid.cells(row)
        if len(cells) == 1 and known_in(cells, known):
            after = grid.next_filled(row)
            if after is None or grid.cells(after).keys() == cells.keys():
                return row
    return None


def _first_weak(grid: Grid, known: Known) -> int | None:
    for row in range(1, min(grid.last, SURELY_LOOKED_AT) + 1):
        cells = grid.cells(row)
        if len(cells) >= 3 and may_head(cells) and known_in(cells, known) * 4 >= len(cells) and _has_rows(grid, row):
            return row
    return None


def _first_unknown(grid: Grid, known: Known) -> int | None:
    """The first row of short distinct texts above a row about as wide."""
    for row in range(1, min(grid.last, SURELY_LOOKED_AT) + 1):
        cells = grid.cells(row)
        texts = {normal(one_line(value)) for value in cells.values()}
        short = all(len(one_line(value)) <= 60 for value in cells.values())
        if len(cells) >= 2 and len(texts) == len(cells) and short and may_head(cells) and _has_rows(grid, row):
            return row
    return None


def _has_rows(grid: Grid, row: int) -> bool:
    return any(len(grid.cells(below)) * 2 >= len(grid.cells(row)) for below in grid.filled_rows(row, 2))
