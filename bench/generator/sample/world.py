"""What all parts of the sample share: the tables, the one source of chance, the names of things."""

import datetime as dt
import random
import re

from bench.generator.catalogue import Agency
from bench.generator.tables import Tables

GOVERNMENT = "kab-contoh"
PROVINCE = "prov-contoh"
LOCAL = "lomba-kab-contoh"
PROVINCIAL = "kipp-prov-contoh"
FIRST_YEAR = 2014
LAST_YEAR = 2025  # the last complete year
OPEN_YEAR = 2026
YEARS = tuple(range(FIRST_YEAR, OPEN_YEAR + 1))
# Until when the rows of the open year are known.
KNOWN_UNTIL = dt.date(2026, 11, 6)


def slug(name: str) -> str:
    """Lower case letters and digits joined by hyphens, as ids are written."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def agency_id(agency: Agency | str) -> str:
    return f"{GOVERNMENT}-{agency if isinstance(agency, str) else agency.key}"


class World:
    """Tables to fill, a seeded generator, and the documents cited so far."""

    def __init__(self, seed: int) -> None:
        self.tables = Tables()
        self.random = random.Random(seed)
        self._cited: set[str] = set()

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def count(self, mean: float) -> int:
        """A whole number with the given mean, at most one away from it: floor plus a coin."""
        return int(mean) + self.chance(mean - int(mean))

    def cite(self, key: str, title: str, on: dt.date | str, publisher: str = "", grade: str = "register") -> str:
        """Add a document to the sources once; returns its source_id."""
        source_id = f"contoh-{key}"
        if source_id not in self._cited:
            self._cited.add(source_id)
            self.tables.add(
                "sources",
                source_id=source_id,
                title=f"{title} (contoh)",
                publisher=publisher or "Pemerintah Kabupaten Contoh (data contoh)",
                published_on=on,
                grade=grade,
            )
        return source_id
