"""Forms of one innovation: labels down the side, the answers beside them."""

from __future__ import annotations

import re

from etl.layout.cells import one_line
from etl.layout.grid import Grid
from etl.layout.headings import Known, is_strong
from etl.layout.types import Form
from etl.workbook import Value

LONGEST_FORM = 300
FEWEST_LABELS = 3
_TITLE = re.compile(r"(?:nama|judul)[\s_]*(?:inovasi|proposal|usulan|temuan|program)\b", re.IGNORECASE)
_ANSWER = re.compile(r"jawaban|informasi|isian|uraian|isi\b|answer", re.IGNORECASE)
_LABEL = re.compile(r"jenis isian|isian|label|pertanyaan|uraian|data|profil|informasi", re.IGNORECASE)
_EXPLAINS_COLUMNS = re.compile(r"kolom|column|field|heading|judul kolom|nama kolom", re.IGNORECASE)
_DEFINITION = re.compile(r"definisi|penjelasan|petunjuk|keterangan|definition|contoh|data pendukung", re.IGNORECASE)
_IN_ONE_CELL = re.compile(r"([^:\n]{2,80}?)\s*:\s*(\S.*)?", re.DOTALL)


def read_form(grid: Grid, known: Known) -> Form | None:
    """The form that the sheet is, or None. A form has the label of a title and two more known labels in one column."""
    if grid.last > LONGEST_FORM:
        return None
    for column in (1, 2, 3):
        labels = _labels(grid, column, known)
        titles = [row for row in labels if _TITLE.match(label_of(grid.cells(row)[column]))]
        asked = {label_of(grid.cells(row)[column]) for row in labels if known(label_of(grid.cells(row)[column]))}
        if titles and len(asked) >= FEWEST_LABELS and not _explains(grid, column, labels[0]):
            return _form(grid, column, labels)
    return None


def label_of(value: Value) -> str:
    """The label in a cell, without its colon and the answer behind it."""
    text = one_line(value)
    match = _IN_ONE_CELL.fullmatch(text)
    return match[1] if match else text


def _labels(grid: Grid, column: int, known: Known) -> list[int]:
    """Rows with a text in the column, from the first known label on, that are not themselves headings of a table."""
    rows = [
        row
        for row in range(1, grid.last + 1)
        if isinstance(grid.cells(row).get(column), str) and not is_strong(_without_answers(grid, row, column), known)
    ]
    first = next((i for i, row in enumerate(rows) if known(label_of(grid.cells(row)[column]))), len(rows))
    return rows[first:]


def _without_answers(grid: Grid, row: int, column: int) -> dict[int, Value]:
    return grid.cells(row)


def _heading_row(grid: Grid, column: int, before: int) -> int | None:
    return None


def _explains(grid: Grid, column: int, first: int) -> bool:
    """Whether the sheet explains the columns of a table: the heading above the labels says so."""
    above = [grid.cells(row).get(column) for row in range(1, first)]
    return any(isinstance(value, str) and _EXPLAINS_COLUMNS.fullmatch(value) for value in above)


def _form(grid: Grid, column: int, labels: list[int]) -> Form:
    raise NotImplementedError
