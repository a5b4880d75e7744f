"""For which scopes an edition has anything to say."""

from tests.support.twin import entries
from tests.support.twin.scopes import WHOLE, Scope, owner_of_local
from tests.support.twin.tables import Row, Tables

NAMING = ("reported_counts", "coverage", "targets")


def totals(tables: Tables, edition_id: str, kind: str) -> list[Row]:
    """Published totals of entries (no category) of an edition for one kind of scope."""
    return [
        row
        for row in tables.where("reported_counts", "edition_id", edition_id)
        if row["scope_kind"] == kind
        and row["measure"] == "entries"
        and row["category"] is None
        and row["value"] is not None
    ]


def governments(tables: Tables, edition_id: str) -> list[str]:
    """Governments with entries, and those of which a count, coverage or a target speaks; a local edition's owner."""
    found = {entry["government_id"] for entry in tables.where("submissions", "edition_id", edition_id)}
    found |= spoken_of(tables, edition_id, "government")
    found.add(owner_of_local(tables, edition_id))
    return sorted(government_id for government_id in found if government_id)


def agencies(tables: Tables, edition_id: str) -> list[str]:
    """Agencies with entries, and those of which a count, coverage or a target speaks."""
    found = {entries.agency_of(tables, entry) for entry in tables.where("submissions", "edition_id", edition_id)}
    return sorted(agency_id for agency_id in found | spoken_of(tables, edition_id, "agency") if agency_id)


def spoken_of(tables: Tables, edition_id: str, kind: str) -> set[str]:
    """The governments or agencies that published counts, coverage or targets of an edition name."""
    rows = [row for name in NAMING for row in tables.where(name, "edition_id", edition_id)]
    return {row["scope_id"] for row in rows if row["scope_kind"] == kind}


def own_scopes(tables: Tables, edition_id: str) -> list[Scope]:
    """The whole, the governments and the agencies of an edition."""
    found = [WHOLE]
    found += [Scope("government", government_id) for government_id in governments(tables, edition_id)]
    found += [Scope("agency", agency_id) for agency_id in agencies(tables, edition_id)]
    return found


def breakdowns(tables: Tables, stage: Row) -> list[Scope]:
    """The levels and provinces for which a total is published at a stage."""
    found = {
        Scope(kind, row["scope_id"])
        for kind in ("level", "province")
        for row in totals(tables, stage["edition_id"], kind)
        if row["stage_id"] == stage["stage_id"]
    }
    return sorted(found)
