"""Which rows of the input tables are a government's own: what its workbook is filled with."""

from __future__ import annotations

from dataclasses import dataclass

from etl.context import Cells, Context
from etl.contract import contract

OWN_SCOPES = {"government", "agency"}


@dataclass(frozen=True)
class Own:
    """What belongs to a government: its agencies, competitions, editions of these, and entries, by key."""

    government_id: str
    agencies: frozenset[str]
    competitions: frozenset[str]
    editions: frozenset[str]
    submissions: frozenset[str]


def of(government_id: str, context: Context) -> Own:
    """What belongs to that government."""
    competitions = {key for key, row in context.competitions.items() if row.government_id == government_id}
    editions = {key for key, row in context.editions.items() if row.competition_id in competitions}
    entries = {
        row["submission_id"]
        for row in context.rows("submissions")
        if row.get("government_id") == government_id
        or (not row.get("government_id") and row.get("edition_id") in editions)
    }
    agencies = {row.agency_id for row in context.agencies(government_id)}
    return Own(government_id, frozenset(agencies), frozenset(competitions), frozenset(editions), frozenset(entries))


def rows(table: str, own: Own, edition_id: str | None, context: Context) -> list[Cells]:
    """The rows of an input table that are the government's own; with an edition, of tables that name one only its."""
    found = [row for row in context.rows(table) if _belongs(table, row, own)]
    if edition_id is None:
        return found
    if "edition_id" in contract().tables[table].names:
        return [row for row in found if row.get("edition_id") == edition_id]
    if "submission_id" in contract().tables[table].names:
        entries = {row.submission_id for row in context.submissions(edition_id)}
        return [row for row in found if row.get("submission_id") in entries]
    return found


def _belongs(table: str, row: Cells, own: Own) -> bool:
    """By the first of these cells that a row has: government, entry, scope, agency, edition, competition."""
    if row.get("government_id"):
        return row["government_id"] == own.government_id
    if row.get("submission_id"):
        return row["submission_id"] in own.submissions
    if row.get("scope_kind") in OWN_SCOPES:
        return row.get("scope_id") in own.agencies | {own.government_id}
    if row.get("agency_id"):
        return row["agency_id"] in own.agencies
    if row.get("edition_id") and table != "editions":
        return row["edition_id"] in own.editions
    return row.get("competition_id") in own.competitions
