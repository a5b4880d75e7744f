"""Long tables in pages: the rows of one page, and the buttons that turn it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ui import figures, own, tables
from ui.markup import tag
from ui.tables import Column
from ui.view import View

SIZE = 25


def page_of(frame: pd.DataFrame, page: int, size: int = SIZE) -> pd.DataFrame:
    """The rows of a page, counted from 1; those of the last one where there are fewer pages."""
    first = (min(page, pages(frame, size)) - 1) * size
    return frame.iloc[first : first + size]


def pages(frame: pd.DataFrame, size: int = SIZE) -> int:
    """How many pages hold the frame; an empty one takes a page too."""
    return max(len(frame) - 1, 0) // size + 1


def figure(
    view: View,
    title: str,
    rows: pd.DataFrame,
    columns: Sequence[Column],
    *,
    name: str,
    key: str,
    file: pd.DataFrame | None = None,
    note: str | None = None,
) -> None:
    """A long table with its heading, a page at a time, and the CSV of all of it (`file`, by default `rows`).

    `key` is the key of the address that holds the page.

    Belongs into a fragment, so that turning a page redraws the table alone.
    """
    shown = tables.table(page_of(rows, own.count(key)), columns, title, view.lang)
    whole = rows if file is None else file
    figures.figure(view, title, None, whole, (), name=name, note=note, table=shown, cited=False)
    turn(view, rows, name, key)


def turn(view: View, frame: pd.DataFrame, name: str, key: str, size: int = SIZE) -> None:
    """The buttons below a table in pages; nothing where one page holds it. `name` is unique on its page."""
    last = pages(frame, size)
    if last == 1:
        return
    here = min(own.count(key), last)
    said = view.t("table.page", n=view.number(here), m=view.number(last))
    with st.container(horizontal=True, key=f"pi-pager-{name}", vertical_alignment="center"):
        own.button(view.t("table.previous"), f"pi-previous-{name}", key, _number(here - 1), disabled=here == 1)
        st.html(tag("span", said), width="content")
        own.button(view.t("table.next"), f"pi-next-{name}", key, _number(here + 1), disabled=here == last)


def _number(page: int) -> str:
    return str(page) if page > 1 else ""
