"""Habits of the sheet around the rows: titles, sections, totals, notes, signatures, merges, further sheets."""

import pytest

from tests.registers.conftest import Read
from tests.registers.material import Register
from tests.registers.quirk import on_every_file
from tests.registers.reading import Reading

HEADER = {"header", "repeated_header"}


def _all_are(reading: Reading, kind: str, reasons: set[str]) -> bool:
    """Whether each row of a kind was skipped for one of the reasons."""
    rows = reading.register.rows(kind)
    return bool(rows) and set(reading.fates(rows).values()) <= reasons


@on_every_file
def test_title_rows(settled: Read, register: Register) -> None:
    assert _all_are(settled(register), "title", {"title"})


@on_every_file
def test_section_rows(read: Read, register: Register) -> None:
    assert _all_are(read(register), "section", {"section"})
    first = register.rows("section")[0]
    main = [read(register).at(table, first + 2) for table in read(register).dry.tables]
    assert "PEMENANG UTAMA" in str(main).upper() or "winners_main" in str(main)


@on_every_file
def test_repeated_heading(read: Read, register: Register) -> None:
    assert _all_are(read(register), "header", HEADER)
    words = {read(register).cell("B", row) for row in register.rows("header")}
    assert words & set(map(str, read(register).titles())) == set()


@on_every_file
def test_numbering_restarts(read: Read, register: Register) -> None:
    assert [read(register).cell("A", row) for row in (5, 17)] == ["1", "1"]
    assert len(set(read(register).titles())) == 20
    assert read(register).values(5, "rank") == read(register).values(17, "rank") == []


@on_every_file
def test_section_letters_restart(read: Read, register: Register) -> None:
    letters = [read(register).cell("A", row)[:2] for row in register.rows("section")]
    assert letters == ["A.", "B.", "A.", "B."]
    assert _all_are(read(register), "section", {"section", "other_table"})
    main, favourite = (str([read(register).at(table, row) for table in read(register).dry.tables]) for row in (5, 25))
    assert "FAVORIT" not in main.upper()
    assert "FAVORIT" in favourite.upper() or "winners_favourite" in favourite


@on_every_file
def test_several_tables_in_one_sheet(read: Read, register: Register) -> None:
    assert _all_are(read(register), "other_table", {"other_table", "quarantined"})
    assert [title for title in read(register).titles() if str(title).startswith("Kabupaten ")] == []


@on_every_file
def test_page_numbers(read: Read, register: Register) -> None:
    assert _all_are(read(register), "page", {"page"})


@on_every_file
def test_title_cut_by_page_break(read: Read, register: Register) -> None:
    whole = "Pemanfaatan Fibrasi Handphone Bekas Layak Pakai untuk Alat “Kontrol Pakan Ayam melalui SMS”"
    assert read(register).titles(22) == [whole]
    assert read(register).fate(25) == "continuation"


@on_every_file
def test_total_row(read: Read, register: Register) -> None:
    assert _all_are(read(register), "total", {"total"})


@on_every_file
def test_subtotals(read: Read, register: Register) -> None:
    assert read(register).fates((6, 8, 10)) == dict.fromkeys((6, 8, 10), "total")


@on_every_file
def test_total_first(read: Read, register: Register) -> None:
    assert read(register).fate(3) == "total"
    assert read(register).fate(4) == "loaded"


@on_every_file
def test_total_is_not_the_sum(read: Read, register: Register) -> None:
    assert read(register).listed(f"{read(register).sheet}!B11")
    assert "87" not in read(register).values(11, "value")


@on_every_file
def test_total_word_in_a_title(read: Read, register: Register) -> None:
    assert read(register).titles(9) == ["TOTAL FOOTBALL CONTOH"]


@on_every_file
def test_notes(read: Read, register: Register) -> None:
    assert _all_are(read(register), "note", {"note"})


@on_every_file
def test_status_codes(read: Read, register: Register) -> None:
    assert read(register).cell("A", 14) == "TMS = tidak memenuhi syarat"
    assert read(register).fates((13, 14, 15)) == dict.fromkeys((13, 14, 15), "note")


@on_every_file
def test_source_line(read: Read, register: Register) -> None:
    assert read(register).cell("A", 12).startswith("Sumber:")
    assert read(register).fate(12) == "note"


@on_every_file
def test_signature(settled: Read, register: Register) -> None:
    assert _all_are(settled(register), "signature", {"signature"})


@on_every_file
def test_merged_cells(read: Read, register: Register) -> None:
    filled = {
        "contoh-rekap-2025.xlsx": (8, "agency_id", ["kab-contoh-dinkes"]),
        "kab-luwu-utara-kipp-sulsel-2022.xlsx": (12, "group", ["Umum"]),
        "krenova-jateng-2015.xlsx": (6, "government_id", ["kab-sukoharjo"]),
    }
    row, field, value = filled[register.name]
    assert read(register).values(row, field) == value
    if register.name.startswith("contoh"):
        assert read(register).values(11, "agency_text") == []


@on_every_file
def test_group_value_once(read: Read, register: Register) -> None:
    assert [read(register).values(row, "group") for row in (3, 4, 12, 13)] == [["Umum"], [], [], ["Replikasi"]]


@on_every_file
def test_several_titles_in_one_cell(read: Read, register: Register) -> None:
    assert read(register).titles(10) == ["AKTA CONTOH", "KIA CONTOH", "PINDAH CONTOH"]
    assert read(register).dry.counts["entries"] == read(register).dry.counts["loaded"] + 2


@on_every_file
def test_wrapped_text(read: Read, register: Register) -> None:
    assert "\n" in read(register).cell("C", 17)
    said = read(register).values(None, "name") + [question.value for question in read(register).dry.questions]
    assert "BANGKA" not in said
    assert any("KEBUDAYAAN KABUPATEN BANGKA" in " ".join(str(text).split()) for text in said)


@on_every_file
def test_line_break_in_text(read: Read, register: Register) -> None:
    summaries = read(register).values(None, "summary")
    assert len(summaries) == 1
    assert "baris pertama" in str(summaries[0])
    assert "baris kedua" in str(summaries[0])


@on_every_file
def test_second_sheet(read: Read, register: Register) -> None:
    others = [one["sheet"] for one in register.expected["sheets_not_data"]]
    sheets = [read(register).data_sheet(name) for name in others]
    assert [sheet.is_data if sheet else None for sheet in sheets] == [False] * len(others)
    assert {str(row["_place"]).rpartition("!")[0] for _, row in read(register).all_rows()} <= {read(register).sheet}


@on_every_file
def test_hidden_sheet(read: Read, register: Register) -> None:
    sheet = read(register).data_sheet("Ref")
    assert sheet is not None
    assert not sheet.is_data
    assert any("Ref" in note.params.values() for note in read(register).dry.notes)


@on_every_file
def test_transposed_form(read: Read, register: Register) -> None:
    assert read(register).titles() == ["POSYANDU CONTOH"]
    assert read(register).dry.counts["entries"] == read(register).dry.counts["loaded"] == 1
    assert "form" in {one.reason for one in read(register).dry.skipped}


@on_every_file
def test_not_a_register(read: Read, register: Register) -> None:
    assert read(register).dry.outcome in ("ask", "refuse", "nothing")
    assert sum(map(len, read(register).dry.tables.values())) == 0


@on_every_file
def test_formulas(read: Read, register: Register) -> None:
    assert b"SUM" in register.data or register.name.endswith(".xlsx")
    assert not any("=SUM" in str(row) for _, row in read(register).all_rows())


@on_every_file
def test_formula_with_stored_result(read: Read, register: Register) -> None:
    assert read(register).values(2, "agency_text") == ["dishub"]
    assert not any("VLOOKUP" in str(row) for _, row in read(register).all_rows())


@on_every_file
def test_excel_error(read: Read, register: Register) -> None:
    cells = [one for one in register.expected["quarantined_cells"] if one["reason"] == "error_value"]
    assert [one["cell"] for one in cells if not read(register).listed(one["cell"])] == []
    written = [str(value) for _, row in read(register).all_rows() for key, value in row.items() if key != "note"]
    assert [value for value in written if value.startswith(("#N/A", "#DIV/0!"))] == []


@on_every_file
def test_empty_string_cells(read: Read, register: Register) -> None:
    assert read(register).dry.outcome != "load"
    assert read(register).dry.counts["loaded"] == 0


@on_every_file
def test_csv_bom(read: Read, register: Register) -> None:
    assert register.data.startswith(b"\xef\xbb\xbf")
    assert read(register).fate(1) == "title"
    assert "\ufeff" not in str(read(register).dry)


@on_every_file
def test_csv_bom_semicolon(read: Read, register: Register) -> None:
    assert register.data.startswith(b"\xef\xbb\xbf")
    assert read(register).titles(3) == ["Kejar Stunting"]
    assert "\ufeff" not in str(read(register).dry)


@on_every_file
def test_csv_windows1252_semicolon(read: Read, register: Register) -> None:
    with pytest.raises(UnicodeDecodeError):
        register.data.decode("utf-8")
    title = " ".join(map(str, read(register).titles()))
    assert "“" in title
    assert "”" in title
    assert "�" not in title


@on_every_file
def test_utf8_csv(read: Read, register: Register) -> None:
    assert "“Siskia Pro Cantik”" in register.data.decode("utf-8")
    said = f"{read(register).dry.sheets}{read(register).dry.tables}{read(register).dry.questions}"
    assert "â€" not in said
    assert "�" not in said
