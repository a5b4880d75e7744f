"""The board's fairness, and the list from which the board, the letter and its attachment print."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

import metrics
from tests.support import building, worlds
from tests.support.twin import policy
from tests.support.twin.tables import Row, read

FACTS = ("state", "uncertain", "numerator", "denominator", "basis", "streak", "streak_at_least", "last_met_year")


@pytest.fixture
def real(published: object) -> metrics.Warehouse:
    """The repository's own data."""
    return metrics.open_warehouse()


def duty(warehouse: metrics.Warehouse, government: str, year: int) -> list[Row]:
    """The list of one government and year, in its order."""
    scope = metrics.Scope(government=government, years=(year, year))
    return building.plain(metrics.listing("duty", scope, warehouse).to_dict("records"))


def with_random_coverage(seed: int) -> worlds.World:
    """A world whose coverage is drawn anew: rows of editions and of years, of any extent, or none."""
    world, random = worlds.world(seed), Random(seed)
    extents = ["complete", "passed_only", "partial", "none"]
    kept = [row for row in world["coverage"] if random.random() < 0.7]
    world["coverage"] = [row | {"extent": random.choice(extents)} for row in kept]
    return world


@pytest.mark.parametrize("seed", range(300, 305))
def test_no_data_is_never_counted_as_none(tmp_path: Path, seed: int) -> None:
    written = worlds.write(with_random_coverage(seed), tmp_path, seed)
    warehouse, tables = building.build(tmp_path, worlds.AS_OF), read([written])
    for row in building.all_rows("compliance", warehouse):
        complete = policy.government_year_is_complete(tables, worlds.AS_OF, row["government_id"], row["year"])
        assert row["state"] != "none" or complete, row
        assert row["state"] != "no_data" or (not complete and row["value"] is None), row
    for row in building.all_rows("participation", warehouse):
        assert not row["no_data"] or row["value"] is None, row
    for row in building.all_rows("compliance_change", warehouse):
        if row["change"] == "lost":
            assert row["state"] in ("none", "draft_only")
            assert row["basis"] == "rows"
            assert row["previous_state"] == "met"
        assert row["state"] != "no_data" or row["change"] in ("unknown", None), row


@pytest.mark.parametrize("seed", range(320, 323))
def test_an_agency_without_a_row_in_any_file_is_on_the_board(tmp_path: Path, seed: int) -> None:
    world = worlds.world(seed)
    government = world["agencies"][0]["government_id"]
    silent = {"agency_id": "silent", "government_id": government, "name": "Dinas Sunyi Senyap", "kind": "dinas"}
    world["agencies"].append(silent)
    for row in world["policies"]:
        row["kinds_counted"] = row["kinds_counted"] and f"{row['kinds_counted']}|dinas"
    written = worlds.write(world, tmp_path, seed)
    warehouse, tables = building.build(tmp_path, worlds.AS_OF), read([written])
    years = policy.board_years(tables, government)
    for name in ("compliance", "lineage", "compliance_change"):
        mine = [row for row in building.all_rows(name, warehouse) if row["agency_id"] == "silent"]
        assert sorted(row["year"] for row in mine) == years, name
        assert {row["state"] for row in mine} <= {"none", "no_data"}, name


@pytest.mark.parametrize("same_innovation", [False, True])
def test_ten_entries_of_one_agency_count_once(tmp_path: Path, same_innovation: bool) -> None:
    world: dict[str, list[dict[str, Any]]] = {name: [] for name in worlds.world(0)}
    world["sources"] = [{"source_id": "s1", "title": "List", "grade": "official"}]
    world["governments"] = [{"government_id": "kab", "name": "Kabupaten Kecil", "level": "regency"}]
    world["agencies"] = [
        {"agency_id": name, "government_id": "kab", "name": f"Dinas {name}", "kind": "dinas"} for name in ("a", "b")
    ]
    world["competitions"] = [
        {"competition_id": "lok", "name": "Lomba", "type": "contest", "level": "local", "government_id": "kab"}
    ]
    world["editions"] = [{"edition_id": "lok-2020", "competition_id": "lok", "year": 2020}]
    world["stages"] = [
        {"edition_id": "lok-2020", "stage_id": "submitted", "stage_order": 1, "kind": "submitted", "name": "Masuk",
         "status": "held"}
    ]  # fmt: skip
    world["submissions"] = [
        {"submission_id": f"e{n}", "edition_id": "lok-2020", "government_id": "kab", "agency": "Dinas a",
         "innovation": "Satu" if same_innovation else f"Judul {n}", "submitted_on": "2020-02-01", "source_id": "s1"}
        for n in range(10)
    ]  # fmt: skip
    world["coverage"] = [
        {"edition_id": "lok-2020", "stage_id": "submitted", "scope_kind": "government", "scope_id": "kab",
         "extent": "complete", "source_id": "s1"}
    ]  # fmt: skip
    worlds.write(world, tmp_path)
    warehouse = building.build(tmp_path, worlds.AS_OF)
    share = building.all_rows("participation", warehouse)[0]
    assert (share["numerator"], share["denominator"], share["value"]) == (1, 2, 0.5)
    board = {row["agency_id"]: row for row in building.all_rows("compliance", warehouse)}
    assert board["a"]["numerator"] == (1 if same_innovation else 10)
    assert (board["b"]["state"], board["b"]["numerator"]) == ("none", 0)


def test_the_list_says_what_the_board_says(real: metrics.Warehouse) -> None:
    board = {(row["agency_id"], row["year"]): row for row in building.all_rows("compliance", real)}
    listed = building.listing_rows("duty", real)
    assert len(listed) == len(board)
    for row in listed:
        said = board[row["agency_id"], row["year"]]
        assert {name: row[name] for name in (*FACTS, "reason")} == {name: said[name] for name in (*FACTS, "reason")}


def test_the_line_columns_say_what_the_lines_say(real: metrics.Warehouse) -> None:
    lines = {(row["agency_id"], row["year"]): row for row in building.all_rows("lineage", real)}
    compared = 0
    for row in building.listing_rows("duty", real):
        line = lines.get((row["agency_id"], row["year"]))
        if line is not None:
            compared += 1
            assert row["line_streak"] == line["streak"]
            assert row["line_last_met_year"] == line["last_met_year"]
    assert compared > 1000


def test_badung_2018_counts_regional_companies_and_no_villages(real: metrics.Warehouse) -> None:
    found = duty(real, "kab-badung", 2018)
    assert len(found) == 41
    assert {row["state"] for row in found} == {"no_data"}
    kinds = {row["kind"] for row in found}
    assert "bumd" in kinds
    assert not kinds & {"desa", "kelurahan"}
    assert all(row["numerator"] is None and row["denominator"] == 1 for row in found)


def test_bogor_2017_is_complete_and_its_nones_are_uncertain(real: metrics.Warehouse) -> None:
    found = duty(real, "kota-bogor", 2017)
    none = [row for row in found if row["state"] == "none"]
    assert (len(found), len(none)) == (35, 19)
    assert all(row["uncertain"] and row["reason"].startswith("unattributed|n=") for row in none)
    assert found[:19] == none, "the most urgent come first"
    share = building.scope_rows("participation", metrics.Scope(government="kota-bogor", years=(2017, 2017)), real)[0]
    assert (share["numerator"], share["denominator"], share["unattributed"]) == (16, 35, 1)
    assert (share["low"], share["high"]) == (16 / 35, 17 / 35)


@pytest.mark.parametrize("year", [2016, 2017, 2018])
def test_nobody_in_bangka_is_none(real: metrics.Warehouse, year: int) -> None:
    found = duty(real, "kab-bangka", year)
    assert found
    assert not [row for row in found if row["state"] == "none"]


def test_the_boards_of_bangka_around_its_reorganisation(real: metrics.Warehouse) -> None:
    before, after = ({row["agency_id"] for row in duty(real, "kab-bangka", year)} for year in (2016, 2017))
    assert "kab-bangka-disdik-pra-2017" in before - after
    assert "kab-bangka-dindikbud-2017" in after - before
    assert len(after) == 33
    drafts = [row["agency_id"] for row in duty(real, "kab-bangka", 2018) if row["state"] == "draft_only"]
    assert sorted(drafts) == ["kab-bangka-dindikbud-2017", "kab-bangka-dinkes", "kab-bangka-dinsos-pmd-2017"]


def test_bangka_barat_took_part_at_least_four_years_running_by_its_source(real: metrics.Warehouse) -> None:
    scope = metrics.Scope(government="kab-bangka-barat", edition="kipp-2022")
    row = building.scope_rows("taking_part", scope, real)[0]
    assert (row["taken_part"], row["streak"], row["basis"]) == (True, 3, "at_least")
    assert row["sources"] == ["seed-bangkabarat-2023"]
    scope = metrics.Scope(government="kab-bangka-barat", edition="kipp-2023")
    last = building.scope_rows("taking_part", scope, real)[0]
    assert last["streak_at_least"] is True
    assert last["streak"] == 4
    assert last["sources"]


def test_the_sample_has_every_state_with_answers(real: metrics.Warehouse) -> None:
    listed = [row for row in building.listing_rows("duty", real) if row["government_id"] == "kab-contoh"]
    assert {row["state"] for row in listed} == {"met", "draft_only", "none", "no_data", "exempt"}
    exempt = [row for row in listed if row["state"] == "exempt"]
    assert exempt
    assert all(row["exemption"] and row["exemption_source"] in row["sources"] for row in exempt)
    answered = [row for row in listed if row["replies"]]
    assert {row["year"] for row in answered} == {2025}
    assert all(row["reply"] and row["reply_by"] for row in answered)
    assert {row["agency_id"] for row in answered} == {"kab-contoh-setwan", "kab-contoh-kesbangpol"}
