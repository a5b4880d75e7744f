"""The funnel: one bar per step from the same zero, what was lost drawn where it was lost."""

from typing import Any

import pandas as pd

import texts
from ui.cells import numbers
from ui.charts import base
from ui.charts.base import Chart, Look


def funnel(rows: pd.DataFrame, look: Look, *, title: str) -> Chart:
    """Steps from the top, in the frame's order.

    `rows`: label, value (None: not known), basis, loss (True: a step that counts entries lost, such as those registered
    and never handed in), beside (text set after the value, such as "1.917/2.454 · 78,1 %"; None: nothing). A loss is
    drawn at the end of the bar above it, in the colour of alarm, so that it is seen as the missing part.
    """
    values = numbers(rows["value"])
    losses = [bool(flag) for flag in rows["loss"]]
    starts = _starts(values, losses)
    words = [_words(row, value, look) for row, value in zip(rows.to_dict("records"), values, strict=True)]
    places = list(range(len(rows)))
    top = max([v for v in values if v is not None], default=1) or 1
    shares = [start / top for start in starts]
    titles = base.row_titles(list(rows["label"]), words, [v is not None for v in values], look, shares, stacked=True)
    titles["x"] = [x * top for x in titles["x"]]
    chart = base.figure(
        [_trace(values, starts, losses, places, list(rows["label"]), words, list(rows["basis"]), look), titles],
        look,
        16 + base.TWO_LINES * look.row * len(rows) // 10,
        xaxis=base.axis(look, shown=False, range=[0, top]),
        yaxis=base.axis(look, shown=False, range=[len(rows) - 0.45, -0.85]),
        bargap=0.7,
    )
    return Chart(chart, base.alt("chart.alt_bars", title, zip(rows["label"], words, strict=True), look))


def _starts(values: list[float | None], losses: list[bool]) -> list[float]:
    """Where each bar starts: at zero, or for a loss so that it ends where the bar above it ends."""
    starts, above = [], 0.0
    for value, loss in zip(values, losses, strict=True):
        starts.append(max(above - value, 0.0) if loss and value is not None else 0.0)
        if not loss:
            above = value if value is not None else above
    return starts


def _trace(
    values: list[float | None],
    starts: list[float],
    losses: list[bool],
    places: list[int],
    names: list[object],
    words: list[str],
    known: list[Any],
    look: Look,
) -> dict[str, Any]:
    colours = look.palette
    return {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "base": starts,
        "y": places,
        "customdata": [[base.plain(name), text] for name, text in zip(names, words, strict=True)],
        "hovertemplate": "%{customdata[0]}: %{customdata[1]}<extra></extra>",
        "marker": base.bar_marker([colours.alarm if loss else colours.main for loss in losses], known, look),
    }


def _words(row: dict[Any, Any], value: float | None, look: Look) -> str:
    text = base.label(value, look, row["basis"])
    if value is None:
        text = f"{text} {texts.t('chart.unknown', look.lang)}"
    beside = row.get("beside")
    return f"{text} · {base.plain(beside)}" if isinstance(beside, str) and beside else text
