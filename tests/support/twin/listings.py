"""The reference lists that golden figures ask for, as plain rows."""

from collections.abc import Callable
from datetime import date

from tests.support.twin import counts, entries, stages
from tests.support.twin.scopes import Scope
from tests.support.twin.tables import Row, Tables


def rivals(tables: Tables) -> list[Row]:
    """Published totals of which a stage, scope and group has more than one; `shown` marks the one in use."""
    found = []
    for row in tables.all("reported_counts"):
        stage = stages.stage_of(tables, row["edition_id"], row["stage_id"])
        scope = Scope(row["scope_kind"], row["scope_id"])
        same = counts.rivals(tables, stage, scope, row["group"] or stage["group"])
        if len(same) > 1 and row in same:
            shown = min(same, key=lambda other: counts.preference(tables, other))
            found.append({**row, "shown": row == shown})
    return found


def listed_entries(tables: Tables) -> list[Row]:
    """Entries with their agency and whether they are handed in."""
    return [
        {
            **entry,
            "agency_name": entry["agency"],
            "agency_id": entries.agency_of(tables, entry),
            "handed_in": entries.is_handed_in(tables, entry),
            "withdrawn": entries.is_withdrawn(tables, entry),
        }
        for entry in tables.all("submissions")
    ]


def listing(name: str, tables: Tables, as_of: date) -> list[Row]:
    """One list by its name; a list that is simply a table is that table."""
    made: dict[str, Callable[[Tables], list[Row]]] = {"rivals": rivals, "entries": listed_entries}
    return made[name](tables) if name in made else tables.all(name)
