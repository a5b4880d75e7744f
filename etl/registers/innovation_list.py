"""Registers of innovations or applications without a contest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from etl.columns import titles
from etl.dry_run import Row, Suggestion
from etl.limits import limits
from etl.registers import agency_names, facts, tidy
from etl.registers.governments import Governments
from etl.registers.identity import Pool, bare
from etl.registers.innovations import Innovations
from etl.registers.plan import Plan
from etl.registers.record import Record, parts
from etl.registers.work import Work

TEST_ROW = re.compile(r"(\w)\1{2,}|(?:test|tes|coba|asdf|xxx|contoh data)\d*", re.IGNORECASE)


class InnovationList:
    """One register being read: the innovations on record, each given out once, and the titles met so far."""

    def __init__(self, work: Work, plan: Plan, records: list[Record]) -> None:
        self.work = work
        self.innovations = Innovations(work)
        self.longest = limits().title
        self.governments = Governments(work)
        self.agencies = agency_names.of_table(work, records, any(u.two_facts for u in plan.columns))
        self.on_record: Pool[Mapping[str, str]] = Pool()
        self.read_governments: set[str] = set()
        self.met: dict[tuple[str, str], list[Record]] = defaultdict(list)
        self.signatures: set[tuple[object, ...]] = set()

    def pool(self, government_id: str) -> Pool[Mapping[str, str]]:
        """The innovations on record of a government, by plain name."""
        if government_id not in self.read_governments:
            self.read_governments.add(government_id)
            for row in self.work.context.innovations(government_id) if government_id else ():
                self.on_record.add((government_id, bare(row.name)), row.values)
        return self.on_record


def read(work: Work, plan: Plan) -> None:
    """Read a register of innovations into the dry run."""
    records = plan.records(work.given.fill_down)
    state = InnovationList(work, plan, records)
    for record in records:
        if plan.tidy and record.text("innovation_id"):
            tidy.read_record(work, record, "innovations")
        else:
            _read(state, record)
    state.agencies.tell()
    state.governments.tell()
    state.innovations.write()


def _read(state: InnovationList, record: Record) -> None:
    work = state.work
    if record.error("name"):
        work.hold(record, "name", "bad_value", "error_value")
        return
    beside = (value for place, value in record.row.cells.items() if place != record.grid.columns["name"])
    texts = titles.split(record.value("name"), beside)
    if not texts:
        work.hold(record, "name", "missing", "title")
    elif max(map(len, texts)) > state.longest:
        work.hold(record, "name", "too_long", limit=str(state.longest))
    else:
        for part in parts(record, "name", texts):
            _one(state, part)


def _one(state: InnovationList, record: Record) -> None:
    work = state.work
    if record.signature in state.signatures:
        work.note_cell("repeated_rows", record.cell("name"))
        work.idle.add(record.place)
        return
    state.signatures.add(record.signature)
    told, government_id = state.governments.of(record)
    named = state.agencies.read(record, government_id, work.given.year) if told else None
    if named is None:
        return
    name = record.text("name") or ""
    if TEST_ROW.fullmatch(name):
        work.note_cell("test_rows", record.cell("name"))
    cells = facts.of_innovation(work, record) | {
        "agency_id": named.agency_id,
        "flagship": facts.flag(work, record, "flagship"),
        "note": facts.note_of(record),
    }
    new = _add(state, record, name, government_id, cells)
    (work.loaded if new else work.idle).add(record.place)


def _add(state: InnovationList, record: Record, name: str, government_id: str | None, cells: Row) -> bool:
    """Add to the innovation of that name, or make a new one; a name met before in the file makes another one."""
    key = (government_id or "", bare(name))
    agency_id = cells.get("agency_id")
    found = state.pool(key[0]).take(key, lambda row: row.get("agency_id") == agency_id)
    earlier = state.met[key]
    if earlier:
        first = earlier[0].cell("name")
        offered = (Suggestion(first, name, "same_title"),)
        state.work.question(record, "name", "possible_duplicate", "same_title", offered, other=first, title=name)
    earlier.append(record)
    told: Row = {column: value for column, value in cells.items() if value}
    if found:
        state.innovations.link(record, name, government_id, None, {})  # reads what is on record
        return state.innovations.add(record, found["innovation_id"], told)
    state.innovations.create(record, name, government_id, agency_id, told)
    return True
