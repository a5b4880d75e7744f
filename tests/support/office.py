"""A data root of its own for tests that load files: the governments of tests/registers, and a recap with quirks."""

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
REGISTERS = ROOT / "tests" / "registers"
RECAP = REGISTERS / "files" / "contoh-rekap-2025.xlsx"
SCOPE = {"government": "kab-contoh", "competition": "lomba-contoh", "edition": "lomba-contoh-2025"}
EDITION = "Lomba Inovasi Kabupaten Contoh 2025"
MISSPELT = "Dinas Kependudukan dan Catatan Sipil"
AGENCY = "Dinas Kependudukan dan Pencatatan Sipil"


def furnish(folder: Path) -> Path:
    """Make a data root with the context of the registers as its only data set, and publish it. Returns the root."""
    shutil.copytree(REGISTERS / "context", folder / "history")
    _say_contests(folder / "history" / "competitions.csv")
    environment = {key: value for key, value in os.environ.items() if key != "PAPAN_WAREHOUSE"}
    command = [sys.executable, "-m", "etl", "build", "--json"]
    subprocess.run(
        command, cwd=ROOT, env=environment | {"PAPAN_DATA": str(folder)}, check=True, capture_output=True, timeout=120
    )
    return folder


def recap(agency: str = MISSPELT) -> bytes:
    """The recap of 2025 with the agency of row 10 written as `agency`."""
    book = openpyxl.load_workbook(RECAP)
    book["Rekap"]["B10"] = agency
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _say_contests(path: Path) -> None:
    """The board counts contests and registers; the context does not say what its competitions are."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row | {"type": "contest"} for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
