"""Horizontal bars: one row per agency, kind or category."""

from typing import Any

import pandas as pd

import texts
from ui.cells import numbers
from ui.charts import base
from ui.charts.base import Chart, Look

# The longest name that stands beside its bar.
_BESIDE = 24


def bars(
    rows: pd.DataFrame,
    look: Look,
    *,
    label: str,
    value: str,
    title: str,
    basis: str | None = "basis",
    strong: str | None = None,
) -> Chart:
    """One bar per row, in the frame's order from the top.

    `label` and `value` name the columns; `basis` the column that says how a value is known (None: all are exact).
    `strong` names a boolean column for the rows to stress: the others are drawn quiet. Short names stand beside their
    bars; where one is long, all stand above them, so that none is cut and the bars keep their room on a phone.
    """
    values = numbers(rows[value])
    known = list(rows[basis]) if basis and basis in rows else [None] * len(rows)
    words = [base.label(v, look, b) for v, b in zip(values, known, strict=True)]
    names = [str(name) for name in rows[label]]
    stressed = [bool(flag) for flag in rows[strong]] if strong else [True] * len(rows)
    places = list(range(len(rows)))
    traces = [
        _trace(values, words, places, stressed, known, look) | {"hovertext": [base.plain(name) for name in names]},
        _dashes([place for place, v in zip(places, values, strict=True) if v is None], look),
    ]
    axis = base.axis(look, shown=False, range=[0, _room(values)])
    if max(map(len, names), default=0) > _BESIDE:
        titles = base.row_titles(names, [""] * len(names), [True] * len(names), look, cut=True)
        side = base.axis(look, shown=False, range=[len(rows) - 0.5, -0.8])
        height = 16 + base.ROW_WITH_TITLE * look.row * len(rows) // 10
        chart = base.figure([*traces, titles], look, height, xaxis=axis, yaxis=side, bargap=0.62)
    else:
        side = base.axis(look, tickvals=places, ticktext=list(map(base.plain, names)), range=[len(rows) - 0.4, -0.6])
        height = max(90, 24 + look.row * len(rows))
        chart = base.figure(traces, look, height, xaxis=axis, yaxis=side, bargap=0.32)
    return Chart(chart, base.alt("chart.alt_bars", title, zip(names, words, strict=True), look))


def _trace(
    values: list[float | None], words: list[str], places: list[int], stressed: list[bool], known: list[Any], look: Look
) -> dict[str, Any]:
    colours = look.palette
    return {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": places,
        "text": ["" if v is None else w for v, w in zip(values, words, strict=True)],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": look.size, "color": colours.ink},
        "hovertemplate": "%{hovertext}: %{text}<extra></extra>",
        "marker": base.bar_marker([colours.main if flag else colours.quiet for flag in stressed], known, look),
    }


def _dashes(places: list[int], look: Look) -> dict[str, Any]:
    text = f"{texts.t('chart.unknown_mark', look.lang)} {texts.t('chart.unknown', look.lang)}"
    return base.words([0] * len(places), places, [text] * len(places), look, colour=look.palette.muted)


def _room(values: list[float | None]) -> float:
    return max([v for v in values if v is not None], default=1) * 1.18 or 1
