"""How a target stands, found once for all that a page says of it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from metrics.records import plain
from planning import caps
from planning.course import Course
from planning.hand_in import Line
from planning.standing import Standings
from ui import hand_in_lines
from ui.cells import objects, records
from ui.entry_list import stage_rows
from ui.view import View

Row = Mapping[str, Any]


def judged(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Targets with how each stands in the column `course`."""
    judge = _judge(view)
    return rows.assign(course=objects([judge.of(_plain(row)) for row in records(rows)], rows))


def standing(view: View, row: Row) -> Course:
    """How a target stands by the rules of `planning.course`, as of the day of the build."""
    found = row.get("course")
    return found if isinstance(found, Course) else _judge(view).of(_plain(row))


def _judge(view: View) -> Standings:
    """The rules with what the page has read already."""

    def concluded(edition: str) -> dict[str, bool]:
        return {stage: row["concluded"] is True for stage, row in stage_rows(view, edition).items()}

    def lines(competition: str, government: str | None, counted_as: str) -> Mapping[str, Line]:
        return hand_in_lines.of_scope(view, competition, government, counted_as)

    def cap(government: str, edition: str) -> int | None:
        return caps.cap(view.warehouse, government, edition).value

    return Standings(view.warehouse.as_of, view.known.editions, concluded, lines, cap)


def _plain(row: Row) -> dict[str, Any]:
    return {name: plain(value) for name, value in row.items()}
