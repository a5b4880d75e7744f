"""Who is bound in a year, and what each handed in before: read from the record, never more than it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

import metrics
from metrics import UnknownName, Warehouse
from planning.agencies import Candidate, Roll, roll
from planning.allocation import CannotDivide, allocate
from tests.support import building, world_successions, worlds
from tests.support.twin import compliance, entries
from tests.support.twin.tables import Tables, read

SEEDS = (300, 302)


@pytest.fixture
def real(published: object) -> Warehouse:
    """The repository's own data."""
    return metrics.open_warehouse()


def found(warehouse: Warehouse, government: str, year: int) -> Roll:
    made = roll(warehouse, government, year)
    assert made is not None
    return made


def by_id(made: Roll) -> dict[str, Candidate]:
    return {one.agency_id: one for one in made.candidates}


def test_bangka_2018_has_a_board_but_hardly_a_record(real: Warehouse) -> None:
    made = found(real, "kab-bangka", 2018)
    assert (made.board_year, made.minimum, made.policy_source) == (2018, 1, None)
    board = metrics.run("compliance", metrics.Scope(government="kab-bangka", years=(2018, 2018)), real)
    assert sorted(by_id(made)) == sorted(board["agency_id"])
    known = {one.agency_id: (one.record, one.years, one.at_least) for one in made.candidates if one.record is not None}
    assert len(known) == 2
    assert all(years == at_least == 1 for _, years, at_least in known.values()), "seen in lists of winners only"
    flagships = {name: one.prepared for name, one in by_id(made).items() if one.prepared}
    assert sum(flagships.values()) == 4


def test_fifteen_are_too_few_for_all_agencies_of_bangka_but_not_for_those_with_entries(real: Warehouse) -> None:
    made = found(real, "kab-bangka", 2018)
    with pytest.raises(CannotDivide) as refused:
        allocate(made.candidates, 15, made.minimum)
    assert refused.value.params["needed"] == len(made.candidates)
    likely = [one for one in made.candidates if one.best or one.prepared]
    assert len(likely) == 4
    assert sum(share.n for share in allocate(likely, 15, made.minimum)) == 15


def test_years_from_the_planned_one_on_are_not_known_yet(real: Warehouse) -> None:
    for year in (2014, 2018):
        made = found(real, "kab-contoh", year)
        assert all(one.years <= year - 2014 for one in made.candidates)
    assert all(one.record is None for one in found(real, "kab-contoh", 2014).candidates)


def test_none_of_a_whole_year_is_a_true_nought_and_no_data_is_unknown(real: Warehouse) -> None:
    bogor = found(real, "kota-bogor", 2018)
    assert all(one.years == 1 and one.at_least == 0 for one in bogor.candidates)
    assert Counter(bool(one.best) for one in bogor.candidates) == {True: 16, False: 19}
    assert all(one.record is None for one in found(real, "kota-bogor", 2017).candidates)


def test_a_year_still_running_does_not_dilute_a_record_of_whole_years(real: Warehouse) -> None:
    after, before = by_id(found(real, "kab-contoh", 2027)), by_id(found(real, "kab-contoh", 2026))
    same = [name for name in after if name in before]
    assert same
    assert all((after[name].record, after[name].years) == (before[name].record, before[name].years) for name in same)


def test_a_year_without_a_board_takes_the_nearest_before_it_and_else_the_first(real: Warehouse) -> None:
    assert found(real, "kab-contoh", 2031).board_year == 2026
    assert found(real, "kab-contoh", 1999).board_year == 2014


def test_an_exemption_binds_its_own_year_only(real: Warehouse) -> None:
    exempt = {
        year: [one.agency_id for one in found(real, "kab-contoh", year).candidates if one.exempt]
        for year in (2024, 2027)
    }
    assert exempt == {2024: ["kab-contoh-tirta-seroja"], 2027: []}


def test_a_stated_minimum_is_taken_with_its_source(real: Warehouse) -> None:
    made = found(real, "kota-magelang", 2025)
    policy = metrics.listing("policies", metrics.Scope(government="kota-magelang", years=(2025, 2025)), real)
    assert made.minimum == policy["minimum_per_agency"][0]
    assert made.policy_source == policy["source_id"][0]


def test_units_count_for_the_agency_above_them(real: Warehouse) -> None:
    health = by_id(found(real, "kab-bangka", 2018))["kab-bangka-dinkes"]
    assert health.units == 12


def test_a_successor_carries_the_record_of_what_it_replaced(real: Warehouse) -> None:
    lines = metrics.records(metrics.run("lineage", metrics.Scope(government="kab-contoh"), real))
    mine = [row for row in lines if row["agency_id"] == "kab-contoh-bapperida" and row["basis"] == "rows"]
    before = [row["numerator"] for row in mine if "kab-contoh-bappeda" in row["through"]]
    assert sum(before) > 0
    heir = by_id(found(real, "kab-contoh", 2027))["kab-contoh-bapperida"]
    assert heir.years == len(mine) > len(before)
    assert heir.record == pytest.approx(sum(row["numerator"] for row in mine) / len(mine))


def test_while_a_predecessor_stands_it_keeps_its_own_record(real: Warehouse) -> None:
    earlier = by_id(found(real, "kab-contoh", 2020))
    assert "kab-contoh-bapperida" not in earlier
    assert earlier["kab-contoh-bappeda"].years == 6


def test_a_government_without_agencies_has_no_roll_and_an_unknown_one_is_an_error(real: Warehouse) -> None:
    with_agencies = {row[0] for row in real.rows("SELECT DISTINCT government_id FROM warehouse.agencies")}
    governments = metrics.listing("governments", metrics.Scope(), real)["government_id"]
    without = next(name for name in governments if name not in with_agencies)
    assert roll(real, without, 2026) is None
    with pytest.raises(UnknownName):
        roll(real, "kab-nirwana", 2026)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the worlds are written and built."""
    return tmp_path_factory.mktemp("rolls")


@pytest.fixture(scope="module", params=SEEDS)
def world(request: pytest.FixtureRequest, folder: Path) -> tuple[Warehouse, Tables]:
    """A random world with units, exemptions, mergers and splits."""
    made = worlds.world(request.param)
    world_successions.add(made, Random(request.param), worlds.YEARS)
    written = worlds.write(made, folder / str(request.param), request.param)
    return building.build(folder / str(request.param), worlds.AS_OF), read([written])


def test_drafts_units_and_bounds_agree_with_the_board_in_random_worlds(world: tuple[Warehouse, Tables]) -> None:
    warehouse, tables = world
    states = {(row["agency_id"], row["year"]): row for row in building.all_rows("compliance", warehouse)}
    for government in sorted({row["government_id"] for row in states.values()}):
        years = sorted({y for (_, y), row in states.items() if row["government_id"] == government})
        for year in years[:: max(1, len(years) // 3)]:
            made = found(warehouse, government, year)
            for one in made.candidates:
                board = states[one.agency_id, year]
                assert one.exempt or board["state"] != "exempt"
                assert made.minimum == board["denominator"]
                assert one.units == _units(warehouse, one.agency_id, year)
                assert one.prepared == _drafts(tables, one.agency_id, year)


def _units(warehouse: Warehouse, agency_id: str, year: int) -> int:
    """By the warehouse's own tables."""
    sql = """
        WITH dated AS (SELECT agency_id, left(valid_from, 4)::INT AS first,
            left(coalesce(valid_to, CASE WHEN len(succeeded_by) > 0 THEN last_seen END), 4)::INT AS last
            FROM warehouse.agencies)
        SELECT count(*) FROM warehouse.counts_for f JOIN dated USING (agency_id)
        WHERE f.board_agency_id = ? AND f.agency_id <> f.board_agency_id AND f.year = ?
            AND coalesce(f.year BETWEEN coalesce(first, f.year) AND last, coalesce(first <= f.year, true))"""
    return int(warehouse.rows(sql, [agency_id, year])[0][0])


def _drafts(tables: Tables, agency_id: str, year: int) -> int:
    """By the twin of the board."""
    mine = compliance.entries_for(tables, tables.one("agencies", "agency_id", agency_id), year)
    return sum(not (entries.was_handed_in(tables, one) or entries.is_withdrawn(tables, one)) for one in mine)
