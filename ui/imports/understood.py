"""Step 2: what was understood of a file. Problems come first, with their cells; how it was read comes after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from etl import batches
from ui import figures, pager, tables
from ui.cells import objects
from ui.imports import names, words
from ui.imports.columns import unknown
from ui.imports.state import Upload
from ui.imports.words import PAGE
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

_FEW, _LONGEST = 3, 60


def held(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """The rows that will not be loaded, each with its cell, its value and what to do."""
    _issues(view, upload, dry.quarantined, "held")


def listed(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """The cells that load empty or want a look; names and columns are asked for in the next step."""
    _issues(view, upload, [each for each in dry.questions if not _answered_below(each)], "asked")


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
        figures.block(tag("div", figures.more(said, shown, opened=not number), class_="pi-fig pi-read"))


def rest(view: View, dry: batches.DryRun) -> None:
    """What was left out and why: rows skipped, personal columns, sheets that are no data, and the reader's notes."""
    personal = [heading for heading, why in dry.dropped if why == "personal data"]
    parts = [
        ("notes", _notes(view, dry)),
        ("personal", join([view.t(f"{PAGE}.personal_said", columns=", ".join(personal))]) if personal else None),
        ("skipped", _skipped(view, dry)),
        ("other_sheets", _others(view, dry.sheets)),
    ]
    figures.points([(view.t(f"{PAGE}.{key}"), said) for key, said in parts if said])


def _answered_below(issue: batches.Issue) -> bool:
    """Whether the next step asks for it, beside a field of its own."""
    return names.is_name(issue) or (issue.code == "unmapped_column" and issue.detail is None)


def _issues(view: View, upload: Upload, found: Sequence[batches.Issue], key: str) -> None:
    if not found:
        return
    told = (key, view.lang)
    if told not in upload.told:  # once per reading: there may be as many as the file has rows
        upload.told[told] = _in_words(view, found)
    rows = upload.told[told]
    columns = [
        Column("place", heading=f"{PAGE}.column_cell"),
        Column("message", heading=f"{PAGE}.column_what"),
        Column("value", heading=f"{PAGE}.column_value"),
    ]
    said = view.t(f"{PAGE}.{key}", n=view.number(len(found)))
    pager.figure(view, said, rows, columns, name=view.t(f"{PAGE}.{key}_file"), key=f"{key}-page",
                 note=view.t(f"{PAGE}.{key}_note"))  # fmt: skip


def _in_words(view: View, found: Sequence[batches.Issue]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": [words.cell(issue) for issue in found],
            "message": [words.message(view, issue) for issue in found],
            "value": [_short(issue.value) for issue in found],
        }
    )


def _columns(view: View, dry: batches.DryRun, sheet: batches.SheetRead) -> pd.DataFrame:
    stages = words.stages(view, dry.given.edition_id)
    read = sheet.columns
    frame = pd.DataFrame(
        {"place": [column.cell.split("!")[-1] for column in read], "heading": [column.heading for column in read]}
    )
    frame["taken"] = objects([_taken(view, dry, column, stages) for column in read], frame)
    frame["by"] = [view.t(f"{PAGE}.by_{column.by}") if column.column else None for column in read]
    frame["samples"] = [None if c.personal else "; ".join(map(_short_one, c.samples[:_FEW])) or None for c in read]
    return frame


def _heads() -> list[Column]:
    heads = {"place": "cell", "heading": "heading", "taken": "taken", "by": "by", "samples": "samples"}
    return [Column(name, heading=f"{PAGE}.column_{key}") for name, key in heads.items()]


def _taken(view: View, dry: batches.DryRun, column: batches.ColumnRead, stages: dict[str, str]) -> Html:
    if column.personal:
        return tag("span", view.t(f"{PAGE}.taken_personal"), class_="pi-off")
    if column.column:
        return tag("b", words.column(view, column.column, stages))
    key = "taken_unknown" if unknown(dry, column) else "taken_nothing"
    return tag("span", view.t(f"{PAGE}.{key}"), class_="pi-off")


def _notes(view: View, dry: batches.DryRun) -> Html | None:
    said = list(dict.fromkeys(words.note(view, note) for note in dry.notes))
    return tag("ul", *(tag("li", line) for line in said), class_="pi-lines") if said else None


def _skipped(view: View, dry: batches.DryRun) -> Html | None:
    """Reasons with their number, most first; the rows of each open below."""
    reasons: dict[str, dict[str, list[int]]] = {}
    for row in dry.skipped:
        reasons.setdefault(row.reason, {}).setdefault(row.sheet, []).append(row.row)
    if not reasons:
        return None
    named = {words.reason(view, "skip", name): of_sheets for name, of_sheets in reasons.items()}
    counted = sorted(((sum(map(len, rows.values())), name) for name, rows in named.items()), key=lambda pair: -pair[0])
    brief = ", ".join(f"{view.number(n)} {name}" for n, name in counted)
    where = (part for name, rows in named.items() for part in (tag("dt", name), tag("dd", _places(rows))))
    rows = figures.more(view.t(f"{PAGE}.which_rows"), tag("dl", *where, class_="pi-raw"))
    return join([tag("span", brief), rows])


def _places(of_sheets: Mapping[str, list[int]]) -> str:
    return "; ".join(f"{sheet}!{words.ranges(rows)}" for sheet, rows in of_sheets.items())


def _others(view: View, found: Sequence[batches.SheetRead]) -> Html | None:
    lines = [tag("li", tag("b", sheet.name), f": {words.reason(view, 'sheet', sheet.why)}")
             for sheet in found if not sheet.is_data]  # fmt: skip
    return tag("ul", *lines, class_="pi-lines") if lines else None


def _short(value: str | None) -> str | None:
    return None if value is None else _short_one(value)


def _short_one(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
