"""Real HTML tables: a caption, header cells with their scope, a total row, everything escaped.

Streamlit's own grid has no total row and no header cells that a screen reader can use, so official tables are these.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import streamlit as st

import texts
from ui.cells import known
from ui.markup import Html, tag

Form = Literal["text", "number", "decimal", "percent", "signed", "signed_percent", "rupiah", "date", "year"]


@dataclass(frozen=True)
class Column:
    """One column of a table: the frame's column, how its values are written, and its heading.

    `heading` is a catalogue key (default `column.<name>`), `title` the heading itself where it is data (a stage's
    name); `decimals` counts for decimal and percent; `total` adds the column up in the total row, and a column that
    holds a missing value has a missing total, never a smaller one.
    """

    name: str
    form: Form = "text"
    heading: str | None = None
    decimals: int = 1
    total: bool = False
    title: str | None = None

    @property
    def key(self) -> str:
        return self.heading or f"column.{self.name}"

    @property
    def numeric(self) -> bool:
        return self.form not in {"text", "date", "year"}


def table(
    frame: pd.DataFrame,
    columns: Sequence[Column],
    caption: str,
    lang: str,
    *,
    total: Mapping[str, object] | None = None,
    row_header: str | None = None,
) -> Html:
    """An accessible table of `frame`, one row per row, in the frame's order.

    A cell holding Html stays as it is (in a column of dtype object: pandas turns others into plain text); any other
    value is formatted by its column and escaped; None is a dash.
    `total` gives the total row's values where adding up is wrong (a rate); otherwise columns with total=True are added
    up. `row_header` names the column whose cells head their rows (default: the first).
    """
    header = row_header or columns[0].name
    head = tag("thead", tag("tr", *(_head(column, lang) for column in columns)))
    rows = (tag("tr", *(_cell(c, v, lang, c.name == header) for c, v in zip(columns, values, strict=True)))
            for values in frame[[c.name for c in columns]].itertuples(index=False, name=None))  # fmt: skip
    foot = _foot(frame, columns, lang, total)
    return tag("table", tag("caption", caption), head, tag("tbody", *rows), foot, class_="pi-table")


def scroller(content: Html, label: str) -> Html:
    """The frame that lets a wide table scroll sideways, by keyboard too."""
    return tag("div", content, class_="pi-scroll", tabindex=0, role="region", aria_label=label)


def show(content: Html, label: str) -> None:
    """Draw a table on the page, scrollable."""
    st.html(scroller(content, label))


def written(value: object, column: Column, lang: str) -> str:
    """A value as the column writes it on screen; missing values are a dash."""
    return _text(value, column, lang) if known(value) else texts.MISSING


def total_of(values: Iterable[object]) -> float | None:
    """The sum, or None where a part is missing: an unknown part makes an unknown total."""
    parts = list(values)
    return None if not parts or not all(known(part) for part in parts) else sum(_number(part) for part in parts)


def _shown(value: object, column: Column, lang: str) -> str:
    return value if isinstance(value, Html) else written(value, column, lang)


def _text(value: object, column: Column, lang: str) -> str:
    match column.form:
        case "number":
            return texts.number(_number(value), lang)
        case "decimal":
            return texts.number(_number(value), lang, column.decimals)
        case "percent":
            return texts.percent(_number(value), lang, column.decimals)
        case "signed":
            return texts.signed(_number(value), lang)
        case "signed_percent":
            return texts.signed_percent(_number(value), lang, column.decimals)
        case "rupiah":
            return texts.rupiah(_number(value), lang)
        case "date":
            return texts.day(str(value), lang)
        case "year":
            return str(int(_number(value)))
    return str(value)


def _number(value: object) -> float:
    return float(str(value))


def _head(column: Column, lang: str) -> Html:
    return tag("th", column.title or texts.t(column.key, lang), scope="col", class_="num" if column.numeric else None)


def _cell(column: Column, value: object, lang: str, header: bool) -> Html:
    text = _shown(value, column, lang)
    kind = "num" if column.numeric else None
    return tag("th", text, scope="row", class_=kind) if header else tag("td", text, class_=kind)


def _foot(frame: pd.DataFrame, columns: Sequence[Column], lang: str, given: Mapping[str, object] | None) -> Html | None:
    if given is None and not any(column.total for column in columns):
        return None
    sums: dict[str, object] = {c.name: total_of(frame[c.name]) for c in columns if c.total} | dict(given or {})
    cells = [tag("th", texts.t("table.total", lang), scope="row")]
    for column in columns[1:]:
        text = _shown(sums[column.name], column, lang) if column.name in sums else ""
        cells.append(tag("td", text, class_="num" if column.numeric else None))
    return tag("tfoot", tag("tr", *cells))
