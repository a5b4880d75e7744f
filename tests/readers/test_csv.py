"""CSV in the encodings and with the separators that office programs use."""

import pytest

from etl.workbook import Note
from tests.readers.making import codes, first, read, refusal

TEXT = "No,Judul,Dinas\n1,SiKap – “Café”,Dinas Kesehatan\n2,Sapa,Bappeda\n"
ROWS = [["No", "Judul", "Dinas"], ["1", "SiKap – “Café”", "Dinas Kesehatan"], ["2", "Sapa", "Bappeda"]]


@pytest.mark.parametrize(
    ("quirk", "data", "notes"),
    [
        ("utf8_csv", TEXT.encode(), []),
        ("csv_bom", TEXT.encode("utf-8-sig"), []),
        ("csv_bom_semicolon", TEXT.replace(",", ";").encode("utf-8-sig"), []),
        ("csv_windows1252_semicolon", TEXT.replace(",", ";").encode("cp1252"), ["read_encoding"]),
        ("tabs", TEXT.replace(",", "\t").encode(), []),
        ("UTF-16 with a mark", TEXT.replace(",", "\t").encode("utf-16"), ["read_encoding"]),
        ("UTF-16 without a mark", TEXT.encode("utf-16-le"), ["read_encoding"]),
        ("UTF-16 the other way round", TEXT.encode("utf-16-be"), ["read_encoding"]),
        ("CRLF", TEXT.replace("\n", "\r\n").encode(), []),
        ("CR", TEXT.replace("\n", "\r").encode(), []),
        ("no line break at the end", TEXT.strip().encode(), []),
        ("empty lines at the end", (TEXT + "\n\n \n").encode(), []),
        ("zero bytes", TEXT.replace("Sapa", "Sa\0pa").encode(), []),
        ("the line that names the separator", ("sep=;\n" + TEXT.replace(",", ";")).encode(), ["read_separator_line"]),
    ],
)
def test_ways_of_writing_the_same_table_give_the_same_rows(quirk: str, data: bytes, notes: list[str]) -> None:
    book = read(data, "a.csv")
    assert (book.format, book.sheets[0].name, book.sheets[0].rows) == ("csv", "CSV", ROWS)
    assert codes(book) == notes


def test_the_encoding_is_named() -> None:
    assert read(TEXT.encode("cp1252"), "a.csv").notes == [Note("read_encoding", {"encoding": "Windows-1252"})]


def test_a_few_damaged_bytes_do_not_make_a_file_windows_1252() -> None:
    data = "Judul,Dinas\n“Sapa” – “Siap”,Bappeda\n".encode() + b"Kla\xff,Dinas\n"
    assert first(data, "a.csv").rows[1:] == [["“Sapa” – “Siap”", "Bappeda"], ["Kla\ufffd", "Dinas"]]


def test_a_cell_of_several_lines_is_one_row() -> None:
    assert first(b'No,Judul\n1,"Sapa\r\nWarga, ""Siap"""\n2,b\n', "a.csv").rows == [
        ["No", "Judul"],
        ["1", 'Sapa\r\nWarga, "Siap"'],
        ["2", "b"],
    ]


def test_blank_lines_between_and_records_of_empty_cells_are_rows() -> None:
    assert first(b"a,b\n\n,\n1,2\n,\n", "a.csv").rows == [
        ["a", "b"],
        [None, None],
        [None, None],
        ["1", "2"],
        [None, None],
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Daftar inovasi, Kabupaten X\nSIAP\nSAPA\nPR2\n",
            [["Daftar inovasi, Kabupaten X"], ["SIAP"], ["SAPA"], ["PR2"]],
        ),
        ("Judul Inovasi\nSIAP, BERES\n", [["Judul Inovasi"], ["SIAP, BERES"]]),
        ('"Rekap, 2021"\n"a, b"\n', [["Rekap, 2021"], ["a, b"]]),
        ("Satu kolom\n", [["Satu kolom"]]),
    ],
)
def test_one_column_with_commas_in_its_texts_is_not_parted(text: str, rows: list[list[str]]) -> None:
    assert first(text.encode(), "a.csv").rows == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Judul;Nilai\na;61,16\nb;70\n", ["a", "61,16"]),
        ("Judul;Nilai\na, b, c;61,16\nd, e, f;70,5\n", ["a, b, c", "61,16"]),
        ("Rekap inovasi, tahun 2021\nNo;Judul;Dinas\n1;a;b\n2;c;d\n", ["1", "a", "b"]),
        ("No,Judul,Catatan\n1,a,x; y\n2,b,z; w\n", ["1", "a", "x; y"]),
    ],
)
def test_the_separator_is_the_one_that_gives_even_rows(text: str, row: list[str]) -> None:
    assert row in [[cell for cell in one if cell] for one in first(text.encode(), "a.csv").rows]


@pytest.mark.parametrize("stray", ['1,"Sapa', '1,"Sapa" Warga', '"1,Sapa'])
def test_an_odd_quote_costs_its_line_and_is_said(stray: str) -> None:
    book = read(f"No,Judul\n{stray}\n2,b\n3,c\n".encode(), "a.csv")
    assert book.sheets[0].rows == [["No", "Judul"], stray.split(","), ["2", "b"], ["3", "c"]]
    assert book.notes == [Note("read_stray_quotes", {"sheet": "CSV", "rows": "2"})]


def test_a_file_full_of_stray_quotes_is_read_in_time() -> None:
    book = read(b'a","b\n' * 20_000, "a.csv")
    assert len(book.sheets[0].rows) == 20_000


def test_a_table_in_text_under_another_ending_is_read_and_said() -> None:
    book = read(TEXT.encode(), "rekap.xlsx")
    assert (book.sheets[0].rows, codes(book)) == (ROWS, ["read_other_format"])


def test_plain_text_under_the_ending_of_a_workbook_is_not_a_table() -> None:
    assert refusal(b"Dengan hormat, bersama ini kami kirim.", "rekap.xlsx") == "not_what_it_claims"


def test_too_many_rows_or_too_wide_a_rectangle_are_refused() -> None:
    assert refusal(b"a,b\n" * 11, "a.csv", rows=10) == "too_large"
    assert refusal(b"a,b\n" * 10 + b"\n" * 50, "a.csv", rows=10) == "read"
    assert refusal(b"," * 5_000 + b"x\n" + b"a,b\n" * 5_000, "a.csv", cells=1_000_000) == "too_large"
