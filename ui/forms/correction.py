"""The correction of one row of the government's own: its cells one by one, old beside new."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ui import figures, own
from ui.cells import known
from ui.forms import offers, outcome, rows
from ui.forms.kit import Form, Tables, nothing
from ui.forms.result import OUTCOMES
from ui.markup import tag
from ui.tables import Column, scroller, table
from ui.view import View

TABLES: Mapping[str, tuple[str, ...]] = {  # per table the cells that tell its rows apart for a reader
    "submissions": ("edition_id", "innovation", "agency"),
    "stage_results": ("edition_id", "innovation", "stage_id"),
    "innovations": ("name",),
    "agencies": ("name", "valid_from"),
    "coverage": ("edition_id", "year", "stage_id", "scope_id"),
    "reported_counts": ("edition_id", "stage_id", "category", "value", "source_id"),
    "targets": ("year", "edition_id", "metric", "value"),
    "awards": ("edition_id", "innovation", "award"),
    "events": ("on_date", "kind", "note"),
    "editions": ("edition_id",),
    "stages": ("edition_id", "name"),
    "policies": ("year",),
}
_KEYS: Mapping[str, set[str]] = {  # what makes the row that row: another value would be another row
    "submissions": {"submission_id"},
    "stage_results": {"submission_id", "stage_id"},
    "innovations": {"innovation_id"},
    "agencies": {"agency_id"},
    "coverage": {"scope_kind", "scope_id", "edition_id", "year", "stage_id"},
    "reported_counts": {
        "edition_id",
        "stage_id",
        "scope_kind",
        "scope_id",
        "measure",
        "source_id",
        "group",
        "category",
    },
    "targets": {"target_id"},
    "awards": {"submission_id", "award"},
    "events": {"event_id"},
    "editions": {"edition_id"},
    "stages": {"edition_id", "stage_id"},
    "policies": {"government_id", "year"},
}
_FIXED = {"government_id", "edition_id", "competition_id", "innovation_id", "scope_kind", "scope_id"}
_FLAG = ("template.word.flag", ("true", "false"))
_WORDS: Mapping[str, tuple[str, Sequence[str]]] = {  # per column, or table.column: where its words stand, and the words
    "outcome": ("outcome", OUTCOMES),
    "extent": ("extent", ("complete", "passed_only", "partial", "none")),
    "status": ("stage_status", ("held", "planned")),
    "flagship": _FLAG,
    "preferred": _FLAG,
    "roll_up": _FLAG,
    "agencies.kind": (
        "agency_kind",
        ("dinas", "badan", "sekretariat", "inspektorat", "kecamatan", "kelurahan", "desa", "bumd", "rsud", "puskesmas",
         "upt", "satpol", "sekolah", "other"),
    ),
    "events.kind": ("event_kind", ("clinic", "workshop", "assistance", "socialisation", "meeting")),
    "stages.kind": (
        "stage_kind",
        ("identified", "drafted", "clinic", "revised", "verified", "registered", "submitted", "administrative",
         "evaluation", "shortlist", "presentation", "field", "final", "award"),
    ),
    "targets.comparator": ("comparator", ("at_least", "at_most", "exactly")),
    "reported_counts.comparator": ("template.word.comparator", ("=", "~", ">=")),
}  # fmt: skip


def draw(form: Form) -> None:
    """The table, the row, its cells."""
    view = form.view
    asked_table, asked_place = _asked()
    name = form.choose("table", list(TABLES), lambda t: outcome.table(view, t), required=True, value=asked_table)
    if not name:
        return
    listed = {_key(row): row for row in rows.found(view, name)}
    if not listed:
        nothing(view, form.t("no_rows", table=outcome.table(view, name), place=view.place), form.t("no_rows_do"))
        return
    place = form.choose("row", list(listed), lambda k: _title(view, name, listed[k]), required=True,
                        value=asked_place, of=name)  # fmt: skip
    if place:
        _edit(form, name, listed[place], place)


def _edit(form: Form, name: str, row: Mapping[str, Any], place: str) -> None:
    view = form.view
    old = rows.cells(name, row)
    new = dict(old)
    for column in old:
        if column not in _KEYS[name] | _FIXED:
            new[column] = _cell(form, name, column, old[column], place) or None
    changes = [(column, old[column], new[column]) for column in old if old[column] != new[column]]
    if changes:
        _compare(form, changes)
    else:
        form.refused = True
        figures.notice(form.t("unchanged"))

    def said() -> str:
        columns = ", ".join(view.t(f"form.column.{column}") for column, _, _ in changes)
        return form.t("said", table=outcome.table(view, name), row=_title(view, name, row), columns=columns)

    def make() -> Tables:
        return {name: [new]}

    scope = {"edition": str(row["edition_id"])} if known(row.get("edition_id")) else {}
    form.finish(said, make, government=view.choice.government or None, places={column: column for column in old},
                scope=scope)  # fmt: skip


def _cell(form: Form, name: str, column: str, value: str | None, of: str) -> str | None:
    """One cell's field: a list where the data hold one, else a line of text."""
    view = form.view
    limited = _WORDS.get(f"{name}.{column}") or _WORDS.get(column)
    if limited:
        section, allowed = limited
        return form.choose(column, allowed, lambda word: view.t(f"{section}.{word}"), value=value, of=of)
    if column in ("agency_id", "parent_id"):
        return form.choose(column, offers.agencies(view), view.agency, value=value, of=of)
    if column == "agency":  # written by its name; a name that is not in the register stays to be chosen
        names = [view.agency(each) for each in offers.agencies(view)]
        return form.choose(column, list(dict.fromkeys([*filter(None, [value]), *names])), str, value=value, of=of)
    if column == "source_id":
        return form.choose(column, list(view.sources), lambda s: str(view.sources[s]["title"] or s), value=value, of=of)
    return form.text(column, value=value or "", of=of, most=2000)


def _compare(form: Form, changes: Sequence[tuple[str, str | None, str | None]]) -> None:
    """Old beside new, changed cells only."""
    view = form.view
    made = [(view.t(f"form.column.{column}"), old, new) for column, old, new in changes]
    frame = pd.DataFrame(made, columns=["cell", "old", "new"], dtype=object)
    columns = [Column(each, heading=f"form.correction.column_{each}") for each in ("cell", "old", "new")]
    said = form.t("changes", n=view.number(len(changes)))
    figures.block(tag("div", scroller(table(frame, columns, said, view.lang), said)))


def _title(view: View, name: str, row: Mapping[str, Any]) -> str:
    return " · ".join(_part(view, column, row[column]) for column in TABLES[name] if known(row[column]))


def _part(view: View, column: str, value: object) -> str:
    if column == "edition_id":
        return view.edition_name(value)
    if column == "scope_id":
        return view.known.name(str(value)) or view.agency(value)
    return rows.text(value) or ""


def _key(row: Mapping[str, Any]) -> str:
    return f"{row['dataset']}:{int(row['line'])}"


def _asked() -> tuple[str | None, str | None]:
    """The row that the address names: "submissions/batch-0007:12"."""
    name, _, place = own.words("about").partition("/")
    return (name, place) if name in TABLES else (None, None)
