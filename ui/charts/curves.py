"""Counts that grow towards a last day: one edition against earlier ones, each by the days it had left."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

import texts
from ui.cells import numbers
from ui.charts import base
from ui.charts.base import Chart, Look

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")  # earlier lines, the nearest first
_STEPS = (1, 2, 7, 14, 28, 56, 91, 182)  # days between marks of the axis: weeks, but for a short time
_MOST_TICKS = 5
_APART = 0.085  # of the height, between the names at the right


def curves(
    rows: pd.DataFrame, look: Look, *, title: str, strong: str | None, name: str = "name",
    days: str = "days_before_closing", value: str = "numerator", basis: str = "basis",
) -> Chart:  # fmt: skip
    """A line per `name` over the days left; the closing day stands at the right end.

    `rows`: the points of each line, in the order in which the lines are to be named (the strong one and then the
    nearest first). Counted rows climb in steps; published counts are points joined by a straight dotted line, since
    between them nothing is known; "at least" has open marks. `strong` is thick; the others are thin, each with a dash
    of its own and its name at its end.
    """
    parts = [(str(key), part.sort_values(days, ascending=False)) for key, part in rows.groupby(name, sort=False)]
    others = [key for key, _ in parts if key != strong]
    lines = [_line(key, part[days], part[value], part[basis], key == strong,
                   others.index(key) if key in others else 0, look) for key, part in parts]  # fmt: skip
    furthest = max((line["x"][0] for line in lines), default=1) or 1
    top = 1.12 * (max((max(line["y"]) for line in lines), default=1) or 1)
    ends = _ends(lines, strong, top, look)
    height = 430 if look.large else 340
    chart = base.figure(
        [*lines, *ends],
        look,
        height,
        xaxis=_days_axis(furthest, look),
        yaxis=base.axis(look, grid=True, range=[0, top], nticks=4, tickformat=",d"),
        margin={"l": 8, "r": _margin(ends, look), "t": 26, "b": 8, "pad": 6},
        **_today(lines, strong, look),
    )
    said = [(line["name"], base.label(line["y"][-1], look, line["meta"])) for line in lines]
    return Chart(chart, base.alt("chart.curve.alt", title, said, look))


def _line(
    key: str, days: Iterable[Any], values: Iterable[Any], basis: Iterable[Any], strong: bool, place: int, look: Look
) -> dict[str, Any]:
    """One line; its name and basis are kept in `name` and `meta`."""
    known = next(iter(basis), None)
    told, colour = known == "reported", look.palette.main if strong else look.palette.quiet
    ys = [0 if y is None else y for y in numbers(values)]
    unit = texts.t("chart.curve.before", look.lang)
    return {
        "type": "scatter",
        "mode": "lines+markers" if told or known == "at_least" else "lines",
        "x": [int(day) for day in days],
        "y": ys,
        "name": base.plain(key),
        "meta": known,
        "customdata": [base.label(y, look, known) for y in ys],
        "line": {
            "color": colour,
            "width": 4 if strong else 2,
            "shape": "linear" if told else "hv",
            "dash": "dot" if told else "solid" if strong else _DASHES[place % len(_DASHES)],
        },
        "marker": {
            "size": 9 if strong else 7,
            "color": look.palette.ground if known == "at_least" else colour,
            "line": {"color": colour, "width": 2},
        },
        "cliponaxis": False,
        "hovertemplate": "%{fullData.name} · %{x} " + unit + ": %{customdata}<extra></extra>",
    }


def _ends(lines: list[dict[str, Any]], strong: str | None, top: float, look: Look) -> list[dict[str, Any]]:
    """Each line's name and last count: at the right edge, one above the other where they would meet; above its last
    point for a line that ends before closing."""
    closed = sorted((line for line in lines if line["x"][-1] <= 0), key=lambda line: (line["y"][-1], line["name"]))
    places = _spread([float(line["y"][-1]) for line in closed], top * _APART, top)
    made = [_end(line, place, "middle right", strong, look) for line, place in zip(closed, places, strict=True)]
    still = [line for line in lines if line["x"][-1] > 0]
    return made + [_end(line, line["y"][-1] + top * 0.02, "top left", strong, look) for line in still]


def _end(line: dict[str, Any], y: float, side: str, strong: str | None, look: Look) -> dict[str, Any]:
    is_strong = strong is not None and line["name"] == base.plain(strong)
    text = f"{line['name']}: {base.label(line['y'][-1], look, line['meta'])}"
    text = f"<b>{text}</b>" if is_strong else text
    colour = look.palette.ink if is_strong else look.palette.muted
    gap = "\u00a0\u00a0"
    said = gap + text if side == "middle right" else text + gap
    return base.words([line["x"][-1]], [y], [said], look, side=side, colour=colour, smaller=0 if is_strong else 1)


def _spread(heights: list[float], gap: float, top: float) -> list[float]:
    """Places for names at these heights (rising), at least `gap` apart and none above the `top`."""
    places: list[float] = []
    for height in heights:
        places.append(max(height, places[-1] + gap) if places else height)
    for at in reversed(range(len(places))):
        places[at] = min(places[at], top if at + 1 == len(places) else places[at + 1] - gap)
    return places


def _days_axis(furthest: int, look: Look) -> base.Axis:
    """Days left from left to right, the closing day last and in words."""
    step = next((s for s in _STEPS if furthest / s <= _MOST_TICKS), _STEPS[-1])
    ticks = list(range(0, furthest + 1, step))
    names = [texts.t("chart.curve.closing", look.lang), *(texts.number(tick, look.lang) for tick in ticks[1:])]
    title = {"text": texts.t("chart.curve.axis", look.lang), "font": {"size": look.size - 1}, "standoff": 8}
    return base.axis(
        look, tickvals=ticks, ticktext=names, range=[furthest * 1.04, -furthest * 0.012], title=title, tickangle=0
    )


def _today(lines: list[dict[str, Any]], strong: str | None, look: Look) -> dict[str, Any]:
    """An upright through the last point of a strong line that is not at its end yet, with the days left above it."""
    here = next((line for line in lines if strong is not None and line["name"] == base.plain(strong)), None)
    if here is None or here["x"][-1] <= 0:
        return {}
    x, colour = here["x"][-1], look.palette.muted
    upright = {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "layer": "below",
               "line": {"color": colour, "width": 1.5, "dash": "dot"}}  # fmt: skip
    said = texts.t("chart.curve.left", look.lang, n=texts.number(x, look.lang))
    place = {"yref": "paper", "yanchor": "bottom", "xanchor": "center"}
    return {"shapes": [upright], "annotations": [base.note(said, x, 1, look, font={"color": colour}, **place)]}


def _margin(ends: list[dict[str, Any]], look: Look) -> int:
    """Room for the longest name at the right edge."""
    longest = max((base.seen(end["text"][0]) for end in ends if end["x"][0] == 0), default=0)
    return max(30, min(240, 12 + longest * look.size * 6 // 10))
