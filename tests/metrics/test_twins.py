"""Every metric, computed by the engine and by its plain-Python twin, on small generated worlds."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

import metrics
from tests.support import building, comparing, worlds
from tests.support.twin import TWINS, entries
from tests.support.twin.tables import Row, Tables, read

SEEDS = range(16)
SHOWN = 25
BUILT: dict[int, tuple[metrics.Warehouse, Tables]] = {}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the worlds are written and built."""
    return tmp_path_factory.mktemp("worlds")


def built(folder: Path, seed: int) -> tuple[metrics.Warehouse, Tables]:
    """The world of a seed, built once."""
    if seed not in BUILT:
        root = folder / str(seed)
        written = worlds.write(worlds.world(seed), root, seed)
        warehouse = building.build(root, worlds.AS_OF)
        held = building.listing_rows("quarantine", warehouse)
        assert not held, f"the world of seed {seed} is meant to be valid: {held[:3]}"
        BUILT[seed] = (warehouse, read([written]))
    return BUILT[seed]


@cache
def twin_rows(folder: Path, seed: int, metric_id: str) -> list[Row]:
    """The twin's rows for a world."""
    return TWINS[metric_id](built(folder, seed)[1], worlds.AS_OF)


@pytest.mark.parametrize("metric_id", sorted(TWINS))
@pytest.mark.parametrize("seed", SEEDS)
def test_engine_and_twin_agree(folder: Path, seed: int, metric_id: str) -> None:
    warehouse, _ = built(folder, seed)
    engine = building.all_rows(metric_id, warehouse)
    lines = comparing.differences(metrics.find_metric(metric_id).keys, engine, twin_rows(folder, seed, metric_id))
    said = "\n".join(lines[:SHOWN])
    assert not lines, f"{metric_id}, seed {seed}: {len(lines)} differences\n{said}"


@pytest.mark.parametrize("metric_id", sorted(TWINS))
@pytest.mark.parametrize("seed", SEEDS[::8])
def test_a_scope_gives_its_part_of_all_rows(folder: Path, seed: int, metric_id: str) -> None:
    warehouse, tables = built(folder, seed)
    keys = metrics.find_metric(metric_id).keys
    every = building.all_rows(metric_id, warehouse)
    for scope in some_scopes(tables, seed):
        found = building.scope_rows(metric_id, scope, warehouse)
        lines = comparing.differences(keys, found, [row for row in every if is_in_view(tables, row, scope)])
        said = "\n".join(lines[:SHOWN])
        assert not lines, f"{metric_id}, seed {seed}, {scope}: {len(lines)} differences\n{said}"


def some_scopes(tables: Tables, seed: int) -> list[metrics.Scope]:
    """The nation, each government, and a few combinations with a competition, an edition, years and an agency."""
    random = Random(seed)
    governments = [row["government_id"] for row in tables.all("governments")]
    found = [metrics.Scope(), *[metrics.Scope(government=government_id) for government_id in governments]]
    agency = random.choice(tables.all("agencies"))
    found.append(metrics.Scope(government=agency["government_id"], agency=agency["agency_id"]))
    if tables.all("editions"):
        edition = random.choice(tables.all("editions"))
        found.append(metrics.Scope(competition=edition["competition_id"]))
        found.append(metrics.Scope(government=random.choice(governments), edition=edition["edition_id"]))
        found.append(metrics.Scope(government=random.choice(governments), years=(2019, 2020)))
    return found


def is_in_view(tables: Tables, row: Row, scope: metrics.Scope) -> bool:
    """True if a row belongs to a scope, said once more in plain words."""
    return is_of_place(tables, row, scope) and is_of_time(tables, row, scope)


def is_of_place(tables: Tables, row: Row, scope: metrics.Scope) -> bool:
    """Government and agency; where rows have scopes, a scope is itself, and no scope is the whole with its parts."""
    if "scope_kind" in row and "target_id" not in row:
        if scope.agency:
            return (row["scope_kind"], row["scope_id"]) == ("agency", scope.agency)
        if scope.government:
            return (row["scope_kind"], row["scope_id"]) == ("government", scope.government)
        return row["scope_kind"] in ("all", "level", "province")
    if "target_id" in row and scope.agency:
        return (row["scope_kind"], row["scope_id"]) == ("agency", scope.agency)
    place = {**owner_of_entry(tables, row), **row}
    government = scope.government is None or place.get("government_id") == scope.government
    agency = scope.agency is None or "agency_id" not in place or place["agency_id"] == scope.agency
    return government and agency


def owner_of_entry(tables: Tables, row: Row) -> Row:
    """The government and agency of the entry that a row is about, if it is about one."""
    if "submission_id" not in row or "government_id" in row:
        return {}
    entry = tables.one("submissions", "submission_id", row["submission_id"])
    return {"government_id": entry["government_id"], "agency_id": entries.agency_of(tables, entry)}


def is_of_time(tables: Tables, row: Row, scope: metrics.Scope) -> bool:
    """Competition, edition and years; a row without an edition is seen through its year."""
    edition_id = row.get("edition_id")
    edition = tables.one("editions", "edition_id", edition_id) if edition_id else None
    year = row["year"] if "year" in row else edition["year"] if edition else None
    if scope.years and (year is None or not scope.years[0] <= year <= scope.years[1]):
        return False
    competition_id = row.get("competition_id", (edition or {}).get("competition_id"))
    if scope.competition and "edition_id" in row and competition_id != scope.competition:
        return False
    if scope.edition is None:
        return True
    if "edition_id" in row:
        return bool(edition_id == scope.edition)
    return bool(year == tables.one("editions", "edition_id", scope.edition)["year"])
