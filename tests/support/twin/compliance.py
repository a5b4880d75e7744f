"""compliance: does each agency have its one innovation?"""

from datetime import date

from tests.support.twin import agencies, entries, policy
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per counted agency in force and year of the board."""
    rows: list[Row] = []
    for government_id in policy.board_governments(tables):
        board = [
            row_of(tables, as_of, agency, year)
            for year in policy.board_years(tables, government_id)
            for agency in policy.counted_agencies(tables, government_id, year)
        ]
        add_streaks(board, policy.board_years(tables, government_id))
        rows += board
    return rows


def row_of(tables: Tables, as_of: date, agency: Row, year: int) -> Row:
    """The state of one agency in one year."""
    government_id = agency["government_id"]
    minimum = policy.policy_of(tables, government_id, year).minimum_per_agency
    mine = entries_for(tables, agency, year)
    handed_in = [entry for entry in mine if entries.is_handed_in(tables, entry)]
    count = len({entries.same_innovation_key(tables, entry) for entry in handed_in})
    complete = policy.government_year_is_complete(tables, as_of, government_id, year)
    state = state_of(count >= minimum, is_exempt(tables, agency, year), bool(mine), complete)
    return {
        "government_id": government_id,
        "agency_id": agency["agency_id"],
        "year": year,
        "state": state,
        "uncertain": state == "none" and bool(unattributed(tables, government_id, year)),
        "numerator": count if complete or count else None,
        "denominator": minimum,
        "low": None,
        "high": None,
        "basis": "rows" if complete else "at_least" if count else "unknown",
        "reason": None,
    }


def state_of(met: bool, exempt: bool, any_entry: bool, complete: bool) -> str:
    """met before all; a document exempts from the rest; without entries it depends on what is known."""
    if met:
        return "met"
    if exempt:
        return "exempt"
    if any_entry:
        return "draft_only"
    return "none" if complete else "no_data"


def is_exempt(tables: Tables, agency: Row, year: int) -> bool:
    """A row of exemptions, which needs a document."""
    return any(row["year"] == year for row in tables.where("exemptions", "agency_id", agency["agency_id"]))


def entries_for(tables: Tables, agency: Row, year: int) -> list[Row]:
    """The entries of that year of an agency and of the units that count for it."""
    return [
        entry
        for entry in entries.of_year(tables, agency["government_id"], year)
        if counts_for(tables, entry, agency["government_id"], year) == agency["agency_id"]
    ]


def counts_for(tables: Tables, entry: Row, government_id: str, year: int) -> str | None:
    """The counted agency that an entry counts for, if any."""
    agency_id = entries.agency_of(tables, entry)
    if agency_id is None:
        return None
    counted = {agency["agency_id"] for agency in policy.counted_agencies(tables, government_id, year)}
    roll_up = policy.policy_of(tables, government_id, year).roll_up
    return agencies.stands_for(tables, agency_id, counted, roll_up)


def unattributed(tables: Tables, government_id: str, year: int) -> list[Row]:
    """The government's entries of that year whose agency is blank, not understood or ended."""
    return [entry for entry in entries.of_year(tables, government_id, year) if entries.agency_of(tables, entry) is None]


def add_streaks(board: list[Row], years: list[int]) -> None:
    """Fill streak, streak_at_least and last_met_year of one government's rows."""
    states = {(row["agency_id"], row["year"]): row["state"] for row in board}
    for row in board:
        mine = {year: states.get((row["agency_id"], year)) for year in years}
        row["streak"], row["streak_at_least"] = streak(mine, row["year"])
        met = [year for year in years if year <= row["year"] and mine[year] == "met"]
        row["last_met_year"] = max(met, default=None)
        row["value"] = row["numerator"]


def streak(states: dict[int, str | None], year: int) -> tuple[int, bool]:
    """Years met without a break up to this one, and whether it may have been longer.

    An exempt year neither breaks nor adds. A year without data ends the claim, and so does a year before the agency
    is on the board.
    """
    now, length = year, 0
    while states.get(year) in ("met", "exempt"):
        length += states[year] == "met"
        year -= 1
    return length if states[now] == "met" else 0, states.get(year) in (None, "no_data")
