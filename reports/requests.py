"""What is asked of a report, and the refusal that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from texts import DEFAULT, t

NOT_MET = ("draft_only", "none", "no_data")


class Refused(Exception):
    """A paper that cannot be made. `code` is a catalogue key below letter.refused, `params` fill it."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params

    def message(self, lang: str = DEFAULT) -> str:
        """What is wrong and what to do, in one or two sentences."""
        return t(f"letter.refused.{self.code}", lang, **self.params)


@dataclass(frozen=True)
class LetterRequest:
    """A reminder to the agencies of a government for a year.

    `states` and `agencies` (none: all) choose the rows of the board; met and exempt agencies are written to only where
    their state is named. With `lineage` the history of predecessors is carried on. `form` is one letter to all, or each
    agency its own. What is None is left blank on paper. `template` is a DOCX with the fields of
    docs/letter_template.md; None: the one shipped for `lang`.
    """

    government: str
    year: int
    agencies: tuple[str, ...] = ()
    states: tuple[str, ...] = NOT_MET
    lineage: bool = False
    form: Literal["one", "each"] = "one"
    dated: date | None = None
    deadline: date | None = None
    assistance: date | None = None
    assistance_place: str | None = None
    contact: str | None = None
    template: bytes | None = None
    lang: str = DEFAULT


@dataclass(frozen=True)
class MinutesRequest:
    """The minutes of one meeting (a meeting_id or, for a clinic or another occasion on record, an event_id)."""

    government: str
    meeting: str
    template: bytes | None = None
    lang: str = DEFAULT
