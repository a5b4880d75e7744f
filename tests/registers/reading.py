"""A dry run as a stranger asks about it: what became of a row, what was read at a place, what was said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from etl.context import Context
from etl.dry_run import ColumnRead, DryRun, Row, SheetRead
from tests.registers.material import Register
from tests.registers.sheets import Grid, grid

Text = str | None
OF_RESULT = {"outcome", "decided_on", "score"}
OF_INNOVATION = {"type", "form", "affair", "summary", "started_on"}
COLUMN_NAMES = {"title": {"title", "name", "innovation"}, "started_year": {"started_on", "year", "started_year"}}


@dataclass
class Reading:
    """One register, its dry run, and the data it was read against."""

    register: Register
    dry: DryRun
    context: Context
    _grid: dict[str, Grid] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        """The name of the data sheet."""
        name: str = self.register.sheet["sheet"]
        return name

    def cell(self, column: str, row: int) -> str:
        """The text that stands in a cell of the data sheet; empty where nothing does."""
        if self.sheet not in self._grid:
            self._grid[self.sheet] = grid(self.register, self.sheet)
        return self._grid[self.sheet].get((row, ord(column) - ord("A") + 1), "")

    # What became of a row

    def fate(self, row: int, sheet: str | None = None) -> str:
        """`loaded`, `quarantined`, or the reason why a row was skipped."""
        name = sheet or self.sheet
        skipped = [one.reason for one in self.dry.skipped if (one.sheet, one.row) == (name, row)]
        held = any((one.sheet, one.row) == (name, row) for one in self.dry.quarantined)
        if skipped:
            return f"{skipped[0]} and quarantined" if held else skipped[0]
        return "quarantined" if held else "loaded"

    def fates(self, rows: Iterable[int]) -> dict[int, str]:
        """What became of each of several rows."""
        return {row: self.fate(row) for row in rows}

    # What was read

    def all_rows(self) -> Iterator[tuple[str, Row]]:
        """Every row that would be written, with its table."""
        for table, rows in self.dry.tables.items():
            yield from ((table, row) for row in rows)

    def at(self, table: str, row: int | None) -> list[Row]:
        """Rows of a table that come from one row of the data sheet, or (None) from anywhere on it."""
        rows = self.dry.tables.get(table, [])
        places = [str(one["_place"]).rpartition("!") for one in rows]
        wanted = (self.sheet_of_facts, "!")
        return [
            one
            for one, place in zip(rows, places, strict=True)
            if (row is None and place[0] == wanted[0]) or (place[0] == wanted[0] and place[2] == str(row))
        ]

    @property
    def sheet_of_facts(self) -> str:
        """The sheet the facts speak of; a form has no data sheet of rows."""
        return self.sheet if self.register.sheet else self.register.expected["facts"][0]["row"]

    def titles(self, row: int | None = None) -> list[Text]:
        """Titles of the entries of one row (None: of all), in order."""
        entries = self.at("submissions", row) if row is not None else self.dry.tables.get("submissions", [])
        found = [entry.get("innovation") or self._innovation(entry).get("name") for entry in entries]
        if found:
            return found
        rows = self.at("innovations", row) if row is not None else self.dry.tables.get("innovations", [])
        return [one.get("name") for one in rows]

    def values(self, row: int | None, name: str) -> list[Text]:
        """What was read of a field at one row, without blanks; `outcome:top7` and the like name the stage."""
        kind, _, stage = name.partition(":")
        if kind in OF_RESULT and (stage or kind == "score"):
            found = [one.get(kind) for one in self.at("stage_results", row) if not stage or one["stage_id"] == stage]
        elif kind == "value":
            counts = self.at("reported_counts", row)
            found = [one.get("value") for one in counts if not stage or self._is_of(one["stage_id"], stage)]
        else:
            found = self._plain(row, name)
        return [value for value in dict.fromkeys(found) if value is not None]

    def is_stage(self, column: Text, expected: str) -> bool:
        """Whether a column of one stage is the one expected, by the stage's id or (figures) by its kind."""
        kind, _, stage = (column or "").partition(":")
        return kind == "value" == expected.partition(":")[0] and self._is_of(stage, expected.partition(":")[2])

    def _is_of(self, stage: Text, expected: str) -> bool:
        """Figures of several editions name the kind of a stage where its id differs between them."""
        kinds = {
            one.kind
            for edition in self.context.editions
            for one in self.context.stages(edition)
            if one.stage_id == stage
        }
        return expected in (stage, *kinds)

    def _plain(self, row: int | None, name: str) -> list[Text]:
        if name in ("title", "titles"):
            return self.titles(row)
        if name == "rank":
            return [one.get("rank") for one in self.at("stage_results", row)]
        if name == "agency_id":
            return self.agencies(row)
        if name == "agency_text":
            return [one.get("agency") for one in self.at("submissions", row)]
        if name in OF_INNOVATION:
            linked = [self._innovation(one) for one in self.at("submissions", row)]
            return [one.get(name) for one in [*linked, *self.at("innovations", row)]]
        if name == "section":
            places = [one for table in self.dry.tables for one in self.at(table, row)]
            return [value for one in places for key, value in one.items() if key != "_place"]
        tables = ("submissions", "agencies", "innovations", "reported_counts")
        found = [one.get(name) for table in tables for one in self.at(table, row)]
        # A name of which a person is asked first (a post, say) is written nowhere yet: the question holds it.
        asked = [
            one.value for one in self.dry.questions if (one.row, name) == (row, "name") and one.sheet == self.sheet
        ]
        return found or asked

    def _innovation(self, entry: Row) -> Row:
        wanted = entry.get("innovation_id")
        found = [one for one in self.dry.tables.get("innovations", []) if one.get("innovation_id") == wanted]
        return found[0] if wanted and found else {}

    def agencies(self, row: int | None) -> list[Text]:
        """Agencies that the entries of a row resolve to; in a list of agencies, the one that the row names."""
        if self.register.expected["given"]["what"] == "agencies":
            return self._listed_agency(row)
        by_name = [self.resolve(str(one["agency"])) for one in self.at("submissions", row) if one.get("agency")]
        by_key = [one.get("agency_id") for one in self.at("innovations", row)]
        return by_name or by_key

    def _listed_agency(self, row: int | None) -> list[Text]:
        written = [one.get("agency_id") for one in self.at("agencies", row)]
        return written or [self.resolve(self.cell(self.register.column("name"), row or 0))]

    def resolve(self, name: str) -> Text:
        """The one agency that a name stands for in the register's government and year, by a step that needs nobody."""
        government = self.register.expected["given"].get("government_id")
        edition = self.context.editions.get(self.register.expected["given"].get("edition_id") or "")
        year = edition.year if edition else None
        return self.context.resolve(government, name, year).agency_id if government and name else None

    # What was understood and said

    def data_sheet(self, name: str | None = None) -> SheetRead | None:
        """A sheet as it was understood, or None where the dry run does not name it."""
        wanted = name or self.sheet
        return next((one for one in self.dry.sheets if one.name == wanted), None)

    def column(self, letter: str) -> ColumnRead | None:
        """What a column of the data sheet was taken for, or None where it has no heading."""
        read = self.data_sheet()
        cells = read.columns if read else []
        return next((one for one in cells if one.cell.rpartition("!")[2].rstrip("0123456789") == letter), None)

    def dropped(self, letter: str) -> bool:
        """Whether a column is dropped as personal, and said to be."""
        column = self.column(letter)
        if column is None:
            return False
        return column.personal or (column.heading, "personal data") in self.dry.dropped

    def listed(self, cell: str) -> bool:
        """Whether a cell is named in a question, a row held back, or a note."""
        whole = re.compile(rf"{re.escape(cell)}(?!\d)")
        return any(whole.search(said) for said in self.said())

    def said(self) -> list[str]:
        """Every place, value and parameter that questions, rows held back and notes name."""
        issues = [*self.dry.questions, *self.dry.quarantined]
        places = [one.cell for one in issues if one.cell]
        params = [text for one in issues for text in one.params.values()]
        return [*places, *params, *(text for note in self.dry.notes for text in note.params.values())]

    def codes(self, row: int) -> set[str]:
        """Codes of the questions and quarantines of one row of the data sheet."""
        issues = [*self.dry.questions, *self.dry.quarantined]
        return {one.code for one in issues if (one.sheet, one.row) == (self.sheet, row)}


def names_of(expected: str) -> set[str]:
    """Our names for a column as the expectation calls it."""
    return COLUMN_NAMES.get(expected, {expected})
