"""`python -m planning`: the planner's figures for scripts, in the agreed form."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planning.__main__ import main


@pytest.fixture(autouse=True)
def _warehouse(published: object) -> None:
    """Every command reads the repository's own data."""


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command printed: on standard output if it was done, on standard error if not, never on both."""
    assert main(arguments) == code
    printed = capsys.readouterr()
    assert (printed.err if code == 0 else printed.out) == ""
    return printed.err if code else printed.out


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(said(capsys, *arguments, "--json"))


def test_a_forecast_has_the_agreed_keys(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "forecast", "--competition", "kipp", "--year", "2026")
    assert {"year", "enough", "reason", "quantiles", "history", "method", "hindcast"} <= set(found)
    assert (found["year"], found["enough"], found["reason"]) == (2026, True, None)
    low, middle, high = (found["quantiles"][share] for share in ("0.1", "0.5", "0.9"))
    assert 1000 < low < middle < high < 6000
    assert {"year", "value", "basis"} <= set(found["history"][0])
    assert {row["year"] for row in found["history"] if row["used"]} == {*range(2017, 2024), 2025}
    assert found["hindcast"]["coverage"]["of"] == len(found["hindcast"]["years"]) == 5


def test_too_few_years_say_so_and_give_no_number(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "forecast", "--government", "kab-bangka", "--year", "2018")
    assert (found["enough"], found["quantiles"], found["method"]) == (False, None, None)
    assert "terlalu sedikit" in found["reason"]
    assert "2017: 9" in found["reason"]
    assert found["hindcast"]["years"] == []
    english = said(capsys, "forecast", "--government", "kab-bangka", "--year", "2018", "--lang", "en")
    assert "Too few years" in english


def test_a_later_year_never_reaches_an_earlier_forecast(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "forecast", "--competition", "kipp", "--year", "2020")
    assert max(row["year"] for row in found["history"]) == 2019
    assert [row["year"] for row in found["hindcast"]["years"]] == []
    registered = document(capsys, "forecast", "--competition", "kipp", "--year", "2017")
    assert registered["counted_as"] == "registered"


def test_a_hindcast_tells_per_year_what_was_said_and_what_happened(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "hindcast", "--competition", "kipp")
    assert [row["year"] for row in found["years"]] == [2020, 2021, 2022, 2023, 2025]
    row = found["years"][0]
    assert row["actual"] == 2307
    assert row["inside"] is (row["forecast"]["0.1"] <= 2307 <= row["forecast"]["0.9"])
    assert row["naive"]["last"] == 2307 - 1872
    assert row["naive"]["mean"] == pytest.approx(2307 - (1627 + 1689 + 1872) / 3, abs=1e-3)
    assert row["score"] > 0
    assert found["coverage"]["inside"] == sum(row["inside"] for row in found["years"])


def test_either_kind_of_count_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "hindcast", "--counted-as", "registered")
    assert (found["counted_as"], found["coverage"]["of"]) == ("registered", 8)
    assert found["better_than"] == {"last": False, "mean": True}
    said_plainly = said(capsys, "hindcast", "--counted-as", "registered")
    assert "tidak lebih baik daripada “sama seperti tahun lalu”" in said_plainly
    early = document(capsys, "forecast", "--counted-as", "submitted", "--year", "2019")
    assert (early["enough"], early["counted_as"]) == (False, "submitted")


def test_the_fewest_entries_for_a_goal(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("solve", "--government", "kab-luwu-utara", "--edition", "kipp-2021", "--stage", "top99")
    found = document(capsys, *asked, "--at-least", "1", "--probability", "0.2")
    assert set(found) == {"entries", "probability", "cap", "reachable", "reason"}
    assert (found["cap"], found["reachable"], found["reason"]) == (10, True, None)
    assert found["entries"] <= 10
    assert found["probability"] >= 0.2
    hard = document(capsys, *asked, "--at-least", "5", "--probability", "0.9")
    assert (hard["entries"], hard["reachable"], hard["cap"]) == (None, False, 10)
    assert hard["probability"] < 0.9
    assert "10" in hard["reason"]


def test_an_allocation_adds_up_and_explains_each(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "allocate", "--government", "kab-bangka", "--year", "2018", "--total", "40")
    assert found["total"] == sum(row["n"] for row in found["agencies"]) == 40
    assert {"agency_id", "name", "n", "why"} == set(found["agencies"][0])
    assert min(row["n"] for row in found["agencies"]) >= 1
    assert all(row["why"] for row in found["agencies"])


def test_less_than_the_minimum_is_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("allocate", "--government", "kab-bangka", "--year", "2018", "--total", "15")
    refused = said(capsys, *asked, code=1)
    assert "memerlukan sekurang-kurangnya 35" in refused
    chosen = document(capsys, *asked, "--agency", "kab-bangka-dinkes", "--agency", "kab-bangka-dinsos-pmd-2017")
    assert sum(row["n"] for row in chosen["agencies"]) == 15
    assert len(chosen["agencies"]) == 2


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("forecast", "--government", "kab-bangkaa", "--year", "2018"), "kab-bangka"),
        (("forecast", "--competition", "kippp", "--year", "2018"), "kipp"),
        (("solve", "--government", "kab-bangka", "--edition", "kipp-2018", "--stage", "top9", "--at-least", "1",
          "--probability", "0.5"), "top99"),
    ],
)  # fmt: skip
def test_a_word_that_does_not_exist_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], nearest: str
) -> None:
    assert nearest in said(capsys, *arguments, code=2)


@pytest.mark.parametrize("wrong", [("--probability", "1.2"), ("--at-least", "0"), ("--probability", "sure")])
def test_a_number_out_of_range_is_wrong_usage(capsys: pytest.CaptureFixture[str], wrong: tuple[str, str]) -> None:
    asked = {"--government": "kab-bangka", "--edition": "kipp-2018", "--stage": "top99", "--at-least": "1",
             "--probability": "0.5"} | dict([wrong])  # fmt: skip
    with pytest.raises(SystemExit) as left:
        main(["solve", *(word for pair in asked.items() for word in pair)])
    assert left.value.code == 2
    assert wrong[0] in capsys.readouterr().err
