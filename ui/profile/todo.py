"""What an agency can do next: on the day of the build, and about the year in view where that is not settled."""

from collections.abc import Mapping, Sequence
from typing import Any

import texts
from ui import figures
from ui.cells import known, records
from ui.markup import Html, tag
from ui.profile import path
from ui.view import View

_PAGE = "page.profil"
_SETTLED = {"met", "exempt"}
Row = Mapping[str, Any]


def steps(view: View, agency: str, year: int, row: Row | None) -> list[Html]:
    """The steps, those with the earliest day first; last what the year in view still leaves open."""
    listed = records(view.listing("agency_next", competition=None, edition=None, years=None, agency=agency))
    made = [_step(view, each) for each in listed]
    asked = any(each["kind"] != "forward" and each["year"] == year for each in listed)
    return [*made, *([] if asked else _of_year(view, year, row))]


def listed(steps: Sequence[Html]) -> Html:
    """The steps as a list."""
    return tag("ol", *(tag("li", step) for step in steps), class_="pi-todo")


def _step(view: View, row: Row) -> Html:
    """One step: what, where, until when, whose entry it is, and why."""
    given = {
        "innovation": path.title(view, row),
        "edition": view.edition_name(row["edition_id"]),
        "stage": _stage(view, row),
        "to": view.edition_name(row["to_edition_id"]) if known(row["to_edition_id"]) else view.t(f"{_PAGE}.next_level"),
    }
    kind = str(row["kind"])
    key = "enter_sure" if kind == "enter" and row["certain"] is True else kind
    said = [view.t(f"{_PAGE}.todo_{key}_do", **given)]
    if known(row["due_on"]):
        said.append(view.t(f"{_PAGE}.todo_due", day=texts.day(str(row["due_on"]), view.lang, weekday=True)))
    if known(row["unit_id"]):
        said.append(view.t(f"{_PAGE}.todo_unit", unit=view.agency(row["unit_id"])))
    if kind == "forward" and row["certain"] is not True:
        said.append(view.t(f"{_PAGE}.todo_forward_unsure"))
    source = figures.source(view, str(row["source_id"])) if known(row["source_id"]) else None
    basis = tag("small", source) if source else None
    return tag("span", tag("b", view.t(f"{_PAGE}.todo_{kind}", **given)), " ", " ".join(said), " ", basis)


def _stage(view: View, row: Row) -> str:
    if not known(row["stage_id"]):
        return texts.MISSING
    asked: dict[str, Any] = {"government": None, "agency": None, "competition": None, "years": None}
    listed = records(view.listing("stages", edition=str(row["edition_id"]), **asked))
    return next((str(s["name"]) for s in listed if s["stage_id"] == row["stage_id"]), texts.MISSING)


def _of_year(view: View, year: int, row: Row | None) -> list[Html]:
    """What the year leaves open. Nothing where the agency was not on the board, or has done its duty."""
    if row is None or row["state"] in _SETTLED:
        return []
    name = "uncertain" if row["uncertain"] is True else str(row["state"])
    title = tag("b", view.t(f"{_PAGE}.todo_year_{name}", year=year))
    return [tag("span", title, " ", view.t(f"{_PAGE}.todo_year_{name}_do", year=year))]
