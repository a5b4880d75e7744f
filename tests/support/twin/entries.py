"""Entries: results, handed in, withdrawn, whose they are, and which innovation they are of."""

from tests.support.twin import agencies, stages
from tests.support.twin.scopes import Scope, competition_of
from tests.support.twin.tables import Row, Tables

COUNTS_TOWARDS_COMPLIANCE = ("contest", "register")


def results(tables: Tables, entry: Row) -> list[tuple[Row, Row]]:
    """The results of an entry with their stages, in the order of the stages."""
    pairs = [
        (stages.stage_of(tables, entry["edition_id"], result["stage_id"]), result)
        for result in tables.where("stage_results", "submission_id", entry["submission_id"])
    ]
    return sorted(pairs, key=lambda pair: (pair[0]["stage_order"], pair[0]["stage_id"]))


def result_at(tables: Tables, entry: Row, stage: Row) -> Row | None:
    """The result of an entry at a stage."""
    for result in tables.where("stage_results", "submission_id", entry["submission_id"]):
        if result["stage_id"] == stage["stage_id"]:
            return result
    return None


def is_withdrawn(tables: Tables, entry: Row) -> bool:
    """Withdrawn at any stage."""
    return any(result["outcome"] == "withdrawn" for _, result in results(tables, entry))


def was_handed_in(tables: Tables, entry: Row) -> bool:
    """It was handed in at some time, whether or not it was withdrawn later."""
    if entry["submitted_on"]:
        return True
    for stage, result in results(tables, entry):
        if stage["kind"] == "submitted" and result["outcome"] == "passed":
            return True
        if stages.is_at_least(stage["kind"], "administrative"):
            return True
    return False


def is_handed_in(tables: Tables, entry: Row) -> bool:
    """Handed in, and not withdrawn at any stage."""
    return was_handed_in(tables, entry) and not is_withdrawn(tables, entry)


def has_passed(tables: Tables, entry: Row, stage: Row) -> bool:
    """Outcome `passed` at the stage. Without a result at hand-in, having been handed in is enough to pass it."""
    result = result_at(tables, entry, stage)
    if result is not None:
        return bool(result["outcome"] == "passed")
    return stage["kind"] == "submitted" and was_handed_in(tables, entry)


def agency_of(tables: Tables, entry: Row) -> str | None:
    """The agency that an entry is attributed to, by the name as reported."""
    key = ("agency of", entry["submission_id"])
    if key not in tables.memory:
        tables.memory[key] = find_agency(tables, entry)
    found: str | None = tables.memory[key]
    return found


def find_agency(tables: Tables, entry: Row) -> str | None:
    """A blank name, one that is not understood, and one whose agency had ended leave the entry unattributed."""
    if entry["government_id"] is None or entry["agency"] is None:
        return None
    return agencies.resolve(tables, entry["government_id"], entry["agency"], year_of_edition(tables, entry))


def innovation_of(tables: Tables, entry: Row) -> str | None:
    """The innovation: by id, else the one of the same government that has the same normalised name."""
    if entry["innovation_id"]:
        innovation_id: str = entry["innovation_id"]
        return innovation_id
    if not entry["innovation"] or not entry["government_id"]:
        return None
    wanted = agencies.normal(entry["innovation"])
    same = [
        row["innovation_id"]
        for row in tables.where("innovations", "government_id", entry["government_id"])
        if agencies.normal(row["name"]) == wanted
    ]
    return same[0] if len(same) == 1 else None


def same_innovation_key(tables: Tables, entry: Row) -> tuple[str, ...]:
    """Equal for entries of one innovation: its id, else the normalised name in a government, else the entry itself."""
    innovation_id = innovation_of(tables, entry)
    if innovation_id is not None:
        return ("innovation", innovation_id)
    if entry["innovation"] and entry["government_id"]:
        return ("name", entry["government_id"], agencies.normal(entry["innovation"]))
    return ("entry", entry["submission_id"])


def year_of_edition(tables: Tables, entry: Row) -> int:
    """The year of the edition that an entry is in."""
    year: int = tables.one("editions", "edition_id", entry["edition_id"])["year"]
    return year


def in_scope(tables: Tables, edition_id: str, scope: Scope) -> list[Row]:
    """The entries of an edition that belong to a scope; levels and provinces are known from published counts only."""
    entries = tables.where("submissions", "edition_id", edition_id)
    if scope.kind == "all":
        return entries
    if scope.kind == "government":
        return [entry for entry in entries if entry["government_id"] == scope.id]
    if scope.kind == "agency":
        return [entry for entry in entries if agency_of(tables, entry) == scope.id]
    return []


def in_group(tables: Tables, entry: Row, stage: Row, group: str | None) -> bool:
    """True if an entry belongs to a group at a stage: by its own group, or because the stage is of that group."""
    if not stages.parts(group) or entry["group"] in stages.parts(group):
        return True
    return stages.parts(stage["group"]) == stages.parts(group) and result_at(tables, entry, stage) is not None


def of_year(tables: Tables, government_id: str, year: int) -> list[Row]:
    """A government's entries of a year in contests and registers; directories and award lists are no entries."""
    return [
        entry
        for entry in tables.where("submissions", "government_id", government_id)
        if year_of_edition(tables, entry) == year
        and competition_of(tables, entry["edition_id"])["type"] in COUNTS_TOWARDS_COMPLIANCE
    ]
