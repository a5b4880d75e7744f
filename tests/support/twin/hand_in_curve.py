"""hand_in_curve: will we make it by closing?"""

from datetime import date
from typing import NamedTuple

from tests.support.twin import counts, entries, known, submissions
from tests.support.twin.dates import last_day
from tests.support.twin.scopes import Scope, government_of, same_scopes
from tests.support.twin.tables import Row, Tables

KINDS = ("submitted", "registered")
ROWS_SCOPES = ("all", "government")


class Point(NamedTuple):
    """How many were in by the end of a day."""

    day: date
    number: int
    sources: list[str]


class Line(NamedTuple):
    """A curve: its points in order of days, and what is known of the number at the end."""

    basis: str
    points: list[Point]
    final: int | None
    exact: bool
    undated: int | None = None
    late: int | None = None


def compute(tables: Tables, as_of: date) -> list[Row]:
    """Every line of every edition whose closing day is known to the day."""
    rows: list[Row] = []
    for edition in tables.all("editions"):
        closing = day_of(edition["closes_on"])
        if closing is None:
            continue
        for scope in scopes(tables, edition["edition_id"]):
            for kind in KINDS:
                line = line_of(tables, as_of, edition, closing, scope, kind)
                rows += rows_of(tables, edition, closing, scope, kind, line) if line else []
    return rows


def day_of(text: str | None) -> date | None:
    """A date that is written to the day; None for a month, a year or nothing."""
    return last_day(text) if text and text.count("-") == 2 else None


def scopes(tables: Tables, edition_id: str) -> list[Scope]:
    """Those of which the edition has anything to say, and those of which a dated count is published."""
    found = known.own_scopes(tables, edition_id)
    for row in tables.where("intake_progress", "edition_id", edition_id):
        found += [scope for scope in same_scopes(tables, edition_id, scope_of(row)) if scope not in found]
    return found


def scope_of(row: Row) -> Scope:
    """The scope of a published dated count; a blank one is the whole."""
    return Scope(row["scope_kind"] or "all", row["scope_id"] or "all")


def line_of(tables: Tables, as_of: date, edition: Row, closing: date, scope: Scope, kind: str) -> Line | None:
    """Whole rows that are all dated; else what was published; else what is dated. While the edition is open, rows that
    reach all that was published come before it."""
    by_rows = row_line(tables, as_of, edition, closing, scope) if kind == "submitted" else None
    if by_rows and by_rows.basis == "rows":
        return by_rows
    told = published_points(tables, as_of, edition, closing, scope, kind)
    if by_rows and closing >= as_of and all(number_by(by_rows, point.day) >= point.number for point in told):
        return by_rows
    return published_line(tables, as_of, edition, closing, scope, kind, told) if told else by_rows


def row_line(tables: Tables, as_of: date, edition: Row, closing: date, scope: Scope) -> Line | None:
    """The line that the entries give; None where no entry has a day and the list is not known to be whole."""
    if scope.kind not in ROWS_SCOPES:
        return None
    found = [e for e in entries.in_scope(tables, edition["edition_id"], scope) if entries.is_handed_in(tables, e)]
    days = [day for day in (day_of(entry["submitted_on"]) for entry in found) if day is not None and day <= as_of]
    count = submissions.handed_in(tables, as_of, edition, scope)
    undated = len(found) - len(days)
    whole = count.basis == "rows"
    if not days and (undated or not whole):
        return None
    sources = sorted(
        {entry["source_id"] for entry in found if entry["source_id"]} | set(count.sources if whole else [])
    )
    end = min(closing, as_of)
    shown = sorted({min(day, closing) for day in days} | {end})
    points = [Point(shown_day, sum(min(day, closing) <= shown_day for day in days), sources) for shown_day in shown]
    closed = closing < as_of
    final = count.value if closed else None
    exact = final is not None and count.comparator == "="
    late = sum(day > closing for day in days)
    return Line("rows" if whole and not undated else "at_least", points, final, exact, undated, late)


def number_by(line: Line, day: date) -> int:
    """How many a line has by a day."""
    return max((point.number for point in line.points if point.day <= day), default=0)


def published_points(tables: Tables, as_of: date, edition: Row, closing: date, scope: Scope, kind: str) -> list[Point]:
    """The published dated counts, one a day: the better grade, then the later source."""
    stage = intake_stage(tables, edition["edition_id"], kind)
    if stage is None or stage["group"]:
        return []
    told: dict[date, list[Row]] = {}
    for row in tables.where("intake_progress", "edition_id", edition["edition_id"]):
        day = day_of(row["as_of"])
        same = scope in same_scopes(tables, edition["edition_id"], scope_of(row))
        if day and day <= min(closing, as_of) and same and row["stage_id"] == stage["stage_id"] and not row["group"]:
            told.setdefault(day, []).append({**row, "preferred": None})
    best = {
        day: min(rows, key=lambda row: (*counts.preference(tables, row), int(row["value"])))
        for day, rows in told.items()
    }
    return [
        Point(day, int(best[day]["value"]), [best[day]["source_id"]] if best[day]["source_id"] else [])
        for day in sorted(best)
    ]


def intake_stage(tables: Tables, edition_id: str, kind: str) -> Row | None:
    """The organiser's first held stage of a kind."""
    return next(iter(submissions.stages_of_kind(tables, edition_id, kind)), None)


def published_line(
    tables: Tables, as_of: date, edition: Row, closing: date, scope: Scope, kind: str, told: list[Point]
) -> Line:
    """The published counts; an exact published total of a closed edition is the last."""
    stage = intake_stage(tables, edition["edition_id"], kind)
    total = counts.published(tables, stage, scope, None) if stage and closing < as_of else None
    if total is None:
        return Line("reported", told, None, False)
    if total.comparator != "=":
        return Line("reported", told, total.value, False)
    points = [Point(p.day, p.number, sorted({*p.sources, *total.sources})) for p in told if p.day < closing]
    return Line("reported", [*points, Point(closing, total.value or 0, total.sources)], total.value, True)


def rows_of(tables: Tables, edition: Row, closing: date, scope: Scope, kind: str, line: Line) -> list[Row]:
    """The points of a line as rows of the metric."""
    return [
        {
            "government_id": government_of(tables, scope),
            "edition_id": edition["edition_id"],
            "scope_kind": scope.kind,
            "scope_id": scope.id,
            "counted_as": kind,
            "days_before_closing": (closing - point.day).days,
            "day": point.day,
            "final": line.final,
            "undated": line.undated,
            "late": line.late,
            "numerator": point.number,
            "denominator": line.final if line.exact else None,
            "value": share(line, point),
            "low": None,
            "high": None,
            "basis": line.basis,
            "sources": point.sources,
            "reason": None,
        }
        for point in line.points
    ]


def share(line: Line, point: Point) -> float | None:
    """The part of the final number that was in, where both are exact."""
    if line.basis == "at_least" or not line.exact or not line.final or point.number > line.final:
        return None
    return point.number / line.final
