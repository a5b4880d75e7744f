"""What all charts share: the template, the locale, the words for a value."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel.dates import get_day_names, get_month_names
from plotly.basedatatypes import BaseFigure

import texts
from ui.theme import FONT, Palette

# Height of a row that has its title above its mark, in tenths of a plain row.
ROW_WITH_TITLE = 17
TWO_LINES = 24  # the same with name and value one below the other
# Letters that fit beside each other on a phone.
ACROSS = 52

Figure = dict[str, Any]
Axis = dict[str, Any]


@dataclass(frozen=True)
class Look:
    """How to draw: the language, the theme's colours, and larger type for a projector."""

    lang: str
    palette: Palette
    large: bool = False

    @property
    def size(self) -> int:
        return 18 if self.large else 14

    @property
    def row(self) -> int:
        """Height in pixels of one row of a chart with rows."""
        return 38 if self.large else 30


@dataclass(frozen=True)
class Chart:
    """A figure for Plotly and the sentence that stands for it where it cannot be seen.

    A `wide` one keeps a readable width on a phone and scrolls sideways.
    """

    figure: Figure
    alt: str
    wide: bool = False


class Ready(BaseFigure):  # type: ignore[misc]
    """A figure that Streamlit sends as it is.

    Given a plain dictionary, Streamlit validates it first, which takes longer (5 to 18 ms a chart) than the queries and
    the drawing together. The dictionaries made here are validated in the tests instead.
    """

    def __init__(self, figure: Figure) -> None:
        self._ready = figure

    def to_dict(self) -> Figure:
        return self._ready


def label(value: float | None, look: Look, basis: object = None) -> str:
    """A count as written at its mark: 1.234, ≥ 3 where that is all that is known, or a dash."""
    if value is None:
        return texts.t("chart.unknown_mark", look.lang)
    text = texts.number(value, look.lang)
    return texts.t("comparator.or_more", look.lang, n=text) if basis == "at_least" else text


def plain(text: object) -> str:
    """Text that Plotly shows as it is: its labels understand a little HTML, and names are data."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def short(text: object, length: int = 34) -> str:
    """A name cut at a word so that an axis keeps room for the chart; the table below has it whole."""
    name = str(text)
    if len(name) <= length:
        return plain(name)
    cut = name[:length].rsplit(" ", 1)[0]
    return plain(cut) + "…"


def alt(key: str, title: str, items: Iterable[tuple[object, str]], look: Look, most: int = 12) -> str:
    """Alternative text: the title and the labelled values, cut after `most` of them."""
    pairs = list(items)
    words = [texts.t("chart.alt_item", look.lang, label=name, value=value) for name, value in pairs[:most]]
    if len(pairs) > most:
        words.append(texts.t("chart.more", look.lang, n=texts.number(len(pairs) - most, look.lang)))
    return texts.t(key, look.lang, title=title, items="; ".join(words))


def figure(data: Sequence[Mapping[str, Any]], look: Look, height: int, **layout: Any) -> Figure:
    """A figure with the project's template: own font and colours, no legend, no frame, nothing that is not data."""
    colours = look.palette
    base: dict[str, Any] = {
        "height": height,
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8, "pad": 6},
        "font": {"family": FONT, "size": look.size, "color": colours.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": list(colours.series),
        "showlegend": False,
        "separators": ",." if look.lang == "id" else ".,",
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": {"bgcolor": colours.panel, "bordercolor": colours.line, "font": {"color": colours.ink}},
        "uirevision": "keep",
    }
    return {"data": list(data), "layout": base | {"xaxis": axis(look), "yaxis": axis(look)} | layout}


def axis(look: Look, *, grid: bool = False, shown: bool = True, **more: Any) -> Axis:
    """An axis without lines; `grid` for faint guides, `shown` for its labels."""
    colours = look.palette
    return {
        "showgrid": grid,
        "gridcolor": colours.line,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "showticklabels": shown,
        "tickfont": {"color": colours.ink, "size": look.size},
        "automargin": True,
        "fixedrange": True,
    } | more


def bar_marker(colours: Sequence[str], known: Sequence[object], look: Look) -> dict[str, Any]:
    """Bars in their colours; one that is only a minimum ("at_least") is hatched, since its end is not known."""
    open_end = [basis == "at_least" for basis in known]
    return {
        "color": [look.palette.ground if least else colour for colour, least in zip(colours, open_end, strict=True)],
        "line": {"color": list(colours), "width": [2 if least else 0 for least in open_end]},
        "pattern": {
            "shape": ["/" if least else "" for least in open_end],
            "fgcolor": list(colours),
            "bgcolor": [
                look.palette.ground if least else colour for colour, least in zip(colours, open_end, strict=True)
            ],
            "size": 7,
            "solidity": 0.25,
        },
    }


def hatched(look: Look) -> dict[str, Any]:
    """The marker of what is possible but not known."""
    colours = look.palette
    return {
        "color": colours.ground,
        "line": {"color": colours.quiet, "width": 1},
        "pattern": {"shape": "/", "fgcolor": colours.quiet, "bgcolor": colours.ground, "size": 8, "solidity": 0.2},
    }


def words(
    xs: Sequence[Any],
    ys: Sequence[Any],
    said: Sequence[str],
    look: Look,
    *,
    side: str | Sequence[str] = "middle right",
    colour: str | Sequence[str] | None = None,
    smaller: int = 0,
) -> dict[str, Any]:
    """Words set beside points, as a trace: they are anchored where they start, so a late font does not shift them, and
    a hundred of them draw far faster than annotations."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(xs),
        "y": list(ys),
        "text": list(said),
        "textposition": side if isinstance(side, str) else list(side),
        "textfont": {"size": look.size - smaller, "color": colour or look.palette.ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def seen(text: str) -> int:
    """How many letters of a text with markup show."""
    return len(re.sub(r"<[^>]*>", "", text))


def row_titles(
    names: Sequence[object], said: Sequence[str], known: Sequence[bool], look: Look,
    starts: Sequence[float] | None = None, stacked: bool = False, cut: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """Name and value of each row above its mark: room for both on a phone and on a projector alike.

    `said` may hold markup made here. `starts` (0 to 1) is where each mark starts; past the middle the title ends at the
    right edge. `stacked` sets the value below the name, so that a phone's width holds either whole; `cut` shortens
    names to such a width (as `stacked` does).
    """
    at = list(starts or [0.0] * len(names))
    right = [start > 0.5 for start in at]
    xs = [1.0 if flag else start for flag, start in zip(right, at, strict=True)]
    shown = [short(name, ACROSS) if stacked or cut else plain(name) for name in names]
    between = "<br>" if stacked else "  "
    text = [
        f"{n}{between}<b>{s}</b>" if k and s else f"{n}{between}{s}" for n, s, k in zip(shown, said, known, strict=True)
    ]
    colour = [look.palette.ink if flag else look.palette.muted for flag in known]
    side = ["top left" if flag else "top right" for flag in right]
    return words(xs, [place - 0.24 for place in range(len(names))], text, look, side=side, colour=colour)


def note(text: str, x: object, y: object, look: Look, **more: Any) -> dict[str, Any]:
    """A word set directly beside a mark."""
    font = {"size": look.size, "color": look.palette.ink} | more.pop("font", {})
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": font} | more


@cache
def config(lang: str) -> dict[str, Any]:
    """Plotly's settings: no tool bar, and month and day names in `lang` (the bundle only knows English)."""
    months = get_month_names("wide", locale=lang)
    days = get_day_names("wide", context="stand-alone", locale=lang)
    week = [6, 0, 1, 2, 3, 4, 5]  # Plotly's week starts on Sunday, Babel's on Monday
    names = {
        "days": [days[i] for i in week],
        "shortDays": [days[i][:3] for i in week],
        "months": [months[i] for i in range(1, 13)],
        "shortMonths": [months[i][:3] for i in range(1, 13)],
        "date": "%d/%m/%Y",
    }
    return {
        "displayModeBar": False,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "locale": lang,
        "locales": {lang: {"dictionary": {}, "format": names}},
    }
