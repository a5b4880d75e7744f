"""Are we on course: every target on record, what came of it, and its document."""

from __future__ import annotations

from collections import Counter

from planning import course_words
from planning.course import Course
from reports.pack import goals
from reports.pack.brief import Brief
from reports.reader import Row
from reports.section import Cell, Column, Section, Table

_TALLIED = ("met", "missed", "on_course", "at_risk", "out_of_reach", "open", "not_open", "unknown", "hope")


def sections(meeting: Brief) -> list[Section]:
    """One table of all targets, those of the edition in view first."""
    reader, rows = meeting.reader, goals.on_record(meeting)
    name = reader.t("page.target.title")
    if not rows:
        return [Section(name, reader.t("page.target.said_none", place=meeting.place))]
    whose = () if meeting.government else (Column(reader.t("column.government"), wide=2),)
    columns = (
        *whose,
        Column(reader.t("column.target"), wide=3),
        Column(reader.t("column.edition"), wide=2.2),
        Column(reader.t("column.actual"), "ratio", 1.5),
        Column(reader.t("column.gap"), "ratio", 1.5),
        Column(reader.t("column.state"), wide=3.4),
        Column(reader.t("column.document"), wide=4),
        Column(reader.t("column.set_by"), wide=2.2, detail=True),
    )
    sources = tuple(source for row in rows for source in (row["source_id"], *row["sources"]) if source)
    now = [row for row in rows if row["year"] >= meeting.year]
    before = [row for row in rows if row["year"] < meeting.year]
    near = Table(columns, tuple(_row(meeting, row) for row in now))
    said = reader.t("pack.targets_before", year=meeting.year, n=reader.number(len(before)))
    far = Table(columns, tuple(_row(meeting, row) for row in before), caption=said, slides=False)
    points = (reader.t("pack.targets_elsewhere", year=meeting.year, n=reader.number(len(before))),) if before else ()
    tables = tuple(table for table in (near, far) if table.rows)
    return [Section(name, _tally(meeting, rows), points=points, tables=tables, sources=sources)]


def _tally(meeting: Brief, rows: list[Row]) -> str:
    """How many targets were met, missed and so on."""
    reader = meeting.reader
    states = [meeting.standings.of(row).state for row in rows]
    number = Counter("unknown" if state == "not_measured" else state for state in states)
    parts = (
        reader.t(f"page.target.count_{state}", n=reader.number(number[state])) for state in _TALLIED if number[state]
    )
    place = meeting.place if meeting.government else reader.contest(meeting.competition)
    words = {"place": place, "n": reader.number(len(rows)), "counts": ", ".join(parts)}
    return reader.t("pack.targets_title", **words)


def _row(meeting: Brief, row: Row) -> tuple[Cell, ...]:
    reader, contest = meeting.reader, row["competition_id"]
    where = reader.contest(contest) if contest else reader.t("page.target.all_contests")
    words, found = meeting.target_words, meeting.standings.of(row)
    parts = [course_words.label(found, reader.lang), _how(meeting, row, found), words.change(row)]
    day = reader.day(row["set_on"]) if row["set_on"] else None
    return (
        *(() if meeting.government else (goals.who(meeting, row),)),
        words.said(row),
        f"{where} {row['year']}",
        words.actual(row),
        words.amount(row, "gap"),
        "; ".join(str(part).rstrip(".") for part in parts if part),
        reader.source(str(row["source_id"])),
        ", ".join(part for part in (row["set_by"], day) if part) or None,
    )


def _how(meeting: Brief, row: Row, found: Course) -> str | None:
    """How a running target was judged, or why nothing is known; what came of one that is over has its own columns."""
    if found.rule in {"earlier", "pace", "cap", "forecast"} or (found.state == "unknown" and found.actual is not None):
        return meeting.target_words.arithmetic(row, found)
    hidden = {"target_without_number", "rank_no_share"}
    return meeting.reader.reason(row["reason"]) if row["numerator"] is None and row["reason"] not in hidden else None
