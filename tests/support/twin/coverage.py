"""Coverage: whether the rows of a scope at a stage are all there are."""

from datetime import date

from tests.support.twin import entries, stages, year_coverage
from tests.support.twin.scopes import WHOLE, Scope, government_of, owner_of_local, same_scopes
from tests.support.twin.tables import Row, Tables

WHOLE_LISTS = ("complete", "passed_only")


def explicit(tables: Tables, stage: Row, scope: Scope) -> Row | None:
    """The coverage row that speaks of exactly this scope (the whole of a local competition is its owner)."""
    rows = [
        row
        for row in tables.where("coverage", "edition_id", stage["edition_id"])
        if row["stage_id"] == stage["stage_id"]
    ]
    for same in [scope, *same_scopes(tables, stage["edition_id"], scope)]:
        for row in rows:
            if (row["scope_kind"], row["scope_id"]) == same:
                return row
    return None


def larger(tables: Tables, edition_id: str, scope: Scope) -> Scope | None:
    """The scope around this one: agency, government, the whole."""
    if scope.kind == "agency":
        return Scope("government", str(government_of(tables, scope)))
    if scope.kind == "government" and scope.id != owner_of_local(tables, edition_id):
        return WHOLE
    return None


def row_for(tables: Tables, as_of: date, stage: Row, scope: Scope) -> tuple[str, list[str]]:
    """The extent at a stage for a scope, and the sources of the coverage rows that say so."""
    key = ("coverage", as_of, stage["edition_id"], stage["stage_id"], scope)
    if key not in tables.memory:
        tables.memory[key] = find_row(tables, as_of, stage, scope)
    found: tuple[str, list[str]] = tables.memory[key]
    return found


def find_row(tables: Tables, as_of: date, stage: Row, scope: Scope) -> tuple[str, list[str]]:
    """What is said of this stage, from the scope outwards; only if nothing is, what an earlier stage passes on."""
    if stage["status"] == "planned":
        return "none", []
    for around in outwards(tables, stage["edition_id"], scope):
        stated = year_statement(tables, stage, scope) if around == WHOLE else None
        if stated is not None:
            return "complete", stated
        row = explicit(tables, stage, around)
        if row:
            found = [row["source_id"]] if row["source_id"] else []
            return of_a_part(tables, stage, scope, around, row["extent"]), found
    stated = year_statement(tables, stage, scope)
    if stated is not None:
        return "complete", stated
    inherited = complete_before(tables, as_of, stage, scope)
    if inherited is not None and stages.is_concluded(tables, stage, as_of) and not is_skipped(tables, stage, scope):
        return "complete", inherited
    return "none", []


def of_a_part(tables: Tables, stage: Row, scope: Scope, around: Scope, extent: str) -> str:
    """What a list of the whole says of one of its governments: nothing whole, where some entries name no government."""
    nameless = any(not row["government_id"] for row in tables.where("submissions", "edition_id", stage["edition_id"]))
    if around == WHOLE and scope != WHOLE and nameless and extent in WHOLE_LISTS:
        return "partial"
    return extent


def outwards(tables: Tables, edition_id: str, scope: Scope) -> list[Scope]:
    """The scope and those around it: agency, government, the whole."""
    found = [scope]
    while (around := larger(tables, edition_id, found[-1])) is not None:
        found.append(around)
    return found


def year_statement(tables: Tables, stage: Row, scope: Scope) -> list[str] | None:
    """Sources of a year-level row that says that all the government handed in that year is there."""
    if scope.kind not in ("government", "agency") or stage["kind"] != "submitted":
        return None
    year = tables.one("editions", "edition_id", stage["edition_id"])["year"]
    return year_coverage.stated_complete(tables, str(government_of(tables, scope)), year)


def complete_before(tables: Tables, as_of: date, stage: Row, scope: Scope) -> list[str] | None:
    """Sources of the nearest earlier stage of kind `submitted`, of a compatible group, that is complete.

    Only a complete intake makes an edition complete: a later list may be whole without what was handed in being so.
    """
    for earlier in reversed(stages.seen_by(tables, stage["edition_id"], government_of(tables, scope))):
        if earlier["stage_order"] >= stage["stage_order"] or earlier["kind"] != "submitted":
            continue
        if not stages.feeds(earlier["group"], stage["group"]):
            continue
        extent, sources = row_for(tables, as_of, earlier, scope)
        if extent == "complete":
            return sources
    return None


def extent(tables: Tables, as_of: date, stage: Row, scope: Scope) -> str:
    """`complete`, `passed_only`, `partial` or `none`."""
    return row_for(tables, as_of, stage, scope)[0]


def is_skipped(tables: Tables, stage: Row, scope: Scope) -> bool:
    """True if the rows of the scope show entries beyond the stage that have no result at it.

    Then the results of this stage were not gathered, and to inherit `complete` would make false zeros of them.
    """
    return any(
        entries.result_at(tables, entry, stage) is None and has_result_beyond(tables, entry, stage)
        for entry in entries.in_scope(tables, stage["edition_id"], scope)
    )


def has_result_beyond(tables: Tables, entry: Row, stage: Row) -> bool:
    """A result at a later stage to which this one leads."""
    return any(
        later["stage_order"] > stage["stage_order"] and stages.feeds(stage["group"], later["group"])
        for later, _ in entries.results(tables, entry)
    )
