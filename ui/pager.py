"""Long tables in pages: the rows of one page, and the buttons that turn it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ui import figures, tables
from ui.markup import tag
from ui.tables import Column
from ui.view import View

SIZE = 25


def page_of(frame: pd.DataFrame, name: str, size: int = SIZE) -> pd.DataFrame:
    """The rows of the page that is open; the last one where the frame has become shorter."""
    first = min(_open(name), _last(frame, size)) * size
    return frame.iloc[first : first + size]


def figure(
    view: View,
    title: str,
    rows: pd.DataFrame,
    columns: Sequence[Column],
    *,
    name: str,
    file: pd.DataFrame | None = None,
    note: str | None = None,
) -> None:
    """A long table with its heading, a page at a time, and the CSV of all of it (`file`, by default `rows`).

    Belongs into a fragment, so that turning a page redraws the table alone.
    """
    shown = tables.table(page_of(rows, name), columns, title, view.lang)
    whole = rows if file is None else file
    figures.figure(view, title, None, whole, (), name=name, note=note, table=shown, cited=False)
    turn(view, rows, name)


def turn(view: View, frame: pd.DataFrame, name: str, size: int = SIZE) -> None:
    """The buttons below a table in pages; nothing where one page holds it. `name` is unique on its page."""
    last = _last(frame, size)
    if not last:
        return
    here = min(_open(name), last)
    with st.container(horizontal=True, key=f"pi-pager-{name}", vertical_alignment="center"):
        _button(view, name, "previous", here - 1, disabled=here == 0)
        st.html(tag("span", view.t("table.page", n=view.number(here + 1), m=view.number(last + 1))), width="content")
        _button(view, name, "next", here + 1, disabled=here == last)


def _button(view: View, name: str, what: str, target: int, disabled: bool) -> None:
    st.button(view.t(f"table.{what}"), key=f"pi-{what}-{name}", on_click=_go, args=(name, target), disabled=disabled)


def _go(name: str, target: int) -> None:
    st.session_state[f"pi-page-{name}"] = target


def _open(name: str) -> int:
    return int(st.session_state.get(f"pi-page-{name}", 0))


def _last(frame: pd.DataFrame, size: int) -> int:
    return max(len(frame) - 1, 0) // size
