"""Two views of one page, each with its own address."""

from collections.abc import Sequence

import streamlit as st

from ui import own
from ui.markup import tag
from ui.view import View

VIEWS = ("edition", "years")


def over_years(view: View) -> bool:
    """Whether the years of the contest are looked at rather than one edition: by the switch, else where years are
    chosen in the filter."""
    return own.one("view", VIEWS, _unasked(view)) == "years"


def edition_or_years(view: View, words: Sequence[str]) -> None:
    """The edition in view, or the years of its contest (`words` names them, in this order); the open one in bold.

    A projector needs no choice.
    """
    if view.large or view.edition is None or not view.known.years(view.choice.government, view.choice.competition):
        return
    open_now = "years" if over_years(view) else "edition"
    with st.container(horizontal=True, key="pi-switch", vertical_alignment="center", gap="small"):
        for name, label in zip(VIEWS, words, strict=True):
            if name == open_now:
                st.html(tag("b", label, aria_current="true"), width="content")
            else:
                own.button(label, "pi-set-years", "view", "" if name == _unasked(view) else name)


def _unasked(view: View) -> str:
    return "years" if view.choice.years else "edition"
