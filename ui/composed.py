"""What the entries of an edition are made up of: rows of the metric `composition` per dimension, in words."""

from collections.abc import Mapping

import pandas as pd

from ui.entry_list import type_words
from ui.intake_words import labelled, short_count
from ui.tables import Column
from ui.view import View

DIMENSIONS = ("agency_kind", "type", "category", "form", "group")
COLUMNS = (
    Column("said", heading="page.usulan.column_part"),
    Column("entries"),
    Column("value", "percent", "page.usulan.column_share"),
)


def dimensions(view: View) -> dict[str, pd.DataFrame]:
    """Per dimension that any source states, its parts from the largest, with `said` (the part in words).

    A dimension that only repeats another (form and category are often the same) is left out.
    """
    rows = view.ask("composition", agency=None)
    found: dict[str, pd.DataFrame] = {}
    seen: list[list[tuple[str, int]]] = []
    for dimension in DIMENSIONS:
        part = rows[rows["dimension"] == dimension]
        made_up = sorted(zip(part["part"], part["numerator"], strict=True))
        if not any(part["part"]) or made_up in seen:
            continue
        seen.append(made_up)
        said = [_said(view, dimension, str(name)) for name in part["part"]]
        found[dimension] = (
            labelled(view, part)
            .assign(said=said, unsaid=part["part"] == "")
            .sort_values(["unsaid", "numerator", "said"], ascending=[True, False, True], ignore_index=True)
        )
    return found


def finding(view: View, dimension: str, rows: pd.DataFrame) -> str:
    """The largest part of a dimension, of how many."""
    words = {"dimension": view.t(f"page.usulan.dimension_{dimension}"), "part": rows.iloc[0]["said"]}
    numbers = {"n": view.number(rows.iloc[0]["numerator"]), "m": view.number(rows.iloc[0]["denominator"])}
    return view.t("page.usulan.made_up", **words, **numbers)


def note(view: View, rows: pd.DataFrame) -> str:
    """Of how many entries the parts are."""
    return view.t("page.usulan.made_up_note", n=view.number(rows.iloc[0]["denominator"]))


def total(view: View, rows: pd.DataFrame) -> Mapping[str, object]:
    """The total row: the denominator that the metric gives with each part."""
    first = rows.iloc[0]
    return {"entries": short_count(view, {"numerator": first["denominator"], "basis": first["basis"]})}


def unsaid(view: View) -> str | None:
    """Which dimensions no source states for the edition in view; None where there are no entries or none is missing."""
    rows = view.ask("composition", agency=None)
    named = set(rows.loc[rows["part"] != "", "dimension"])
    missing = [d for d in DIMENSIONS if d not in named and d != "group"]
    if rows.empty or not missing:
        return None
    words = ", ".join(view.t(f"page.usulan.dimension_{dimension}") for dimension in missing)
    return view.t("page.usulan.made_up_unsaid", dimensions=words, edition=view.edition_name(view.choice.edition))


def _said(view: View, dimension: str, part: str) -> str:
    if not part:
        return view.t("page.usulan.unsaid")
    if dimension == "agency_kind":
        return view.t(f"agency_kind.{part}")
    return (type_words(view, part) if dimension == "type" else part) or part
