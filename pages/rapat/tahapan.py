"""Where do entries fall out? One edition's stages, or a contest's and a government's over the years."""

from ui import figures, ladder, stage_figures, stage_plan, stage_rows, stage_words, stage_years
from ui import switch as choices
from ui import view as views
from ui.view import View


def switch(view: View) -> None:
    """One edition or all years."""
    words = view.t("page.tahapan.one_edition", year=str(view.year)), view.t("page.tahapan.all_years")
    choices.edition_or_years(view, words)


def one_edition(view: View) -> None:
    """The edition in view: its funnel, rates, groups and breakdowns, and the calendar of its stages."""
    own = stage_rows.edition_path(view)
    whole = stage_rows.whole_contest(view)
    silent = view.ask("silent_loss")
    silent = silent[silent["scope_kind"] == stage_rows.own_kind(view)]
    figures.head(view, "tahapan", *stage_words.finding(view, own, silent, whole))
    switch(view)
    names = stage_years.stage_names(view, edition=view.choice.edition)
    stage_figures.funnel(view, own, silent)
    stage_figures.rates(view, own, whole, names)
    stage_figures.groups(view, stage_rows.groups(view), names)
    if not view.choice.government:
        for kind in ("level", "province"):
            stage_figures.breakdown(view, stage_rows.parts(view, kind), own, kind)
    stage_plan.calendar(view)
    stage_plan.promised_prizes(view)


def over_years(view: View) -> None:
    """The whole contest over its editions with the years it was not held."""
    rows = stage_years.paths(view)
    figures.head(view, "tahapan", *stage_years.finding(view, rows))
    switch(view)
    if rows["count"].notna().any():
        stage_years.counts(view, rows)
        stage_years.rates(view, rows)
    else:
        figures.empty(view, view.t("page.tahapan.found_none_do"), view.t("empty.no_rows_do"))


def climb(view: View) -> None:
    """A government over the years: its innovations from contest to contest, and its pass rates."""
    rows = ladder.entries(view)
    figures.head(view, "tahapan", *ladder.finding(view, rows))
    switch(view)
    if rows.empty:
        figures.empty(view, view.t("page.tahapan.no_ladder"), view.t("empty.no_rows_do"))
    else:
        ladder.ladder(view, rows)
    ladder.rates(view)


view = views.current()
if view.edition is None:
    figures.head(view, "tahapan", view.t("empty.title"))
    figures.empty(view, view.t("empty.no_edition", government=view.place), view.t("empty.no_edition_do"))
elif not choices.over_years(view):
    one_edition(view)
elif view.choice.government:
    climb(view)
else:
    over_years(view)
