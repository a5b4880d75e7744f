"""Data quality: what is not known, which figures disagree, what the build held back and what it asks."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ui import disputes, figures, issues, knowledge, own, pager, record
from ui import view as views
from ui.charts.shares import shares
from ui.figures import Tile
from ui.tables import Column, table
from ui.view import View

PAGE = "page.mutu"
MAPS = ("government", "nation")


def main(view: View) -> None:
    """The page for the scope in view."""
    found = knowledge.shares(view, view.choice.government or None)
    asked = issues.questions(view)
    held = issues.quarantined(view)
    rival = disputes.rivals(view)
    disputed = disputes.rival_rows(view, rival)
    figures.head(view, "mutu", knowledge.finding(view, found))
    counts = {"questions": len(asked), "rivals": len(disputed), "held": len(held)}
    tiles = [Tile(view.t(f"{PAGE}.tile_{name}"), view.number(n), beside=view.t(f"{PAGE}.tile_{name}_of"))
             for name, n in counts.items()]  # fmt: skip
    figures.tiles(view, [knowledge.tile(view, found), *tiles])
    what_is_known(view)
    rivals(view, rival, disputed)
    differences(view)
    listed(view, "questions", "pertanyaan", asked, *issues.question_table(view, asked))
    listed(view, "held", "ditahan", held.drop(columns="raw"), held, issues.quarantine_columns())
    if len(held):
        issues.workbook(view)
    old = issues.superseded(view)
    listed(view, "replaced", "digantikan", old.drop(columns="raw"), old, issues.superseded_columns())
    build(view)


@st.fragment
def what_is_known(view: View) -> None:
    """The map of editions by stage, and the shares by basis of the contest in view."""
    here, nation = view.choice.government, view.t("scope.all_governments")
    whose = here
    if here:
        mine = own.one("map", MAPS, "government")
        st.segmented_control(view.t(f"{PAGE}.whose"), MAPS,
                             format_func=lambda m: view.place if m == "government" else nation,
                             **own.tied("pi-map", "map", mine, "government"))  # fmt: skip
        whose = here if mine == "government" else ""
    place = view.place if whose else nation
    cells, parts = knowledge.cells(view, whose or None), knowledge.shares(view, whose or None)
    if not len(cells):
        figures.empty(view, view.t(f"{PAGE}.no_cells", place=place), view.t(f"{PAGE}.no_cells_do"))
        return
    editions = view.number(cells["edition_id"].nunique())
    said = view.t(f"{PAGE}.map", place=place, n=view.number((cells["basis"] == "unknown").sum()),
                  all=view.number(len(cells)), editions=editions)  # fmt: skip
    figures.block(knowledge.legend(view))
    figures.figure(view, said, None, cells, (), name="peta", note=view.t(f"{PAGE}.map_note"),
                   table=knowledge.edition_map(view, cells, parts, said))  # fmt: skip
    contest = knowledge.by_year(parts[parts["competition_id"] == view.choice.competition])
    if not len(contest):
        return
    name = view.short_name(view.choice.competition)
    title = view.t(f"{PAGE}.shares", competition=name, place=place)
    chart = shares(contest, view.look, title=title, parts=knowledge.COLOURS, names=knowledge.words(view))
    figures.figure(
        view, title, chart, contest, knowledge.share_columns(), name="bagian", note=view.t(f"{PAGE}.shares_note")
    )


def rivals(view: View, found: pd.DataFrame, rows: pd.DataFrame) -> None:
    """Totals of which two sources say different things."""
    if not len(rows):
        nothing(view, "rivals_none")
        return
    said = view.t(f"{PAGE}.rivals", n=view.number(len(rows)))
    shown = table(rows, disputes.rival_columns(), said, view.lang)
    figures.figure(view, said, None, found, (), name="bersaing", note=view.t(f"{PAGE}.rivals_note"), table=shown)


def differences(view: View) -> None:
    """Totals that differ from the rows below them."""
    found = disputes.differences(view)
    if not len(found):
        nothing(view, "differences_none")
        return
    said = view.t(f"{PAGE}.differences", n=view.number(len(found)))
    figures.figure(view, said, None, found, disputes.difference_columns(), name="selisih")


@st.fragment
def listed(view: View, key: str, name: str, found: pd.DataFrame, rows: pd.DataFrame, columns: Sequence[Column]) -> None:
    """A long list in pages (`rows`; `found` is its file), or that there is nothing to list."""
    if not len(found):
        nothing(view, f"{key}_none")
        return
    said = view.t(f"{PAGE}.{key}", n=view.number(len(found)), place=view.place)
    note = view.t(f"{PAGE}.{key}_note")
    pager.figure(view, said, rows, columns, name=name, key=f"{key}-page", file=found, note=note)


def build(view: View) -> None:
    """What the build read, loaded, held back and skipped, table by table."""
    said, note = view.t(f"{PAGE}.build", version=view.warehouse.version), view.t(f"{PAGE}.build_note")
    rows, columns = record.counts(view), record.count_columns()
    figures.figure(view, said, None, rows, columns, name="baris", note=note, cited=False)


def nothing(view: View, key: str) -> None:
    """That there is nothing to list, and what that means."""
    figures.heading(view.t(f"{PAGE}.{key}"), view.t(f"{PAGE}.{key}_why"))


main(views.current())
