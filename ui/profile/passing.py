"""An agency's pass rates, stage by stage, beside those of its government and of the whole contest."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui import charts, figures, stage_figures, stage_rows, stage_words, stage_years, tables
from ui.cells import known, objects, records
from ui.markup import join
from ui.tables import Column
from ui.view import View

_PAGE = "page.profil"
_NAMES = {"value": "home", "numerator": "home_k", "denominator": "home_n", "low": "home_low", "high": "home_high"}
Row = Mapping[str, Any]


def rates(view: View, agency: str) -> None:
    """The rates of the edition in view, or of the newest that has any; where there is none, why."""
    every = _rated(view, agency)
    if every.empty:
        figures.statement(view.t(f"{_PAGE}.rates_none"), view.t(f"{_PAGE}.rates_none_why"))
        return
    edition = _edition(view, every)
    shown = _beside(view, every[every["edition_id"] == edition].reset_index(drop=True), edition)
    frame = _frame(view, shown, edition)
    national = view.known.competitions[str(view.known.editions[edition]["competition_id"])]["level"] == "national"
    whole = view.t("chart.nation" if national else "page.tahapan.whole")
    said = _said(view, shown, edition)
    columns = [
        *stage_figures.RATE_COLUMNS[:5],
        Column("home_ratio", "number", title=view.place),
        Column("home_interval", "number", title=view.t(f"{_PAGE}.interval_of", place=view.place)),
        Column("nation_ratio", "number", title=whole),
        Column("detail", heading="column.basis"),
    ]
    chart = charts.rates(frame, view.look, title=said, shared_name=whole)
    body = tables.table(frame, columns, said, view.lang)
    note = view.t(f"{_PAGE}.rates_note", place=view.place)
    figures.figure(view, said, chart, shown, columns, name="kelulusan", note=note, table=body)


def _rated(view: View, agency: str) -> pd.DataFrame:
    """The agency's stages that have a rate, of every edition in the years of the scope."""
    steps = stage_rows.steps(view, competition=None, edition=None, agency=agency)
    own = stage_rows.path(steps[steps["scope_kind"] == "agency"])
    return own[own["value"].notna()].reset_index(drop=True)


def _edition(view: View, every: pd.DataFrame) -> str:
    """The edition in view where it has a rate, else the newest that has."""
    having = [str(each) for each in every["edition_id"].unique()]
    if view.choice.edition in having:
        return str(view.choice.edition)
    return max(having, key=lambda each: (int(view.known.editions[each]["year"]), each))


def _beside(view: View, own: pd.DataFrame, edition: str) -> pd.DataFrame:
    """The agency's rates with the government's and the whole contest's of the same stage and group."""
    asked: dict[str, Any] = {"competition": None, "edition": edition, "agency": None, "years": None}
    home = stage_rows.steps(view, **asked)
    home = home[home["scope_kind"] == "government"][["stage_id", "group", *_NAMES]].rename(columns=_NAMES)
    whole = stage_rows.steps(view, **asked | {"government": None})
    both = stage_rows.beside(own, whole[whole["scope_kind"] == "all"])
    return both.merge(home, on=["stage_id", "group"], how="left")


def _frame(view: View, rows: pd.DataFrame, edition: str) -> pd.DataFrame:
    """The rows with the words of the chart and its table."""
    contest = str(view.known.editions[edition]["competition_id"])
    names = stage_years.stage_names(view, competition=contest, edition=edition, years=None)
    frame = stage_figures.rate_frame(view, rows, names)
    listed = records(rows)
    home = [_ratio(view, row) for row in listed]
    spans = [texts.span(row["home_low"], row["home_high"], view.lang) if known(row["home"]) else texts.MISSING
             for row in listed]  # fmt: skip
    return frame.assign(
        of=[_of(view, words, mine) for words, mine in zip(frame["of"], home, strict=True)],
        home_ratio=objects([join([words or texts.MISSING]) for words in home], frame),
        home_interval=objects([join([words]) for words in spans], frame),
    )


def _ratio(view: View, row: Row) -> str:
    if not known(row["home"]):
        return ""
    return f"{view.ratio(row['home_k'], row['home_n'])} · {view.percent(row['home'])}"


def _of(view: View, words: str, home: str) -> str:
    """What the share is of, and the government's own beside it."""
    return "; ".join(part for part in (words, view.t(f"{_PAGE}.home", share=home) if home else "") if part)


def _said(view: View, rows: pd.DataFrame, edition: str) -> str:
    """The first rate that somebody could fail, with the government's where it is known."""
    listed = records(rows)
    row = next((each for each in listed if each["kind"] != "submitted"), listed[0])
    given = {"n": view.number(row["numerator"]), "m": view.number(row["denominator"]),
             "stage": stage_words.stage(view, row), "edition": view.edition_name(edition)}  # fmt: skip
    if not known(row["home"]):
        return view.t(f"{_PAGE}.rates", **given)
    return view.t(f"{_PAGE}.rates_home", home=view.ratio(row["home_k"], row["home_n"]), **given)
