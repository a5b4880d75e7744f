"""The hand-in curve in words: how far the edition in view is, and how far the one before it was on the same day."""

from planning.hand_in import rest
from ui.cells import known
from ui.hand_in_lines import Line, Lines, basis_of, by_day, edition_of, last_day, year_of
from ui.view import View

_WEEK = 7
_TO_THE_DAY = len("2018-01-31")


def finding(view: View, seen: Lines) -> str:
    """How many were in on the last day of the line in view, or, of a closed edition, a week before closing (of
    published counts: on the last of their days before it); then the nearest earlier edition on the same day."""
    if not seen.here:
        return view.t("page.hand_in.other", edition=view.edition_name(view.choice.edition))
    day = _day(seen.here)
    return _said(view, seen.kind, seen.here, day) + (_then(view, seen, day) if day and seen.earlier else "")


def days(view: View, left: int) -> str:
    """A number of days before closing as a heading."""
    return view.t("page.hand_in.column_days", n=view.number(left)) if left else view.t("page.hand_in.column_end")


def note(view: View, seen: Lines, drawn: int) -> str | None:
    """How to read the chart, with `drawn` earlier lines, and what the line in view leaves out or moves."""
    parts = [_drawn(view, seen, drawn)] if drawn and (seen.here or drawn < len(seen.earlier)) else []
    if any(basis_of(line) == "reported" for line in seen.every):
        parts.append(view.t("page.hand_in.note_told"))
    reason = view.reason(seen.here[-1]["reason"]) if seen.here else None
    return " ".join([*parts, *([reason] if reason else [])]) or None


def _drawn(view: View, seen: Lines, drawn: int) -> str:
    words = {"n": view.number(drawn), "m": view.number(len(seen.earlier))}
    if not seen.here:
        return view.t("page.hand_in.note_drawn", **words)
    return view.t("page.hand_in.note_lines" if drawn == len(seen.earlier) else "page.hand_in.note_nearest", **words)


def why_none(view: View) -> str:
    """Why there is no line at all, and what would give one."""
    edition = view.edition_name(view.choice.edition)
    closes = (view.edition or {}).get("closes_on")
    if not known(closes) or len(str(closes)) < _TO_THE_DAY:
        return view.t("page.hand_in.none_closing", edition=edition)
    return view.t("page.hand_in.none_days", edition=edition, place=view.place)


def _day(line: Line) -> int:
    """The day that the finding speaks of, in days before closing."""
    if last_day(line) or basis_of(line) == "at_least" or not known(line[-1]["denominator"]):
        return last_day(line)
    if basis_of(line) == "rows":
        return _WEEK
    return next((int(row["days_before_closing"]) for row in reversed(line) if int(row["days_before_closing"])), 0)


def _said(view: View, kind: str, line: Line, day: int) -> str:
    words = {"edition": view.edition_name(view.choice.edition), "kind": view.t(f"counted_as.{kind}")}
    words["days"], end, number = view.number(day), line[-1]["denominator"], by_day(line, day)
    if day and known(end) and basis_of(line) != "at_least":
        key = "closed_zero" if not int(end) else "closed" if number else "closed_none"
        return view.t(f"page.hand_in.{key}", n=view.number(number), m=view.number(end), **words)
    count = view.number(number)
    said = view.t("comparator.at_least", n=count) if basis_of(line) == "at_least" else count
    return view.t("page.hand_in.now" if day else "page.hand_in.now_end", n=said, **words)


def _then(view: View, seen: Lines, day: int) -> str:
    """The nearest earlier edition whose counts on that day and at the end are known exactly."""
    told = (rest(line, year_of(view, edition_of(line)), day) for line in seen.earlier.values())
    found = next((each for each in told if each is not None), None)
    if found is None:
        return view.t("page.hand_in.then_unknown")
    words = {"year": str(found.year), "m": view.number(found.at_the_end)}
    if not found.at_that_time:
        return view.t("page.hand_in.then_none", **words)
    return view.t("page.hand_in.then", n=view.number(found.at_that_time), **words)
