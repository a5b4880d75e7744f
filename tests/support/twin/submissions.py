"""submissions: how many innovations did each agency hand in?"""

from datetime import date

from tests.support.twin import counts, entries, known, policy, stages, year_coverage
from tests.support.twin.counts import UNKNOWN, Count
from tests.support.twin.scopes import Scope, competition_of, government_of, is_open_to
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """The whole of each edition, each government of which something is known, each agency with entries or a true 0."""
    rows = []
    for edition in tables.all("editions"):
        scopes = known.own_scopes(tables, edition["edition_id"])
        scopes += [scope for scope in zeros(tables, as_of, edition) if scope not in scopes]
        rows += [row_of(tables, as_of, edition, scope) for scope in scopes]
    return rows


def zeros(tables: Tables, as_of: date, edition: Row) -> list[Scope]:
    """The counted agencies of every government whose year is complete, and with it the intake of this edition."""
    found = []
    for government_id in policy.board_governments(tables):
        competition = competition_of(tables, edition["edition_id"])
        if competition["type"] not in ("contest", "register") or not is_open_to(tables, competition, government_id):
            continue
        complete = policy.government_year_is_complete(tables, as_of, government_id, edition["year"])
        if complete and policy.intake_is_complete(tables, as_of, edition["edition_id"], government_id):
            agencies = policy.counted_agencies(tables, government_id, edition["year"])
            found += [Scope("agency", agency["agency_id"]) for agency in agencies]
    return found


def row_of(tables: Tables, as_of: date, edition: Row, scope: Scope) -> Row:
    """One count with what it counts."""
    counted_as, count = count_of(tables, as_of, edition, scope)
    if scope.kind == "agency" and count.value == 0 and not is_complete(tables, as_of, edition, scope):
        counted_as, count = None, UNKNOWN
    what = {"counted_as": counted_as, "comparator": count.comparator} if counted_as else {}
    return {
        "government_id": government_of(tables, scope),
        "agency_id": scope.id if scope.kind == "agency" else None,
        "competition_id": edition["competition_id"],
        "edition_id": edition["edition_id"],
        "year": edition["year"],
        **what,
        "numerator": count.value,
        "denominator": None,
        "value": count.value,
        "low": None,
        "high": None,
        "basis": count.basis,
        "sources": count.sources,
        "reason": "unknown" if count.value is None else None,
    }


def is_complete(tables: Tables, as_of: date, edition: Row, scope: Scope) -> bool:
    """Only a complete year of its government makes a 0 of an agency true."""
    return policy.government_year_is_complete(tables, as_of, str(government_of(tables, scope)), edition["year"])


def count_of(tables: Tables, as_of: date, edition: Row, scope: Scope) -> tuple[str | None, Count]:
    """What is known of the number handed in or registered: an exact figure first, and of two such the handed in."""
    both = [
        ("submitted", handed_in(tables, as_of, edition, scope)),
        ("registered", first_known(tables, as_of, edition["edition_id"], scope)),
    ]
    for bases in (("rows", "reported"), ("at_least",)):
        for counted_as, count in both:
            if count.basis in bases:
                return counted_as, count
    return None, UNKNOWN


def handed_in(tables: Tables, as_of: date, edition: Row, scope: Scope) -> Count:
    """By the stage of hand-in; an edition without one still has the entries that are seen to have been handed in."""
    edition_id = edition["edition_id"]
    found = [entry for entry in entries.in_scope(tables, edition_id, scope) if entries.is_handed_in(tables, entry)]
    for stage in stages_of_kind(tables, edition_id, "submitted"):
        by_rows = counts.of_rows(tables, as_of, stage, scope, found)
        return counts.first_that_applies(by_rows, counts.published_or_sum(tables, stage, scope, stage["group"]))
    named = {entry["source_id"] for entry in found if entry["source_id"]}
    government_id = government_of(tables, scope)
    stated = year_coverage.stated_complete(tables, government_id, edition["year"]) if government_id else None
    if stated is not None:
        return Count(len(found), "=", "rows", sorted({*named, *stated}))
    return Count(len(found), ">=", "at_least", sorted(named)) if found else UNKNOWN


def first_known(tables: Tables, as_of: date, edition_id: str, scope: Scope) -> Count:
    """The count at the stage of registration."""
    for stage in stages_of_kind(tables, edition_id, "registered"):
        return counts.passed(tables, as_of, stage, scope, stage["group"])
    return UNKNOWN


def stages_of_kind(tables: Tables, edition_id: str, kind: str) -> list[Row]:
    """The organiser's held stages of a kind."""
    return [stage for stage in stages.seen_by(tables, edition_id, None) if stage["kind"] == kind]
