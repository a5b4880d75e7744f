"""ranking: best stage, rank and score per entry."""

from datetime import date

from tests.support.twin import entries
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per entry."""
    return [row_of(tables, entry) for entry in tables.all("submissions")]


def row_of(tables: Tables, entry: Row) -> Row:
    """The furthest stage that it passed; the rank and the score are those of the latest result that has one."""
    results = entries.results(tables, entry)
    passed = [stage for stage, result in results if result["outcome"] == "passed"]
    ranks = [result["rank"] for _, result in results if result["rank"] is not None]
    scores = [result["score"] for _, result in results if result["score"] is not None]
    return {
        "edition_id": entry["edition_id"],
        "submission_id": entry["submission_id"],
        "government_id": entry["government_id"],
        "agency_id": entries.agency_of(tables, entry),
        "innovation": entry["innovation"],
        "best_stage_id": passed[-1]["stage_id"] if passed else None,
        "best_stage_order": passed[-1]["stage_order"] if passed else None,
        "rank": ranks[-1] if ranks else None,
        "score": scores[-1] if scores else None,
        "category": entry["category"],
        "group": entry["group"],
    }
