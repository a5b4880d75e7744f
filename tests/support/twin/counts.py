"""A count at a stage for a scope, with its basis: rows, a published total, at least so many, or unknown."""

from datetime import date
from typing import NamedTuple

from tests.support.twin import coverage, entries, stages
from tests.support.twin.dates import last_day
from tests.support.twin.scopes import Scope, same_scopes
from tests.support.twin.tables import Row, Tables

GRADES = ["official", "register", "press", "own"]


class Count(NamedTuple):
    """A number of entries; `value` is None where nothing is known."""

    value: int | None
    comparator: str | None
    basis: str
    sources: list[str]


UNKNOWN = Count(None, None, "unknown", [])


def is_exact(count: Count | None) -> bool:
    """True if the count may enter a rate."""
    return count is not None and count.basis in ("rows", "reported") and count.comparator == "="


def rivals(tables: Tables, stage: Row, scope: Scope, group: str | None) -> list[Row]:
    """The published totals of entries for exactly this stage, scope and group."""
    scopes = same_scopes(tables, stage["edition_id"], scope)
    return [
        row
        for row in tables.where("reported_counts", "edition_id", stage["edition_id"])
        if row["stage_id"] == stage["stage_id"]
        and (row["scope_kind"], row["scope_id"]) in scopes
        and row["measure"] == "entries"
        and row["category"] is None
        and row["value"] is not None
        and stages.parts(row["group"] or stage["group"]) == stages.parts(group)
    ]


def preference(tables: Tables, row: Row) -> tuple[bool, int, int, str]:
    """Sorts rivals: the preferred one first, then by grade, then the later one."""
    source = tables.where("sources", "source_id", row["source_id"])
    grade = source[0]["grade"] if source else None
    published_on = source[0]["published_on"] if source else None
    return (
        not row["preferred"],
        GRADES.index(grade) if grade in GRADES else len(GRADES),
        -(last_day(published_on).toordinal() if published_on else 0),
        row["source_id"] or "",
    )


def published(tables: Tables, stage: Row, scope: Scope, group: str | None) -> Count | None:
    """The published total that is shown; None if there is none."""
    rows = sorted(rivals(tables, stage, scope, group), key=lambda row: preference(tables, row))
    if not rows:
        return None
    shown = rows[0]
    return Count(shown["value"], shown["comparator"], "reported", [shown["source_id"]] if shown["source_id"] else [])


def published_or_sum(tables: Tables, stage: Row, scope: Scope, group: str | None) -> Count | None:
    """The published total; for a joined group without one, the sum of its parts where each is published."""
    total = published(tables, stage, scope, group)
    if total is not None or len(stages.parts(group)) < 2:
        return total
    found = [published(tables, stage, scope, part) for part in sorted(stages.parts(group))]
    known = [count for count in found if count is not None]
    if len(known) < len(found):
        return None
    comparator = "=" if all(count.comparator == "=" for count in known) else "~"
    sources = sorted({source for count in known for source in count.sources})
    return Count(sum(count.value or 0 for count in known), comparator, "reported", sources)


def of_rows(tables: Tables, as_of: date, stage: Row, scope: Scope, found: list[Row]) -> Count:
    """The count that these entries give: exact where the rows are all there are, else at least so many."""
    extent, said_by = coverage.row_for(tables, as_of, stage, scope)
    sources = sources_of(tables, found, stage)
    if extent in coverage.WHOLE_LISTS:
        return Count(len(found), "=", "rows", sorted({*sources, *said_by}))
    return Count(len(found), ">=", "at_least", sources) if found else UNKNOWN


def sources_of(tables: Tables, found: list[Row], stage: Row) -> list[str]:
    """The sources of entries and of their results at a stage."""
    named = [entry["source_id"] for entry in found]
    for entry in found:
        result = entries.result_at(tables, entry, stage)
        named += [result["source_id"]] if result else []
    return sorted({source for source in named if source})


def passed_rows(tables: Tables, stage: Row, scope: Scope, group: str | None) -> list[Row]:
    """The entries of a scope and group that passed a stage."""
    return [
        entry
        for entry in entries.in_scope(tables, stage["edition_id"], scope)
        if entries.in_group(tables, entry, stage, group) and entries.has_passed(tables, entry, stage)
    ]


def passed(tables: Tables, as_of: date, stage: Row, scope: Scope, group: str | None) -> Count:
    """How many came through a stage; published totals of those that took part are left aside.

    A part by group of a stage for all is known from published totals only: entries need not name their group.
    """
    total = None if stage["kind"] in stages.TOOK_PART else published_or_sum(tables, stage, scope, group)
    if stages.parts(group) != stages.parts(stage["group"]):
        return total or UNKNOWN
    rows = of_rows(tables, as_of, stage, scope, passed_rows(tables, stage, scope, group))
    return first_that_applies(rows, total)


def first_that_applies(rows: Count, total: Count | None) -> Count:
    """Whole rows, else a published total, else the most that is known: `>=` is no total, only a floor."""
    if rows.basis == "rows" or total is None:
        return rows
    if total.comparator != ">=":
        return total
    most = max(rows.value or 0, total.value or 0)
    return Count(most, ">=", "at_least", sorted({*rows.sources, *total.sources}))


def at_stage(tables: Tables, as_of: date, stage: Row, scope: Scope, group: str | None) -> Count:
    """How many are at a stage: came through it, or took part where that is what is published."""
    found = passed(tables, as_of, stage, scope, group)
    if stage["kind"] not in stages.TOOK_PART:
        return found
    return first_that_applies(found, published_or_sum(tables, stage, scope, group))
