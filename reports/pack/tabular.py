"""Tables on slides: how much room a row needs, where a long table is cut, and the native table itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.util import Inches

from reports.pack.look import BOTTOM, CELL, INK, MAIN, MARGIN, PAPER, TINT, TOP, WIDTH, colour, write
from reports.section import Cell, Column, Table, is_number, shown

ACROSS = WIDTH - 2 * MARGIN
PADDING = 0.16  # inches that a cell keeps free, left and right together
LEADING = CELL * 1.22 / 72
# The mean width of a letter against its size; a little too wide, so that a row is never higher than it was reckoned.
LETTER = 0.5


def lines(words: str, wide: float, size: float) -> int:
    """How many lines words take in a box of that width in inches, broken at blanks."""
    room = max(1, int(wide * 72 / (size * LETTER)))
    count, left = 1, room
    for word in words.split():
        need = len(word) + 1
        if need > left + 1 and left < room:
            count, left = count + 1, room
        while need > room:
            count, need = count + 1, need - room
        left -= need
    return count


def split(table: Table, lang: str, below: float = TOP) -> list[Table]:
    """The table in parts that fit on a slide each, the first `below` so many inches; the total stands below the last.

    The parts are about as long as each other."""
    widths = _widths(table.columns)
    head = _height([column.heading for column in table.columns], widths)
    heights = [_height(_texts(row, table.columns, lang), widths) for row in table.rows]
    last = 2 * LEADING if table.total else 0.0
    room = BOTTOM - TOP - head
    cuts = _cuts(heights, room, below - TOP, last)
    fair = (sum(heights) + last + below - TOP) / len(cuts) + max(heights, default=0.0)
    even = _cuts(heights, min(room, fair), below - TOP, last)
    if len(even) == len(cuts):
        cuts = even
    ends = [*cuts[1:], len(table.rows)]
    parts = [replace(table, rows=table.rows[first:end], total=None, summed=())
             for first, end in zip(cuts, ends, strict=True)]  # fmt: skip
    return [*parts[:-1], replace(parts[-1], total=table.total, summed=table.summed)]


def _cuts(heights: Sequence[float], room: float, taken: float, last: float) -> list[int]:
    """The first row of each part, when parts are filled one after the other; `last` is kept free below the last row."""
    cuts, used = [0], taken
    for number, height in enumerate(heights):
        below = last if number == len(heights) - 1 else 0.0
        if used + height + below > room and number > cuts[-1]:
            cuts.append(number)
            used = 0.0
        used += height
    return cuts


def place(slide: Any, table: Table, lang: str, below: float = TOP) -> None:
    """Put the native table on a slide from `below` inches downwards, its heading in the first row."""
    widths, rows = _widths(table.columns), [*table.rows, *([table.total] if table.total else [])]
    frame = slide.shapes.add_table(
        len(rows) + 1, len(table.columns), Inches(MARGIN), Inches(below), Inches(ACROSS), Inches(LEADING * 2)
    )
    made = frame.table
    made.first_row, made.horz_banding, made.last_row = True, False, table.total is not None
    for number, width in enumerate(widths):
        made.columns[number].width = Inches(width)
    headings = [column.heading for column in table.columns]
    _row(made, 0, headings, table.columns, widths, MAIN, PAPER, bold=True)
    for number, row in enumerate(rows, 1):
        is_total = table.total is not None and number == len(rows)
        words = ["" if is_total and cell is None else text
                 for cell, text in zip(row, _texts(row, table.columns, lang), strict=True)]  # fmt: skip
        fill = TINT if is_total or number % 2 == 0 else PAPER
        _row(made, number, words, table.columns, widths, fill, INK, bold=is_total)


def _row(
    made: Any, number: int, words: Sequence[str], columns: Sequence[Column], widths: Sequence[float], fill: str,
    ink: str, bold: bool,
) -> None:  # fmt: skip
    made.rows[number].height = Inches(_height(words, widths))
    for place_of, (text, column) in enumerate(zip(words, columns, strict=True)):
        cell = made.cell(number, place_of)
        cell.fill.solid()
        cell.fill.fore_color.rgb = colour(fill)
        cell.margin_left = cell.margin_right = Inches(PADDING / 2)
        cell.margin_top = cell.margin_bottom = Inches(0.03)
        write(cell.text_frame, text, CELL, ink, bold=bold, right=is_number(column))


def _widths(columns: Sequence[Column]) -> list[float]:
    whole = sum(column.wide for column in columns)
    return [ACROSS * column.wide / whole for column in columns]


def _texts(row: Sequence[Cell], columns: Sequence[Column], lang: str) -> list[str]:
    return [shown(cell, column.kind, lang) for cell, column in zip(row, columns, strict=True)]


def _height(words: Sequence[str], widths: Sequence[float]) -> float:
    deepest = max(lines(text, width - PADDING, CELL) for text, width in zip(words, widths, strict=True))
    return deepest * LEADING + 0.1
