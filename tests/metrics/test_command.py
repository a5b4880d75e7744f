"""`python -m metrics`: the same figures on the command line, for scripts and for people."""

import csv
import io
import json
from typing import Any

import pytest

import metrics
from metrics.__main__ import main


@pytest.fixture(autouse=True)
def _warehouse(published: object) -> None:
    """Every command reads the repository's own data."""


def output(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    """What a command printed on standard output and on standard error."""
    assert main(arguments) == code
    printed = capsys.readouterr()
    return printed.out, printed.err


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(output(capsys, *arguments, "--format", "json")[0])


def test_a_run_prints_one_document_with_basis_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "run", "stage_pass_rate", "--edition", "kipp-2022")
    assert set(found) == {"metric", "version", "scope", "rows"}
    assert found["scope"] == {"edition": "kipp-2022"}
    row = next(r for r in found["rows"] if r["stage_id"] == "administrative" and r["group"] is None)
    assert (row["numerator"], row["denominator"], row["basis"]) == (1917, 2454, "reported")
    assert round(row["value"], 4) == 0.7812
    assert (round(row["low"], 3), round(row["high"], 3)) == (0.764, 0.797)
    assert row["sources"] == ["menpan-2022-adm", "menpan-2022-intake"]
    assert row["reason"] is None
    assert set(row) == set(metrics.catalogue()["stage_pass_rate"].all_columns)


def test_an_unknown_value_is_null_with_its_reason_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("run", "target_progress", "--government", "kab-bangka", "--edition", "kipp-2018")
    row = document(capsys, *asked)["rows"][0]
    assert (row["numerator"], row["denominator"], row["previous"], row["change"]) == (None, 15, 9, 6)
    assert "tidak diketahui" in row["reason"]
    assert "unknown" in document(capsys, *asked, "--lang", "en")["rows"][0]["reason"]


def test_stages_come_in_the_order_of_their_edition(capsys: pytest.CaptureFixture[str]) -> None:
    rows = document(capsys, "run", "stage_funnel", "--edition", "kipp-2017")["rows"]
    whole = [row["stage_id"] for row in rows if row["scope_kind"] == "all"]
    assert whole == ["registered", "submitted", "administrative", "evaluation", "top99", "presentation", "top40"]


def test_csv_has_every_column_and_no_formatted_number(capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = output(capsys, "run", "participation", "--government", "kota-bogor", "--year", "2017", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == list(metrics.catalogue()["participation"].all_columns)
    assert (rows[0]["numerator"], rows[0]["denominator"]) == ("16", "35")


def test_years_may_be_a_span(capsys: pytest.CaptureFixture[str]) -> None:
    rows = document(capsys, "run", "participation", "--government", "kota-bogor", "--year", "2016-2018")["rows"]
    assert [row["year"] for row in rows] == [2016, 2017, 2018]


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("run", "stage_pas_rate"), "stage_pass_rate"),
        (("run", "submissions", "--government", "kab-banka"), "kab-bangka"),
        (("run", "submissions", "--edition", "kip-2022"), "kipp-2022"),
        (("run", "submissions", "--competition", "kip"), "kipp"),
        (("run", "submissions", "--year", "last"), "2017-2023"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], wanted: str
) -> None:
    out, err = output(capsys, *arguments, code=2)
    assert out == ""
    assert wanted in err
    assert err.count("\n") == 1


def test_sample_data_are_named_as_such_and_real_ones_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Data contoh" in output(capsys, "run", "participation", "--government", "kab-contoh")[1]
    assert "Data contoh" in output(capsys, "run", "stage_funnel", "--edition", "kipp-prov-contoh-2020")[1]
    assert output(capsys, "run", "participation", "--government", "kab-bangka")[1] == ""


def test_the_list_names_every_metric_with_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    cards = json.loads(output(capsys, "list", "--json")[0])
    assert [card["id"] for card in cards] == list(metrics.catalogue())
    assert all(card["title"] and card["unit"] and card["grain"] and card["keys"] for card in cards)


def test_without_a_warehouse_one_sentence_says_what_to_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("PAPAN_WAREHOUSE", str(tmp_path))
    assert "python -m etl build" in output(capsys, "run", "submissions", code=1)[1]
