"""The registers read once a session, each against the same data; and roots to load them into."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from etl.context import Context
from etl.dry_run import DryRun
from etl.inbox import Batch
from tests.etl.small import Root
from tests.registers import doors
from tests.registers.material import Register, furnish
from tests.registers.reading import Reading

Read = Callable[[Register], Reading]


@dataclass(frozen=True)
class Loaded:
    """A data root of its own with one register in it, what its dry run said, and the batch."""

    root: Root
    dry: DryRun
    batch: Batch


Load = Callable[[Register], Loaded]


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """A data root with the governments, agencies and editions of the registers, published; for reading only."""
    root = Root(tmp_path_factory.mktemp("registers") / "data")
    root.path.mkdir()
    return furnish(root)


def _copy(furnished: Root, place: Path) -> Root:
    shutil.copytree(furnished.path, place)
    return Root(place)


@pytest.fixture
def root(furnished: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Root:
    """The same as a data root of one test's own, that PAPAN_DATA and PAPAN_WAREHOUSE name."""
    place = _copy(furnished, tmp_path / "data")
    monkeypatch.setenv("PAPAN_DATA", str(place.path))
    monkeypatch.setenv("PAPAN_WAREHOUSE", str(place.published))
    return place


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


@pytest.fixture(scope="session")
def settled(read: Read, known: Context) -> Read:
    """Reads a register; where it asks back for agencies, with the answers that the dry run offers first."""

    @cache
    def once(register: Register) -> Reading:
        asked = read(register)
        if asked.dry.outcome == "load" or not asked.dry.questions:
            return asked
        given = replace(register.given, agencies=doors.first_answers(asked.dry))
        return Reading(register, doors.read(register.name, register.data, given, known), known)

    return once


@pytest.fixture(scope="session")
def load(furnished: Root, tmp_path_factory: pytest.TempPathFactory) -> Load:
    """Loads a register into a data root of its own; each only once a session, so that tests only look at it."""

    @cache
    def once(register: Register) -> Loaded:
        root = _copy(furnished, tmp_path_factory.mktemp("loaded") / "data")
        dry = doors.check(root, register)
        return Loaded(root, dry, doors.confirm(root, dry))

    return once
