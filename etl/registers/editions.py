"""The edition of a row: given for the file, named in the row, or that of its competition in the row's year."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.columns.dates import read_day
from etl.context import Edition
from etl.registers.record import Record
from etl.registers.work import Work


@dataclass
class Editions:
    """Finds the edition of rows."""

    work: Work
    by_year: dict[tuple[str, int], Edition] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for edition in self.work.context.editions.values():
            self.by_year.setdefault((edition.competition_id, edition.year), edition)

    def of(self, record: Record) -> Edition | None:
        """The edition, or None where the row was held back because none is known for it."""
        editions = self.work.context.editions
        named = record.text("edition_id")
        if named:
            if named not in editions:
                self.work.hold(record, "edition_id", "bad_value", "edition")
            return editions.get(named)
        given = editions.get(self.work.given.edition_id or "")
        year = self._year(record)
        competition = given.competition_id if given else self.work.given.competition_id
        if given and (year is None or year == given.year):
            return given
        found = self.by_year.get((competition, year)) if competition and year else None
        if found is None:
            self.work.hold(record, "year", "missing" if year is None else "conflict", "edition", year=str(year or "-"))
        return found

    def _year(self, record: Record) -> int | None:
        read = read_day(record.value("year"), serial=False) if record.has("year") else None
        if read and read.value:
            return int(read.value[:4])
        return self.work.given.year if not self.work.given.edition_id else None
