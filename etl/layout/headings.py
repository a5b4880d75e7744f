"""Finding the rows of headings by their words, and joining them to one heading per column."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.layout.cells import is_figure, is_year, one_line
from etl.layout.grid import Grid
from etl.layout.types import Heading
from etl.workbook import Value

LONGEST_HEADING = 150
DEEPEST = 3  # rows of headings
MOSTLY = 0.75
NUMBER_WORDS = {"no", "nomor", "nourut", "nomorurut", "nr", "urut", "urutan", "num", "number", "#"}
Cells = dict[int, Value]
_NO_LETTERS = re.compile(r"[\W_]+")


class Known:
    """Whether a text is a known heading; remembers the answers, as rows of data ask for the same texts again."""

    def __init__(self, is_heading: Callable[[str], bool]) -> None:
        self._is_heading = is_heading
        self._answers: dict[str, bool] = {}

    def __call__(self, value: Value) -> bool:
        if not isinstance(value, str) or len(value) > LONGEST_HEADING:
            return False
        answer = self._answers.get(value)
        if answer is None:
            if len(self._answers) > 20_000:
                self._answers.clear()
            answer = self._answers[value] = self._is_heading(one_line(value))
        return answer


@dataclass(frozen=True)
class Block:
    """Rows of headings. `parts` are the headings of the tables side by side, mostly one."""

    rows: range
    parts: list[list[Heading]]
    known: int


def normal(text: str) -> str:
    """A heading for comparison: letters and digits only, N0 read as NO."""
    letters = _NO_LETTERS.sub("", text.casefold())
    return "no" if letters == "n0" else letters or text


def may_head(cells: Cells) -> bool:
    """Whether a row could be headings: short texts and years, nothing else."""
    return all(
        is_year(value) or (isinstance(value, str) and len(value) <= LONGEST_HEADING and not is_figure(value))
        for value in cells.values()
    )


def known_in(cells: Cells, known: Known) -> int:
    """How many cells of the row are known headings."""
    return sum(map(known, cells.values()))


def is_strong(cells: Cells, known: Known) -> bool:
    """Whether the row is headings by its words: two or more are known, and at least a third of all.

    Figures speak against it, but for the numbers of indicators in a row that begins with "No"."""
    if len(cells) < 2 or not (may_head(cells) or _numbers_rows(next(iter(cells.values())))):
        return False
    return known_in(cells, known) >= max(2, len(cells) / 3)


def _numbers_rows(value: Value) -> bool:
    return isinstance(value, str) and len(value) < 20 and normal(value) in NUMBER_WORDS


def block_at(grid: Grid, row: int, known: Known) -> Block:
    """The rows of headings around a row that holds headings, joined."""
    top, bottom = row, row
    while bottom - top + 1 < DEEPEST and _is_lower(grid, bottom, known):
        bottom += 1
    while bottom - top + 1 < DEEPEST and _is_group(grid, top, known):
        top -= 1
    rows = range(top, bottom + 1)
    return Block(rows, beside(joined(grid, rows, known)), sum(known_in(grid.cells(r), known) for r in rows))


def _is_lower(grid: Grid, row: int, known: Known) -> bool:
    """Whether the row below belongs to the headings too: below merged groups, below and right of gaps, or all of them
    said again in other words (our own workbooks have a row of headings to read and one of column names)."""
    upper, lower = grid.cells(row), grid.cells(row + 1)
    if not lower or not may_head(lower):
        return False
    first = min(upper)
    gaps = {c for c in range(first, max(lower) + 1) if c not in upper}
    groups = grid.group_span(row, first) > first or first + 1 in gaps  # a CSV has lost the merge, not its gap
    if first in lower and not groups:  # no group above: it would be a second heading
        twice = len(lower) > 1 and lower.keys() == upper.keys()
        return twice and all(known_in(cells, known) > len(cells) * MOSTLY for cells in (upper, lower))
    all_known = len(lower) > 1 and all(map(known, lower.values()))
    if all_known or _is_under_groups(grid, row, lower) or _reaches_down(grid, row, lower):
        return True
    allowed = gaps | {c for c in upper if c + 1 in gaps}
    return lower.keys() <= allowed and known_in(lower, known) > 0


def _is_under_groups(grid: Grid, row: int, lower: Cells) -> bool:
    """Whether all cells of the lower row stand below cells merged across."""
    spans = ((c, grid.group_span(row, c)) for c in grid.cells(row))
    return {c for left, right in spans if right > left for c in range(left, right + 1)} >= lower.keys()


def _reaches_down(grid: Grid, row: int, lower: Cells) -> bool:
    """Whether all cells of the upper row that have none below are merged down into the lower row."""
    merged = {column for column, bottom in grid.down.get(row, ()) if bottom > row}
    return bool(merged) and grid.cells(row).keys() - lower.keys() <= merged


def _is_group(grid: Grid, row: int, known: Known) -> bool:
    """Whether the row above holds groups of these headings: merged over some of them, or right of the first one."""
    upper, lower = grid.cells(row - 1), grid.cells(row)
    if not upper or not may_head(upper):
        return False
    first, last = min(lower), max(lower)
    if min(upper) < first or max(upper) > last:
        return False
    merged = [c for c in upper if grid.group_span(row - 1, c) > c]
    if merged:
        wide = any(c <= first and grid.group_span(row - 1, c) >= last for c in merged)
        return not wide and all(c in merged or c not in lower for c in upper)
    return first not in upper and (len(upper) > 1 or known_in(upper, known) > 0) and upper.keys() <= lower.keys()


def joined(grid: Grid, rows: range, known: Known) -> list[Heading]:
    """One heading per column that has a cell of its own, the groups above it found through merges and gaps."""
    columns = sorted({column for row in rows for column in grid.cells(row)})
    headings = [_heading(grid, rows, column) for column in columns]
    seen = [normal(heading.own) for heading in headings]
    return [_named(h, known(h.own) and seen.count(normal(h.own)) == 1) for h in headings]


def _heading(grid: Grid, rows: range, column: int) -> Heading:
    own_row = max(row for row in rows if column in grid.cells(row))
    own = one_line(grid.cells(own_row)[column])
    above = [_group_of(grid, row, own_row, column) for row in rows if row < own_row]
    groups = [text for text in dict.fromkeys(above) if text and normal(text) != normal(own)]
    return Heading(column, own, own, " / ".join(groups) or None, own_row)


def _group_of(grid: Grid, row: int, own_row: int, column: int) -> str | None:
    """What stands above a heading in a row: its own cell, the merge over it, or in a CSV the cell left of the gap."""
    cells = grid.cells(row)
    left = max((c for c in cells if c <= column), default=None)
    if left is None:
        return None
    merged = (row, left) in grid.across
    reaches = grid.group_span(row, left) if merged else column
    below = grid.cells(own_row)
    in_gap = merged or all(c in below for c in range(left, column + 1))
    return one_line(cells[left]) if column <= reaches and in_gap else None


def _named(heading: Heading, names_itself: bool) -> Heading:
    text = heading.own if names_itself or not heading.group else f"{heading.group} / {heading.own}"
    return Heading(heading.column, text, heading.own, heading.group, heading.row)


def beside(headings: list[Heading]) -> list[list[Heading]]:
    """The headings parted where a second table begins to the right: its first heading is the running number again."""
    first = normal(headings[0].own)
    starts = [i for i, heading in enumerate(headings) if normal(heading.own) == first]
    if first not in NUMBER_WORDS or any(b - a < 2 for a, b in zip(starts, [*starts[1:], len(headings)], strict=True)):
        return [headings]
    return [headings[a:b] for a, b in zip(starts, [*starts[1:], len(headings)], strict=True)]


def alike(one: list[Heading], other: list[Heading]) -> bool:
    """Whether two sets of headings are one set repeated: most stand in the same column with the same words."""
    words = {heading.column: normal(heading.own) for heading in one}
    same = sum(words.get(heading.column) == normal(heading.own) for heading in other)
    return same > max(len(one), len(other)) / 2
