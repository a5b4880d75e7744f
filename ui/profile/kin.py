"""Who an agency is: its names, the years it existed, what it came from and what it became."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from ui import agenda, figures, scope
from ui.cells import known, records
from ui.markup import Html, join, tag
from ui.view import View

_PAGE = "page.profil"
Row = Mapping[str, Any]


def agencies(view: View) -> Mapping[str, Row]:
    """Every agency of the government in view, by id."""
    return view.known.agencies.get(view.choice.government, {})


def ids(value: object) -> list[str]:
    """A cell that holds several ids, or none."""
    return [str(each) for each in value] if isinstance(value, Iterable) and not isinstance(value, str) else []


def after(view: View, agency: str) -> list[str]:
    """What the agency became, the main successor first."""
    return [each for each in ids(agencies(view)[agency]["succeeded_by"]) if each in agencies(view)]


def before(view: View, agency: str) -> list[str]:
    """What the agency came from."""
    return [each for each, row in agencies(view).items() if agency in ids(row["succeeded_by"])]


def address(view: View, agency: str) -> str:
    """The address of an agency's record, with the rest of the scope."""
    return f"profil?{urlencode(scope.query(view.choice) | {'agency': agency})}"


def named(view: View, agency: str) -> Html:
    """An agency's name as a link to its record, with the years it existed."""
    row = agencies(view)[agency]
    return join([tag("a", str(row["name"]), href=address(view, agency), target="_self"), f" ({span(view, row)})"])


def span(view: View, row: Row) -> str:
    """When an agency existed, as far as is known."""
    start, end = row["valid_from"], row["valid_to"]
    if known(start) and known(end):
        return view.t(f"{_PAGE}.from_to", start=view.day(start), end=view.day(end))
    if known(start):
        return view.t(f"{_PAGE}.from_on", start=view.day(start))
    return view.t(f"{_PAGE}.until", end=view.day(end)) if known(end) else view.t(f"{_PAGE}.undated")


def facts(view: View, agency: str) -> list[tuple[str, Html]]:
    """What there is to say of the agency, each with the word it is about."""
    listed = records(view.listing("agency_names", competition=None, edition=None, years=None, agency=agency))
    row = agencies(view)[agency]
    seen = next(each for each in listed if each["kind"] == "name")
    given: dict[str, Html | None] = {
        "names": _names(listed),
        "spellings": _spellings(view, listed),
        "lasted": join([span(view, row), _seen(view, seen)]),
        "parent": named(view, str(row["parent_id"])) if str(row["parent_id"]) in agencies(view) else None,
        "before": _linked(view, listed, "predecessor"),
        "after": _linked(view, listed, "successor"),
        "note": _note(view, row),
    }
    return [(view.t(f"{_PAGE}.fact_{name}"), said) for name, said in given.items() if said]


def _names(listed: Sequence[Row]) -> Html | None:
    own = {str(row["name"]) for row in listed if row["kind"] == "name"}
    others = [str(row["name"]) for row in listed if row["kind"] in {"short_name", "alias"} and row["name"] not in own]
    return join([", ".join(dict.fromkeys(others))]) if others else None


def _spellings(view: View, listed: Sequence[Row]) -> Html | None:
    said = [
        view.t(f"{_PAGE}.spelling", name=row["name"], by=row["by"], day=view.day(row["on_date"]))
        for row in listed
        if row["kind"] == "confirmed"
    ]
    return join(["; ".join(said)]) if said else None


def _seen(view: View, row: Row) -> str:
    if not known(row["first_seen"]):
        return ""
    first, last = view.day(row["first_seen"]), view.day(row["last_seen"])
    return view.t(f"{_PAGE}.seen", first=first, last=last) if first != last else view.t(f"{_PAGE}.seen_on", day=first)


def _linked(view: View, listed: Sequence[Row], kind: str) -> Html | None:
    found = [str(row["other_id"]) for row in listed if row["kind"] == kind]
    return join([named(view, each) for each in found if each in agencies(view)], "; ") if found else None


def _note(view: View, row: Row) -> Html | None:
    source = figures.source(view, str(row["source_id"])) if known(row["source_id"]) else None
    note = agenda.note(view, row["note"])
    return join([source, " " if note and source else None, note]) if note or source else None
