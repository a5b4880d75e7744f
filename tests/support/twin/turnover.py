"""turnover: how many agencies are new, stayed or fell out, per government and year."""

from datetime import date

from tests.support.twin import compliance_change, policy
from tests.support.twin.tables import Row, Tables

CHANGES = ("new", "new_known", "back", "kept", "lost", "unknown")


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per government, year after its first, and kind of change."""
    every = compliance_change.compute(tables, as_of)
    rows: list[Row] = []
    for government_id, year in sorted({(row["government_id"], row["year"]) for row in every}):
        if year > policy.board_years(tables, government_id)[0]:
            board = [row for row in every if (row["government_id"], row["year"]) == (government_id, year)]
            rows += [row_of(government_id, year, change, board) for change in CHANGES]
    return rows


def row_of(government_id: str, year: int, change: str, board: list[Row]) -> Row:
    """A count; where nothing can be said of some agencies, it is a lower bound, and none found is not known."""
    mine = [row for row in board if row["change"] == change]
    certain = change == "unknown" or not any(row["change"] == "unknown" for row in board)
    basis = "rows" if certain else "at_least" if mine else "unknown"
    count = len(mine) if certain or mine else None
    return {
        "government_id": government_id,
        "year": year,
        "change": change,
        "uncertain": sum(row["uncertain"] for row in mine),
        "numerator": count,
        "denominator": len(board),
        "value": count,
        "low": None,
        "high": None,
        "basis": basis,
        "reason": None,
    }
