"""taking_part: in which editions a government is known to have taken part, and how many in a row."""

from datetime import date

from tests.support.twin import known, submissions
from tests.support.twin.counts import UNKNOWN
from tests.support.twin.scopes import Scope
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per government and edition of each competition of which anything is known for that government."""
    rows = []
    for competition in tables.all("competitions"):
        editions = tables.where("editions", "competition_id", competition["competition_id"])
        editions = sorted(editions, key=lambda edition: (edition["year"], edition["edition_id"]))
        spoken = {g for edition in editions for g in known.governments(tables, edition["edition_id"])}
        for government_id in sorted(spoken):
            rows += run_of(tables, as_of, editions, government_id)
    return rows


def run_of(tables: Tables, as_of: date, editions: list[Row], government_id: str) -> list[Row]:
    """The editions of one competition in order, with the streak up to each."""
    rows = []
    streak, at_least = 0, True
    for edition in editions:
        spoken = government_id in known.governments(tables, edition["edition_id"])
        scope = Scope("government", government_id)
        count = submissions.count_of(tables, as_of, edition, scope)[1] if spoken else UNKNOWN
        if count.value is not None and count.value >= 1:
            streak += 1
        else:
            streak, at_least = 0, count.value is None
        rows.append(
            {
                "government_id": government_id,
                "competition_id": edition["competition_id"],
                "edition_id": edition["edition_id"],
                "year": edition["year"],
                "taken_part": None if count.value is None else count.value >= 1,
                "streak": streak,
                "streak_at_least": at_least,
                "numerator": count.value,
                "denominator": None,
                "value": count.value,
                "low": None,
                "high": None,
                "basis": count.basis,
                "sources": count.sources,
                "reason": "unknown" if count.value is None else None,
            }
        )
    return rows
