"""The planner's view of real and sample contests, as page, workbook and commands share it."""

from __future__ import annotations

import pytest

import metrics
from metrics import UnknownName, Warehouse
from planning.projection import Projection, project


@pytest.fixture(scope="module")
def warehouse(warehouse_folder: object) -> Warehouse:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAPAN_WAREHOUSE", str(warehouse_folder))
        return metrics.open_warehouse()


@pytest.fixture(scope="module")
def bangka(warehouse: Warehouse) -> Projection:
    return project(warehouse, "kab-bangka", "kipp", 2018)


def test_bangka_2018_is_what_the_record_supports(bangka: Projection) -> None:
    assert bangka.forecast is None
    assert bangka.known.exact == [(2017, 9)]
    assert bangka.hindcast.years == ()
    assert (bangka.edition_id, bangka.target) == ("kipp-2018", 15)
    assert bangka.target_row is not None
    assert bangka.target_row["sources"] == ["seed-bangka-2018"]
    assert bangka.cap.value is None


def test_for_fifteen_entries_national_and_level_rates_stand_with_their_interval(bangka: Projection) -> None:
    top = bangka.path("top99")
    assert top is not None
    final = bangka.path("top40")
    assert final is not None
    for path in (top, final):
        assert all(step.own == () for step in path.chain.steps)
        assert all(step.nation for step in path.chain.steps)
        years = {one.year for step in path.chain.steps for one in (*step.level, *step.nation)}
        assert max(years) < 2018
    assert 0 < final.at_least(15, 1) < top.at_least(15, 1) < 1
    low, high = top.interval(15)
    assert low == 0 < high < 15


def test_a_government_with_years_gets_a_forecast(warehouse: Warehouse) -> None:
    found = project(warehouse, "kota-magelang", "krenova-magelang", 2022)
    assert found.known.exact == [(2018, 46), (2019, 25), (2020, 32), (2021, 20)]
    assert found.forecast is not None
    low, high = found.forecast.interval()
    assert low < 25 < high
    assert [year.year for year in found.hindcast.years] == [2021]


def test_a_target_of_a_contest_that_the_government_holds_is_its_own(warehouse: Warehouse) -> None:
    found = project(warehouse, "kota-magelang", "krenova-magelang", 2019)
    assert found.target == 30
    assert found.forecast is None


def test_the_cap_is_a_rule_of_the_edition(warehouse: Warehouse) -> None:
    assert project(warehouse, "kab-luwu-utara", "kipp", 2021).cap.value == 15
    assert project(warehouse, "kab-sidoarjo", "kipp", 2025).cap.value == 15
    assert project(warehouse, "kab-luwu-utara", "kipp", 2022).cap.value is None


def test_a_year_without_an_edition_takes_the_stages_of_the_latest(warehouse: Warehouse) -> None:
    found = project(warehouse, None, "kipp", 2026)
    assert found.edition_id is None
    assert found.cap.value is None
    assert [path.chain.stage_id for path in found.paths][-1] == "opsi"
    assert found.forecast is not None


def test_a_sample_never_feeds_a_real_estimate(warehouse: Warehouse) -> None:
    for contest in ("kipp", "krenova-magelang"):
        found = project(warehouse, None if contest == "kipp" else "kota-magelang", contest, 2026)
        used = {
            one.edition_id
            for path in found.paths
            for step in path.chain.steps
            for one in (*step.own, *step.level, *step.nation, *step.level_siblings, *step.own_siblings)
        }
        assert used
        assert not any("contoh" in edition for edition in used)


def test_names_are_checked(warehouse: Warehouse) -> None:
    with pytest.raises(UnknownName, match="kab-bangkaa"):
        project(warehouse, "kab-bangkaa", "kipp", 2018)
