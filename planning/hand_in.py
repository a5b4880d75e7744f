"""Lines of the metric `hand_in_curve`: what was in so many days before closing, and what still came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from planning.course import Rest

Row = Mapping[str, Any]
Line = Sequence[Row]
EXACT = ("rows", "reported")


def lines(rows: Iterable[Row], scope_kind: str, counted_as: str) -> dict[str, Line]:
    """Rows of `hand_in_curve` of one scope kind and one kind of count as a line per edition, the earliest day first."""
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda point: -int(point["days_before_closing"])):
        if row["scope_kind"] == scope_kind and row["counted_as"] == counted_as:
            found.setdefault(str(row["edition_id"]), []).append(row)
    return dict(found)


def by_day(line: Line, days: int) -> int | None:
    """How many were in `days` before closing; None where the record does not say.

    A published count says it of its own day only; a line of rows of every day up to its last, and that there were none
    before its first where the rows are whole."""
    basis = line[0]["basis"]
    if basis == "reported":
        return next((int(row["numerator"]) for row in line if int(row["days_before_closing"]) == days), None)
    if days < int(line[-1]["days_before_closing"]):
        return None
    reached = [int(row["numerator"]) for row in line if int(row["days_before_closing"]) >= days]
    return reached[-1] if reached else 0 if basis == "rows" else None


def rests(found: Mapping[str, Line], years: Mapping[str, int], before: int, days: int) -> list[Rest]:
    """What each edition of a year before `before` handed in from `days` before its closing, oldest first: those whose
    count on that day and at the end are both exact. `years` has the year of each edition."""
    told = [rest(line, years[edition], days) for edition, line in found.items() if years[edition] < before]
    return sorted((one for one in told if one is not None), key=lambda one: (one.year, one.edition_id))


def rest(line: Line, year: int, days: int) -> Rest | None:
    """What an edition had `days` before its closing and at the end; None where either is not known exactly."""
    then, end = by_day(line, days), line[-1]["denominator"]
    if line[0]["basis"] not in EXACT or then is None or end is None or end != end:
        return None
    return Rest(str(line[0]["edition_id"]), year, days, then, int(end))
