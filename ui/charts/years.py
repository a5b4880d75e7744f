"""Values over years: a series with its gaps, and target against actual."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui.cells import number, numbers
from ui.charts import base
from ui.charts.base import Chart, Look

_MANY = 9  # from here on labels are shortened
_FEW = 4

# Streamlit's Plotly loses labels of other points where one is an empty text.
_BLANK = " "


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
    word: str | None = None,
) -> Chart:
    """The actual of each year as a column, the target as a line across it.

    One row per year; years in between that have no row stay empty. An unknown actual is a dash on the axis, never a
    column of height zero; "at least" is hatched. A target without a number is not drawn. `word` names a column of
    short words set below an actual's number (such as "registered"), "" for none.
    """
    frame = rows.sort_values(year)
    years = [int(y) for y in frame[year]]
    actuals, targets = numbers(frame[actual]), numbers(frame[target])
    known = list(frame[basis]) if basis in frame else [None] * len(frame)
    signs = list(frame[comparator]) if comparator in frame else ["exactly"] * len(frame)
    below = list(frame[word]) if word else [""] * len(frame)
    counts = [base.label(v, look, b) for v, b in zip(actuals, known, strict=True)]
    words = [_under(count, w) for count, w in zip(counts, below, strict=True)]
    aims = [aimed(v, s, look) for v, s in zip(targets, signs, strict=True)]
    top = max([v for v in [*actuals, *targets] if v is not None], default=1) * 1.3 or 1
    notes = [_unknown(y, look) for y, v in zip(years, actuals, strict=True) if v is None]
    dense = len(years) > _MANY
    notes += [
        _aimed(y, t, w, look, dense, below=a is not None and a > t)
        for y, t, w, a in zip(years, targets, aims, actuals, strict=True)
        if t is not None
    ]
    chart = base.figure(
        [
            _columns(years, actuals, words, known, look) | {"textposition": _text_places(actuals, targets, top)},
            _marks(years, targets, aims, look),
        ],
        look,
        340 if look.large else 300,
        xaxis=_years_axis(years, look) | _room_for_few(years),
        yaxis=base.axis(look, shown=False, range=[0, top]),
        bargap=0.45,
        annotations=notes,
        shapes=[_line_across(y, t, look) for y, t in zip(years, targets, strict=True) if t is not None],
    )
    plain = [f"{w} {b}".strip() for w, b in zip(counts, below, strict=True)]
    said = ((y, _both(w, a, look)) for y, w, a in zip(years, plain, aims, strict=True))
    return Chart(chart, base.alt("chart.alt_series", title, said, look), wide=len(years) > _MANY)


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
        points = {int(y): (number(v), b) for y, v, b in zip(part[year], part[value], _basis(part, basis), strict=True)}
        values = [points.get(y, (None, None))[0] for y in years]
        words = [_word(points.get(y, (None, None)), look, share) for y in years]
        open_marks = [points.get(y, (None, None))[1] == "at_least" for y in years]
        data.append(_line(years, values, words, open_marks, colour, look))
        ends += _end(key, data[-1], colour, look)
        said += [(f"{key} {y}".strip(), w) for y, w in zip(years, words, strict=True)]
    _spread(data)
    _apart(ends, max((v for trace in data for v in trace["y"] if v is not None), default=0) * 0.08)
    empty = [y for y in years if all(trace["y"][years.index(y)] is None for trace in data)]
    notes = [_gap(y, (gaps or {}).get(y), look) for y in empty]
    chart = base.figure(
        data + ends,
        look,
        360 if look.large else 300,
        xaxis=_years_axis(years, look),
        yaxis=base.axis(look, grid=True, rangemode="tozero", nticks=4, tickformat=",.0%" if share else ",d"),
        margin={"l": 8, "r": _margin(ends, look) if name else 30, "t": 26, "b": 8, "pad": 6},
        annotations=notes,
    )
    if share:
        chart["layout"]["yaxis"] |= _share_ticks(look)
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
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": look.size + (4 if len(years) <= _MANY else 1), "color": colours.ink},
        "insidetextanchor": "start",
        "insidetextfont": {"color": [colours.ink if b == "at_least" else colours.ground for b in known]},
        "marker": base.bar_marker([colours.main] * len(years), known, look),
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }


def _under(number: str, word: object) -> str:
    return f'{number}<br><span style="font-size:11px">{base.plain(word)}</span>' if word else number


def _marks(years: list[int], values: list[float | None], words: list[str], look: Look) -> Any:
    """Points to hover over; the lines themselves are shapes, whose width follows the columns'."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": years,
        "y": values,
        "text": words,
        "cliponaxis": False,
        "marker": {"size": 12, "opacity": 0},
        "hovertemplate": texts.t("chart.target", look.lang) + " %{x}: %{text}<extra></extra>",
    }


def _line_across(year: int, value: float, look: Look) -> dict[str, Any]:
    line = {"width": 4, "color": look.palette.accent}
    return {"type": "line", "x0": year - 0.36, "x1": year + 0.36, "y0": value, "y1": value, "line": line}


def _aimed(year: int, value: float, words: str, look: Look, dense: bool, below: bool) -> dict[str, Any]:
    """The target's figure on its line; where years stand close, without the word, which the page's note says.

    Where the column is taller than the target, below the line and on a ground of its own, so that it stays legible.
    """
    text = f"<b>{words}</b>" if dense else f"{texts.t('chart.target', look.lang)} <b>{words}</b>"
    font = {"size": look.size - 1 if dense else look.size + 1}
    side = {"yanchor": "top", "yshift": -4, "bgcolor": look.palette.ground, "borderpad": 1} if below else {}
    return base.note(text, year, value, look, **({"yanchor": "bottom", "yshift": 3} | side), font=font)


def _text_places(actuals: list[float | None], targets: list[float | None], top: float) -> list[str]:
    """An actual's number stands on its column, or inside it where the target's line would run through it."""
    near = [
        a is not None and t is not None and -0.07 * top < t - a < 0.2 * top
        for a, t in zip(actuals, targets, strict=True)
    ]
    return ["inside" if close else "outside" for close in near]


def _room_for_few(years: list[int]) -> dict[str, Any]:
    """A range that keeps columns slim where there are few years."""
    if not years or max(years) - min(years) >= _FEW:
        return {}
    middle, half = (min(years) + max(years)) / 2, _FEW / 2 + 0.4
    return {"range": [middle - half, middle + half]}


def _line(
    years: list[int], values: list[float | None], words: list[str], open_marks: list[bool], colour: str, look: Look
) -> Any:
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": years,
        "y": values,
        "text": [_BLANK if v is None else w for v, w in zip(values, words, strict=True)],
        "customdata": words,
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
        "hovertemplate": "%{x}: %{customdata}<extra></extra>",
    }


def _years_axis(years: list[int], look: Look) -> base.Axis:
    span = [min(years) - 0.6, max(years) + 0.6] if years else [0, 1]
    ticks = list(range(min(years), max(years) + 1)) if years else []
    names = [str(y) for y in ticks]
    return base.axis(look, tickvals=ticks, ticktext=names, range=span, autotickangles=[0, 60, 90])


def _end(key: str, line: dict[str, Any], colour: str, look: Look) -> list[dict[str, Any]]:
    """The line's name beside its last point, with that point's value, which then needs no label of its own."""
    last = next((i for i in reversed(range(len(line["y"]))) if line["y"][i] is not None), None)
    if last is None or not key:
        return []
    name = f"\u00a0\u00a0\u00a0<b>{base.plain(key)}</b> {line['text'][last]}"
    line["text"][last] = _BLANK
    return [base.words([line["x"][last]], [line["y"][last]], [name], look, colour=colour)]


def _spread(lines: list[dict[str, Any]]) -> None:
    """Where several lines have a point in one year: the label of the highest above it, that of the lowest below it, any
    other on the side with more room."""
    for place in range(len(lines[0]["y"]) if lines else 0):
        here = sorted((line["y"][place], i) for i, line in enumerate(lines) if line["y"][place] is not None)
        for at, (value, i) in enumerate(here if len(here) > 1 else []):
            above = here[at + 1][0] - value if at + 1 < len(here) else float("inf")
            below = value - here[at - 1][0] if at else float("inf")
            lines[i]["textposition"][place] = "top center" if above > below or at + 1 == len(here) else "bottom center"


def _apart(ends: list[dict[str, Any]], gap: float) -> None:
    """Names at the ends of lines moved up until none covers another."""
    below: dict[int, float] = {}
    for end in sorted(ends, key=lambda each: float(each["y"][0])):
        year = end["x"][0]
        end["y"] = [max(end["y"][0], below[year] + gap) if year in below else end["y"][0]]
        below[year] = end["y"][0]


def _margin(ends: list[dict[str, Any]], look: Look) -> int:
    """Room for the longest name at the right."""
    longest = max((len(end["text"][0].replace("<b>", "").replace("</b>", "")) for end in ends), default=0)
    return max(60, min(260, longest * look.size * 6 // 10))


def _share_ticks(look: Look) -> base.Axis:
    ticks = [0, 0.25, 0.5, 0.75, 1]
    return {"tickvals": ticks, "ticktext": [texts.percent(tick, look.lang, 0) for tick in ticks], "range": [0, 1.1]}


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


def aimed(value: float | None, sign: Any, look: Look) -> str:
    """A target as written at its line: ≥ 15, ≤ 15 or 15; a dash where it has no number."""
    if value is None:
        return texts.t("chart.unknown_mark", look.lang)
    text = texts.number(value, look.lang)
    return {"at_least": f"≥ {text}", "at_most": f"≤ {text}"}.get(str(sign), text)


def _both(actual: str, aim: str, look: Look) -> str:
    words = texts.t("chart.actual", look.lang).lower(), texts.t("chart.target", look.lang).lower()
    return f"{words[0]} {actual}, {words[1]} {aim}"
