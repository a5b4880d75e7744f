"""Step 3, second part: the headings that were not recognised. Every answer reads the file again."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from etl import batches
from ui import figures
from ui.imports import state, words
from ui.imports.state import Upload
from ui.imports.words import PAGE
from ui.markup import tag
from ui.view import View

# What a heading may be taken for, by the table that is read; stages of the edition are added to it.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "submissions": (
        "name", "agency", "government", "category", "group", "section", "type", "form", "affair", "summary",
        "submitted_on", "started_on", "rank", "score", "submission_id", "year", "flagship", "note",
    ),
    "innovations": (
        "name", "agency", "government", "type", "form", "affair", "summary", "started_on", "code", "flagship", "note",
    ),
    "agencies": ("name", "short_name", "code", "kind", "parent", "valid_from", "valid_to", "note"),
    "reported_counts": ("scope", "year", "stage", "value", "target", "note"),
}  # fmt: skip
_STAGED = {"submissions": words.OUTCOME, "reported_counts": words.VALUE}
_LEFT_OUT = ""


def fields(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """A field for each heading that was not recognised or that a person has spoken of; on demand, for all of them."""
    rows = [(sheet, column) for sheet in dry.sheets if sheet.is_data for column in sheet.columns if not column.personal]
    every = bool(st.session_state.get(state.slot(upload, "every")))
    open_ones = [(sheet, column) for sheet, column in rows if not column.column or column.by == "person"]
    if not rows:
        return
    if open_ones:
        heading(view, "columns", view.t(f"{PAGE}.columns_note"), n=view.number(len(open_ones)))
    stages = words.stages(view, upload.given.edition_id or dry.given.edition_id)
    for sheet, column in rows if every else open_ones:
        _field(view, upload, sheet, column, stages)
    st.checkbox(view.t(f"{PAGE}.every_column"), key=state.slot(upload, "every"))


def fill_down(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """The offer to let the blanks below a heading take the value above."""
    offered = [note.params["heading"] for note in dry.notes if note.code == "fill_down" and "heading" in note.params]
    for each in dict.fromkeys([*upload.given.fill_down, *offered]):
        tied = state.tied(state.slot(upload, "fill", each), each in upload.given.fill_down, _fill, each)
        st.checkbox(view.t(f"{PAGE}.fill_down", heading=each), **tied)


def heading(view: View, key: str, note: str, **params: str) -> None:
    """What a group of fields asks."""
    figures.block(tag("div", tag("h3", view.t(f"{PAGE}.{key}", **params)), tag("p", note), class_="pi-ask"))


def _field(
    view: View, upload: Upload, sheet: batches.SheetRead, column: batches.ColumnRead, stages: Mapping[str, str]
) -> None:
    table = upload.given.table or sheet.table or "submissions"
    staged = [f"{_STAGED[table]}{stage}" for stage in stages] if table in _STAGED else []
    said = _key(sheet, column)
    shown = upload.given.columns.get(said, column.column or _LEFT_OUT)
    sample = ", ".join(column.samples[:2])
    st.selectbox(
        view.t(f"{PAGE}.column_is", cell=column.cell, heading=column.heading or view.t(f"{PAGE}.no_heading")),
        list(dict.fromkeys([_LEFT_OUT, *COLUMNS.get(table, ()), *staged, shown])),
        format_func=lambda key: words.column(view, key, stages) if key else view.t(f"{PAGE}.left_out"),
        help=view.t(f"{PAGE}.for_example", samples=sample) if sample else None,
        **state.tied(state.slot(upload, "column", f"{sheet.name} {said}"), shown, _map, said),
    )


def _key(sheet: batches.SheetRead, column: batches.ColumnRead) -> str:
    """The heading, or the column's letters where the heading is blank or stands twice."""
    twice = [each.heading for each in sheet.columns].count(column.heading) > 1
    return column.cell.split("!")[-1].rstrip("0123456789") if twice or not column.heading else column.heading


def _map(said: str, column: str) -> None:
    upload = state.current()
    if upload is not None:
        state.change(columns={**upload.given.columns, said: column})


def _fill(said: str, wanted: bool) -> None:
    upload = state.current()
    if upload is not None:
        kept = tuple(each for each in upload.given.fill_down if each != said)
        state.change(fill_down=(*kept, said) if wanted else kept)
