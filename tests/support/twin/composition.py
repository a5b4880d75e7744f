"""composition: what a government's entries on record are made of."""

from collections import defaultdict
from datetime import date

from tests.support.twin import entries, submissions
from tests.support.twin.scopes import Scope
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per government, edition, dimension and part; blank parts count as ''."""
    rows = []
    for edition in tables.all("editions"):
        for government_id, found in by_government(tables, edition["edition_id"]).items():
            counted_as, count = submissions.count_of(tables, as_of, edition, Scope("government", government_id))
            basis = "rows" if counted_as and count.basis == "rows" else "at_least"
            rows += parts(tables, edition, government_id, found, basis)
    return rows


def by_government(tables: Tables, edition_id: str) -> dict[str, list[Row]]:
    """The entries of an edition by government, those without one left out."""
    found: dict[str, list[Row]] = defaultdict(list)
    for entry in tables.where("submissions", "edition_id", edition_id):
        if entry["government_id"]:
            found[entry["government_id"]].append(entry)
    return found


def parts(tables: Tables, edition: Row, government_id: str, found: list[Row], basis: str) -> list[Row]:
    """The rows of one government and edition."""
    rows = []
    for dimension in ("category", "type", "form", "group", "agency_kind"):
        number: dict[str, int] = defaultdict(int)
        sources: dict[str, set[str]] = defaultdict(set)
        for entry in found:
            part = part_of(tables, entry, dimension)
            number[part] += 1
            sources[part] |= {entry["source_id"]} - {None}
        for part, n in number.items():
            rows.append(
                {
                    "government_id": government_id,
                    "competition_id": edition["competition_id"],
                    "edition_id": edition["edition_id"],
                    "year": edition["year"],
                    "dimension": dimension,
                    "part": part,
                    "numerator": n,
                    "denominator": len(found),
                    "value": n / len(found) if basis == "rows" else None,
                    "low": None,
                    "high": None,
                    "basis": basis,
                    "sources": sorted(sources[part]),
                    "reason": None,
                }
            )
    return rows


def part_of(tables: Tables, entry: Row, dimension: str) -> str:
    """What an entry is in one dimension; '' where no row says."""
    if dimension in ("category", "group"):
        return entry[dimension] or ""
    if dimension == "agency_kind":
        agency_id = entries.agency_of(tables, entry)
        return (tables.one("agencies", "agency_id", agency_id)["kind"] or "") if agency_id else ""
    known = tables.where("innovations", "innovation_id", entry["innovation_id"]) if entry["innovation_id"] else []
    return (known[0][dimension] or "") if known else ""
