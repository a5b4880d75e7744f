"""Who does best, and what was won?"""

from ui import figures, league_figures, prize_figures, ranked_entries, stage_plan
from ui import view as views
from ui.view import View


def one_edition(view: View) -> None:
    """The entries of the edition in view and its league; where there are none, why."""
    rows = ranked_entries.entries(view)
    finding, detail = ranked_entries.finding(view, rows)
    figures.head(view, "peringkat", finding, detail)
    league = league_figures.rows(view)
    if len(league):
        league_figures.edition(view, league)
    if len(rows):
        ranked_entries.table(view, rows)
    elif view.listing("government_results", competition=None).empty:
        edition = view.edition_name(view.choice.edition)
        figures.empty(view, view.t("empty.no_rows", government=view.place, edition=edition), view.t("empty.no_rows_do"))


def over_years(view: View) -> None:
    """The league over the editions of the contest, and all that was won."""
    every = league_figures.rows(view, edition=None)
    if len(every):
        league_figures.over_years(view, every)
    prize_figures.by_year(view)
    if view.choice.government:
        prize_figures.awards(view)
    stage_plan.promised_prizes(view)
    prize_figures.government_results(view)


view = views.current()
if view.edition is None:
    figures.head(view, "peringkat", view.t("empty.title"))
    figures.empty(view, view.t("empty.no_edition", government=view.place), view.t("empty.no_edition_do"))
    prize_figures.government_results(view)
else:
    one_edition(view)
    over_years(view)
