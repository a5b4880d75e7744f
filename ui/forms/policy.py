"""The policy of one year by the government's own document: kinds counted, units, minimum, contests."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from ui import figures, links, own, standing
from ui.cells import known, records
from ui.compliance.choices import KINDS
from ui.forms import basis, duties, offers, rows
from ui.forms.basis import Basis
from ui.forms.kit import Form, Tables, nothing
from ui.forms.rows import Cells
from ui.markup import tag
from ui.view import View

Row = Mapping[str, Any]
_LIKE = ("year", "before")
_DOCUMENTS = ("same", "new")


def draw(form: Form) -> None:
    """The form."""
    view = form.view
    listed = {int(row["year"]): row for row in records(view.listing("policies", **duties.LOOSE))}
    if not listed:
        nothing(view, view.t("form.reply.no_board"), view.t("form.reply.no_board_do"))
        return
    year = _year(form, listed)
    if not year:
        return
    start, like = _start(form, listed, year)
    of = f"{year}-{like}"
    minimum = form.number("minimum", required=True, value=int(start["minimum_per_agency"]), least=1, most=100, of=of)
    kinds = _kinds(form, start, year, of)
    roll_up = form.tick("roll_up", value=bool(start["roll_up"]), of=of)
    contests = _contests(form, year, like, of)
    document = _document(form, start if like == "before" else None, of)
    row: Cells = {"government_id": view.choice.government, "year": str(year), "kinds_counted": "|".join(kinds),
                  "roll_up": "true" if roll_up else "false", "minimum_per_agency": minimum,
                  "competitions_counted": "|".join(contests) or None, "source_id": document.id}  # fmt: skip

    def make() -> Tables:
        return {"sources": document.rows, "policies": [row]}

    form.finish(lambda: _said(form, row, kinds, document), make, government=view.choice.government,
                places={"year": "year", "minimum_per_agency": "minimum", "source_id": "basis_title"})  # fmt: skip


def _year(form: Form, listed: Mapping[int, Row]) -> int:
    """The year to speak of: one of the board's, or the one after it."""
    asked = own.words("about")
    offered = [str(year) for year in sorted({*listed, max(listed) + 1}, reverse=True)]
    said = form.choose("year", offered, str, required=True, value=asked if asked in offered else str(max(listed)),
                       of=asked)  # fmt: skip
    if said and int(said) in listed:
        links.to(form.view, "kepatuhan", form.view.t("form.reply.board"), year=said)
    return int(said) if said else 0


def _start(form: Form, listed: Mapping[int, Row], year: int) -> tuple[Row, str]:
    """The policy that fills the fields: the year's own as it stands, or that of the year before, in one step."""
    options = [name for name, of_year in zip(_LIKE, (year, year - 1), strict=True) if of_year in listed]
    given = {"year": year, "before": year - 1}
    like = form.either("like", options, lambda o: form.t(f"like_{o}", year=given[o], whose=_whose(form.view,
                       listed[given[o]])), of=str(year))  # fmt: skip
    return listed[given[like]], like


def _whose(view: View, row: Row) -> str:
    whose = "own" if not row["is_default"] else "nation" if known(row["source_id"]) else "default"
    return view.t(f"page.kepatuhan.policy_{whose}")


def _kinds(form: Form, start: Row, year: int, of: str) -> list[str]:
    """The kinds counted, each with how many agencies of it there are."""
    counted = [str(kind) for kind in start["kinds_counted"]]
    words = _numbers(form, year)
    figures.block(tag("p", form.t("kinds"), class_="pi-say"))
    places, chosen = st.columns(3), []
    for place, kind in enumerate(KINDS):
        with places[place % 3]:
            if form.tick(f"kind-{kind}", value=kind in counted, of=of, label=words[kind]):
                chosen.append(kind)
    if not chosen:
        form.error(form.t("no_kind"))
    return chosen


def _numbers(form: Form, year: int) -> dict[str, str]:
    """Each kind with its number on the board of the year; where it is not counted yet, with that on the list."""
    view = form.view
    board = Counter(view.agency_kind(agency) for agency in standing.every_of(view, year)["agency_id"])
    listed = Counter(view.agency_kind(agency) for agency in offers.agencies(view, year))
    return {
        kind: form.t("kind_board" if board[kind] else "kind_list", kind=view.t(f"agency_kind.{kind}"),
                     n=view.number(board[kind] or listed[kind]))
        for kind in KINDS
    }  # fmt: skip


def _contests(form: Form, year: int, like: str, of: str) -> list[str]:
    """The contests that the document names; none where it names none, then the rule says which."""
    view = form.view
    own_rows = {int(row["year"]): row for row in rows.found(view, "policies") if known(row["government_id"])}
    stated = own_rows.get(year if like == "year" else year - 1, {}).get("competitions_counted")
    named = (rows.text(stated) or "").split("|")
    offered = _offered(view, named)
    with st.expander(form.t("contests"), expanded=any(named)):
        figures.block(tag("p", form.t("contests_note"), class_="pi-none"))
        return [c for c in offered if form.tick(f"contest-{c}", value=c in named, of=of, label=view.short_name(c))]


def _offered(view: View, named: Sequence[str]) -> list[str]:
    """Contests and registers that can count: its own, the national ones, those it has editions in, those named."""
    mine = view.known.of.get(view.choice.government, {})
    return [
        key
        for key, row in view.known.competitions.items()
        if row["type"] in {"contest", "register"}
        and (
            row["level"] == "national" or row["government_id"] == view.choice.government or key in mine or key in named
        )
    ]


def _document(form: Form, before: Row | None, of: str) -> Basis:
    """The basis: the document of the year that is taken over, or a new one."""
    source = str(before["source_id"]) if before is not None and known(before["source_id"]) else None
    if source is None or source not in form.view.sources:
        return basis.ask(form, required=True, of=of)
    title = str(form.view.sources[source]["title"])
    which = form.either("document", _DOCUMENTS, lambda d: form.t(f"document_{d}", title=title), of=of)
    return Basis(source, title, []) if which == "same" else basis.ask(form, required=True, of=of)


def _said(form: Form, row: Cells, kinds: Sequence[str], document: Basis) -> str:
    view = form.view
    units = form.t("units_yes" if row["roll_up"] == "true" else "units_no")
    named = ", ".join(view.t(f"agency_kind.{kind}") for kind in kinds)
    return form.t("said", place=view.place, year=row["year"], minimum=row["minimum_per_agency"], kinds=named,
                  units=units, source=document.title)  # fmt: skip
