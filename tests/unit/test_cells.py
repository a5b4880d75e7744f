"""Cells of frames: missing is missing in every form pandas has for it."""

import pandas as pd
import pytest

from ui import cells

MISSING = [None, float("nan"), pd.NA, pd.NaT]


@pytest.mark.parametrize("value", MISSING)
def test_every_kind_of_missing_is_not_known(value: object) -> None:
    assert not cells.known(value)
    assert cells.number(value) is None


@pytest.mark.parametrize("value", [0, 0.0, "", False, "0"])
def test_zero_and_blank_are_known(value: object) -> None:
    assert cells.known(value)


def test_numbers_keep_gaps() -> None:
    assert cells.numbers(pd.array([1, None, 3], dtype="Int32")) == [1.0, None, 3.0]


def test_columns_keep_their_values() -> None:
    rows = pd.DataFrame({"a": [1, 2]}, index=[5, 6])
    made = cells.assigned(rows, sources=[["s-1"], []], words=[None, "x"])
    assert cells.records(made) == [{"a": 1, "sources": ["s-1"], "words": None}, {"a": 2, "sources": [], "words": "x"}]


def test_no_rows_stay_a_frame_with_its_columns() -> None:
    assert list(cells.where(pd.DataFrame({"a": [1]}), [False]).columns) == ["a"]
    assert list(cells.where(pd.DataFrame({"a": []}), []).columns) == ["a"]


def test_a_source_becomes_a_list_and_a_missing_one_an_empty_list() -> None:
    rows = pd.DataFrame({"source_id": ["s-1", None]})
    assert list(cells.source_lists(rows)) == [["s-1"], []]


@pytest.mark.parametrize(("name", "bare"), [("KIPP (nasional)", "KIPP"), ("Top 45", "Top 45"), ("A (b) (c)", "A")])
def test_a_bare_name_has_no_bracket(name: str, bare: str) -> None:
    assert cells.bare(name) == bare
