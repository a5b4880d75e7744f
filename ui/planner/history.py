"""The entries of the years so far, and where the planned year may lie."""

import pandas as pd

from planning import wording
from planning.projection import Projection
from planning.series import YearCount
from ui import figures
from ui.cells import assigned
from ui.charts import base
from ui.charts.fan import Ahead, fan
from ui.planner import words
from ui.tables import Column
from ui.view import View

_BANDS = (0.8, 0.5)
_COLUMNS = (Column("year", "year"), Column("entries"), Column("use", heading="planner.column_use"))


def draw(view: View, given: Projection) -> None:
    """The chart with the interval in words, its table and sources; where nothing at all is known, only the words."""
    rows = frame(view, given)
    said, note = heading(view, given), _rests_on(view, given)
    if not rows["value"].notna().any() and given.target is None:
        figures.statement(said, note)
        return
    chart = fan(_from_first(rows), ahead(view, given), view.look, title=said)
    figures.figure(view, said, chart, rows, _COLUMNS, name="proyeksi", note=note)


def heading(view: View, given: Projection) -> str:
    """The forecast's interval in words; without a forecast, why there is none."""
    if given.forecast is None:
        return view.t("planner.no_forecast", year=given.year)
    low, high = (view.number(end) for end in given.forecast.interval(wording.INTERVAL))
    return view.t("planner.forecast", year=given.year, low=low, high=high)


def frame(view: View, given: Projection) -> pd.DataFrame:
    """One row per edition up to the planned year: year, value, basis, used, later, sources, and the words of the table.

    What became of the planned year itself is shown where known, but no forecast rests on it."""
    counts = [count for count in given.series.counts if count.year <= given.year]
    rows = pd.DataFrame(
        {
            "year": [count.year for count in counts],
            "value": pd.Series([count.value for count in counts], dtype="Float64"),
            "used": [_used(given, count) for count in counts],
            "later": [count.year >= given.year for count in counts],
        }
    )
    entries = [base.label(count.value, view.look, count.basis) for count in counts]
    return assigned(
        rows,
        basis=[count.basis for count in counts],
        entries=entries,
        use=[view.t(f"planner.use_{use(given, count)}") for count in counts],
        sources=[list(count.sources) for count in counts],
    )


def use(given: Projection, count: YearCount) -> str:
    """Whether the forecast rests on a year: used, unknown, later, or not exact."""
    if count.value is None:
        return "unknown"
    if count.year >= given.year:
        return "later"
    return "used" if count.exact else "inexact"


def ahead(view: View, given: Projection) -> Ahead:
    """The planned year as the chart draws it."""
    aimed = words.aim(view, given) if given.target is not None else None
    if given.forecast is None:
        return Ahead(given.year, target=given.target, aim=aimed)
    bands = tuple(given.forecast.interval(share) for share in _BANDS)
    return Ahead(given.year, bands, given.forecast.quantile(0.5), given.target, aimed)


def _used(given: Projection, count: YearCount) -> bool:
    return use(given, count) == "used"


def _from_first(rows: pd.DataFrame) -> pd.DataFrame:
    """From the first year of which anything is known; all where nothing is."""
    first = rows.loc[rows["value"].notna(), "year"].min()
    return rows if pd.isna(first) else rows[rows["year"] >= first]


def _rests_on(view: View, given: Projection) -> str:
    """What the forecast rests on, and how fast it forgets; without one, how to read what is drawn."""
    if given.forecast is None:
        return view.t("planner.no_forecast_note")
    return view.t("planner.rests_on", n=view.number(len(given.known.exact)), share=_share(view, 0.8),
                  half=_share(view, 0.5), discount=view.percent(given.forecast.discount, 0),
                  spread=view.percent(given.forecast.dispersion, 0),
                  kind=view.t(f"counted_as.{given.known.counted_as}").lower())  # fmt: skip


def _share(view: View, share: float) -> str:
    return view.percent(share, 0)
