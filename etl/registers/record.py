"""A data row with its columns known: values by our column names, with their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.columns import personal
from etl.columns.cells import is_error, is_missing, text_of
from etl.layout.types import DataRow
from etl.workbook import Value, address, letters

Place = tuple[str, int]
# Personal numbers have six digits or more, however parted; mail has its sign. Most cells need no closer look.
MAY_BE_PERSONAL = re.compile(r"@|\d(?:\D{0,3}\d){5}")


@dataclass(frozen=True)
class Grid:
    """What the rows of a table have in common: the sheet, our column -> column of the sheet, and the headings that may
    be kept, by column of the sheet (those of personal columns are not among them)."""

    sheet: str
    columns: Mapping[str, int]
    headings: Mapping[int, str]
    header_row: int
    numbering: frozenset[int] = frozenset()

    def heading_cell(self, column: str) -> str:
        """The address of a column's heading."""
        return address(self.sheet, self.header_row, self.columns[column])


@dataclass(slots=True)
class Record:
    """One data row. `filled` holds values taken from above where the person asked for that, by column of the sheet."""

    grid: Grid
    row: DataRow
    filled: Mapping[int, Value] | None = None
    scrubbed: bool = False

    @property
    def sheet(self) -> str:
        return self.grid.sheet

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def place(self) -> Place:
        return self.grid.sheet, self.row.number

    def address(self) -> str:
        """The row as people write it: Rekap!7."""
        return f"{self.sheet}!{self.number}"

    def has(self, column: str) -> bool:
        """Whether the table has that column."""
        return column in self.grid.columns

    def cell(self, column: str) -> str:
        """The address of the cell of one of our columns."""
        return address(self.sheet, self.number, self.grid.columns[column])

    def heading(self, column: str) -> str:
        """The heading as it stands; the column's letters where it has none."""
        place = self.grid.columns[column]
        return self.grid.headings.get(place) or letters(place)

    def value(self, column: str) -> Value:
        """What stands in the cell; None where nothing does or the table has no such column."""
        place = self.grid.columns.get(column)
        if place is None:
            return None
        found = self.row.cells.get(place)
        return self.filled.get(place) if found is None and self.filled else found

    def raw(self, column: str) -> str:
        """The cell as text, for messages: on one line, without personal data."""
        return clean(self.value(column))[0]

    def error(self, column: str) -> bool:
        """Whether a spreadsheet error or a formula without a result stands in the cell."""
        value = self.value(column)
        return isinstance(value, str) and _is_no_value(value)

    def text(self, column: str) -> str | None:
        """The cell as text on one line; None where it is missing or an error. Personal data is taken out."""
        if column not in self.grid.columns:
            return None
        value = self.value(column)
        if value is None:
            return None
        # Only texts are remembered: 1, 1.0 and True are one key, and three texts.
        text, found = _remembered(value) if isinstance(value, str) else _words(value)
        self.scrubbed = self.scrubbed or found
        return text

    def raw_cells(self) -> dict[str, str]:
        """All cells that may be kept, by heading; headings that stand twice carry their letters."""
        kept: dict[str, str] = {}
        for place, heading in self.grid.headings.items():
            value = self.row.cells.get(place)
            if value is not None:
                name = heading if heading and heading not in kept else f"{heading} ({letters(place)})".strip()
                kept[name] = clean(value, joined=False)[0]
        return kept

    @property
    def signature(self) -> tuple[object, ...]:
        """All that the row says but its running number; two rows with the same say the same."""
        numbering = self.grid.numbering
        return self.row.section, tuple(cell for cell in self.row.cells.items() if cell[0] not in numbering)


def _is_no_value(value: str) -> bool:
    return value.lstrip()[:1] == "=" or is_error(value)


def _words(value: Value) -> tuple[str | None, bool]:
    """A cell as `Record.text` gives it, and whether personal data was taken out."""
    if is_missing(value) or (isinstance(value, str) and _is_no_value(value)):
        return None, False
    text, found = clean(value)
    return text or None, found


_remembered = lru_cache(maxsize=20_000)(_words)


def clean(value: Value, joined: bool = True) -> tuple[str, bool]:
    """A cell as text without personal data, and whether there was any; `joined`: line breaks become spaces."""
    text = value if isinstance(value, str) else text_of(value)
    text = " ".join(text.split()) if joined else text.strip()
    if not MAY_BE_PERSONAL.search(text):
        return text, False
    scrubbed, found = personal.scrub(text)
    return scrubbed, bool(found)


def parts(record: Record, column: str, texts: Sequence[str]) -> list[Record]:
    """The record once per text that its cell of `column` holds; cells with as many lines are parted the same way."""
    if len(texts) == 1:
        return [record]
    made = []
    for number, text in enumerate(texts):
        cells = {place: _line(value, number, len(texts)) for place, value in record.row.cells.items()}
        cells[record.grid.columns[column]] = text
        made.append(Record(record.grid, replace(record.row, cells=cells), record.filled))
    return made


def _line(value: Value, number: int, of: int) -> Value:
    lines = [line.strip() for line in value.splitlines() if line.strip()] if isinstance(value, str) else []
    return lines[number] if len(lines) == of else value


def records(grid: Grid, rows: Sequence[DataRow], fill_down: Sequence[str]) -> list[Record]:
    """The rows as records. Columns whose heading is named in `fill_down` take the value above where they are blank."""
    wanted = {heading.strip().lower() for heading in fill_down}
    places = [p for p, heading in grid.headings.items() if heading.strip().lower() in wanted or letters(p) in fill_down]
    made: list[Record] = []
    above: dict[int, Value] = {}
    for row in rows:
        filled = {p: above[p] for p in places if p in above and p not in row.cells}
        made.append(Record(grid, row, filled or None))
        above |= {p: row.cells[p] for p in places if p in row.cells}
    return made
