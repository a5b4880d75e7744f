"""Forms of one innovation: labels down the side, the answers beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.layout.cells import one_line
from etl.layout.grid import Grid
from etl.layout.headings import Known, is_strong
from etl.layout.types import Form
from etl.workbook import Value

LONGEST_FORM = 300  # rows
FEWEST_LABELS = 3
LABEL_COLUMNS = (1, 2, 3)
_TITLE = re.compile(r"(?:nama|judul)[\s_]*(?:inovasi|proposal|usulan|temuan|program)\b", re.IGNORECASE)
_ANSWER = re.compile(r"jawaban|informasi|isian\b|uraian|\bisi\b|answer", re.IGNORECASE)
_LABELS = re.compile(r"jenis isian|label|pertanyaan|komponen|unsur", re.IGNORECASE)
_DEFINITION = re.compile(r"definisi|penjelasan|petunjuk|definition|pendukung|bukti", re.IGNORECASE)
_EXPLAINS_COLUMNS = re.compile(r"(?:nama |judul )?kolom|columns?", re.IGNORECASE)
_IN_ONE_CELL = re.compile(r"([^:]{2,80}?)\s*:\s*(.*)", re.DOTALL)


def read_form(grid: Grid, known: Known) -> Form | None:
    """The form that the sheet is, or None: it has the label of a title and two more known labels in one column."""
    for column in LABEL_COLUMNS:
        labels = _labels_in(grid, column, known)
        words = [label_of(grid.cells(row)[column]) for row in labels]
        if any(map(_TITLE.match, words)) and _asks(words, known):
            places = _above(grid, column, labels[0], known) | dict.fromkeys(labels, column)
            return Form(_answers(grid, places, column), list(places))
    return None


def explains_columns(grid: Grid, known: Known) -> bool:
    """Whether the sheet explains how to fill in a table: below "Kolom" stand the headings of another sheet."""
    for column in LABEL_COLUMNS if grid.last <= LONGEST_FORM else ():
        texts = [(row, str(grid.cells(row).get(column, ""))) for row in range(1, grid.last + 1)]
        head = next((row for row, text in texts if _EXPLAINS_COLUMNS.fullmatch(text)), None)
        if head is not None and _asks([text for row, text in texts if row > head], known):
            return True
    return False


def _asks(labels: Sequence[str], known: Known) -> bool:
    return len({label.casefold() for label in labels if known(label)}) >= FEWEST_LABELS


def label_of(value: Value) -> str:
    """The label in a cell, without its colon and the answer behind it."""
    text = one_line(value)
    match = _IN_ONE_CELL.fullmatch(text)
    return match[1] if match else text


def heading_row(grid: Grid, column: int, first: int, last: int) -> int | None:
    """The row "Jenis Isian | Definisi Operasional | Informasi/Jawaban" that tells which column answers."""
    for row in range(first, last + 1):
        others = [value for c, value in grid.cells(row).items() if c > column and isinstance(value, str)]
        label = grid.cells(row).get(column)
        if isinstance(label, str) and others and _LABELS.search(label) and any(_ANSWER.search(v) for v in others):
            return row
    return None


def _labels_in(grid: Grid, column: int, known: Known) -> list[int]:
    """Rows with a text in the column, from the first known label on; none where the title's label heads a table."""
    if grid.last > LONGEST_FORM:
        return []
    rows: list[int] = []
    head = heading_row(grid, column, 1, grid.last)
    for row in range(1, grid.last + 1):
        cells = grid.cells(row)
        value = cells.get(column)
        if row == head or not isinstance(value, str):
            continue
        if _TITLE.match(value) and any(n != head and is_strong(grid.cells(n), known) for n in (row - 1, row)):
            return []
        if rows or known(label_of(value)):
            rows.append(row)
    return rows


def _above(grid: Grid, column: int, first: int, known: Known) -> dict[int, int]:
    """Rows above the list of labels that have their own label further left, with its column: agency, contact."""
    head = heading_row(grid, column, 1, grid.last)
    places = {}
    for row in range(1, first):
        place, value = next(iter(grid.cells(row).items()), (0, None))
        answered = len(grid.cells(row)) > 1 or (isinstance(value, str) and ":" in value)
        if row != head and place in LABEL_COLUMNS and isinstance(value, str) and (answered or known(label_of(value))):
            places[row] = place
    return places


def _answers(grid: Grid, places: dict[int, int], column: int) -> dict[str, tuple[Value, int, int]]:
    """The first answer to each label. `places` are the columns of the labels by row, `column` that of most."""
    head = heading_row(grid, column, 1, grid.last)
    answers: dict[str, tuple[Value, int, int]] = {}
    for row, place in places.items():
        label, value, where = _answer(grid, place, row, head if head is not None and row > head else None)
        if label not in answers or answers[label][0] is None:
            answers[label] = (value, row, where)
    return answers


def _answer(grid: Grid, column: int, row: int, head: int | None) -> tuple[str, Value, int]:
    """Label, answer and column of the answer in a row below the heading row `head`, or without one."""
    cells = grid.cells(row)
    text = str(cells[column])
    match = _IN_ONE_CELL.fullmatch(text)
    label = label_of(text)
    if match and match[2]:
        return label, match[2], column
    right = {c: _without_colon(value) for c, value in cells.items() if c > column}
    if head is not None:
        headings = {c: one_line(value) for c, value in grid.cells(head).items() if c > column}
        answering = next((c for c, text in headings.items() if _ANSWER.search(text)), column + 1)
        return label, right.get(answering), answering
    place = next((c for c, value in right.items() if value), column)
    return label, right.get(place), place


def _without_colon(value: Value) -> Value:
    """The answer in the cell behind the label: its colon may stand before it."""
    return (value.lstrip(": ").strip() or None) if isinstance(value, str) else value
