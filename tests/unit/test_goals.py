"""Targets: how each stands, and the sentence for every case."""

from typing import Any

import pytest

from tests.unit.views import frame, view
from ui import goal_words, goals

GOAL = {"target_id": "t-1", "target_metric": "submissions", "scope_kind": "government", "scope_id": "kab-a",
        "edition_id": "kipp-2018", "competition_id": "kipp", "year": 2018, "comparator": "at_least", "numerator": None,
        "denominator": 15, "gap": None, "previous": None, "change": None, "change_pct": None, "pace_per_week": None,
        "basis": "rows", "reason": None, "source_id": "s-1", "set_by": None, "set_on": None, "note": None,
        "in_view": True, "here": True, "of_agency": False, "sources": ["s-1"]}  # fmt: skip
UNKNOWN = {"basis": "unknown", "reason": "actual_unknown"}
MOVED = {"previous": 9, "change": 6, "change_pct": 6 / 9}
MET = {"numerator": 16, "gap": 1}
MISSED = {"numerator": 11, "gap": -4}
OPEN = {"numerator": 3, "gap": -12, "pace_per_week": 1.5}


@pytest.mark.parametrize(
    ("row", "state"),
    [(UNKNOWN, "unknown"), (MET, "met"), (MISSED, "missed"), (OPEN, "open"), ({"reason": "still_open"}, "open"),
     ({"denominator": None}, "hope"), ({"reason": "not_measured"}, "not_measured"),
     ({"comparator": "at_most", "gap": 1}, "missed"), ({"comparator": "at_most", "gap": -1}, "met"),
     ({"comparator": "exactly", "gap": 0}, "met"), ({"comparator": "exactly", "gap": 2}, "missed")],
)  # fmt: skip
def test_how_a_target_stands(row: dict[str, Any], state: str) -> None:
    assert goals.verdict({**GOAL, **row}) == state


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
     ("en", MISSED, "Kabupaten A missed its target for 2018 (entries handed in): 11, target at least 15 (gap −4)."),
     ("en", OPEN, "Target at least 15 entries handed in, so far 3; needed until closing: 1.5 a week.")],
)  # fmt: skip
def test_the_finding_of_a_target(lang: str, row: dict[str, Any], expected: str) -> None:
    assert goal_words.finding(view(lang=lang), {**GOAL, **row}) == expected


def test_a_change_of_nothing_is_said_as_the_same() -> None:
    assert goal_words.change(view(lang="en"), {**GOAL, "previous": 15, "change": 0}) == "the same as 15 in 2017"
    assert goal_words.change(view(), GOAL) is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [({}, "15"), ({"denominator": None}, None), ({"target_metric": "participation", "denominator": 0.8}, "80.0 %"),
     ({"target_metric": "participation", "denominator": 80}, "80 %")],
)  # fmt: skip
def test_an_amount_has_its_unit(row: dict[str, Any], expected: str | None) -> None:
    assert goal_words.amount(view(lang="en"), {**GOAL, **row}, "denominator") == expected


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
    said = goal_words.tally(view(lang="en"), rows)
    assert said == "How they stand: 1 met, 1 missed, 2 not known, 1 without a number."


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


RIVAL = {"stage_id": "submitted", "scope_kind": "government", "scope_id": "kab-a", "group": None, "category": None,
         "measure": "entries", "value": 12, "shown": False}  # fmt: skip


def test_a_tile_shows_a_dash_s_reason_and_what_another_source_says() -> None:
    frames = {"rivals": frame(RIVAL, {}, {"scope_kind": "all", "scope_id": "all"}),
              "stages": frame(STAGE, {"stage_id": "submitted", "kind": "submitted", "name": "Diserahkan"})}  # fmt: skip
    tile = goal_words.tile(view(frames, lang="en"), {**GOAL, **UNKNOWN, **MOVED})
    assert tile.value is None
    assert tile.beside == "of a target of ≥ 15"
    assert tile.trend == "+6 (+66.7 %) on 9 in 2017. Another source says 12"
    met = goal_words.tile(view(frames, lang="en"), {**GOAL, **MET})
    assert (met.value, met.beside) == ("16", "of a target of ≥ 15 · met")
    hope = goal_words.tile(view(frames, lang="en"), {**GOAL, "denominator": None})
    assert (hope.value, hope.beside) == (None, "a hope without a number")


@pytest.mark.parametrize(
    ("row", "said"),
    [({"set_by": "Bupati", "set_on": "2018-01"}, "Set by Bupati, January 2018"),
     ({"set_by": "Bupati"}, "Set by Bupati<"),
     ({"set_on": "2018-01-23"}, "Set on 23 January 2018")],
)  # fmt: skip
def test_the_document_says_who_set_the_target_and_when_as_far_as_stated(row: dict[str, Any], said: str) -> None:
    table = goal_words.table(view(lang="en"), frame(GOAL, row), "x")
    assert said in table
    assert "Set " not in goal_words.table(view(lang="en"), frame(GOAL, {}), "x")
