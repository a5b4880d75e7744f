"""Values over years: a series with its gaps, and target against actual."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui.charts import base
from ui.charts.base import Chart, Look


def target_years(
    rows: pd.DataFrame,
    look: Look,
    *,
    title: str,
    year: str = "year",
    actual: str = "numerator",
    target: str = "denominator",
    basis: str = "basis",
    comparator: str = "comparator",
) -> Chart:
    """The actual of each year as a column, the target as a line across it.

    One row per year; years in between that have no row stay empty. An unknown actual is a dash on the axis, never a
    column of height zero; "at least" is hatched. A target without a number is not drawn.
    """
    frame = rows.sort_values(year)
    years = [int(y) for y in frame[year]]
    actuals, targets = base.numbers(frame[actual]), base.numbers(frame[target])
    known = list(frame[basis]) if basis in frame else [None] * len(frame)
    signs = list(frame[comparator]) if comparator in frame else ["exactly"] * len(frame)
    words = [base.label(v, look, b) for v, b in zip(actuals, known, strict=True)]
    aims = [_aim(v, s, look) for v, s in zip(targets, signs, strict=True)]
    top = max([v for v in [*actuals, *targets] if v is not None], default=1) * 1.3 or 1
    notes = [_unknown(y, look) for y, v in zip(years, actuals, strict=True) if v is None]
    notes += [_aimed(y, v, w, look) for y, v, w in zip(years, targets, aims, strict=True) if v is not None]
    chart = base.figure(
        [_columns(years, actuals, words, known, look), _marks(years, targets, aims, look)],
        look,
        340 if look.large else 300,
        xaxis=_years_axis(years, look),
        yaxis=base.axis(look, shown=False, range=[0, top]),
        bargap=0.45,
        annotations=notes,
    )
    said = ((y, _both(w, a, look)) for y, w, a in zip(years, words, aims, strict=True))
    return Chart(chart, base.alt("chart.alt_series", title, said, look))


def series(
    rows: pd.DataFrame,
    look: Look,
    *,
    title: str,
    year: str = "year",
    value: str = "value",
    name: str | None = None,
    basis: str = "basis",
    share: bool = False,
    gaps: Mapping[int, str] | None = None,
) -> Chart:
    """Lines over years, labelled at their last point; one line per value of the column `name`.

    Every year between the first and the last has its place: a year without a row, or with a missing value, breaks the
    line and is marked with a dash, or with the words that `gaps` has for it. `share`: the values are fractions, written
    as percent.
    """
    frame = rows.sort_values(year)
    years = list(range(int(frame[year].min()), int(frame[year].max()) + 1)) if len(frame) else []
    groups = [(str(key), part) for key, part in frame.groupby(name, sort=False)] if name else [("", frame)]
    data: list[Any] = []
    ends: list[Any] = []
    said: list[tuple[object, str]] = []
    for place, (key, part) in enumerate(groups):
        colour = look.palette.series[place % len(look.palette.series)]
        points = {
            int(y): (base.number(v), b) for y, v, b in zip(part[year], part[value], _basis(part, basis), strict=True)
        }
        values = [points.get(y, (None, None))[0] for y in years]
        words = [_word(points.get(y, (None, None)), look, share) for y in years]
        open_marks = [points.get(y, (None, None))[1] == "at_least" for y in years]
        data.append(_line(years, values, words, open_marks, colour, look))
        ends += _end(key, years, values, colour, look)
        said += [(f"{key} {y}".strip(), w) for y, w in zip(years, words, strict=True)]
    empty = [y for y in years if all(trace["y"][years.index(y)] is None for trace in data)]
    notes = [_gap(y, (gaps or {}).get(y), look) for y in empty]
    chart = base.figure(
        data + ends,
        look,
        360 if look.large else 300,
        xaxis=_years_axis(years, look),
        yaxis=base.axis(look, grid=True, rangemode="tozero", nticks=4, tickformat=",.0%" if share else ",d"),
        margin={"l": 8, "r": 120 if name else 30, "t": 26, "b": 8, "pad": 6},
        annotations=notes,
    )
    return Chart(chart, base.alt("chart.alt_series", title, said, look), wide=len(years) > 6)


def _columns(years: list[int], values: list[float | None], words: list[str], known: list[Any], look: Look) -> Any:
    colours = look.palette
    return {
        "type": "bar",
        "x": years,
        "y": values,
        "text": ["" if v is None else w for v, w in zip(values, words, strict=True)],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "textfont": {"size": look.size + 4, "color": colours.ink},
        "marker": base.bar_marker([colours.main] * len(years), known, look),
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }


def _marks(years: list[int], values: list[float | None], words: list[str], look: Look) -> Any:
    colours = look.palette
    return {
        "type": "scatter",
        "mode": "markers",
        "x": years,
        "y": values,
        "text": words,
        "cliponaxis": False,
        "marker": {"symbol": "line-ew", "size": 72, "line": {"width": 4, "color": colours.accent}},
        "hovertemplate": texts.t("chart.target", look.lang) + " %{x}: %{text}<extra></extra>",
    }


def _aimed(year: int, value: float, words: str, look: Look) -> dict[str, Any]:
    text = f"{texts.t('chart.target', look.lang)} <b>{words}</b>"
    return base.note(text, year, value, look, yanchor="bottom", yshift=4, font={"size": look.size + 1})


def _line(
    years: list[int], values: list[float | None], words: list[str], open_marks: list[bool], colour: str, look: Look
) -> Any:
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": years,
        "y": values,
        "text": ["" if v is None else w for v, w in zip(values, words, strict=True)],
        "textposition": _sides(values),
        "cliponaxis": False,
        "textfont": {"size": look.size - 1, "color": look.palette.ink},
        "connectgaps": False,
        "line": {"color": colour, "width": 3},
        "marker": {
            "size": 9,
            "color": [look.palette.ground if is_open else colour for is_open in open_marks],
            "line": {"color": colour, "width": 2.5},
        },
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }


def _years_axis(years: list[int], look: Look) -> base.Axis:
    span = [min(years) - 0.6, max(years) + 0.6] if years else [0, 1]
    ticks = list(range(min(years), max(years) + 1)) if years else []
    names = [str(y) for y in ticks]
    return base.axis(look, tickvals=ticks, ticktext=names, range=span, autotickangles=[0, 60, 90])


def _end(key: str, years: list[int], values: list[float | None], colour: str, look: Look) -> list[dict[str, Any]]:
    last = next((i for i in reversed(range(len(values))) if values[i] is not None), None)
    if last is None or not key:
        return []
    name = f"\u00a0\u00a0\u00a0<b>{base.plain(key)}</b>"
    return [base.words([years[last]], [values[last]], [name], look, colour=colour)]


def _unknown(year: int, look: Look) -> dict[str, Any]:
    text = texts.t("chart.unknown_mark", look.lang)
    font = {"color": look.palette.muted, "size": look.size + 6}
    return base.note(text, year, 0, look, yanchor="bottom", font=font, hovertext=texts.t("chart.unknown", look.lang))


def _gap(year: int, words: str | None, look: Look) -> dict[str, Any]:
    if words is None:
        return _unknown(year, look)
    place = {"yref": "paper", "yanchor": "bottom", "textangle": -90}
    return base.note(base.plain(words), year, 0.02, look, font={"color": look.palette.muted}, **place)


def _sides(values: list[float | None]) -> list[str]:
    """Above a point that stands above its neighbours' mean, else below it: labels keep off the line."""
    sides = []
    for i, value in enumerate(values):
        beside = [
            v for v in (values[i - 1] if i else None, values[i + 1] if i + 1 < len(values) else None) if v is not None
        ]
        low = value is not None and bool(beside) and value < sum(beside) / len(beside)
        sides.append("bottom center" if low else "top center")
    return sides


def _basis(part: pd.DataFrame, column: str) -> list[Any]:
    return list(part[column]) if column in part else [None] * len(part)


def _word(point: tuple[float | None, Any], look: Look, share: bool) -> str:
    value, basis = point
    return texts.percent(value, look.lang) if share and value is not None else base.label(value, look, basis)


def _aim(value: float | None, sign: Any, look: Look) -> str:
    if value is None:
        return texts.t("chart.unknown_mark", look.lang)
    text = texts.number(value, look.lang)
    return {"at_least": f"≥ {text}", "at_most": f"≤ {text}"}.get(str(sign), text)


def _both(actual: str, aim: str, look: Look) -> str:
    words = texts.t("chart.actual", look.lang).lower(), texts.t("chart.target", look.lang).lower()
    return f"{words[0]} {actual}, {words[1]} {aim}"
