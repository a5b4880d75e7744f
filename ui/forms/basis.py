"""The document that a form rests on, as a row of the table of sources."""

from dataclasses import dataclass, field

import streamlit as st

from ui.forms.ids import free, slug
from ui.forms.kit import Form
from ui.forms.rows import Cells

GRADES = ("official", "own")


@dataclass(frozen=True)
class Basis:
    """The id of the source (None: none was named), its title, and the row to write."""

    id: str | None = None
    title: str | None = None
    rows: list[Cells] = field(default_factory=list)


def ask(form: Form, *, required: bool, of: str = "", grade: str = "official") -> Basis:
    """Ask for title, number, publisher and date; folded away where the form can do without."""
    if required:
        return _fields(form, True, of, grade)
    with st.expander(form.view.t("form.basis")):
        return _fields(form, False, of, grade)


def _fields(form: Form, required: bool, of: str, grade: str) -> Basis:
    view = form.view
    title = form.text("basis_title", required=required, of=of)
    left, middle, right = st.columns(3)
    with left:
        number = form.text("basis_number", of=of, most=100)
    with middle:
        publisher = form.text("basis_publisher", of=of, value="", most=200)
    with right:
        day = form.day("basis_date", of=of)
    kind = form.either("basis_grade", GRADES, lambda g: view.t(f"form.grade_{g}"), value=grade, of=of)
    if not title:
        return Basis()
    named = view.t("form.numbered", title=title, number=number) if number else title
    key = free(slug(view.choice.government or "nasional", title, number, (day or "")[:4]), view.sources)
    row: Cells = {"source_id": key, "title": named, "publisher": publisher or None, "published_on": day,
                  "url": None, "grade": kind}  # fmt: skip
    return Basis(key, named, [row])
