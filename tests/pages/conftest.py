"""Fixtures of the page tests: `visit` (a page at an address, opened once for all tests) and `warehouse`."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import metrics
from tests.pages.screen import Screen, open_page

Visit = Callable[[str, Mapping[str, str]], Screen]
_SEEN: dict[tuple[str, tuple[tuple[str, str], ...]], Screen] = {}


@pytest.fixture
def visit(published: Path) -> Visit:
    """Open a page (`pages/…`) at an address, on the published data. Nobody clicks on it: it is shared between tests."""

    def opened(path: str, query: Mapping[str, str]) -> Screen:
        key = path, tuple(sorted(query.items()))
        if key not in _SEEN:
            _SEEN[key] = open_page(path, query)
        return _SEEN[key]

    return opened


@pytest.fixture
def warehouse(published: Path) -> Iterator[metrics.Warehouse]:
    """The warehouse that the pages read."""
    opened = metrics.open_warehouse()
    yield opened
    opened.close()
