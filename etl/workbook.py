"""A spreadsheet as it was read, whatever its format: sheets of plain values with their place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

Value = str | bool | int | float | date | datetime | time | None


@dataclass(frozen=True)
class Merge:
    """A merged range: rows and columns counted from 1, both ends inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Note:
    """Something the reader wants to say of a file. `code` is a catalogue key below import.note, `params` fill it."""

    code: str
    params: dict[str, str] = field(default_factory=dict)


@dataclass
class Sheet:
    """One sheet. `rows` begin at row 1 and column A and are all equally long; rows after the last content are cut.

    A cell is None where nothing stands, else the stored value: text untrimmed, an Excel error as its text ("#N/A"),
    a formula as its stored result (as its text, with the "=", where no result is stored), a number shown as a
    percentage as text ("90 %") and one shown with leading zeros as text ("010001")."""

    name: str
    rows: list[list[Value]]
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)


@dataclass
class Workbook:
    """A file that was read. `format` is the reader's name (xlsx, xls, ods, csv, html)."""

    format: str
    sheets: list[Sheet]
    notes: list[Note] = field(default_factory=list)


class Refused(Exception):
    """A file that is not read. `code` is a refusal of the commands (password, bomb, …), `params` fill its sentence."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params


def letters(column: int) -> str:
    """The name of a column counted from 1: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def address(sheet: str, row: int, column: int) -> str:
    """A cell as people write it: Rekap!C14."""
    return f"{sheet}!{letters(column)}{row}"
