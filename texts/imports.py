"""What an import says: sentences for held rows, questions, notes, refusals, each with what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from texts import has, t

LONGEST = 120


class Said(Protocol):
    """A note or a refusal: a catalogue code and what fills its sentence."""

    @property
    def code(self) -> str: ...
    @property
    def params(self) -> Mapping[str, str]: ...


class Issue(Said, Protocol):
    """A row held back or a question; `detail` names a variant of the code's sentence."""

    @property
    def detail(self) -> str | None: ...
    @property
    def value(self) -> str | None: ...


class Asked(Protocol):
    """Something to be answered before anything loads."""

    @property
    def what(self) -> str: ...


def message(issue: Issue, lang: str) -> str:
    """The sentence for a row held back or a question. Raises KeyError for a code the catalogue does not know."""
    variant = f"import.issue.{issue.code}_{issue.detail}"
    key = variant if issue.detail and has(variant, lang) else f"import.issue.{issue.code}"
    told = {name: short(value) for name, value in issue.params.items()}
    return t(key, lang, **({"value": short(issue.value or "-"), "column": "-", "n": "1"} | told))


def note(said: Said, lang: str) -> str:
    """The sentence for a note on the file."""
    return t(f"import.note.{said.code}", lang, **said.params)


def refusal(said: Said, lang: str) -> str:
    """The sentence for a file that is refused."""
    return t(f"import.refused.{said.code}", lang, **said.params)


def asked(ask: Asked, lang: str) -> str:
    """The question that has to be answered before anything loads."""
    return t(f"import.ask.{ask.what}", lang)


def why(code: str, lang: str) -> str:
    """Why an answer is suggested."""
    return t(f"import.why.{code}", lang)


def short(text: str) -> str:
    """A value on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
