"""Import: a file in numbered steps, rows typed in, the history of what was loaded, and templates to fill in."""

from collections.abc import Callable, Mapping

import streamlit as st

from ui import figures, own
from ui import view as views
from ui.imports import file, history, templates
from ui.view import View

PAGE = "page.impor"


def typed(view: View) -> str:
    """Rows without Excel."""
    from ui import forms  # only this part needs them

    forms.draw(view)
    return view.t(f"{PAGE}.finding_typed")


PARTS: Mapping[str, Callable[[View], str]] = {
    "berkas": file.draw,
    "isi": typed,
    "riwayat": history.draw,
    "templat": templates.draw,
}


def main(view: View) -> None:
    """The part that the address names, below the finding that it leads to."""
    head = st.container(key="pi-im-head")
    part = own.one("part", tuple(PARTS), "berkas")
    st.segmented_control(
        view.t(f"{PAGE}.parts"),
        tuple(PARTS),
        format_func=lambda name: view.t(f"{PAGE}.part_{name}"),
        label_visibility="collapsed",
        **own.tied("pi-part", "part", part, "berkas"),
    )
    with st.container(key="pi-im"):
        said = PARTS[part](view)
    with head:
        figures.head(view, "impor", said)


main(views.current())
