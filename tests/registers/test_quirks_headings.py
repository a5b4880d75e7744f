"""Habits of headings: many words for one meaning, words that lie, headings in two rows, columns that are personal."""

from tests.registers.conftest import Read
from tests.registers.material import Register
from tests.registers.quirk import on_every_file
from tests.registers.reading import names_of


@on_every_file
def test_foreign_headings(read: Read, register: Register) -> None:
    sheet = read(register).data_sheet()
    assert sheet is not None
    assert 1 in sheet.header_rows
    loaded = read(register).dry.counts["loaded"]
    assert loaded == 0 or len(register.rows("loaded")) <= loaded < register.sheet["read"]


@on_every_file
def test_heading_words_change(read: Read, register: Register) -> None:
    names = {read(register).cell("C", row) for row in register.rows("header")}
    assert {"INVENTOR", "NAMA PENEMU"} <= names
    fates = read(register).fates(register.rows("header"))
    assert set(fates.values()) <= {"header", "repeated_header"}
    assert len(read(register).titles(16)) == 1


@on_every_file
def test_n_zero_for_no(read: Read, register: Register) -> None:
    dry = read(register).dry
    assert dry.outcome != "load"
    assert not any(column.column for sheet in dry.sheets for column in sheet.columns if column.heading == "N0")


@on_every_file
def test_government_under_address(read: Read, register: Register) -> None:
    column = read(register).column("D")
    assert column is not None
    assert (column.heading, column.column, column.by) == ("ALAMAT", "government", "value")
    assert not column.personal
    assert read(register).values(5, "government_id") == ["kota-surakarta"]
    assert read(register).values(5, "agency_id") == []


@on_every_file
def test_prize_class_in_category(read: Read, register: Register) -> None:
    assert read(register).values(3, "category") == ["Top 7"]
    assert read(register).values(10, "outcome:top7") in ([], ["failed"])
    passed = [one for one in read(register).dry.tables["stage_results"] if one["stage_id"] == "top7"]
    assert len([one for one in passed if one["outcome"] == "passed"]) <= 7


@on_every_file
def test_head_of_agency_as_agency(read: Read, register: Register) -> None:
    dry = read(register).dry
    made = [str(one["name"]) for one in dry.tables.get("agencies", [])]
    assert [name for name in made if name.startswith("KEPALA ")] == []
    offered = {one.key for question in dry.questions for one in question.suggestions}
    held = [one for one in dry.quarantined if one.row == 19]
    assert "kab-bangka-dinkes" in offered or held or dry.outcome == "ask"


@on_every_file
def test_maturity_is_not_a_stage(read: Read, register: Register) -> None:
    stages = {one["stage_id"] for one in read(register).dry.tables.get("stage_results", [])}
    assert stages <= {"registered"}
    column = read(register).column("F")
    assert column is not None
    assert column.column == "maturity_step"


@on_every_file
def test_type_and_form_swapped(read: Read, register: Register) -> None:
    row = {"contoh-rekap-2025.xlsx": 12, "contoh-ekspor-indeks.csv": 3}[register.name]
    digital = register.column("form")
    assert read(register).cell(digital, row) == "Digital"
    assert read(register).values(row, "type") == ["digital"]
    assert read(register).values(row, "form") == ["pelayanan publik"]


@on_every_file
def test_date_in_heading(read: Read, register: Register) -> None:
    assert read(register).values(3, "decided_on:top30") == ["2021-05-01"]
    assert read(register).values(3, "decided_on:field") == ["2021-03-30"]


@on_every_file
def test_label_and_value_in_one_cell(read: Read, register: Register) -> None:
    assert read(register).dry.outcome != "load"
    assert not any(read(register).dry.tables.values())


@on_every_file
def test_two_row_heading(settled: Read, register: Register) -> None:
    sheet = settled(register).data_sheet()
    assert sheet is not None
    assert sheet.header_rows == register.rows("header")


@on_every_file
def test_three_row_heading(read: Read, register: Register) -> None:
    assert read(register).dry.outcome != "load"
    assert read(register).titles() == []


@on_every_file
def test_merged_heading(read: Read, register: Register) -> None:
    named = "title" if register.name.startswith("contoh") else "name"
    column = read(register).column("C")
    assert column is not None
    assert column.column in names_of(named)
    assert not column.heading.startswith(("INOVASI Judul", "JPT PRATAMA/ESELON - II JABATAN"))


@on_every_file
def test_column_numbers(settled: Read, register: Register) -> None:
    assert settled(register).fates(register.rows("column_numbers")) == {
        register.rows("column_numbers")[0]: "column_numbers"
    }


@on_every_file
def test_agency_before_title(read: Read, register: Register) -> None:
    assert read(register).values(3, "title") == ["Siakas"]
    assert read(register).values(3, "agency_text") == ["Dinas Kependudukan dan Catatan Sipil"]


@on_every_file
def test_one_column(read: Read, register: Register) -> None:
    sheet = read(register).data_sheet()
    assert sheet is not None
    assert len(sheet.columns) == 1
    assert set(read(register).fates(register.rows("loaded")).values()) == {"loaded"}


@on_every_file
def test_no_agency_column(read: Read, register: Register) -> None:
    entries = read(register).dry.tables["submissions"]
    assert len(entries) == 15
    assert {one.get("agency") for one in entries} == {None}
    assert {one["government_id"] for one in entries} == {"kab-luwu-utara"}


@on_every_file
def test_personal_column(read: Read, register: Register) -> None:
    dropped = register.expected.get("columns_dropped_as_personal", [])
    missing = [one["column"] for one in dropped if not read(register).dropped(one["column"])]
    assert missing == []
    assert "0800-0000-0000" not in str(read(register).dry.tables)
    if register.name.startswith("contoh-formulir"):
        assert read(register).dry.blanked


@on_every_file
def test_personal_data_in_signature(read: Read, register: Register) -> None:
    assert "000000 0 000" in " ".join(read(register).cell("F", row) + read(register).cell("G", row) for row in (21, 22))
    dry = read(register).dry
    assert "000000 0 000" not in f"{dry.tables}{dry.quarantined}{dry.questions}{dry.notes}{dry.sheets}"
    assert dry.blanked
