"""Targets: how each stands, the sentence for every case, and what each was before."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pandas as pd
import pytest

import metrics
from planning import caps
from planning.caps import Cap
from planning.course import Rest
from planning.standing import Standings
from tests.unit.views import Stub, frame, view
from ui import figures, goal_course, goal_figures, goal_table, goal_words, goals

GOAL = {"target_id": "t-1", "target_metric": "submissions", "scope_kind": "government", "scope_id": "kab-a",
        "edition_id": "kipp-2018", "competition_id": "kipp", "year": 2018, "comparator": "at_least", "numerator": None,
        "denominator": 15, "gap": None, "previous": None, "change": None, "change_pct": None, "pace_per_week": None,
        "basis": "rows", "reason": None, "source_id": "s-1", "set_by": None, "set_on": None, "note": None,
        "in_view": True, "now": True, "here": True, "of_agency": False, "sources": ["s-1"]}  # fmt: skip
UNKNOWN = {"basis": "unknown", "reason": "actual_unknown"}
MOVED = {"previous": 9, "change": 6, "change_pct": 6 / 9}
MET = {"numerator": 16, "gap": 1}
MISSED = {"numerator": 11, "gap": -4}
OPEN = {"numerator": 3, "pace_per_week": 4, "basis": "at_least", "reason": "rows_partial"}
YEARLY = {"edition_id": None, "competition_id": None, "target_metric": "participation", "denominator": 80}
VERSION = {"target_id": "t-1", "government_id": "kab-a", "comparator": "at_least", "value": 15, "written": "15",
           "set_on": None, "set_by": None, "source_id": "s-1", "note": None, "in_use": True, "dataset": "history",
           "entered_as": None, "entered_by": None, "entered_at": None}  # fmt: skip
NOTHING_ON_RECORD = frame(VERSION)


def over(lang: str = "id", frames: dict[str, pd.DataFrame] | None = None) -> Stub:
    """The view after the contest of 2018 is over."""
    return on(date(2019, 1, 1), lang, frames)


def on(day: date, lang: str = "id", frames: dict[str, pd.DataFrame] | None = None) -> Stub:
    """The view on a day; KIPP 2018 takes entries from 1 February to 31 March 2018."""
    seen = view({"target_history": NOTHING_ON_RECORD} | (frames or {}), lang=lang)
    days = {"opens_day": pd.Timestamp("2018-02-01"), "closes_day": pd.Timestamp("2018-03-31")}
    editions = {key: {**row, **(days if key == "kipp-2018" else {})} for key, row in seen.known.editions.items()}
    warehouse = cast(metrics.Warehouse, SimpleNamespace(as_of=day, version="v1", record={}))
    return replace(seen, known=replace(seen.known, editions=editions), warehouse=warehouse)


@pytest.fixture
def earlier(monkeypatch: pytest.MonkeyPatch) -> list[Rest]:
    """What earlier editions still added: filled by a test. There is no cap."""
    rests: list[Rest] = []
    monkeypatch.setattr(Standings, "rests", lambda *_: rests)
    monkeypatch.setattr(caps, "cap", lambda *_: Cap(None))
    return rests


@pytest.mark.parametrize(
    ("row", "state"),
    [(UNKNOWN, "unknown"), (MET, "met"), (MISSED, "missed"), ({"denominator": None}, "hope"),
     ({"reason": "not_measured", "target_metric": "submissions_per_division"}, "not_measured"),
     ({"numerator": 16, "comparator": "at_most"}, "missed"), ({"numerator": 14, "comparator": "at_most"}, "met"),
     ({"numerator": 15, "comparator": "exactly"}, "met"), ({"numerator": 17, "comparator": "exactly"}, "missed"),
     ({"numerator": 3, "basis": "at_least"}, "unknown"), ({"numerator": 16, "basis": "at_least"}, "met"),
     ({"numerator": 16, "basis": "reported", "reason": "approximate"}, "unknown"),
     (YEARLY | {"numerator": 75, "gap": -5}, "missed"), (YEARLY | {"year": 2019}, "open"),
     (YEARLY | {"year": 2020}, "not_open"), (YEARLY | {"year": 2020, "denominator": None}, "hope")],
)  # fmt: skip
def test_how_a_target_stands_once_its_edition_is_over(row: dict[str, Any], state: str) -> None:
    assert goal_course.standing(over(), {**GOAL, **row}).state == state


@pytest.mark.parametrize(
    ("row", "added", "state"),
    [({"numerator": 3}, [(5, 20), (4, 18)], "on_course"), ({"numerator": 3}, [(5, 10), (4, 18)], "at_risk"),
     ({"numerator": 3}, [(5, 8)] * 4, "out_of_reach"), ({"numerator": 3}, [(5, 8)] * 3, "at_risk"),
     ({"numerator": 3, "basis": "at_least"}, [(5, 8)] * 4, "at_risk"),
     ({"numerator": 3, "basis": "at_least"}, [(5, 20)], "on_course"),
     ({"numerator": 3}, [], "at_risk"), ({"numerator": 14}, [], "on_course"), ({"numerator": 15}, [], "met"),
     ({"numerator": None, "reason": "still_open", "basis": "unknown"}, [], "unknown")],
)  # fmt: skip
def test_how_a_target_stands_while_its_edition_is_open(
    earlier: list[Rest], row: dict[str, Any], added: list[tuple[int, int]], state: str
) -> None:
    """What is only recorded in part is judged as recorded, and then nothing is out of reach."""
    earlier += [Rest(f"kipp-{year}", year, 21, then, end) for year, (then, end) in enumerate(added, 2010)]
    assert goal_course.standing(on(date(2018, 3, 10)), {**GOAL, **row}).state == state


def test_the_cap_of_the_edition_puts_a_target_out_of_reach(
    monkeypatch: pytest.MonkeyPatch, earlier: list[Rest]
) -> None:
    monkeypatch.setattr(caps, "cap", lambda *_: Cap(10))
    found = goal_course.standing(on(date(2018, 3, 10)), {**GOAL, "numerator": 3})
    assert (found.state, found.rule) == ("out_of_reach", "cap")
    everyone = goal_course.standing(on(date(2018, 3, 10)), {**GOAL, "numerator": 3, "scope_kind": "all"})
    assert everyone.rule != "cap"


def test_an_edition_that_is_not_open_yet_is_said_so(earlier: list[Rest]) -> None:
    assert goal_course.standing(on(date(2018, 1, 10)), {**GOAL, **UNKNOWN}).state == "not_open"


@pytest.mark.parametrize(("concluded", "state"), [(True, "unknown"), (False, "open")])
def test_a_stage_is_open_until_it_is_concluded(concluded: bool, state: str) -> None:
    stages = {"stages": frame({"stage_id": "top45", "name": "Top 45", "concluded": concluded}, {})}
    row = {**GOAL, **UNKNOWN, "target_metric": "reach:top45"}
    assert goal_course.standing(over(frames=stages), row).state == state


@pytest.mark.parametrize(
    ("lang", "row", "expected"),
    [("id", UNKNOWN | MOVED, "Target Kabupaten A 2018: sekurang-kurangnya 15 usulan diserahkan, "
      "+6 (+66,7 %) dari 9 pada 2017. Realisasinya belum diketahui."),
     ("en", UNKNOWN | MOVED, "Target of Kabupaten A for 2018: at least 15 entries handed in, "
      "+6 (+66.7 %) on 9 in 2017. What came of it is not known."),
     ("en", UNKNOWN, "Target of Kabupaten A for 2018: at least 15 entries handed in. What came of it is not known."),
     ("en", {"numerator": 3, "basis": "at_least"},
      "Target of Kabupaten A for 2018: at least 15 entries handed in. Known so far: ≥ 3."),
     ("en", MET, "Kabupaten A met its target for 2018 (entries handed in): 16, target at least 15."),
     ("en", MISSED, "Kabupaten A missed its target for 2018 (entries handed in): 11, target at least 15 (gap −4).")],
)  # fmt: skip
def test_the_finding_of_a_target(lang: str, row: dict[str, Any], expected: str) -> None:
    assert goal_words.finding(over(lang), {**GOAL, **row}) == expected


def test_the_finding_of_an_open_target_has_its_state_and_below_it_the_arithmetic(earlier: list[Rest]) -> None:
    seen, row = on(date(2018, 3, 10), "en"), {**GOAL, **OPEN}
    assert goal_words.finding(seen, row) == (
        "Target of Kabupaten A for 2018 at risk: ≥ 3 entries handed in so far, target at least 15."
    )
    said = goal_words.detail(seen, frame(row, {}))
    assert said is not None
    assert said.startswith("Counted from what is recorded; it may not be all. ")
    assert "12" in said
    assert "3 weeks" in said
    assert goal_words.pace_words(seen, row) == "Needed until closing: at most 4.0 entries a week"
    assert goal_words.pace_words(seen, {**row, "basis": "rows"}) == "4.0 entries a week are needed until closing"


def test_a_target_of_an_edition_not_open_yet_says_so(earlier: list[Rest]) -> None:
    said = goal_words.finding(on(date(2018, 1, 10), "en"), {**GOAL, **UNKNOWN})
    assert said.endswith("The edition is not open yet.")


def test_a_year_that_has_not_begun_is_no_edition_that_is_not_open() -> None:
    assert goal_words.arithmetic(over("en"), {**GOAL, **YEARLY, "year": 2020}) == "The year 2020 has not begun."


def test_a_change_of_nothing_is_said_as_the_same() -> None:
    assert goal_words.of(view(lang="en")).change({**GOAL, "previous": 15, "change": 0}) == "the same as 15 in 2017"
    assert goal_words.of(view()).change(GOAL) is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [({}, "15"), ({"denominator": None}, None), ({"target_metric": "participation", "denominator": 0.8}, "80.0 %"),
     ({"target_metric": "participation", "denominator": 80}, "80 %")],
)  # fmt: skip
def test_an_amount_has_its_unit(row: dict[str, Any], expected: str | None) -> None:
    assert goal_words.of(view(lang="en")).amount({**GOAL, **row}, "denominator") == expected


STAGE = {"stage_id": None, "name": None, "stage_order": 1, "kind": "shortlist"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [({}, "Entries handed in: at least 15"), ({"denominator": None}, "Entries handed in: a hope without a number"),
     ({"target_metric": "reach:top45", "denominator": 2}, "Through Top 45: at least 2"),
     ({"target_metric": "reach:top10", "denominator": 2}, "Through Top 10: at least 2"),
     ({"scope_kind": "agency", "scope_id": "a-1"}, "Entries handed in (Dinas Kesehatan): at least 15")],
)  # fmt: skip
def test_a_target_in_words(row: dict[str, Any], expected: str) -> None:
    seen = view({"stages": frame(STAGE, {"stage_id": "top45", "name": "Top 45 (Kementerian)"})}, lang="en")
    assert goal_words.said(seen, {**GOAL, **row}) == expected


def test_the_tally_counts_each_state_once_and_leaves_out_the_rest() -> None:
    rows = frame(GOAL, MET, MISSED, UNKNOWN, {"reason": "not_measured"}, {"denominator": None})
    said = goal_words.tally(over("en"), rows)
    assert said == "How all 5 targets stand: 1 met, 1 missed, 2 not known, 1 without a number."
    assert goal_words.tally(over(), frame(GOAL, MET)) is None


def test_the_other_targets_of_the_edition_are_named_beside_the_one_of_entries() -> None:
    rows = frame(GOAL, {}, {"target_id": "t-2", "target_metric": "awards", "denominator": 1}, {"in_view": False})
    assert goal_words.others(view(lang="en"), rows) == "Other targets for this edition: Awards: at least 1."
    assert goal_words.others(view(), frame(GOAL, {})) is None


def test_the_target_of_entries_is_the_one_with_a_number_and_of_the_whole_government() -> None:
    rows = frame(GOAL, {"denominator": None}, {"target_id": "t-2", "of_agency": True}, {"target_id": "t-3"})
    found = goals.of_intake(view(), rows)
    assert found is not None
    assert found["target_id"] == "t-3"
    assert goals.of_intake(view(), frame(GOAL, {"denominator": None})) is None


COUNT: dict[str, Any] = {"year": 2018, "counted_as": None, "sources": []}


@pytest.mark.parametrize(
    ("kind", "aims", "expected"),
    [("submitted", ("submissions",), 15), ("registered", ("submissions",), None), (None, ("submissions",), 15),
     (None, ("registered",), 15), ("registered", ("submissions", "registered"), 15)],
)  # fmt: skip
def test_a_target_stands_only_beside_a_count_of_its_own_kind(
    kind: str | None, aims: tuple[str, ...], expected: int | None
) -> None:
    rows = frame(GOAL, *({"target_metric": aim} for aim in aims))
    made = goals.beside_counts(view(), rows, frame(COUNT, {"counted_as": kind})).iloc[0]
    assert (made["denominator"] == expected) if expected else (made["sources"] == [])
    assert made["sources"] == (["s-1"] if expected else [])


def test_of_several_targets_for_one_year_the_first_stands_beside_the_count() -> None:
    rows = frame(GOAL, {}, {"target_id": "t-2", "denominator": 20})
    assert goals.beside_counts(view(), rows, frame(COUNT, {})).iloc[0]["denominator"] == 15


RIVAL = {"stage_id": "submitted", "scope_kind": "government", "scope_id": "kab-a", "group": None, "category": None,
         "measure": "entries", "value": 12, "shown": False}  # fmt: skip


def test_a_tile_shows_a_dash_s_reason_and_what_another_source_says() -> None:
    frames = {"rivals": frame(RIVAL, {}, {"scope_kind": "all", "scope_id": "all"}),
              "stages": frame(STAGE, {"stage_id": "submitted", "kind": "submitted", "name": "Diserahkan"})}  # fmt: skip
    seen = over("en", frames)
    tile = goal_words.tile(seen, {**GOAL, **UNKNOWN, **MOVED})
    assert tile.value is None
    assert tile.beside == "of a target of ≥ 15"
    assert tile.trend == "+6 (+66.7 %) on 9 in 2017. Another source says 12"
    met = goal_words.tile(seen, {**GOAL, **MET})
    assert (met.value, met.beside) == ("16", "of a target of ≥ 15 · met")
    hope = goal_words.tile(seen, {**GOAL, "denominator": None})
    assert (hope.value, hope.beside) == (None, "a hope without a number")


@pytest.mark.parametrize(
    ("row", "said"),
    [({"set_by": "Bupati", "set_on": "2018-01"}, "Set by Bupati, January 2018"),
     ({"set_by": "Bupati"}, "Set by Bupati<"),
     ({"set_on": "2018-01-23"}, "Set on 23 January 2018")],
)  # fmt: skip
def test_the_document_says_who_set_the_target_and_when_as_far_as_stated(row: dict[str, Any], said: str) -> None:
    table = goal_table.table(over("en"), frame(GOAL, row), "x")
    assert said in table
    assert "Set " not in goal_table.table(over("en"), frame(GOAL, {}), "x")


def test_the_table_says_why_an_actual_is_unknown_and_the_gap_where_it_is_known() -> None:
    unknown = goal_table.table(over("en"), frame(GOAL, UNKNOWN), "x")
    assert "not known yet" in unknown
    assert "neither whole rows nor a published total" in unknown
    missed = goal_table.table(over("en"), frame(GOAL, MISSED), "x")
    assert "missed · gap −4" in missed
    assert "Change on the previous year" not in missed


EARLIER = {"value": 12, "written": "12", "in_use": False, "set_by": "Camat", "source_id": "s-2"}
ENTERED = {"dataset": "batch-7", "entered_by": "Siti", "entered_at": "2018-02-01T09:00:00+07:00"}


@pytest.mark.parametrize(
    ("earlier_version", "said"),
    [(EARLIER, "at least 12 (replaced). Set by Camat. Keputusan. From the data as shipped"),
     (EARLIER | {"value": None, "written": "dua belas"}, "dua belas (replaced)"),
     (EARLIER | {"value": None, "written": None}, "a hope without a number (replaced)"),
     (EARLIER | {"set_by": None, "set_on": "awal tahun"}, "Set on awal tahun")],
)  # fmt: skip
def test_an_earlier_version_says_its_number_document_and_who_entered_it(
    earlier_version: dict[str, Any], said: str
) -> None:
    versions = frame(VERSION, earlier_version, ENTERED)
    table = goal_table.table(over("en", {"target_history": versions}), frame(GOAL, {}), "x")
    assert "Earlier versions: 1" in table
    assert said in table
    assert "at least 15 (in use). Berita. Entered by Siti, 1 February 2018 at 09:00 (batch-7)" in table


def test_only_what_a_person_entered_shows_its_note() -> None:
    row = {"note": "Hasil rapat"}
    assert "Hasil rapat" not in goal_table.table(over(), frame(GOAL, row), "x")
    entered = over(frames={"target_history": frame(VERSION, ENTERED)})
    assert "Hasil rapat" in goal_table.table(entered, frame(GOAL, row), "x")


def test_several_targets_for_one_thing_name_each_other() -> None:
    rows = frame(
        GOAL, {}, {"target_id": "t-2", "denominator": 20, "source_id": "s-2"}, {"target_id": "t-3", "year": 2017}
    )
    same = goals.alike(rows)
    assert {key: [other["target_id"] for other in others] for key, others in same.items()} == {
        "t-1": ["t-2"],
        "t-2": ["t-1"],
    }
    table = goal_table.table(over("en"), rows, "x", same)
    assert "Also on record for the same thing: at least 20 (Keputusan)" in table
    assert "Also on record for the same thing: at least 15 (Berita)" in table


def test_a_kind_is_drawn_from_two_years_on_once_and_not_where_it_stands_already(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[tuple[str, list[int]]] = []

    def figure(_: Any, said: str, __: Any, rows: pd.DataFrame, *___: Any, **____: Any) -> None:
        drawn.append((said, [int(year) for year in rows["year"]]))

    monkeypatch.setattr(figures, "figure", figure)
    awards = {"target_metric": "awards", "competition_id": None, "edition_id": None, "here": False}
    years = [{**awards, "year": year, "target_id": f"a-{year}", **MET} for year in (2016, 2017)]
    hope, single = {**awards, "target_id": "a-3", "denominator": None}, {"target_metric": "rank", "target_id": "r-1"}
    rows = frame(GOAL, {}, {"year": 2017, "target_id": "t-2"}, *years, hope, single)
    goal_figures.kinds(over("en"), rows)
    assert drawn == [("Awards: met in 2 of 2 years whose actual is known", [2016, 2017])]
