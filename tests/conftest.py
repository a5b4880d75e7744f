"""What all tests share: an environment of their own, one published warehouse a session, browser tests last."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parent.parent
SETTINGS = ("PAPAN_DATA", "PAPAN_WAREHOUSE")

settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


def pytest_configure() -> None:
    """Forget the installation of whoever runs the tests: a test names its data and its warehouse itself."""
    for name in SETTINGS:
        os.environ.pop(name, None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark browser tests and run them last: they are slow, and Playwright keeps an event loop in the main thread."""
    browser = Path(__file__).parent / "browser"
    for item in items:
        if browser in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: browser in item.path.parents)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def warehouse_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PAPAN_WAREHOUSE with the repository's own data published in it; built once, for reading only."""
    folder = tmp_path_factory.mktemp("warehouse")
    command = [sys.executable, "-m", "etl", "build", "--json"]
    environment = {**os.environ, "PAPAN_WAREHOUSE": str(folder)}
    built = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=300)
    if built.returncode:
        pytest.fail(f"`python -m etl build` failed:\n{built.stderr}", pytrace=False)
    return folder


@pytest.fixture
def published(warehouse_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same folder, with PAPAN_WAREHOUSE pointing at it for one test."""
    monkeypatch.setenv("PAPAN_WAREHOUSE", str(warehouse_folder))
    return warehouse_folder
