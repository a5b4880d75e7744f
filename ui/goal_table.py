"""Targets as a table: figures, state with its arithmetic, document, who set it, earlier versions, the way to change."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import pandas as pd

import texts
from planning import course_words
from planning.course import Course
from ui import figures, goal_course, goal_words, goals, scope, tables
from ui.cells import known, number, records
from ui.goals import Row
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

_OPTIONAL = {"change"}  # left out where no target in the table has one
_COLUMNS = (
    Column("target"),
    Column("actual", heading="column.actual"),
    Column("change", heading="page.target.column_change"),
    Column("document"),
)
_COVERED = {"actual_unknown", "target_without_number", "rank_no_share", "rows_partial", "still_open", "not_measured"}


def table(view: View, rows: pd.DataFrame, caption: str, alike: Mapping[str, Sequence[Row]] | None = None) -> Html:
    """Every target with its figures, its state and its document. `alike`: other targets for the same thing, by id."""
    versions = goals.history(view)
    made = [_cells(view, row, (alike or {}).get(str(row["target_id"]), ()),
                   versions.get(str(row["target_id"]), [])) for row in records(rows)]  # fmt: skip
    frame = pd.DataFrame({c.name: pd.Series([line[c.name] for line in made], dtype=object) for c in _COLUMNS})
    shown = [c for c in _COLUMNS if c.name not in _OPTIONAL or frame[c.name].notna().any()]
    shown = shown if view.government else [Column("government"), *shown]
    if not view.government:
        frame["government"] = pd.Series([goal_words.who(view, row) for row in records(rows)], dtype=object)
    return tables.table(frame, shown, caption, view.lang, row_header="target")


def _cells(view: View, row: Row, same: Sequence[Row], versions: Sequence[Row]) -> dict[str, object]:
    return {
        "target": _target(view, row, same),
        "actual": _outcome(view, row),
        "change": goal_words.of(view).change(row),
        "document": _document(view, row, versions),
    }


def _target(view: View, row: Row, same: Sequence[Row]) -> Html:
    """What is aimed at, in which contest and year, and what else is on record for the same thing."""
    named = known(row["competition_id"])
    contest = view.short_name(str(row["competition_id"])) if named else view.t("page.target.all_contests")
    beside = (
        view.t("page.target.alike", aim=goal_words.of(view).aim(other), source=_title(view, other["source_id"]))
        for other in same
    )
    lines = (tag("div", words, class_="pi-small") for words in (f"{contest} {int(row['year'])}", *beside))
    return join([goal_words.said(view, row), *lines])


def _outcome(view: View, row: Row) -> Html:
    """What was reached, the gap and where it stands; below it the arithmetic, or the reason where unknown."""
    found = goal_course.standing(view, row)
    parts = [course_words.label(found, view.lang)]
    if known(row["gap"]) and float(row["gap"]):
        parts.append(view.t("page.target.gap", gap=goal_words.of(view).amount(row, "gap")))
    below = (tag("div", words, class_="pi-small") for words in _why(view, row, found) if words)
    number_words = tag("b", goal_words.of(view).actual(row) or texts.MISSING)
    return tag("div", number_words, f" · {' · '.join(parts)}", *below)


def _why(view: View, row: Row, found: Course) -> tuple[str | None, str | None]:
    """The arithmetic, and the metric's reason where it adds something."""
    reason = view.reason(row["reason"])
    if found.state == "unknown" and found.actual is None:
        return reason, None
    other = None if row["reason"] in _COVERED else reason
    # Where an edition is over, actual, target and gap stand beside it already.
    return (None if found.rule == "closed" else goal_words.arithmetic(view, row)), other


def _document(view: View, row: Row, versions: Sequence[Row]) -> Html:
    """The document, linked; below it who set the target and when, the earlier versions, and the link to change it."""
    said = _set(view, row)
    words = tag("div", said, class_="pi-small") if said else None
    # A note of the shipped data is the collector's own, in the language of the collection.
    own = any(each["in_use"] and known(each["entered_by"]) for each in versions)
    note = tag("div", str(row["note"]), class_="pi-small") if own and known(row["note"]) else None
    return tag("div", figures.source(view, str(row["source_id"])), words, note, _versions(view, row, versions),
               _revise(view, row), class_="pi-doc")  # fmt: skip


def _set(view: View, row: Row) -> str | None:
    """Who set it and when, as far as stated."""
    day = _day(view, row["set_on"])
    if known(row["set_by"]):
        return view.t("page.target.set_by", by=f"{row['set_by']}, {day}" if day else row["set_by"])
    return view.t("page.target.set_on", day=day) if day else None


def _day(view: View, value: object) -> str | None:
    """A date in words; one of an earlier version that was never read as one stays as it was written."""
    if not known(value) or not value:
        return None
    try:
        return view.day(value)
    except ValueError:
        return str(value)


def _versions(view: View, row: Row, versions: Sequence[Row]) -> Html | None:
    """What the target was before, latest first, each with its document and who entered it."""
    if len(versions) < 2 and not any(known(each["entered_by"]) for each in versions):
        return None
    items = (tag("li", *_version(view, row, each)) for each in reversed(versions))
    earlier = len(versions) - 1
    summary = view.t("page.target.history", n=view.number(earlier)) if earlier else view.t("page.target.entered")
    return figures.more(summary, tag("ol", *items, class_="pi-small"))


def _version(view: View, row: Row, each: Row) -> list[Html | str]:
    """One version: its number, whether it is in use, who set it, its document and who entered it."""
    as_row = dict(row) | {"comparator": each["comparator"], "denominator": number(each["value"])}
    unread = not known(each["value"]) and known(each["written"]) and each["written"]
    aim = str(each["written"]) if unread else goal_words.of(view).aim(as_row)
    in_use = view.t("page.target.in_use") if each["in_use"] else view.t("page.target.replaced")
    said = [f"{aim} ({in_use})", _set(view, each), _title(view, each["source_id"]), _entered(view, each)]
    return [". ".join(words for words in said if words)]


def _entered(view: View, each: Row) -> str:
    if not known(each["entered_by"]):
        return view.t("page.target.shipped")
    when = texts.moment(str(each["entered_at"]), view.lang)
    return view.t("page.target.entered_by", by=each["entered_by"], when=when, batch=each["dataset"])


def _title(view: View, source_id: object) -> str:
    row = view.sources.get(str(source_id))
    return str(row["title"]) if row else str(source_id)


def _revise(view: View, row: Row) -> Html | None:
    """The link to the form that changes the target; only where a government is looked at, for it enters."""
    if not view.government:
        return None
    address = scope.query(view.choice) | {"part": "isi", "form": "target", "about": str(row["target_id"])}
    return tag("a", view.t("page.target.revise"), href=f"impor?{urlencode(address)}", target="_self")
