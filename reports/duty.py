"""The agencies of a government that a letter speaks of, as the board has them: the one place that asks for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import metrics
import texts
from metrics import Scope, Warehouse

Row = dict[str, Any]
# Which states come first on paper, as on the board sorted by urgency.
URGENCY = ("none", "draft_only", "no_data", "exempt", "met")


def rows(
    warehouse: Warehouse, government: str, year: int, states: Collection[str] = (), agencies: Collection[str] = ()
) -> list[Row]:
    """One row per agency counted in that year whose state and id are among those given (none given: all), the most
    urgent first, then by name.

    Keys: those of the metric `compliance` (agency_id, year, state, uncertain, numerator, denominator, basis, reason,
    last_met_year, streak, streak_at_least …), name, kind, government (its name), reply, replied_on, exemption.
    Raises UnknownName for a government that does not exist."""
    scope = Scope(government=government, years=(year, year))
    found = metrics.records(metrics.run("compliance", scope, warehouse))
    added = _added(scope, warehouse)
    chosen = [
        row | added(row["agency_id"])
        for row in found
        if (not states or row["state"] in states) and (not agencies or row["agency_id"] in agencies)
    ]
    return sorted(chosen, key=lambda row: (URGENCY.index(row["state"]), row["name"].casefold(), row["agency_id"]))


def _added(scope: Scope, warehouse: Warehouse) -> Any:
    """What the listings know of an agency: names, the latest reply of the year, the ground of an exemption."""
    names = _by_agency("agencies", scope, warehouse)
    replies = _by_agency("replies", scope, warehouse)
    exemptions = _by_agency("exemptions", scope, warehouse)
    place = metrics.records(metrics.listing("governments", scope, warehouse))[0]["name"]

    def of(agency_id: str) -> Row:
        agency, reply = names[agency_id], replies.get(agency_id, {})
        return {
            "name": agency["name"],
            "kind": agency["kind"],
            "government": place,
            "reply": reply.get("text"),
            "replied_on": reply.get("on_date"),
            "exemption": exemptions.get(agency_id, {}).get("reason"),
        }

    return of


def _by_agency(name: str, scope: Scope, warehouse: Warehouse) -> dict[str, Row]:
    """A listing by agency; of several rows the last by date, then by order."""
    listed = metrics.records(metrics.listing(name, scope, warehouse))
    return {row["agency_id"]: row for row in sorted(listed, key=lambda row: str(row.get("on_date") or ""))}


def needs_confirmation(row: Row) -> bool:
    """Whether what the board says of an agency is not certain enough to remind it: it is asked first.

    So it is where nothing is known, where entries of unknown agencies may be its own, and where the list of the year is
    not complete, so that the count is a lower bound or unknown."""
    if row["state"] in {"met", "exempt"}:
        return False
    return row["state"] == "no_data" or bool(row["uncertain"]) or row["basis"] != "rows"


def state_words(row: Row, lang: str) -> str:
    """The state as the board writes it: "withdrawn" or "1 of 2 so far" where so, "(not certain)" where so."""
    code, *given = str(row["reason"] or "").split("|")
    if row["state"] == "draft_only" and texts.has(f"board.case.{code}", lang):
        return texts.t(f"board.case.{code}", lang, **dict(pair.split("=", 1) for pair in given))
    words = texts.t(f"board.state.{row['state']}", lang)
    return f"{words} ({texts.t('board.uncertain', lang)})" if row["uncertain"] else words


def count_words(row: Row, lang: str) -> str:
    """Innovations handed in: "1", "≥ 1" where the list is not complete, a dash where unknown."""
    n = texts.number(row["numerator"], lang)
    return texts.t("comparator.or_more", lang, n=n) if row["basis"] == "at_least" else n
