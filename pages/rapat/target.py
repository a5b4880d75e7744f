"""Are we on course? Targets with their documents, against what was reached."""

import pandas as pd

from ui import figures, goal_course, goal_figures, goal_words, goals, intake, intake_figures, links
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


view = views.current()
found = goal_course.judged(view, goals.on_record(view))
if found.empty:
    figures.head(view, "target", view.t("page.target.said_none", place=view.place))
    figures.empty(view, view.t("empty.no_target", government=view.place), view.t("empty.no_target_do"))
    if view.government:
        links.to(view, "impor", view.t("page.target.record"), part="isi", form="target")
else:
    figures.head(view, "target", finding(view, found), goal_words.detail(view, found))
    shown = [goal_words.tile(view, row) for row in records(found[found["in_view"]])]
    if shown and view.government:
        figures.tiles(view, shown)
    if view.government:
        goal_figures.now(view, found)
        goal_figures.ways_on(view, found)
    goal_figures.curve(view, found)
    years(view, found)
    goal_figures.kinds(view, found)
    goal_figures.register(view, found)
