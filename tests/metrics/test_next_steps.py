"""What an agency can do next, and the names it has had: from rows, by plain examples."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import metrics
from tests.support import building, worlds
from tests.support.twin.tables import Row

TODAY = date(2021, 8, 15)
HAND_IN = {"stage_id": "submitted", "stage_order": 5, "kind": "submitted"}
TOP = {"stage_id": "top", "stage_order": 6, "kind": "shortlist"}


def stages(edition_id: str) -> list[Row]:
    """Drafted, verified, revised, handed in, a short list."""
    kinds = [("drafted", 1), ("verified", 2), ("revised", 3)]
    own = [{"stage_id": kind, "stage_order": order, "kind": kind} for kind, order in kinds]
    return [
        {"edition_id": edition_id, "name": row["stage_id"], "status": "held", **row} for row in [*own, HAND_IN, TOP]
    ]


def entry(edition_id: str, name: str, agency: str, **results: str) -> tuple[Row, list[Row]]:
    """An entry with its results by stage."""
    key = f"{edition_id}-{name}"
    row = {"submission_id": key, "edition_id": edition_id, "government_id": "kab", "agency": agency, "innovation": name}
    return row, [{"submission_id": key, "stage_id": stage, "outcome": what} for stage, what in results.items()]


ENTRIES = [
    entry("lok-2021", "Draf", "Dinas Draf", drafted="pending"),
    entry("lok-2021", "Balik", "Dinas Balik", drafted="passed", verified="failed"),
    entry("lok-2021", "Ulang", "Dinas Balik", drafted="passed", revised="pending"),
    entry("lok-2021", "Siap", "Puskesmas Siap", drafted="passed", verified="passed"),
    entry("lok-2021", "Masuk", "Dinas Masuk", submitted="passed"),
    entry("lok-2020", "Juara", "Dinas Masuk", submitted="passed", top="passed"),
    entry("lok-2020", "Terusan", "Dinas Masuk", submitted="passed", top="passed"),
    entry("lok-2020", "Gugur", "Dinas Masuk", submitted="passed", top="failed"),
    entry("lok-2019", "Lama", "Dinas Masuk", submitted="passed", top="passed"),
    entry("nas-2021", "Terusan", "Dinas Masuk", drafted="passed"),
]


def small_world(closes: str) -> worlds.World:
    """A regency with its own contest and a national one, whose editions of 2021 close on that day."""
    world: dict[str, list[dict[str, Any]]] = {name: [] for name in worlds.world(0)}
    world["governments"] = [{"government_id": "kab", "name": "Kabupaten Kecil", "level": "regency"}]
    names = ["Dinas Draf", "Dinas Balik", "Dinas Masuk", "Dinas Diam", "Dinas Bebas"]
    world["agencies"] = [
        {"agency_id": name[6:].lower(), "government_id": "kab", "name": name, "kind": "dinas"} for name in names
    ]
    unit = {"agency_id": "siap", "government_id": "kab", "name": "Puskesmas Siap", "kind": "puskesmas"}
    world["agencies"].append(unit | {"parent_id": "diam"})
    world["sources"] = [{"source_id": "s1", "title": "Surat"}]
    world["exemptions"] = [{"agency_id": "bebas", "year": 2021, "reason": "baru", "source_id": "s1"}]
    own = {"competition_id": "lok", "name": "Lokal", "type": "contest", "level": "local", "government_id": "kab"}
    world["competitions"] = [own, {"competition_id": "nas", "name": "Nasional", "type": "contest", "level": "national"}]
    for name, year in (("lok", 2019), ("lok", 2020), ("lok", 2021), ("nas", 2021)):
        closing = closes if year == 2021 else f"{year}-06-30"
        edition = {"edition_id": f"{name}-{year}", "competition_id": name, "year": year, "closes_on": closing}
        world["editions"].append(edition)
        world["stages"] += stages(f"{name}-{year}")
    world["submissions"] = [row for row, _ in ENTRIES]
    world["stage_results"] = [result for _, results in ENTRIES for result in results]
    return world


def steps(folder: Path, closes: str) -> list[Row]:
    """The next steps of the small world."""
    worlds.write(small_world(closes), folder)
    return building.listing_rows("agency_next", building.build(folder, TODAY))


@pytest.fixture(scope="module")
def open_steps(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """While the editions of the year are open."""
    return steps(tmp_path_factory.mktemp("open"), "2021-09")


def of(rows: list[Row], kind: str) -> set[tuple[str, str | None]]:
    """Agency and innovation of the rows of one kind."""
    return {(row["agency_id"], row["innovation"]) for row in rows if row["kind"] == kind}


def test_who_has_nothing_in_an_open_edition_can_enter_it(open_steps: list[Row]) -> None:
    """Not the exempt one, not one whose unit has an entry, not one that has met."""
    assert of(open_steps, "enter") == set()
    assert {row["agency_id"] for row in open_steps} == {"draf", "balik", "masuk", "diam", "siap"}


def test_silence_is_said_as_none_on_record(tmp_path: Path) -> None:
    world = small_world("2021-09")
    world["submissions"] = [row for row in world["submissions"] if row["agency"] != "Puskesmas Siap"]
    kept = {row["submission_id"] for row in world["submissions"]}
    world["stage_results"] = [row for row in world["stage_results"] if row["submission_id"] in kept]
    worlds.write(world, tmp_path)
    found = building.listing_rows("agency_next", building.build(tmp_path, TODAY))
    entering = [row for row in found if row["kind"] == "enter"]
    assert [(row["agency_id"], row["edition_id"], row["due_on"], row["certain"]) for row in entering] == [
        ("diam", "lok-2021", "2021-09", False)
    ]


def test_returned_and_unfinished_entries(open_steps: list[Row]) -> None:
    assert of(open_steps, "revise") == {("balik", "Balik"), ("balik", "Ulang")}
    assert of(open_steps, "prepare") == {("draf", "Draf")}
    returned = next(row for row in open_steps if row["innovation"] == "Balik")
    assert (returned["stage_id"], returned["outcome"]) == ("verified", "failed")
    assert returned["due_on"] == "2021-09"
    assert str(returned["due_day"])[:10] == "2021-09-30"


def test_a_unit_s_entry_stands_with_the_unit_and_with_whom_it_counts_for(open_steps: list[Row]) -> None:
    assert of(open_steps, "hand_in") == {("siap", "Siap"), ("diam", "Siap"), ("masuk", "Terusan")}
    units = {row["agency_id"]: row["unit_id"] for row in open_steps if row["innovation"] == "Siap"}
    assert units == {"siap": None, "diam": "siap"}


def test_local_winners_of_this_year_and_the_last_are_to_be_sent_on(open_steps: list[Row]) -> None:
    """Not one that is in the national contest already, nor one that fell out, nor one of years ago."""
    assert of(open_steps, "forward") == {("masuk", "Juara")}
    row = next(row for row in open_steps if row["kind"] == "forward")
    assert (row["edition_id"], row["to_edition_id"], row["due_on"]) == ("lok-2020", "nas-2021", "2021-09")
    assert row["certain"] is False


def test_after_closing_only_what_can_still_be_done_is_said(tmp_path: Path) -> None:
    found = steps(tmp_path, "2021-08-14")
    assert [(row["kind"], row["innovation"], row["to_edition_id"]) for row in found] == [("forward", "Juara", None)]


def test_a_closing_day_that_is_not_known_leaves_it_unsaid(tmp_path: Path) -> None:
    assert {row["kind"] for row in steps(tmp_path, "")} == {"forward"}


def test_names_of_an_agency_with_predecessors_and_successors(published: object) -> None:
    scope = metrics.Scope(government="kab-contoh")
    listed = metrics.listing("agency_names", scope, metrics.open_warehouse())
    found = building.plain(listed.to_dict("records"))
    kinds = {name: [row for row in found if row["kind"] == name] for name in ("confirmed", "predecessor", "successor")}
    alias = next(row for row in kinds["confirmed"] if row["name"] == "Dinas Capil")
    assert (alias["agency_id"], alias["by"], alias["on_date"]) == (
        "kab-contoh-disdukcapil", "Bagian Organisasi", "2024-02-12",
    )  # fmt: skip
    split = [row for row in kinds["successor"] if row["agency_id"] == "kab-contoh-dinsospmd"]
    assert [(row["place"], row["other_id"]) for row in split] == [(1, "kab-contoh-dinsos"), (2, "kab-contoh-dpmd")]
    before = {row["other_id"]: row["valid_to"] for row in kinds["predecessor"] if row["agency_id"] == "kab-contoh-dkpp"}
    assert before == {"kab-contoh-distan": "2019-12-31", "kab-contoh-disketapang": "2019-12-31"}


def test_answers_are_replies_and_exemptions_with_their_document(published: object) -> None:
    scope = metrics.Scope(government="kab-contoh", years=(2024, 2025))
    rows = building.plain(metrics.listing("agency_answers", scope, metrics.open_warehouse()).to_dict("records"))
    assert [(row["kind"], row["agency_id"]) for row in rows] == [
        ("reply", "kab-contoh-kesbangpol"), ("reply", "kab-contoh-setwan"), ("exemption", "kab-contoh-tirta-seroja"),
    ]  # fmt: skip
    assert rows[0]["by"]
    assert rows[0]["on_date"]
    assert rows[2]["source_id"]
