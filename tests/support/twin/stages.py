"""Stages of an edition: which are held, in what order, for which group, for whom, and which are concluded."""

from datetime import date

from tests.support.twin.dates import last_day
from tests.support.twin.tables import Row, Tables

KINDS = [
    "identified",
    "drafted",
    "clinic",
    "revised",
    "verified",
    "registered",
    "submitted",
    "administrative",
    "evaluation",
    "shortlist",
    "presentation",
    "field",
    "final",
    "award",
]
TOOK_PART = ("presentation", "field")


def is_at_least(kind: str, other: str) -> bool:
    """True if a stage of this kind is the other kind or a later one."""
    return KINDS.index(kind) >= KINDS.index(other)


def held(tables: Tables, edition_id: str) -> list[Row]:
    """The stages of an edition that took place, in order; planned ones are skipped."""
    stages = [stage for stage in tables.where("stages", "edition_id", edition_id) if stage["status"] != "planned"]
    return sorted(stages, key=lambda stage: (stage["stage_order"], stage["stage_id"]))


def seen_by(tables: Tables, edition_id: str, government_id: str | None) -> list[Row]:
    """Held stages of the organiser, and the preparation stages of this government if one is given."""
    return [stage for stage in held(tables, edition_id) if stage["government_id"] in (None, government_id)]


def stage_of(tables: Tables, edition_id: str, stage_id: str) -> Row:
    """One stage by its key."""
    return next(s for s in tables.where("stages", "edition_id", edition_id) if s["stage_id"] == stage_id)


def parts(group: str | None) -> set[str]:
    """The groups that a joined group is made of; none for `all`."""
    return {part.strip() for part in (group or "").split("+") if part.strip()}


def feeds(earlier: str | None, later: str | None) -> bool:
    """True if entries of the later stage's group passed through the earlier stage: the same group, all, or a join."""
    return not parts(earlier) or (bool(parts(later)) and parts(later) <= parts(earlier))


def stage_before(tables: Tables, stage: Row, government_id: str | None) -> Row | None:
    """The nearest earlier held stage of a compatible group, of the organiser or of this government."""
    earlier = [
        other
        for other in seen_by(tables, stage["edition_id"], government_id)
        if other["stage_order"] < stage["stage_order"] and feeds(other["group"], stage["group"])
    ]
    return earlier[-1] if earlier else None


def is_concluded(tables: Tables, stage: Row, as_of: date) -> bool:
    """Its last day is before the as-of date, or a later held stage has results or a published count."""
    if stage["status"] == "planned":
        return False
    if stage["ends_on"] and last_day(stage["ends_on"]) < as_of:
        return True
    return any(
        has_results(tables, later)
        for later in held(tables, stage["edition_id"])
        if later["stage_order"] > stage["stage_order"]
    )


def has_results(tables: Tables, stage: Row) -> bool:
    """Any result row or any published count at this stage, of whatever scope."""
    key = (stage["edition_id"], stage["stage_id"])
    if "stages with results" not in tables.memory:
        editions = {entry["submission_id"]: entry["edition_id"] for entry in tables.all("submissions")}
        found = {(editions[row["submission_id"]], row["stage_id"]) for row in tables.all("stage_results")}
        found |= {(row["edition_id"], row["stage_id"]) for row in tables.all("reported_counts")}
        tables.memory["stages with results"] = found
    return key in tables.memory["stages with results"]
