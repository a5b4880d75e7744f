"""A target with its document: a new one, or one on record that a later document changes."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from planning import caps
from ui import figures, goal_words, goals, own
from ui.cells import known, number
from ui.forms import basis, offers, rows, target_fields, target_rows
from ui.forms.basis import Basis
from ui.forms.kit import Form, Tables, whole_day
from ui.forms.rows import Cells
from ui.markup import tag
from ui.view import View

Row = Mapping[str, Any]
_COMPARATORS = ("at_least", "at_most", "exactly")
_DOCUMENTS = ("new", "same")
_LEAST_PERCENT = 2  # a participation of 1 or less is read as a fraction: 0.9 is 90 %
_HUNDRED, _MOST = 100, 10**6
_PLACES = {"value": "value", "comparator": "comparator", "year": "year", "edition_id": "edition", "set_on": "set_on",
           "set_by": "set_by", "metric": "metric", "source_id": "basis_title"}  # fmt: skip


def draw(form: Form) -> None:
    """The form."""
    view, listed = form.view, on_record(form.view)
    asked = own.words("about")
    before = _revised(form, listed, asked)
    of = f"{asked}-{before['target_id']}" if before else f"{asked}-new"
    if before:
        figures.block(tag("p", form.t("thing", target=_thing(view, before)), class_="pi-say"))
    meant = before or target_fields.ask(form, of)
    if meant is None:
        return
    start = before or _there(form, target_rows.same(listed, meant))
    of = f"{of}-{meant['metric']}"
    comparator, value = _aim(form, meant, start, of)
    _beyond(form, meant, value)
    set_by, set_on, note = _set(form, meant, start, of)
    document = _document(form, start, of)
    if start and set_on is None and document.id == start["source_id"]:
        set_on = rows.text(start["set_on"])  # known to the month or year, which a calendar cannot hold
    row = target_rows.row(
        scope_kind=meant["scope_kind"], scope_id=meant["scope_id"], metric=meant["metric"], comparator=comparator,
        value=value, source_id=document.id, year=int(meant["year"]) if known(meant["year"]) else None,
        edition_id=rows.text(meant["edition_id"]), set_on=set_on, set_by=set_by or None, note=note or None,
        known=[before] if before else listed,
    )  # fmt: skip
    edition = row["edition_id"]

    def make() -> Tables:
        return {"sources": document.rows, "targets": [row]}

    form.finish(lambda: said(form, row, document), make, government=view.choice.government, places=_PLACES,
                scope={"edition": edition} if edition else {})  # fmt: skip


def on_record(view: View) -> list[dict[str, Any]]:
    """The targets of the government, of its agencies and of the contests that it organises, latest year first."""
    every = rows.found(view, "targets", government=None)
    mine = {view.choice.government}
    organised = {key for key, row in view.known.competitions.items() if row["government_id"] in mine}
    return [row for row in every if row["government_id"] in mine or _contest(view, row) in organised]


def said(form: Form, row: Cells, document: Basis) -> str:
    """What will be written, in one sentence."""
    view = form.view
    words = {"target": _thing(view, row), "aim": goal_words.of(view).aim(_progress(row)), "source": document.title}
    if row["set_by"]:
        return form.t("said_by", by=row["set_by"], **words)
    return form.t("said", **words)


def _contest(view: View, row: Row) -> str | None:
    """The contest of a target for all entrants."""
    if row["scope_kind"] != "all" or not known(row["edition_id"]):
        return None
    edition = view.known.editions.get(str(row["edition_id"]))
    return str(edition["competition_id"]) if edition else None


def _revised(form: Form, listed: Sequence[dict[str, Any]], asked: str) -> dict[str, Any] | None:
    """The target on record that is to be changed, the address's first; None for a new one."""
    by_id = {str(row["target_id"]): row for row in listed}
    named = {"": form.t("new")} | {key: _named(form.view, row) for key, row in by_id.items()}
    if len(named) == 1:
        return None
    chosen = form.choose("revises", list(named), named.__getitem__, value=asked if asked in by_id else "", of=asked)
    return by_id.get(chosen)


def _named(view: View, row: Row) -> str:
    return f"{_thing(view, row)}: {goal_words.of(view).aim(_progress(row))}"


def _thing(view: View, row: Row) -> str:
    """Whose, for when and what: "Kabupaten Bangka, KIPP 2018: Usulan diserahkan"."""
    when = view.edition_name(row["edition_id"]) if known(row["edition_id"]) else str(int(number(row["year"]) or 0))
    what = goal_words.of(view).what(_progress(row))
    return f"{when}: {what}" if row["scope_kind"] != "government" else f"{view.place}, {when}: {what}"


def _progress(row: Row) -> Row:
    """A row of the input table as the words of targets take it."""
    return dict(row) | {"target_metric": row["metric"], "denominator": number(row.get("value"))}


def _there(form: Form, same: Sequence[Row]) -> Row | None:
    """The target on record for the very same thing, said: what is written here takes its place."""
    for row in same[:1]:
        source = form.view.sources.get(str(row["source_id"]))
        title = str(source["title"]) if source else str(row["source_id"])
        figures.notice(form.t("there", aim=goal_words.of(form.view).aim(_progress(row)), source=title))
        return row
    return None


def _aim(form: Form, meant: Row, start: Row | None, of: str) -> tuple[str, str | None]:
    """How much: the comparator, and the number where there is one."""
    metric = str(meant["metric"])
    usual = "at_most" if metric == "rank" else "at_least"
    left, right = st.columns(2)
    with left:
        comparator = form.either("comparator", _COMPARATORS, lambda each: form.t(f"comparator_{each}"),
                                 value=str(start["comparator"]) if start else usual, of=of)  # fmt: skip
    with right:
        given = number(start["value"]) if start else None
        if metric != "participation":
            least, decimals = int(metric == "rank"), int(given is not None and not given.is_integer())
            return comparator, form.number("value", value=given, least=least, most=_MOST, decimals=decimals, of=of)
        percent = given * _HUNDRED if given is not None and given <= 1 else given
        return comparator, form.number("percent", value=percent, least=_LEAST_PERCENT, most=_HUNDRED, decimals=1, of=of)


def _beyond(form: Form, meant: Row, value: str | None) -> None:
    """That the number is above what the edition allows: a document may say so all the same, and is recorded."""
    view, metric = form.view, str(meant["metric"])
    if value is None or not known(meant["edition_id"]) or meant["scope_kind"] == "all":
        return
    edition = str(meant["edition_id"])
    if metric.startswith("reach:"):
        stage = offers.stages(view, edition).get(metric.removeprefix("reach:"))
        most, key = (number(stage["quota"]) if stage else None), "over_quota"
    elif metric in goals.COUNTED:
        most, key = number(caps.cap(view.warehouse, view.choice.government, edition).value), "over_cap"
    else:
        return
    if most is not None and float(value) > most:
        figures.notice(form.t(key, n=view.number(most), edition=view.edition_name(edition)))


def _set(form: Form, meant: Row, start: Row | None, of: str) -> tuple[str, str | None, str]:
    """Who set it, when, and a note: an earlier one spoke of the earlier document."""
    kept: Cells = {name: rows.text(start[name]) if start else None for name in ("set_by", "set_on")}
    left, right = st.columns(2)
    with left:
        set_by = form.text("set_by", value=kept["set_by"] or "", of=of, most=200)
    with right:
        set_on = form.day("set_on", value=kept["set_on"], of=of)
    edition = form.view.known.editions.get(str(meant["edition_id"]))
    closes = whole_day(edition["closes_on"]) if edition else None
    if set_on and closes and set_on > closes.isoformat():
        figures.notice(form.t("set_late", edition=form.view.edition_name(meant["edition_id"]),
                              day=form.view.day(closes)))  # fmt: skip
    return set_by, set_on, form.text("note", of=of)


def _document(form: Form, start: Row | None, of: str) -> Basis:
    """The document it rests on: a new one, or where a target is put right the one it rests on already."""
    source = str(start["source_id"]) if start else ""
    if source not in form.view.sources:
        return basis.ask(form, required=True, of=of)
    title = str(form.view.sources[source]["title"])
    which = form.either("document", _DOCUMENTS, lambda each: form.t(f"document_{each}", title=title), of=of)
    return Basis(source, title, []) if which == "same" else basis.ask(form, required=True, of=of)
