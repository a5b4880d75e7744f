"""The agencies of a government that a letter speaks of, as the board has them: the one place that asks for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import metrics
import texts
from metrics import Scope, Warehouse

Row = dict[str, Any]


def rows(
    warehouse: Warehouse,
    government: str,
    year: int,
    states: Collection[str] = (),
    agencies: Collection[str] = (),
    lineage: bool = False,
) -> list[Row]:
    """The rows of the listing `duty` for that year whose state and agency are among those given (none given: all), in
    its order, the most urgent first. `government` in a row is the government's name. With `lineage` the year last met
    is that of the agency or of those it came from, as on a board that carries history on.

    Raises UnknownName for a government that does not exist."""
    scope = Scope(government=government, years=(year, year))
    metrics.check_names(scope, warehouse)
    place = metrics.records(metrics.listing("governments", scope, warehouse))[0]["name"]
    last = "line_last_met_year" if lineage else "last_met_year"
    return [
        row | {"government": place, "last_met_year": row[last]}
        for row in metrics.records(metrics.listing("duty", scope, warehouse))
        if (not states or row["state"] in states) and (not agencies or row["agency_id"] in agencies)
    ]


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
