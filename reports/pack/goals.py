"""Targets in words, as the page Target says them: what is aimed at, what came of it, and where it stands."""

from __future__ import annotations

from planning.standing import COUNTED
from reports.pack.brief import Brief
from reports.reader import Row


def on_record(meeting: Brief) -> list[Row]:
    """The targets of what is looked at with their documents: those of the edition in view first, then the newest.

    For a government its own, its agencies' and those of the whole contests it organises; for the country those of the
    contest."""
    reader = meeting.reader
    if meeting.government is None:
        rows = reader.rows("target_progress", competition=meeting.competition)
    else:
        rows = reader.rows("target_progress", government=meeting.government)
        held = [c for c, row in reader.competitions.items() if row["government_id"] == meeting.government]
        whole = [row for contest in held for row in reader.rows("target_progress", competition=contest)]
        rows += [row for row in whole if row["scope_kind"] == "all"]
    listed = {row["target_id"]: row for row in reader.listing("targets")}
    kept = ("competition_id", "set_on", "set_by", "source_id")
    made = [row | {name: listed[row["target_id"]][name] for name in kept} for row in rows]
    return sorted(made, key=lambda row: _order(meeting, row))


def _order(meeting: Brief, row: Row) -> tuple[object, ...]:
    in_view, here = row["edition_id"] == meeting.edition_id, row["competition_id"] == meeting.competition
    return (not in_view, -row["year"], not here, row["scope_kind"] == "agency", row["target_metric"], row["target_id"])


def of_intake(meeting: Brief, rows: list[Row]) -> Row | None:
    """The target for the number of entries of the edition in view, handed in before registered."""
    places = {"government", "all"} if meeting.government else {"all"}
    found = [
        row for row in rows
        if row["edition_id"] == meeting.edition_id and row["target_metric"] in COUNTED
        and row["denominator"] is not None and row["scope_kind"] in places
    ]  # fmt: skip
    return min(found, key=lambda row: row["target_metric"] != "submissions", default=None)


def finding(meeting: Brief, row: Row) -> str:
    """Where the target for the number of entries stands, in one sentence."""
    return meeting.target_words.finding(row, meeting.standings.of(row), who(meeting, row))


def who(meeting: Brief, row: Row) -> str:
    """Whose target it is: the government's, or that of the whole contest."""
    if row["scope_kind"] == "all":
        return meeting.reader.contest(str(row["competition_id"]))
    return meeting.place if row["government_id"] == meeting.government else meeting.reader.place(row["government_id"])
