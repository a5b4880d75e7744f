"""How many entries there were each year: the series that a forecast of next year's number rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import metrics
from metrics import Scope, Warehouse
from planning.counts import FEWEST

EXACT = ("rows", "reported")
KINDS = ("submitted", "registered")
DEFAULT_COMPETITION = "kipp"  # the national contest, where nothing else is asked for

Row = Mapping[str, Any]


@dataclass(frozen=True)
class YearCount:
    """The entries of one edition. `value` is None where nothing is known; `exact`: whole rows or an exact published
    total of an edition that is closed and the only one of its year, so that a forecast may rest on it."""

    year: int
    edition_id: str
    value: int | None
    basis: str
    exact: bool
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Series:
    """One kind of count of one government (None: the whole contest) in one contest, a row per edition, by year."""

    government: str | None
    competition: str
    counted_as: str
    counts: tuple[YearCount, ...]

    @property
    def exact(self) -> list[tuple[int, int]]:
        """(year, entries) of the years that a forecast may rest on, in order."""
        return [(count.year, count.value) for count in self.counts if count.exact and count.value is not None]

    def before(self, year: int) -> Series:
        """The same series as it was known before `year`."""
        return replace(self, counts=tuple(count for count in self.counts if count.year < year))


def read(warehouse: Warehouse, government: str | None, competition: str, before: int | None = None) -> Series:
    """The series of a government, or of the whole contest, with the kind of count that a forecast can rest on.

    That is entries handed in where at least counts.FEWEST exact years are known, else entries registered where those
    are, else the kind with more exact years. `before` leaves out the planned year and later ones. Raises UnknownName.
    """
    both = [read_kind(warehouse, government, competition, kind) for kind in KINDS]
    if before is not None:
        both = [series.before(before) for series in both]
    enough = next((series for series in both if len(series.exact) >= FEWEST), None)
    return enough or max(both, key=lambda series: len(series.exact))


def read_kind(warehouse: Warehouse, government: str | None, competition: str, counted_as: str) -> Series:
    """The series of one kind of count, `submitted` or `registered`; the two are never mixed. Raises UnknownName."""
    scope = Scope(government=government, competition=competition)
    found = _submitted(scope, warehouse) if counted_as == "submitted" else _registered(scope, warehouse)
    editions = metrics.records(metrics.listing("editions", Scope(competition=competition), warehouse))
    alone = Counter(int(edition["year"]) for edition in editions)
    counts = [_count(e, found.get(str(e["edition_id"])), alone[int(e["year"])] == 1) for e in editions]
    return Series(government, competition, counted_as, tuple(sorted(counts, key=lambda c: (c.year, c.edition_id))))


def usual_competition(warehouse: Warehouse, government: str | None, before: int | None = None) -> str:
    """The contest that is meant where none is named: the one in which most exact counts of the government are known
    (before a year), the national contest among equals and for the whole country. Raises UnknownName."""
    if government is None:
        return DEFAULT_COMPETITION
    rows = _whole(metrics.run("submissions", Scope(government=government), warehouse), government)
    known = Counter(
        str(row["competition_id"])
        for row in rows
        if _is_exact(row, "numerator") and (before is None or int(row["year"]) < before)
    )
    order = sorted(known, key=lambda contest: (-known[contest], contest != DEFAULT_COMPETITION, contest))
    return order[0] if order else DEFAULT_COMPETITION


def _submitted(scope: Scope, warehouse: Warehouse) -> dict[str, Row]:
    rows = _whole(metrics.run("submissions", scope, warehouse), scope.government)
    return {str(row["edition_id"]): row for row in rows if row["counted_as"] == "submitted"}


def _registered(scope: Scope, warehouse: Warehouse) -> dict[str, Row]:
    """The organiser's first stage of kind `registered` of each edition; where only that is known at all, the count of
    `submissions`, which is then labelled so."""
    rows = _whole(metrics.run("submissions", scope, warehouse), scope.government)
    found: dict[str, Row] = {str(row["edition_id"]): row for row in rows if row["counted_as"] == "registered"}
    funnel = metrics.records(metrics.run("stage_funnel", scope, warehouse))
    place = "government" if scope.government else "all"
    for row in funnel:
        if row["kind"] == "registered" and row["scope_kind"] == place and row["group"] is None:
            found.setdefault(str(row["edition_id"]), row)
    return found


def _whole(frame: Any, government: str | None) -> list[dict[str, Any]]:
    """The rows of the government as a whole, or of the contest as a whole."""
    rows = metrics.records(frame)
    return [row for row in rows if row["agency_id"] is None and row["government_id"] == government]


def _count(edition: Row, row: Row | None, alone: bool) -> YearCount:
    value = None if row is None else row["numerator"]
    exact = row is not None and alone and not edition["is_open"] and _is_exact(row, "numerator")
    return YearCount(
        year=int(edition["year"]),
        edition_id=str(edition["edition_id"]),
        value=None if value is None else int(value),
        basis=str(row["basis"]) if row is not None else "unknown",
        exact=exact,
        sources=tuple(row["sources"]) if row is not None else (),
    )


def _is_exact(row: Row, name: str) -> bool:
    return row["basis"] in EXACT and row[name] is not None and row["reason"] is None
