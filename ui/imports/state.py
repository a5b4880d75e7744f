"""The file a reader is loading, kept over reruns: its bytes, what the reader said of it, and what was understood."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
import streamlit as st

from etl import batches
from ui.imports.words import known
from ui.view import View

_UPLOAD, _DONE, _ROUND = "pi-import", "pi-import-done", "pi-import-round"
_SHORT = 10


@dataclass(frozen=True)
class Name:
    """An agency as a file writes it: in which cells, and who is suggested."""

    written: str
    cells: tuple[str, ...]
    suggestions: tuple[batches.Suggestion, ...]


@dataclass
class Upload:
    """One file on its way in. `mark` is the start of its hash, for the keys of widgets; `assumed`: nobody has said yet
    whose file it is; `names` are the agency names asked for so far; `trial` keeps the effect computed for a dry run,
    `told` its issues in words."""

    name: str
    data: bytes
    given: batches.Given
    mark: str = ""
    assumed: bool = True
    dry: batches.DryRun | None = None
    checked: tuple[str, ...] = ()
    names: dict[str, Name] = field(default_factory=dict)
    trial: dict[tuple[str, ...], Any] = field(default_factory=dict)
    told: dict[tuple[str, str], pd.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """What was loaded last: the batch, its counts, and the scope that its rows speak of."""

    batch: batches.Batch
    scope: dict[str, str]


def current() -> Upload | None:
    """The file being loaded, if there is one."""
    found: Upload | None = st.session_state.get(_UPLOAD)
    return found


def take(name: str, data: bytes, government: str) -> None:
    """Begin with a file; `government` ("": as the file says) is who it is thought to speak of."""
    given = batches.Given(government_id=government or None)
    st.session_state[_UPLOAD] = Upload(name, data, given, hashlib.sha256(data).hexdigest()[:_SHORT])
    st.session_state.pop(_DONE, None)


def forget() -> None:
    """Put the file away; nothing of it was written."""
    st.session_state.pop(_UPLOAD, None)
    st.session_state[_ROUND] = turn() + 1


def turn() -> int:
    """How many files were put away: an uploader of a new turn starts empty."""
    return int(st.session_state.get(_ROUND, 0))


def finish(done: Done) -> None:
    """Note what was loaded, and put the file away."""
    forget()
    st.session_state[_DONE] = done


def done() -> Done | None:
    """What was loaded last, until another file is taken."""
    found: Done | None = st.session_state.get(_DONE)
    return found


def forget_done() -> None:
    """Say no more of what was loaded last."""
    st.session_state.pop(_DONE, None)


def change(**fields: Any) -> None:
    """Replace what the reader said of the file; the next run reads it again."""
    upload = current()
    if upload is not None:
        upload.given = replace(upload.given, **fields)


def slot(upload: Upload, name: str, part: str = "") -> str:
    """A widget's key for this file; `part` may be any text of the file."""
    return f"pi-im-{name}-{upload.mark}" + (f"-{_hash(part)}" if part else "")


def tied(key: str, shown: Any, put: Callable[..., None], *args: Any) -> dict[str, Any]:
    """What ties a widget to what was said: it shows `shown`, and what is chosen goes to `put(*args, value)`."""
    st.session_state[key] = shown
    return {"key": key, "on_change": _chosen, "args": (key, put, *args)}


def understood(view: View, upload: Upload) -> batches.DryRun:
    """The dry run for what is said now, read again only where something changed. Raises batches.InputError."""
    asked = (repr(upload.given), view.warehouse.version)
    if upload.dry is None or upload.checked != asked:
        upload.dry = _read(view, upload)
        if upload.assumed and upload.given.government_id and _names_governments(upload.dry):
            upload.given = replace(upload.given, government_id=None)  # the file itself says whose its rows are
            upload.dry = _read(view, upload)
        upload.checked = (repr(upload.given), view.warehouse.version)
        upload.trial.clear()
        upload.told.clear()
    return upload.dry


def _read(view: View, upload: Upload) -> batches.DryRun:
    bar = Bar(view, view.t("page.impor.reading", file=upload.name))
    try:
        return batches.check(upload.name, upload.data, upload.given, progress=bar.part)
    finally:
        bar.end()


def _names_governments(dry: batches.DryRun) -> bool:
    columns = (column.column for sheet in dry.sheets if sheet.is_data for column in sheet.columns)
    return any(column in {"government", "government_id"} for column in columns)


class Bar:
    """A bar that long work moves."""

    def __init__(self, view: View, said: str) -> None:
        self.view, self.said, self.share = view, said, 0.0
        self.bar = st.progress(0.0, text=said)

    def part(self, step: str, done: int, total: int) -> None:
        """A step of reading a file, of which `done` of `total` is through (total 0: not known)."""
        part = self.view.ratio(done, total) if total else ""
        said = known(self.view, f"import.progress.{step}", part=part) or self.said
        self.bar.progress(min(done / total, 1.0) if total else self._on(), text=said)

    def step(self, step: str, detail: str) -> None:
        """A step of a build; how many there will be is not known before."""
        said = known(self.view, f"etl.progress.{step}", detail=detail) or self.said
        self.bar.progress(self._on(), text=said)

    def end(self) -> None:
        self.bar.empty()

    def _on(self) -> float:
        self.share += (1 - self.share) / 12
        return self.share


def _chosen(key: str, put: Callable[..., None], *args: Any) -> None:
    put(*args, st.session_state[key])


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_SHORT]
