"""Measure the import: a long workbook's dry run, and conservation on many made and damaged files.

`python -m bench.imports FILE ROOT` does one dry run in this process and prints what it took as JSON."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import python_calamine
import xlsxwriter
from hypothesis import HealthCheck, Phase, given, settings

from etl import batches
from etl.context import Context
from tests.etl.small import Root
from tests.registers.conserving import CONTEST, faults
from tests.registers.material import furnish, registers
from tests.registers.test_mutated import mistreated
from tests.support.workbooks import Made, real_titles, workbooks

HERE = Path(__file__).parent
HEADING = "## Imports"
ROWS = 100_000
EXAMPLES = 2_000
MUTATIONS = 50
HEADINGS = ("No", "Judul Inovasi", "Perangkat Daerah", "Jenis", "Bentuk", "Tanggal Daftar", "Nilai", "Keterangan")
AGENCIES = ("Dinas Kesehatan", "Disdukcapil", "DPM-PTSP", "Dinas Sosial", "Dinas Antah Berantah")


@dataclass(frozen=True)
class Long:
    """One dry run of a long workbook: megabytes of the file, seconds (by the clock, and of one processor), peak memory
    (MB), calls of progress, rows."""

    rows: int
    file_mb: float
    plain_seconds: float
    seconds: float
    cpu_seconds: float
    peak_mb: float
    progress_calls: int
    loaded: int


@dataclass
class Conserved:
    """Files read, of which kinds, how long the slowest took, and what did not hold."""

    made: int = 0
    damaged: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def write_long(path: Path, rows: int) -> None:
    """A recap of `rows` entries in eight columns, with dates and numbers written in several ways."""
    titles = real_titles()
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        page = book.add_worksheet("Rekap")
        page.write_row(0, 0, ["REKAPITULASI USULAN INOVASI DAERAH"])
        page.write_row(2, 0, HEADINGS)
        for n in range(rows - 3):
            title = f"{titles[n % len(titles)]} {n + 1}"
            day = (f"{n % 28 + 1} Februari 2025", f"{n % 28 + 1}/2/2025", 45658 + n % 28)[n % 3]
            kind = (("Digital", "Pelayanan Publik"), ("Tata Kelola Pemerintahan", "Non Digital"))[n % 2]
            score = (f"{n % 100},5", n % 100, "-")[n % 3]
            page.write_row(n + 3, 0, [n + 1, title, AGENCIES[n % 5], *kind, day, score, "masih sementara"])


@contextmanager
def data_root() -> Iterator[Root]:
    """A data root with the governments and editions of the registers."""
    with tempfile.TemporaryDirectory(prefix="papan-bench-") as folder:
        root = Root(Path(folder) / "data")
        root.path.mkdir()
        yield furnish(root)


def dry_run(path: Path, root: Path) -> dict[str, float]:
    """One dry run in this process."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    before, before_cpu = time.perf_counter(), time.process_time()
    dry = batches.check(path.name, path.read_bytes(), CONTEST, root, count)
    seconds, cpu = time.perf_counter() - before, time.process_time() - before_cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    loaded = dry.counts["loaded"]
    return {"seconds": seconds, "cpu_seconds": cpu, "peak_mb": peak, "progress_calls": calls, "loaded": loaded}


def measure_long(rows: int = ROWS) -> Long:
    """Write a long workbook, read it plainly, and check it in a process of its own."""
    with data_root() as root:
        path = root.path.parent / "rekap.xlsx"
        write_long(path, rows)
        before = time.perf_counter()
        read = len(python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
        plain = time.perf_counter() - before
        command = [sys.executable, "-m", "bench.imports", str(path), str(root.path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent)
        return Long(rows=read, file_mb=path.stat().st_size / 1e6, plain_seconds=plain, **json.loads(done.stdout))


def conserve(examples: int = EXAMPLES, mutations: int = MUTATIONS) -> Conserved:
    """Read made workbooks and damaged registers, and gather what does not hold."""
    found = Conserved()
    with data_root() as root:
        known = Context.read(root.path)
        before = time.perf_counter()
        _made(found, known, examples)
        for register in registers():
            found.damaged += mutations
            found.faults += [f"{register.name} {fault}" for fault in mistreated(register, known, range(mutations))]
        found.seconds = time.perf_counter() - before
    return found


def _made(found: Conserved, known: Context, examples: int) -> None:
    """Read `examples` made workbooks."""

    once = settings(database=None, derandomize=True, deadline=None, phases=[Phase.generate])

    @settings(once, max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(made=workbooks())
    def every(made: Made) -> None:
        before = time.perf_counter()
        try:
            wrong = faults(made, known)
        except Exception as error:
            wrong = [f"{type(error).__name__}: {error}"]
        found.slowest = max(found.slowest, (time.perf_counter() - before) / 2)  # each is read twice
        found.made += 1
        found.faults += [f"{fault}\n{made!r}" for fault in wrong]

    every()


def report(long: Long, conserved: Conserved) -> str:
    """The measurements as Markdown."""
    lines = [
        HEADING,
        "",
        "Dry run of one XLSX of eight columns, in a process of its own, with the data it is read against:",
        "",
        "| rows | file (MB) | dry run ÷ plain read | dry run (s) | CPU (s) | peak (MB) | progress told | rows loaded |",
        "|---|---|---|---|---|---|---|---|",
        f"| {long.rows:,} | {long.file_mb:.1f} | {long.seconds / long.plain_seconds:.1f} | {long.seconds:.1f} "
        f"| {long.cpu_seconds:.1f} | {long.peak_mb:.0f} | {long.progress_calls:,} | {long.loaded:,} |",
        "",
        f"Conservation (read = loaded + quarantined + skipped, no title invented, twice the same, no crash): "
        f"{conserved.made:,} workbooks made from real registers and {conserved.damaged:,} registers with damaged bytes "
        f"in {conserved.seconds:.0f} s, the slowest {conserved.slowest:.1f} s: {_faults(conserved.faults)}.",
    ]
    return "\n".join(lines) + "\n"


def _faults(found: list[str]) -> str:
    return "no fault" if not found else f"{len(found)} faults"


def main() -> int:
    """One dry run, as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description="Check one file against a data root.")
    parser.add_argument("file", type=Path)
    parser.add_argument("root", type=Path)
    asked = parser.parse_args()
    print(json.dumps(dry_run(asked.file, asked.root)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
