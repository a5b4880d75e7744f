"""The series that a forecast rests on: one kind of count, exact counts only, closed editions only."""

from __future__ import annotations

import pytest

import metrics
from metrics import UnknownName, Warehouse
from planning import series


@pytest.fixture(autouse=True)
def _warehouse(published: object) -> None:
    """The repository's own data."""


@pytest.fixture
def warehouse() -> Warehouse:
    return metrics.open_warehouse()


def test_the_national_series_of_either_kind_is_never_mixed(warehouse: Warehouse) -> None:
    handed_in = series.read(warehouse, None, "kipp")
    assert handed_in.counted_as == "submitted"
    assert [year for year, _ in handed_in.exact] == [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2025]
    assert dict(handed_in.exact)[2022] == 2454
    registered = series.read_kind(warehouse, None, "kipp", "registered")
    assert [year for year, _ in registered.exact] == [*range(2014, 2024), 2025]
    assert dict(registered.exact)[2022] == 3478
    assert {2014, 2015, 2016} & {count.year for count in handed_in.counts if count.value is not None} == set()


def test_where_too_few_years_are_of_one_kind_the_other_is_taken(warehouse: Warehouse) -> None:
    early = series.read(warehouse, None, "kipp", before=2017)
    assert (early.counted_as, early.exact) == ("registered", [(2014, 515), (2015, 1188), (2016, 2476)])


def test_at_least_is_kept_but_no_forecast_rests_on_it(warehouse: Warehouse) -> None:
    bangka = series.read(warehouse, "kab-bangka", "kipp", before=2018)
    assert bangka.exact == [(2017, 9)]
    by_year = {count.year: count for count in bangka.counts}
    assert (by_year[2016].value, by_year[2016].basis, by_year[2016].exact) == (3, "at_least", False)
    assert (by_year[2015].value, by_year[2015].basis) == (None, "unknown")
    assert by_year[2017].sources == ("seed-bangka-2018",)


def test_an_edition_still_open_is_no_year_to_learn_from(warehouse: Warehouse) -> None:
    open_now = metrics.records(metrics.listing("editions", metrics.Scope(competition="lomba-kab-contoh"), warehouse))
    years = [row["year"] for row in open_now if row["is_open"]]
    assert years == [2026]
    assert 2026 not in dict(series.read(warehouse, "kab-contoh", "lomba-kab-contoh").exact)


def test_the_usual_contest_is_the_best_known_one(warehouse: Warehouse) -> None:
    assert series.usual_competition(warehouse, None) == "kipp"
    assert series.usual_competition(warehouse, "kota-magelang") == "krenova-magelang"
    assert series.usual_competition(warehouse, "kota-magelang", before=2018) == "krenova-opd-bumd-magelang"
    assert series.usual_competition(warehouse, "kab-bangka") == "kipp"


def test_a_name_that_does_not_exist_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(UnknownName, match="kipq"):
        series.read(warehouse, None, "kipq")
