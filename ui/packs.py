"""The files to take into a meeting: the same sections as slides, as a document and as a workbook."""

from collections.abc import Callable

import streamlit as st

from reports.pack import FORMATS, Pack, PackRequest
from reports.plan import PlanRequest
from ui import figures
from ui.view import View

_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "pdf": "application/pdf",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}
_ICONS = {"pptx": ":material/co_present:", "pdf": ":material/picture_as_pdf:", "xlsx": ":material/table_view:"}


def draw(view: View, plan: PlanRequest | None = None) -> None:
    """The three files about the edition in view, made when they are asked for; with the numbers of `plan` where one was
    made on the page. Nothing where no edition is in view."""
    if view.choice.edition is None:
        return
    asked = PackRequest(view.choice.government or None, view.choice.edition, plan, view.lang)
    pack = Pack(view.warehouse, asked)
    figures.heading(view.t("pack.download"), view.t("pack.download_help"))
    with st.container(horizontal=True, key="pi-pack", vertical_alignment="center"):
        for kind in FORMATS:
            st.download_button(view.t(f"pack.{kind}"), _made(pack, kind), f"{pack.name}.{kind}", _TYPES[kind],
                               key=f"pi-pack-{kind}", on_click="ignore", icon=_ICONS[kind])  # fmt: skip


def _made(pack: Pack, kind: str) -> Callable[[], bytes]:
    return lambda: pack.made(kind)
