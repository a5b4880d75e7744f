"""What a government expects of its agencies in a year, and whether its year is completely known."""

from datetime import date
from typing import Any, NamedTuple

from tests.support.twin import agencies, coverage, stages, year_coverage
from tests.support.twin.entries import COUNTS_TOWARDS_COMPLIANCE
from tests.support.twin.scopes import Scope, competition_of, is_open_to
from tests.support.twin.tables import Row, Tables

DEFAULT_KINDS = ["dinas", "badan", "sekretariat", "inspektorat", "satpol", "kecamatan", "rsud"]


class Policy(NamedTuple):
    """A policy with every field filled."""

    kinds_counted: list[str]
    roll_up: bool
    minimum_per_agency: int
    competitions_counted: list[str]


def policy_of(tables: Tables, government_id: str, year: int) -> Policy:
    """Field by field: the government's row of that year, else the national row of that year, else the default."""
    rows = [row for row in tables.where("policies", "year", year) if row["government_id"] == government_id]
    rows += [row for row in tables.where("policies", "year", year) if row["government_id"] is None]

    def field(name: str, default: Any) -> Any:
        for row in rows:
            if row.get(name) not in (None, []):
                return row[name]
        return default

    return Policy(
        kinds_counted=field("kinds_counted", DEFAULT_KINDS),
        roll_up=field("roll_up", True),
        minimum_per_agency=field("minimum_per_agency", 1),
        competitions_counted=field("competitions_counted", default_competitions(tables, government_id, year)),
    )


def default_competitions(tables: Tables, government_id: str, year: int) -> list[str]:
    """Its own contests and registers; if none was held that year, the national ones and its province's."""
    this_year = [competition_of(tables, edition["edition_id"]) for edition in tables.where("editions", "year", year)]
    counting = [row for row in this_year if row["type"] in COUNTS_TOWARDS_COMPLIANCE]
    own = [row for row in counting if row["government_id"] == government_id]
    others = [row for row in counting if is_open_to(tables, row, government_id)]
    return sorted({row["competition_id"] for row in own or others})


def counted_agencies(tables: Tables, government_id: str, year: int) -> list[Row]:
    """The agencies that the policy counts and that are in force that year."""
    kinds = policy_of(tables, government_id, year).kinds_counted
    return [
        agency
        for agency in tables.where("agencies", "government_id", government_id)
        if agency["kind"] in kinds and agencies.is_in_force(tables, agency, year)
    ]


def counted_editions(tables: Tables, government_id: str, year: int) -> list[Row]:
    """The editions of that year in the competitions that the policy counts."""
    competitions = policy_of(tables, government_id, year).competitions_counted
    return [edition for edition in tables.where("editions", "year", year) if edition["competition_id"] in competitions]


def government_year_is_complete(tables: Tables, as_of: date, government_id: str, year: int) -> bool:
    """True if an agency that is absent from the rows of that year handed in nothing."""
    if year_coverage.stated_complete(tables, government_id, year) is not None:
        return True
    editions = counted_editions(tables, government_id, year)
    return bool(editions) and all(
        intake_is_complete(tables, as_of, edition["edition_id"], government_id) for edition in editions
    )


def intake_is_complete(tables: Tables, as_of: date, edition_id: str, government_id: str) -> bool:
    """True if the edition has a stage of kind `submitted` at which it is complete for the government."""
    return any(
        coverage.extent(tables, as_of, stage, Scope("government", government_id)) == "complete"
        for stage in stages.seen_by(tables, edition_id, government_id)
        if stage["kind"] == "submitted"
    )


def board_governments(tables: Tables) -> list[str]:
    """The governments with at least one agency row."""
    return sorted({row["government_id"] for row in tables.all("agencies")})


def board_years(tables: Tables, government_id: str) -> list[int]:
    """From the first to the last year in which anything could count or is said for the government."""
    years = [
        edition["year"]
        for edition in tables.all("editions")
        if competition_of(tables, edition["edition_id"])["type"] in COUNTS_TOWARDS_COMPLIANCE
        and is_open_to(tables, competition_of(tables, edition["edition_id"]), government_id)
    ]
    years += [row["year"] for row in tables.where("policies", "government_id", government_id)]
    years += [row["year"] for row in year_coverage.year_rows(tables, government_id)]
    years += [
        tables.one("editions", "edition_id", entry["edition_id"])["year"]
        for entry in tables.where("submissions", "government_id", government_id)
    ]
    return list(range(min(years), max(years) + 1)) if years else []
