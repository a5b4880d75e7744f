"""Counts of entries in words: for tiles, and as the sentences that say a finding."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui.cells import known, objects, records
from ui.view import View


def count(view: View, row: Mapping[str, Any] | None, least: str = "at_least") -> str | None:
    """A count as a sentence says it: "9", "sekurang-kurangnya 3", "± 80"; None where it is unknown."""
    if row is None or not known(row["numerator"]):
        return None
    number = view.number(row["numerator"])
    if row.get("comparator") == "~":
        return view.t("comparator.approximate", n=number)
    return view.t(f"comparator.{least}", n=number) if row["basis"] == "at_least" else number


def short_count(view: View, row: Mapping[str, Any] | None) -> str | None:
    """A count as a tile or a table says it: as `count`, but "≥ 3" where that is all that is known."""
    return count(view, row, least="or_more")


def labelled(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with `entries`: each count as a table writes it, "≥ 3" where that is all that is known."""
    return rows.assign(entries=objects([short_count(view, row) for row in records(rows)], rows))


def finding(view: View, row: Mapping[str, Any] | None) -> str:
    """How many entries the edition in view had, of what is looked at, in one sentence."""
    edition, number = view.edition_name(view.choice.edition), count(view, row)
    who = view.agency(view.choice.agency) if view.choice.agency else view.place
    if view.government is None:
        kind = str(row["counted_as"]) if row and number else "unknown"
        return view.t(f"page.usulan.said_whole_{kind}", edition=edition, **({"n": number} if number else {}))
    if row is None or number is None:
        return view.t("page.usulan.said_unknown", place=who, edition=edition)
    return view.t(f"page.usulan.said_{row['counted_as']}", place=who, n=number, edition=edition)


def years_finding(view: View, rows: pd.DataFrame) -> str:
    """What the years say: the highest exact count and the latest one; the only one; or that none is exact."""
    who = view.agency(view.choice.agency) if view.choice.agency else view.place
    words = {"place": who, "competition": view.short_name(view.choice.competition)}
    exact = rows[rows["basis"].isin(["rows", "reported"]) & (rows["comparator"] == "=") & rows["numerator"].notna()]
    kind = "submitted" if (exact["counted_as"] == "submitted").any() else "registered"
    exact = exact[exact["counted_as"] == kind]
    if exact.empty and view.government is None:
        return view.t("page.usulan.contest_none_exact", competition=words["competition"])
    if exact.empty:
        return view.t("page.usulan.years_none_exact", **words)
    last, most = exact.iloc[-1], exact.sort_values("numerator").iloc[-1]
    words |= {"n": view.number(most["numerator"]), "year": str(int(most["year"])), "kind": view.t(f"counted_as.{kind}")}
    if len(exact) == 1:
        return view.t("page.usulan.years_one", **words)
    if last["year"] == most["year"]:
        return view.t("page.usulan.years_peak_last", **words)
    words |= {"last": view.number(last["numerator"]), "last_year": str(int(last["year"]))}
    return view.t("page.usulan.years_peak", **words)


def contest_finding(view: View, rows: pd.DataFrame) -> str:
    """The year with the most entries handed in (or registered) of the whole contest."""
    exact = rows[rows["basis"].isin(["rows", "reported"])]
    competition = view.short_name(view.choice.competition)
    for kind in ("submitted", "registered"):
        of_kind = exact[exact["kind"] == kind]
        if len(of_kind):
            most = of_kind.sort_values("value").iloc[-1]
            words = {"n": view.number(most["value"]), "year": str(int(most["year"])), "competition": competition}
            return view.t(f"page.usulan.contest_{kind}", **words)
    return view.t("page.usulan.contest_none_exact", competition=competition)


def agency_finding(view: View, rows: pd.DataFrame) -> str:
    """Which agency has the most entries of the edition in view, or that all have the same number."""
    edition, row = view.edition_name(view.choice.edition), records(rows)[0]
    words = {"n": count(view, row), "edition": edition, "kind": view.t(f"counted_as.{row['counted_as']}")}
    if len(rows) == 1:
        return view.t("page.usulan.per_agency_one", agency=row["agency"], **words)
    if rows["numerator"].nunique() == 1:
        return view.t("page.usulan.per_agency_same", agencies=view.number(len(rows)), **words)
    return view.t("page.usulan.per_agency", agency=row["agency"], **words)


def breakdown_finding(view: View, rows: pd.DataFrame, scope_kind: str, stage: str | None) -> str:
    """The largest published part of a stage's count, or the only one."""
    first = rows.iloc[0]
    words = {"stage": stage, "year": view.year, "part": first["part"], "n": view.number(first["passed"])}
    return view.t(f"page.usulan.by_{scope_kind}" if len(rows) > 1 else "page.usulan.by_one", **words)
