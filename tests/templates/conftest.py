"""What the workbooks are made from: a small government with odd cells, and the repository's own data."""

from datetime import date
from pathlib import Path

import pytest

from etl.context import Context
from tests.etl.small import Root
from tests.templates.books import AS_OF, TABLES


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """Two governments, one with two editions of its own contest; titles that a spreadsheet would run."""
    root = Root(tmp_path_factory.mktemp("templates") / "data")
    root.path.mkdir()
    root.write(TABLES)
    return Context.read(root.path, AS_OF)


@pytest.fixture(scope="session")
def own_data(repository: Path) -> Context:
    """The repository's own data."""
    return Context.read(repository / "data", date(2026, 11, 1))
