"""Steps 4 and 6: whether a file is everything there is, and the confirmation that writes it."""

from __future__ import annotations

import streamlit as st

from etl import batches
from ui import figures, links, own
from ui.imports import effect, state, words
from ui.imports.state import Done, Upload
from ui.imports.words import PAGE
from ui.markup import tag
from ui.view import View

_PARTIAL, _WHOLE, _AGENCY = "partial", "complete", "agency"
_MOVED = ("kepatuhan", "usulan", "tahapan")


def subject(dry: batches.DryRun) -> str | None:
    """Of what the file may be all there is: entries, or the agencies of a year; None of anything else."""
    return next((table for table in ("submissions", "agencies") if dry.tables.get(table)), None)


def coverage(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """Is this everything? By default it is not known to be."""
    here = upload.given.government_id or effect.government(dry.tables) or ""
    name, of = view.known.name(here), subject(dry)
    if name is None:
        figures.block(tag("p", view.t(f"{PAGE}.extent_no_one"), class_="pi-say"))
        return
    year = upload.given.year or view.warehouse.as_of.year
    shown = _PARTIAL if upload.given.extent != _WHOLE else _AGENCY if upload.given.extent_agency else _WHOLE
    every = (_PARTIAL, _WHOLE, _AGENCY) if of == "submissions" else (_PARTIAL, _WHOLE)
    st.radio(
        view.t(f"{PAGE}.extent.{of}", government=name, year=str(year)),
        every,
        format_func=lambda key: view.t(f"{PAGE}.extent.{of}_{key}", government=name, year=str(year)),
        captions=[view.t(f"{PAGE}.extent.{of}_{key}_means") for key in every],
        **state.tied(state.slot(upload, "extent"), shown, _say, _first_agency(view, here, dry), of, year),
    )
    if shown == _AGENCY:
        register = view.known.agencies.get(here, {})
        st.selectbox(
            view.t(f"{PAGE}.extent_which"),
            list(register),
            format_func=lambda key: str(register[key]["name"]),
            **state.tied(state.slot(upload, "extent-agency"), upload.given.extent_agency, _agency),
        )


def form(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """Who confirms, and the button that writes."""
    with st.form(state.slot(upload, "confirm"), border=False):
        by = words.name_field(view, state.slot(upload, "by"))
        pressed = st.form_submit_button(_label(view, dry), type="primary")
    if not pressed:
        return
    if not by:
        words.wrong(view.t(f"{PAGE}.by_missing"))
        return
    bar = state.Bar(view, view.t(f"{PAGE}.writing"))
    try:
        batch = batches.add(dry, by, progress=bar.step)
    except (batches.InputError, batches.FailedCheck) as error:
        bar.end()
        words.wrong(words.refusal(view, error))
        return
    state.finish(Done(batch, _scope(view, dry)))
    st.rerun()


def loaded(view: View, done: Done) -> None:
    """That a batch was written, where its figures are, and how to take it back."""
    said = view.t(f"{PAGE}.loaded", batch=done.batch.id, by=done.batch.by)
    counts = words.counts(view, done.batch.counts)
    figures.block(tag("div", tag("b", said), tag("p", counts), class_="pi-done", role="status"))
    with st.container(horizontal=True, key="pi-im-moved", gap="small", vertical_alignment="center"):
        st.html(tag("span", view.t(f"{PAGE}.seen_there")), width="content")
        for page in _MOVED:
            links.to(view, page, view.t(f"page.{page}.title"), **done.scope)
        own.button(view.t(f"{PAGE}.undo_there"), "pi-im-undo", "part", "riwayat", type="tertiary")


def _label(view: View, dry: batches.DryRun) -> str:
    loaded, held = (view.number(dry.counts.get(key, 0)) for key in ("loaded", "quarantined"))
    return view.t(f"{PAGE}.confirm", n=loaded) if dry.counts.get("loaded") else view.t(f"{PAGE}.confirm_held", n=held)


def _scope(view: View, dry: batches.DryRun) -> dict[str, str]:
    """The keys of the address that lead to what was loaded."""
    government = effect.government(dry.tables) or dry.given.government_id
    edition = next((row["edition_id"] for rows in dry.tables.values() for row in rows if row.get("edition_id")), None)
    found = {"government": government} if government else {}
    row = view.known.editions.get(edition or "")
    return found | ({"competition": str(row["competition_id"]), "edition": str(edition)} if row else {})


def _first_agency(view: View, government: str, dry: batches.DryRun) -> str | None:
    """The agency that "one agency" means at first: the only one that the file names, else the first there is."""
    register = view.known.agencies.get(government, {})
    by_name = {str(row["name"]): key for key, row in register.items()} | {key: key for key in register}
    named = {str(row.get("agency")) for row in dry.tables.get("submissions", ())}
    only = by_name.get(named.pop()) if len(named) == 1 else None
    return only or next(iter(register), None)


def _say(agency: str | None, of: str, year: int, extent: str) -> None:
    whole = extent != _PARTIAL
    dated = {"year": year if whole else None} if of == "agencies" else {}
    state.change(extent=_WHOLE if whole else _PARTIAL, extent_agency=agency if extent == _AGENCY else None, **dated)


def _agency(agency: str) -> None:
    state.change(extent_agency=agency)
