"""What the data hold already: the state of the input tables that a dry run reads a file against."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb

from etl import datasets, inbox, inputs, loading, names
from etl.contract import contract
from etl.names import Agency, Register

MODEL = Path(__file__).parent / "model"
Cells = dict[str, str]


@dataclass(frozen=True)
class Government:
    """A government. `sample`: it belongs to a generated data set."""

    government_id: str
    name: str
    level: str | None
    province: str | None
    sample: bool


@dataclass(frozen=True)
class AgencyRow:
    """An agency as the register has it; dates as written."""

    agency_id: str
    name: str
    short_name: str | None
    code: str | None
    kind: str | None
    parent_id: str | None
    valid_from: str | None
    valid_to: str | None
    succeeded_by: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Competition:
    competition_id: str
    name: str
    type: str | None
    level: str | None
    government_id: str | None


@dataclass(frozen=True)
class Edition:
    edition_id: str
    competition_id: str
    year: int
    opens_on: str | None
    closes_on: str | None


@dataclass(frozen=True)
class Stage:
    stage_id: str
    order: int
    kind: str
    name: str
    group: str | None
    government_id: str | None
    quota: int | None
    status: str | None
    starts_on: str | None
    ends_on: str | None
    concluded: bool


@dataclass(frozen=True)
class Entry:
    """A submission on record: `title` as shown, `values` its cells by column as text."""

    submission_id: str
    government_id: str | None
    agency: str | None
    title: str | None
    values: Cells


@dataclass(frozen=True)
class Innovation:
    innovation_id: str
    name: str
    values: Cells


@dataclass(frozen=True)
class Resolved:
    """The agency that a name stands for in a year, or why none. `step`: exact, alias, short_name, normalised,
    parent_unit (then `agency_id` is set); ended (`others` are the successors), ambiguous (`others` are those meant),
    suggestion (`others`, best first), none."""

    agency_id: str | None
    step: str
    others: tuple[str, ...] = ()


class Context:
    """The input tables of a data root, typed and checked as a build would, in memory. Nothing is written."""

    def __init__(self, con: duckdb.DuckDBPyConnection, as_of: date) -> None:
        self._con, self.as_of = con, as_of
        self.next_batch = inbox.THIS_BATCH  # the source that rows of the file name where no other is given
        self._registers: dict[str, Register] = {}
        self._resolved: dict[tuple[str, str, int | None], Resolved] = {}

    @classmethod
    def read(cls, root: Path | None = None, as_of: date | None = None) -> Context:
        """Load what lies below the root. Raises InputError where a card or table cannot be read."""
        root = root or datasets.data_root()
        day = as_of or datetime.now().astimezone().date()
        given = inputs.read(root)
        con = duckdb.connect()
        loading.prepare(con, given, day)
        loading.load(con, given.datasets, {}, loading.silent)
        con.execute((MODEL / "10_editions.sql").read_text(encoding="utf-8"))
        return cls(con, day)

    def _rows(self, sql: str, params: list[Any] | None = None) -> list[tuple[Any, ...]]:
        return self._con.cursor().execute(sql, params or []).fetchall()

    @cached_property
    def governments(self) -> dict[str, Government]:
        """Every government by its id."""
        rows = self._rows("""
            SELECT g.government_id, g.name, g.level, g.province, d.kind = 'sample'
            FROM governments g JOIN datasets d USING (dataset) ORDER BY g.government_id""")
        return {row[0]: Government(*row) for row in rows}

    @cached_property
    def competitions(self) -> dict[str, Competition]:
        """Every competition by its id."""
        rows = self._rows("SELECT competition_id, name, type, level, government_id FROM competitions ORDER BY 1")
        return {row[0]: Competition(*row) for row in rows}

    @cached_property
    def editions(self) -> dict[str, Edition]:
        """Every edition by its id."""
        rows = self._rows("SELECT edition_id, competition_id, year, opens_on, closes_on FROM editions ORDER BY 1")
        return {row[0]: Edition(*row) for row in rows}

    def edition_name(self, edition_id: str) -> str:
        """What people call an edition: its contest's name with the year."""
        edition = self.editions[edition_id]
        contest = self.competitions.get(edition.competition_id)
        return f"{contest.name if contest else edition.competition_id} {edition.year}"

    @cached_property
    def sources(self) -> set[str]:
        """The ids of every source."""
        return {row[0] for row in self._rows("SELECT source_id FROM sources")}

    @cached_property
    def _agencies(self) -> dict[str, list[AgencyRow]]:
        found: dict[str, list[AgencyRow]] = defaultdict(list)
        for government_id, *cells in self._rows("""
            SELECT a.government_id, a.agency_id, a.name, a.short_name, a.code, a.kind, a.parent_id, a.valid_from,
                a.valid_to, a.succeeded_by, list_concat(coalesce(a.aliases, []), coalesce(
                    (SELECT list(k.alias ORDER BY k.alias) FROM aliases k WHERE k.agency_id = a.agency_id), []))
            FROM agencies a ORDER BY a.agency_id"""):
            found[government_id].append(AgencyRow(*cells[:-2], *(tuple(names or ()) for names in cells[-2:])))
        return dict(found)

    def agencies(self, government_id: str) -> list[AgencyRow]:
        """A government's agencies, those that ended too."""
        return self._agencies.get(government_id, [])

    @cached_property
    def _stages(self) -> dict[str, list[Stage]]:
        found: dict[str, list[Stage]] = defaultdict(list)
        for edition_id, *cells in self._rows("""
            SELECT s.edition_id, s.stage_id, s.stage_order, s.kind, s.name, s."group", s.government_id, s.quota,
                s.status, s.starts_on, s.ends_on, coalesce(c.concluded, false)
            FROM stages s LEFT JOIN stage_concluded c USING (edition_id, stage_id)
            ORDER BY s.edition_id, s.stage_order, s.stage_id"""):
            found[edition_id].append(Stage(*cells))
        return dict(found)

    def stages(self, edition_id: str) -> list[Stage]:
        """An edition's stages in their order."""
        return self._stages.get(edition_id, [])

    def concluded(self, edition_id: str, stage_id: str) -> bool:
        """Whether that stage is over on the as-of day."""
        return any(stage.concluded for stage in self.stages(edition_id) if stage.stage_id == stage_id)

    def submissions(self, edition_id: str) -> list[Entry]:
        """The entries on record in an edition."""
        columns = contract().tables["submissions"].names
        names_sql = ", ".join(f's."{name}"' for name in columns)
        rows = self._rows(
            f"""SELECT coalesce(s.innovation, i.name), {names_sql} FROM submissions s
            LEFT JOIN innovations i USING (innovation_id) WHERE s.edition_id = ? ORDER BY s.submission_id""",
            [edition_id],
        )
        return [_entry(title, _texts(columns, cells)) for title, *cells in rows]

    def innovations(self, government_id: str) -> list[Innovation]:
        """The innovations on record of a government."""
        rows = self.rows("innovations", government_id=government_id)
        return [Innovation(cells["innovation_id"], cells["name"], cells) for cells in rows]

    def rows(self, table: str, **where: str) -> list[Cells]:
        """Rows of an input table as text by column, blank cells left out; `where` fixes columns to values."""
        columns = contract().tables[table].names
        held = " AND ".join(f'"{name}"::VARCHAR = ?' for name in where) or "true"
        names_sql = ", ".join(f'"{name}"' for name in columns)
        found = self._rows(f"SELECT {names_sql} FROM {table} WHERE {held} ORDER BY ALL", list(where.values()))
        return [_texts(columns, cells) for cells in found]

    def keys(self, table: str) -> dict[tuple[str, ...], Cells]:
        """The rows of an input table by key ("" for a blank part of it); empty for a table without a key."""
        identity = contract().tables[table].identity
        return {tuple(row.get(name, "") for name in identity): row for row in self.rows(table)} if identity else {}

    def mappings(self, government_id: str) -> dict[str, tuple[str, str]]:
        """The headings that a person confirmed for a government: heading -> (table, column)."""
        return {
            row["heading"]: (row["table"], row["column"]) for row in self.rows("mappings", government_id=government_id)
        }

    def register(self, government_id: str) -> Register:
        """A government's agencies, indexed by each way of writing them."""
        if government_id not in self._registers:
            own = self.governments[government_id].name if government_id in self.governments else ""
            known = [
                Agency(a.agency_id, a.name, a.short_name, a.aliases, a.parent_id) for a in self.agencies(government_id)
            ]
            self._registers[government_id] = Register(own, known)
        return self._registers[government_id]

    def resolve(self, government_id: str, name: str, year: int | None) -> Resolved:
        """The agency that a name stands for in that year (None: in any year)."""
        asked = (government_id, name, year)
        if asked not in self._resolved:
            self._resolved[asked] = self._resolve(government_id, name, year)
        return self._resolved[asked]

    def _resolve(self, government_id: str, name: str, year: int | None) -> Resolved:
        match = self.register(government_id).resolve(name)
        if not match.agency_ids:
            return Resolved(None, "suggestion" if match.suggestions else "none", match.suggestions)
        agencies = {agency.agency_id: agency for agency in self.agencies(government_id)}
        meant = [agencies[agency_id] for agency_id in match.agency_ids]
        alive = [a for a in meant if year is None or not _ended(a, year)]
        begun = [a for a in alive if year is None or not _to_come(a, year)]
        one = alive if len(alive) == 1 else begun
        if len(one) == 1:
            return Resolved(one[0].agency_id, _step(match.step, name, one[0]))
        if not alive:
            return Resolved(None, "ended", tuple(dict.fromkeys(s for a in meant for s in a.succeeded_by)))
        return Resolved(None, "ambiguous", tuple(a.agency_id for a in alive))

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        """Governments by their whole name and by the name without its kind, in plain words."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.governments.values():
            words = names.words_of(row.name)
            for way in {" ".join(words), " ".join(words[1:] if words[0] in names.KINDS else words)}:
                found[way].append(row.government_id)
        return dict(found)

    def government_named(self, text: str) -> list[str]:
        """The governments that a name may mean ("Bantaeng", "Kab. Bantaeng", "Pemkab Bantaeng"): none, one or more."""
        words = names.words_of(text)
        words = words[1:] if words[:1] == ["pemerintah"] else words
        if words[:2] == ["daerah", "provinsi"]:
            words = words[1:]
        return self._places.get(" ".join(words), [])

    def other_government(self, government_id: str, name: str) -> str | None:
        """The name of another government that stands at the end of an agency's name ("kota serang"), if one does."""
        words = names.words_of(name)
        own = names.words_of(self.governments[government_id].name) if government_id in self.governments else []
        for place in range(1, len(words) - 1):
            if words[place] in names.KINDS and words[place:] != own:
                last = " ".join(words[place:])
                return last if last in self._places or words[0] in names.BEFORE_OWN_PLACE else None
        return None


def _ended(agency: AgencyRow, year: int) -> bool:
    return agency.valid_to is not None and int(agency.valid_to[:4]) < year


def _to_come(agency: AgencyRow, year: int) -> bool:
    return agency.valid_from is not None and int(agency.valid_from[:4]) > year


def _step(step: str, name: str, agency: AgencyRow) -> str:
    if step == "unit":
        return "parent_unit"
    return "short_name" if step == "alias" and name == agency.short_name else step


def _entry(title: str | None, values: Cells) -> Entry:
    return Entry(values["submission_id"], values.get("government_id"), values.get("agency"), title, values)


def _texts(columns: list[str], cells: tuple[Any, ...] | list[Any]) -> Cells:
    """Cells as an input file writes them, without the blank ones."""
    return {name: _text(cell) for name, cell in zip(columns, cells, strict=True) if cell is not None}


def _text(cell: Any) -> str:
    if isinstance(cell, list):
        return "|".join(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
