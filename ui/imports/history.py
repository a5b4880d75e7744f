"""The part "Riwayat": every batch with who, when and what, the file it came from, and the way to take it back."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from etl import batches
from ui import figures, own, pager
from ui.imports import state, words
from ui.imports.words import PAGE
from ui.markup import Html, tag
from ui.view import View

_A_PAGE = 10
_FLASH = "pi-import-undone"


def draw(view: View) -> str:
    """The batches, newest first; returns the page's finding."""
    found = batches.history()
    if _FLASH in st.session_state:
        figures.block(tag("p", st.session_state.pop(_FLASH), class_="pi-done", role="status"))
    if not found:
        figures.empty(view, view.t(f"{PAGE}.history_none"), view.t(f"{PAGE}.history_none_do"))
        return view.t(f"{PAGE}.history_none")
    frame = pd.DataFrame({"batch": found})
    for batch in pager.page_of(frame, own.count("batches-page"), _A_PAGE)["batch"]:
        _batch(view, batch)
    pager.turn(view, frame, "riwayat", "batches-page", _A_PAGE)
    live = [batch for batch in found if batch.withdrawn is None]
    return view.t(f"{PAGE}.history", n=view.number(len(found)), live=view.number(len(live)),
                  undone=view.number(len(found) - len(live)))  # fmt: skip


def _batch(view: View, batch: batches.Batch) -> None:
    with st.container(key=f"pi-batch-{batch.id}", gap="xsmall"):
        figures.block(_card(view, batch))
        with st.container(horizontal=True, key=f"pi-batch-do-{batch.id}", gap="small"):
            if batch.kept is not None:
                _download(view, batch, batch.kept)
            if batch.withdrawn is None:
                _undo(view, batch)


def _card(view: View, batch: batches.Batch) -> Html:
    gone = batch.withdrawn
    title = tag("h3", batch.what, tag("span", view.t(f"{PAGE}.state_{'undone' if gone else 'live'}"),
                class_="pi-mark"))  # fmt: skip
    how = "batch_typed" if batch.kind == "form" else "batch_who"
    who = view.t(f"{PAGE}.{how}", batch=batch.id, by=batch.by, when=words.when(view, batch.at))
    lines = [who, _counts(view, batch), _rows(view, batch), _for(view, batch),
             view.t(f"{PAGE}.blanked") if batch.blanked else None]  # fmt: skip
    if gone is not None:
        when = words.when(view, gone.at)
        lines.append(view.t(f"{PAGE}.batch_undone", by=gone.by, when=when, why=gone.why))
    return tag("div", title, *(tag("p", line) for line in lines if line), class_="pi-batch" + (" gone" if gone else ""))


def _counts(view: View, batch: batches.Batch) -> str | None:
    return words.counts(view, batch.counts) if batch.counts.get("read") else None


def _rows(view: View, batch: batches.Batch) -> str | None:
    parts = [f"{view.number(n)} {words.table(view, name).lower()}" for name, n in batch.tables.items() if n]
    return view.t(f"{PAGE}.batch_rows", rows=", ".join(parts)) if parts else None


def _for(view: View, batch: batches.Batch) -> str | None:
    place = view.known.name(batch.government_id or "")
    edition = view.edition_name(batch.edition_id) if batch.edition_id in view.known.editions else None
    said = " · ".join(filter(None, [place, edition]))
    return said or None


def _download(view: View, batch: batches.Batch, kept: Path) -> None:
    st.download_button(
        view.t(f"{PAGE}.{'kept_blanked' if batch.blanked else 'kept'}"),
        kept.read_bytes,
        file_name=kept.name,
        key=f"pi-kept-{batch.id}",
        help=view.t(f"{PAGE}.{'kept_blanked_help' if batch.blanked else 'kept_help'}"),
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def _undo(view: View, batch: batches.Batch) -> None:
    with st.popover(view.t(f"{PAGE}.undo"), type="tertiary", key=f"pi-undo-{batch.id}"):
        figures.block(tag("p", view.t(f"{PAGE}.undo_means"), class_="pi-say"))
        with st.form(f"pi-undo-form-{batch.id}", border=False):
            by = words.name_field(view, f"pi-undo-by-{batch.id}")
            why = st.text_input(view.t(f"{PAGE}.undo_why"), key=f"pi-undo-why-{batch.id}", max_chars=300)
            pressed = st.form_submit_button(view.t(f"{PAGE}.undo_confirm", batch=batch.id), type="primary")
        if not pressed:
            return
        if not (by and why.strip()):
            words.wrong(view.t(f"{PAGE}.undo_missing"))
            return
        _withdraw(view, batch, by, why.strip())


def _withdraw(view: View, batch: batches.Batch, by: str, why: str) -> None:
    try:
        with st.spinner(view.t(f"{PAGE}.undoing")):
            batches.withdraw(batch.id, by, why)
    except (batches.InputError, batches.FailedCheck) as error:
        words.wrong(words.refusal(view, error))
        return
    done = state.done()
    if done is not None and done.batch.id == batch.id:
        state.forget_done()
    st.session_state[_FLASH] = view.t(f"{PAGE}.undone", batch=batch.id)
    st.rerun()
