"""What a reader takes away: the letter, one file per agency, our template, and a text to send."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from reports import LetterRequest, Refused, letter, letters_zip, templating, whatsapp
from ui import figures
from ui.letters import paper
from ui.letters.addressees import note, wrong
from ui.markup import tag
from ui.view import View

_PAGE = "page.surat"
# Where the page is not served safely the browser offers no clipboard; the old command still copies what is selected.
_COPY = """for (const box of document.querySelectorAll('.pi-chat')) {
  const text = box.querySelector('pre'), button = box.querySelector('button');
  button.onclick = async () => {
    getSelection().selectAllChildren(text);
    let done = true;
    try { await navigator.clipboard.writeText(text.textContent); } catch { done = document.execCommand('copy'); }
    if (done) button.textContent = button.dataset.done;
  };
}"""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draft(view: View, request: LetterRequest) -> bytes | None:
    """The letter as it stands, the first one where each agency has its own; None, and said why, where it is refused."""
    first = replace(request, agencies=request.agencies[:1]) if request.form == "each" else request
    try:
        return _made(view.warehouse.version, first, view.warehouse)
    except Refused as refused:
        wrong(refused.message(view.lang))
        return None


def downloads(view: View, request: LetterRequest) -> None:
    """The letter, the letters one by one, and the template to adapt."""
    name = f"surat-{request.government}-{request.year}"
    with st.container(horizontal=True, key="pi-letter-files", vertical_alignment="center"):
        st.download_button(view.t(f"{_PAGE}.docx_{request.form}"), lambda: letter(view.warehouse, request),
                           f"{name}.docx", DOCX, key="pi-letter-docx", type="primary", on_click="ignore",
                           icon=":material/download:")  # fmt: skip
        if request.form == "each":
            st.download_button(view.t(f"{_PAGE}.zip"), lambda: letters_zip(view.warehouse, request), f"{name}.zip",
                               "application/zip", key="pi-letter-zip", on_click="ignore",
                               icon=":material/folder_zip:")  # fmt: skip
        st.download_button(view.t(f"{_PAGE}.ours"), lambda: templating.shipped("letter", view.lang),
                           f"templat-surat.{view.lang}.docx", DOCX, key="pi-letter-ours", type="tertiary",
                           on_click="ignore")  # fmt: skip
    note(view.t(f"{_PAGE}.blank"))


def preview(view: View, request: LetterRequest, data: bytes, rows: Sequence[dict[str, Any]]) -> None:
    """The letter's words and its attachment, read from the file."""
    read = paper.read(data)
    key = "preview_each" if request.form == "each" and len(request.agencies) > 1 else "preview"
    figures.heading(view.t(f"{_PAGE}.{key}"), view.t(f"{_PAGE}.preview_note"))
    figures.block(read.words)
    if read.attachment is None:
        return
    said = view.t(f"{_PAGE}.attachment", n=view.number(len(read.attachment.rows)))
    raw = pd.DataFrame(list(rows) if request.form == "one" else list(rows[:1]))
    figures.figure(view, said, None, raw, (), name="lampiran", note=view.t(f"{_PAGE}.attachment_note"),
                   table=paper.shown(read.attachment, said))  # fmt: skip


def chat(view: View, request: LetterRequest, rows: Sequence[dict[str, Any]]) -> None:
    """The text for a chat, with a button that copies it. Streamlit's own box names its button in English only."""
    said = whatsapp.text(list(rows), request, view.lang)
    if not said:
        return
    figures.heading(view.t(f"{_PAGE}.chat"), view.t(f"{_PAGE}.chat_note"))
    text = tag("pre", said, tabindex=0, aria_label=view.t(f"{_PAGE}.chat"))
    button = tag("button", view.t(f"{_PAGE}.copy"), type="button", data_done=view.t(f"{_PAGE}.copied"))
    box = tag("div", text, button, class_="pi-chat")
    st.html(f"{box}<script>{_COPY}</script>", unsafe_allow_javascript=True)


@st.cache_data(max_entries=64, show_spinner=False)
def _made(version: str, request: LetterRequest, _warehouse: Any) -> bytes:
    return letter(_warehouse, request)
