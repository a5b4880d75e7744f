"""awards: what was won?"""

from datetime import date

from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per award."""
    return [
        {
            "edition_id": tables.one("submissions", "submission_id", award["submission_id"])["edition_id"],
            "submission_id": award["submission_id"],
            "award": award["award"],
            "prize_idr": award["prize_idr"],
            "basis": "rows",
            "sources": [award["source_id"]] if award["source_id"] else [],
        }
        for award in tables.all("awards")
    ]
