"""Pass rates: a dot with its interval, k of n beside it, the nation's rate as a line on the same row."""

from textwrap import wrap
from typing import Any

import pandas as pd

import texts
from ui.cells import number, numbers
from ui.charts import base
from ui.charts.base import Chart, Look

_TICKS = [0, 0.25, 0.5, 0.75, 1]


def rates(
    rows: pd.DataFrame, look: Look, *, title: str, nation: str | None = "nation", shared_name: str | None = None
) -> Chart:
    """One row per stage, from the top, on a scale of 0 to 100 %.

    `rows`: label, value, low, high (fractions), numerator, denominator, why (the reason in words where value is
    missing). The column `nation`, if there, holds the nation's rate for the same stage: a line on the row, named
    `shared_name` where it is not the nation's. The column `of`, if there, says what the denominator is: a line below
    the row's title, which then holds the nation's rate too, with the words of the column `nation_ratio` if there.
    A missing value without a reason in `why` says that there is no data.
    """
    values = numbers(rows["value"])
    places = list(range(len(rows)))
    shared = numbers(rows[nation] if nation and nation in rows else [None] * len(rows))
    whose = shared_name or texts.t("chart.nation", look.lang)
    said = [_words(row, value, look) for row, value in zip(rows.to_dict("records"), values, strict=True)]
    known = [value is not None for value in values]
    below = [str(words or "") for words in rows["of"]] if "of" in rows else None
    titles = (
        said if below is not None else [t + _nation(v, whose, look, True) for t, v in zip(said, shared, strict=True)]
    )
    why = [(p, str(row["why"])) for p, row in enumerate(rows.to_dict("records")) if not known[p] and row.get("why")]
    tall = base.ROW_WITH_TITLE + (0 if below is None else 7) + (7 if below is not None and why else 0)
    ratios = list(rows["nation_ratio"]) if "nation_ratio" in rows else [""] * len(rows)
    second = [_nation(v, whose, look, ratio=str(r)) for v, r in zip(shared, ratios, strict=True)]
    chart = base.figure(
        [
            _dots(rows, values, places, said, look),
            _lines(shared, places, whose, look),
            _titles(list(rows["label"]), titles, known, below, second, look),
            base.words([0] * len(why), [p - 0.2 for p, _ in why], [_wrapped(w) for _, w in why], look,
                       side="bottom right", colour=look.palette.muted, smaller=1),
        ],
        look,
        44 + tall * look.row * len(rows) // 10,
        xaxis=base.axis(look, grid=True, range=[-0.01, 1.03], tickvals=_TICKS, side="bottom",
                        ticktext=[texts.percent(tick, look.lang, 0) for tick in _TICKS]),
        yaxis=base.axis(look, shown=False, range=[len(rows) - 0.45, -0.8]),
    )  # fmt: skip
    reasons = dict(why)
    alts = [(n, f"{s} {reasons.get(p, '')}".strip()) for p, (n, s) in enumerate(zip(rows["label"], said, strict=True))]
    return Chart(chart, base.alt("chart.alt_bars", title, alts, look))


def _titles(
    names: list[object], said: list[str], known: list[bool], below: list[str] | None, shared: list[str], look: Look
) -> dict[str, Any]:
    """The rows' titles; with `below` the value stands under the name, with the nation's rate and the denominator."""
    titles = base.row_titles(names, said, known, look, stacked=below is not None)
    if below is None:
        return titles
    lines = zip(titles["text"], below, shared, strict=True)
    return titles | {"text": [_rest(text, words, theirs, look) for text, words, theirs in lines]}


def _rest(title: str, words: str, shared: str, look: Look) -> str:
    room = max(16, base.ACROSS - base.seen(title.split("<br>")[-1]) - base.seen(shared))
    muted = f'<span style="color:{look.palette.muted}">{base.short(words, room)}</span>' if words else ""
    return "   ".join(part for part in (title, shared, muted) if part)


def _dots(rows: pd.DataFrame, values: list[float | None], places: list[int], words: list[str], look: Look) -> Any:
    lows, highs = numbers(rows["low"]), numbers(rows["high"])
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


def _lines(values: list[float | None], places: list[int], whose: str, look: Look) -> Any:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": values,
        "y": places,
        "text": [texts.percent(v, look.lang) for v in values],
        "hovertemplate": base.plain(whose) + ": %{text}<extra></extra>",
        "marker": {"symbol": "line-ns", "size": 17, "line": {"width": 4, "color": look.palette.accent}},
    }


def _nation(value: float | None, whose: str, look: Look, inside: bool = False, ratio: str = "") -> str:
    """The nation's rate with a stroke in the colour of its line: a label instead of a legend. `inside` a bold title."""
    if value is None:
        return ""
    text = f"{base.plain(whose.lower())} {base.plain(ratio)}{' · ' if ratio else ''}{texts.percent(value, look.lang)}"
    stroke = f'<b><span style="color:{look.palette.accent}">|</span></b>'
    muted = f'<span style="color:{look.palette.muted}">{text}</span>'
    return f"</b>   {stroke} {muted}<b>" if inside else f"{stroke} {muted}"


def _words(row: dict[Any, Any], value: float | None, look: Look) -> str:
    if value is None:
        return texts.MISSING if row.get("why") else f"{texts.MISSING} {texts.t('chart.unknown', look.lang)}"
    share = texts.percent(value, look.lang)
    return f"{texts.ratio(number(row['numerator']), number(row['denominator']), look.lang)} · {share}"


def _wrapped(text: str) -> str:
    return "<br>".join(base.plain(line) for line in wrap(text, 52))


def _gap(upper: float | None, lower: float | None) -> float | None:
    return None if upper is None or lower is None else upper - lower
