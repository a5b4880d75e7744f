"""Agencies: names, years in force, parents."""

import re

from tests.support.twin.dates import year_of
from tests.support.twin.tables import Row, Tables
from tests.support.twin.year_coverage import agency_list_is_complete


def normal(text: str) -> str:
    """A name without case, punctuation and doubled spaces; `&` is `dan`, `Kab.` is `kabupaten`."""
    words = re.sub(r"[^0-9a-z]+", " ", text.lower().replace("&", " dan ")).split()
    return " ".join("kabupaten" if word == "kab" else word for word in words)


def normal_agency(text: str, government_name: str) -> str:
    """The normalised name of an agency, with the whole name of its own government taken off its end."""
    name, government = normal(text), normal(government_name)
    stripped = name.removesuffix(government).strip()
    return stripped if name.endswith(" " + government) and stripped else name


def spellings(tables: Tables, agency: Row) -> list[str]:
    """What counts as an alias: the short name, the listed aliases and the confirmed ones."""
    confirmed = [row["alias"] for row in tables.where("aliases", "agency_id", agency["agency_id"])]
    return [name for name in [agency["short_name"], *agency["aliases"], *confirmed] if name]


def candidates(tables: Tables, government_id: str, name: str) -> list[Row]:
    """The agencies of this government that bear the name: exactly, else by alias, else in normalised form."""
    agencies = tables.where("agencies", "government_id", government_id)
    government = tables.one("governments", "government_id", government_id)["name"]
    by_name = [agency for agency in agencies if agency["name"] == name]
    if by_name:
        return by_name
    by_alias = [agency for agency in agencies if name in spellings(tables, agency)]
    if by_alias:
        return by_alias
    wanted = normal_agency(name, government)
    return [
        agency
        for agency in agencies
        if wanted in [normal_agency(other, government) for other in [agency["name"], *spellings(tables, agency)]]
    ]


def resolve(tables: Tables, government_id: str, name: str, year: int) -> str | None:
    """The agency that a reported name means in a year; None if unknown, ambiguous or ended by then."""
    standing = [agency for agency in candidates(tables, government_id, name) if not has_ended(agency, year)]
    return standing[0]["agency_id"] if len(standing) == 1 else None


def has_ended(agency: Row, year: int) -> bool:
    """True if its last day lies before the year."""
    return agency["valid_to"] is not None and year_of(agency["valid_to"]) < year


def is_in_force(tables: Tables, agency: Row, year: int) -> bool:
    """The rule of data.md, with its two clauses for an agency without `valid_from`."""
    if agency["valid_from"] and year_of(agency["valid_from"]) > year:
        return False
    if is_over(agency, year):
        return False
    if agency["valid_from"]:
        return True
    if not all(is_over(other, year) for other in predecessors(tables, agency)):
        return False
    listed = agency_list_is_complete(tables, agency["government_id"], year)
    return not (listed and agency["first_seen"] and year_of(agency["first_seen"]) > year)


def is_over(agency: Row, year: int) -> bool:
    """Ended by then; one that has a successor and no known end was in force until it was last seen."""
    if agency["succeeded_by"] and not agency["valid_to"] and is_past(agency["last_seen"], year):
        return True
    return has_ended(agency, year)


def is_past(text: str | None, year: int) -> bool:
    """True if the date is known and its year is over by then."""
    return text is not None and year_of(text) < year


def predecessors(tables: Tables, agency: Row) -> list[Row]:
    """The agencies that name this one as their successor."""
    return [
        other
        for other in tables.where("agencies", "government_id", agency["government_id"])
        if agency["agency_id"] in other["succeeded_by"]
    ]


def stands_for(tables: Tables, agency_id: str, counted: set[str], roll_up: bool) -> str | None:
    """The counted agency that an agency's entries count for: itself, else (with roll-up) the nearest one above."""
    seen: set[str] = set()
    current: str | None = agency_id
    while current is not None and current not in seen:
        if current in counted:
            return current
        if not roll_up:
            return None
        seen.add(current)
        current = tables.one("agencies", "agency_id", current)["parent_id"]
    return None
