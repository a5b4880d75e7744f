"""A generated regency with as many agencies as wanted, in every state that a board knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import metrics
from tests.support.building import build
from tests.support.headers import HEADERS
from tests.support.worlds import write

AS_OF = date(2021, 8, 15)
PLACE, YEAR = "kab-alun", 2021
NASTY = "Dinas <b>\"Tanda\" & {{ nomor }} {% if x %}</w:t> {_{ 7*7 }_} '=1+1'"
# What each agency in turn did: handed in twice, once, prepared, nothing.
DEEDS = (2, 1, 0, None)


def town(folder: Path, agencies: int, complete: bool = True, minimum: int = 1, **extra: Any) -> metrics.Warehouse:
    """The warehouse of a regency whose agencies did, in turn, what DEEDS says; the fourth of every twelve is exempt.

    `names` gives agencies names of their own by number, `nameless` adds entries without an agency."""
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in HEADERS}
    tables["sources"] = [{"source_id": "s1", "title": "Surat Edaran 1/2021", "grade": "official"}]
    tables["governments"] = [{"government_id": PLACE, "name": "Kabupaten Alun", "level": "regency"}]
    tables["competitions"] = [
        {"competition_id": "lok", "name": "Lomba Alun", "type": "contest", "level": "local", "government_id": PLACE}
    ]
    tables["editions"] = [
        {"edition_id": "lok-2021", "competition_id": "lok", "year": YEAR, "legal_basis": "Perbup Alun 7/2021"}
    ]
    tables["stages"] = [
        {"edition_id": "lok-2021", "stage_id": kind, "stage_order": order, "kind": kind, "name": kind, "status": "held"}
        for order, kind in enumerate(("drafted", "submitted"), 1)
    ]
    tables["policies"] = [
        {
            "government_id": PLACE,
            "year": YEAR,
            "minimum_per_agency": minimum,
            "source_id": "s1",
            "kinds_counted": "dinas",
        }
    ]
    extent = "complete" if complete else "partial"
    tables["coverage"] = [
        {"edition_id": "lok-2021", "stage_id": "submitted", "scope_kind": "government", "scope_id": PLACE,
         "extent": extent, "source_id": "s1"}
    ]  # fmt: skip
    for number in range(agencies):
        _agency(tables, number, extra.get("names", {}).get(number, f"Dinas Urusan {number:03d}"))
    for number in range(extra.get("nameless", 0)):
        _entry(tables, f"nameless-{number}", "", handed_in=True)
    write(tables, folder)
    return build(folder, AS_OF)


def _agency(tables: dict[str, list[dict[str, Any]]], number: int, name: str) -> None:
    agency_id = f"alun-{number:03d}"
    row = {"agency_id": agency_id, "government_id": PLACE, "name": name, "kind": "dinas", "source_id": "s1"}
    tables["agencies"].append(row)
    deed = DEEDS[number % len(DEEDS)]
    if number % 12 == 3:
        exempt = {"agency_id": agency_id, "year": YEAR, "reason": "Baru dibentuk.", "source_id": "s1"}
        tables["exemptions"].append(exempt)
    for one in range(max(deed or 0, 0 if deed is None else 1)):
        _entry(tables, f"{agency_id}-{one}", name, handed_in=bool(deed))


def _entry(tables: dict[str, list[dict[str, Any]]], entry: str, agency: str, handed_in: bool) -> None:
    tables["submissions"].append(
        {"submission_id": entry, "edition_id": "lok-2021", "innovation": f"Inovasi {entry}", "government_id": PLACE,
         "agency": agency, "source_id": "s1"}
    )  # fmt: skip
    stage = "submitted" if handed_in else "drafted"
    tables["stage_results"].append({"submission_id": entry, "stage_id": stage, "outcome": "passed", "source_id": "s1"})
