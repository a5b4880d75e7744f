"""Headings as real registers write them, and the fields they may mean (headings.csv, template_headings.csv).

A field is written as in headings.csv: "innovations.name", "maturity step", "stage field"; blank says that a heading is
known and that the product has no column for it."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from etl.columns import personal, stages, template
from etl.columns.plain import normalise
from etl.columns.stages import StageName

__all__ = ["Known", "StageName", "Vocabulary", "known", "normalise"]

HEADINGS_FILE = Path(__file__).with_name("headings.csv")
OURS = "_"  # begins the headings of columns that our own workbooks add for people; they hold no data
LONGEST = 120  # characters; a longer text is no heading


@dataclass(frozen=True)
class Known:
    """What headings.csv says of one heading: the fields it may mean, likeliest first, and whether it holds persons
    (`perhaps_personal`: in some registers)."""

    fields: tuple[str, ...]
    personal: bool
    perhaps_personal: bool


@cache
def known() -> Mapping[str, Known]:
    """headings.csv by normalised heading."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with HEADINGS_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[normalise(stages.without_day(row["heading"]))].append(row)
    return {
        heading: Known(
            tuple(dict.fromkeys(row["field"] for row in found if row["field"])),
            all(row["personal"] == "yes" for row in found),
            any(row["personal"] == "yes" for row in found),
        )
        for heading, found in rows.items()
    }


@dataclass
class Vocabulary:
    """The headings that a reading knows: the shipped ones, the edition's stages, confirmed and given mappings.

    `remembered` and `given` map headings as written (given: also a column's letters) to columns, "" to none."""

    stages: Sequence[StageName] = ()
    remembered: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._remembered = {normalise(heading): column for heading, column in self.remembered.items()}
        self._given = {normalise(heading): column for heading, column in self.given.items()}

    def is_heading(self, text: str) -> bool:
        """Whether a cell's text is a heading that something is known of."""
        if not text or len(text) > LONGEST:
            return False
        if text.startswith(OURS):
            return True
        plain = normalise(stages.without_day(text))
        if plain in known() or plain in self._remembered or plain in self._given:
            return True
        return bool(template.columns_of(plain)) or stages.looks_like(plain) or self.stage_of(text) is not None

    def candidates(self, text: str) -> list[str]:
        """The fields a heading may mean, likeliest first; empty for unknown, personal and fieldless headings."""
        plain = normalise(stages.without_day(text))
        fields = list(known()[plain].fields) if plain in known() else []
        return list(dict.fromkeys(fields + [f"{table}.{column}" for table, column in template.columns_of(plain)]))

    def is_personal(self, text: str) -> bool:
        """Whether a heading announces personal data and nothing else."""
        plain = normalise(text)
        return known()[plain].personal if plain in known() else personal.is_personal_heading(plain)

    def stage_of(self, text: str) -> StageName | None:
        """The stage of the edition that a text names, None: none or not one alone."""
        return stages.stage_of(normalise(stages.without_day(text)), self.stages)

    def given_for(self, heading: str, letters: str) -> str | None:
        """The column a person gave for a heading or for its column's letters; "" leaves it out; None: nothing said."""
        exact = self.given.get(heading, self._given.get(normalise(heading)))
        return self.given.get(letters) if exact is None else exact

    def remembered_for(self, heading: str) -> str | None:
        """The column that was confirmed for a heading before."""
        return self.remembered.get(heading, self._remembered.get(normalise(heading)))
