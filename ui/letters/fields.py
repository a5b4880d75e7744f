"""What the letter is told: its days, whom to ask, one or many, and the office's own template."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

import streamlit as st

import texts
from reports import LetterRequest
from ui import figures
from ui.letters import addressees, days
from ui.markup import tag
from ui.view import View

_PAGE = "page.surat"
_KEPT = "pi-letter-fields"
FORMS: tuple[Literal["one", "each"], ...] = ("one", "each")
_LINE = 160


def request(view: View, year: int, rows: Sequence[dict[str, Any]], states: Sequence[str]) -> LetterRequest:
    """The letter as the fields ask for it; a day that cannot be read counts as blank and says so."""
    left, right = st.columns(2, gap="large")
    with left:
        dated, deadline = day(view, "dated"), day(view, "deadline")
        contact = line(view, "contact")
        _order(view, dated, deadline)
    with right:
        assistance, place = day(view, "assistance"), line(view, "place")
        form = _form(view)
    return LetterRequest(
        government=view.choice.government,
        year=year,
        agencies=tuple(row["agency_id"] for row in rows),
        states=tuple(states),
        form=form,
        dated=dated,
        deadline=deadline,
        assistance=assistance,
        assistance_place=place or None,
        contact=contact or None,
        template=template(view),
        lang=view.lang,
    )


def line(view: View, name: str) -> str:
    """A line of text, kept while the reader looks at other pages."""
    slot = f"pi-letter-{name}"
    st.session_state.setdefault(slot, _kept().get(name, ""))
    said = st.text_input(view.t(f"{_PAGE}.field_{name}"), key=slot, max_chars=_LINE, on_change=_keep, args=(slot, name),
                         placeholder=view.t(f"{_PAGE}.example_{name}"))  # fmt: skip
    return said.strip()


def day(view: View, name: str) -> date | None:
    """A day written as people write it; below it, the day with its weekday as the letter prints it."""
    said = line(view, name)
    if not said:
        return None
    found = days.read(said)
    if found is None:
        addressees.wrong(view.t(f"{_PAGE}.no_day", said=said))
        return None
    addressees.note(texts.day(found, view.lang, weekday=True))
    return found


def template(view: View) -> bytes | None:
    """The office's own template, None for ours. What Streamlit writes inside the field comes from the catalogue."""
    said = {name: json.dumps(view.t(f"page.impor.{name}")) for name in ("drop", "browse")}
    limit = json.dumps(view.t(f"{_PAGE}.template_kind"))
    st.html(f"<style>:root{{--pi-drop:{said['drop']};--pi-browse:{said['browse']};--pi-limit:{limit}}}</style>")
    with st.expander(view.t(f"{_PAGE}.template"), key="pi-letter-template"):
        figures.block(tag("p", view.t(f"{_PAGE}.template_note"), class_="pi-say"))
        with st.container(key="pi-im-drop"):
            given = st.file_uploader(view.t(f"{_PAGE}.template_file"), key="pi-letter-file")
            addressees.wrong(view.t("page.impor.too_large", n=view.number(st.get_option("server.maxUploadSize"))))
    return None if given is None else given.getvalue()


def _form(view: View) -> Literal["one", "each"]:
    slot = "pi-letter-form"
    st.session_state.setdefault(slot, _kept().get("form", "one"))
    said = st.radio(view.t(f"{_PAGE}.field_form"), FORMS, format_func=lambda form: view.t(f"{_PAGE}.form_{form}"),
                    horizontal=True, key=slot, on_change=_keep, args=(slot, "form"))  # fmt: skip
    return "each" if said == "each" else "one"


def _order(view: View, dated: date | None, deadline: date | None) -> None:
    if dated and deadline and deadline < dated:
        addressees.wrong(view.t(f"{_PAGE}.wrong_order"))


def _kept() -> dict[str, str]:
    kept: dict[str, str] = st.session_state.setdefault(_KEPT, {})
    return kept


def _keep(slot: str, name: str) -> None:
    _kept()[name] = str(st.session_state[slot])
