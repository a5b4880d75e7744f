"""Tests by the name of a habit: `test_title_rows` runs on every register that shows `title_rows`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.registers.material import HERE, carrying

Test = Callable[..., None]


def on_every_file(test: Test) -> Test:
    """Run a test on each register that carries the habit the test is called by."""
    tag = test.__name__.removeprefix("test_")
    files = carrying(tag)
    assert files, f"no register shows {tag}"
    return pytest.mark.parametrize("register", files, ids=lambda register: register.name)(test)


def habits_tested() -> set[str]:
    """Habits that have a test by name in one of the modules test_quirks_*.py."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(Path(HERE).glob("test_quirks_*.py"))]
    lines = [line for source in sources for line in source.splitlines()]
    return {line.removeprefix("def test_").partition("(")[0] for line in lines if line.startswith("def test_")}
