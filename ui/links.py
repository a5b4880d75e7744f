"""From one page to another with the scope kept, and blocks side by side."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import scope
from ui.frame import SECTIONS
from ui.view import View


def to(view: View, page: str, label: str, **changes: str) -> None:
    """A link to a page of the dashboard that shows the same scope, with keys of the address replaced."""
    section = next(name for name, pages in SECTIONS.items() if page in pages)
    address = scope.query(view.choice) | changes
    st.page_link(
        Path("pages", section, f"{page}.py"), label=label, query_params=address, icon=":material/arrow_forward:"
    )


def halves(view: View) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two columns, the left one wider; on a projector, where type is larger, one below the other, the
    right one first."""
    if view.large:
        right, left = st.container(), st.container()
        return left, right
    left, right = st.columns((11, 9), gap="large")
    return left, right


def abreast(view: View, number: int) -> list[DeltaGenerator]:
    """Places for `number` blocks, two in a row; on a projector one below the other."""
    if view.large:
        return [st.container() for _ in range(number)]
    rows = [st.columns(2, gap="large") for _ in range(0, number, 2)]
    return [place for row in rows for place in row][:number]
