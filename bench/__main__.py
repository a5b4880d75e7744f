"""`python -m bench [--size district --size province] [--part builds|imports|planning]`: measure builds, queries,
imports and the planner.

Prints ratios from one run on one machine and writes them to bench/RESULTS.md. Generated data, marked so."""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

import metrics
from bench import imports, planning
from etl.checking import sql_type
from etl.contract import contract

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
AS_OF = "2026-11-21"
QUERIES = (
    ("submissions", {"government": True}),
    ("stage_funnel", {"government": True, "edition": True}),
    ("stage_pass_rate", {"government": True, "edition": True}),
    ("participation", {"government": True}),
    ("compliance", {"government": True}),
    ("target_progress", {"government": True}),
    ("ranking", {"government": True, "edition": True}),
)
REPEATS = 7
PARTS = ("builds", "imports", "planning")


@dataclass(frozen=True)
class Measured:
    """One size: rows, seconds of the plain read and of the build, peak memory in MB, median ms per metric."""

    size: str
    rows: int
    read_seconds: float
    build_seconds: float
    peak_mb: float
    query_ms: dict[str, float]


def measure(size: str, folder: Path) -> Measured:
    """Generate a size below `folder`, then time the plain read, the build and the metrics on it."""
    data = folder / size
    _run("bench.generator", "--size", size, "--out", str(data / "generated"))
    os.environ["PAPAN_DATA"], os.environ["PAPAN_WAREHOUSE"] = str(data), str(data / "build")
    rows, read_seconds = plain_read(data / "generated")
    before = time.perf_counter()
    _run("etl", "build", "--as-of", AS_OF)
    build_seconds = time.perf_counter() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Measured(size, rows, read_seconds, build_seconds, peak, query_times())


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, capture_output=True, cwd=HERE.parent)


def plain_read(folder: Path) -> tuple[int, float]:
    """Rows in all, and the seconds DuckDB alone needs to read the same files into typed tables."""
    total, before = 0, time.perf_counter()
    with tempfile.TemporaryDirectory() as place, duckdb.connect(str(Path(place) / "plain.duckdb")) as con:
        for name, table in contract().tables.items():
            path = folder / f"{name}.csv"
            if not path.is_file():
                continue
            types = {c.name: "VARCHAR" if c.type == "list" else sql_type(c) for c in table.columns}
            con.execute(
                f"CREATE TABLE {name} AS FROM read_csv($path, header=true, types=$types, nullstr='')",
                {
                    "path": str(path),
                    "types": types,
                },
            )
            found = con.execute(f"SELECT count(*) FROM {name}").fetchone()
            total += found[0] if found else 0
    return total, time.perf_counter() - before


def query_times() -> dict[str, float]:
    """Median milliseconds per metric for one government (and its latest edition), each query run afresh."""
    warehouse = metrics.open_warehouse()
    government, edition = warehouse.rows("""
        SELECT government_id, arg_max(edition_id, year) FROM warehouse.entries
        WHERE government_id IS NOT NULL GROUP BY government_id ORDER BY count(*) DESC, government_id LIMIT 1""")[0]
    return {name: _median(name, wanted, government, edition, warehouse) for name, wanted in QUERIES}


def _median(name: str, wanted: dict[str, bool], government: str, edition: str, warehouse: metrics.Warehouse) -> float:
    scope = metrics.Scope(government=government, edition=edition if wanted.get("edition") else None)
    times = []
    for _ in range(REPEATS):
        before = time.perf_counter()
        metrics.run(name, scope, warehouse)
        times.append((time.perf_counter() - before) * 1000)
    return statistics.median(times)


def report(found: list[Measured]) -> str:
    """The measurements as Markdown, ratios first."""
    lines = [
        "# Measurements",
        "",
        f"Written by `python -m bench` on {datetime.now(UTC):%Y-%m-%d}: one run on one machine, generated data.",
        "The ratios are what carries over to another machine.",
        "",
        f"Python {platform.python_version()}, DuckDB {duckdb.__version__}, {platform.system()}, {os.cpu_count()} CPUs.",
        "",
        "| size | input rows | build ÷ plain typed read | build (s) | peak (MB) |",
        "|---|---|---|---|---|",
    ]
    for one in found:
        ratio = one.build_seconds / one.read_seconds
        lines.append(f"| {one.size} | {one.rows:,} | {ratio:.1f} | {one.build_seconds:.1f} | {one.peak_mb:.0f} |")
    lines += ["", "Server time of a metric for one government, median of seven, cold cache (ms):", ""]
    lines += [
        f"| metric | {' | '.join(one.size for one in found)} | largest ÷ smallest |",
        "|---|" + "---|" * (len(found) + 1),
    ]
    for name, _ in QUERIES:
        values = [one.query_ms[name] for one in found]
        lines.append(f"| {name} | {' | '.join(f'{v:.0f}' for v in values)} | {values[-1] / values[0]:.1f} |")
    return "\n".join(lines) + "\n"


def _builds(sizes: list[str]) -> str:
    """Measure the sizes."""
    with tempfile.TemporaryDirectory(prefix="papan-bench-") as folder:
        return report([measure(size, Path(folder)) for size in sizes])


def _imports(examples: int) -> str:
    """Measure the import. Faults go to standard error."""
    conserved = imports.conserve(examples)
    print("\n\n".join(conserved.faults), file=sys.stderr)
    return imports.report(imports.measure_long(), conserved)


def _measured(part: str, asked: argparse.Namespace) -> str:
    """One part of the results, with its heading."""
    if part == "builds":
        return _builds(asked.size or ["district", "province"])
    return _imports(asked.examples) if part == "imports" else planning.report(asked.draws)


def _parts(text: str) -> dict[str, str]:
    """The parts of earlier results, which stay where they are not measured again."""
    headings = {"imports": imports.HEADING, "planning": planning.HEADING}
    starts = {part: place for part, heading in headings.items() if (place := text.find(f"{heading}\n")) >= 0}
    ends = sorted([*starts.values(), len(text)])
    parts = {"builds": text[: ends[0]]}
    return parts | {part: text[place : next(end for end in ends if end > place)] for part, place in starts.items()}


def main() -> int:
    """Measure the sizes asked for and write the results."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure builds, queries, imports, planner.")
    parser.add_argument("--size", action="append", choices=("district", "province", "nation"), help="may be repeated")
    parser.add_argument("--part", choices=PARTS, help="measure only this part")
    parser.add_argument("--examples", type=int, default=imports.EXAMPLES, help="workbooks to make (imports)")
    parser.add_argument("--draws", type=int, default=planning.DRAWS, help="draws from the models (planning)")
    asked = parser.parse_args()
    parts = _parts(RESULTS.read_text(encoding="utf-8"))
    for part in [asked.part] if asked.part else PARTS:
        parts[part] = _measured(part, asked)
    text = "\n".join(parts[part].rstrip() + "\n" for part in PARTS if part in parts)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
