"""Fixtures of the unit tests: `drawn`, which takes the place of the page."""

import pytest

from tests.unit.views import Drawn
from ui import figures


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Figures and statements are kept instead of drawn."""
    kept = Drawn()
    monkeypatch.setattr(figures, "figure", kept.figure)
    monkeypatch.setattr(figures, "statement", kept.statement)
    return kept
