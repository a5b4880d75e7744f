"""Days as registers write them: quirks.md, section 3."""

import csv
import time as clock
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.columns.dates import DayRead, month_number, read_day

FILES = Path(__file__).parents[1] / "registers" / "files"
NOT_OK = DayRead(None, None, False)
DAYS = "01-31 02-02 02-03 02-04 02-05 02-06 02-07 02-08 02-10 02-12 02-13 02-14 02-15 02-17 02-18 02-19"
MADE = {  # contoh-tanggal.csv, by the number of its row
    **{number: DayRead(f"2025-{day}") for number, day in enumerate(DAYS.split(), 1)},
    17: DayRead("2025-02-17", "2025-02-19"),
    18: DayRead("2025-02-28", "2025-03-04"),
    19: DayRead("2025-02"),
    20: DayRead("2025"),
    21: DayRead(None),
    22: DayRead(None),
    23: NOT_OK,
    24: NOT_OK,
    25: NOT_OK,
    26: NOT_OK,
}


def _made() -> dict[int, str]:
    with (FILES / "contoh-tanggal.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["No"]): row["Tanggal Pengajuan"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("number", MADE)
def test_every_made_wording(number: int) -> None:
    assert read_day(_made()[number]) == MADE[number]


def test_no_made_wording_is_left_out() -> None:
    assert set(_made()) == set(MADE)


def test_text_date() -> None:
    assert read_day("31 DESEMBER 2016").value == "2016-12-31"
    assert read_day("02 JANUARI 2019").value == "2019-01-02"
    assert read_day("15 Nopember 2018").value == "2018-11-15"
    assert read_day("5 Agt. 2021").value == "2021-08-05"


def test_mixed_date_styles() -> None:
    assert [read_day(text).value for text in ("3/2/2025", "3-2-2025 ", "03.02.2025", "2025-02-03", "3 Feb 2025")] == [
        "2025-02-03"
    ] * 5


def test_day_first() -> None:
    assert read_day("4/2/2025").value == "2025-02-04"


def test_english_month() -> None:
    assert read_day("14 February 2025").value == "2025-02-14"
    assert read_day("February 14, 2025").value == "2025-02-14"


@pytest.mark.parametrize("text", ["Rabu (12/2/2025)", "Rabu, 12 Februari 2025", "Wednesday 12/2/2025", "(12/2/2025)"])
def test_weekday_in_front(text: str) -> None:
    assert read_day(text).value == "2025-02-12"


@pytest.mark.parametrize("text", ["03/02/2025 08:15", "3 Februari 2025 pukul 13.00 wita", "2025-02-03T08:15:00.000Z"])
def test_date_with_time(text: str) -> None:
    assert read_day(text) == DayRead("2025-02-03")


def test_excel_date() -> None:
    assert read_day(datetime(2025, 2, 3, 8, 15)).value == "2025-02-03"
    assert read_day(date(2025, 2, 3)).value == "2025-02-03"
    assert read_day(date(1899, 12, 31)) == NOT_OK  # Excel's zero, shown as a date
    assert read_day(time(8, 15)) == NOT_OK


def test_excel_serial() -> None:
    assert [read_day(value).value for value in (45707, 45707.6, "45707")] == ["2025-02-19"] * 3
    assert read_day(45707, serial=False) == NOT_OK
    assert read_day("45707", serial=False) == NOT_OK
    assert read_day(12345) == read_day("12345") == read_day("45707.6") == NOT_OK


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("17-19 Mei 2021", "2021-05-17", "2021-05-19"),
        ("17 s.d. 19 Mei 2021", "2021-05-17", "2021-05-19"),
        ("28 Desember 2024 s/d 4 Januari 2025", "2024-12-28", "2025-01-04"),
        ("12/02/2025 - 14/02/2025", "2025-02-12", "2025-02-14"),
        ("Januari - Maret 2025", "2025-01", "2025-03"),
        ("2024-2025", "2024", "2025"),
    ],
)
def test_date_range(text: str, first: str, last: str) -> None:
    assert read_day(text) == DayRead(first, last)


def test_a_range_that_ends_before_it_begins() -> None:
    assert read_day("19-17 Mei 2021") == NOT_OK


def test_bare_year() -> None:
    assert read_day(2025) == read_day("2025") == read_day(2025.0) == DayRead("2025")
    assert read_day("Februari 2025") == read_day("2025-02") == read_day("02/2025") == DayRead("2025-02")


@pytest.mark.parametrize(
    "text", ["12/13/2025", "31/02/2025", "30 Februari 2025", "29/2/2025", "2025-02-30", "0/1/2025"]
)
def test_impossible_date(text: str) -> None:
    assert read_day(text) == NOT_OK


@pytest.mark.parametrize(
    "text", ["1/3/25", "13 Mei", "belum", "13.5", "#N/A", "1 besok 2025", "2 Min 2020", "TW I 2025"]
)
def test_what_is_not_surely_a_date(text: str) -> None:
    assert read_day(text) == NOT_OK


def test_dash_for_missing() -> None:
    assert read_day("-") == read_day("") == read_day(None) == DayRead(None)


def test_names_of_months_without_a_month() -> None:
    assert month_number("Peb") == 2
    assert month_number("Senin") is None


@given(st.text(max_size=40) | st.floats() | st.integers() | st.datetimes() | st.dates() | st.booleans())
@settings(max_examples=300, deadline=None)
def test_never_an_impossible_day(value: object) -> None:
    read = read_day(value)  # type: ignore[arg-type]
    for day in filter(None, (read.value, read.until)):
        whole = day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day
        assert 1945 <= date.fromisoformat(whole).year <= 2100
    assert read.ok or read.value is None


@given(
    st.dates(date(1945, 1, 1), date(2100, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d %B %Y"])
)
@settings(max_examples=200, deadline=None)
def test_every_day_is_read(day: date, form: str) -> None:
    assert read_day(day.strftime(form)).value == day.isoformat()


def test_a_hundred_thousand_cells_take_less_than_a_second() -> None:
    texts = [f"{place % 28 + 1} Februari {2000 + place % 20} pukul 13.00 wita" for place in range(100_000)]
    started = clock.process_time()
    assert all(read_day(text).ok for text in texts)
    assert clock.process_time() - started < 1
