"""silent_loss: entries that were registered and never handed in."""

from datetime import date

from tests.support.twin import stages, steps, wilson
from tests.support.twin.scopes import Scope, government_of, same_scopes
from tests.support.twin.steps import Step
from tests.support.twin.tables import Row, Tables

PREFIX = "berhenti: "


def compute(tables: Tables, as_of: date) -> list[Row]:
    """The whole (part blank) wherever both registered and handed in are known, and the published parts of it."""
    wholes: list[Row] = []
    for made in steps.compute(tables, as_of):
        registered = registered_stage(tables, made)
        if made.stage["kind"] == "submitted" and made.group == made.stage["group"] and registered is not None:
            wholes.extend(whole(made, registered))
    return wholes + parts(tables, wholes)


def registered_stage(tables: Tables, made: Step) -> Row | None:
    """The nearest earlier held stage of kind `registered`."""
    found = [
        stage
        for stage in stages.seen_by(tables, made.edition_id, made.government_id)
        if stage["kind"] == "registered" and stage["stage_order"] < made.stage["stage_order"]
    ]
    return found[-1] if found else None


def whole(made: Step, registered: Row) -> list[Row]:
    """Registered less handed in, once hand-in is concluded and both are known on the same basis; else no row."""
    if not made.rate_is_known or made.from_stage_id != registered["stage_id"] or not made.entered or not made.concluded:
        return []
    lost = made.entered - (made.passed or 0) - (made.pending or 0)
    low, high = wilson.interval(lost, made.entered)
    row = empty(made.edition_id, made.scope, made.government_id, "")
    row.update(numerator=lost, denominator=made.entered, value=lost / made.entered, low=low, high=high)
    row.update(basis=made.basis, sources=made.sources)
    return [row]


def parts(tables: Tables, wholes: list[Row]) -> list[Row]:
    """The published counts that say where entries stopped; their share where the whole is published too."""
    found = []
    for count in tables.all("reported_counts"):
        stopped = (count["category"] or "").startswith(PREFIX) and count["measure"] == "entries"
        if stopped and count["value"] is not None:
            for scope in same_scopes(tables, count["edition_id"], Scope(count["scope_kind"], count["scope_id"])):
                found.append(part(tables, count, scope, wholes))
    return found


def part(tables: Tables, count: Row, scope: Scope, wholes: list[Row]) -> Row:
    """One published part."""
    row = empty(count["edition_id"], scope, government_of(tables, scope), count["category"].removeprefix(PREFIX))
    row.update(numerator=count["value"], basis="reported", sources=[count["source_id"]])
    for other in wholes:
        same = (other["edition_id"], other["scope_kind"], other["scope_id"]) == (count["edition_id"], *scope)
        if same and other["basis"] == "reported" and count["value"] <= other["denominator"]:
            low, high = wilson.interval(count["value"], other["denominator"])
            share = count["value"] / other["denominator"]
            row.update(denominator=other["denominator"], value=share, low=low, high=high)
    return row


def empty(edition_id: str, scope: Scope, government_id: str | None, part: str) -> Row:
    """A row with its keys and no numbers yet."""
    return {
        "government_id": government_id,
        "edition_id": edition_id,
        "scope_kind": scope.kind,
        "scope_id": scope.id,
        "part": part,
        "numerator": None,
        "denominator": None,
        "value": None,
        "low": None,
        "high": None,
        "basis": "unknown",
        "sources": [],
        "reason": None,
    }
