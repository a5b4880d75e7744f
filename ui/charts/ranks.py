"""Ranks over years: a bump chart."""

from typing import Any

import pandas as pd

import texts
from ui.cells import numbers
from ui.charts import base
from ui.charts.base import Chart, Look

_APART = 0.68


def bump(
    rows: pd.DataFrame, look: Look, *, title: str, name: str = "name", year: str = "year", rank: str = "rank",
    strong: str | None = None,
) -> Chart:  # fmt: skip
    """A line per `name` over the years, rank 1 at the top, the name at its last point.

    A year without a rank breaks the line. `strong` names the one to stress; the others are drawn quiet.
    """
    frame = rows.sort_values(year)
    years = list(range(int(frame[year].min()), int(frame[year].max()) + 1)) if len(frame) else []
    data: list[Any] = []
    ends: list[tuple[int, float, str, str]] = []
    said: list[tuple[object, str]] = []
    for place, (key, part) in enumerate(frame.groupby(name, sort=False)):
        points = dict(zip((int(y) for y in part[year]), numbers(part[rank]), strict=True))
        ranks = [points.get(y) for y in years]
        colour = _colour(str(key), place, strong, look)
        data.append(_line(str(key), years, ranks, colour, look))
        last = next((i for i in reversed(range(len(ranks))) if ranks[i] is not None), None)
        if last is not None:
            ends.append((years[last], ranks[last] or 0, str(key), colour))
        said += [(f"{key} {y}", texts.number(points[y], look.lang)) for y in years if points.get(y) is not None]
    data += _names(ends, look)
    worst = max([r for r in numbers(frame[rank]) if r is not None], default=1)
    chart = base.figure(
        data,
        look,
        90 + int(look.row * min(worst, 20)),
        xaxis=base.axis(look, side="top", tickvals=years, ticktext=[str(y) for y in years],
                        range=[min(years, default=0) - 0.3, max(years, default=1) + 0.3]),
        yaxis=base.axis(look, range=[worst + 0.6, 0.4], tickvals=_ticks(worst)),
        margin={"l": 8, "r": 290, "t": 8, "b": 8, "pad": 6},
    )  # fmt: skip
    return Chart(chart, base.alt("chart.alt_rank", title, said, look), wide=True)


def _colour(key: str, place: int, strong: str | None, look: Look) -> str:
    if strong is not None:
        return look.palette.main if key == strong else look.palette.quiet
    return look.palette.series[place % len(look.palette.series)]


def _line(key: str, years: list[int], ranks: list[float | None], colour: str, look: Look) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": years,
        "y": ranks,
        "name": base.plain(key),
        "connectgaps": False,
        "line": {"color": colour, "width": 3},
        "marker": {"size": 11, "color": colour, "line": {"color": look.palette.ground, "width": 2}},
        "hovertemplate": "%{fullData.name} · %{x}: %{y}<extra></extra>",
    }


def _names(ends: list[tuple[int, float, str, str]], look: Look) -> list[dict[str, Any]]:
    """The name at the end of each line; names that share a place stand one below the other."""
    made: list[dict[str, Any]] = []
    taken: dict[int, float] = {}
    for year, rank, name, colour in sorted(ends, key=lambda end: end[:2]):
        at = max(rank, taken[year] + _APART) if year in taken else rank
        taken[year] = at
        words = f"\u00a0\u00a0\u00a0{base.short(name, 32)}"
        made.append(base.words([year], [at], [words], look, colour=colour, smaller=1))
    return made


def _ticks(worst: float) -> list[int]:
    ticks = [1, *range(5, int(worst) + 1, 5)]
    return ticks if worst > 8 else list(range(1, int(worst) + 1))
