"""Figures of targets: those of the edition in view, each kind over its years, and all on record."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import charts, figures, goal_course, goal_table, goal_words, goals, hand_in, links
from ui.cells import assigned, known, objects, records
from ui.goals import Row
from ui.tables import Column
from ui.view import View

_FEW = 8  # more rows than this are folded away
_YEARS = 2
_NARROW = 6  # so many years fit beside another figure
_TOP = re.compile(r"Top \d+")
_OF_THE_PAGE = ["course", "key", "in_view", "now", "here", "of_agency"]
_PLANNED = ("submissions", "registered", "reach:")
_COLUMNS = (Column("year", "year"), Column("said", heading="column.actual"), Column("aim", heading="column.target"),
            Column("state"))  # fmt: skip


def now(view: View, rows: pd.DataFrame) -> None:
    """The targets of the edition in view and of its year, with their arithmetic, and the ways on."""
    here, same = rows[rows["now"]], goals.alike(rows)
    if here.empty:
        return
    note = goal_words.tally(view, rows)
    if set(here["target_id"]) & set(same):
        note = " ".join([*([note] if note else []), view.t("page.target.several")])
    caption = view.t("page.target.now", place=view.place, edition=view.edition_name(view.choice.edition))
    made = goal_table.table(view, here, caption, same)
    figures.figure(view, caption, None, _file(view, here), (), name="target-kini", table=made, note=note)


def ways_on(view: View, rows: pd.DataFrame) -> None:
    """To the form, and where a number was set to what it takes."""
    aimed = rows[rows["in_view"] & rows["denominator"].notna()]
    with st.container(horizontal=True, key="pi-target-ways"):
        links.to(view, "impor", view.t("page.target.record"), part="isi", form="target")
        if any(str(metric).startswith(_PLANNED) for metric in aimed["target_metric"]):
            links.to(view, "proyeksi", view.t("page.target.to_plan"))


def curve(view: View, rows: pd.DataFrame) -> None:
    """How entries come in against earlier editions, where the edition in view has a target for their number."""
    if goals.of_intake(view, rows) is not None:
        hand_in.curve(view)


def kinds(view: View, rows: pd.DataFrame) -> None:
    """Each kind of target with at least two years: actual against target. The entries of the contest in view have a
    figure of their own."""
    found = _series(view, rows)
    narrow = [name for name, part in found.items() if len(part) <= _NARROW]
    narrow = narrow if len(narrow) > 1 else []
    for name in found:
        if name not in narrow:
            _kind(view, name, found[name])
    for place, name in zip(links.abreast(view, len(narrow)), narrow, strict=True):
        with place:
            _kind(view, name, found[name])


def register(view: View, rows: pd.DataFrame) -> None:
    """All targets on record, of a government those that `now` does not show; many are folded away."""
    contest, whole = view.short_name(view.choice.competition), view.government is None
    shown = rows if whole else rows[~rows["now"]]
    if shown.empty:
        return
    part = "all_whole" if whole else "all" if len(shown) == len(rows) else "rest"
    said = view.t(f"page.target.{part}", place=view.place, competition=contest)
    made = goal_table.table(view, shown, said, goals.alike(rows))
    if len(shown) > _FEW:
        made = figures.more(view.t("page.target.open_all", n=view.number(len(shown))), made)
    note = None if part == "rest" else goal_words.tally(view, rows)
    figures.figure(view, said, None, _file(view, shown), (), name="target", table=made, note=note)


def _file(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as the file has them: how each target stands in words, without what only the page needs."""
    listed = records(rows)
    said = {"state": [goal_words.state(view, row) for row in listed],
            "arithmetic": [goal_words.arithmetic(view, row) for row in listed]}  # fmt: skip
    return assigned(rows.drop(columns=_OF_THE_PAGE, errors="ignore"), **said)


def _series(view: View, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The targets with a number, by kind, scope and contest, one per year, where there are at least two years. Stages
    of one contest are one kind: the cut moves from year to year."""
    numbered = rows[rows["denominator"].notna()]
    keys = [_key(row) for row in records(numbered)]
    numbered = numbered.assign(key=objects(keys, numbered)).sort_values(["year", "set_on", "target_id"])
    numbered = numbered.drop_duplicates(["key", "year"], keep="last")
    parts = {str(key): part for key, part in numbered.groupby("key", sort=True) if len(part) >= _YEARS}
    return {key: part for key, part in parts.items() if not _drawn(view, part)}


def _key(row: Row) -> str:
    metric = str(row["target_metric"]).split(":")[0]
    contest = row["competition_id"] if known(row["competition_id"]) else ""
    unit = "share" if metric == "participation" and float(row["denominator"]) <= 1 else ""
    return "-".join(filter(None, [metric, str(row["scope_id"]), str(contest), unit]))


def _drawn(view: View, part: pd.DataFrame) -> bool:
    """Whether `intake_figures.years` shows it already: the entries of the contest in view, of what is looked at."""
    row = records(part)[0]
    of_agency = bool(row["of_agency"]) and not view.choice.agency
    return bool(row["here"]) and row["target_metric"] in goals.COUNTED and not of_agency


def _kind(view: View, name: str, part: pd.DataFrame) -> None:
    """One kind over its years."""
    listed = records(part)
    said, metric = _finding(view, listed), str(listed[0]["target_metric"])
    rows = assigned(
        _file(view, part),
        said=[goal_words.of(view).actual(row) for row in listed],
        aim=[goal_words.of(view).aim(row) for row in listed],
        cut=[goal_words.of(view).stage(row) for row in listed],
        top=[_top(view, row) for row in listed],
    )
    chart = charts.target_years(rows, view.look, title=said, word="top" if metric.startswith("reach:") else None)
    columns: Sequence[Column] = _COLUMNS
    if metric.startswith("reach:"):
        columns = (*_COLUMNS[:1], Column("cut", heading="column.stage"), *_COLUMNS[1:])
    figures.figure(view, said, chart, rows, columns, name=f"target-{name}", note=_note(view, metric))


def _finding(view: View, listed: Sequence[Mapping[str, Any]]) -> str:
    """How many of those whose actual is known were met."""
    first, states = listed[0], [goal_course.standing(view, row).state for row in listed]
    metric = str(first["target_metric"])
    what = view.t("page.target.metric_reach_any") if metric.startswith("reach:") else goal_words.of(view).what(first)
    if known(first["competition_id"]):
        what = f"{what}, {view.short_name(str(first['competition_id']))}"
    met, judged = states.count("met"), states.count("met") + states.count("missed")
    if not judged:
        return view.t("page.target.kind_unknown", what=what, n=view.number(len(listed)))
    return view.t("page.target.kind", what=what, n=view.number(met), m=view.number(judged))


def _note(view: View, metric: str) -> str:
    """What the marks mean, and what the number is where its name does not say it."""
    own = {"submissions_per_agency": "per_agency", "participation": "participation", "rank": "rank"}.get(metric)
    said = [view.t(f"page.target.note_{own}") if own else None, view.t("page.usulan.targets_note")]
    return " ".join(words for words in said if words)


def _top(view: View, row: Row) -> str:
    """The stage as short as a column is wide."""
    found = _TOP.match(goal_words.of(view).stage(row))
    return found[0] if found else ""
