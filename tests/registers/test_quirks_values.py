"""Habits of dates and numbers: many ways to write a day, decimals, percentages, what is missing and what is zero."""

from tests.registers.conftest import Read
from tests.registers.material import Register
from tests.registers.quirk import on_every_file

INDEX, RECAP, FORM = "contoh-ekspor-indeks.csv", "contoh-rekap-2025.xlsx", "contoh-formulir-vertikal.xlsx"


@on_every_file
def test_text_date(read: Read, register: Register) -> None:
    row, text, day = {RECAP: (12, "2025-02-14", "2025-02-14")}.get(register.name, (4, "3 Februari 2025", "2025-02-03"))
    assert read(register).cell(register.column("submitted_on"), row) == text
    assert read(register).values(row, "submitted_on") == [day]


@on_every_file
def test_mixed_date_styles(read: Read, register: Register) -> None:
    days = [read(register).values(row, "submitted_on") for row in (2, 5, 7, 9)]
    assert days == [["2025-01-31"], ["2025-02-04"], ["2025-02-06"], ["2025-02-08"]]


@on_every_file
def test_day_first(read: Read, register: Register) -> None:
    row, day = {INDEX: (2, "2025-02-03")}.get(register.name, (5, "2025-02-04"))
    assert read(register).values(row, "submitted_on") == [day]


@on_every_file
def test_english_month(read: Read, register: Register) -> None:
    assert read(register).values(13, "submitted_on") == ["2025-02-14"]


@on_every_file
def test_weekday_in_front(read: Read, register: Register) -> None:
    assert [read(register).values(row, "submitted_on") for row in (11, 12)] == [["2025-02-12"], ["2025-02-13"]]


@on_every_file
def test_date_with_time(read: Read, register: Register) -> None:
    assert read(register).cell("J", 6) == "28/02/2025 23:59"
    assert read(register).values(6, "submitted_on") == ["2025-02-28"]


@on_every_file
def test_excel_date(read: Read, register: Register) -> None:
    if register.name == FORM:
        assert read(register).values(None, "started_on") == ["2024-09-02"]
    else:
        assert read(register).values(7, "submitted_on") == ["2025-02-03"]


@on_every_file
def test_excel_serial(read: Read, register: Register) -> None:
    row, serial, day = {RECAP: (8, "45700", "2025-02-12")}.get(register.name, (17, "45707", "2025-02-19"))
    # openpyxl reads the serial of the recap as a date where the cell carries a date format; here it does not.
    assert read(register).cell(register.column("submitted_on"), row) == serial
    assert read(register).values(row, "submitted_on") == [day]


@on_every_file
def test_date_range(read: Read, register: Register) -> None:
    row = {RECAP: 13}.get(register.name, 18)
    assert read(register).cell(register.column("submitted_on"), row) == "17-19 Februari 2025"
    assert read(register).values(row, "submitted_on") in (["2025-02-17"], [])
    cell = f"{read(register).sheet}!{register.column('submitted_on')}{row}"
    assert read(register).listed(cell) or read(register).values(row, "submitted_on")


@on_every_file
def test_bare_year(read: Read, register: Register) -> None:
    row, field, year = {INDEX: (3, "started_on", "2024"), RECAP: (11, "submitted_on", "2025")}.get(
        register.name, (21, "submitted_on", "2025")
    )
    cell = f"{read(register).sheet}!{register.column(field)}{row}"
    kept = read(register).values(row, field)
    assert kept in ([], [year])
    assert kept == [year] or read(register).listed(cell)
    assert f"{year}-01-01" not in kept


@on_every_file
def test_impossible_date(read: Read, register: Register) -> None:
    assert [read(register).values(row, "submitted_on") for row in (25, 26)] == [[], []]
    assert read(register).listed("CSV!D25")
    assert read(register).listed("CSV!D26")


@on_every_file
def test_decimal_comma(read: Read, register: Register) -> None:
    field, row, value = {INDEX: ("maturity", 2, 61.5)}.get(register.name, ("score", 2, 61.16))
    got = read(register).values(row, field)
    assert [float(str(one)) for one in got] in ([value], [] if field == "maturity" else [value])


@on_every_file
def test_decimal_point(read: Read, register: Register) -> None:
    assert [float(str(one)) for one in read(register).values(5, "score")] == [22.5]


@on_every_file
def test_thousands_dot(read: Read, register: Register) -> None:
    field, row, value = {INDEX: ("maturity", 4, 1005.25)}.get(register.name, ("score", 10, 1234.5))
    got = read(register).values(row, field)
    assert [float(str(one)) for one in got] in ([value], [] if field == "maturity" else [value])


@on_every_file
def test_three_decimals(read: Read, register: Register) -> None:
    assert [float(str(one)) for one in read(register).values(4, "score")] == [21.28]


@on_every_file
def test_percent(read: Read, register: Register) -> None:
    rows = {RECAP: (8, 10)}.get(register.name, (6, 7, 8))
    assert [[float(str(one)) for one in read(register).values(row, "score")] for row in rows] == [[90.0]] * len(rows)


@on_every_file
def test_dash_for_missing(read: Read, register: Register) -> None:
    row, field, written = {
        INDEX: (4, "started_on", "K"),
        RECAP: (13, "score", "G"),
        "contoh-angka.csv": (13, "score", "D"),
        "contoh-tanggal.csv": (22, "submitted_on", "D"),
    }.get(register.name, (2, "started_on", "H"))
    assert read(register).cell(written, row) == "-"
    assert read(register).values(row, field) == []
    assert not read(register).listed(f"{read(register).sheet}!{written}{row}")


@on_every_file
def test_zero_is_zero(read: Read, register: Register) -> None:
    row = {RECAP: 11}.get(register.name, 12)
    assert read(register).cell(register.column("score"), row) == "0"
    assert [float(str(one)) for one in read(register).values(row, "score")] == [0.0]


@on_every_file
def test_empty_is_unknown(read: Read, register: Register) -> None:
    assert [read(register).values(row, "value:administrative") for row in (4, 5, 6)] == [[], [], []]


@on_every_file
def test_two_rival_figures_in_one_cell(read: Read, register: Register) -> None:
    assert read(register).cell("B", 4) == "25 (sumber lain: 24)"
    figures = read(register).values(4, "value:registered")
    assert figures in ([], ["25", "24"], ["24", "25"])
    assert read(register).listed(f"{read(register).sheet}!B4")


@on_every_file
def test_remark_in_number(read: Read, register: Register) -> None:
    assert read(register).cell("D", 15) == "8,5 (sementara)"
    assert read(register).values(15, "score") == []
    assert read(register).listed("CSV!D15")


@on_every_file
def test_remark_instead_of_a_value(read: Read, register: Register) -> None:
    assert read(register).cell("A", 10).startswith("(14 kabupaten/kota lain")
    assert read(register).fate(10) == "note"
    assert not {"0", "14"} & set(read(register).values(10, "value"))


@on_every_file
def test_figures_in_a_remark(read: Read, register: Register) -> None:
    assert read(register).cell("C", 3).startswith("tata kelola 26")
    assert read(register).values(3, "value") == ["53"]
    assert read(register).values(5, "value") == ["11"]


@on_every_file
def test_number_with_dot(read: Read, register: Register) -> None:
    assert read(register).cell("A", 4) == "1."
    assert read(register).fate(4) == "loaded"
    assert read(register).values(4, "rank") == []


@on_every_file
def test_number_with_and_without_dot(read: Read, register: Register) -> None:
    assert [read(register).cell("A", row) for row in (4, 5, 9)] == ["1", "2.", "4."]
    assert set(read(register).fates((4, 5, 7, 9)).values()) == {"loaded"}


@on_every_file
def test_gaps_in_numbers(read: Read, register: Register) -> None:
    assert [read(register).cell("A", row) for row in (2, 3, 4)] == ["8", "13", "39"]
    assert not any(row.get("rank") for _, row in read(register).all_rows())


@on_every_file
def test_codes_with_leading_zeros(read: Read, register: Register) -> None:
    row, code = {"prov-banten-opd.csv": (2, "001000000000000")}.get(register.name, (2, "000001"))
    stored = {str(one.get("code")) for _, one in read(register).all_rows() if str(one["_place"]).endswith(f"!{row}")}
    if register.name.startswith("kota-denpasar-aplikasi"):
        assert read(register).cell("E", row) == "031101"
        assert "31101" not in str([one for _, one in read(register).all_rows()]).replace("031101", "")
    else:
        assert stored <= {code, "None"}


@on_every_file
def test_code_collision_without_zeros(read: Read, register: Register) -> None:
    codes = [read(register).values(row, "code") for row in (90, 81)]
    assert codes in ([["20001"], ["200001"]], [[], []])


@on_every_file
def test_number_format_hides_zeros(read: Read, register: Register) -> None:
    assert read(register).cell("A", 4) == "10001"
    assert read(register).values(4, "code") in (["010001"], [])
