"""Measure the planner: whether its intervals hold what they say on data drawn from its own models, and what a move of a
slider on Proyeksi costs at district size."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.calibration import count_coverage
from bench.calibration_rates import rate_coverage

HEADING = "## Planning"
HERE = Path(__file__).parent
DRAWS, SEED = 2_000, 20180123
YEARS = (3, 8)
AS_OF = "2026-11-21"
TOLERATED = 0.03  # how far the share inside an 80 % interval may be off


def report(draws: int = DRAWS) -> str:
    """The measurements as Markdown; what is further off than tolerated is said."""
    counts = {f"entries, {years} known years": count_coverage(draws, SEED, years)["covered"] for years in YEARS}
    found = rate_coverage(draws, SEED)
    rates = {"coming pass rate": found["rates"], "entries of 15 that get through": found["outcomes"]}
    moves = slider_moves()
    lines = [
        HEADING,
        "",
        f"Simulation-based calibration: share inside the central 80 %, {draws:,} draws from the model each:",
        "",
        "| what | inside |",
        "|---|---|",
        *(_covered(name, share) for name, share in (counts | rates).items()),
        "",
        "Server time of a slider move on Proyeksi at district size, the part that is drawn again, median of nine:",
        "",
        "| slider | ms | ÷ first drawing |",
        "|---|---|---|",
        *(f"| {name} | {ms:.0f} | {ms / moves['opening']:.2f} |" for name, ms in moves.items()),
    ]
    return "\n".join(lines) + "\n"


def _covered(name: str, share: float) -> str:
    off = "" if abs(share - 0.8) <= TOLERATED else f" (more than {TOLERATED:.0%} off)"
    return f"| {name} | {share:.1%}{off} |"


def slider_moves() -> Mapping[str, float]:
    """Milliseconds per slider on a generated district, measured in a process of its own (`bench.slider`)."""
    with tempfile.TemporaryDirectory(prefix="papan-bench-") as folder:
        data = Path(folder)
        place = {"PAPAN_DATA": str(data), "PAPAN_WAREHOUSE": str(data / "build")}
        _run("bench.generator", "--size", "district", "--out", str(data / "generated"), place=place)
        _run("etl", "build", "--as-of", AS_OF, place=place)
        found: dict[str, float] = json.loads(_run("bench.slider", place=place))
    return found


def _run(module: str, *arguments: str, place: Mapping[str, str]) -> str:
    command = [sys.executable, "-m", module, *arguments]
    environment = {**os.environ, **place}
    done = subprocess.run(command, cwd=HERE.parent, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{module}: {done.stderr}")
    return done.stdout
