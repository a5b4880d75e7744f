"""Whose row it is: the government that was given, or the one that the row names."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.dry_run import Suggestion
from etl.registers.record import Record
from etl.registers.work import Work


@dataclass
class Unknown:
    """A name of a government that is not one alone: where it stood first, which ones it may be, in how many rows."""

    record: Record
    may_be: list[str]
    rows: int = 0


@dataclass
class Governments:
    """Reads the government of rows, each distinct name once."""

    work: Work
    unknown: dict[str, Unknown] = field(default_factory=dict)

    def of(self, record: Record, organiser: str | None = None) -> tuple[bool, str | None]:
        """(False, None) where the row was held back, for it is another government's than the one given; else its
        government, None where nobody says which. `organiser`: whose a local contest is, for rows that say nothing."""
        given = self.work.given.government_id
        direct = record.text("government_id")
        text = direct or record.text("government")
        if not text:
            if not given and not organiser:
                self.work.note("no_government")
            return True, given or organiser
        found = [direct] if direct in self.work.context.governments else self.work.context.government_named(text)
        if given and (given in found or not found):
            return True, given
        if given:
            self.work.hold(record, "government", "other_government", "row", other=text)
            return False, None
        if len(found) == 1:
            return True, found[0]
        self.unknown.setdefault(text, Unknown(record, found)).rows += 1
        return True, None

    def tell(self) -> None:
        """List the names that are not one government."""
        for asked in self.unknown.values():
            code = "ambiguous_agency" if asked.may_be else "unknown_agency"
            offered = tuple(
                Suggestion(key, self.work.context.governments[key].name, "same_name") for key in asked.may_be
            )
            column = "government" if asked.record.has("government") else "government_id"
            self.work.question(asked.record, column, code, "government", offered, n=str(asked.rows))
