"""Two ways to see many agencies over years: a heat map, and small multiples."""

from typing import Any

import pandas as pd

import texts
from ui.cells import number, numbers
from ui.charts import base
from ui.charts.base import Chart, Look


def heat(
    rows: pd.DataFrame, look: Look, *, title: str, row: str, column: str = "year", value: str = "value",
    basis: str = "basis",
) -> Chart:  # fmt: skip
    """A cell per `row` × `column` with its value written in it, rows in the order they first appear.

    A missing value, or no row at all, is an empty cell with a dash; zero is a cell with 0.
    """
    names = list(dict.fromkeys(rows[row]))
    columns = sorted(dict.fromkeys(int(c) for c in rows[column]))
    known = list(rows[basis]) if basis in rows else [None] * len(rows)
    cells = {
        (name, int(col)): (number(v), b)
        for name, col, v, b in zip(rows[row], rows[column], rows[value], known, strict=True)
    }
    grid = [[cells.get((name, col), (None, None)) for col in columns] for name in names]
    values = [[cell[0] for cell in line] for line in grid]
    said = [[base.label(v, look, b) for v, b in line] for line in grid]
    top = max((v for line in values for v in line if v is not None), default=1) or 1
    names_in = [[f"{base.plain(name)} · {col}" for col in columns] for name in names]
    chart = base.figure(
        [_map(values, top, look) | {"customdata": names_in, "text": said}, _cells(values, said, top, look)],
        look,
        44 + look.row * len(names),
        xaxis=base.axis(look, side="top", tickvals=list(range(len(columns))), ticktext=[str(c) for c in columns],
                        autotickangles=[0, 60, 90]),
        yaxis=base.axis(look, tickvals=list(range(len(names))), ticktext=[base.short(n, 30) for n in names],
                        range=[len(names) - 0.5, -0.5]),
    )  # fmt: skip
    count = (texts.number(len(part), look.lang) for part in (names, columns))
    return Chart(
        chart, texts.t("chart.alt_heat", look.lang, title=title, rows=next(count), columns=next(count)), wide=True
    )


def small_multiples(
    rows: pd.DataFrame, look: Look, *, title: str, panel: str, year: str = "year", value: str = "value",
    across: int = 4,
) -> Chart:  # fmt: skip
    """A small column chart over the years for each value of `panel`, all on one scale, in order of first appearance."""
    names = list(dict.fromkeys(rows[panel]))
    years = list(range(int(rows[year].min()), int(rows[year].max()) + 1))
    top = max([v for v in numbers(rows[value]) if v is not None], default=1) or 1
    down = -(-len(names) // across)
    data: list[Any] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    said: list[tuple[object, str]] = []
    for place, name in enumerate(names):
        part = rows[rows[panel] == name]
        points = dict(zip((int(y) for y in part[year]), numbers(part[value]), strict=True))
        values = [points.get(y) for y in years]
        words = [base.label(v, look) for v in values]
        suffix = "" if place == 0 else str(place + 1)
        data.append(_panel(years, values, words, suffix, look))
        axes |= _panel_axes(place, across, down, years, top, suffix, look)
        notes.append(_panel_title(str(name), suffix, look))
        notes += [_blank(y, suffix, look) for y, v in zip(years, values, strict=True) if v is None]
        said.append((name, " ".join(words)))
    chart = base.figure(data, look, 20 + 132 * down, annotations=notes, bargap=0.25, **axes)
    return Chart(chart, base.alt("chart.alt_series", title, said, look), wide=True)


def _map(values: list[list[float | None]], top: float, look: Look) -> dict[str, Any]:
    colours = look.palette
    return {
        "type": "heatmap",
        "z": values,
        "zmin": 0,
        "zmax": top,
        "xgap": 3,
        "ygap": 3,
        "showscale": False,
        "hoverongaps": False,
        "colorscale": [[0, colours.panel], [0.001, colours.main_tint], [1, colours.main]],
        "hovertemplate": "%{customdata}: %{text}<extra></extra>",
    }


def _cells(values: list[list[float | None]], said: list[list[str]], top: float, look: Look) -> dict[str, Any]:
    """The value of every cell, light on the dark end of the scale."""
    places = [(x, y) for y, line in enumerate(values) for x in range(len(line))]
    colours = [_ink(values[y][x], top, look) for x, y in places]
    text = [said[y][x] for x, y in places]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return base.words(xs, ys, text, look, side="middle center", colour=colours)


def _ink(value: float | None, top: float, look: Look) -> str:
    if value is None:
        return look.palette.muted
    return look.palette.ground if value > 0.55 * top else look.palette.ink


def _panel(years: list[int], values: list[float | None], words: list[str], suffix: str, look: Look) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": years,
        "y": values,
        "text": ["" if v is None else w for v, w in zip(values, words, strict=True)],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "textfont": {"size": look.size - 2},
        "xaxis": f"x{suffix}",
        "yaxis": f"y{suffix}",
        "marker": {"color": look.palette.main},
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }


def _panel_axes(place: int, across: int, down: int, years: list[int], top: float, suffix: str, look: Look) -> Any:
    column, row = place % across, place // across
    width, height = 1 / across, 1 / down
    left, upper = column * width, 1 - row * height
    ends = [years[0], years[-1]] if len(years) > 1 else years
    small = {"size": look.size - 3, "color": look.palette.muted}
    return {
        f"xaxis{suffix}": base.axis(look, domain=[left, left + width * 0.9], anchor=f"y{suffix}", tickvals=ends,
                                    ticktext=[str(y) for y in ends], range=[years[0] - 0.7, years[-1] + 0.7],
                                    tickfont=small),
        f"yaxis{suffix}": base.axis(look, shown=False, domain=[upper - height * 0.78, upper - height * 0.16],
                                    anchor=f"x{suffix}", range=[0, top * 1.25]),
    }  # fmt: skip


def _panel_title(name: str, suffix: str, look: Look) -> dict[str, Any]:
    place = {"xref": f"x{suffix} domain", "yref": f"y{suffix} domain", "xanchor": "left", "yanchor": "bottom"}
    return base.note(f"<b>{base.short(name, 26)}</b>", 0, 1.06, look, font={"size": look.size - 1}, **place)


def _blank(year: int, suffix: str, look: Look) -> dict[str, Any]:
    place = {"xref": f"x{suffix}", "yref": f"y{suffix}", "yanchor": "bottom"}
    text = texts.t("chart.unknown_mark", look.lang)
    return base.note(text, year, 0, look, font={"size": look.size - 2, "color": look.palette.muted}, **place)
