"""A meeting on record, as its minutes need it: from the meetings, or from the events, which also hold clinics."""

from __future__ import annotations

from typing import Any

from rapidfuzz import process

import metrics
from metrics import Scope, UnknownName, Warehouse

Row = dict[str, Any]


def find(warehouse: Warehouse, government: str, meeting: str) -> Row:
    """One meeting or event of a government: id, kind (words of its own, or a kind of event), on_date, place, is_event,
    participants, source_id; what is not known is None.

    Raises UnknownName for a government that does not exist, or a meeting that it does not have."""
    scope = Scope(government=government)
    metrics.check_names(scope, warehouse)
    known = {row["id"]: row for row in [*_events(scope, warehouse), *_meetings(scope, warehouse)]}
    if meeting not in known:
        near = process.extract(meeting, list(known), limit=3, score_cutoff=45)
        raise UnknownName("meeting", meeting, [name for name, _, _ in near])
    return known[meeting]


def _events(scope: Scope, warehouse: Warehouse) -> list[Row]:
    listed = metrics.records(metrics.listing("events", scope, warehouse))
    return [row | {"id": row["event_id"], "place": None, "is_event": True} for row in listed]


def _meetings(scope: Scope, warehouse: Warehouse) -> list[Row]:
    listed = metrics.records(metrics.listing("meetings", scope, warehouse))
    return [
        row | {"id": row["meeting_id"], "is_event": False, "participants": None, "source_id": None} for row in listed
    ]
