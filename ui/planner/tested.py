"""The hindcast beside the forecast: what would have been said in each past year, and what happened."""

import pandas as pd

from planning import wording
from planning.hindcast import Tested
from planning.projection import Projection
from ui import figures
from ui.cells import assigned
from ui.markup import Html, tag
from ui.tables import Column, table
from ui.view import View

_COLUMNS = (
    Column("year", "year"),
    Column("said", heading="planner.column_said"),
    Column("happened", heading="planner.column_happened"),
    Column("error", heading="planner.column_error"),
)


def draw(view: View, given: Projection) -> None:
    """The table with its verdict in words; where no year can be tested, why not."""
    said = wording.verdict(given.hindcast, view.lang)
    if not given.hindcast.years:
        figures.statement(view.t("planner.hindcast_title"), said)
        return
    heading, rows = view.t("planner.hindcast"), frame(view, given)
    shown = table(pd.concat([rows, _means(view, given)]), _COLUMNS, heading, view.lang)
    figures.figure(view, heading, None, rows, _COLUMNS, name="uji-mundur", note=said, table=shown)


def frame(view: View, given: Projection) -> pd.DataFrame:
    """One row per tested year: low, middle, high, actual, inside, the scores, and the words of the table."""
    years = given.hindcast.years
    sources = {count.year: list(count.sources) for count in given.series.counts}
    names = ("year", "low", "middle", "high", "actual", "inside", "score", "naive_last", "naive_mean")
    rows = pd.DataFrame({name: [getattr(year, name) for year in years] for name in names})
    return assigned(
        rows,
        said=[_said(view, year) for year in years],
        happened=[_happened(view, year) for year in years],
        error=[_error(view, year.score, year.naive_last, year.naive_mean) for year in years],
        sources=[sources.get(year.year, []) for year in years],
    )


def _said(view: View, year: Tested) -> Html:
    low, high = view.number(year.low), view.number(year.high)
    middle = view.t("planner.middle", n=view.number(year.middle))
    return tag("div", tag("b", f"{low}–{high}"), tag("div", middle, class_="pi-small"))


def _happened(view: View, year: Tested) -> Html:
    """What happened, and whether the interval held it, as a word and never by colour alone."""
    word = view.t("plan.inside" if year.inside else "plan.outside")
    return tag("div", tag("b", view.number(year.actual)), tag("div", word, class_="pi-small"))


def _error(view: View, score: float | None, last: float | None, mean: float | None) -> Html:
    """The error of the forecast, and below it that of the two naive rules."""
    naive = view.t("planner.naive_errors", last=view.number(last, 1), mean=view.number(mean, 1))
    return tag("div", tag("b", view.number(score, 1)), tag("div", naive, class_="pi-small"))


def _means(view: View, given: Projection) -> pd.DataFrame:
    """The last row: how often the interval held, and the mean of each error."""
    found = given.hindcast
    held = view.t("planner.held", n=view.number(found.covered[0]), m=view.number(found.covered[1]))
    row = {"year": tag("span", view.t("planner.mean")), "said": "", "happened": tag("b", held),
           "error": _error(view, found.score, found.naive_last, found.naive_mean)}  # fmt: skip
    return pd.DataFrame([row], dtype=object)
