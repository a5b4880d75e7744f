"""One entry: its title, whose it is, and whether it has been handed in."""

from dataclasses import dataclass

import streamlit as st

from ui import figures
from ui.cells import records
from ui.entry_list import type_words
from ui.forms import offers, rows
from ui.forms.ids import free, slug
from ui.forms.kit import Form, Tables, nothing
from ui.forms.rows import Cells
from ui.view import View

_HANDED = ("yes", "no")
_TYPES = ("digital", "non-digital")
_SHAPES = ("pelayanan publik", "tata kelola", "bentuk lainnya")  # as Permendagri 104/2018 names them
_PLACES = {"innovation": "title", "name": "title", "agency": "agency", "agency_id": "agency", "edition_id": "edition",
           "submitted_on": "submitted_on", "decided_on": "submitted_on", "type": "type", "form": "shape"}  # fmt: skip


@dataclass(frozen=True)
class _Said:
    """What was filled in; "" and None are blank. `stage`: where the edition takes entries in."""

    edition: str
    title: str
    agency: str
    category: str
    group: str
    flagship: bool
    handed: bool
    stage: str | None
    day: str | None
    type: str
    shape: str


def draw(form: Form) -> None:
    """The form."""
    view = form.view
    edition = form.choose("edition", offers.editions(view), view.edition_name, required=True, value=view.choice.edition)
    if not edition:
        return
    if not offers.agencies(view):
        nothing(view, view.t("form.no_agencies"), view.t("form.no_agencies_do"))
        return
    said = _fields(form, edition)

    def sentence() -> str:
        day = view.day(said.day) if said.day else form.t("no_day")
        state = form.t("said_handed", day=day) if said.handed else form.t("said_draft")
        return form.t("said", title=said.title, agency=view.agency(said.agency), edition=view.edition_name(edition),
                      state=state)  # fmt: skip

    form.finish(sentence, lambda: _tables(view, said), government=view.choice.government, places=_PLACES,
                scope={"edition": edition})  # fmt: skip


def _fields(form: Form, edition: str) -> _Said:
    view = form.view
    title = " ".join(form.text("title", required=True).split())
    twin = _named(list(offers.entries(view, edition).values()), title)
    if twin:
        figures.notice(form.t("twin", entry=offers.entry_words(view, twin)))
    agencies = offers.agencies(view, offers.year_of(view, edition))
    agency = form.choose("agency", agencies, view.agency, required=True, of=edition)
    category, group = _parts(form, edition)
    flagship = form.tick("flagship")
    stage = offers.intake(offers.stages(view, edition))
    handed = form.either("handed", _HANDED, lambda word: form.t(f"handed_{word}")) == "yes"
    # Without a stage of intake only the day says that the entry was handed in.
    day = form.day("submitted_on", required=stage is None) if handed else None
    left, right = st.columns(2)
    with left:
        kind = form.choose("type", _TYPES, lambda word: str(type_words(view, word)))
    with right:
        shape = form.choose("shape", _SHAPES, str.capitalize)
    return _Said(edition, title, agency, category, group, flagship, handed, stage, day, kind, shape)


def _parts(form: Form, edition: str) -> tuple[str, str]:
    """Category and group, where entries or stages of the contest have any."""
    view = form.view
    here = {**offers.WHOLE, "edition": edition}
    listed = records(view.listing("entries", **here))
    if not offers.seen(listed, "category"):
        contest = {**offers.WHOLE, "competition": view.choice.competition}
        listed = records(view.listing("entries", **contest))
    staged = [part for name in offers.seen(offers.stages(view, edition).values(), "group") for part in name.split("+")]
    groups = sorted({*staged, *offers.seen(listed, "group")})
    categories = offers.seen(listed, "category")
    category = form.choose("category", categories, str, of=edition) if categories else ""
    return category, form.choose("group", groups, str, of=edition) if groups else ""


def _tables(view: View, said: _Said) -> Tables:
    key = _key(view, said)
    row: Cells = {
        "submission_id": key, "edition_id": said.edition, "innovation": said.title,
        "government_id": view.choice.government, "agency": view.agency(said.agency), "category": said.category or None,
        "group": said.group or None, "flagship": "true" if said.flagship else None, "submitted_on": said.day,
    }  # fmt: skip
    tables: Tables = {"submissions": [row]}
    if said.type or said.shape:
        made = _innovation(view, said)
        tables["innovations"] = [made]
        row["innovation_id"] = made["innovation_id"]
    if said.handed and said.stage:
        result: Cells = {"submission_id": key, "stage_id": said.stage, "outcome": "passed", "decided_on": said.day}
        tables["stage_results"] = [result]
    return tables


def _innovation(view: View, said: _Said) -> Cells:
    """The innovation with its type and form: the one of that name that is there already, else a new one."""
    listed = rows.found(view, "innovations")
    there = next((row for row in listed if _same(row["name"], said.title)), None)
    new: Cells = {
        "innovation_id": free(slug(view.choice.government, said.title), {str(row["innovation_id"]) for row in listed}),
        "government_id": view.choice.government, "agency_id": said.agency, "name": said.title,
        "flagship": "true" if said.flagship else None,
    }  # fmt: skip
    kept = rows.cells("innovations", there) if there else new
    stated = {"type": said.type, "form": said.shape}
    return kept | {name: value for name, value in stated.items() if value}


def _key(view: View, said: _Said) -> str:
    taken = {str(row["submission_id"]) for row in rows.found(view, "submissions", government=None)}
    return free(slug(said.edition, view.choice.government, said.title), taken)


def _named(listed: list[offers.Row], title: str) -> offers.Row | None:
    return next((row for row in listed if title and _same(row["innovation"], title)), None)


def _same(one: object, other: str) -> bool:
    return " ".join(str(one).lower().split()) == " ".join(other.lower().split())
