"""participation: how many agencies take part?"""

from collections import Counter
from datetime import date

from tests.support.twin import compliance
from tests.support.twin.tables import Row, Tables

STATES = ("met", "draft_only", "none", "no_data", "exempt")


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per government and year of the board in which at least one agency is counted."""
    board = compliance.compute(tables, as_of)
    years = sorted({(row["government_id"], row["year"]) for row in board})
    return [
        row_of(tables, government_id, year, Counter(row["state"] for row in board if is_of(row, government_id, year)))
        for government_id, year in years
    ]


def is_of(row: Row, government_id: str, year: int) -> bool:
    """True for the board's rows of a government and year."""
    return bool(row["government_id"] == government_id and row["year"] == year)


def row_of(tables: Tables, government_id: str, year: int, states: Counter[str]) -> Row:
    """met ÷ all, or a range where it is not known of all; exempt agencies are left out."""
    unattributed = len(compliance.unattributed(tables, government_id, year))
    asked = states["met"] + states["draft_only"] + states["none"] + states["no_data"]
    row: Row = {
        "government_id": government_id,
        "year": year,
        **{state: states[state] for state in STATES},
        "unattributed": unattributed,
        "numerator": states["met"],
        "denominator": asked,
        "value": None,
        "low": None,
        "high": None,
        "basis": "rows" if not states["no_data"] else "at_least" if states["met"] else "unknown",
        "reason": None,
    }
    if not asked:
        row["reason"] = "all_exempt"
    elif states["no_data"]:
        row.update(low=states["met"] / asked, high=(states["met"] + states["no_data"]) / asked, reason="no_data")
    else:
        row["value"] = states["met"] / asked
        if unattributed:
            row.update(low=row["value"], high=(states["met"] + min(unattributed, states["none"])) / asked)
    return row
