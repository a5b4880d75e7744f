"""The columns that a register's fields become, by what the register is read for."""

from __future__ import annotations

from collections.abc import Mapping

SUBMISSIONS, INNOVATIONS, AGENCIES, COUNTS = "submissions", "innovations", "agencies", "reported_counts"

_INNOVATION = {
    "innovations.name": "name",
    "submissions.innovation": "name",
    "submissions.agency": "agency",
    "agencies.name": "agency",
    "agency code": "agency",
    "agencies.code": "agency",
    "submissions.government": "government",
    "governments.name": "government",
    "innovations.type": "type",
    "innovations.form": "form",
    "innovations.affair": "affair",
    "innovations.summary": "summary",
    "innovations.started_on": "started_on",
    "innovations.flagship": "flagship",
    "submissions.flagship": "flagship",
    "editions.year": "year",
    "maturity score": "maturity",
    "maturity step": "maturity_step",
    "status": "status",
    "submissions.category": "category",
    "submissions.group": "group",
    "submissions.note": "note",
    "innovations.note": "note",
    "innovations.innovation_id": "innovation_id",
    "submissions.innovation_id": "innovation_id",
    "submissions.government_id": "government_id",
    "innovations.government_id": "government_id",
    "innovations.agency_id": "agency_id",
    "submissions.source_id": "source_id",
}
_ENTRY = _INNOVATION | {
    "submissions.submitted_on": "submitted_on",
    "submissions.submission_id": "submission_id",
    "submissions.edition_id": "edition_id",
    "stage_results.rank": "rank",
    "stage_results.score": "score",
    "score": "score",
    "stage_results.decided_on": "decided_on",
}
_AGENCY = {
    "agencies.name": "name",
    "submissions.agency": "name",
    "agencies.short_name": "short_name",
    "agencies.kind": "kind",
    "agencies.parent": "parent",
    "agencies.parent_id": "parent",
    "agencies.valid_from": "valid_from",
    "agencies.valid_to": "valid_to",
    "agencies.code": "code",
    "agency code": "code",
    "submissions.submission_id": "code",
    "submissions.government": "government",
    "submissions.note": "note",
    "agencies.note": "note",
}
_COUNT = {
    "submissions.government": "scope",
    "governments.name": "scope",
    "submissions.agency": "scope",
    "agencies.name": "scope",
    "editions.year": "year",
    "stage": "stage",
    "maturity step": "stage",
    "stages.name": "stage",
    "reported_counts.value": "value",
    "targets.value": "target",
    "submissions.category": "category",
    "submissions.group": "group",
    "submissions.note": "note",
    "reported_counts.note": "note",
}
# Field of headings.csv or column of an input table -> column, for each purpose a register can be read for. A field that
# is not listed has no column there.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    SUBMISSIONS: _ENTRY,
    INNOVATIONS: _INNOVATION
    | {"submissions.submitted_on": "submitted_on", "submissions.submission_id": "code", "innovation code": "code"},
    AGENCIES: _AGENCY,
    COUNTS: _COUNT,
}
ENTRIES = {SUBMISSIONS, INNOVATIONS}
STAGE_COLUMN = {SUBMISSIONS: "outcome", COUNTS: "value"}  # what a column named after a stage holds
