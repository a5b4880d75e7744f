"""Who handed in how many?"""

import pandas as pd

from ui import composed, entry_list, figures, hand_in, intake, intake_figures, intake_words, links
from ui import view as views
from ui.tables import Column
from ui.view import View


def detail(view: View, entries: pd.DataFrame) -> str:
    """How many entries are on record one by one, and of how many it is known that they were handed in."""
    if entries.empty:
        return view.t("page.usulan.listed_none")
    handed = int(entries["handed_in"].fillna(False).astype(bool).sum())
    return view.t("page.usulan.listed", n=view.number(len(entries)), handed=view.number(handed))


def make_up(view: View) -> None:
    """Entries by category, type, form, group and kind of agency, where the sources state them."""
    parts = composed.dimensions(view)
    for place, (dimension, rows) in zip(links.abreast(view, len(parts)), parts.items(), strict=True):
        said = composed.finding(view, dimension, rows)
        chart = intake_figures.bars(view, rows, "said", said)
        total, note = composed.total(view, rows), composed.note(view, rows)
        with place:
            figures.figure(
                view, said, chart, rows, composed.COLUMNS, name=f"susunan-{dimension}", total=total, note=note
            )
    unsaid = composed.unsaid(view)
    if unsaid:
        figures.statement(view.t("page.usulan.unsaid_title"), unsaid)


def breakdowns(view: View) -> None:
    """What the organiser published by level of government and by province."""
    rows = {kind: intake.breakdown(view, kind) for kind in ("level", "province")}
    if rows["level"].empty:
        why = view.t("page.usulan.by_level_none", edition=view.edition_name(view.choice.edition))
        figures.statement(view.t("page.usulan.by_level_title"), why)
    count = Column("passed", "number", "column.entries", total=True)
    for kind, found in rows.items():
        if found.empty:
            continue
        stage = entry_list.stage_name({"name": found.iloc[0]["stage_name"]})
        said = intake_words.breakdown_finding(view, found, kind, stage)
        chart = intake_figures.bars(view, found, "part", said, "passed")
        columns = (Column("part", heading="page.usulan.column_part"), count)
        figures.figure(view, said, chart, found, columns, name=f"usulan-{kind}")


def listed(view: View, rows: pd.DataFrame) -> None:
    """The entries of the edition one by one."""
    edition = view.edition_name(view.choice.edition)
    if rows.empty:
        why = view.t("page.usulan.list_none", place=view.place, edition=edition)
        figures.statement(view.t("page.usulan.list_title"), why)
        return
    said = view.t("page.usulan.list", n=view.number(len(rows)), edition=edition)
    who = ("agency",) if view.government else ("government", "agency")
    columns = ("no", "innovation", *who, "type", "category", "flagship", "stage", "state", "source")
    figures.figure(view, said, None, rows, (), name="daftar-usulan", table=entry_list.table(view, rows, said, columns))


view = views.current()
entries, counts = entry_list.of_edition(view), intake.per_year(view)
figures.head(view, "usulan", intake_words.finding(view, intake.of_edition(view, counts)), detail(view, entries))
if view.government is None:
    intake_figures.contest_years(view, counts)
    hand_in.curve(view)
    breakdowns(view)
else:
    intake_figures.years(view, counts)
    if not view.choice.agency:
        intake_figures.run_of_editions(view)
        hand_in.curve(view)
        intake_figures.agencies(view, counts)
    intake_figures.prepared(view)
    if not view.choice.agency:
        intake_figures.agencies_over_years(view)
        make_up(view)
listed(view, entries)
