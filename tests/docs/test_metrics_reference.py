"""docs/metrics.md is generated from the metric files and is up to date."""

from pathlib import Path

from metrics import docs


def test_the_reference_is_what_the_metric_files_say(repository: Path) -> None:
    written = (repository / "docs" / "metrics.md").read_text(encoding="utf-8")
    assert written == docs.render()


def test_every_metric_is_in_the_reference(repository: Path) -> None:
    written = (repository / "docs" / "metrics.md").read_text(encoding="utf-8")
    ids = sorted(path.stem for path in (repository / "metrics").glob("*.sql"))
    assert ids
    assert [name for name in ids if name not in written] == []
