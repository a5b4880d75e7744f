"""An agency's answer to its state on the board: it stands beside the state and does not change it."""

import streamlit as st

from ui import figures
from ui.forms import duties
from ui.forms.ids import free, slug
from ui.forms.kit import Form, Tables
from ui.forms.rows import Cells
from ui.markup import tag

_NEW = ""


def draw(form: Form) -> None:
    """The form."""
    chosen = duties.ask(form)
    if chosen is None:
        return
    view, (agency, year) = form.view, chosen
    figures.block(tag("p", duties.words(view, agency, year), class_="pi-say"))
    kept = _replaced(form, agency, year)
    of = f"{agency}-{year}-{kept.get('reply_id')}"
    text = form.text("text", required=True, value=kept.get("text") or "", of=of, most=1000)
    left, middle, right = st.columns(3)
    with left:
        reference = form.text("reference", value=kept.get("reference") or "", of=of, most=200)
    with middle:
        by = form.text("said_by", value=kept.get("by") or "", of=of, most=200)
    with right:
        day = form.day("on_date", value=kept.get("on_date"), of=of)
    key = kept.get("reply_id") or free(slug(agency, year), _ids(form))
    row: Cells = {"reply_id": key, "agency_id": agency, "year": year, "text": text, "reference": reference or None,
                  "by": by or None, "on_date": day or kept.get("on_date")}  # fmt: skip

    def make() -> Tables:
        return {"replies": [row]}

    form.finish(lambda: form.t("said", agency=view.agency(agency), year=year, text=text), make,
                government=view.choice.government,
                places={"agency_id": "agency", "year": "year", "by": "said_by", "text": "text"})  # fmt: skip


def _replaced(form: Form, agency: str, year: str) -> Cells:
    """The earlier answer that this one takes the place of; empty for a new one."""
    before = {str(row["reply_id"]): row for row in duties.earlier(form.view, "replies", agency, year)}
    if not before:
        return {}
    which = form.either("which", (_NEW, *before), lambda key: _which(form, before[key]["text"] if key else None),
                        of=f"{agency}-{year}")  # fmt: skip
    return duties.cells(before[which]) if which else {}


def _which(form: Form, text: object) -> str:
    return form.t("which_new") if text is None else form.t("which_old", text=text)


def _ids(form: Form) -> set[str]:
    return {str(key) for key in form.view.listing("replies", **duties.LOOSE | {"government": None})["reply_id"]}
