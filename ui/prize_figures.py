"""What was won: awards and prizes by year, and the ranks that governments themselves were given."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui import charts, figures, scope, tables
from ui.cells import records, source_lists, where
from ui.tables import Column
from ui.view import View

MOST = 100
_BARS = 12


def by_year(view: View) -> None:
    """Awards on record per year and contest: a government's in all contests, or those of the contest in view."""
    government = view.choice.government
    rows = view.ask("prizes", competition=None if government else view.choice.competition, edition=None)
    rows = rows if government else rows[rows["government_id"].isna()]
    if rows.empty:
        return
    rows = rows.sort_values(["year", "edition_id"], ignore_index=True)
    frame = rows[::-1].assign(
        edition=[view.edition_name(edition) for edition in rows["edition_id"][::-1]],
        label=[_label(view, row) for row in records(rows[::-1])],
    )
    columns = (
        Column("edition"),
        Column("numerator", "number", heading="page.peringkat.awards", total=True),
        Column("prize_idr", "rupiah", heading="page.peringkat.stated", total=True),
        Column("unstated", "number", heading="page.peringkat.unstated", total=True),
    )
    title = _won(view, rows)
    drawn = frame.head(_BARS)
    chart = charts.bars(drawn, view.look, label="label", value="numerator", title=title) if len(frame) > 1 else None
    body = tables.table(frame, columns, title, view.lang)
    cut = {"n": view.number(_BARS), "m": view.number(len(frame))}
    notes = [
        view.t("page.peringkat.awards_note"),
        *([view.t("page.peringkat.awards_latest", **cut)] if len(frame) > _BARS else []),
    ]
    figures.figure(view, title, chart, rows, columns, name="penghargaan", note=" ".join(notes), table=body)


def awards(view: View) -> None:
    """The awards of a government one by one, latest first."""
    rows = view.ask("awards", competition=None, edition=None)
    if rows.empty:
        figures.statement(view.t("page.peringkat.awards"), view.t("empty.no_awards", government=view.place))
        return
    entries = view.listing("entries", competition=None, edition=None).set_index("submission_id")
    told = entries.loc[rows["submission_id"]]
    frame = rows.assign(
        year=told["year"].to_numpy(),
        edition=[view.edition_name(edition) for edition in rows["edition_id"]],
        innovation=told["innovation"].to_numpy(),
        agency=[view.agency(agency) for agency in told["agency_id"]],
    ).sort_values(["year", "edition", "award", "innovation"], ascending=[False, True, True, True])
    columns = (
        Column("innovation"), Column("agency"), Column("edition"), Column("award"), Column("prize_idr", "rupiah"),
    )  # fmt: skip
    title = view.t("page.peringkat.each_award", government=view.place, n=view.number(len(frame)))
    body = tables.table(frame.head(MOST), columns, title, view.lang)
    figures.figure(view, title, None, frame, columns, name="daftar-penghargaan", table=body)


def government_results(view: View) -> None:
    """Ranks given to governments themselves (the innovation index): a table of its own, never among the entries."""
    government = view.choice.government
    rows = view.listing("government_results", competition=None, edition=None if government else view.choice.edition)
    rows = where(rows, [scope.within(view.choice, int(year)) for year in rows["year"]])
    if rows.empty:
        return
    rows = rows.sort_values(["year", "edition_id", "category", "rank"], ascending=[False, True, True, True])
    frame = rows.assign(
        sources=source_lists(rows),
        edition=[view.edition_name(edition) for edition in rows["edition_id"]],
        government=[view.known.name(str(each)) or str(each) for each in rows["government_id"]],
    )
    who = () if government else (Column("government"),)
    columns = (*who, Column("edition"), Column("category"), Column("rank", "number"), Column("score", "decimal"))
    title, note = view.t("page.peringkat.results", place=view.place), view.t("page.peringkat.results_note")
    body = tables.table(frame, columns, title, view.lang)
    figures.figure(view, title, None, frame, columns, name="hasil-pemerintah", note=note, table=body)


def _label(view: View, row: Mapping[str, Any]) -> str:
    year = str(row["year"])
    return f"{year} · {view.short_name(str(row['competition_id']))}" if view.choice.government else year


def _won(view: View, rows: pd.DataFrame) -> str:
    last = records(rows)[-1]
    given = {"n": view.number(last["numerator"]), "edition": view.edition_name(last["edition_id"])}
    return view.t("page.peringkat.won", **given)
