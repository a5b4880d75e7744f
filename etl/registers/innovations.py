"""Innovations: the ones that entries link to, and registers of innovations without a contest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from etl.dry_run import Row
from etl.registers.identity import bare, new_key, slug
from etl.registers.merging import overlaid, says_more
from etl.registers.record import Record
from etl.registers.work import Work


class Linked(NamedTuple):
    """The innovation of an entry, None where there is none, and whether the row says something new of it."""

    innovation_id: str | None
    new: bool


@dataclass
class Innovations:
    """The innovations of governments as they are, and the rows that change or add some; each is written once."""

    work: Work
    rows: dict[str, Row] = field(default_factory=dict)
    changed: dict[str, Record] = field(default_factory=dict)
    by_name: dict[tuple[str, str], str] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)

    def link(
        self,
        record: Record,
        name: str,
        government_id: str | None,
        agency_id: str | None,
        facts: Row,
        known: str | None = None,
    ) -> Linked:
        """The innovation that bears this name in this government (or is `known`); where the row has facts of it, they
        are added to it, or make a new one."""
        self._read(government_id or "")
        told: Row = {column: value for column, value in facts.items() if value}
        found = known if known in self.rows else self.by_name.get((government_id or "", bare(name)))
        if found is None and not told:
            return Linked(known, False)
        if found is None:
            return Linked(self.create(record, name, government_id, agency_id, told), True)
        return Linked(found, self.add(record, found, told))

    def add(self, record: Record, innovation_id: str, told: Row) -> bool:
        """Add facts to an innovation; True where they are new."""
        old = self.rows[innovation_id]
        merged = overlaid(old, told)
        if not says_more(old, merged):
            return False
        self.rows[innovation_id] = merged
        self.changed.setdefault(innovation_id, record)
        return True

    def create(self, record: Record, name: str, government_id: str | None, agency_id: str | None, told: Row) -> str:
        """A new innovation; its key."""
        self._read(government_id or "")
        innovation_id = new_key((government_id, slug(name)), f"{bare(name)} {agency_id or ''}", self.rows.__contains__)
        self.rows[innovation_id] = {
            "innovation_id": innovation_id,
            "government_id": government_id,
            "agency_id": agency_id,
            "name": name,
            **told,
        }
        self.changed[innovation_id] = record
        self.by_name.setdefault((government_id or "", bare(name)), innovation_id)
        return innovation_id

    def write(self) -> None:
        """Write the new and changed innovations into the dry run, once, at the end."""
        for innovation_id, record in self.changed.items():
            row = self.rows.pop(innovation_id) | {"source_id": self.work.source_id}
            self.work.write("innovations", row, record)
        self.changed.clear()

    def _read(self, government_id: str) -> None:
        if government_id in self.read:
            return
        self.read.add(government_id)
        for innovation in self.work.context.innovations(government_id) if government_id else ():
            self.rows[innovation.innovation_id] = dict(innovation.values)
            self.by_name.setdefault((government_id, bare(innovation.name)), innovation.innovation_id)
