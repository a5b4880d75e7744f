"""The data root of these tests: one government with its contest of 2018, without entries."""

from pathlib import Path

import pytest

from tests.imports.small import STAGES, WITHOUT_ENTRIES, Data


@pytest.fixture
def data(tmp_path: Path) -> Data:
    """Kabupaten A with three agencies, a contest of 2018 with five stages, no entries."""
    return Data(tmp_path, WITHOUT_ENTRIES | {"stages": STAGES})
