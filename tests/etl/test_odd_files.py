"""Files as people and programs leave them."""

from pathlib import Path

import pytest

from etl import staging
from etl.datasets import InputError
from tests.etl.small import SMALL, Loaded, Root, loaded

HEADER = "source_id,title,publisher\n"
TWO = HEADER + "s1,Satu,A\ns2,Dua,B\n"


def _sources(root: Root, content: str | bytes) -> Loaded:
    done = loaded(root, {"sources": content})
    assert done.conserved
    return done


SAME: dict[str, bytes] = {
    "CRLF": TWO.replace("\n", "\r\n").encode(),
    "CR": TWO.replace("\n", "\r").encode(),
    "UTF-8 with a byte order mark": b"\xef\xbb\xbf" + TWO.encode(),
    "quoted header": TWO.replace("source_id", '"source_id"').encode(),
    "semicolons": TWO.replace(",", ";").encode(),
    "tabs": TWO.replace(",", "\t").encode(),
    "blanks around the header": TWO.replace("title", " title ").encode(),
    "no line break at the end": TWO.strip().encode(),
    "blank lines before the header": ("\n  \n,,\n" + TWO).encode(),
    "blank lines between and after": TWO.replace("s2", "\n,,\n \ns2").encode() + b"\n\n",
    "blank columns at the end": TWO.replace("\n", ",,\n").encode(),
    "columns in another order": b"title,publisher,source_id\nSatu,A,s1\nDua,B,s2\n",
}


@pytest.mark.parametrize("name", SAME)
def test_ways_of_writing_the_same_table_load_the_same_rows(root: Root, name: str) -> None:
    done = _sources(root, SAME[name])
    assert done.rows("SELECT source_id, title, publisher FROM sources") == [("s1", "Satu", "A"), ("s2", "Dua", "B")]
    assert not done.questions
    assert not done.quarantined


def test_windows_1252_is_read_where_a_file_is_not_utf_8(root: Root) -> None:
    assert _sources(root, (HEADER + "s1,Café – naïve,A\n").encode("cp1252")).cells("sources", "title") == [
        "Café – naïve"
    ]


def test_a_row_with_more_cells_than_its_header_is_quarantined_with_all_its_cells(root: Root) -> None:
    done = _sources(root, HEADER + "s1,Satu,A,lagi\ns2,Dua,B,\n")
    assert done.quarantined == [("sources", 2, None, "s1,Satu,A,lagi", "bad_value")]
    assert done.rows("SELECT cells->>'$.column_4' FROM quarantine") == [("lagi",)]
    assert done.cells("sources", "source_id") == ["s2"]


def test_a_row_with_fewer_cells_has_blanks(root: Root) -> None:
    assert _sources(root, HEADER + "s1\ns2,Dua\n").rows("SELECT source_id, title, publisher FROM sources") == [
        ("s1", None, None),
        ("s2", "Dua", None),
    ]


@pytest.mark.parametrize("bad", ['s1,"Satu" dua,A', 's1,"Satu,A', '"s1"x,Satu,A'])
def test_a_line_with_a_stray_or_open_quote_is_set_aside_and_the_next_is_read(root: Root, bad: str) -> None:
    done = _sources(root, f"{HEADER}{bad}\ns2,Dua,B\n")
    assert done.quarantined == [("sources", 2, None, bad, "bad_value")]
    assert done.cells("sources", "source_id") == ["s2"]


def test_a_quote_inside_a_cell_is_text_and_a_cell_may_hold_line_breaks(root: Root) -> None:
    done = _sources(root, HEADER + 's1,Kelas "Ibu" Hamil,"baris\nkedua"\ns2,Dua,"kata ""dia"""\ns2,Lagi,\n')
    assert done.cells("sources", "title") == ['Kelas "Ibu" Hamil', "Dua"]
    assert done.cells("sources", "publisher") == ["baris\nkedua", 'kata "dia"']
    assert [line for _, line, *_ in done.quarantined] == [5]  # the line of the file, not the number of the row


def test_nul_bytes_and_broken_utf_8_do_not_stop_a_load(root: Root) -> None:
    done = _sources(root, b"source_id,title\ns1,a\x00b\ns2,\xff\xfe\x81\n")
    assert done.tables["sources"]["read"] == 2


def test_a_very_long_cell_is_loaded_or_set_aside_whole(root: Root) -> None:
    done = _sources(root, f"{HEADER}s1,{'x' * 100_000},A\ns2,{'y' * 300_000},B\ns3,Tiga,C\n")
    assert [len(title) for title in done.cells("sources", "title")] == [100_000, 4]
    assert [line for _, line, *_ in done.quarantined] == [3]


def test_many_malformed_lines_are_each_set_aside(root: Root) -> None:
    done = _sources(root, HEADER + 's1,"a"b,c\n' * 20_000)
    assert done.tables["sources"] == {"read": 20_000, "loaded": 0, "quarantined": 20_000, "skipped": 0}


def test_a_header_alone_is_an_empty_table(root: Root) -> None:
    assert _sources(root, HEADER).tables["sources"] == {"read": 0, "loaded": 0, "quarantined": 0, "skipped": 0}


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n \n", b",,\n", b'"', "s;".encode("utf-16")])
def test_a_file_without_a_header_is_refused_with_its_name(root: Root, content: bytes) -> None:
    with pytest.raises(InputError) as refused:
        loaded(root, {"sources": content})
    assert (refused.value.code, refused.value.params["table"]) == ("no_key_column", "sources")


@pytest.mark.parametrize("content", ["", "\n", "apa\n1\n"])
def test_a_table_without_key_columns_in_its_contract_may_be_without_any(root: Root, content: str) -> None:
    assert loaded(root, {"incentives": content}).conserved


def test_a_known_column_twice_is_refused_and_an_unknown_one_is_not(root: Root) -> None:
    assert [value for *_, value, _ in _sources(root, "source_id,x,x\ns1,1,2\n").questions] == ["x", "x"]
    with pytest.raises(InputError) as refused:
        loaded(root, {"sources": "source_id,title,title\ns1,a,b\n"})
    assert refused.value.code == "column_twice"


def test_an_unknown_column_is_reported_where_it_stands(root: Root) -> None:
    done = _sources(root, "\nsource_id,warna,\ns1,biru,isi\n")
    assert done.questions == [
        ("sources", 2, "column_3", "column_3", "unmapped_column"),
        ("sources", 2, "warna", "warna", "unmapped_column"),
    ]


@pytest.mark.parametrize("name", ["sources.CSV", "Sources.csv", "SOURCES.Csv"])
def test_file_names_are_read_in_any_case(root: Root, name: str) -> None:
    assert loaded(root, {name: TWO}).cells("sources", "source_id") == ["s1", "s2"]


def test_a_table_that_is_there_twice_in_a_folder_is_refused(root: Root) -> None:
    root.write({"sources.csv": TWO, "Sources.CSV": TWO})
    if len(list((root.path / "history").iterdir())) < 2:
        pytest.skip("file names differ by more than case here")
    with pytest.raises(InputError) as refused:
        loaded(root)
    assert refused.value.code == "table_twice"


def test_a_file_that_cannot_be_read_is_refused_with_its_path(root: Root) -> None:
    root.write({"governments": SMALL["governments"]})
    (root.path / "history" / "sources.csv").symlink_to(root.path / "nothing.csv")
    with pytest.raises(InputError) as refused:
        root.build()
    assert refused.value.code == "cannot_read"
    assert refused.value.params["path"].endswith("sources.csv")


def test_a_folder_named_like_a_table_is_no_table(root: Root) -> None:
    (root.path / "history" / "stages.csv").mkdir(parents=True)
    assert loaded(root, {"sources": TWO}).cells("sources", "source_id") == ["s1", "s2"]


def test_a_csv_file_that_is_no_input_table_is_reported_and_not_read(root: Root) -> None:
    record = root.build({"sources": TWO, "catatan": "a,b\n1,2\n"})
    assert [(q["table"], q["value"], q["code"]) for q in record.questions] == [
        ("catatan", "catatan.csv", "unknown_table")
    ]


LARGE: dict[str, str] = {
    "plain": TWO,
    "no line break at the end": TWO.strip(),
    "cells of several lines": HEADER + 's1,"a\nb",A\ns1,x,y\n',
    "blank lines": HEADER + "s1,Satu,A\n\ns1,x,y\n",
    "blanks around cells": HEADER + "s1\u00a0,\tSatu ,A\ns1,x,y\n",
    "blank line first": "\n" + TWO,
    "short and long rows": HEADER + "s1\ns2,Dua,B,C\n",
    "stray quotes": HEADER + 's1,"a"b,C\ns2,Dua,B\n',
    "semicolons": TWO.replace(",", ";"),
    "unknown columns": "source_id,x,title,,y\ns1,1,Satu,,2\n",
    "literal NULL": HEADER + "NULL,null,\\N\n",
}


@pytest.mark.parametrize("name", LARGE)
def test_large_files_are_read_as_small_ones_are(root: Root, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def result() -> list[object]:
        done = _sources(root, LARGE[name])
        return [done.rows("FROM sources ORDER BY line"), done.quarantined, done.questions, done.tables]

    small = result()
    monkeypatch.setattr(staging, "FAST_BYTES", 0)
    assert result() == small


def test_line_numbers_survive_many_rows(tmp_path: Path) -> None:
    text = HEADER + "".join(f's{n},"a\nb",c\n' for n in range(1000))
    path = tmp_path / "sources.csv"
    path.write_text(text, encoding="utf-8")
    assert [line for line, _ in staging.read_records(path).rows] == list(range(2, 2002, 2))
