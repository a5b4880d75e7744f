"""Prepares what a year's board rests on: the policy, the list of agencies, entries without agency, what is missing."""

from typing import Any

import pandas as pd

from ui import figures
from ui.cells import records
from ui.compliance import answers as answered
from ui.listings import Row
from ui.markup import Html, join
from ui.tables import Column
from ui.view import View

_PAGE = "page.kepatuhan"
_NAMED = 5


def policy_rows(view: View) -> pd.DataFrame:
    """The policy of each year in words: minimum, kinds, contests, whose policy, its document."""
    listed = view.listing("policies", competition=None, edition=None, agency=None)
    return pd.DataFrame([_policy(view, row) for row in listed.to_dict("records")], dtype=object)


def policy_spans(policies: pd.DataFrame) -> pd.DataFrame:
    """The policies with years in a row of the same policy as one row, in the column `span` ("2020–2025")."""
    spans: list[dict[Any, Any]] = []
    for row in policies.to_dict("records"):
        last = spans[-1] if spans else None
        same = last is not None and all(last[key] == row[key] for key in row if key != "year")
        if last is not None and same and last["to"] + 1 == row["year"]:
            last["to"] = row["year"]
        else:
            spans.append(row | {"from": row["year"], "to": row["year"]})
    years = [str(s["from"]) if s["from"] == s["to"] else f"{s['from']}–{s['to']}" for s in spans]
    return pd.DataFrame(spans, dtype=object).assign(span=years)


def policy_columns() -> list[Column]:
    """The columns of `policy_spans`."""
    return [
        Column("span", heading="column.year"),
        Column("policy", heading=f"{_PAGE}.column_policy"),
        Column("minimum", "number", f"{_PAGE}.column_minimum"),
        Column("contests", heading=f"{_PAGE}.column_contests"),
        Column("kinds", heading=f"{_PAGE}.column_kinds"),
        Column("units", heading=f"{_PAGE}.column_units"),
        Column("document"),
    ]


def _policy(view: View, row: Any) -> dict[str, object]:
    source = row["source_id"] if isinstance(row["source_id"], str) else None
    contests = [view.short_name(name) for name in row["competitions_counted"]]
    whose = "own" if not row["is_default"] else "nation" if source else "default"
    return {
        "year": int(row["year"]),
        "minimum": int(row["minimum_per_agency"]),
        "whose": whose,
        "policy": view.t(f"{_PAGE}.policy_{whose}"),
        "kinds": ", ".join(view.t(f"agency_kind.{kind}") for kind in row["kinds_counted"]),
        "kinds_default": bool(row["kinds_by_default"]),
        "units": view.t("table.yes" if row["roll_up"] else "table.no"),
        "contests": ", ".join(contests) or None,
        "document": figures.source(view, source) if source else None,
        "sources": [source] if source else [],
    }


def points(view: View, row: Any, policies: pd.DataFrame) -> list[tuple[str, Html]]:
    """What one must know before reading a year: policy, list of agencies, entries without agency, what is missing."""
    year = int(row["year"])
    policy = policy_of(policies, year)
    found = [_policy_point(view, policy), _register_point(view, row)]
    if row["unattributed"]:
        found.append(_unattributed_point(view, row))
    if row["no_data"]:
        found.append((view.t(f"{_PAGE}.change", year=year), join([_missing_lists(view, year)])))
    return found


def summary(view: View, row: Any, policies: pd.DataFrame) -> str:
    """The same in one line: whose policy, how much of the list of agencies, how many entries without agency."""
    year = int(row["year"])
    whose, extent = policy_of(policies, year)["whose"], _register(view, year)[0]
    told = [view.t(f"{_PAGE}.short_{whose}"), view.t(f"{_PAGE}.short_register_{extent}")]
    if row["unattributed"]:
        told.append(view.t(f"{_PAGE}.short_unattributed", n=view.number(row["unattributed"])))
    return view.t(f"{_PAGE}.short", year=year, told="; ".join(told))


def policy_of(policies: pd.DataFrame, year: int) -> Any:
    """The row of a year of `policy_rows`."""
    return policies[policies["year"] == year].iloc[0]


def _policy_point(view: View, policy: Any) -> tuple[str, Html]:
    words = view.t(f"{_PAGE}.counted_{policy['whose']}", place=view.place, minimum=view.number(policy["minimum"]))
    kinds = view.t(f"{_PAGE}.kinds_default" if policy["kinds_default"] else f"{_PAGE}.kinds", kinds=policy["kinds"])
    document = join([" (", policy["document"], ")"]) if policy["document"] else None
    return view.t(f"{_PAGE}.policy", year=policy["year"]), join([words, document, ". ", kinds])


def _register_point(view: View, row: Any) -> tuple[str, Html]:
    extent, source = _register(view, int(row["year"]))
    words = view.t(f"{_PAGE}.register_{extent}", all=view.number(row["denominator"]), year=int(row["year"]))
    document = join([" (", figures.source(view, source), ")"]) if source else None
    return view.t(f"{_PAGE}.register", year=int(row["year"])), join([words, document])


def _register(view: View, year: int) -> tuple[str, str | None]:
    """How much of the year's list of agencies is there (complete, partial, none), and by which source."""
    stated = view.listing("government_years", competition=None, edition=None, agency=None, years=None)
    found = stated[stated["year"] == year].iloc[0]
    extent, source = str(found["register_extent"]), found["register_source"]
    return extent if extent in {"complete", "partial"} else "none", source if isinstance(source, str) else None


def _unattributed_point(view: View, row: Any) -> tuple[str, Html]:
    year = int(row["year"])
    listed = view.listing("entries", competition=None, edition=None, agency=None, years=(year, year))
    counted = [view.known.competitions[str(c)]["type"] in {"contest", "register"} for c in listed["competition_id"]]
    entries = listed[pd.Series(counted, index=listed.index, dtype=bool) & listed["agency_id"].isna()]
    names = [_entry(view, entry) for entry in entries.head(_NAMED).to_dict("records")]
    if len(entries) > _NAMED:
        names.append(view.t("chart.more", n=view.number(len(entries) - _NAMED)))
    key = "unattributed_none" if row["none"] else "unattributed"
    return view.t(f"{_PAGE}.nameless", year=year), join(
        [view.t(f"{_PAGE}.{key}", n=view.number(row["unattributed"])), " ", "; ".join(names), "."]
    )


def _entry(view: View, entry: Row | dict[Any, Any]) -> str:
    where = view.edition_name(entry["edition_id"])
    title, written = entry["innovation"], entry["agency_name"]
    name = title if isinstance(title, str) else view.t(f"{_PAGE}.untitled")
    if isinstance(written, str) and written:
        return view.t(f"{_PAGE}.entry_written", name=name, edition=where, agency=written)
    return view.t(f"{_PAGE}.entry", name=name, edition=where)


def _missing_lists(view: View, year: int) -> str:
    """Which complete list would turn "no data" into an answer."""
    counted = view.listing("counted_editions", competition=None, edition=None, agency=None, years=(year, year))
    lacking = counted[(counted["extent"] != "complete") & counted["stage_id"].notna()]
    given = {"place": view.place, "year": year}
    if len(lacking):
        editions = [
            view.t(f"{_PAGE}.edition_{e['extent']}", edition=view.edition_name(e["edition_id"]))
            for e in lacking.to_dict("records")
        ]
        return view.t(f"{_PAGE}.lists", editions=", ".join(editions), **given)
    names = [view.edition_name(edition) for edition in counted["edition_id"]]
    if names:
        return view.t(f"{_PAGE}.no_intake", editions=", ".join(names), **given)
    return view.t(f"{_PAGE}.no_contest", **given)


def answers(view: View) -> pd.DataFrame:
    """Replies of agencies and documented exemptions, newest first: year, agency, kind, text, document, sources."""
    asked = {"competition": None, "edition": None}
    replies = records(view.listing("replies", **asked))
    exempt = records(view.listing("exemptions", **asked))
    given: list[dict[str, object]] = [
        {"kind": view.t(f"{_PAGE}.reply"), "text": r["text"], "document": answered.signed(view, r), "sources": []}
        | _whose(view, r)
        for r in replies
    ]
    given += [
        _whose(view, row)
        | {
            "kind": view.t("board.state.exempt"),
            "text": row["reason"],
            "document": figures.source(view, row["source_id"]),
            "sources": [row["source_id"]],
        }
        for row in exempt
    ]
    found = sorted(given, key=lambda row: (-int(str(row["year"])), str(row["agency"])))
    return pd.DataFrame(found, columns=["year", "agency", "kind", "text", "document", "sources"], dtype=object)


def _whose(view: View, row: Any) -> dict[str, object]:
    return {"year": int(row["year"]), "agency": view.agency(row["agency_id"])}


def answer_columns() -> list[Column]:
    """The columns of `answers`."""
    return [
        Column("year", "year"),
        Column("agency"),
        Column("kind"),
        Column("text", heading=f"{_PAGE}.column_text"),
        Column("document"),
    ]
