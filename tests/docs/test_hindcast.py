"""docs/hindcast.md is generated from the shipped history and is up to date."""

from pathlib import Path

import metrics
from planning import docs


def test_the_hindcast_page_is_what_the_history_gives(published: Path, repository: Path) -> None:
    written = (repository / "docs" / "hindcast.md").read_text(encoding="utf-8")
    assert written == docs.render(metrics.open_warehouse())


def test_it_has_the_national_series_and_no_sample(repository: Path) -> None:
    written = (repository / "docs" / "hindcast.md").read_text(encoding="utf-8")
    assert "## whole contest, kipp, registered" in written
    assert "krenova-magelang" in written
    assert "contoh" not in written
