"""How a target on record stands: a row of `target_progress`, with what the record says beside it, handed to the rules
of `planning.course`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import metrics
from metrics import Scope, Warehouse
from planning import caps, course, hand_in
from planning.course import Course, Rest
from planning.hand_in import Line

COUNTED = {"submissions": "submitted", "registered": "registered"}

Row = Mapping[str, Any]


class When(NamedTuple):
    """When a target is judged, and whether what it speaks of is still running."""

    today: date
    opens: date | None
    closes: date | None
    running: bool


@dataclass(frozen=True)
class Standings:
    """Judges targets as of the day of a build.

    `editions` are the rows of that listing by id; `concluded` gives per stage of an edition whether it is, `lines` the
    hand-in curves of a contest (of a government, or None: the whole) in one kind of count, `cap` the most entries that
    an edition takes from a government."""

    as_of: date
    editions: Mapping[str, Row]
    concluded: Callable[[str], Mapping[str, bool]]
    lines: Callable[[str, str | None, str], Mapping[str, Line]]
    cap: Callable[[str, str], int | None]

    def of(self, row: Row) -> Course:
        """How the target of a row stands.

        In an open edition a count that may not be whole is judged as it is recorded (`at_least` says so): what is
        recorded is all there is to steer by."""
        actual = row["numerator"] if row["reason"] != "approximate" else None
        exact, when = row["basis"] != "at_least", self._when(row)
        aim, sign, metric = row["denominator"], str(row["comparator"]), str(row["target_metric"])
        if when is None:
            return Course("not_open", target=aim, comparator=sign) if aim is not None else Course("hope")
        if metric not in COUNTED or row["edition_id"] is None:
            measured = row["reason"] != "not_measured"
            return course.of_outcome(actual, aim, sign, when.running, exact=exact, measured=measured)
        most = self._most(row, when)
        rests = self.rests(row) if when.running else ()
        return course.of_entries(actual, aim, sign, *when[:3], rests, most, exact=exact, year=int(row["year"]))

    def rests(self, row: Row) -> Sequence[Rest]:
        """What earlier editions handed in from as many days before their closing as the row's edition has left, of the
        very scope of the target; none for an edition without a known closing day."""
        edition = self.editions[str(row["edition_id"])]
        days = edition["days_to_close"]
        if days is None or days != days or days < 0 or row["scope_kind"] not in ("government", "all"):
            return ()
        place = str(row["scope_id"]) if row["scope_kind"] == "government" else None
        lines = self.lines(str(edition["competition_id"]), place, COUNTED[str(row["target_metric"])])
        years = {name: int(self.editions[name]["year"]) for name in lines}
        return hand_in.rests(lines, years, int(edition["year"]), int(days))

    def _when(self, row: Row) -> When | None:
        """None where the year or edition lies ahead as a whole and no opening day is known."""
        today, year = self.as_of, int(row["year"])
        edition = self.editions.get(str(row["edition_id"]), {})
        opens, closes = _day(edition.get("opens_day")), _day(edition.get("closes_day"))
        if year > today.year and opens is None:
            return None
        if row["target_metric"] in COUNTED and closes is not None:
            return When(today, opens, closes, closes >= today)
        return When(today, opens, closes, self._running(row, year >= today.year))

    def _running(self, row: Row, by_year: bool) -> bool:
        """Whether a stage is still to be concluded; of anything else, whether its year is."""
        metric = str(row["target_metric"])
        if not metric.startswith("reach:") or row["edition_id"] is None:
            return by_year
        concluded = self.concluded(str(row["edition_id"])).get(metric.removeprefix("reach:"))
        return by_year if concluded is None else not concluded

    def _most(self, row: Row, when: When) -> int | None:
        """The most entries that the edition takes from one government."""
        if not when.running or row["scope_kind"] != "government":
            return None
        return self.cap(str(row["scope_id"]), str(row["edition_id"]))


def of_warehouse(warehouse: Warehouse) -> Standings:
    """The judge that reads a published warehouse itself; what it read once it keeps."""
    editions = {str(row["edition_id"]): row for row in metrics.records(metrics.listing("editions", Scope(), warehouse))}

    @cache
    def concluded(edition: str) -> Mapping[str, bool]:
        rows = metrics.records(metrics.listing("stages", Scope(edition=edition), warehouse))
        return {str(row["stage_id"]): row["concluded"] is True for row in rows}

    @cache
    def lines(competition: str, government: str | None, counted_as: str) -> Mapping[str, Line]:
        scope = Scope(government=government, competition=competition)
        rows = metrics.records(metrics.run("hand_in_curve", scope, warehouse))
        return hand_in.lines(rows, "government" if government else "all", counted_as)

    @cache
    def cap(government: str, edition: str) -> int | None:
        return caps.cap(warehouse, government, edition).value

    return Standings(warehouse.as_of, editions, concluded, lines, cap)


def _day(value: object) -> date | None:
    """The day of a column of days, which may be a timestamp; None where there is none (NaT is not equal to itself)."""
    return date.fromisoformat(str(value)[:10]) if value is not None and value == value else None
