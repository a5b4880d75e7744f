"""Two views of one page, each with its own address."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from ui import scope
from ui.markup import tag
from ui.view import View


def edition_or_years(view: View, words: Sequence[str]) -> None:
    """The edition in view, or all years of its contest (`words` names them, in this order); the open one in bold.

    Buttons that write the address, as the scope bar has them: a link to the page that is open changes what is shown and
    leaves the browser's address as it was. A projector needs no choice.
    """
    years = view.known.years(view.choice.government, view.choice.competition)
    if view.large or not years or view.edition is None:
        return
    with st.container(horizontal=True, key="pi-switch", vertical_alignment="center", gap="small"):
        for chosen, label in zip((None, (years[0], years[-1])), words, strict=True):
            if (chosen is None) == (view.choice.years is None):
                st.html(tag("b", label, aria_current="true"), width="content")
            else:
                address = scope.query(replace(view.choice, years=chosen))
                st.button(label, key="pi-set-years", on_click=st.query_params.from_dict, args=(address,))
