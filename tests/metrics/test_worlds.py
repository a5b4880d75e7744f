"""The generated worlds themselves: valid, repeatable, and harmless to the twins."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as how

from tests.support import worlds
from tests.support.headers import HEADERS
from tests.support.twin import TWINS
from tests.support.twin.tables import Tables, read, typed

HISTORY = Path(__file__).resolve().parents[2] / "data" / "history"
KEYS = {
    "sources": ["source_id"],
    "governments": ["government_id"],
    "agencies": ["agency_id"],
    "competitions": ["competition_id"],
    "editions": ["edition_id"],
    "stages": ["edition_id", "stage_id"],
    "innovations": ["innovation_id"],
    "submissions": ["submission_id"],
    "stage_results": ["submission_id", "stage_id"],
    "coverage": ["edition_id", "year", "stage_id", "scope_kind", "scope_id"],
    "targets": ["target_id"],
    "policies": ["government_id", "year"],
    "exemptions": ["agency_id", "year"],
}


def as_tables(world: worlds.World) -> Tables:
    """A world as the twins read it, without the way over files."""
    rows = {
        name: [typed(name, {column: str(row.get(column, "")) for column in HEADERS[name].split(",")}) for row in table]
        for name, table in world.items()
    }
    return Tables(rows)


@pytest.mark.parametrize("name", sorted(path.stem for path in HISTORY.glob("*.csv") if path.stem in HEADERS))
def test_headers_are_those_of_the_history(name: str) -> None:
    with (HISTORY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == HEADERS[name].split(",")


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    first, second = (worlds.write(worlds.world(7), tmp_path / name) for name in ("first", "second"))
    assert [path.read_bytes() for path in sorted(first.iterdir())] == [
        path.read_bytes() for path in sorted(second.iterdir())
    ]


def test_files_and_memory_give_the_same_tables(tmp_path: Path) -> None:
    world = worlds.world(7)
    written = read([worlds.write(world, tmp_path)])
    assert all(written.all(name) == as_tables(world).all(name) for name in world)


@given(world=worlds.worlds())
@how(max_examples=50)
def test_keys_stand_once(world: worlds.World) -> None:
    for name, columns in KEYS.items():
        keys = [tuple(str(row.get(column, "")) for column in columns) for row in world[name]]
        assert len(keys) == len(set(keys)), name


@given(world=worlds.worlds())
@how(max_examples=25)
def test_twins_say_nothing_impossible(world: worlds.World) -> None:
    tables = as_tables(world)
    for metric_id, compute in TWINS.items():
        for row in compute(tables, worlds.AS_OF):
            assert row.get("basis", "rows") in ("rows", "reported", "at_least", "unknown"), (metric_id, row)
            if metric_id in ("stage_pass_rate", "participation", "silent_loss", "coverage"):
                for name in ("value", "low", "high"):
                    assert row.get(name) is None or 0 <= row[name] <= 1, (metric_id, row)
