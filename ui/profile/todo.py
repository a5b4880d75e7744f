"""What an agency can do next in a year, each step with the entry it is about and why."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ui import stage_rows
from ui.cells import known, records
from ui.markup import Html, tag
from ui.profile import path
from ui.view import View

_PAGE = "page.profil"
_REVIEWED = {"clinic", "revised", "verified"}
Row = Mapping[str, Any]


def steps(
    view: View, agency: str, year: int, row: Row | None, found: pd.DataFrame, told: Mapping[str, Sequence[Row]]
) -> list[Html]:
    """The steps in the order of their urgency; none where nothing is known that calls for one."""
    own = [entry for entry in records(found) if int(entry["year"]) == year]
    made = [words for entry in own if (words := _of_entry(view, entry, told))]
    return [*([first] if (first := _of_state(view, year, row, bool(own))) else []), *made]


def listed(steps: Sequence[Html]) -> Html:
    """The steps as a list."""
    return tag("ol", *(tag("li", step) for step in steps), class_="pi-todo")


def _of_state(view: View, year: int, row: Row | None, has_entries: bool) -> Html | None:
    """Nothing entered yet, or nothing known: enter while the contest is open, else say what is known."""
    if row is None or has_entries or row["state"] in {"met", "exempt"}:
        return None
    edition = view.edition if view.year == year else None
    closing = str(edition["closes_on"])[:10] if edition and known(edition["closes_on"]) else None
    given = {"year": year, "edition": view.edition_name(view.choice.edition), "day": view.day(closing)}
    if row["state"] == "no_data":
        return _said(view, "unknown", **given)
    if closing is None:
        return _said(view, "enter", **given)
    return _said(view, "enter_until" if closing >= view.warehouse.as_of.isoformat() else "closed", **given)


def _of_entry(view: View, entry: Row, told: Mapping[str, Sequence[Row]]) -> Html | None:
    """An entry on its way that was not handed in: sent back for revision, or registered only."""
    if entry["handed_in"] is True or entry["withdrawn"] is True:
        return None
    given = {"innovation": path.title(view, entry), "edition": view.edition_name(entry["edition_id"])}
    last = next((step for step in reversed(told.get(str(entry["submission_id"]), ())) if step), None)
    if last is not None and last["kind"] in _REVIEWED and last["outcome"] in {"failed", "pending"}:
        return _said(view, f"revise_{last['outcome']}", stage=str(last["stage_name"]), **given)
    if last is not None and last["kind"] in stage_rows.PREPARED:
        return _said(view, "prepared", stage=str(last["stage_name"]), **given)
    return _said(view, "hand_in", **given)


def _said(view: View, name: str, **given: object) -> Html:
    title = tag("b", view.t(f"{_PAGE}.todo_{name}", **given))
    return tag("span", title, " ", view.t(f"{_PAGE}.todo_{name}_do", **given))
