"""The file as it is kept, and personal data that never is."""

import io
import zipfile

import openpyxl

from tests.imports.small import Data, column, workbook

STAFF = "19800101 200501 1 001"


def test_a_file_without_personal_data_is_kept_byte_for_byte(data: Data) -> None:
    rows = "Judul Inovasi,OPD\nSehat,Dinkes\n"
    dry = data.read(rows)
    assert (dry.kept, dry.kept_name, dry.blanked) == (rows.encode(), "berkas.csv", False)


def test_personal_columns_are_blanked_in_the_copy(data: Data) -> None:
    dry = data.read(f"Judul Inovasi,Nama Inovator,NIP\nSehat,Budi Santoso,{STAFF}\n")
    assert dry.blanked
    assert dry.kept is not None
    assert b"Judul Inovasi" in dry.kept
    assert b"Budi" not in dry.kept
    assert b"19800101" not in dry.kept
    assert [why for _, why in dry.dropped] == ["personal data", "personal data"]


def test_a_staff_number_in_a_signature_is_blanked_in_a_workbook_of_values(data: Data) -> None:
    book = workbook({"Rekap": [["Judul Inovasi", "OPD"], ["Sehat", "Dinkes"], [], ["", f"NIP {STAFF}"]]})
    dry = data.read(book, "rekap.xlsx")
    assert dry.blanked
    kept = openpyxl.load_workbook(io.BytesIO(dry.kept or b""))["Rekap"]
    assert kept["A2"].value == "Sehat"
    assert all("1980" not in str(cell.value) for row in kept for cell in row)


def test_the_copy_is_the_same_whenever_it_is_made(data: Data) -> None:
    book = workbook({"Rekap": [["Judul Inovasi", "OPD", "NIP"], ["Sehat", "Dinkes", STAFF]]})
    once, again = (data.read(book, "rekap.xlsx").kept or b"" for _ in range(2))
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        about = archive.read("docProps/core.xml").decode()
    assert about.count("2000-01-01T00:00:00Z") == 2, "created and modified"


def test_a_number_is_blanked_in_every_row_that_repeats_it(data: Data) -> None:
    notes = ["siap", "hubungi 0812-3456-7890", "siap", "5/2/2025", "hubungi 0812-3456-7890"]
    rows = [
        ["Judul Inovasi", "OPD", "Keterangan"],
        *(["Sehat" + "i" * n, "Dinkes", note] for n, note in enumerate(notes)),
    ]
    dry = data.read(workbook({"Rekap": rows}), "rekap.xlsx")
    kept = openpyxl.load_workbook(io.BytesIO(dry.kept or b""))["Rekap"]
    assert [kept[f"C{row}"].value for row in range(2, 7)] == ["siap", "hubungi […]", "siap", "5/2/2025", "hubungi […]"]


def test_personal_data_in_a_text_is_taken_out_and_told(data: Data) -> None:
    dry = data.read("Judul Inovasi,Keterangan\nSehat,untuk keterangan lebih lanjut dapat menghubungi 0812-3456-7890\n")
    assert "7890" not in str(column(dry, "submissions", "note"))
    assert [note.params["cells"] for note in dry.notes if note.code == "personal_in_text"] == ["CSV!2"]


def test_rows_held_back_keep_their_cells_without_personal_data(data: Data) -> None:
    dry = data.read(f"Judul Inovasi,NIP,Keterangan\n#N/A,{STAFF},penting\n")
    assert dry.quarantined[0].cells == {"Judul Inovasi": "#N/A", "Keterangan": "penting"}
