"""Who an agency is: its names, the years it existed, what it came from and what it became."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from ui import agenda, figures, scope
from ui.cells import known, records
from ui.markup import Html, join, tag
from ui.view import View

_PAGE = "page.profil"


def agencies(view: View) -> Mapping[str, Mapping[str, Any]]:
    """Every agency of the government in view, by id."""
    return view.known.agencies.get(view.choice.government, {})


def ids(value: object) -> list[str]:
    """A cell that holds several ids, or none."""
    return [str(each) for each in value] if isinstance(value, Sequence) and not isinstance(value, str) else []


def after(view: View, agency: str) -> list[str]:
    """What the agency became, the main successor first."""
    return [each for each in ids(agencies(view)[agency]["succeeded_by"]) if each in agencies(view)]


def before(view: View, agency: str) -> list[str]:
    """What the agency came from."""
    return [each for each, row in agencies(view).items() if agency in ids(row["succeeded_by"])]


def ancestors(view: View, agency: str) -> list[str]:
    """What it came from and what that came from, nearest first, each once."""
    found: list[str] = []
    waiting = before(view, agency)
    while waiting:
        each = waiting.pop(0)
        if each != agency and each not in found:
            found.append(each)
            waiting += before(view, each)
    return found


def address(view: View, agency: str) -> str:
    """The address of an agency's record, with the rest of the scope."""
    return f"profil?{urlencode(scope.query(view.choice) | {'agency': agency})}"


def named(view: View, agency: str) -> Html:
    """An agency's name as a link to its record, with the years it existed."""
    row = agencies(view)[agency]
    return join([tag("a", str(row["name"]), href=address(view, agency), target="_self"), f" ({span(view, row)})"])


def span(view: View, row: Mapping[str, Any]) -> str:
    """When an agency existed, as far as is known."""
    start, end = row["valid_from"], row["valid_to"]
    if known(start) and known(end):
        return view.t(f"{_PAGE}.from_to", start=view.day(start), end=view.day(end))
    if known(start):
        return view.t(f"{_PAGE}.from_on", start=view.day(start))
    return view.t(f"{_PAGE}.until", end=view.day(end)) if known(end) else view.t(f"{_PAGE}.undated")


def facts(view: View, agency: str) -> list[tuple[str, Html]]:
    """What there is to say of the agency, each with the word it is about."""
    row = records(view.listing("rows_agencies", competition=None, edition=None, years=None, agency=agency))[0]
    given: dict[str, Html | None] = {
        "kind": join([view.t(f"agency_kind.{row['kind']}")]),
        "names": _names(view, row),
        "lasted": join([span(view, row), _seen(view, row)]),
        "parent": named(view, str(row["parent_id"])) if str(row["parent_id"]) in agencies(view) else None,
        "before": _list(view, before(view, agency)),
        "after": _list(view, after(view, agency)),
        "note": _note(view, row),
    }
    return [(view.t(f"{_PAGE}.fact_{name}"), said) for name, said in given.items() if said]


def _names(view: View, row: Mapping[str, Any]) -> Html | None:
    others = [str(row["short_name"])] if known(row["short_name"]) else []
    others += [name for name in ids(row["aliases"]) if name not in others]
    return join([", ".join(others)]) if others else None


def _seen(view: View, row: Mapping[str, Any]) -> str:
    if not known(row["first_seen"]):
        return ""
    return view.t(f"{_PAGE}.seen", first=view.day(row["first_seen"]), last=view.day(row["last_seen"]))


def _list(view: View, found: list[str]) -> Html | None:
    return join([named(view, each) for each in found], "; ") if found else None


def _note(view: View, row: Mapping[str, Any]) -> Html | None:
    source = figures.source(view, str(row["source_id"])) if known(row["source_id"]) else None
    note = agenda.note(view, row["note"])
    return join([source, " " if note and source else None, note]) if note or source else None
