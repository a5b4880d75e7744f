"""Coverage rows that name a year and no edition: all of a year, or the list of agencies itself."""

from tests.support.twin.tables import Row, Tables


def agency_list_is_complete(tables: Tables, government_id: str, year: int) -> bool:
    """True if a coverage row says that the list of agencies of that year is whole."""
    return any(
        row["extent"] == "complete"
        for row in year_rows(tables, government_id)
        if row["stage_id"] == "agencies" and row["year"] == year
    )


def stated_complete(tables: Tables, government_id: str, year: int) -> list[str] | None:
    """Sources of the rows without an edition that say that all of a year is there; None if none says so."""
    said = [
        row
        for row in year_rows(tables, government_id)
        if row["stage_id"] != "agencies" and row["year"] == year and row["extent"] == "complete"
    ]
    return sorted({row["source_id"] for row in said if row["source_id"]}) if said else None


def year_rows(tables: Tables, government_id: str) -> list[Row]:
    """Coverage rows of a government that name a year and no edition."""
    return [
        row
        for row in tables.where("coverage", "scope_id", government_id)
        if row["scope_kind"] == "government" and row["edition_id"] is None and row["year"] is not None
    ]
