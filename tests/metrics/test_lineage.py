"""History carried on to successors: random successions against the twin, and reorganisations that really happened."""

from pathlib import Path
from random import Random

import pytest

import metrics
from tests.support import building, comparing, world_successions, worlds
from tests.support.twin import TWINS
from tests.support.twin.tables import Row, Tables, read

METRICS = ("compliance", "lineage", "compliance_change", "turnover", "agency_stages")
STATES = ("met", "exempt", "draft_only", "none", "no_data")
SEEDS = range(100, 107)
BUILT: dict[int, tuple[metrics.Warehouse, Tables]] = {}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the worlds are written and built."""
    return tmp_path_factory.mktemp("successions")


def built(folder: Path, seed: int) -> tuple[metrics.Warehouse, Tables]:
    """A world with mergers, splits, chains and circles, built once."""
    if seed not in BUILT:
        world = worlds.world(seed)
        world_successions.add(world, Random(seed), worlds.YEARS)
        written = worlds.write(world, folder / str(seed), seed)
        BUILT[seed] = (building.build(folder / str(seed), worlds.AS_OF), read([written]))
    return BUILT[seed]


@pytest.mark.parametrize("metric_id", METRICS)
@pytest.mark.parametrize("seed", SEEDS)
def test_engine_and_twin_agree_on_random_successions(folder: Path, seed: int, metric_id: str) -> None:
    warehouse, tables = built(folder, seed)
    engine, twin = building.all_rows(metric_id, warehouse), TWINS[metric_id](tables, worlds.AS_OF)
    lines = comparing.differences(metrics.find_metric(metric_id).keys, engine, twin)
    assert not lines, f"{metric_id}, seed {seed}:\n" + "\n".join(lines[:25])


@pytest.mark.parametrize("seed", SEEDS)
def test_every_year_of_every_agency_is_carried_by_exactly_one_line(folder: Path, seed: int) -> None:
    warehouse, _ = built(folder, seed)
    board = {(row["agency_id"], row["year"]): row["state"] for row in building.all_rows("compliance", warehouse)}
    carried = warehouse.rows("SELECT member_id FROM warehouse.line_members WHERE is_last ORDER BY member_id")
    assert [name for (name,) in carried] == sorted({agency_id for agency_id, _ in board})
    for row in building.all_rows("lineage", warehouse):
        for agency_id in row["through"]:
            assert (agency_id, row["year"]) in board
        if row["state"] == "none":
            assert all(board[agency_id, row["year"]] == "none" for agency_id in row["through"])


@pytest.fixture
def real(published: object) -> metrics.Warehouse:
    """The repository's own data."""
    return metrics.open_warehouse()


def rows(warehouse: metrics.Warehouse, metric_id: str, government: str, **cells: object) -> list[Row]:
    """The rows of a government with these cells."""
    found = building.scope_rows(metric_id, metrics.Scope(government=government), warehouse)
    return [row for row in found if all(row[name] == value for name, value in cells.items())]


def test_bangka_carries_its_history_across_the_reorganisation_of_2017(real: metrics.Warehouse) -> None:
    line = {row["year"]: row for row in rows(real, "lineage", "kab-bangka", agency_id="kab-bangka-dindikpora")}
    assert line[2017]["through"] == ["kab-bangka-dindikbud-2017"]
    assert (line[2018]["state"], line[2018]["through"]) == ("draft_only", ["kab-bangka-dindikbud-2017"])
    assert line[2019]["through"] == []
    assert line[2016]["through"] == ["kab-bangka-disdik-pra-2017"], "an heir of heirs is not in force before them"
    merged = rows(real, "lineage", "kab-bangka", agency_id="kab-bangka-bppkad", year=2017)
    assert merged[0]["through"] == ["kab-bangka-bpkad-2017", "kab-bangka-bpprd-2017"]


def test_agencies_of_bangka_that_ended_without_successor_keep_their_own_line(real: metrics.Warehouse) -> None:
    years = [row["year"] for row in rows(real, "lineage", "kab-bangka", agency_id="kab-bangka-distamben-pra-2017")]
    assert max(years) == 2016
    heads = {row["agency_id"] for row in rows(real, "lineage", "kab-bangka")}
    assert "kab-bangka-disdik-pra-2017" not in heads


def test_nobody_in_bangka_is_said_to_have_fallen_out(real: metrics.Warehouse) -> None:
    """The education, health and social agencies prepared entries for 2018; what was handed in is not known."""
    changes = {row["change"] for row in rows(real, "compliance_change", "kab-bangka")}
    assert "lost" not in changes
    assert "new" not in changes


def test_bogor_has_no_successions_so_that_both_boards_are_one(real: metrics.Warehouse) -> None:
    own, carried = (rows(real, name, "kota-bogor") for name in ("compliance", "lineage"))
    columns = ("agency_id", "year", "state", "uncertain", "streak", "streak_at_least", "last_met_year", "numerator")
    assert [[row[name] for name in columns] for row in own] == [[row[name] for name in columns] for row in carried]
    assert not any(row["through"] for row in carried)


def test_the_sample_merges_two_agencies_and_splits_one(real: metrics.Warehouse) -> None:
    merged = {row["year"]: row for row in rows(real, "lineage", "kab-contoh", agency_id="kab-contoh-dkpp")}
    assert merged[2014]["through"] == ["kab-contoh-disketapang", "kab-contoh-distan"]
    assert (merged[2018]["state"], merged[2018]["through"]) == ("met", ["kab-contoh-distan"])
    assert (merged[2020]["streak"], merged[2020]["through"]) == (4, [])
    first, second = (rows(real, "lineage", "kab-contoh", agency_id=f"kab-contoh-{name}") for name in ("dinsos", "dpmd"))
    assert (first[0]["year"], first[0]["through"]) == (2014, ["kab-contoh-dinsospmd"])
    assert (second[0]["year"], second[0]["through"]) == (2017, [])


def test_turnover_counts_the_changes_of_the_board(real: metrics.Warehouse) -> None:
    every = rows(real, "compliance_change", "kab-contoh", year=2025)
    counted = {row["change"]: row["numerator"] for row in rows(real, "turnover", "kab-contoh", year=2025)}
    for change, number in counted.items():
        assert number == sum(row["change"] == change for row in every), change
    assert counted["kept"]
    assert counted["lost"]
    assert counted["back"]
    running = {row["change"]: row for row in rows(real, "turnover", "kab-contoh", year=2026)}
    assert running["lost"]["numerator"] is None
    assert running["lost"]["basis"] == "unknown"


def test_the_real_boards_reach_every_state(real: metrics.Warehouse) -> None:
    assert {row["state"] for row in rows(real, "lineage", "kab-contoh")} == set(STATES)
