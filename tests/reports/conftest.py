"""Worlds that the tests of papers read: a complete year, one that is not, one with nameless entries, a large one."""

from __future__ import annotations

import pytest

import metrics
from tests.reports.town import NASTY, town


@pytest.fixture(scope="session")
def complete(tmp_path_factory: pytest.TempPathFactory) -> metrics.Warehouse:
    """Thirteen agencies, every entry of the year known."""
    return town(tmp_path_factory.mktemp("complete"), 13)


@pytest.fixture(scope="session")
def partial(tmp_path_factory: pytest.TempPathFactory) -> metrics.Warehouse:
    """Thirteen agencies of which two innovations are asked; the list of the year is not complete."""
    return town(tmp_path_factory.mktemp("partial"), 13, complete=False, minimum=2)


@pytest.fixture(scope="session")
def nameless(tmp_path_factory: pytest.TempPathFactory) -> metrics.Warehouse:
    """A complete year with two entries that name no agency."""
    return town(tmp_path_factory.mktemp("nameless"), 12, nameless=2)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> metrics.Warehouse:
    """Two hundred agencies, a hundred of them to be written to or exempt; two have names made to do harm."""
    return town(tmp_path_factory.mktemp("large"), 200, names={2: NASTY, 3: NASTY + " II"})
