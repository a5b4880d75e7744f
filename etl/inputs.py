"""Everything a build reads: the shipped data sets and the input batches of one data root."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from etl import datasets, inbox
from etl.datasets import Dataset
from etl.inbox import Batch


@dataclass(frozen=True)
class Inputs:
    """`datasets` in their order of rank, batches in use last; `batches` are all there are, those taken back too."""

    root: Path
    datasets: list[Dataset]
    batches: list[Batch]

    def hashes(self) -> list[dict[str, str]]:
        """Data set, file and SHA-256 of every file that decides what the warehouse holds."""
        files = [
            (dataset.name, path)
            for dataset in self.datasets
            for path in sorted([*dataset.files().values(), *dataset.strangers(), *dataset.folder.glob(datasets.CARD)])
        ]
        cards = [(batch.id, path) for batch in self.batches for path in inbox.cards(self.root, batch)]
        return [{"dataset": name, "file": path.name, "sha256": sha256(path)} for name, path in files + cards]

    def in_use(self) -> list[Batch]:
        """The batches that are not taken back, lowest number first."""
        return [batch for batch in self.batches if batch.withdrawn is None]


def read(root: Path) -> Inputs:
    """What lies below a data root. Raises InputError where a card cannot be read."""
    batches = inbox.batches(root)
    return Inputs(root, [*datasets.find(root), *inbox.datasets(root, batches)], batches)


def sha256(path: Path) -> str:
    """The digest of a file. Raises InputError where it cannot be read."""
    with datasets.readable(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
