"""Numbers as registers write them: quirks.md, section 4."""

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.columns import is_error, is_missing
from etl.columns.numbers import NumberRead, read_number, read_rank, spelled_out, style_of

FILES = Path(__file__).parents[1] / "registers" / "files"
NOT_OK = NumberRead(None, False)
MADE = {  # contoh-angka.csv, by the number of its row
    **dict(enumerate((61.16, 271.5, 21.28, 22.5, 90, 90, 90, 99.77, 1234.5, 75, 0), 1)),
    **dict.fromkeys(range(12, 19), None),
}


def _made() -> dict[int, str]:
    with (FILES / "contoh-angka.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["No"]): row["Nilai"] for row in csv.DictReader(file, delimiter=";")}


@pytest.mark.parametrize("number", MADE)
def test_every_made_wording(number: int) -> None:
    style = style_of(_made().values())
    read = read_number(_made()[number], style)
    assert read.value == MADE[number]
    assert read.ok == (number <= 13)  # from 14 on: remarks, letters, errors, a formula


def test_no_made_wording_is_left_out() -> None:
    assert set(_made()) == set(MADE)


def test_decimal_comma() -> None:
    assert read_number("61,16").value == 61.16


def test_decimal_point() -> None:
    assert read_number("22.5").value == 22.5
    assert read_number("3.478", style_of(["22.5", "3.478"])).value == 3.478


def test_thousands_dot() -> None:
    assert read_number("1.234,5").value == 1234.5
    assert read_number("3.478", style_of(["3.478", "850"])).value == 3478
    assert read_number("12.345.678").value == 12345678


def test_three_decimals() -> None:
    assert read_number("21,280", style_of(["61,16", "21,280"])).value == 21.28
    assert read_number("21,280", style_of(["61.16", "21,280"])).value == 21280
    assert read_number("0.875").value == 0.875  # no thousands begin with a zero


@pytest.mark.parametrize(("text", "value"), [("90", 90), ("90%", 90), ("90 %", 90), ("99,77 persen", 99.77)])
def test_percent(text: str, value: float) -> None:
    assert read_number(text) == NumberRead(value)


def test_dash_for_missing_and_empty_is_unknown() -> None:
    assert read_number("-") == read_number("") == read_number(None) == NumberRead(None)
    assert is_missing(" n/a ")
    assert is_missing(float("nan"))


def test_zero_is_zero() -> None:
    assert read_number("0") == read_number(0) == NumberRead(0.0)
    assert not is_missing(0)
    assert not is_missing("0")


def test_two_rival_figures_in_one_cell() -> None:
    assert read_number("25 (sumber lain: 24)") == NumberRead(None, False, (25.0, 24.0))


def test_the_same_number_in_words() -> None:
    assert read_number("10 (SEPULUH)") == NumberRead(10.0)
    assert read_number("125 (seratus dua puluh lima)") == NumberRead(125.0)
    assert read_number("10 (dua)") == NOT_OK
    assert spelled_out("seribu dua ratus") == 1200
    assert spelled_out("") is None


@pytest.mark.parametrize(
    "text", ["8,5 (sementara)", "A", "=SUM(D2:D3)", "±80", "1e5", "1.23.4", "12/2/2025", "٣", "2,"]
)
def test_remark_in_number(text: str) -> None:
    assert read_number(text) == NOT_OK


def test_remark_instead_of_a_value() -> None:
    assert read_number("(14 kabupaten/kota lain, tidak dirinci)") == NOT_OK


def test_excel_error() -> None:
    for text in ("#N/A", "#DIV/0!", "#REF!", "Err:502"):
        assert read_number(text) == NOT_OK
        assert is_error(text)
    assert not is_error("=SUM(D2:D3)")
    assert not is_error("#1")


def test_units_and_currency() -> None:
    assert read_number("46 inovasi").value == 46
    assert read_number("Rp 1.000.000,-").value == 1_000_000


def test_numbers_that_are_none() -> None:
    assert read_number(True) == read_number(math.inf) == read_number(10**400) == NOT_OK


@pytest.mark.parametrize(("text", "rank"), [(1, 1), (2.0, 2), ("2.", 2), ("Juara II", 2), ("juara 3", 3), ("10", 10)])
def test_rank(text: str | float, rank: int) -> None:
    assert read_rank(text).value == rank


@pytest.mark.parametrize("text", ["Harapan 1", "0", 0, 2.5, "Top 7", "IC"])
def test_what_is_no_rank(text: str | float) -> None:
    assert read_rank(text) == NOT_OK


@given(st.text(max_size=40) | st.floats() | st.integers() | st.dates(), st.sampled_from(["comma", "point"]))
@settings(max_examples=300, deadline=None)
def test_any_value_is_read_or_refused(value: object, style: str) -> None:
    read = read_number(value, style)  # type: ignore[arg-type]
    assert read.ok or read.value is None
    assert read.value is None or math.isfinite(read.value)
    assert read_rank(value).ok in (True, False)  # type: ignore[arg-type]


@given(st.integers(-999_999, 999_999), st.integers(0, 99))
@settings(max_examples=100, deadline=None)
def test_figures_with_both_signs_need_no_column(whole: int, part: int) -> None:
    english = f"{whole:,}.{part:02d}"
    swapped = english.replace(",", " ").replace(".", ",").replace(" ", ".")
    assert read_number(english, "point").value == read_number(swapped, "comma").value == float(f"{whole}.{part:02d}")
