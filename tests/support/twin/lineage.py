"""lineage: the board with the history of an agency attributed to its successor."""

from datetime import date
from typing import NamedTuple

from tests.support.twin import compliance, entries, policy
from tests.support.twin.tables import Row, Tables

Board = dict[tuple[str, int], Row]


class Line(NamedTuple):
    """An agency with those whose history it carries; `carries_on` unless a successor carries it further."""

    agency_id: str
    members: list[str]
    carries_on: bool


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per line that no successor carries further, and year in which one of it was on the board."""
    rows: list[Row] = []
    for government_id in policy.board_governments(tables):
        years = policy.board_years(tables, government_id)
        board = board_of(tables, as_of, government_id, years)
        for line in lines(tables, government_id, board, years):
            if line.carries_on:
                rows += rows_of(tables, line, board, years)
    return rows


def board_of(tables: Tables, as_of: date, government_id: str, years: list[int]) -> Board:
    """The rows of compliance of one government."""
    return {
        (agency["agency_id"], year): compliance.row_of(tables, as_of, agency, year)
        for year in years
        for agency in policy.counted_agencies(tables, government_id, year)
    }


def lines(tables: Tables, government_id: str, board: Board, years: list[int]) -> list[Line]:
    """The line of every agency that was ever on the board."""
    ever = sorted({agency_id for agency_id, _ in board})
    bearers = {agency_id: bearers_of(tables, agency_id, board, years) for agency_id in ever}
    return [
        Line(
            agency_id=agency_id,
            members=[other for other in ever if agency_id in bearers[other]],
            carries_on=bearers[agency_id][-1] == agency_id,
        )
        for agency_id in ever
    ]


def bearers_of(tables: Tables, agency_id: str, board: Board, years: list[int]) -> list[str]:
    """Who carries an agency's history, in order: itself, its first-named successor, that one's, as far as on a board.

    One that is on the board of the latest year keeps its history; a succession in a circle leads nowhere.
    """
    found, current = [agency_id], agency_id
    while (current, years[-1]) not in board and not is_in_circle(tables, current):
        after = first_successor(tables, current)
        if after is None:
            break
        current = after
        if any((current, year) in board for year in years):
            found.append(current)
    return found


def first_successor(tables: Tables, agency_id: str) -> str | None:
    """The successor named first, if it is one of the same government."""
    agency = tables.one("agencies", "agency_id", agency_id)
    for after in agency["succeeded_by"][:1]:
        if tables.one("agencies", "agency_id", after)["government_id"] == agency["government_id"]:
            return str(after)
    return None


def is_in_circle(tables: Tables, agency_id: str) -> bool:
    """True if the first-named successors lead back to the agency itself."""
    seen: set[str] = set()
    after = first_successor(tables, agency_id)
    while after is not None and after not in seen:
        if after == agency_id:
            return True
        seen.add(after)
        after = first_successor(tables, after)
    return False


def rows_of(tables: Tables, line: Line, board: Board, years: list[int]) -> list[Row]:
    """The rows of one line with its streaks."""
    rows = {year: row_of(tables, line, board, year) for year in years if present(line, board, year)}
    states = {year: row["state"] for year, row in rows.items()}
    for year, row in rows.items():
        row["streak"], row["streak_at_least"] = compliance.streak(dict(states), year)
        row["last_met_year"] = max((y for y in states if y <= year and states[y] == "met"), default=None)
    return list(rows.values())


def present(line: Line, board: Board, year: int) -> list[Row]:
    """The board's rows of a year for those of the line."""
    return [board[member, year] for member in line.members if (member, year) in board]


def row_of(tables: Tables, line: Line, board: Board, year: int) -> Row:
    """One year of a line."""
    there = present(line, board, year)
    state = joined_state([row["state"] for row in there])
    count = len({key for row in there for key in innovations(tables, row["agency_id"], year)})
    complete = any(row["basis"] == "rows" for row in there)
    own = any(row["agency_id"] == line.agency_id and row["state"] == state for row in there)
    others = [row for row in there if row["agency_id"] != line.agency_id]
    alike = [row for row in others if row["state"] == state]
    return {
        "government_id": there[0]["government_id"],
        "agency_id": line.agency_id,
        "year": year,
        "state": state,
        "uncertain": state == "none" and any(row["uncertain"] for row in there),
        "through": [] if own else sorted(row["agency_id"] for row in alike or others),
        "numerator": count if complete or count else None,
        "denominator": there[0]["denominator"],
        "value": count if complete or count else None,
        "low": None,
        "high": None,
        "basis": "rows" if complete else "at_least" if count else "unknown",
        "reason": None,
    }


def joined_state(states: list[str]) -> str:
    """met if one is; exempt only if all are; prepared if one is; none only if every one is; else nobody knows."""
    if "met" in states:
        return "met"
    if set(states) == {"exempt"}:
        return "exempt"
    if "draft_only" in states:
        return "draft_only"
    return "none" if set(states) == {"none"} else "no_data"


def innovations(tables: Tables, agency_id: str, year: int) -> set[tuple[str, ...]]:
    """What an agency, with the units that count for it, handed in in a year."""
    agency = tables.one("agencies", "agency_id", agency_id)
    handed_in = [entry for entry in compliance.entries_for(tables, agency, year) if entries.is_handed_in(tables, entry)]
    return {entries.same_innovation_key(tables, entry) for entry in handed_in}
