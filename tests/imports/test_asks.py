"""What must be answered before anything loads, and files with nothing in them."""

from typing import Any

import pytest

from tests.imports.small import Data, workbook


@pytest.mark.parametrize(
    ("rows", "said", "what"),
    [
        ("Judul Inovasi\nSehat\n", {"table": None, "edition_id": None}, "table"),
        ("Judul Inovasi\nSehat\n", {"edition_id": None}, "edition"),
        ("Judul Inovasi\nSehat\n", {"edition_id": "entah"}, "edition"),
        ("Judul Inovasi\nSehat\n", {"stage_id": "entah"}, "stage"),
        ("Judul Inovasi\nSehat\n", {"table": "innovations", "government_id": None}, "government"),
        ("OPD,Alamat Kantor\nDinas Sosial,Jalan A\n", {}, "column"),
        ("Judul Inovasi\nSehat\n", {"sheet": "Rekap"}, "sheet"),
    ],
)
def test_what_a_person_has_to_say_first(data: Data, rows: str, said: dict[str, Any], what: str) -> None:
    dry = data.read(rows, **said)
    assert (dry.outcome, [ask.what for ask in dry.asks]) == ("ask", [what])
    assert dry.tables == {}


def test_titles_that_speak_of_awards_are_offered_as_awards_first(data: Data) -> None:
    rows = "title,year\nPenghargaan Top 99 dari Kementerian,2018\nJuara I Lomba Kota,2017\n"
    dry = data.read(rows, table=None, edition_id=None)
    assert dry.asks[0].options[0][0] == "awards"


def test_a_list_without_a_contest_goes_to_innovations(data: Data) -> None:
    dry = data.read("Nama Aplikasi,OPD\nSehat,Dinkes\nwwww,Dinkes\n", table="innovations", edition_id=None)
    assert list(dry.tables) == ["innovations"]
    assert [note.params["cells"] for note in dry.notes if note.code == "test_rows"] == ["CSV!A3"]


def test_headings_alone_load_nothing_and_cover_nothing(data: Data) -> None:
    dry = data.read("Judul Inovasi,OPD\n", extent="complete")
    assert (dry.outcome, dry.tables) == ("nothing", {})


def test_a_file_without_headings_is_refused(data: Data) -> None:
    dry = data.read(workbook({"A": [[1], [2], [3]]}), "a.xlsx", table=None)
    assert dry.outcome == "refuse"
    assert dry.refused is not None
    assert dry.refused.code == "no_heading"
    assert dry.kept is None


def test_a_list_of_agencies_beside_a_register_is_no_data(data: Data) -> None:
    book = workbook({"inovasi": [["Judul Inovasi"], ["Sehat"]], "opd": [["Kode OPD", "Nama OPD"], ["1", "Dinas X"]]})
    for table in ("submissions", None):
        dry = data.read(book, "a.xlsx", table=table)
        assert [(s.name, s.is_data, s.why) for s in dry.sheets] == [
            ("inovasi", True, None),
            ("opd", False, "code_list"),
        ]
