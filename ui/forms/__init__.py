"""Forms for those without a spreadsheet: each writes a few rows as an input batch of its own."""

from collections.abc import Callable, Mapping

import streamlit as st

from ui import own
from ui.forms import (
    correction,
    coverage,
    edition,
    entry,
    exemption,
    home,
    outcome,
    policy,
    question,
    reply,
    result,
    rival,
    target,
)
from ui.forms.kit import Form, nothing
from ui.markup import tag
from ui.view import View

FORMS: Mapping[str, Callable[[Form], None]] = {
    "entry": entry.draw,
    "result": result.draw,
    "coverage": coverage.draw,
    "edition": edition.draw,
    "reply": reply.draw,
    "exemption": exemption.draw,
    "policy": policy.draw,
    "target": target.draw,
    "question": question.draw,
    "rival": rival.draw,
    "correction": correction.draw,
    "home": home.draw,
}
_ANYWHERE = {"edition", "rival", "home"}  # what belongs to no single government


def draw(view: View) -> None:
    """The choice of what to do, and below it that one form."""
    asked = own.one("form", tuple(FORMS), "")
    st.selectbox(
        view.t("form.what"),
        tuple(FORMS),
        index=None,
        placeholder=view.t("form.choose"),
        format_func=lambda name: view.t(f"form.do.{name}"),
        **own.tied("pi-form", "form", asked or None),
    )
    if not asked:
        st.html(tag("p", view.t("form.what_note"), class_="pi-none"))
        return
    if not view.choice.government and asked not in _ANYWHERE:
        nothing(view, view.t("form.no_government"), view.t("form.no_government_do"))
        return
    st.html(tag("p", view.t(f"form.about.{asked}"), " ", view.t("form.marked"), class_="pi-none"))
    with st.container(key=f"pi-form-{asked}"):
        FORMS[asked](Form(view, asked))
    outcome.show(view, asked)  # below the button: that is where the reader is after pressing it
