"""What every form is made of: fields with their errors, the sentence before the confirmation, and the writing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

import texts
from etl import batches
from ui import figures
from ui.forms import outcome
from ui.forms.rows import Cells
from ui.forms.rows import text as cell
from ui.imports import words
from ui.markup import tag
from ui.view import View

Tables = dict[str, list[Cells]]
Words = Callable[[str], str]
BY = words.BY
_ERRORS, _ROUND = "pi-form-errors", "pi-form-round"
_TITLE = 500
_FIRST, _LAST = date(1945, 1, 1), date(2100, 12, 31)


@dataclass
class Form:
    """One form of one reader's run. `missing` are required fields left blank, `refused` says that a field cannot stand
    as it is; either keeps the form from being written."""

    view: View
    name: str
    missing: list[str] = field(default_factory=list)
    refused: bool = False

    def t(self, key: str, **params: object) -> str:
        """A text of this form."""
        return self.view.t(f"form.{self.name}.{key}", **params)

    @property
    def complete(self) -> bool:
        return not self.missing and not self.refused

    def text(self, name: str, *, required: bool = False, value: str = "", of: str = "", most: int = _TITLE) -> str:
        """A line of text, without blanks around it."""
        said = st.text_input(self._label(name, required), value, max_chars=most, **self._slot(name, of))
        return self._kept(name, said.strip(), required)

    def choose(
        self, name: str, options: Sequence[str], naming: Words, *, required: bool = False, value: str | None = None,
        of: str = "",
    ) -> str:  # fmt: skip
        """One of a list; "" where nothing is chosen. A required list of one is chosen already."""
        only = options[0] if required and len(options) == 1 else None
        wanted = only if value is None else value
        first = next((place for place, option in enumerate(options) if option == wanted), None)
        said = st.selectbox(self._label(name, required), options, first, format_func=naming,
                            placeholder=self.view.t("form.choose"), **self._slot(name, of))  # fmt: skip
        return self._kept(name, said or "", required)

    def either(
        self, name: str, options: Sequence[str], naming: Words, *, value: str | None = None, of: str = ""
    ) -> str:
        """One of a few, all in sight; the first unless `value` says otherwise."""
        first = options.index(value) if value in options else 0
        said = st.radio(self._label(name, False), options, first, format_func=naming, **self._slot(name, of))
        return self._kept(name, said or "", False)

    def tick(self, name: str, *, value: bool = False, of: str = "", label: str | None = None) -> bool:
        """Yes or no."""
        return st.checkbox(label or self._label(name, False), value, **self._slot(name, of))

    def day(
        self, name: str, *, required: bool = False, value: str | None = None, of: str = "", label: str | None = None
    ) -> str | None:
        """A day as YYYY-MM-DD, None where none is chosen. A `value` known to the month or year only is left out."""
        said = st.date_input(label or self._label(name, required), whole_day(value), min_value=_FIRST, max_value=_LAST,
                             format="DD/MM/YYYY", **self._slot(name, of))  # fmt: skip
        chosen = said.isoformat() if isinstance(said, date) else ""
        return self._kept(name, chosen, required) or None

    def number(
        self, name: str, *, required: bool = False, value: float | None = None, least: int = 0, most: int = 10**9,
        decimals: int = 0, of: str = "",
    ) -> str | None:  # fmt: skip
        """A number as the input tables write it."""
        whole = None if value is None else int(value)
        step: dict[str, Any] = {"min_value": least, "max_value": most, "step": 1, "value": whole}
        if decimals:
            ends = {"min_value": float(least), "max_value": float(most), "step": 10.0**-decimals}
            step = {**ends, "value": value, "format": f"%.{decimals}f"}
        said: Any = st.number_input(self._label(name, required), **step, **self._slot(name, of))
        return self._kept(name, cell(said) or "", required) or None

    def error(self, message: str) -> None:
        """Say at the field just drawn why it cannot stand; nothing is written while it does."""
        self.refused = True
        words.wrong(message)

    def finish(
        self, said: Callable[[], str], make: Callable[[], Tables], *, government: str | None,
        places: Mapping[str, str] | None = None, scope: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """The reader's name, the sentence that says what will be written, and the button that writes it.

        `said` and `make` are called only where the form is complete. `places` leads from a column, or "table.column",
        to the field that filled it, so that a refusal of the build stands there; `scope` is where the effect is seen.
        """
        by = self._person()
        if not self.refused and set(self.missing) <= {"by"}:
            st.html(tag("p", self.view.t("form.will", said=said()), class_="pi-notice", role="status"))
        else:
            st.html(tag("p", self.view.t("form.unfinished"), class_="pi-none"))
        if st.button(self.view.t("form.confirm"), type="primary", key=f"pi-form-confirm-{self.name}"):
            if self.complete:
                self._write(by, said(), make(), government, places or {}, scope or {})
            elif self.missing:
                self._errors().update({name: self.view.t("form.required") for name in self.missing})
            st.rerun()
        for message in [text for name, text in self._errors().items() if name == ""]:
            words.wrong(message)

    def _person(self) -> str:
        slot = f"pi-form-by-{self.name}"
        st.session_state[slot] = st.session_state.get(BY, "")
        st.text_input(self._label("by", True), key=slot, max_chars=100, on_change=self._named, args=(slot,))
        return self._kept("by", str(st.session_state.get(BY, "")).strip(), True)

    def _named(self, slot: str) -> None:
        st.session_state[BY] = st.session_state[slot]
        self._errors().pop("by", None)

    def _write(
        self, by: str, said: str, rows: Tables, government: str | None, places: Mapping[str, str],
        scope: Mapping[str, str],
    ) -> None:  # fmt: skip
        self._errors().clear()
        try:
            with st.spinner(self.view.t("form.writing")):
                batch = batches.enter(rows, by, said, government)
        except batches.BadRows as bad:
            for name, message in outcome.messages(self.view, bad, places):
                self._errors()[name] = message
        except (batches.InputError, batches.FailedCheck) as error:
            self._errors()[""] = words.refusal(self.view, error)
        else:
            outcome.keep(self.name, batch, scope)
            st.session_state[_ROUND] = _round() + 1

    def _kept(self, name: str, value: str, required: bool) -> str:
        if required and not value:
            self.missing.append(name)
        if name in self._errors():
            words.wrong(self._errors()[name])
        return value

    def _label(self, name: str, required: bool) -> str:
        keys = (f"form.{self.name}.field_{name}", f"form.field.{name}", f"form.column.{name}")
        label = self.view.t(next((key for key in keys if texts.has(key, self.view.lang)), keys[0]))
        return f"{label} *" if required else label

    def _slot(self, name: str, of: str) -> dict[str, Any]:
        key = "-".join(filter(None, ["pi-form", str(_round()), self.name, name, of]))
        return {"key": key, "on_change": self._errors().pop, "args": (name, None)}

    def _errors(self) -> dict[str, str]:
        kept: dict[str, dict[str, str]] = st.session_state.setdefault(_ERRORS, {})
        return kept.setdefault(self.name, {})


def whole_day(value: object) -> date | None:
    """A day known as such; None for a month, a year or nothing."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def nothing(view: View, why: str, what_to_do: str) -> None:
    """Why a form cannot be filled in here, and what to do."""
    figures.empty(view, why, what_to_do)


def _round() -> int:
    return int(st.session_state.get(_ROUND, 0))
