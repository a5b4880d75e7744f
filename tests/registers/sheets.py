"""The cells of a register, read here by plain means and not by the code under test."""

import csv
import io

import openpyxl

from tests.registers.material import Register

Grid = dict[tuple[int, int], str]


def grid(register: Register, sheet: str) -> Grid:
    """The text of each filled cell of a sheet by (row, column), both from 1, trimmed; errors and formulas' results."""
    rows = _csv(register.data) if register.name.endswith(".csv") else _xlsx(register.data, sheet)
    cells = {(r, c): text.strip() for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)}
    return {place: text for place, text in cells.items() if text}


def _csv(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    delimiter = ";" if text.count(";") > text.count(",") else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _xlsx(data: bytes, sheet: str) -> list[list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    values = book[sheet].iter_rows(values_only=True)
    return [["" if value is None else str(value) for value in row] for row in values]
