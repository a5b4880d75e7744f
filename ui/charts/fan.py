"""Counts over the years and, fanning out from the last one known, where the next may lie."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

import texts
from ui.cells import known, number
from ui.charts import base
from ui.charts.base import Chart, Look

_HALF = 0.28
_DENSE = 16  # years that still fit the width of a phone: the fan at the right end must not need scrolling
_LETTERS = 26  # of figures along the line that do; with more, every other year has its figure


@dataclass(frozen=True)
class Ahead:
    """The planned year: bands of equal chance from the widest to the narrowest as (low, high), the middle, and the
    target with its words. All None or empty where nothing can be said."""

    year: int
    bands: tuple[tuple[float, float], ...] = ()
    middle: float | None = None
    target: float | None = None
    aim: str | None = None


def fan(rows: pd.DataFrame, ahead: Ahead, look: Look, *, title: str) -> Chart:
    """History as a line with its points, the planned year as shaded bands with their ends in figures.

    `rows`: year, value (missing where unknown), basis, used (the forecast rests on it) and later (it belongs to the
    planned year or a later one: shown faint, since it was not known then). A year without a value is a dash on the
    axis; a value that is not used is an open point off the line.
    """
    frame = rows.sort_values("year")
    used = [(int(row["year"]), float(row["value"])) for row in frame.to_dict("records") if row["used"]]
    rest = [row for row in frame.to_dict("records") if known(row["value"]) and not row["used"]]
    years = [*(int(year) for year in frame["year"]), ahead.year]
    top = _top(frame, ahead)
    chart = base.figure(
        [*_bands(used, ahead, look), _line(used, look), _loose(rest, look), *_middle(ahead, look)],
        look,
        400 if look.large else 330,
        xaxis=_axis(years, look),
        yaxis=base.axis(look, grid=True, range=[0, top], nticks=5, tickformat=",d"),
        margin={"l": 8, "r": 34, "t": 24, "b": 8, "pad": 6},
        annotations=[*_dashes(frame, look), *_ends(ahead, look), *_aim(ahead, look)],
        shapes=_target(ahead, look),
    )
    return Chart(chart, _alt(frame, ahead, look, title), wide=max(years) - min(years) > _DENSE)


def _top(frame: pd.DataFrame, ahead: Ahead) -> float:
    """The upper end of the scale, with room for the words above the highest mark."""
    marks = [number(value) for value in frame["value"]] + [high for _, high in ahead.bands] + [ahead.target]
    return max((mark for mark in marks if mark is not None), default=1) * 1.2 or 1


def _bands(used: list[tuple[int, float]], ahead: Ahead, look: Look) -> list[dict[str, Any]]:
    """The shaded bands, from the last known point to the planned year; a block of their own where none is known."""
    if not ahead.bands:
        return []
    year, start = used[-1] if used else (ahead.year - _HALF, None)
    return [_band(year, start, ahead.year, low, high, look) for low, high in ahead.bands]


def _band(year: float, start: float | None, end: int, low: float, high: float, look: Look) -> dict[str, Any]:
    first = (low, high) if start is None else (start, start)
    right = end + _HALF
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [year, end, right, right, end, year],
        "y": [first[1], high, high, low, low, first[0]],
        "fill": "toself",
        "fillcolor": _faint(look.palette.main, 0.2),
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _line(used: list[tuple[int, float]], look: Look) -> dict[str, Any]:
    """The years the forecast rests on, with their figures, every other one where they stand close; a year in between
    that is not among them breaks the line."""
    counts = dict(used)
    years = list(range(min(counts), max(counts) + 1)) if counts else []
    words = [texts.number(counts.get(year), look.lang) for year in years]
    step = 2 if len(years) * max(map(len, words), default=0) > _LETTERS else 1
    named = {year for year in counts if (years[-1] - year) % step == 0}
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": years,
        "y": [counts.get(year) for year in years],
        "text": [word if year in named else " " for year, word in zip(years, words, strict=True)],
        "customdata": words,
        "textposition": "top center",
        "textfont": {"size": look.size - 1, "color": look.palette.ink},
        "cliponaxis": False,
        "connectgaps": False,
        "line": {"color": look.palette.main, "width": 3},
        "marker": {"size": 9, "color": look.palette.main},
        "hovertemplate": "%{x}: %{customdata}<extra></extra>",
    }


def _loose(rest: list[dict[Any, Any]], look: Look) -> dict[str, Any]:
    """Values the forecast does not rest on: open points, faint where they came later."""
    colours = [look.palette.quiet if row["later"] else look.palette.main for row in rest]
    words = [base.label(number(row["value"]), look, row["basis"]) for row in rest]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [int(row["year"]) for row in rest],
        "y": [float(row["value"]) for row in rest],
        "text": words,
        "textposition": "top center",
        "textfont": {"size": look.size - 1, "color": look.palette.muted},
        "cliponaxis": False,
        "marker": {"size": 10, "color": look.palette.ground, "line": {"color": colours, "width": 2.5}},
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }


def _middle(ahead: Ahead, look: Look) -> list[dict[str, Any]]:
    if ahead.middle is None:
        return []
    ends = [ahead.year - _HALF / 2, ahead.year + _HALF]
    return [{"type": "scatter", "mode": "lines", "x": ends, "y": [ahead.middle] * 2, "cliponaxis": False,
             "line": {"color": look.palette.main, "width": 4}, "hoverinfo": "skip"}]  # fmt: skip


def _ends(ahead: Ahead, look: Look) -> list[dict[str, Any]]:
    """The figures of the widest band and of the middle, at the right edge."""
    if not ahead.bands or ahead.middle is None:
        return []
    low, high = ahead.bands[0]
    place = {"xanchor": "left", "xshift": 5}
    said = [base.note(texts.number(end, look.lang), ahead.year + _HALF, end, look, **place) for end in (low, high)]
    bold = f"<b>{texts.number(ahead.middle, look.lang)}</b>"
    apart = min(high - ahead.middle, ahead.middle - low) > 0.05 * high
    return said + ([base.note(bold, ahead.year + _HALF, ahead.middle, look, **place)] if apart else [])


def _target(ahead: Ahead, look: Look) -> list[dict[str, Any]]:
    if ahead.target is None:
        return []
    line = {"width": 4, "color": look.palette.accent}
    ends = {"x0": ahead.year - _HALF - 0.1, "x1": ahead.year + _HALF + 0.1}
    return [{"type": "line", **ends, "y0": ahead.target, "y1": ahead.target, "line": line}]


def _aim(ahead: Ahead, look: Look) -> list[dict[str, Any]]:
    if ahead.target is None:
        return []
    mark = f'<span style="color:{look.palette.accent}">▬</span>'
    text = f"{mark} {texts.t('chart.target', look.lang)} <b>{base.plain(ahead.aim)}</b>"
    above = {"yref": "paper", "yanchor": "bottom", "xanchor": "right", "xshift": 30}
    return [base.note(text, ahead.year + _HALF, 1, look, **above)]


def _dashes(frame: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    font = {"color": look.palette.muted, "size": look.size + 6}
    mark = texts.t("chart.unknown_mark", look.lang)
    unknown = [int(row["year"]) for row in frame.to_dict("records") if not known(row["value"])]
    said = texts.t("chart.unknown", look.lang)
    return [base.note(mark, year, 0, look, yanchor="bottom", font=font, hovertext=said) for year in unknown]


def _axis(years: list[int], look: Look) -> base.Axis:
    ticks = list(range(min(years), max(years) + 1))
    names = [str(year) for year in ticks]
    span = [min(years) - 0.5, max(years) + 0.5]
    return base.axis(look, tickvals=ticks, ticktext=names, range=span, autotickangles=[0, 60, 90])


def _alt(frame: pd.DataFrame, ahead: Ahead, look: Look, title: str) -> str:
    rows = frame.to_dict("records")
    said: list[tuple[object, str]] = [(r["year"], base.label(number(r["value"]), look, r["basis"])) for r in rows]
    if ahead.bands:
        low, high = (texts.number(end, look.lang) for end in ahead.bands[0])
        said.append((ahead.year, f"{low}–{high}"))
    if ahead.target is not None:
        said.append((texts.t("chart.target", look.lang), str(ahead.aim)))
    return base.alt("chart.alt_series", title, said, look, most=20)


def _faint(colour: str, share: float) -> str:
    """#rrggbb as rgba with the given opacity."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
