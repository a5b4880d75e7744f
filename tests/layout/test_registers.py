"""The real registers beside tests/registers: every row under the reason that a right import gives."""

from pathlib import Path
from typing import Any

import pytest

from etl import readers
from etl.columns.headings import Vocabulary
from etl.layout import Layout, lay_out
from tests.layout.grids import reasons
from tests.registers.material import Register

FILES = Path(__file__).parents[1] / "registers" / "files"
NAMES = sorted(path.name for path in FILES.iterdir())
ENTRIES = ("loaded", "either", "quarantined")


def _layouts(register: Register) -> dict[str, Layout]:
    workbook = readers.read(register.name, register.data)
    return {sheet.name: lay_out(sheet, Vocabulary().is_heading) for sheet in workbook.sheets}


def _found(layout: Layout) -> dict[str, list[int]]:
    """Rows by reason in the words of the expectations."""
    rows = reasons(layout)
    rows["header"] = sorted(rows.get("header", []) + rows.pop("repeated_header", []))
    if "other" in rows:
        rows["other_table"] = rows.pop("other")
    return rows


def _wanted(register: Register) -> dict[str, list[int]]:
    kinds: dict[str, Any] = register.sheet["rows"]
    wanted = {kind: register.rows(kind) for kind in kinds if kind not in ENTRIES}
    return wanted | {"data": sorted(row for kind in ENTRIES for row in register.rows(kind))}


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_reason(name: str) -> None:
    register = Register(name)
    if not register.sheet:
        pytest.skip("a form or a scoring sheet: rows are not counted")
    layout = _layouts(register)[register.sheet["sheet"]]
    assert _found(layout) == _wanted(register)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_accounted_for_once(name: str) -> None:
    for layout in _layouts(Register(name)).values():
        rows = sorted(row for numbers in reasons(layout).values() for row in numbers)
        assert rows == list(range(1, len(layout.sheet.rows) + 1))


def test_the_form_of_one_innovation_is_read() -> None:
    form = _layouts(Register("contoh-formulir-vertikal.xlsx"))["Formulir"].form
    assert form is not None
    assert form.answers["Nama Inovasi"] == ("POSYANDU CONTOH", 6, 4)
    assert form.answers["Nama OPD/UPTD/Puskesmas"] == ("Puskesmas Contoh Utara", 2, 2)
    assert form.answers["Rancang Bangun"][0] == "Teks contoh baris pertama.\nTeks contoh baris kedua."


def test_the_sections_of_2017_are_carried_down() -> None:
    main, other = _layouts(Register("krenova-jateng-2017.xlsx"))["Pemenang 2017"].tables
    assert [row.section for row in main.rows] == (
        ["A. 10 (SEPULUH) PEMENANG UTAMA"] * 10
        + ["B. 5 (LIMA) PEMENANG HARAPAN"] * 5
        + ["A. 5 (LIMA) PEMENANG FAVORIT"] * 5
    )
    assert {row.section for row in other.rows} == {"B. BUPATI/WALIKOTA PELOPOR INOVASI DAERAH"}


def test_the_title_cut_in_2013_is_whole() -> None:
    [layout] = _layouts(Register("krenova-jateng-2013.csv")).values()
    row = next(row for row in layout.tables[0].rows if row.number == 22)
    assert str(row.cells[2]).endswith("Alat “Kontrol Pakan Ayam melalui SMS”")


def test_the_recap_has_its_merged_agencies_and_its_total() -> None:
    layout = _layouts(Register("contoh-rekap-2025.xlsx"))["Rekap"]
    assert [row.cells.get(2) for row in layout.tables[0].rows[:5]] == ["Dinas Kesehatan"] * 3 + ["Disdukcapil", None]
    assert [(total.row, total.column, total.value) for total in layout.stated_totals] == [(14, 3, 9)]
