"""Wholes and their parts: one bar per row, each as long as the others, with the parts named above it."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

import texts
from ui.cells import number, numbers
from ui.charts import base
from ui.charts.base import Chart, Look


def shares(
    rows: pd.DataFrame, look: Look, *, title: str, parts: Mapping[str, str | None], names: Mapping[str, str]
) -> Chart:
    """One bar per label, in the frame's order from the top.

    `rows`: label, part, value (a fraction of the whole) and numerator (its count), one row per label and part. `parts`
    gives the order of the parts, each with the name of its colour in the palette, None for what is not known
    (hatched); `names` gives their words.
    """
    labels = list(dict.fromkeys(rows["label"]))
    places = {label: place for place, label in enumerate(labels)}
    said = [_words(rows[rows["label"] == label], parts, names, look) for label in labels]
    traces = [_trace(rows[rows["part"] == part], places, colour, look) for part, colour in parts.items()]
    chart = base.figure(
        [*traces, base.row_titles(labels, said, [True] * len(labels), look)],
        look,
        30 + base.ROW_WITH_TITLE * look.row * len(labels) // 10,
        barmode="stack",
        bargap=0.62,
        xaxis=base.axis(look, shown=False, range=[0, 1.01]),
        yaxis=base.axis(look, shown=False, range=[len(labels) - 0.5, -0.8]),
    )
    return Chart(chart, base.alt("chart.alt_bars", title, zip(labels, said, strict=True), look))


def _trace(rows: pd.DataFrame, places: Mapping[str, int], colour: str | None, look: Look) -> dict[str, Any]:
    palette = look.palette
    plain = {"color": getattr(palette, colour or "quiet"), "line": {"color": palette.ground, "width": 1}}
    return {
        "type": "bar",
        "orientation": "h",
        "x": numbers(rows["value"]),
        "y": [places[label] for label in rows["label"]],
        "marker": base.hatched(look) if colour is None else plain,
        "hovertemplate": "%{customdata}<extra></extra>",
        "customdata": [texts.number(number(n), look.lang) for n in rows["numerator"]],
    }


def _words(rows: pd.DataFrame, parts: Iterable[str], names: Mapping[str, str], look: Look) -> str:
    """The parts there are, such as "2 from rows · 5 no data"."""
    counts = dict(zip(rows["part"], rows["numerator"], strict=True))
    known = [(part, number(counts[part])) for part in parts if part in counts]
    return " · ".join(f"{texts.number(count, look.lang)} {base.plain(names[part])}" for part, count in known)
