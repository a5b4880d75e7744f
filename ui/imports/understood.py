"""Step 2: what was understood of a file. Problems come first, with their cells; how it was read comes after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import pandas as pd

from etl import batches
from ui import figures, pager, tables
from ui.cells import objects
from ui.imports import words
from ui.imports.words import PAGE
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

# Questions that are answered in step 3, each beside its own field.
ANSWERED = {"unknown_agency", "ambiguous_agency", "ended_agency", "unmapped_column"}
_FEW, _LONGEST = 3, 60


def held(view: View, dry: batches.DryRun) -> None:
    """The rows that will not be loaded, each with its cell, its value and what to do."""
    _issues(view, dry.quarantined, "held")


def listed(view: View, dry: batches.DryRun) -> None:
    """The cells that load empty or want a look; names and columns are asked for in the next step."""
    _issues(view, [each for each in dry.questions if each.code not in ANSWERED], "asked")


def sheets(view: View, dry: batches.DryRun) -> None:
    """Of each sheet with data, which heading was taken for what."""
    for number, sheet in enumerate(sheet for sheet in dry.sheets if sheet.is_data):
        said = view.t(
            f"{PAGE}.sheet",
            sheet=sheet.name,
            table=words.table(view, sheet.table),
            rows=words.ranges(sheet.header_rows),
            last=view.number(sheet.last_row),
        )
        shown = tables.scroller(tables.table(_columns(view, dry, sheet), _heads(), said, view.lang), said)
        figures.block(tag("div", figures.more(said, shown, opened=not number), class_="pi-fig"))


def rest(view: View, dry: batches.DryRun) -> None:
    """What was left out and why: rows skipped, personal columns, sheets that are no data, and the reader's notes."""
    personal = [heading for heading, why in dry.dropped if why == "personal data"]
    parts = [
        ("notes", _notes(view, dry)),
        ("personal", join([view.t(f"{PAGE}.personal_said", columns=", ".join(personal))]) if personal else None),
        ("skipped", _skipped(view, dry.skipped)),
        ("other_sheets", _others(view, dry.sheets)),
    ]
    figures.points([(view.t(f"{PAGE}.{key}"), said) for key, said in parts if said])


def _issues(view: View, found: Sequence[batches.Issue], key: str) -> None:
    if not found:
        return
    rows = pd.DataFrame(
        {
            "place": [words.cell(issue) for issue in found],
            "message": [words.message(view, issue) for issue in found],
            "value": [_short(issue.value) for issue in found],
        }
    )
    columns = [
        Column("place", heading=f"{PAGE}.column_cell"),
        Column("message", heading=f"{PAGE}.column_what"),
        Column("value", heading=f"{PAGE}.column_value"),
    ]
    said = view.t(f"{PAGE}.{key}", n=view.number(len(found)))
    pager.figure(view, said, rows, columns, name=view.t(f"{PAGE}.{key}_file"), key=f"{key}-page",
                 note=view.t(f"{PAGE}.{key}_note"))  # fmt: skip


def _columns(view: View, dry: batches.DryRun, sheet: batches.SheetRead) -> pd.DataFrame:
    stages = words.stages(view, dry.given.edition_id)
    read = sheet.columns
    frame = pd.DataFrame({"place": [column.cell for column in read], "heading": [column.heading for column in read]})
    frame["taken"] = objects([_taken(view, column, stages) for column in read], frame)
    frame["by"] = [view.t(f"{PAGE}.by_{column.by}") if column.column else None for column in read]
    frame["samples"] = [None if c.personal else "; ".join(map(_short_one, c.samples[:_FEW])) or None for c in read]
    return frame


def _heads() -> list[Column]:
    names = {"place": "cell", "heading": "heading", "taken": "taken", "by": "by", "samples": "samples"}
    return [Column(name, heading=f"{PAGE}.column_{key}") for name, key in names.items()]


def _taken(view: View, column: batches.ColumnRead, stages: dict[str, str]) -> Html:
    if column.personal:
        return tag("span", view.t(f"{PAGE}.taken_personal"), class_="pi-off")
    if column.column:
        return tag("b", words.column(view, column.column, stages))
    return tag("span", view.t(f"{PAGE}.taken_nothing"), class_="pi-off")


def _notes(view: View, dry: batches.DryRun) -> Html | None:
    said = list(dict.fromkeys(words.note(view, note) for note in dry.notes))
    return tag("ul", *(tag("li", line) for line in said), class_="pi-lines") if said else None


def _skipped(view: View, found: Sequence[batches.Skipped]) -> Html | None:
    """Reasons with their number, most first; the rows of each open below."""
    by_reason: dict[str, list[batches.Skipped]] = {}
    for row in found:
        by_reason.setdefault(row.reason, []).append(row)
    ordered = sorted(by_reason.items(), key=lambda pair: -len(pair[1]))
    if not ordered:
        return None
    brief = [f"{view.number(len(rows))} {words.reason(view, 'skip', name)}" for name, rows in ordered]
    where = (part for name, rows in ordered
             for part in (tag("dt", words.reason(view, "skip", name)), tag("dd", _places(rows))))  # fmt: skip
    rows = figures.more(view.t(f"{PAGE}.which_rows"), tag("dl", *where, class_="pi-raw"))
    return join([tag("span", ", ".join(brief)), rows])


def _places(rows: Iterable[batches.Skipped]) -> str:
    of_sheets = groupby(sorted(rows, key=lambda row: row.sheet), key=lambda row: row.sheet)
    return "; ".join(f"{sheet}!{words.ranges(row.row for row in found)}" for sheet, found in of_sheets)


def _others(view: View, found: Sequence[batches.SheetRead]) -> Html | None:
    lines = [tag("li", tag("b", sheet.name), f": {words.reason(view, 'sheet', sheet.why)}")
             for sheet in found if not sheet.is_data]  # fmt: skip
    return tag("ul", *lines, class_="pi-lines") if lines else None


def _short(value: str | None) -> str | None:
    return None if value is None else _short_one(value)


def _short_one(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
