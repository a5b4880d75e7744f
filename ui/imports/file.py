"""The part "Berkas": a file in six numbered steps; nothing is written before the last."""

from __future__ import annotations

import json
from dataclasses import dataclass

import streamlit as st

from etl import batches
from texts import imports
from ui import figures, own
from ui.imports import columns, confirm, effect, names, state, target, understood, words
from ui.imports.state import Upload
from ui.imports.words import PAGE
from ui.markup import tag
from ui.view import View


def draw(view: View) -> str:
    """The steps as far as they go; returns the page's finding."""
    upload, done = state.current(), state.done()
    if upload is None:
        if done is not None:
            confirm.loaded(view, done)
        _choose(view)
        return view.t(f"{PAGE}.finding_done", file=done.batch.what) if done else view.t(f"{PAGE}.finding")
    step = Steps(view)
    step("file")
    _chosen(view, upload)
    try:
        dry = state.understood(view, upload)
    except batches.InputError as error:
        words.wrong(words.refusal(view, error))
        return view.t(f"{PAGE}.finding_refused", file=upload.name)
    if dry.refused is not None:
        words.wrong(imports.refusal(dry.refused, view.lang))
        return view.t(f"{PAGE}.finding_refused", file=upload.name)
    target.fields(view, upload, dry)
    if _loaded_before(view, dry):
        return view.t(f"{PAGE}.finding_again")
    _steps(view, upload, dry, step)
    return _finding(view, dry)


def _finding(view: View, dry: batches.DryRun) -> str:
    if dry.outcome == "load":
        return words.counts(view, dry.counts)
    known = dry.outcome == "nothing" and dry.counts["loaded"]
    return view.t(f"{PAGE}.finding_{'known' if known else dry.outcome}")


@dataclass
class Steps:
    """Numbers the steps that there are."""

    view: View
    number: int = 0

    def __call__(self, key: str) -> None:
        """Draw the heading of the next step."""
        self.number += 1
        title = tag("h2", tag("span", str(self.number), class_="n"), self.view.t(f"{PAGE}.step_{key}"))
        figures.block(tag("div", title, tag("p", self.view.t(f"{PAGE}.step_{key}_note")), class_="pi-step"))


def _steps(view: View, upload: Upload, dry: batches.DryRun, step: Steps) -> None:
    step("understood")
    understood.held(view, upload, dry)
    understood.listed(view, upload, dry)
    understood.sheets(view, dry)
    understood.rest(view, dry)
    open_names, open_columns = names.found(upload, dry), columns.open_ones(dry)
    if open_names or open_columns or dry.outcome == "load":
        step("say")
        if not (open_names or open_columns):
            figures.block(tag("p", view.t(f"{PAGE}.nothing_to_say"), class_="pi-say"))
        names.fields(view, upload, dry)
        columns.fields(view, upload, dry)
        columns.fill_down(view, upload, dry)
    if dry.outcome == "load":
        _last_steps(view, upload, dry, step)


def _loaded_before(view: View, dry: batches.DryRun) -> bool:
    """Say that the file stands already, where it does. Another sheet or edition of it may still be asked for."""
    told = next((note.params["batch"] for note in dry.notes if note.code == "loaded_before"), None)
    earlier = next((batch for batch in batches.history() if batch.id == told), None)
    if earlier is None:
        return False
    figures.notice(view.t(f"{PAGE}.again", batch=earlier.id, when=words.when(view, earlier.at), by=earlier.by))
    own.button(view.t(f"{PAGE}.undo_there"), "pi-im-undo-again", "part", "riwayat", type="tertiary")
    return True


def _last_steps(view: View, upload: Upload, dry: batches.DryRun, step: Steps) -> None:
    if confirm.subject(dry):
        step("extent")
        confirm.coverage(view, upload, dry)
    step("effect")
    trial = st.container()
    step("confirm")
    confirm.form(view, upload, dry)
    with trial:  # last, so that the page stands before the trial is computed
        effect.draw(view, upload, dry)


def _choose(view: View) -> None:
    """The field that takes a file. What Streamlit writes inside it comes from the catalogue through the styles."""
    said = {name: json.dumps(view.t(f"{PAGE}.{name}")) for name in ("drop", "browse")}
    limit = view.number(st.get_option("server.maxUploadSize"))
    rest = json.dumps(view.t(f"{PAGE}.limit", n=limit))
    st.html(f"<style>:root{{--pi-drop:{said['drop']};--pi-browse:{said['browse']};--pi-limit:{rest}}}</style>")
    slot = f"pi-im-file-{state.turn()}"
    with st.container(key="pi-im-drop"):
        st.file_uploader(view.t(f"{PAGE}.file"), key=slot, on_change=_take, args=(slot, view.choice.government))
        words.wrong(view.t(f"{PAGE}.too_large", n=limit))  # shown by the styles where the browser refused a file
    how = [tag("li", view.t(f"{PAGE}.how_{n}")) for n in (1, 2, 3)]
    figures.block(tag("ol", *how, class_="pi-how"))


def _take(slot: str, government: str) -> None:
    given = st.session_state[slot]
    if given is not None:
        state.take(given.name, given.getvalue(), government)


def _chosen(view: View, upload: Upload) -> None:
    with st.container(horizontal=True, key="pi-im-chosen", vertical_alignment="center"):
        figures.block(tag("div", tag("b", upload.name), tag("span", words.size(view, upload.data)), class_="pi-file"))
        st.button(view.t(f"{PAGE}.other_file"), key="pi-im-forget", on_click=state.forget, type="tertiary")
