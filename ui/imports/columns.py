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
    "awards": ("name", "agency", "government", "year", "rank", "category", "note"),
}  # fmt: skip
_STAGED = {"submissions": words.OUTCOME, "reported_counts": words.VALUE}
_GROUPS = {"group", "category", "section"}
_LEFT_OUT = ""
Placed = tuple[batches.SheetRead, batches.ColumnRead]


def open_ones(dry: batches.DryRun) -> list[Placed]:
    """The columns to ask about: those that nobody knows or that a person has spoken of; all where one is missing."""
    missing = any(ask.what == "column" for ask in dry.asks)
    rows = [(sheet, column) for sheet in dry.sheets if sheet.is_data or missing for column in sheet.columns]
    return [(s, c) for s, c in rows if not c.personal and (missing or c.by == "person" or unknown(dry, c))]


def fields(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """A field for each column to ask about; on demand, for all of them."""
    asked = open_ones(dry)
    if asked:
        heading(view, "columns", view.t(f"{PAGE}.columns_note"), n=view.number(len(asked)))
    every = bool(st.session_state.get(state.slot(upload, "every")))
    rest = [(sheet, column) for sheet in dry.sheets if sheet.is_data for column in sheet.columns if not column.personal]
    stages = words.stages(view, upload.given.edition_id or dry.given.edition_id)
    for sheet, column in rest if every else asked:
        _field(view, upload, sheet, column, stages)
    if len(rest) > len(asked):
        st.checkbox(view.t(f"{PAGE}.every_column"), key=state.slot(upload, "every"))


def unknown(dry: batches.DryRun, column: batches.ColumnRead) -> bool:
    """Whether nobody knows what a column holds (a running number is known, and used for nothing)."""
    asked = {str(issue.cell).split("!")[-1] for issue in dry.questions if issue.code == "unmapped_column"}
    left = {heading for heading, why in dry.dropped if why == "unknown"}
    return not column.column and (column.cell.split("!")[-1] in asked or column.heading in left)


def fill_down(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """The offer to let the blanks below a group's heading take the value above."""
    for each in dict.fromkeys([*upload.given.fill_down, *_standing_once(dry)]):
        tied = state.tied(state.slot(upload, "fill", each), each in upload.given.fill_down, _fill, each)
        st.checkbox(view.t(f"{PAGE}.fill_down", heading=each), **tied)


def _standing_once(dry: batches.DryRun) -> list[str]:
    """Headings of groups that the first row has and a later one lacks: they may stand once for all below."""
    found = []
    for sheet in dry.sheets:
        rows = dry.tables.get(sheet.table or "", [])
        for column in sheet.columns if sheet.is_data and rows else ():
            name = column.column or ""
            if name in _GROUPS and rows[0].get(name) and not all(row.get(name) for row in rows):
                found.append(column.heading)
    return found


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
    name = column.heading or view.t(f"{PAGE}.no_heading")
    sample = view.t(f"{PAGE}.for_example", samples=", ".join(column.samples[:2])) if column.samples else ""
    st.selectbox(
        view.t(f"{PAGE}.column_is", cell=column.cell, heading=name) + sample,
        list(dict.fromkeys([_LEFT_OUT, *COLUMNS.get(table, ()), *staged, shown])),
        format_func=lambda key: words.column(view, key, stages) if key else view.t(f"{PAGE}.left_out"),
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
