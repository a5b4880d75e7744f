"""Minutes of the government's meetings and clinics, each as a file to complete and sign."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

import texts
from reports import MinutesRequest, minutes, templating
from ui import figures
from ui.cells import known, records
from ui.letters.addressees import note
from ui.letters.files import DOCX
from ui.view import View

_PAGE = "page.surat"


def draw(view: View) -> None:
    """The meetings on record, newest first, and the minutes of the one chosen; where there is none, why."""
    found = _found(view)
    if not found:
        figures.statement(view.t(f"{_PAGE}.minutes_none"), view.t(f"{_PAGE}.minutes_none_why", place=view.place))
        return
    figures.heading(view.t(f"{_PAGE}.minutes", n=view.number(len(found))), view.t(f"{_PAGE}.minutes_note"))
    with st.container(horizontal=True, key="pi-letter-minutes", vertical_alignment="bottom"):
        chosen = st.selectbox(view.t(f"{_PAGE}.meeting"), tuple(found), format_func=found.__getitem__, width=460,
                              key="pi-letter-meeting")  # fmt: skip
        request = MinutesRequest(view.choice.government, chosen, lang=view.lang)
        st.download_button(view.t(f"{_PAGE}.minutes_docx"), lambda: minutes(view.warehouse, request),
                           f"berita-acara-{chosen}.docx", DOCX, key="pi-letter-minutes-docx", on_click="ignore",
                           icon=":material/download:")  # fmt: skip
        st.download_button(view.t(f"{_PAGE}.ours"), lambda: templating.shipped("minutes", view.lang),
                           f"templat-berita-acara.{view.lang}.docx", DOCX, key="pi-letter-minutes-ours",
                           type="tertiary", on_click="ignore")  # fmt: skip
    note(view.t(f"{_PAGE}.minutes_blank"))


def _found(view: View) -> dict[str, str]:
    """Meetings and events by id, in words, newest first."""
    asked: dict[str, Any] = {"competition": None, "edition": None, "years": None, "agency": None}
    met = {str(row["meeting_id"]): row for row in records(view.listing("meetings", **asked))}
    events = {str(row["event_id"]): row for row in records(view.listing("events", **asked))}
    listed = [(key, row, str(row["kind"] or view.t("event_kind.meeting"))) for key, row in met.items()]
    listed += [(key, row, view.t(f"event_kind.{row['kind']}")) for key, row in events.items()]
    listed.sort(key=lambda each: str(each[1]["on_date"]) if known(each[1]["on_date"]) else "", reverse=True)
    return {key: f"{kind}, {_when(view, row)}" for key, row, kind in listed}


def _when(view: View, row: Mapping[str, Any]) -> str:
    if not known(row["on_date"]):
        return view.t(f"{_PAGE}.no_date")
    return texts.day(str(row["on_date"]), view.lang, weekday=True)
