"""A data root of its own for each test."""

from pathlib import Path

import pytest

from tests.etl.small import Root


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Root:
    """An empty data root that PAPAN_DATA and PAPAN_WAREHOUSE name."""
    place = Root(tmp_path / "data")
    place.path.mkdir()
    monkeypatch.setenv("PAPAN_DATA", str(place.path))
    monkeypatch.setenv("PAPAN_WAREHOUSE", str(place.published))
    return place
