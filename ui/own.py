"""A page's own choices, in the address beside the scope, so that a link shows them too.

They are written as the scope is: by hand, one step of the browser's history each. A value that is not offered is
ignored. A key stands in the address of its own page only: links to other pages carry the scope alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import streamlit as st

PAGES: Mapping[str, tuple[str, ...]] = {
    "tahapan": ("view",),
    "kepatuhan": ("year", "state", "sort", "group", "lineage", "under", "board-page"),
    "surat": ("year", "state"),
    "profil": ("history",),
    "proyeksi": ("year", "entries", "goal", "ambition"),
    "impor": ("part", "form", "about", "held-page", "asked-page", "names-page", "batches-page"),
    "mutu": ("map", "questions-page", "held-page"),
    "metode": ("q", "sort", "grade", "page"),
}
# What another government, edition, span of years, agency or kind leaves behind: it speaks of what was looked at.
_OF_SCOPE = {"year", "under", "map", "about", "entries", "goal"}
_FRAME = {"lang", "mode"}
_Option = TypeVar("_Option")


def carried(query: Mapping[str, str], page: str) -> dict[str, str]:
    """The part of an address that is this page's own."""
    return {key: query[key] for key in PAGES.get(page, ()) if query.get(key)}


def after(query: Mapping[str, str], page: str, changed: str) -> dict[str, str]:
    """What stays of `carried` when the key `changed` of the scope changes."""
    kept = carried(query, page)
    return kept if changed in _FRAME else {k: v for k, v in kept.items() if k not in _OF_SCOPE and not _turned(k)}


def written(query: Mapping[str, str], key: str, value: str) -> dict[str, str]:
    """An address with one of its own keys changed ("" takes it out). Any choice but a page turned leads back to the
    first page of a long table."""
    kept = {k: v for k, v in query.items() if k != key and (_turned(key) or not _turned(k))}
    return kept | ({key: value} if value else {})


def one(key: str, options: Sequence[_Option], default: _Option) -> _Option:
    """The option that the address names, `default` where it names none that is offered."""
    asked = st.query_params.get(key, "")
    return next((option for option in options if str(option) == asked), default)


def several(key: str, options: Sequence[str]) -> list[str]:
    """The options that the address names, in their order."""
    asked = st.query_params.get(key, "").split(",")
    return [option for option in options if option in asked]


def words(key: str, most: int = 100) -> str:
    """Free text of the address, cut at `most` letters."""
    return str(st.query_params.get(key, ""))[:most]


def count(key: str) -> int:
    """A number from 1 on; 1 where the address has none."""
    asked = st.query_params.get(key, "")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def tied(slot: str, key: str, shown: Any, default: Any = None) -> dict[str, Any]:
    """What ties a widget to the address: it shows `shown`, and what is chosen is written under `key`, `default` as
    nothing. `slot` is the widget's own key."""
    st.session_state[slot] = shown
    return {"key": slot, "on_change": _chosen, "args": (slot, key, default)}


def put(key: str, value: str) -> None:
    """Write one choice into the address."""
    st.query_params.from_dict(written(st.query_params.to_dict(), key, value))


def button(label: str, slot: str, key: str, value: str, **more: Any) -> None:
    """A button that writes one choice into the address."""
    st.button(label, key=slot, on_click=put, args=(key, value), **more)


def _chosen(slot: str, key: str, default: Any) -> None:
    value = st.session_state[slot]
    value = ",".join(map(str, value)) if isinstance(value, list) else value
    put(key, "" if value is None or value == default else str(value))


def _turned(key: str) -> bool:
    return key.endswith("page")
