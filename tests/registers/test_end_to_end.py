"""From file to warehouse: what the dry run said of a register is what the published figures are made of."""

from typing import Any

import duckdb
import pytest

from tests.etl.small import Root
from tests.registers import doors
from tests.registers.checker import same
from tests.registers.conftest import Load
from tests.registers.material import Register, register

NAMES = (
    "contoh-rekap-2025.xlsx",
    "contoh-ekspor-indeks.csv",
    "contoh-tahapan-kolom.xlsx",
    "contoh-formulir-vertikal.xlsx",
    "kab-luwu-utara-kipp-2021-hasil.xlsx",
    "kab-luwu-utara-kipp-sulsel-2021.xlsx",
    "krenova-jateng-2017.csv",
)
COLUMNS = {
    "title": "innovation",
    "agency_id": "agency_id",
    "government_id": "government_id",
    "category": "category",
    "group": '"group"',
    "type": "type",
    "form": "form",
    "submitted_on": "submitted_on",
}


def _entries_at(con: duckdb.DuckDBPyConnection, dry_ids: list[str], column: str) -> list[Any]:
    sql = f"SELECT {column} FROM entries WHERE submission_id IN (SELECT unnest(?)) ORDER BY submission_id"
    return [value for (value,) in con.execute(sql, [dry_ids]).fetchall()]


def _checkable(one: Register) -> list[dict[str, Any]]:
    """Facts that a row of `entries` can answer, and that leave no choice."""
    facts = one.expected["facts"]
    return [fact for fact in facts if fact["field"] in COLUMNS and ("is" in fact or fact.get("null"))]


@pytest.mark.parametrize("name", NAMES)
def test_the_warehouse_holds_what_the_dry_run_said(load: Load, name: str) -> None:
    one = register(name)
    loaded = load(one)
    rows = loaded.dry.tables["submissions"]
    wrong = []
    with doors.warehouse(loaded.root) as con:
        for fact in _checkable(one):
            place = fact["row"]
            entries = [row for row in rows if place in (row["_place"], str(row["_place"]).partition("!")[0])]
            ids = [str(entry["submission_id"]) for entry in entries]
            got = _entries_at(con, ids, COLUMNS[fact["field"]])
            wanted = None if fact.get("null") else fact["is"]
            right = got and all(same(value, wanted) for value in got)
            wrong += [] if right else [f"{place} {fact['field']}: expected {wanted}, got {got}"]
        held = con.execute("SELECT count(*) FROM entries").fetchall()[0][0]
    assert wrong == []
    assert held == len(rows) == loaded.dry.counts["entries"]


@pytest.mark.parametrize("name", NAMES)
def test_what_was_held_back_or_asked_about_is_on_the_quality_lists_with_its_place(load: Load, name: str) -> None:
    loaded = load(register(name))
    with doors.warehouse(loaded.root) as con:
        held = {place for (place,) in con.execute("SELECT place FROM quarantine").fetchall()}
        asked = {place for (place,) in con.execute("SELECT place FROM questions").fetchall()}
    assert [one.cell for one in loaded.dry.quarantined if one.cell not in held] == []
    of_cells = [one for one in loaded.dry.questions if one.code in ("bad_date", "bad_number")]
    assert [one.cell for one in of_cells if one.cell not in asked] == []
    of_names = [one for one in loaded.dry.questions if one.code in ("unknown_agency", "ambiguous_agency")]
    assert [one.cell for one in of_names if not {one.cell, f"{one.sheet}!{one.row}"} & asked] == []


def test_an_agency_list_makes_the_new_agencies_and_changes_no_known_one(furnished: Root, load: Load) -> None:
    loaded = load(register("kab-bangka-opd-2016-bagan.csv"))
    sql = "SELECT agency_id, name FROM agencies WHERE government_id = 'kab-bangka' ORDER BY ALL"
    with doors.warehouse(furnished) as before, doors.warehouse(loaded.root) as after:
        known, now = before.execute(sql).fetchall(), after.execute(sql).fetchall()
    assert set(known) <= set(now)
    assert len(now) - len(known) == len(loaded.dry.tables.get("agencies", []))


def test_figures_of_a_press_table_are_reported_counts_of_their_government(load: Load) -> None:
    loaded = load(register("kipp-sulsel-2021-administrasi-per-daerah.xlsx"))
    with doors.warehouse(loaded.root) as con:
        sql = "SELECT scope_id, value FROM reported_counts WHERE scope_kind = 'government'"
        found = con.execute(sql).fetchall()
    assert ("kab-bantaeng", 10) in found
    assert ("kab-luwu-utara", 5) in found
    assert ("kab-luwu", 5) not in found
