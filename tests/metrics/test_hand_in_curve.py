"""The hand-in curve: generated worlds with days and dated counts against the twin, each rule alone, the history."""

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

import metrics
from tests.support import building, comparing, worlds
from tests.support.twin import hand_in_curve
from tests.support.twin.tables import Row, read

AS_OF = date(2026, 11, 21)
HISTORY = Path(__file__).resolve().parents[2] / "data" / "history"
SEEDS = range(8)
KEYS = metrics.find_metric("hand_in_curve").keys
PROGRESS = ["edition_id", "stage_id", "as_of", "scope_kind", "scope_id", "group", "value", "source_id", "note"]


def dated_world(seed: int) -> tuple[worlds.World, list[dict[str, Any]]]:
    """A generated world with closing days around the day of the build, days of hand-in, and dated counts."""
    random, tables = Random(seed), worlds.world(seed)
    progress: list[dict[str, Any]] = []
    for edition in tables["editions"]:
        closing = worlds.AS_OF + timedelta(days=random.choice([-400, -30, -1, 0, 1, 40]))
        edition["closes_on"] = random.choice([str(closing)] * 5 + [str(closing)[:7], ""])
        own = [row for row in tables["submissions"] if row["edition_id"] == edition["edition_id"]]
        sparse = random.random() < 0.4
        for entry in own:
            day = closing - timedelta(days=random.choice([0, 1, 1, 5, 20, 60, -3]))
            entry["submitted_on"] = random.choice(["", str(day)[:7], str(day)]) if sparse else str(day)
        progress += dated_counts(random, tables, edition, closing)
    return tables, progress


def dated_counts(random: Random, tables: worlds.World, edition: Row, closing: date) -> list[dict[str, Any]]:
    """A few dated counts of an edition: of the whole, a level or a government, some of one day twice, some too late."""
    kinds = ("registered", "submitted", "administrative")
    there = [s for s in tables["stages"] if s["edition_id"] == edition["edition_id"] and s["kind"] in kinds]
    places = [("all", "all"), ("", ""), ("level", "regency"), *places_of(tables, edition)]
    found = []
    for _ in range(random.choice([0, 0, 2, 5]) if there else 0):
        day = closing - timedelta(days=random.choice([0, 1, 5, 20, -2]))
        kind, name = random.choice(places)
        found.append(
            {
                "edition_id": edition["edition_id"],
                "stage_id": random.choice(there)["stage_id"],
                "as_of": random.choice([str(day)] * 5 + [str(day)[:7]]),
                "scope_kind": kind,
                "scope_id": name,
                "group": random.choice(["", "", "", "umum"]),
                "value": random.choice([0, 1, 2, 15]),
                "source_id": random.choice(["", *[row["source_id"] for row in tables["sources"]]]),
            }
        )
    return found


def places_of(tables: worlds.World, edition: Row) -> list[tuple[str, str]]:
    """A government that a dated count may be of: of a local contest its owner."""
    contest = next(row for row in tables["competitions"] if row["competition_id"] == edition["competition_id"])
    owner = contest["government_id"] if contest["level"] == "local" else tables["governments"][0]["government_id"]
    return [("government", owner)]


def written(folder: Path, seed: int) -> Path:
    """The world of a seed as a data root."""
    tables, progress = dated_world(seed)
    place = worlds.write(tables, folder, seed)
    with (place / "intake_progress.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, PROGRESS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(progress)
    return place


@pytest.mark.parametrize("seed", SEEDS)
def test_engine_and_twin_agree_where_entries_have_days(tmp_path: Path, seed: int) -> None:
    place = written(tmp_path, seed)
    warehouse = building.build(tmp_path, worlds.AS_OF)
    assert not building.listing_rows("quarantine", warehouse)
    engine = building.all_rows("hand_in_curve", warehouse)
    lines = comparing.differences(KEYS, engine, hand_in_curve.compute(read([place]), worlds.AS_OF))
    said = "\n".join(lines[:25])
    assert not lines, f"seed {seed}: {len(lines)} differences\n{said}"


# One contest, an edition for each rule; the build is of 15 August 2021.
SMALL: dict[str, list[dict[str, Any]]] = {
    "sources": [{"source_id": "list", "title": "List", "grade": "register"}, {"source_id": "press", "grade": "press"}],
    "governments": [{"government_id": "kab-a", "name": "Kabupaten A", "level": "regency"}],
    "agencies": [{"agency_id": "kab-a-x", "government_id": "kab-a", "name": "Dinas X", "kind": "dinas"}],
    "competitions": [{"competition_id": "c", "name": "Lomba", "type": "contest", "level": "national"}],
}
CLOSED = "2021-07-31"
OPEN = "2021-08-31"


class Small:
    """A small world in the making: each edition with its entries, what is said of its list, and dated counts."""

    def __init__(self) -> None:
        self.tables: dict[str, list[dict[str, Any]]] = {name: list(rows) for name, rows in SMALL.items()}

    def edition(
        self, name: str, closes_on: str, days: list[str], *, extent: str = "complete", total: int | None = None,
        told: dict[str, int] | None = None, withdrawn: int = 0,
    ) -> None:  # fmt: skip
        """Entries handed in on `days` ("" where no day is known), the last `withdrawn` of them withdrawn later."""
        key = {"edition_id": name, "stage_id": "in"}
        whole = {"scope_kind": "all", "scope_id": "all"}
        self.add("editions", edition_id=name, competition_id="c", year=2021, closes_on=closes_on)
        self.add("stages", **key, stage_order=1, kind="submitted", name="Masuk", status="held")
        self.add("stages", edition_id=name, stage_id="check", stage_order=2, kind="administrative", name="Administrasi")
        self.add("coverage", **key, **whole, extent=extent, source_id="list")
        for number, day in enumerate(days):
            entry = f"{name}-{number}"
            where = {"edition_id": name, "government_id": "kab-a", "agency": "Dinas X"}
            self.add("submissions", submission_id=entry, innovation=entry, submitted_on=day, source_id="list", **where)
            self.add("stage_results", submission_id=entry, stage_id="in", outcome="passed")
            if number >= len(days) - withdrawn:
                self.add("stage_results", submission_id=entry, stage_id="check", outcome="withdrawn")
        if total is not None:
            self.add(
                "reported_counts", **key, **whole, measure="entries", comparator="=", value=total, source_id="press"
            )
        for day, value in (told or {}).items():
            self.add("intake_progress", **key, **whole, as_of=day, value=value, source_id="press")

    def add(self, table: str, **cells: Any) -> None:
        self.tables.setdefault(table, []).append(cells)

    def build(self, root: Path) -> metrics.Warehouse:
        folder = root / "history"
        folder.mkdir()
        (folder / "dataset.toml").write_text(worlds.CARD.format(seed=0), encoding="utf-8")
        for name, rows in self.tables.items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(dict.fromkeys(key for row in rows for key in row)), restval="")
                writer.writeheader()
                writer.writerows(rows)
        return building.build(root, worlds.AS_OF)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> metrics.Warehouse:
    world = Small()
    world.edition("whole", CLOSED, ["2021-07-01", "2021-07-29", "2021-07-29", "2021-07-30"], withdrawn=1)
    world.edition("late", CLOSED, ["2021-07-29", "2021-08-03"])
    world.edition("undated", CLOSED, ["2021-07-29", "", "2021-07"])
    world.edition("part", CLOSED, ["2021-07-29"], extent="partial", total=9)
    world.edition("told", CLOSED, ["2021-07-29"], extent="partial", total=9, told={"2021-07-30": 4})
    world.edition("told-more", CLOSED, [], extent="partial", total=9, told={"2021-07-30": 12})
    world.edition("told-no-end", CLOSED, [], extent="partial", told={"2021-07-30": 4, "2021-08-05": 7})
    world.edition("open", OPEN, ["2021-08-01", "2021-08-20"])
    world.edition("open-reached", OPEN, ["2021-08-01", "2021-08-02"], extent="partial", told={"2021-08-02": 2})
    world.edition("open-told", OPEN, ["2021-08-01"], extent="partial", told={"2021-08-02": 2})
    world.edition("month", "2021-07", ["2021-07-29"])
    world.edition("empty", CLOSED, [])
    return world.build(tmp_path_factory.mktemp("small"))


def curve(warehouse: metrics.Warehouse, edition: str, kind: str = "all") -> list[Row]:
    rows = building.all_rows("hand_in_curve", warehouse)
    found = [row for row in rows if row["edition_id"] == edition and row["scope_kind"] == kind]
    return sorted(found, key=lambda row: -int(row["days_before_closing"]))


def points(warehouse: metrics.Warehouse, edition: str, kind: str = "all") -> list[tuple[int, int]]:
    """(days before closing, entries)."""
    return [(row["days_before_closing"], row["numerator"]) for row in curve(warehouse, edition, kind)]


@pytest.mark.parametrize(
    ("edition", "basis", "found", "reasons"),
    [
        ("whole", "rows", [(30, 1), (2, 3), (0, 3)], [None, None, None]),
        ("late", "rows", [(2, 1), (0, 2)], [None, "late|n=1"]),
        ("undated", "at_least", [(2, 1), (0, 1)], ["undated|n=2"] * 2),
        ("part", "at_least", [(2, 1), (0, 1)], ["rows_partial"] * 2),
        ("told", "reported", [(1, 4), (0, 9)], [None, None]),
        ("told-more", "reported", [(1, 12), (0, 9)], ["more_than_final|n=12|m=9", None]),
        ("told-no-end", "reported", [(1, 4)], ["final_unknown"]),
        ("open", "at_least", [(30, 1), (16, 1)], ["undated|n=1"] * 2),
        ("open-reached", "at_least", [(30, 1), (29, 2), (16, 2)], ["rows_partial"] * 3),
        ("open-told", "reported", [(29, 2)], ["final_to_come"]),
        ("empty", "rows", [(0, 0)], ["no_entries"]),
    ],
)
def test_a_line_is_of_one_basis_and_says_why(
    small: metrics.Warehouse, edition: str, basis: str, found: list[tuple[int, int]], reasons: list[str | None]
) -> None:
    rows = curve(small, edition)
    assert points(small, edition) == found
    assert [row["reason"] for row in rows] == reasons
    assert {row["basis"] for row in rows} == {basis}


def test_a_closing_known_to_the_month_only_gives_no_curve(small: metrics.Warehouse) -> None:
    assert curve(small, "month") == []


def test_a_share_is_of_the_exact_count_at_the_end(small: metrics.Warehouse) -> None:
    assert [(row["denominator"], row["value"]) for row in curve(small, "told")] == [(9, 4 / 9), (9, 1.0)]
    assert [(row["final"], row["denominator"], row["value"]) for row in curve(small, "part")] == [(9, 9, None)] * 2
    assert [row["final"] for row in curve(small, "open")] == [None, None]


def test_a_government_has_its_own_line_and_agencies_have_none(small: metrics.Warehouse) -> None:
    assert points(small, "whole", "government") == [(30, 1), (2, 3), (0, 3)]
    assert curve(small, "told", "government")[0]["basis"] == "at_least"
    assert curve(small, "whole", "agency") == []


def test_points_name_the_sources_of_both_counts(small: metrics.Warehouse) -> None:
    assert [row["sources"] for row in curve(small, "told")] == [["press"], ["press"]]
    assert all(row["sources"] == ["list"] for row in curve(small, "whole"))


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> metrics.Warehouse:
    """The history alone, built as of the day it was compiled."""
    root = tmp_path_factory.mktemp("history")
    (root / "history").symlink_to(HISTORY, target_is_directory=True)
    return building.build(root, AS_OF)


@pytest.mark.parametrize(
    ("edition", "counted_as", "found"),
    [
        ("kipp-2021", "submitted", [(1, 388), (0, 1866)]),
        ("kipp-2017", "registered", [(53, 405), (0, 3054)]),
        ("kipp-2015", "registered", [(9, 545), (0, 1188)]),
        ("iga-2023", "submitted", [(21, 20680), (0, 28539)]),
    ],
)
def test_the_dated_counts_of_the_history(
    history: metrics.Warehouse, edition: str, counted_as: str, found: list[tuple[int, int]]
) -> None:
    """Counts published while an edition was open, with the published total at its closing."""
    assert points(history, edition) == found
    assert {(row["counted_as"], row["basis"]) for row in curve(history, edition)} == {(counted_as, "reported")}


def test_levels_of_2015_have_a_line_each(history: metrics.Warehouse) -> None:
    rows = {row["scope_id"]: row for row in curve(history, "kipp-2015", "level") if row["days_before_closing"] == 9}
    assert {name: (row["numerator"], row["denominator"]) for name, row in rows.items()} == {
        "city": (120, 238),
        "ministry+agency": (123, 298),
        "province": (105, 216),
        "regency": (197, 436),
    }


def test_no_line_of_the_history_is_drawn_from_a_list_of_winners(history: metrics.Warehouse) -> None:
    assert all(row["basis"] == "reported" for row in building.all_rows("hand_in_curve", history))
