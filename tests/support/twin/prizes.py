"""prizes: how many awards, and how much money?"""

from collections import defaultdict
from datetime import date

from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per government and edition with awards, and one per edition for everybody."""
    won: dict[tuple[str | None, str], list[Row]] = defaultdict(list)
    for award in tables.all("awards"):
        entry = tables.one("submissions", "submission_id", award["submission_id"])
        won[None, entry["edition_id"]].append(award)
        if entry["government_id"]:
            won[entry["government_id"], entry["edition_id"]].append(award)
    rows = []
    for (government_id, edition_id), awards in won.items():
        stated = [award["prize_idr"] for award in awards if award["prize_idr"] is not None]
        edition = tables.one("editions", "edition_id", edition_id)
        rows.append(
            {
                "government_id": government_id,
                "competition_id": edition["competition_id"],
                "edition_id": edition_id,
                "year": edition["year"],
                "prize_idr": sum(stated) if stated else None,
                "unstated": len(awards) - len(stated),
                "numerator": len(awards),
                "basis": "at_least",
                "sources": sorted({award["source_id"] for award in awards if award["source_id"]}),
            }
        )
    return rows
