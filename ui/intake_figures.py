"""Figures of how many entries there were: per year, per agency, in preparation, and the agencies over the years."""

import pandas as pd

from ui import charts, entry_list, figures, goals, intake, intake_words, links
from ui.cells import records
from ui.tables import Column
from ui.view import View

_ENTRIES = Column("entries")
_KIND = Column("counted", heading="column.counted_as")
_YEAR = Column("year", "year")
_AGENCY = Column("agency")
_FEW = 30


def years(view: View, counts: pd.DataFrame, targets: pd.DataFrame | None = None) -> None:
    """Entries per year of what is looked at (`counts` is `intake.per_year`), with each year's target where given."""
    rows = intake.counted(view, intake_words.labelled(view, counts))
    rows = rows.assign(denominator=None) if targets is None else goals.beside_counts(view, targets, rows)
    if not rows["numerator"].notna().any() and not rows["denominator"].notna().any():
        figures.statement(view.t("page.usulan.years_title"), view.t("page.usulan.per_year_none"))
        return
    said = intake_words.years_finding(view, counts)
    chart = charts.target_years(rows, view.look, title=said, word="said_as")
    aimed = rows["denominator"].notna().any()
    columns = (_YEAR, _ENTRIES, _KIND, *([Column("aim", heading="column.target")] if aimed else []))
    note = view.t("page.usulan.targets_note" if aimed else "page.usulan.per_year_note")
    figures.figure(view, said, chart, rows if aimed else rows.drop(columns="denominator"), columns, name="usulan-tahun",
                   note=note)  # fmt: skip


def run_of_editions(view: View) -> None:
    """In how many editions in a row the government is known to have taken part, from the second on."""
    for row in records(view.ask("taking_part", agency=None)):
        if row["streak"] < 2:
            continue
        number = view.number(row["streak"])
        value = view.t("comparator.or_more", n=number) if row["streak_at_least"] else number
        beside = view.t("page.usulan.run_beside", edition=view.edition_name(row["edition_id"]))
        figures.tiles(view, [figures.Tile(view.t("page.usulan.run"), value, row, beside, marked=False)])


def contest_years(view: View, counts: pd.DataFrame) -> None:
    """Entries of a whole contest per year, registered and handed in; years without an edition are gaps."""
    rows = intake.registered_and_submitted(view)
    if rows.empty:
        years(view, counts)
        return
    said = intake_words.contest_finding(view, rows)
    chart = charts.series(rows, view.look, title=said, name="line", gaps=intake.gaps(view, rows))
    columns = (_YEAR, Column("line", heading="column.counted_as"), Column("value", "number", "column.entries"))
    note = view.t("page.usulan.whole_years_note")
    figures.figure(view, said, chart, rows, columns, name="usulan-tahun", note=note)


def agencies(view: View, counts: pd.DataFrame) -> None:
    """Entries per agency in the edition in view; the total row is the government's own count, where all is exact."""
    rows = intake.per_agency(view)
    if rows.empty:
        why = view.t("page.usulan.per_agency_none", edition=view.edition_name(view.choice.edition))
        figures.statement(view.t("page.usulan.per_agency_title"), why)
        links.to(view, "kepatuhan", view.t("page.ringkasan.to_board"))
        return
    said = intake_words.agency_finding(view, rows)
    chart = bars(view, rows.head(_FEW), "agency", said)
    exact = set(rows["basis"]) == {"rows"} and not view.choice.kinds
    total = {"entries": intake_words.short_count(view, intake.of_edition(view, counts))} if exact else None
    cut = {"n": view.number(_FEW), "m": view.number(len(rows))}
    note = view.t("page.usulan.first_of", **cut) if chart and len(rows) > _FEW else None
    shown = intake_words.labelled(view, intake.counted(view, rows))
    figures.figure(view, said, chart, shown, (_AGENCY, _ENTRIES, _KIND), name="usulan-perangkat-daerah", total=total,
                   note=note)  # fmt: skip


def prepared(view: View) -> None:
    """Entries still being prepared, per agency, where the government's own stages are on record."""
    rows = intake_words.labelled(view, intake.prepared(view))
    if rows.empty:
        return
    stage = entry_list.stage_name({"name": rows.iloc[0]["stage_name"]})
    said = view.t("page.usulan.prepared", edition=view.edition_name(view.choice.edition), stage=stage)
    figures.figure(view, said, bars(view, rows, "agency", said), rows, (_AGENCY, _ENTRIES), name="disiapkan")


def agencies_over_years(view: View) -> None:
    """Entries per agency and year as a heat map, where more than one year is known."""
    rows = intake_words.labelled(view, intake.over_years(view))
    if rows["year"].nunique() < 2:
        return
    title, note = view.t("page.usulan.over_years"), view.t("page.usulan.over_years_note")
    chart = charts.heat(rows, view.look, title=title, row="agency", value="numerator")
    figures.figure(view, title, chart, rows, (_AGENCY, _YEAR, _ENTRIES), name="usulan-peta", note=note)


def bars(view: View, rows: pd.DataFrame, label: str, title: str, value: str = "numerator") -> charts.Chart | None:
    """Bars where there is something to compare; a table says a single or an equal number better."""
    if rows[value].nunique() < 2:
        return None
    return charts.bars(rows, view.look, label=label, value=value, title=title)
