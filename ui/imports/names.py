"""Step 3, third part: the agency names that nobody answers to. Every answer reads the file again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from etl import batches
from ui import own, pager
from ui.imports import state, words
from ui.imports.columns import heading
from ui.imports.state import Name, Upload
from ui.imports.words import PAGE
from ui.view import View

_CODES = {"unknown_agency", "ambiguous_agency", "ended_agency"}
_ELSEWHERE = {"error_value", "codes_only", "government", "parent"}  # no answer about an agency's name settles these
_OPEN, _NOBODY = "", "-"  # not answered; no agency of the register
_A_PAGE, _CELLS = 10, 4


def is_name(issue: batches.Issue) -> bool:
    """Whether a question asks which agency a name stands for."""
    return issue.code in _CODES and issue.detail not in _ELSEWHERE and bool(issue.value)


def found(upload: Upload, dry: batches.DryRun) -> list[Name]:
    """The names that are asked for and those answered already, each once, in the order in which they were first met:
    a field never moves because it was answered."""
    issues: dict[str, list[batches.Issue]] = {}
    for issue in dry.questions:
        if is_name(issue):
            issues.setdefault(str(issue.value), []).append(issue)
    for written, each in issues.items():
        upload.names[written] = Name(written, tuple(map(words.cell, each)), each[0].suggestions)
    return [name for written, name in upload.names.items() if written in issues or written in upload.given.agencies]


def fields(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """A field for each name, with the suggestions first and the whole register of the government after them."""
    names = found(upload, dry)
    if not names:
        return
    here = upload.given.government_id or dry.given.government_id or view.choice.government
    register = {key: str(row["name"]) for key, row in view.known.agencies.get(here, {}).items()}
    makes = any(sheet.table == "agencies" for sheet in dry.sheets if sheet.is_data)
    note = view.t(f"{PAGE}.{'names_new' if makes else 'names_note' if register else 'no_register'}")
    heading(view, "names", note, n=view.number(len(names)))
    frame = pd.DataFrame({"name": names})
    for name in pager.page_of(frame, own.count("names-page"), _A_PAGE)["name"]:
        _field(view, upload, name, register, makes)
    pager.turn(view, frame, "nama", "names-page", _A_PAGE)


def _field(view: View, upload: Upload, name: Name, register: Mapping[str, str], makes: bool) -> None:
    offered = {each.key: each for each in name.suggestions}
    answered = name.written in upload.given.agencies
    shown = (upload.given.agencies[name.written] or _NOBODY) if answered else _OPEN
    nobody = view.t(f"{PAGE}.name_new" if makes else f"{PAGE}.name_nobody")
    st.selectbox(
        view.t(f"{PAGE}.name_is", name=name.written, cells=_where(view, name.cells)),
        list(dict.fromkeys([_OPEN, *offered, _NOBODY, *register, shown])),
        format_func=lambda key: _answer(view, key, offered, register, nobody),
        **state.tied(state.slot(upload, "name", name.written), shown, _say, name.written),
    )


def _answer(
    view: View, key: str, offered: Mapping[str, batches.Suggestion], register: Mapping[str, str], nobody: str
) -> str:
    if key in (_OPEN, _NOBODY):
        return view.t(f"{PAGE}.name_open") if key == _OPEN else nobody
    if key in offered:
        why = words.reason(view, "why", offered[key].why)
        return view.t(f"{PAGE}.name_suggested", name=register.get(key, offered[key].name), why=why)
    return register.get(key, key)


def _say(written: str, agency: str) -> None:
    upload = state.current()
    if upload is None:
        return
    kept = {name: key for name, key in upload.given.agencies.items() if name != written}
    said = {} if agency == _OPEN else {written: "" if agency == _NOBODY else agency}
    state.change(agencies=kept | said)


def _where(view: View, cells: Sequence[str]) -> str:
    if len(cells) <= _CELLS:
        return ", ".join(cells)
    return f"{', '.join(cells[:_CELLS])}, {view.t('chart.more', n=view.number(len(cells) - _CELLS))}"
