"""Who is new in a year, who is back, who fell out: sentences that name agencies, and how many cannot be judged."""

from collections.abc import Mapping, Sequence
from typing import Any

from ui import figures
from ui.cells import records
from ui.listings import Row
from ui.markup import Html, join, tag
from ui.profile import kin
from ui.view import View

CHANGES = ("lost", "back", "new", "new_known", "kept", "unknown")
_SHOWN = 12
_PAGE = "page.kepatuhan"


def draw(view: View, year: int) -> None:
    """The sentences of a year. Nothing for the board's first year: there is no year before to compare with."""
    span: dict[str, Any] = {"competition": None, "edition": None, "years": (year, year)}
    counted = {str(row["change"]): row for row in records(view.ask("turnover", **span, agency=None))}
    if not counted:
        return
    found = records(view.ask("compliance_change", **span))
    points = [_point(view, change, counted[change], found) for change in CHANGES]
    title = view.t(f"{_PAGE}.changes", year=year)
    figures.heading(title, view.t(f"{_PAGE}.changes_note", year=year))
    figures.points([point for point in points if point])


def _point(
    view: View, change: str, total: Mapping[str, Any], found: Sequence[Mapping[str, Any]]
) -> tuple[str, Html] | None:
    """A kind of change: how many, and who. Where the year leaves it open, a dash with the reason, never a zero."""
    word = view.t(f"{_PAGE}.change_{change}")
    if total["basis"] == "unknown":
        return (word, join([view.t(f"{_PAGE}.change_open")])) if change in {"lost", "new"} else None
    n = view.number(total["numerator"])
    if not total["numerator"]:
        return (word, join([view.t(f"{_PAGE}.change_nobody")])) if change == "lost" else None
    rows = [row for row in found if row["change"] == change]
    if change in {"unknown", "kept"}:
        return word, join([view.t(f"{_PAGE}.change_{change}_of", n=n, all=view.number(total["denominator"]))])
    least = view.t("comparator.or_more", n=n) if total["basis"] == "at_least" else n
    return word, join([f"{least}: ", _names(view, rows)])


def _names(view: View, rows: Sequence[Mapping[str, Any]]) -> Html:
    """The agencies as links to their records; those whose "none" is not certain are marked, the rest fold away."""
    told = [_name(view, row) for row in rows]
    if len(told) <= _SHOWN:
        return join(told, ", ")
    rest = figures.more(view.t("chart.more", n=view.number(len(told) - _SHOWN)), join(told[_SHOWN:], ", "))
    return join([join(told[:_SHOWN], ", "), rest])


def _name(view: View, row: Mapping[str, Any] | Row) -> Html:
    agency = str(row["agency_id"])
    linked = tag("a", view.agency(agency), href=kin.address(view, agency), target="_self")
    if row["uncertain"] is True:
        return join([linked, f" ({view.t('board.uncertain')})"])
    before = row["previous_year"]
    skipped = before is not None and int(row["year"]) - int(before) > 1
    return join([linked, f" ({view.t(f'{_PAGE}.compared', year=int(before))})"]) if skipped else linked
