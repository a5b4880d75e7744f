"""Are we on course? Targets with their documents, against what was reached."""

import pandas as pd

from ui import figures, goal_words, goals, intake, intake_figures
from ui import view as views
from ui.cells import records
from ui.view import View


def finding(view: View, rows: pd.DataFrame) -> str:
    """The sentence for the edition in view; where it has no numbered target of entries, what it has instead."""
    aimed = goals.of_intake(view, rows)
    if aimed is not None:
        return goal_words.finding(view, aimed)
    here = records(rows[rows["in_view"]])
    edition, number = view.edition_name(view.choice.edition), view.number(len(rows))
    if view.government is None:
        return view.t("page.target.said_whole", n=number, competition=view.short_name(view.choice.competition))
    if here:
        words = "; ".join(goal_words.said(view, row) for row in here)
        return view.t("page.target.said_hopes", n=view.number(len(here)), place=view.place, edition=edition, list=words)
    return view.t("page.target.said_other", place=view.place, edition=edition, n=number)


def years(view: View, rows: pd.DataFrame) -> None:
    """Target against actual per year in the chosen contest."""
    counts = intake.per_year(view)
    if goals.beside_counts(view, rows, counts)["denominator"].notna().any():
        intake_figures.years(view, counts, rows)
    elif view.government is not None:
        contest = view.short_name(view.choice.competition)
        figures.statement(view.t("page.target.years_title"), view.t("page.target.years_none", competition=contest))


def every(view: View, rows: pd.DataFrame) -> None:
    """All targets on record, each in words with its document."""
    contest = view.short_name(view.choice.competition)
    said = (
        view.t("page.target.all", place=view.place)
        if view.government
        else view.t("page.target.all_whole", competition=contest)
    )
    note = f"{goal_words.tally(view, rows)} {view.t('page.target.how_to_add')}"
    figures.figure(view, said, None, rows, (), name="target", table=goal_words.table(view, rows, said), note=note)


view = views.current()
found = goals.on_record(view)
if found.empty:
    figures.head(view, "target", view.t("page.target.said_none", place=view.place))
    figures.empty(view, view.t("empty.no_target", government=view.place), view.t("empty.no_target_do"))
else:
    figures.head(view, "target", finding(view, found), goal_words.others(view, found))
    shown = [goal_words.tile(view, row) for row in records(found[found["in_view"]])]
    if shown and view.government:
        figures.tiles(view, shown)
    years(view, found)
    every(view, found)
