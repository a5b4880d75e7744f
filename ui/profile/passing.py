"""An agency's pass rates, stage by stage, beside those of its government and of the whole contest."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui import charts, figures, stage_figures, stage_words, stage_years, tables
from ui.cells import known, objects, records
from ui.markup import join
from ui.tables import Column
from ui.view import View

_PAGE = "page.profil"
_KEYS = ["edition_id", "stage_id", "group"]
_SIDES = {"government": "home", "all": "nation"}
_PARTS = {"value": "", "numerator": "_k", "denominator": "_n", "low": "_low", "high": "_high", "sources": "_sources"}
Row = Mapping[str, Any]


def rates(view: View, agency: str) -> None:
    """The rates of one contest, all its editions and each; where there is none, why."""
    every = view.ask("agency_stages", competition=None, edition=None, agency=agency)
    own = every[(every["side"] == "agency") & every["value"].notna()]
    if own.empty:
        figures.statement(view.t(f"{_PAGE}.rates_none"), view.t(f"{_PAGE}.rates_none_why"))
        return
    contest = _contest(view, own)
    shown = _beside(own[own["competition_id"] == contest], every)
    frame = _frame(view, shown, contest)
    drawn = _drawn(view, frame)
    # Beside a dot there is room for one thing: the government's own rate; what the share is of stands in the table.
    beside = [_home(view, words, row) for words, row in zip(drawn["of"], records(drawn), strict=True)]
    national = view.known.competitions[contest]["level"] == "national"
    whole = view.t("chart.nation" if national else "page.tahapan.whole")
    said = _said(view, drawn)
    chart = charts.rates(drawn.assign(of=beside), view.look, title=said, shared_name=whole)
    body = tables.table(frame, _columns(view, whole), said, view.lang)
    note = view.t(f"{_PAGE}.rates_note", place=view.place)
    figures.figure(view, said, chart, shown, (), name="kelulusan", note=note, table=body)


def _contest(view: View, own: pd.DataFrame) -> str:
    """The contest in view where the agency has a rate in it, else that of its newest rate."""
    if view.choice.competition in set(own["competition_id"]):
        return view.choice.competition
    dated = own[own["year"].notna()].sort_values(["year", "competition_id"])
    return str((dated if len(dated) else own)["competition_id"].iloc[-1])


def _beside(own: pd.DataFrame, every: pd.DataFrame) -> pd.DataFrame:
    """The agency's rates, the sum over editions first, then the newest edition; with `home` (government) and `nation`
    (the whole contest) of the same edition, stage and group, where these have a rate."""
    both = own[own["edition_id"].notna() | (own["editions"] > 1)]
    for side, name in _SIDES.items():
        theirs = every[(every["side"] == side) & every["value"].notna()]
        renamed = theirs[["competition_id", *_KEYS, *_PARTS]].rename(columns={k: name + v for k, v in _PARTS.items()})
        both = both.merge(renamed, on=["competition_id", *_KEYS], how="left")
    lists = zip(both["sources"], both["home_sources"], both["nation_sources"], strict=True)
    joined = [list(dict.fromkeys(s for part in parts if isinstance(part, list) for s in part)) for parts in lists]
    both["sources"] = objects(joined, both)
    both = both.drop(columns=["home_sources", "nation_sources"])
    return both.sort_values(["year", "edition_id", "stage_order"], ascending=[False, True, True], na_position="first",
                            ignore_index=True)  # fmt: skip


def _frame(view: View, rows: pd.DataFrame, contest: str) -> pd.DataFrame:
    """The rows with the words of the chart and its table."""
    names = stage_years.stage_names(view, competition=contest, edition=None, years=None)
    frame = stage_figures.rate_frame(view, rows, names)
    listed = records(rows)
    home = [_share(view, row) for row in listed]
    spans = [texts.span(row["home_low"], row["home_high"], view.lang) if known(row["home"]) else texts.MISSING
             for row in listed]  # fmt: skip
    return frame.assign(
        which=[_which(view, row) for row in listed],
        home_ratio=objects([join([words or texts.MISSING]) for words in home], frame),
        home_interval=objects([join([words]) for words in spans], frame),
    )


def _drawn(view: View, frame: pd.DataFrame) -> pd.DataFrame:
    """What the chart shows: all editions together where the agency was in several, else the edition in view or the
    newest one."""
    together = frame[frame["edition_id"].isna()]
    if len(together):
        return together
    chosen = frame[frame["edition_id"] == view.choice.edition]
    return chosen if len(chosen) else frame[frame["edition_id"] == frame["edition_id"].iloc[0]]


def _columns(view: View, whole: str) -> list[Column]:
    label, of, ratio, value, interval = stage_figures.RATE_COLUMNS[:5]
    return [
        label,
        Column("which", heading="column.edition"),
        ratio,
        value,
        interval,
        Column("home_ratio", "number", title=view.place),
        Column("home_interval", "number", title=view.t(f"{_PAGE}.interval_of", place=view.place)),
        Column("nation_ratio", "number", title=whole),
        of,
        Column("detail", heading="column.basis"),
    ]


def _which(view: View, row: Row) -> str:
    if known(row["edition_id"]):
        return view.edition_name(row["edition_id"])
    name = view.short_name(str(row["competition_id"]))
    return view.t(f"{_PAGE}.editions", contest=name, n=view.number(row["editions"]))


def _share(view: View, row: Row) -> str:
    if not known(row["home"]):
        return ""
    return f"{view.ratio(row['home_k'], row['home_n'])} · {view.percent(row['home'])}"


def _home(view: View, words: str, row: Row) -> str:
    """The government's own share, or what the share is of where there is none."""
    share = _share(view, row)
    return view.t(f"{_PAGE}.home", share=share) if share else words


def _said(view: View, drawn: pd.DataFrame) -> str:
    """The first rate that somebody could fail, with the government's where it is known."""
    listed = records(drawn)
    row = next((each for each in listed if each["kind"] != "submitted"), listed[0])
    given = {"n": view.number(row["numerator"]), "m": view.number(row["denominator"]), "which": row["which"],
             "stage": stage_words.stage(view, row)}  # fmt: skip
    if not known(row["home"]):
        return view.t(f"{_PAGE}.rates", **given)
    return view.t(f"{_PAGE}.rates_home", home=view.ratio(row["home_k"], row["home_n"]), **given)
