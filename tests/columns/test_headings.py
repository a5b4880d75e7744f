"""The words of headings: quirks.md, section 1."""

import csv

import pytest

from etl import contract
from etl.columns import spoken, template, tidy_tables, understand_tidy
from etl.columns.headings import HEADINGS_FILE, Vocabulary, normalise
from tests.columns.tables import columns_of, table, understood

VOCABULARY = Vocabulary()
# Headings whose meaning hangs on the values below them or on the other headings.
BY_VALUE = {"alamat", "tahap", "id", "jenis", "jenis inovasi", "kategori", "status", "kode", "nama", "skor"}


def _listed() -> list[dict[str, str]]:
    with HEADINGS_FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", _listed(), ids=lambda row: f"{row['heading']}:{row['field']}")
def test_foreign_headings(row: dict[str, str]) -> None:
    """Every listed heading is known, in any case and with a star; its field is a candidate."""
    for text in (row["heading"], row["heading"].upper(), f" {row['heading']}*"):
        assert VOCABULARY.is_heading(text)
        assert not row["field"] or row["field"] in VOCABULARY.candidates(text)
    assert VOCABULARY.is_personal(row["heading"]) == (row["personal"] == "yes") or normalise(row["heading"]) in BY_VALUE


@pytest.mark.parametrize(
    "row",
    [row for row in _listed() if normalise(row["heading"]) not in BY_VALUE],
    ids=lambda row: f"{row['heading']}:{row['field']}",
)
def test_a_field_without_a_column_gives_none(row: dict[str, str]) -> None:
    found = understood([row["heading"]])[0]
    candidates = {spoken.COLUMNS["submissions"].get(field) for field in VOCABULARY.candidates(row["heading"])}
    assert found.column in candidates | {None}
    assert found.personal == (row["personal"] == "yes")
    if row["field"] in spoken.COLUMNS["submissions"]:
        assert found.column is not None


def test_heading_words_change() -> None:
    assert all(map(VOCABULARY.is_personal, ("INVENTOR", "NAMA PENEMU", "NAMA INVENTOR")))
    assert columns_of(["NO", "JUDUL TEMUAN"]) == columns_of(["NO.", "JUDUL PROPOSAL"]) == [None, "name"]


def test_n_zero_for_no() -> None:
    assert normalise("N0") == normalise("N0.") == normalise("No.") == "no"
    assert columns_of(["N0", "Judul"], [1, "SIPINTAR"]) == [None, "name"]


def test_one_form_for_all_ways_of_writing() -> None:
    assert (
        normalise("  Nama_Inovasi*\n") == normalise("3. NAMA  INOVASI") == normalise("nama-inovasi:") == "nama inovasi"
    )
    assert normalise("50 Besar / Presentasi") == "50 besar presentasi"
    assert normalise("20 Indikator (x/20)") == "20 indikator x 20"


def test_label_and_value_in_one_cell() -> None:
    assert columns_of(["Judul Proposal       :"], ["SIPINTAR"]) == ["name"]


def test_two_row_heading() -> None:
    assert columns_of(["No", "INOVASI >> Judul Inovasi", "INOVASI >> Jenis"], [1, "SIPINTAR", "Digital"]) == [
        None,
        "name",
        "type",
    ]


def test_three_row_heading() -> None:
    assert columns_of(["Waktu >> Penerapan"], ["2024"]) == ["started_on"]


def test_a_group_alone_names_a_column_below_it() -> None:
    assert columns_of(["Perangkat Daerah >> (diisi lengkap)"], ["Dinas Kesehatan"]) == ["agency"]


def test_what_is_no_heading() -> None:
    for text in ("", "Dinas Kesehatan", "SIPINTAR Berbagi", "Lima puluh kata " * 12):
        assert not VOCABULARY.is_heading(text)


def test_mappings_are_headings() -> None:
    known = Vocabulary(remembered={"Program Terobosan": "name"}, given={"Pengampu Utama": "agency"})
    assert known.is_heading("PROGRAM TEROBOSAN")
    assert known.is_heading("pengampu utama*")
    assert not VOCABULARY.is_heading("Program Terobosan")


def test_a_person_s_word_comes_first() -> None:
    known = Vocabulary(remembered={"Inovasi": "summary"}, given={"Inovasi": "name", "C": "agency", "OPD": ""})
    found = understood(["Inovasi", "OPD", "Pengampu"], ["SIPINTAR", "x", "Dinas Kesehatan"], vocabulary=known)
    assert [(u.column, u.by) for u in found] == [("name", "person"), (None, "person"), ("agency", "person")]


def test_a_remembered_mapping_comes_before_the_heading() -> None:
    known = Vocabulary(remembered={"Keterangan": "category"})
    assert [(u.column, u.by) for u in understood(["KETERANGAN"], ["Umum"], vocabulary=known)] == [
        ("category", "remembered")
    ]


@pytest.mark.parametrize("name", contract.contract().tables)
def test_a_template_is_understood(name: str) -> None:
    """Every column of every input table has a heading of its own, and is understood by it and by its own name."""
    columns = contract.contract().tables[name].names
    rows = [row for row in template.rows() if row["table"] == name]
    assert [row["column"] for row in rows] == columns
    assert all(row["explanation"].endswith(".") for row in rows)
    headings = [row["heading"] for row in rows]
    assert len({normalise(heading) for heading in headings}) == len(headings)
    for texts in (headings, columns):
        assert [template.column_of(normalise(text), name) for text in texts] == columns
        assert name in tidy_tables(table(texts))
    assert all(map(VOCABULARY.is_heading, headings))


@pytest.mark.parametrize("name", ["stages", "stage_results", "targets"])
def test_a_tidy_sheet_keeps_the_contract_s_names(name: str) -> None:
    headings = [row["heading"] for row in template.rows() if row["table"] == name]
    found = understand_tidy(table(headings), name, VOCABULARY)
    assert [u.column for u in found] == contract.contract().tables[name].names


def test_headings_of_our_own_columns_for_people_hold_no_data() -> None:
    sheet = table(["_reason", "ID Usulan", "ID Tahap", "Hasil"])
    assert tidy_tables(sheet) == ["stage_results"]
    assert VOCABULARY.is_heading("_reason")


def test_a_register_is_not_tidy() -> None:
    assert tidy_tables(table(["No", "Judul Inovasi", "Perangkat Daerah"])) == []
    assert tidy_tables(table(["id", "title", "year"])) == []
