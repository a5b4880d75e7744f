"""Shares over years of which only a part is known: what is certain, and how far it could reach."""

from typing import Any

import pandas as pd

import texts
from ui.cells import numbers
from ui.charts import base
from ui.charts.base import Chart, Look


def ranges(rows: pd.DataFrame, look: Look, *, title: str, goal: str) -> Chart:
    """One column per year on a scale of 0 to 100 %.

    `rows`: year, value, low, high (fractions) and the words `label` and `share`. The full part of a column is certain,
    the hatched part is possible: it ends where `high` does. `goal` names the line at 100 %.
    """
    frame = rows.sort_values("year")
    years = [int(year) for year in frame["year"]]
    exact, lows, highs = (numbers(frame[name]) for name in ("value", "low", "high"))
    sure = [low if value is None else value for value, low in zip(exact, lows, strict=True)]
    open_part = [max((high or 0) - (known or 0), 0) for high, known in zip(highs, sure, strict=True)]
    tops = [(known or 0) + part for known, part in zip(sure, open_part, strict=True)]
    said = [f"{label} · {share}" for label, share in zip(frame["label"], frame["share"], strict=True)]
    chart = base.figure(
        [
            _column(years, sure, said, {"color": look.palette.main}),
            _column(years, open_part, said, base.hatched(look)),
            base.words(years, [_above(top) for top in tops], list(frame["label"]), look, side="top center", smaller=1),
        ],
        look,
        350 if look.large else 300,
        barmode="stack",
        bargap=0.4,
        xaxis=base.axis(look, tickvals=years, ticktext=[str(y) for y in years], autotickangles=[0, 60, 90],
                        range=[min(years, default=0) - 0.6, max(years, default=0) + 0.6]),
        yaxis=base.axis(look, grid=True, range=[0, 1.3], tickvals=[0, 0.5, 1],
                        ticktext=[texts.percent(tick, look.lang, 0) for tick in (0, 0.5, 1)]),
        shapes=[{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 1, "y1": 1,
                 "line": {"color": look.palette.accent, "width": 3}}],
        annotations=[_goal(goal, look)],
    )  # fmt: skip
    return Chart(chart, base.alt("chart.alt_series", title, zip(years, said, strict=True), look), wide=len(years) > 6)


def _goal(words: str, look: Look) -> dict[str, Any]:
    """The name of the line at 100 %, with a stroke in its colour."""
    stroke = f'<span style="color:{look.palette.accent}"><b>━</b></span> {base.plain(words)}'
    place = {"xref": "paper", "xanchor": "left", "yanchor": "top", "font": {"size": look.size - 1}}
    return base.note(stroke, 0, 1.3, look, **place)


def _above(top: float) -> float:
    """Where the words over a column start: clear of its end and of the line at 100 %."""
    return 1.02 if top > 0.86 else top + 0.01


def _column(years: list[int], values: list[Any], said: list[str], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": years,
        "y": values,
        "customdata": said,
        "hovertemplate": "%{x}: %{customdata}<extra></extra>",
        "marker": marker,
    }
