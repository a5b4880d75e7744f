"""Stage cells: quirks.md, section 7."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.columns.outcomes import OutcomeRead, read_outcome
from etl.workbook import Value


@pytest.mark.parametrize(
    "value", ["Ya", "YA", "✓", "✔", "v", "V", "√", "lolos", "Lolos.", "Memenuhi Syarat", "MS", True]
)
def test_tick_marks(value: Value) -> None:
    assert read_outcome(value) == OutcomeRead("passed")


@pytest.mark.parametrize("value", ["Tidak", "TMS", "Gugur", "×", "x", "Tidak  Lolos", "tidak memenuhi syarat", False])
def test_failed(value: Value) -> None:
    assert read_outcome(value) == OutcomeRead("failed")


def test_date_means_passed() -> None:
    assert read_outcome(date(2025, 5, 6)) == OutcomeRead("passed", decided_on="2025-05-06")
    assert read_outcome("1/5/2021") == OutcomeRead("passed", decided_on="2021-05-01")
    assert read_outcome("Lolos (15/02/2021)") == OutcomeRead("passed", decided_on="2021-02-15")
    assert read_outcome("Gugur 15 Februari 2021") == OutcomeRead("failed", decided_on="2021-02-15")
    assert read_outcome(45707) == OutcomeRead("passed", decided_on="2025-02-19")


def test_score_in_stage_column() -> None:
    assert read_outcome(78) == OutcomeRead(score=78.0)
    assert read_outcome("91,25") == OutcomeRead(score=91.25)
    assert read_outcome(0) == OutcomeRead(score=0.0)


def test_dash_as_not_passed() -> None:
    assert read_outcome("-") == read_outcome(" – ") == OutcomeRead(absent=True)


def test_empty_stage_cell() -> None:
    assert read_outcome("") == read_outcome(None) == read_outcome("n/a") == OutcomeRead()


def test_withdrawn() -> None:
    assert read_outcome("mengundurkan diri") == OutcomeRead("withdrawn")


def test_pending() -> None:
    assert read_outcome("Dalam proses") == OutcomeRead("pending")


@pytest.mark.parametrize("value", ["entah", "ya tidak", "#N/A", 2025, "2025", "31/02/2025", "Top 45", "=A1"])
def test_unknown_words_are_not_ok(value: Value) -> None:
    assert read_outcome(value) == OutcomeRead(ok=False)


@given(st.text(max_size=30) | st.floats() | st.integers() | st.dates() | st.datetimes() | st.times())
@settings(max_examples=200, deadline=None)
def test_any_value_is_read_or_refused(value: Value) -> None:
    read = read_outcome(value)
    assert read.outcome in {"passed", "failed", "withdrawn", "pending", None}
    assert read.ok or (read.outcome, read.score, read.decided_on) == (None, None, None)
