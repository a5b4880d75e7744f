"""The registers read once a session, each against the same data."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from etl.context import Context
from tests.etl.small import Root
from tests.registers import doors
from tests.registers.material import Register, furnish
from tests.registers.reading import Reading

Read = Callable[[Register], Reading]


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """A data root with the governments, agencies and editions of the registers, published; for reading only."""
    root = Root(tmp_path_factory.mktemp("registers") / "data")
    root.path.mkdir()
    return furnish(root)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Root:
    """The same as a data root of one test's own, that PAPAN_DATA and PAPAN_WAREHOUSE name."""
    place = Root(tmp_path / "data")
    place.path.mkdir()
    monkeypatch.setenv("PAPAN_DATA", str(place.path))
    monkeypatch.setenv("PAPAN_WAREHOUSE", str(place.published))
    return furnish(place)


@pytest.fixture(scope="session")
def known(furnished: Root) -> Context:
    """What the data already hold."""
    return doors.context(furnished)


@pytest.fixture(scope="session")
def read(known: Context) -> Read:
    """Reads a register; each only once a session."""

    @cache
    def once(register: Register) -> Reading:
        return Reading(register, doors.read(register.name, register.data, register.given, known), known)

    return once
