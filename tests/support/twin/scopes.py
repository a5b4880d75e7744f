"""Scopes: the whole, a level, a province, a government, an agency; and who a competition is open to."""

from typing import NamedTuple

from tests.support.twin.tables import Row, Tables


class Scope(NamedTuple):
    """A scope as it is written in coverage and reported_counts."""

    kind: str
    id: str


WHOLE = Scope("all", "all")


def competition_of(tables: Tables, edition_id: str) -> Row:
    """The competition that an edition belongs to."""
    edition = tables.one("editions", "edition_id", edition_id)
    return tables.one("competitions", "competition_id", edition["competition_id"])


def owner_of_local(tables: Tables, edition_id: str) -> str | None:
    """The government whose own local competition this is, else None."""
    competition = competition_of(tables, edition_id)
    return competition["government_id"] if competition["level"] == "local" else None


def same_scopes(tables: Tables, edition_id: str, scope: Scope) -> list[Scope]:
    """Scopes that mean the same: the whole of a local competition is its owner."""
    owner = owner_of_local(tables, edition_id)
    if owner and scope in (WHOLE, Scope("government", owner)):
        return [WHOLE, Scope("government", owner)]
    return [scope]


def government_of(tables: Tables, scope: Scope) -> str | None:
    """The government that a scope lies in; None for the whole, a level or a province."""
    if scope.kind == "government":
        return scope.id
    if scope.kind == "agency":
        government_id: str = tables.one("agencies", "agency_id", scope.id)["government_id"]
        return government_id
    return None


def is_open_to(tables: Tables, competition: Row, government_id: str) -> bool:
    """Its own, a national one, or one of its province's government."""
    if competition["government_id"] == government_id:
        return True
    if competition["level"] == "national":
        return True
    return competition["level"] == "provincial" and is_of_province(tables, competition, government_id)


def is_of_province(tables: Tables, competition: Row, government_id: str) -> bool:
    """True if the competition's owner is the government of the province that this government lies in."""
    if competition["government_id"] is None:
        return False
    owner = tables.one("governments", "government_id", competition["government_id"])
    government = tables.one("governments", "government_id", government_id)
    if owner["level"] != "province":
        return False
    same_province = owner["province"] is not None and owner["province"] == government["province"]
    return bool(same_province or government["parent_id"] == owner["government_id"])
