"""Targets in words and as tiles: what was aimed at, what came of it and where it stands."""

import pandas as pd

from planning import course_words
from planning.target_words import RUNNING, Words
from ui import goal_course, goals
from ui.cells import known, records
from ui.entry_list import stage_name, stage_rows
from ui.figures import Tile
from ui.goals import Row
from ui.view import View

_TALLIED = ("met", "missed", "on_course", "at_risk", "out_of_reach", "open", "not_open", "unknown", "hope")


def of(view: View) -> Words:
    """The words of the reader's language, with the stages and agencies that the page knows."""

    def named(edition: str, stage: str) -> str | None:
        return stage_name(stage_rows(view, edition).get(stage)) or None

    return Words(view.lang, named, view.agency)


def said(view: View, row: Row) -> str:
    """The whole target: "Lolos Top 45: sekurang-kurangnya 2"."""
    return of(view).said(row)


def state(view: View, row: Row) -> str:
    """Where the target stands, in a word or two."""
    return course_words.label(goal_course.standing(view, row), view.lang)


def arithmetic(view: View, row: Row) -> str:
    """How that was found: the numbers compared, in words."""
    return of(view).arithmetic(row, goal_course.standing(view, row))


def tile(view: View, row: Row) -> Tile:
    """One target as a tile: what was reached, of how many, and where it stands."""
    rest = [of(view).change(row), pace_words(view, row)]
    others = [view.number(r["value"]) for r in goals.rivals(view, row) if r["shown"] is not True]
    rest += [view.t("page.target.rival", n=number) for number in others]
    return Tile(
        label=of(view).what(row),
        value=of(view).actual(row),
        row=row,
        beside=_aimed(view, row),
        trend=". ".join(words for words in rest if words) or None,
        rivals=goals.rivals(view, row),
        marked=row["basis"] == "reported",
    )


def _aimed(view: View, row: Row) -> str:
    """Below the number: the target as a sign and figure, and where it stands."""
    found = goal_course.standing(view, row)
    if found.state == "hope":
        return view.t("page.target.hope")
    signs = {"at_least": "≥ ", "at_most": "≤ "}
    aimed = view.t(
        "page.target.of", aim=signs.get(str(row["comparator"]), "") + str(of(view).amount(row, "denominator"))
    )
    return aimed if found.state in {"unknown", "not_measured"} else f"{aimed} · {course_words.label(found, view.lang)}"


def finding(view: View, row: Row) -> str:
    """Where the target for the number of entries stands, in one sentence."""
    return of(view).finding(row, goal_course.standing(view, row), who(view, row))


def detail(view: View, rows: pd.DataFrame) -> str | None:
    """Below the finding: how an open edition's target was judged, and the edition's other targets."""
    aimed = goals.of_intake(view, rows)
    judged = aimed is not None and goal_course.standing(view, aimed).state in RUNNING
    said = [arithmetic(view, aimed) if judged and aimed is not None else None, others(view, rows)]
    return " ".join(words for words in said if words) or None


def others(view: View, rows: pd.DataFrame) -> str | None:
    """The other targets of the edition in view in words, beside the one for the number of entries."""
    aimed = goals.of_intake(view, rows)
    if aimed is None or view.government is None:
        return None
    here = [row for row in records(rows[rows["in_view"]]) if row["target_id"] != aimed["target_id"]]
    return view.t("page.target.also", list="; ".join(said(view, row) for row in here)) if here else None


def tally(view: View, rows: pd.DataFrame) -> str | None:
    """How many targets were met, missed and so on; None of a single one, whose state stands beside it."""
    if len(rows) < 2:
        return None
    states = [goal_course.standing(view, row).state for row in records(rows)]
    states = ["unknown" if state == "not_measured" else state for state in states]
    said = (view.t(f"page.target.count_{kind}", n=view.number(states.count(kind))) for kind in _TALLIED
            if kind in states)  # fmt: skip
    return view.t("page.target.counts", n=view.number(len(states)), counts=", ".join(said))


def who(view: View, row: Row) -> str:
    """Whose target it is: the agency, the government, or the contest."""
    if row["scope_kind"] == "agency":
        return view.agency(row["scope_id"])
    return view.known.name(str(row["scope_id"])) or view.short_name(str(row["competition_id"]))


def pace_words(view: View, row: Row) -> str | None:
    """The pace still needed, as a sentence; "at most" where more may be in than is recorded."""
    if not known(row["pace_per_week"]):
        return None
    key = "page.target.pace_most" if row["basis"] == "at_least" else "page.target.pace"
    return view.t(key, n=view.number(row["pace_per_week"], 1))
