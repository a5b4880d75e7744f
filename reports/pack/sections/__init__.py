"""The subjects of the pack: one module each, found by its place and taken in the order of its number."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module

from reports.pack.brief import Brief
from reports.section import Section

Maker = Callable[[Brief], list[Section]]


def makers() -> Iterator[Maker]:
    """`sections(brief)` of every module here; empty lists are subjects about which there is nothing to say."""
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        yield import_module(f"{__name__}.{found.name}").sections
