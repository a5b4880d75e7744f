"""Personal data planted anywhere in a workbook is found nowhere afterwards."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from etl import batches
from etl.dry_run import DryRun, Given
from tests.etl.small import REPOSITORY, Root
from tests.registers import doors
from tests.support.workbooks import Row, Sheet, xlsx

CONTEST = Given(government_id="kab-contoh", edition_id="lomba-contoh-2025", table="submissions")
HEADINGS: Row = ["No", "Judul Inovasi", "OPD", "Tanggal Daftar", "Nilai", "Keterangan", "Nama Inovator", "NIP", "NIK"]
MORE: Row = ["No. HP", "Email", "Alamat Rumah"]
PLANTED = {
    "nip": "198203152006041007",
    "nip with blanks": "19820315 200604 1 007",
    "nik": "1901011503820004",
    "telephone": "081234567890",
    "telephone with dashes": "0812-3456-7891",
    "whatsapp": "+62 813 9876 5432",
    "e-mail": "budi.rahasia@gmail.com",
    "address": "Jl. Melati Tersembunyi No. 17",
    "name": "Budi Rahasia Santoso",
}
KEPT = ("SI BERSIH CONTOH", "SI SEHAT CONTOH", "SI PINTAR CONTOH")


def _workbook() -> bytes:
    """A recap with personal columns, and personal data in a note column, a bad cell, a signature and a note below."""
    p = PLANTED
    full: Row = [p["name"], p["nip"], p["nik"], p["telephone"], p["e-mail"], p["address"]]
    rows: list[Row] = [
        ["REKAP INOVASI KABUPATEN CONTOH 2025", *[None] * 11],
        [*HEADINGS, *MORE],
        [1, KEPT[0], "Dinas Kesehatan", "3 Februari 2025", 80, f"hubungi {p['telephone with dashes']}", *full],
        [
            2,
            KEPT[1],
            "Dinas Antah",
            f"WA {p['whatsapp']}",
            f"tanya {p['e-mail']}",
            f"NIP {p['nip with blanks']}",
            *full,
        ],
        [3, KEPT[2], "Dinas Sosial", None, None, f"surel {p['e-mail']}", *full],
        [4, "#N/A", "Dinas Sosial", None, None, f"NIK {p['nik']}, HP {p['telephone']}", *full],
        [None] * 12,
        [f"Keterangan: pertanyaan ke {p['telephone']} atau {p['e-mail']}", *[None] * 11],
        [*[None] * 5, "Kepala Bagian Organisasi", *[None] * 6],
        [*[None] * 5, "ttd", *[None] * 6],
        [*[None] * 5, f"NIP. {p['nip with blanks']}", *[None] * 6],
    ]
    return xlsx([Sheet("Rekap", rows), Sheet("Kontak", [["Narahubung"], [f"{p['telephone']} {p['e-mail']}"]])])


def _found(text: str) -> list[str]:
    """What was planted and stands in a text, with or without its blanks and dashes."""
    plain = "".join(text.split()).replace("-", "")
    return [name for name, value in PLANTED.items() if "".join(value.split()).replace("-", "") in plain]


def _text_of(path: Path) -> str:
    """All the text of a file, also inside a workbook."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.fixture(scope="module")
def checked(furnished: Root) -> DryRun:
    """The dry run of the workbook."""
    return batches.check("rekap.xlsx", _workbook(), CONTEST, furnished.path)


@pytest.fixture
def loaded(root: Root, checked: DryRun) -> Root:
    """A data root with the workbook loaded and published."""
    doors.confirm(root, checked)
    return root


def test_the_workbook_holds_what_was_planted(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(_workbook())
    assert sorted(_found(_text_of(path))) == sorted(PLANTED)


def test_the_rows_load_without_what_was_planted(checked: DryRun) -> None:
    assert [row["innovation"] for row in checked.tables["submissions"]] == list(KEPT)
    assert _found(str(checked.tables)) == []


def test_nothing_that_the_dry_run_says_repeats_it(checked: DryRun) -> None:
    said = {
        "quarantined": checked.quarantined,
        "questions": checked.questions,
        "notes": checked.notes,
        "sheets": checked.sheets,
        "skipped": checked.skipped,
        "dropped": checked.dropped,
        "asks": checked.asks,
    }
    assert {name: _found(str(part)) for name, part in said.items() if _found(str(part))} == {}


def test_the_columns_are_said_to_be_dropped(checked: DryRun) -> None:
    said = {heading for heading, why in checked.dropped if why == "personal data"}
    assert {"Nama Inovator", "NIP", "NIK", "No. HP", "Email", "Alamat Rumah"} <= said


def test_the_copy_that_is_kept_has_the_cells_blanked_and_all_others(checked: DryRun, tmp_path: Path) -> None:
    assert checked.blanked
    assert checked.kept is not None
    path = tmp_path / "kept"
    path.write_bytes(checked.kept)
    assert _found(_text_of(path)) == []
    book = openpyxl.load_workbook(io.BytesIO(checked.kept))
    values = {cell.value for row in book["Rekap"].iter_rows() for cell in row}
    assert {*KEPT, "Dinas Kesehatan", "Judul Inovasi", "3 Februari 2025"} <= values


def test_no_file_of_the_batch_holds_it(loaded: Root) -> None:
    files = [path for path in (loaded.path / "inbox").rglob("*") if path.is_file()]
    assert len(files) > 2
    assert {
        str(path.relative_to(loaded.path)): _found(_text_of(path)) for path in files if _found(_text_of(path))
    } == {}


def test_no_table_of_the_warehouse_holds_it(loaded: Root) -> None:
    with doors.warehouse(loaded) as con:
        names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        rows = {name: str(con.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names}
    found = {name: _found(text) for name, text in rows.items() if _found(text)}
    assert KEPT[0] in rows["submissions"]
    assert found == {}


def test_the_json_of_the_command_does_not_hold_it(root: Root, tmp_path: Path) -> None:
    file = tmp_path / "rekap.xlsx"
    file.write_bytes(_workbook())
    options = ["--government", "kab-contoh", "--edition", "lomba-contoh-2025", "--table", "submissions", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "etl", "check", str(file), *options],
        cwd=REPOSITORY,
        env={**os.environ, **root.environment()},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["counts"]["loaded"] == 3
    assert _found(done.stdout + done.stderr) == []
