"""Which counts may speak for a step: exact ones of earlier editions, on the real record and on a small made one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import metrics
from metrics import UnknownName, Warehouse
from planning import outcome
from planning.evidence import Chain, Observed, StepEvidence, chains
from tests.support import building, worlds
from tests.support.headers import HEADERS

Found = list[tuple[int, int, int]]  # year, passed, entered


@pytest.fixture(scope="module")
def warehouse(warehouse_folder: object) -> Warehouse:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAPAN_WAREHOUSE", str(warehouse_folder))
        return metrics.open_warehouse()


def of(ways: Iterable[Chain], stage: str) -> Chain:
    return next(chain for chain in ways if chain.stage_id == stage)


def kinds(chain: Chain) -> list[tuple[str, str]]:
    return [(step.step.from_kind, step.step.kind) for step in chain.steps]


def counts(observed: Iterable[Observed]) -> Found:
    return [(one.year, one.passed, one.entered) for one in observed]


def everything(ways: Iterable[Chain]) -> list[Observed]:
    return [one for chain in ways for step in chain.steps for one in all_of(step)]


def all_of(step: StepEvidence) -> tuple[Observed, ...]:
    return (*step.own, *step.level, *step.nation, *step.level_siblings, *step.own_siblings)


# ---- the real record


def test_bangka_2018_rests_on_the_nation_and_its_level_before(warehouse: Warehouse) -> None:
    ways = chains(warehouse, "kab-bangka", "kipp", 2018)
    final = of(ways, "top40")
    assert (final.starts_from, final.quota, final.reason) == ("submitted", 40, None)
    assert kinds(final) == [("submitted", "administrative"), ("administrative", "shortlist"), ("shortlist", "final")]
    administrative, shortlist, last = final.steps
    assert counts(administrative.nation) == [(2017, 1373, 1627)]
    assert counts(shortlist.nation) == [(2017, 99, 1373)]
    assert shortlist.nation[0].via == ("evaluation",)
    assert counts(last.nation) == [(2014, 9, 99), (2015, 25, 99), (2016, 35, 99), (2017, 40, 99)]
    assert counts(last.level) == [(2016, 14, 40)]
    assert all(step.own == () for step in final.steps)
    assert {one.year for one in everything(ways)} == {2014, 2015, 2016, 2017}


def test_for_fifteen_entries_the_chance_stands_with_its_interval(warehouse: Warehouse) -> None:
    ways = chains(warehouse, "kab-bangka", "kipp", 2018)
    top, final = (outcome.path(of(ways, stage)) for stage in ("top99", "top40"))
    assert top is not None
    assert final is not None
    assert 0.3 < top.at_least(15, 1) < 0.7
    assert 0.05 < final.at_least(15, 1) < 0.4
    assert top.interval(15)[0] == 0
    assert 1 <= top.interval(15)[1] <= 5


def test_a_denominator_of_those_that_took_part_is_left_out(warehouse: Warehouse) -> None:
    """KIPP 2015 is published as 25 of the 40 called to present; the 25 of the Top 99 are exact totals."""
    final = of(chains(warehouse, None, "kipp", 2018), "top40")
    assert (2015, 25, 99) in counts(final.steps[-1].nation)
    assert (2015, 25, 40) not in counts(everything([final]))


def test_groups_are_compared_with_like_and_say_which_they_are(warehouse: Warehouse) -> None:
    ways = chains(warehouse, "kab-bangka", "kipp", 2023)
    shortlist = of(ways, "top99").steps[-1]
    assert [(one.year, one.passed, one.entered, one.group) for one in shortlist.nation] == [
        (2017, 99, 1373, None),
        (2018, 99, 1463, None),
        (2019, 99, 1329, None),
        (2020, 99, 2159, "umum+replikasi"),
        (2022, 99, 1776, "umum"),
    ]
    special = of(ways, "top15-khusus").steps[-1]
    assert [(one.year, one.passed, one.entered, one.group) for one in special.nation] == [
        (2020, 15, 91, "khusus"),
        (2022, 15, 141, "khusus"),
    ]


def test_a_stage_for_all_takes_groups_together(warehouse: Warehouse) -> None:
    shortlist = of(chains(warehouse, None, "kipp", 2026), "finalist").steps[-1]
    found = {one.year: (one.passed, one.entered, one.group) for one in shortlist.nation}
    assert found[2020] == (114, 2250, "khusus+replikasi+umum")
    assert found[2022] == (114, 1917, "khusus+umum")
    assert found[2025] == (273, 2116, None)
    assert 2021 not in found  # the Top 99 of a group against everybody's total would be no rate


def test_a_whole_contest_has_no_level_and_no_record_of_its_own(warehouse: Warehouse) -> None:
    for chain in chains(warehouse, None, "kipp", 2026):
        for step in chain.steps:
            assert step.tiers == ("nation",)
            assert step.own == step.level == step.own_siblings == step.level_siblings == ()


def test_stages_that_nothing_is_known_about_have_a_reason(warehouse: Warehouse) -> None:
    ways = {chain.stage_id: chain for chain in chains(warehouse, None, "kipp", 2026)}
    assert ways["public-assessment"].reason == ways["feasibility"].reason == "no_evidence"
    assert ways["opsi"].reason is None
    assert kinds(ways["opsi"])[-1] == ("shortlist", "final")


def test_the_record_of_rows_is_chained_over_presentation_and_field(warehouse: Warehouse) -> None:
    """Luwu Utara in the provincial contest of 2021, by rows: 3/4, 2/3 and 2/2 after the 50 are 2 of 4."""
    final = of(chains(warehouse, "kab-luwu-utara", "kipp-sulsel", 2024), "top30")
    assert counts(final.steps[-1].own) == [(2021, 2, 4), (2022, 1, 4)]
    assert final.steps[-1].own[0].via == ("presentation", "field")
    assert final.steps[-1].own[0].basis == "rows"
    assert final.steps[-1].own[1].group == "umum"


def test_a_contest_of_ones_own_is_compared_with_others_alike(warehouse: Warehouse) -> None:
    ways = chains(warehouse, "kab-ogan-komering-ulu-selatan", "krenova-opd-oku-selatan", 2025)
    step = of(ways, "nominasi").steps[-1]
    assert step.tiers == ("nation", "own")
    assert counts(step.own) == [(2024, 14, 32)]
    assert counts(step.nation) == [(2019, 7, 24), (2020, 10, 42), (2024, 30, 131)]
    assert len({one.scope_id for one in step.own_siblings}) == 3


def test_lists_of_winners_are_no_evidence(warehouse: Warehouse) -> None:
    """Krenova Jawa Tengah is known by its winners only, from 2010 to 2017."""
    ways = chains(warehouse, None, "krenova-jateng", 2018)
    assert [chain.reason for chain in ways] == ["no_evidence"]
    assert everything(ways) == []


def test_a_first_edition_says_that_nothing_is_before_it(warehouse: Warehouse) -> None:
    assert {chain.reason for chain in chains(warehouse, None, "kipp", 2014)} == {"no_earlier"}


def test_without_entries_handed_in_the_way_starts_from_registered(warehouse: Warehouse) -> None:
    early = of(chains(warehouse, None, "kipp", 2016), "top99")
    assert early.starts_from == "registered"
    assert counts(early.steps[0].nation) == [(2014, 99, 515), (2015, 99, 1188)]
    assert of(chains(warehouse, None, "kipp", 2019), "top99").starts_from == "submitted"


def test_sample_and_real_data_never_meet(warehouse: Warehouse) -> None:
    assert {chain.reason for chain in chains(warehouse, "kab-contoh", "kipp", 2023)} == {"other_dataset"}
    own = everything(chains(warehouse, "kab-contoh", "lomba-kab-contoh", 2026))
    assert own
    assert all(one.edition_id.startswith("lomba-kab-contoh") for one in own)
    local = everything(chains(warehouse, "kota-magelang", "krenova-magelang", 2026))
    assert local
    assert not any("contoh" in one.edition_id for one in local)


def test_every_count_is_exact_earlier_and_has_sources(warehouse: Warehouse) -> None:
    for government, contest, year in (("kab-badung", "kipp", 2023), ("kab-contoh", "kipp-prov-contoh", 2026)):
        found = everything(chains(warehouse, government, contest, year))
        assert found
        for one in found:
            assert one.year < year
            assert 0 <= one.passed <= one.entered
            assert one.entered > 0
            assert one.basis in ("rows", "reported")
            assert one.sources


def test_own_record_and_siblings_are_kept_apart(warehouse: Warehouse) -> None:
    step = of(chains(warehouse, "kab-badung", "kipp", 2023), "top45").steps[-1]
    assert counts(step.own) == [(2019, 2, 2)]
    assert {one.scope_id for one in step.own} == {"kab-badung"}
    assert "kab-badung" not in {one.scope_id for one in step.own_siblings}
    assert {one.scope_id for one in step.level} == {"regency"}
    assert "regency" not in {one.scope_id for one in step.level_siblings}


def test_steps_follow_one_another(warehouse: Warehouse) -> None:
    for chain in chains(warehouse, "kab-bangka", "kipp", 2023):
        steps = kinds(chain)
        assert chain.reason is not None or steps[-1][1] == chain.kind
        assert all(before[1] == after[0] for before, after in pairwise(steps))
        assert not {"presentation", "field"} & {kind for pair in steps for kind in pair}


def test_names_are_checked(warehouse: Warehouse) -> None:
    with pytest.raises(UnknownName, match="kippp"):
        chains(warehouse, None, "kippp", 2020)


# ---- a small made one

STAGES = (("submitted", "submitted"), ("adm", "administrative"), ("top9", "shortlist"), ("top3", "final"))
KEYS = {name: header.split(",") for name, header in HEADERS.items()}
Cell = str | int
Tables = dict[str, list[dict[str, Any]]]


def count(edition: str, stage: str, value: Cell, **given: Cell) -> dict[str, Any]:
    scope = {"scope_kind": "all", "scope_id": "all", "measure": "entries", "comparator": "=", "source_id": "s1"}
    return scope | {"edition_id": edition, "stage_id": stage, "value": value} | given


def made(tmp_path: Path, reported: list[dict[str, Any]], held: str = "held", more: Tables | None = None) -> Warehouse:
    """A provincial contest of 2018, 2019 and 2020 with the same stages each year; `held` is the last stage of 2019."""
    tables: worlds.World = {name: [] for name in HEADERS}
    tables["sources"] = [{"source_id": "s1", "title": "Pengumuman", "grade": "official"}]
    tables["governments"] = [
        {"government_id": "kab-a", "name": "Kabupaten A", "level": "regency"},
        {"government_id": "kota-b", "name": "Kota B", "level": "city"},
    ]
    tables["competitions"] = [{"competition_id": "lomba", "name": "Lomba", "type": "contest", "level": "provincial"}]
    for year in (2018, 2019, 2020):
        edition = f"lomba-{year}"
        tables["editions"].append({"edition_id": edition, "competition_id": "lomba", "year": year, "source_id": "s1"})
        for order, (stage, kind) in enumerate(STAGES, start=1):
            status = held if (year, stage) == (2019, "top3") else "held"
            tables["stages"].append(
                {"edition_id": edition, "stage_id": stage, "stage_order": order, "kind": kind, "name": stage,
                 "status": status, "source_id": "s1", "ends_on": f"{year}-0{order}-28"}
            )  # fmt: skip
    tables["reported_counts"] = reported
    tables |= more or {}
    assert all(set(row) <= set(KEYS[name]) for name, rows in tables.items() for row in rows)
    worlds.write(tables, tmp_path)
    return building.build(tmp_path, date(2021, 6, 30))


def test_exact_totals_are_evidence(tmp_path: Path) -> None:
    warehouse = made(tmp_path, [count("lomba-2019", "submitted", 80), count("lomba-2019", "adm", 60)])
    way = of(chains(warehouse, "kab-a", "lomba", 2020), "adm")
    assert counts(way.steps[0].nation) == [(2019, 60, 80)]
    assert way.steps[0].nation[0].sources == ("s1",)


@pytest.mark.parametrize("comparator", ["~", ">="])
@pytest.mark.parametrize("stage", ["submitted", "adm"])
def test_approximate_and_least_totals_are_none(tmp_path: Path, comparator: str, stage: str) -> None:
    totals = {"submitted": 80, "adm": 60}
    reported = [
        count("lomba-2019", name, value, comparator=comparator if name == stage else "=")
        for name, value in totals.items()
    ]
    ways = chains(made(tmp_path, reported), "kab-a", "lomba", 2020)
    assert everything(ways) == []
    assert {chain.reason for chain in ways} == {"no_evidence"}


def test_only_years_before_the_planned_one_count(tmp_path: Path) -> None:
    totals = [
        count(f"lomba-{year}", stage, value + year - 2018)
        for year in (2018, 2019, 2020)
        for stage, value in (("submitted", 80), ("adm", 60))
    ]
    warehouse = made(tmp_path, totals)
    assert counts(of(chains(warehouse, None, "lomba", 2019), "adm").steps[0].nation) == [(2018, 60, 80)]
    later = of(chains(warehouse, None, "lomba", 2023), "adm")
    assert [one.year for one in later.steps[0].nation] == [2018, 2019, 2020]


def test_a_stage_without_counts_is_bridged(tmp_path: Path) -> None:
    totals = {"submitted": 80, "top9": 9, "top3": 3}
    warehouse = made(tmp_path, [count("lomba-2019", stage, value) for stage, value in totals.items()])
    ways = chains(warehouse, "kab-a", "lomba", 2020)
    assert of(ways, "adm").reason == "no_evidence"
    assert kinds(of(ways, "top3")) == [("submitted", "shortlist"), ("shortlist", "final")]
    assert [counts(step.nation) for step in of(ways, "top3").steps] == [[(2019, 9, 80)], [(2019, 3, 9)]]


def test_a_stage_is_a_step_wherever_anything_is_known_of_it(tmp_path: Path) -> None:
    totals = [count("lomba-2018", stage, n) for stage, n in (("submitted", 70), ("top9", 9))]
    totals += [count("lomba-2019", stage, n) for stage, n in (("submitted", 80), ("adm", 60), ("top9", 9))]
    way = of(chains(made(tmp_path, totals), "kab-a", "lomba", 2020), "top9")
    assert kinds(way) == [("submitted", "administrative"), ("administrative", "shortlist")]
    assert [counts(step.nation) for step in way.steps] == [[(2019, 60, 80)], [(2019, 9, 60)]]


def test_joined_levels_speak_for_each_of_theirs(tmp_path: Path) -> None:
    totals = [
        count("lomba-2019", stage, n, scope_kind="level", scope_id=level)
        for level, values in {"regency+city": (40, 10), "province": (20, 5)}.items()
        for stage, n in zip(("submitted", "adm"), values, strict=True)
    ]
    step = of(chains(made(tmp_path, totals), "kota-b", "lomba", 2020), "adm").steps[0]
    assert counts(step.level) == [(2019, 10, 40)]
    assert counts(step.level_siblings) == [(2019, 5, 20)]


def rows_of(outcomes: list[str], stage: str, extent: str) -> Tables:
    """Four entries of Kabupaten A in 2019, all handed in; what became of them at a stage, and how whole the list is."""
    names = [f"e{place}" for place in range(4)]
    entry = {"edition_id": "lomba-2019", "government_id": "kab-a", "source_id": "s1"}
    results = [(name, "submitted", "passed") for name in names]
    results += [(name, stage, result) for name, result in zip(names, outcomes, strict=False)]
    scope = {"scope_kind": "government", "scope_id": "kab-a", "edition_id": "lomba-2019", "source_id": "s1"}
    return {
        "submissions": [entry | {"submission_id": name, "innovation": f"Inovasi {name}"} for name in names],
        "stage_results": [
            {"submission_id": name, "stage_id": at, "outcome": result, "source_id": "s1"}
            for name, at, result in results
        ],
        "coverage": [
            scope | {"stage_id": at, "extent": known} for at, known in (("submitted", "complete"), (stage, extent))
        ],
    }


def test_whole_rows_are_evidence_of_ones_own(tmp_path: Path) -> None:
    tables = rows_of(["passed", "failed", "failed", "passed"], "adm", "complete")
    warehouse = made(tmp_path, [], more=tables)
    step = of(chains(warehouse, "kab-a", "lomba", 2020), "adm").steps[0]
    assert counts(step.own) == [(2019, 2, 4)]
    assert step.own[0].basis == "rows"
    siblings = of(chains(warehouse, "kota-b", "lomba", 2020), "adm")
    assert siblings.reason == "no_evidence"  # a sibling alone says how much units differ, not where they stand


@pytest.mark.parametrize(
    ("outcomes", "extent"),
    [
        (["passed", "failed", "pending", "failed"], "complete"),
        (["passed", "failed", "unknown", "failed"], "complete"),
        (["passed", "failed", "failed"], "partial"),
    ],
)
def test_undecided_unknown_and_partial_rows_are_none(tmp_path: Path, outcomes: list[str], extent: str) -> None:
    ways = chains(made(tmp_path, [], more=rows_of(outcomes, "adm", extent)), "kab-a", "lomba", 2020)
    assert of(ways, "adm").reason == "no_evidence"


def test_winners_of_a_stage_whose_entrants_are_unknown_are_none(tmp_path: Path) -> None:
    tables = rows_of(["passed", "passed"], "top3", "passed_only")
    tables["coverage"] = [row for row in tables["coverage"] if row["stage_id"] == "top3"]
    assert everything(chains(made(tmp_path, [], more=tables), "kab-a", "lomba", 2020)) == []


def test_a_stage_that_was_only_planned_gave_no_evidence_but_may_be_planned_again(tmp_path: Path) -> None:
    totals = [count("lomba-2019", "top9", 9), count("lomba-2019", "top3", 3)]
    warehouse = made(tmp_path, totals, held="planned")
    assert everything(chains(warehouse, "kab-a", "lomba", 2020)) == []
    assert [chain.stage_id for chain in chains(warehouse, "kab-a", "lomba", 2019)] == ["adm", "top9", "top3"]
