"""What became of a form: what was refused and where, and what was written, with the way back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import streamlit as st

from etl import batches
from texts.issues import message
from ui import figures, links
from ui.imports import words
from ui.markup import tag
from ui.view import View

_DONE = "pi-form-done"
_SEEN_ON = {  # the page that shows what a form changed; else the first
    **dict.fromkeys(("question", "rival", "correction"), "mutu"),
    **dict.fromkeys(("reply", "exemption", "policy"), "kepatuhan"),
    **dict.fromkeys(("target", "plan"), "target"),
}


@dataclass(frozen=True)
class Done:
    """What was written last: by which form, as which batch, and the scope in which its effect is seen."""

    form: str
    batch: batches.Batch
    scope: Mapping[str, str]


def keep(form: str, batch: batches.Batch, scope: Mapping[str, str]) -> None:
    """Note what was written, for the next run to say."""
    st.session_state[_DONE] = Done(form, batch, scope)


def show(view: View, form: str) -> None:
    """Say what the form wrote last: the batch, its rows by table, where to see the effect and where to undo it."""
    done: Done | None = st.session_state.get(_DONE)
    if done is None or done.form != form:
        return
    parts = [
        view.t("form.rows", n=view.number(n), table=table(view, name).lower())
        for name, n in done.batch.tables.items()
        if n
    ]
    title = tag("b", view.t("form.done", batch=done.batch.id))
    said = [title, tag("p", done.batch.what), tag("p", "; ".join(parts))]
    figures.block(tag("div", *said, class_="pi-done", role="status"))
    # An edition that says nothing of the government yet is not among its choices: no link can lead there.
    offered = view.known.editions_of(view.choice.government, view.choice.competition)
    scope = {key: value for key, value in done.scope.items() if key != "edition" or value in offered}
    with st.container(horizontal=True, key="pi-form-after"):
        links.to(view, _SEEN_ON.get(form, "ringkasan"), view.t("form.see"), **scope)
        links.to(view, "impor", view.t("form.undo"), part="riwayat")


def table(view: View, name: str) -> str:
    """A table in the reader's words: shorter than where files are loaded into it."""
    return words.known(view, f"form.table.{name}") or words.table(view, name)


def messages(view: View, bad: batches.BadRows, places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Per issue the field that filled the cell ("": none did) and what is wrong with it."""
    for issue in bad.issues:
        name, column = str(issue["table"]), str(issue["column"] or "")
        named = words.known(view, f"form.column.{column}") or column
        said = message(issue["code"], named, issue["value"], issue["detail"], view.lang)
        field = places.get(f"{name}.{column}", places.get(column, ""))
        yield field, said if field else f"{table(view, name)}: {said}"
