"""The part "Berkas": a file in six numbered steps; nothing is written before the last."""

from __future__ import annotations

import json

import streamlit as st

from etl import batches
from ui import figures
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
        return view.t(f"{PAGE}.finding_done", batch=done.batch.id) if done else view.t(f"{PAGE}.finding")
    _step(view, 1, "file")
    _chosen(view, upload)
    try:
        dry = state.understood(view, upload)
    except batches.InputError as error:
        words.wrong(words.refusal(view, error))
        return view.t(f"{PAGE}.finding_refused", file=upload.name)
    if dry.refused is not None:
        words.wrong(words.reason(view, "refused", dry.refused.code, **dry.refused.params))
        return view.t(f"{PAGE}.finding_refused", file=upload.name)
    _steps(view, upload, dry)
    return _finding(view, dry)


def _finding(view: View, dry: batches.DryRun) -> str:
    if dry.outcome == "load":
        return words.counts(view, dry.counts)
    return view.t(f"{PAGE}.finding_{'ask' if dry.outcome == 'ask' else 'nothing'}")


def _steps(view: View, upload: Upload, dry: batches.DryRun) -> None:
    earlier = next((b for b in batches.history() if b.sha256 == dry.sha256 and b.withdrawn is None), None)
    if earlier is not None:
        said = view.t(f"{PAGE}.again", batch=earlier.id, when=words.when(view, earlier.at), by=earlier.by)
        figures.notice(said)
    _step(view, 2, "understood")
    _understood(view, dry)
    _step(view, 3, "say")
    target.fields(view, upload, dry)
    names.fields(view, upload, dry)
    columns.fields(view, upload, dry)
    columns.fill_down(view, upload, dry)
    if dry.outcome == "load" and earlier is None:
        _last_steps(view, upload, dry)


def _understood(view: View, dry: batches.DryRun) -> None:
    understood.held(view, dry)
    understood.listed(view, dry)
    understood.sheets(view, dry)
    understood.rest(view, dry)


def _last_steps(view: View, upload: Upload, dry: batches.DryRun) -> None:
    number = 4
    if confirm.speaks_of_entries(dry):
        _step(view, number, "extent")
        confirm.coverage(view, upload, dry)
        number += 1
    _step(view, number, "effect")
    trial = st.container()
    _step(view, number + 1, "confirm")
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


def _step(view: View, number: int, key: str) -> None:
    title = tag("h2", tag("span", view.number(number), class_="n"), view.t(f"{PAGE}.step_{key}"))
    figures.block(tag("div", title, tag("p", view.t(f"{PAGE}.step_{key}_note")), class_="pi-step"))
