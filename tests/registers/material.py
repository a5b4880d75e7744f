"""The registers beside these tests: the files, what a right import makes of each, and the data they are read against.

How counts and levels are meant: a row is a row of the sheet (or a CSV record), titles included; `must` is what any
sound importer does, `should` what a good one does; `either` rows may load without the cell named, or wait."""

import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from etl.dry_run import Given
from tests.etl.small import Root

HERE = Path(__file__).parent
FILES = HERE / "files"
EXPECTED = HERE / "expected"
CONTEXT = HERE / "context"
AS_OF = date(2026, 11, 21)
TABLES = {"submissions", "agencies", "innovations", "reported_counts", "stage_results"}


@dataclass(frozen=True)
class Register:
    """One file and what is expected of it (`expected/<name>.json`)."""

    name: str

    @cached_property
    def data(self) -> bytes:
        """The file as it is."""
        return (FILES / self.name).read_bytes()

    @cached_property
    def expected(self) -> dict[str, Any]:
        """What a right import makes of it."""
        found: dict[str, Any] = json.loads((EXPECTED / f"{self.name}.json").read_text(encoding="utf-8"))
        return found

    @property
    def given(self) -> Given:
        """What the person states of the file."""
        said = self.expected["given"]
        keys = ("government_id", "competition_id", "edition_id", "stage_id", "source_id")
        table = said["what"] if said["what"] in TABLES else None
        return Given(**{key: said.get(key) for key in keys}, table=table, columns=said.get("mapping", {}))

    @property
    def sheet(self) -> dict[str, Any]:
        """The one data sheet, with its rows and columns; empty where nothing is loaded."""
        sheets: list[dict[str, Any]] = self.expected["sheets"]
        return sheets[0] if sheets else {}

    def rows(self, kind: str) -> list[int]:
        """Numbers of the rows of one kind: loaded, either, quarantined, or a reason to skip."""
        return numbers(self.sheet.get("rows", {}).get(kind, ""))

    def column(self, field: str) -> str:
        """The letters of the column that holds `field`."""
        columns: dict[str, str] = self.sheet["columns"]
        return next(letter for letter, name in columns.items() if name == field)


def numbers(ranges: str) -> list[int]:
    """Row numbers written as ranges.

    >>> numbers("2-4,7")
    [2, 3, 4, 7]
    """
    parts = [part.split("-") for part in ranges.split(",") if part]
    return [number for part in parts for number in range(int(part[0]), int(part[-1]) + 1)]


@cache
def registers() -> tuple[Register, ...]:
    """All registers, by name."""
    return tuple(Register(path.name.removesuffix(".json")) for path in sorted(EXPECTED.glob("*.json")))


def register(name: str) -> Register:
    """One register by the name of its file."""
    return next(one for one in registers() if one.name == name)


def carrying(tag: str) -> list[Register]:
    """The registers that show one habit."""
    return [one for one in registers() if tag in one.expected["quirks"]]


@cache
def quirks() -> dict[str, str]:
    """Every habit met in a real register, with its class (quirks.csv)."""
    with (HERE / "quirks.csv").open(encoding="utf-8", newline="") as file:
        return {row["quirk"]: row["class"] for row in csv.DictReader(file)}


def resolutions() -> Iterator[dict[str, str]]:
    """Names as reported, and the agency each resolves to (agency_resolution.csv)."""
    with (HERE / "agency_resolution.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def furnish(root: Root) -> Root:
    """Give a data root the governments, agencies and editions the registers are read against, built and published."""
    shutil.copytree(CONTEXT, root.path / "context")
    root.build(as_of=AS_OF)
    return root
