"""What people take along: a government's own rows, whole, as text that never runs."""

import pytest

from etl import templates
from etl.context import Context
from etl.contract import contract
from tests.templates.books import FIRST, HEADING, NAME, opened, row_of

WRITTEN = ["=1+1", "kab-z", "-1", "s1", "https://contoh.go.id"]


def rows(data: bytes, table: str) -> list[dict[str, object]]:
    sheet = opened(data)[table]
    names = [str(name) for name in row_of(sheet, NAME)]
    return [dict(zip(names, row_of(sheet, number), strict=True)) for number in range(FIRST, sheet.max_row + 1)]


def test_only_the_governments_own_rows_are_there(small: Context) -> None:
    data = templates.export("kab-a", None, small)
    keys = {
        table: {row[contract().tables[table].key[0]] for row in rows(data, table)}
        for table in opened(data).sheetnames[1:-1]
    }
    assert keys == {
        "agencies": {"a-dinkes", "a-pkm", "a-lama", "a-ganti", "a-nanti"},
        "competitions": {"lomba"},
        "editions": {"lomba-2018", "lomba-2019"},
        "stages": {"lomba-2019", "kipp-2019"},
        "innovations": {"i1"},
        "submissions": {"u1", "u2"},
        "stage_results": {"u1", "u2"},
        "reported_counts": {"kipp-2019"},
        "coverage": {"semua", "satu pemerintah daerah"},
        "targets": {"t1", "t2"},
        "policies": {2019},
        "aliases": {"kab-a"},
    }


def test_of_an_edition_only_its_rows_are_there(small: Context) -> None:
    data = templates.export("kab-a", "kipp-2019", small)
    assert [row["submission_id"] for row in rows(data, "submissions")] == ["u2"]
    assert [row["stage_id"] for row in rows(data, "stage_results")] == ["top99"]
    assert [row["stage_id"] for row in rows(data, "stages")] == ["siap-a"]


def test_every_column_of_the_contract_is_there_and_no_mark(small: Context) -> None:
    book = opened(templates.export("kab-a", None, small))
    assert row_of(book["agencies"], NAME) == contract().tables["agencies"].names
    assert row_of(book["agencies"], HEADING)[0] == "ID Perangkat Daerah *"


def test_values_stand_as_people_write_them(small: Context) -> None:
    data = templates.export("kab-a", None, small)
    first = rows(data, "agencies")[0]
    assert (first["code"], first["kind"], first["valid_from"], first["aliases"]) == (
        ("010203", "Dinas", "01/01/2017", "Dinas Kes|DKK")
    )
    assert [row["valid_from"] for row in rows(data, "agencies") if row["agency_id"] == "a-pkm"] == ["Maret 2017"]
    assert [row["valid_from"] for row in rows(data, "agencies") if row["agency_id"] == "a-nanti"] == ["2030"]
    assert {row["score"] for row in rows(data, "stage_results")} == {None, 87.25}
    assert rows(data, "reported_counts")[0]["comparator"] == "tepat"


def test_nothing_is_a_formula_or_an_address(small: Context) -> None:
    books = [opened(templates.export(government, None, small)) for government in ("kab-a", "kab-z")]
    cells = [
        cell for book in books for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert [cell.value for cell in books[0]["submissions"]["D"][FIRST - 1 :]] == ["+Sehat", "Peduli"]
    assert [cell.value for cell in books[1]["submissions"][FIRST] if cell.value][2:] == WRITTEN


@pytest.mark.parametrize("government", ["kab-bangka", "kab-contoh"])
def test_every_entry_of_the_own_data_is_taken_along(own_data: Context, government: str) -> None:
    data = templates.export(government, None, own_data)
    wanted = {row["submission_id"] for row in own_data.rows("submissions", government_id=government)}
    assert wanted
    assert {row["submission_id"] for row in rows(data, "submissions")} >= wanted
