"""What the layout of a sheet is: its tables, or its form, and what became of every other row."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.workbook import Sheet, Value


@dataclass(frozen=True)
class Heading:
    """The heading of a column. `own` is the lowest cell, `group` what stands above it, `row` where `own` stands.

    `text` is `own` where that names the column by itself, else "group / own". Inner blanks are single."""

    column: int
    text: str
    own: str
    group: str | None
    row: int


@dataclass(slots=True)
class DataRow:
    """A row of a table: its cells by column from 1, without blank ones, texts stripped but their line breaks kept.

    A cell merged downwards stands in each row of its merge. `continued` are the rows whose rest was joined to it."""

    number: int
    cells: dict[int, Value]
    section: str | None = None
    example: bool = False
    continued: list[int] = field(default_factory=list)


@dataclass
class Table:
    """Rows below one set of headings. `header_rows` are the rows of its first heading, not those of its repeats."""

    header_rows: list[int]
    headings: list[Heading]
    rows: list[DataRow] = field(default_factory=list)
    first_row: int = 0
    last_row: int = 0


@dataclass
class Form:
    """One innovation down the side: label -> (answer, row, column); `column` is the label's where it has no answer."""

    answers: dict[str, tuple[Value, int, int]]
    label_rows: list[int]


@dataclass(frozen=True)
class StatedTotal:
    """A figure in a row of totals."""

    row: int
    column: int
    value: Value


@dataclass
class Layout:
    """A sheet as it is laid out. Every row is the number of one data row, in `skipped`, or in the form's label rows.

    `tables`: the one with most rows first. `beside` stand to the right of another table, in rows counted there.
    `skipped` holds (row, reason): title, header, repeated_header, blank, column_numbers, section, page, total, note,
    signature, continuation, other_table (only a table beside has a row there) or form. Rows marked as an example are
    data rows with `example`. `heading_rows_found`: some heading was known."""

    sheet: Sheet
    tables: list[Table] = field(default_factory=list)
    form: Form | None = None
    skipped: list[tuple[int, str]] = field(default_factory=list)
    stated_totals: list[StatedTotal] = field(default_factory=list)
    heading_rows_found: bool = False
    beside: list[Table] = field(default_factory=list)
