"""One government's innovations from contest to contest: district, province, nation, and how far each got."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui import charts, figures, stage_figures, stage_rows, stage_words, stage_years, tables
from ui.cells import known, records, source_lists, where
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

LEVELS = ("local", "provincial", "national")
_KINDS = {"contest", "award"}


def entries(view: View) -> pd.DataFrame:
    """The government's entries in contests of every level, oldest first, with level, stage_name, stage_order and kind
    of the furthest stage. Directories and registers are no contests and are left out."""
    rows = view.listing("entries", competition=None, edition=None, years=view.choice.years)
    contests = view.known.competitions
    rows = where(rows, [contests[c]["type"] in _KINDS for c in rows["competition_id"]])
    listed = view.listing("stages", government=None, agency=None, competition=None, edition=None, years=None)
    named = listed[["edition_id", "stage_id", "name", "stage_order", "kind"]].rename(columns={"name": "stage_name"})
    both = rows.merge(named, left_on=["edition_id", "best_stage_id"], right_on=["edition_id", "stage_id"], how="left")
    both["level"] = [contests[c]["level"] for c in both["competition_id"]]
    return both.sort_values(["year", "stage_order"], ignore_index=True)


def ladder(view: View, rows: pd.DataFrame) -> None:
    """One row per innovation, one column per level: the years and the furthest stage. Those that got furthest first."""
    frame = pd.DataFrame([_innovation(view, part) for _, part in rows.groupby(_key(rows), sort=False)], dtype=object)
    frame = frame.sort_values(["reach", "last", "label"], ascending=[False, False, True], ignore_index=True)
    columns = [Column("title", heading="column.innovation")]
    columns += [Column(level, heading=f"competition_level.{level}") for level in LEVELS]
    title = view.t("page.tahapan.ladder", government=view.place)
    raw = rows.assign(sources=source_lists(rows))
    body = tables.table(frame, columns, title, view.lang)
    note = view.t("page.tahapan.ladder_note")
    figures.figure(view, title, None, raw, columns, name="tangga", note=note, table=body)


def finding(view: View, rows: pd.DataFrame) -> tuple[str, str | None]:
    """How many innovations were entered at each level; a level without a record is left out, not called zero."""
    if rows.empty:
        return view.t("page.tahapan.found_none", place=view.place, edition=view.t("page.tahapan.any_contest")), None
    entered = rows[~rows["kind"].isin(stage_rows.PREPARED)]
    at = {level: _key(entered[entered["level"] == level]).nunique() for level in LEVELS}
    items = [view.t(f"page.tahapan.at_{level}", n=view.number(count)) for level, count in at.items() if count]
    every = view.number(_key(rows).nunique())
    if not items:
        return view.t("page.tahapan.found_ladder_prepared", n=every), None
    climbed = int(entered.groupby(_key(entered))["level"].nunique().gt(1).sum())
    words = view.t("page.tahapan.found_ladder", n=every, items=", ".join(items))
    return words, view.t("page.tahapan.found_climbed", n=view.number(climbed)) if climbed else None


def rates(view: View) -> None:
    """The government's pass rate at every stage of every contest on record, k of n; the reason where there is none."""
    steps = stage_rows.steps(view, competition=None, edition=None, years=view.choice.years)
    own = stage_rows.path(steps[steps["scope_kind"] == stage_rows.own_kind(view)])
    own = own[(own["count"].notna()) & (own["reason"] != "first_stage")]
    editions, contests = view.known.editions, view.known.competitions
    types = [contests[editions[e]["competition_id"]]["type"] for e in own["edition_id"]]
    own = where(own, [each in _KINDS for each in types])
    title = view.t("page.tahapan.ladder_rates" if own["value"].notna().any() else "page.tahapan.rates_none")
    if own.empty:
        return
    own = own.assign(year=[int(editions[e]["year"]) for e in own["edition_id"]])
    own = own.sort_values(["year", "edition_id", "stage_order"], ignore_index=True)
    frame = pd.concat([_named(view, str(edition), part) for edition, part in own.groupby("edition_id", sort=False)])
    drawn = frame[frame["value"].notna()]
    drawn = drawn.assign(label=drawn["label"] + " · " + drawn["when"])
    chart = charts.rates(drawn, view.look, title=title, nation=None) if len(drawn) else None
    columns = (Column("contest", heading="column.edition"), *stage_figures.RATE_COLUMNS)
    body = tables.table(frame, columns, title, view.lang, row_header="label")
    note = view.t("page.tahapan.rates_note") if chart else None
    figures.figure(view, title, chart, own, columns, name="kelulusan-daerah", note=note, table=body)


def _named(view: View, edition: str, rows: pd.DataFrame) -> pd.DataFrame:
    contest = str(view.known.editions[edition]["competition_id"])
    names = stage_years.stage_names(view, competition=contest, edition=edition, years=None)
    when = f"{int(view.known.editions[edition]['year'])} {view.short_name(contest)}"
    return stage_figures.rate_frame(view, rows, names).assign(contest=view.edition_name(edition), when=when)


def _key(rows: pd.DataFrame) -> pd.Series:
    return rows["innovation_id"].fillna(rows["submission_id"])


def _innovation(view: View, rows: pd.DataFrame) -> dict[str, Any]:
    listed = records(rows)
    agencies = [row["agency_id"] for row in reversed(listed) if known(row["agency_id"])]
    name = str(listed[-1]["innovation"]) if known(listed[-1]["innovation"]) else view.t("page.peringkat.untitled")
    agency = tag("div", tag("small", view.agency(agencies[0]))) if agencies else None
    made: dict[str, Any] = {"label": name, "title": join([name, agency])}
    for level in LEVELS:
        made[level] = _steps(view, [row for row in listed if row["level"] == level])
    reached = [LEVELS.index(row["level"]) for row in listed if row["kind"] not in stage_rows.PREPARED]
    return made | {"reach": max(reached, default=-1), "last": listed[-1]["year"]}


def _steps(view: View, records: list[Mapping[Any, Any]]) -> Html | str:
    if not records:
        return texts.MISSING
    return join([tag("div", f"{int(row['year'])}: {_furthest(view, row)}") for row in records])


def _furthest(view: View, row: Mapping[Any, Any]) -> str:
    if row["withdrawn"]:
        return view.t("outcome.withdrawn")
    name = row["stage_name"]
    return stage_words.bare(view, str(name)) if known(name) else view.t("page.tahapan.no_stage")
