"""The agencies among which a total is divided: who is bound, and what each handed in before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import metrics
from metrics import Scope, Warehouse

COUNTED = {"contest", "register"}  # types of competition whose entries count towards the order
HIGHEST = 5  # steps from a unit up to the agency it counts for, as the board climbs

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Candidate:
    """An agency of the board. `record`: innovations handed in per known year before the planned one, None where no year
    is known; `years`: how many years are known; `best`: its highest year; `prepared`: entries of the board's year that
    are neither handed in nor withdrawn; `units`: units in force that count for it; `exempt`: the policy's minimum does
    not bind it; `at_least`: how many of `years` are of a year of which not everything is known, so that their number is
    a lower bound. Such years make a record only where there is no other: beside whole years they would pull it down
    (a year still running) or up (a year known only because something was handed in)."""

    agency_id: str
    name: str
    record: float | None
    years: int
    best: int
    prepared: int
    units: int
    exempt: bool
    at_least: int = 0


@dataclass(frozen=True)
class Roll:
    """Who is bound in a year. `board_year` is the year of the board it is read from: the planned one where there is a
    board, else the latest before it, else the first; `minimum` is the policy's of that year, stated in `policy_source`
    (None: the product's default). `sources` are those of the years that the records rest on."""

    government: str
    year: int
    board_year: int
    minimum: int
    candidates: tuple[Candidate, ...]
    sources: tuple[str, ...] = ()
    policy_source: str | None = None


def roll(warehouse: Warehouse, government: str, year: int) -> Roll | None:
    """The agencies of the government's board for `year`, by name; None where it has no register of agencies.

    Records rest on years before `year` only. An exemption binds the year it was given for, so that of an earlier board
    is not carried over. Raises metrics.UnknownName."""
    scope = Scope(government=government)
    board = metrics.records(metrics.run("compliance", scope, warehouse))
    if not board:
        return None
    board_year = _nearest({int(row["year"]) for row in board}, year)
    agencies = {str(row["agency_id"]): row for row in _rows("agencies", scope, warehouse)}
    on_board = {str(row["agency_id"]) for row in board if row["year"] == board_year}
    policy = _rows("policies", _of(government, board_year), warehouse)[0]
    heads = _heads(agencies, on_board) if policy["roll_up"] else {name: name for name in on_board}
    known = _known(board, metrics.records(metrics.run("lineage", scope, warehouse)), on_board, year)
    prepared = _prepared(_rows("entries", _of(government, board_year), warehouse), heads, _types(warehouse))
    units = _units(_rows("agency_names", scope, warehouse), agencies, heads, board_year)
    excused = {str(row["agency_id"]) for row in _rows("exemptions", _of(government, year), warehouse)}
    made = [
        _candidate(agencies[name], known[name], prepared[name], units[name], name in excused)
        for name in sorted(on_board, key=lambda name: (str(agencies[name]["name"]), name))
    ]
    sources = sorted({str(source) for rows in known.values() for row in rows for source in row["sources"]})
    least, stated = int(policy["minimum_per_agency"]), policy["source_id"]
    return Roll(government, year, board_year, least, tuple(made), tuple(sources), stated and str(stated))


def _rows(name: str, scope: Scope, warehouse: Warehouse) -> list[dict[str, Any]]:
    return metrics.records(metrics.listing(name, scope, warehouse))


def _of(government: str, year: int) -> Scope:
    return Scope(government=government, years=(year, year))


def _nearest(years: Iterable[int], wanted: int) -> int:
    """The wanted year, else the latest before it, else the first."""
    listed = sorted(years)
    return max((year for year in listed if year <= wanted), default=listed[0])


def _heads(agencies: Mapping[str, Row], on_board: set[str]) -> dict[str, str]:
    """For whom an agency's entries count: itself where it is on the board, else the nearest above it that is."""
    heads = {}
    for name in agencies:
        at: str | None = name
        for _ in range(HIGHEST + 1):
            if at is None or at in on_board or at not in agencies:
                break
            at = agencies[at]["parent_id"]
        if at in on_board:
            heads[name] = str(at)
    return heads


def _known(board: Iterable[Row], lines: Iterable[Row], on_board: set[str], year: int) -> dict[str, list[Row]]:
    """The years before `year` with a number, for each agency of the board: its own, and for years before it existed
    those of the agencies whose history it carries on, unless one of them still stands beside it."""
    own = [row for row in board if row["agency_id"] in on_board and row["year"] < year]
    existed = {(row["agency_id"], row["year"]) for row in own}
    carried = [
        row
        for row in lines
        if row["agency_id"] in on_board
        and row["year"] < year
        and (row["agency_id"], row["year"]) not in existed
        and not on_board & set(row["through"])
    ]
    known: dict[str, list[Row]] = {name: [] for name in on_board}
    for row in [*own, *carried]:
        if row["numerator"] is not None:
            known[str(row["agency_id"])].append(row)
    return known


def _prepared(entries: Iterable[Row], heads: Mapping[str, str], types: Mapping[str, str]) -> Counter[str]:
    """Entries of contests and registers that are neither handed in nor withdrawn, for whom they count."""
    return Counter(
        heads[str(row["agency_id"])]
        for row in entries
        if row["agency_id"] in heads
        and types[str(row["competition_id"])] in COUNTED
        and not row["handed_in"]
        and not row["withdrawn"]
    )


def _types(warehouse: Warehouse) -> dict[str, str]:
    return {str(row["competition_id"]): str(row["type"]) for row in _rows("competitions", Scope(), warehouse)}


def _units(names: Iterable[Row], agencies: Mapping[str, Row], heads: Mapping[str, str], year: int) -> Counter[str]:
    """How many units in force count for each agency of the board."""
    own = [row for row in names if row["kind"] == "name"]
    return Counter(
        heads[str(row["agency_id"])]
        for row in own
        if heads.get(str(row["agency_id"]), row["agency_id"]) != row["agency_id"]
        and _in_force(row, agencies[str(row["agency_id"])], year)
    )


def _in_force(dates: Row, agency: Row, year: int) -> bool:
    """From its first to its last year where known; one that was succeeded and has no end, until it was last seen."""
    followed = agency["succeeded_by"] is not None and len(agency["succeeded_by"]) > 0
    first, last = _year(dates["valid_from"]), _year(dates["valid_to"])
    if last is None and followed:
        last = _year(dates["last_seen"])
    return (first is None or first <= year) and (last is None or last >= year)


def _year(written: object) -> int | None:
    """The year of a date as written: a day, a month or a year."""
    text = str(written or "")[:4]
    return int(text) if text.isdigit() and len(text) == 4 else None


def _candidate(agency: Row, known: list[Row], prepared: int, units: int, exempt: bool) -> Candidate:
    whole = [row for row in known if row["basis"] == "rows"]
    counted = whole or known
    numbers = [int(row["numerator"]) for row in counted]
    return Candidate(
        agency_id=str(agency["agency_id"]),
        name=str(agency["name"]),
        record=sum(numbers) / len(numbers) if numbers else None,
        years=len(numbers),
        best=max((int(row["numerator"]) for row in known), default=0),
        prepared=prepared,
        units=units,
        exempt=exempt,
        at_least=0 if whole else len(counted),
    )
