"""The part "Templat": a workbook per purpose to fill in, and the same workbook with the rows there are."""

from __future__ import annotations

import streamlit as st

from etl import batches
from ui import figures
from ui.imports.words import PAGE
from ui.markup import tag
from ui.view import View

_PURPOSES = ("entries", "stage_results", "agencies", "editions", "targets", "coverage")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(view: View) -> str:
    """A line per purpose with its download, and one for the rows there are; returns the page's finding."""
    figures.block(tag("p", view.t(f"{PAGE}.templates_note"), class_="pi-say"))
    for purpose in _PURPOSES:
        _line(view, purpose, filled=False)
    if view.choice.government:
        _line(view, "export", filled=True)
    edition = view.edition_name(view.choice.edition)
    return view.t(f"{PAGE}.templates", place=view.place, edition=edition)


def _line(view: View, name: str, *, filled: bool) -> None:
    government, edition, lang = view.choice.government or None, view.choice.edition, view.lang
    key = f"{PAGE}.template.{name}"
    start = view.t(f"{PAGE}.export_file" if filled else f"{PAGE}.template_file")
    named = [start, None if filled else view.t(f"{key}_file"), government or "indonesia", edition]
    with st.container(horizontal=True, key=f"pi-templat-{name}", vertical_alignment="center", gap="small"):
        said = [tag("h3", view.t(key)), tag("p", view.t(f"{key}_is", place=view.place))]
        figures.block(tag("div", *said, class_="pi-template"))
        st.download_button(
            view.t(f"{PAGE}.export_button" if filled else f"{PAGE}.template_button"),
            lambda: batches.template(government, edition, lang, None if filled else name, filled),
            file_name="-".join(filter(None, named)) + ".xlsx",
            mime=_XLSX,
            key=f"pi-xlsx-{name}",
            on_click="ignore",
            icon=":material/download:",
        )
