"""What a dry run and a batch say, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise

import streamlit as st
from babel.dates import format_time

import texts
from etl import batches
from texts import imports
from ui import figures
from ui.markup import tag
from ui.view import View

PAGE = "page.impor"
BY = "pi-by"  # the reader's name, for all that is written in this session
OUTCOME, VALUE = "outcome:", "value:"


def known(view: View, key: str, **params: object) -> str | None:
    """A text of the catalogue, None where it has no such key."""
    return view.t(key, **params) if texts.has(key, view.lang) else None


def message(view: View, issue: batches.Issue) -> str:
    """What is wrong with a cell or row, and what to do."""
    said = imports.message(issue, view.lang)
    return said[:1].upper() + said[1:]


def refusal(view: View, error: batches.InputError | batches.FailedCheck) -> str:
    """Why something could not be read or written, in one sentence."""
    if isinstance(error, batches.FailedCheck):
        return view.t(f"{PAGE}.failed", code=str(error))
    return known(view, f"etl.refused.{error.code}", **error.params) or view.t(f"{PAGE}.failed", code=error.code)


def wrong(sentence: str) -> None:
    """Draw why it does not go on, and what to do."""
    figures.block(tag("p", sentence, class_="pi-wrong", role="alert"))


def column(view: View, name: str | None, stages: Mapping[str, str] | None = None) -> str:
    """One of our columns, by its name; a stage's column by the stage (`stages`: names by id)."""
    if not name:
        return texts.MISSING
    for start, key in ((OUTCOME, "outcome_of"), (VALUE, "value_of")):
        if name.startswith(start):
            stage = name.removeprefix(start)
            return view.t(f"{PAGE}.{key}", stage=(stages or {}).get(stage, stage))
    return known(view, f"import.column.{name}") or known(view, f"column.{name}") or name


def name_field(view: View, slot: str) -> str:
    """A field for the reader's name, which is remembered for the session; without blanks around it."""
    st.session_state.setdefault(slot, st.session_state.get(BY, ""))
    name: str = st.text_input(view.t(f"{PAGE}.by"), key=slot, max_chars=80, autocomplete="name").strip()
    if name:
        st.session_state[BY] = name
    return name


def table(view: View, name: str | None) -> str:
    """One of our tables, by its name."""
    return (known(view, f"{PAGE}.table.{name}") or name) if name else texts.MISSING


def reason(view: View, section: str, code: str | None, **params: str) -> str:
    """A code of a section of the import's texts; the code itself where it has none."""
    return (known(view, f"import.{section}.{code}", **params) or code) if code else texts.MISSING


def note(view: View, found: batches.Note) -> str:
    """Something the reader of the file wants to say; the bare code where there is no sentence for it."""
    return imports.note(found, view.lang) if texts.has(f"import.note.{found.code}", view.lang) else found.code


def when(view: View, at: str) -> str:
    """A moment (ISO) as day and time of this machine: 23 Januari 2018 pukul 09.14."""
    moment = datetime.fromisoformat(at).astimezone()
    time = format_time(moment.time(), "short" if view.lang == texts.DEFAULT else "HH:mm", locale=view.lang)
    return view.t(f"{PAGE}.when", day=texts.day(moment.date(), view.lang), time=time)


def ranges(numbers: Iterable[int]) -> str:
    """Row numbers the short way: 1, 2, 3, 7 is 1–3, 7."""
    found = sorted(set(numbers))
    breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(found)) if b - a > 1), len(found)]
    runs = [found[start:end] for start, end in pairwise(breaks) if end > start]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def size(view: View, data: bytes) -> str:
    """How large a file is: 12,3 KB."""
    return view.t(f"{PAGE}.kilobytes", n=view.number(max(len(data) / 1024, 0.1), 0 if len(data) > 10240 else 1))


def stages(view: View, edition: str | None) -> dict[str, str]:
    """The names of an edition's stages by id, in their order; empty where no edition is known."""
    if edition not in view.known.editions:
        return {}
    found = view.listing("stages", government=None, competition=None, agency=None, years=None, edition=edition)
    ordered = found.sort_values("stage_order") if len(found) else found
    return {str(row["stage_id"]): str(row["name"]) for row in ordered.to_dict("records")}


def counts(view: View, of: Mapping[str, int]) -> str:
    """The conservation sentence: 22 rows read = 6 loaded + 1 held back + 15 skipped."""
    said = {key: view.number(of.get(key, 0)) for key in ("read", "loaded", "quarantined", "skipped", "entries")}
    more = f"{PAGE}.counts_entries" if of.get("entries", 0) not in (0, of.get("loaded", 0)) else f"{PAGE}.counts"
    return view.t(more, **said)


def cell(issue: batches.Issue) -> str:
    """Where an issue stands: its cell, else its row."""
    return issue.cell or f"{issue.sheet}!{issue.row}"
