"""One reading: what was given, what the data hold already, and the dry run that is being filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.context import Context, Stage
from etl.contract import contract
from etl.dry_run import DryRun, Given, Issue, Progress, Row, Skipped, Suggestion
from etl.inbox import THIS_BATCH
from etl.registers.record import Place, Record
from etl.workbook import Note

LISTED_CELLS = 12


@dataclass
class Work:
    """The state shared by the readers of purposes. Each row of a sheet ends in one state: loaded, held or skipped."""

    given: Given
    context: Context
    dry: DryRun
    progress: Progress
    loaded: set[Place] = field(default_factory=set)
    held: set[Place] = field(default_factory=set)
    idle: set[Place] = field(default_factory=set)  # rows that say nothing new
    cells_noted: dict[str, list[str]] = field(default_factory=dict)
    answers_used: set[str] = field(default_factory=set)
    by_key: dict[str, dict[tuple[str, ...], Row]] = field(default_factory=dict)  # the rows written, by table and key
    on_record: dict[str, Mapping[tuple[str, ...], Mapping[str, str]]] = field(default_factory=dict)
    counted: set[tuple[str, ...]] = field(default_factory=set)  # what published totals of this file speak of
    entries_of: dict[str, list[int]] = field(default_factory=dict)  # sheet -> the row of each entry read
    stages: dict[tuple[str, str | None], list[Stage]] = field(default_factory=dict)  # by edition and government
    spoken_stages: set[str] = field(default_factory=set)  # stages that this file tells results of
    posts_only: bool = False

    @property
    def source_id(self) -> str:
        """The source of the rows: the one given where it is on record, else the batch itself."""
        given = self.given.source_id
        return given if given and given in self.context.sources else THIS_BATCH

    def load(self, record: Record) -> None:
        """The row is used: it is written, or says what is on record already."""
        self.loaded.add(record.place)

    def hold(self, record: Record, column: str | None, code: str, detail: str | None = None, /, **params: str) -> None:
        """Keep the row back with its raw cells; the cell of `column` is the reason."""
        self.held.add(record.place)
        issue = self._issue(record, column, code, detail, params)
        self.dry.quarantined.append(issue)

    def question(
        self,
        record: Record,
        column: str | None,
        code: str,
        detail: str | None = None,
        suggestions: tuple[Suggestion, ...] = (),
        /,
        **params: str,
    ) -> None:
        """List a cell of a row that loads all the same."""
        self.dry.questions.append(self._issue(record, column, code, detail, params, suggestions))

    def skip(self, sheet: str, row: int, reason: str) -> None:
        """A row that is no data, or says nothing new."""
        self.dry.skipped.append(Skipped(sheet, row, reason))

    def note(self, code: str, /, **params: str) -> None:
        """Say something of the whole file, once."""
        note = Note(code, params)
        if note not in self.dry.notes:
            self.dry.notes.append(note)

    def note_cell(self, code: str, cell: str) -> None:
        """Collect cells that one note will name together."""
        self.cells_noted.setdefault(code, []).append(cell)

    def tell_cells(self) -> None:
        """Write the notes that name cells."""
        for code, cells in self.cells_noted.items():
            more = len(cells) - LISTED_CELLS
            shown = ", ".join(cells[:LISTED_CELLS]) + (f" (+{more})" if more > 0 else "")
            self.note(code, cells=shown, n=str(len(cells)))

    def write(self, table: str, row: Mapping[str, str | None], record: Record) -> None:
        """Add a row to an input table, with the place it came from."""
        cells: Row = {name: value for name, value in row.items() if value}
        cells["_place"] = place = record.address()
        self.dry.tables.setdefault(table, []).append(cells)
        if record.scrubbed:
            record.scrubbed = False
            self.note_cell("personal_in_text", place)

    def existing(self, table: str) -> Mapping[tuple[str, ...], Mapping[str, str]]:
        """The rows on record of an input table by key, read once."""
        if table not in self.on_record:
            self.on_record[table] = self.context.keys(table)
        return self.on_record[table]

    def row(self, table: str, *key: str) -> Mapping[str, str | None] | None:
        """A row by its key: of this file, or on record."""
        return self.written(table).get(key) or self.existing(table).get(key)

    def written(self, table: str) -> Mapping[tuple[str, ...], Row]:
        """The rows of this file by key; those added since the last look are indexed now."""
        found = self.by_key.setdefault(table, {})
        identity = contract().tables[table].identity
        for row in self.dry.tables.get(table, [])[len(found) :]:
            found[tuple(row.get(name) or "" for name in identity)] = row
        return found

    def over(self, edition_id: str, stage_id: str) -> bool:
        """Whether a stage is over: on record, or because this file tells results of a later one."""
        if self.context.concluded(edition_id, stage_id):
            return True
        order = {stage.stage_id: stage.order for stage in self.context.stages(edition_id)}
        furthest = max((order[s] for s in self.spoken_stages if s in order), default=None)
        return furthest is not None and order.get(stage_id, furthest) < furthest

    def name_of_agency(self, government_id: str, agency_id: str) -> str:
        """An agency's name as the register has it; its id where it is not there."""
        names = {a.agency_id: a.name for a in self.context.agencies(government_id)}
        return names.get(agency_id, agency_id)

    def _issue(
        self,
        record: Record,
        column: str | None,
        code: str,
        detail: str | None,
        params: Mapping[str, str],
        suggestions: tuple[Suggestion, ...] = (),
    ) -> Issue:
        cell = record.cell(column) if column and record.has(column) else None
        value = record.raw(column) if column and record.has(column) else None
        heading = record.heading(column) if column and record.has(column) else ""
        told = {"column": heading or column or ""} | dict(params)
        return Issue(
            record.sheet,
            record.number,
            cell,
            code,
            value,
            detail,
            told,
            suggestions,
            record.raw_cells() if record.place in self.held else {},
        )
