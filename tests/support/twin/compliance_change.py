"""compliance_change: what changed for each agency from the year before."""

from datetime import date

from tests.support.twin import agencies, lineage, policy
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per agency and year of the board; the years before it existed are those of its predecessors."""
    rows: list[Row] = []
    for government_id in policy.board_governments(tables):
        years = policy.board_years(tables, government_id)
        board = lineage.board_of(tables, as_of, government_id, years)
        for line in lineage.lines(tables, government_id, board, years):
            past = {row["year"]: row for row in lineage.rows_of(tables, line, board, years)}
            rows += [row_of(tables, past, year, years) for year in past if (line.agency_id, year) in board]
    return rows


def row_of(tables: Tables, past: dict[int, Row], year: int, years: list[int]) -> Row:
    """The change of one year, and what it was compared with."""
    row = past[year]
    before = year_before(past, year)
    return {
        **{name: row[name] for name in ("government_id", "agency_id", "year", "state", "uncertain")},
        **{name: row[name] for name in ("numerator", "denominator", "value", "low", "high", "basis")},
        "change": change(tables, past, year, before, years),
        "previous_year": before,
        "previous_state": past[before]["state"] if before else None,
        "previous_through": past[before]["through"] if before else [],
        "reason": None,
    }


def year_before(past: dict[int, Row], year: int) -> int | None:
    """The nearest earlier year that was not exempt, with no year missing between."""
    while year - 1 in past:
        year -= 1
        if past[year]["state"] != "exempt":
            return year
    return None


def standing(row: Row) -> str:
    """What a state says for certain: met, not met, exempt, or nothing (open)."""
    if row["state"] in ("met", "exempt"):
        return str(row["state"])
    certain = row["state"] == "none" or (row["state"] == "draft_only" and row["basis"] == "rows")
    return "not" if certain else "open"


def change(tables: Tables, past: dict[int, Row], year: int, before: int | None, years: list[int]) -> str | None:
    """The word for it; None where there is nothing to say."""
    now = standing(past[year])
    if now == "exempt":
        return None
    if before is None:
        return first_year_change(tables, past, year, years) if now == "met" else None
    then = standing(past[before])
    if "open" in (now, then):
        return "unknown"
    if now == "met":
        return "kept" if then == "met" else back_or_new(past, year)
    return "lost" if then == "met" else None


def back_or_new(past: dict[int, Row], year: int) -> str:
    """Met again if it ever was; for the first time if every year before is known."""
    earlier = [past[y] for y in past if y < year]
    if any(standing(row) == "met" for row in earlier):
        return "back"
    return "new_known" if is_open_before(past, year) else "new"


def is_open_before(past: dict[int, Row], year: int) -> bool:
    """True if an earlier year says nothing, or is missing among the line's years."""
    return any(y not in past or standing(past[y]) == "open" for y in range(min(past), year))


def first_year_change(tables: Tables, past: dict[int, Row], year: int, years: list[int]) -> str | None:
    """Met with no year to compare with: new where the agency is known to have begun while the board had."""
    if is_open_before(past, year) or min(past) == years[0]:
        return None
    agency = tables.one("agencies", "agency_id", past[year]["agency_id"])
    earlier = [y for y in years if y < min(past)]
    existed = any(agencies.is_in_force(tables, agency, y) for y in earlier)
    followed = any(agency["agency_id"] in other["succeeded_by"] for other in tables.all("agencies"))
    return "new_known" if existed or followed else "new"
