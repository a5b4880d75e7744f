"""What a dry run says: what was given, what was understood, what will be loaded, held back, skipped and asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from etl.workbook import Note, Refused

Row = dict[str, str | None]
Progress = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much (0: unknown)
COUNTS = ("read", "loaded", "quarantined", "skipped", "entries")


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody wants to see."""


@dataclass(frozen=True)
class Given:
    """What a person says of a file beyond what stands in it. Everything is optional.

    `columns`: heading as written, or a column's letters -> our column ("" leaves the column out). `agencies`: name as
    written -> agency_id ("" says that it is no agency of the register). `fill_down`: headings whose blanks take the
    value above. `extent`: complete or partial, of everything the government (or `extent_agency`) handed in."""

    government_id: str | None = None
    competition_id: str | None = None
    edition_id: str | None = None
    stage_id: str | None = None
    year: int | None = None
    table: str | None = None
    sheet: str | None = None
    source_id: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    fill_down: tuple[str, ...] = ()
    extent: str = "partial"
    extent_agency: str | None = None


@dataclass(frozen=True)
class ColumnRead:
    """A heading and the column it was taken for. `by`: heading, value, remembered or person; `personal` is dropped."""

    cell: str
    heading: str
    column: str | None
    by: str
    personal: bool = False
    samples: tuple[str, ...] = ()


@dataclass
class SheetRead:
    """A sheet as it was understood. `why` is a catalogue key below import.sheet where it is not data."""

    name: str
    is_data: bool
    table: str | None = None
    first_row: int | None = None
    last_row: int | None = None
    header_rows: list[int] = field(default_factory=list)
    columns: list[ColumnRead] = field(default_factory=list)
    why: str | None = None


@dataclass(frozen=True)
class Suggestion:
    """An answer offered to a question: the key it would give, its name, and why (a key below import.why)."""

    key: str
    name: str
    why: str


@dataclass(frozen=True)
class Issue:
    """A row held back or a question. `row` counts from 1; `cell` is an address such as Rekap!C14.

    `code` is one of the codes of the commands; `detail` names a variant of its sentence, `params` fill it (see
    texts/imports.py); `cells` keep the raw cells of a row held back, by heading, without personal data."""

    sheet: str
    row: int
    cell: str | None
    code: str
    value: str | None = None
    detail: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Skipped:
    """A row that is no data, with its reason (title, header, total, …)."""

    sheet: str
    row: int
    reason: str


@dataclass(frozen=True)
class Ask:
    """Something only a person can say before anything loads: table, edition, government, competition, column, stage.

    `options` are keys to choose from with their names, likeliest first; empty where any may be named."""

    what: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass
class DryRun:
    """The outcome of reading one file. `outcome`: load, ask, nothing or refuse.

    `tables` hold the rows that would be written, by input table, as text by column, each with `_place` (Rekap!7)."""

    file: str
    sha256: str
    given: Given
    outcome: str = "nothing"
    refused: Refused | None = None
    sheets: list[SheetRead] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    skipped: list[Skipped] = field(default_factory=list)
    quarantined: list[Issue] = field(default_factory=list)
    questions: list[Issue] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)  # (heading, "personal data" or "unknown")
    notes: list[Note] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    kept: bytes | None = None  # the file, or the copy without personal data
    kept_name: str = ""
    resolves: list[str] = field(default_factory=list)  # held rows that this file puts right: "batch-0007 Rekap!14"
    blanked: bool = False  # whether `kept` is such a copy
