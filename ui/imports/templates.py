"""The part "Templat": a workbook per purpose to fill in, and the same workbook with the rows there are."""

from __future__ import annotations

import streamlit as st

from etl import batches
from ui import figures
from ui.imports.words import PAGE
from ui.markup import tag
from ui.view import View

_PURPOSES = ("submissions", "stage_results", "agencies", "editions", "targets", "coverage")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(view: View) -> str:
    """A line per purpose with its two downloads; returns the page's finding."""
    figures.block(tag("p", view.t(f"{PAGE}.templates_note"), class_="pi-say"))
    for purpose in _PURPOSES:
        with st.container(horizontal=True, key=f"pi-template-{purpose}", vertical_alignment="center", gap="small"):
            words = [tag("h3", view.t(f"{PAGE}.template.{purpose}")), tag("p", view.t(f"{PAGE}.template.{purpose}_is"))]
            figures.block(tag("div", *words, class_="pi-template"))
            _button(view, purpose, filled=False)
            _button(view, purpose, filled=True)
    edition = view.edition_name(view.choice.edition)
    return view.t(f"{PAGE}.templates", place=view.place, edition=edition)


def _button(view: View, purpose: str, *, filled: bool) -> None:
    key = "export" if filled else "template"
    government, edition, lang = view.choice.government or None, view.choice.edition, view.lang
    named = [view.t(f"{PAGE}.{key}_file"), view.t(f"{PAGE}.template.{purpose}_file"), government or "indonesia", edition]
    st.download_button(
        view.t(f"{PAGE}.{key}_button"),
        lambda: batches.template(government, edition, lang, purpose=purpose, filled=filled),
        file_name="-".join(filter(None, named)) + ".xlsx",
        mime=_XLSX,
        key=f"pi-{key}-{purpose}",
        on_click="ignore",
        type="tertiary" if filled else "secondary",
        icon=":material/download:",
    )
