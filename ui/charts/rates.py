"""Pass rates: a dot with its interval, k of n beside it, the nation's rate as a line on the same row."""

from textwrap import wrap
from typing import Any

import pandas as pd

import texts
from ui.charts import base
from ui.charts.base import Chart, Look

_TICKS = [0, 0.25, 0.5, 0.75, 1]


def rates(rows: pd.DataFrame, look: Look, *, title: str, nation: str | None = "nation") -> Chart:
    """One row per stage, from the top, on a scale of 0 to 100 %.

    `rows`: label, value, low, high (fractions), numerator, denominator, why (the reason in words where value is
    missing). The column `nation`, if there, holds the nation's rate for the same stage: a line on the row.
    """
    values = base.numbers(rows["value"])
    places = list(range(len(rows)))
    shared = base.numbers(rows[nation] if nation and nation in rows else [None] * len(rows))
    said = [_words(row, value, look) for row, value in zip(rows.to_dict("records"), values, strict=True)]
    known = [value is not None for value in values]
    titles = [text + _nation(v, look) for text, v in zip(said, shared, strict=True)]
    why = [(p, str(row.get("why") or "")) for p, row in enumerate(rows.to_dict("records")) if not known[p]]
    chart = base.figure(
        [
            _dots(rows, values, places, said, look),
            _lines(shared, places, look),
            base.row_titles(list(rows["label"]), titles, known, look),
            base.words([0] * len(why), [p - 0.2 for p, _ in why], [_wrapped(w) for _, w in why], look,
                       side="bottom right", colour=look.palette.muted, smaller=1),
        ],
        look,
        44 + base.ROW_WITH_TITLE * look.row * len(rows) // 10,
        xaxis=base.axis(look, grid=True, range=[-0.01, 1.03], tickvals=_TICKS, side="bottom",
                        ticktext=[texts.percent(tick, look.lang, 0) for tick in _TICKS]),
        yaxis=base.axis(look, shown=False, range=[len(rows) - 0.45, -0.8]),
    )  # fmt: skip
    reasons = dict(why)
    alts = [(n, f"{s} {reasons.get(p, '')}".strip()) for p, (n, s) in enumerate(zip(rows["label"], said, strict=True))]
    return Chart(chart, base.alt("chart.alt_bars", title, alts, look))


def _dots(rows: pd.DataFrame, values: list[float | None], places: list[int], words: list[str], look: Look) -> Any:
    lows, highs = base.numbers(rows["low"]), base.numbers(rows["high"])
    return {
        "type": "scatter",
        "mode": "markers",
        "x": values,
        "y": places,
        "text": words,
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 13, "color": look.palette.main},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [_gap(h, v) for h, v in zip(highs, values, strict=True)],
            "arrayminus": [_gap(v, low) for v, low in zip(values, lows, strict=True)],
            "color": look.palette.main,
            "thickness": 3,
            "width": 0,
        },
    }


def _lines(values: list[float | None], places: list[int], look: Look) -> Any:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": values,
        "y": places,
        "text": [texts.percent(v, look.lang) for v in values],
        "hovertemplate": texts.t("chart.nation", look.lang) + ": %{text}<extra></extra>",
        "marker": {"symbol": "line-ns", "size": 17, "line": {"width": 4, "color": look.palette.accent}},
    }


def _nation(value: float | None, look: Look) -> str:
    """The nation's rate after the row's own, with a stroke in the colour of its line: a label instead of a legend."""
    if value is None:
        return ""
    text = f"{texts.t('chart.nation', look.lang).lower()} {texts.percent(value, look.lang)}"
    stroke = f'<span style="color:{look.palette.accent}">|</span>'
    return f'</b>   <b>{stroke}</b> <span style="color:{look.palette.muted}">{text}</span><b>'


def _words(row: dict[Any, Any], value: float | None, look: Look) -> str:
    if value is None:
        return texts.MISSING
    share = texts.percent(value, look.lang)
    return f"{texts.ratio(base.number(row['numerator']), base.number(row['denominator']), look.lang)} · {share}"


def _wrapped(text: str) -> str:
    return "<br>".join(base.plain(line) for line in wrap(text, 52))


def _gap(upper: float | None, lower: float | None) -> float | None:
    return None if upper is None or lower is None else upper - lower
