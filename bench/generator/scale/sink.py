"""Large tables written line by line while they are drawn, so that memory stays flat."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from bench.generator.tables import COLUMNS

LARGE = ("innovations", "submissions", "stage_results", "awards")


class Sink:
    """Open files of the large tables. Cells of lines given to it hold no comma, quote or line break."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.counts: Counter[str] = Counter()
        self._files: dict[str, TextIO] = {}
        for table in LARGE:
            self._files[table] = (folder / f"{table}.csv").open("w", encoding="utf-8", newline="", buffering=1 << 20)
            self._files[table].write(",".join(COLUMNS[table]) + "\n")

    def __enter__(self) -> "Sink":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()

    def write(self, table: str, lines: Iterable[str]) -> None:
        block = list(lines)
        self.counts[table] += len(block)
        self._files[table].write("".join(f"{line}\n" for line in block))
