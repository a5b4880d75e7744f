"""Stages: the path of an edition, its sentences from the strongest to the weakest, gap years, and the ladder."""

from typing import Any

import pandas as pd
import pytest

from tests.unit.views import Drawn, frame, view
from ui import ladder, stage_plan, stage_rows, stage_words, stage_years

STEP: dict[str, Any] = {
    "government_id": "kab-a", "edition_id": "kipp-2018", "stage_id": "s", "group": None, "scope_kind": "government",
    "scope_id": "kab-a", "stage_order": 1, "kind": "administrative", "stage_name": "Seleksi", "count": None,
    "count_reason": None, "value": None, "low": None, "high": None, "numerator": None, "denominator": None,
    "pending": None, "from_stage_id": None, "basis": "rows", "reason": None, "sources": [],
}  # fmt: skip
FIRST = {"stage_id": "in", "kind": "submitted", "stage_name": "Diserahkan", "count": 5, "reason": "first_stage"}
RATED = {"stage_order": 2, "count": 4, "numerator": 4, "denominator": 5, "value": 0.8, "low": 0.376, "high": 0.964}
LATER = {"stage_id": "top", "stage_name": "Top 45", "stage_order": 3, "count": 1, "numerator": 1, "denominator": 4,
         "value": 0.25, "kind": "shortlist"}  # fmt: skip
WINNERS = {"count": 7, "reason": "winners_only"}
SILENT = {"numerator": 1024, "denominator": 3478, "value": 1024 / 3478}
NO_LOSS = frame(SILENT)


def _found(*rows: dict[str, Any], silent: pd.DataFrame = NO_LOSS, lang: str = "en") -> tuple[str, str | None]:
    return stage_words.finding(view(lang=lang), frame(STEP, *rows), silent, None)


def test_the_silent_loss_comes_first() -> None:
    said, then = _found(FIRST, RATED, silent=frame(SILENT, {}))
    assert said == "1,024 of 3,478 registered entries (29.4 %) were never handed in"
    assert then == "After that 4 of 5 passed Seleksi (80.0 %)."
    assert _found(FIRST, silent=frame(SILENT, {}))[1] is None


def test_else_the_narrowest_stage_with_the_whole_contest_beside_it() -> None:
    whole = frame(STEP, {"stage_id": "top", "value": 0.4, "numerator": 40, "denominator": 100})
    said, then = stage_words.finding(view(lang="en"), frame(STEP, FIRST, RATED, LATER), NO_LOSS, whole)
    assert said == "Narrowest at Top 45: 1 of 4 passed (25.0 %)"
    assert then == "In the whole contest the same stage let 40 of 100 through (40.0 %)."
    assert _found(FIRST, RATED, lang="id")[0] == "Paling sempit di Seleksi: 4 dari 5 lolos (80,0 %)"


def test_entries_pending_are_said_instead_of_a_share() -> None:
    said = _found(FIRST, {**RATED, "pending": 1})[0]
    assert said == "Passed Seleksi so far: 4 of 5 entries; pending: 1"


@pytest.mark.parametrize(
    ("row", "said"),
    [(FIRST, "Entries on record at Diserahkan: 5; pass rates of later stages cannot be computed yet"),
     ({**FIRST, "basis": "at_least"}, "Entries on record at Diserahkan: at least 5; pass rates cannot be computed yet"),
     (WINNERS, "Winners of KIPP 2018 on record: 7; without the number of entrants there is no pass rate"),
     ({}, "No figures yet for Kabupaten A in KIPP 2018")],
)  # fmt: skip
def test_without_a_rate_the_count_or_that_there_is_none(row: dict[str, Any], said: str) -> None:
    assert _found(row)[0] == said


def test_a_list_of_winners_has_no_rate_but_its_reason() -> None:
    said, why = _found(WINNERS)
    assert "%" not in said
    assert why == "Only the list of winners is known; without the number of entrants there is no pass rate."


@pytest.mark.parametrize(
    ("rows", "said"),
    [((FIRST, RATED), "From 5 at Diserahkan, 4 came to Seleksi"), ((FIRST, {}), "One stage has a known count: 5 at"),
     (({**FIRST, "basis": "at_least"},), "≥ 5 at Diserahkan"), (({},), "No count is known at any stage, KIPP 2018")],
)  # fmt: skip
def test_the_way_through_the_stages(rows: tuple[dict[str, Any]], said: str) -> None:
    assert said in stage_words.way(view(lang="en"), frame(STEP, *rows))


def test_a_rate_needs_both_sides() -> None:
    seen = view(lang="en")
    assert stage_words.passing(seen, frame(STEP, {})) == "No pass rate can be computed yet; each stage gives its reason"
    assert stage_words.passing(seen, frame(STEP, RATED)) == "4 of 5 passed Seleksi (80.0 %)"
    assert stage_words.k_of_n(seen, None, 5) == "–"
    assert stage_words.rate(seen, {**STEP, "count_reason": "took_part_only"}) == "took part in this stage"
    assert stage_words.rate(seen, {**STEP, **RATED, "pending": 2}) == "80.0 % of 5 · 2 pending"
    assert stage_words.rate(seen, STEP) == ""


def test_groups_are_compared_and_never_added_up() -> None:
    rows = frame(STEP, {**RATED, "group": "umum"}, {**RATED, "group": "khusus", "value": 0.5}, {**LATER})
    assert list(stage_rows.path(rows)["group"].fillna("")) == ["umum", "khusus", ""]
    said = stage_words.comparing(view(lang="en"), rows)
    assert said == "Seleksi by group: general 80.0 %; special 50.0 %"
    whole = frame(STEP, {"group": "umum"}, {"count": 9})
    assert list(stage_rows.path(whole)["count"]) == [9]


@pytest.mark.parametrize(
    ("row", "name"),
    [({}, "Seleksi"), ({"group": "umum+khusus"}, "Seleksi (general + special)"),
     ({"group": "umum", "stage_name": "Top 99 umum"}, "Top 99 umum"),
     ({"stage_name": "Klinik (Kabupaten A)"}, "Klinik"), ({"stage_name": "Klinik (Kota B)"}, "Klinik (Kota B)")],
)  # fmt: skip
def test_a_stage_s_name(row: dict[str, Any], name: str) -> None:
    assert stage_words.stage(view(lang="en"), {**STEP, **row}) == name


def test_the_denominator_is_named() -> None:
    seen, names = view(lang="en"), {"in": ("submitted", "Diserahkan"), "p": ("presentation", "Wawancara")}
    row = {**STEP, "from_stage_id": "in"}
    assert stage_words.denominator(seen, row, names) == "of those handed in"
    said = stage_words.denominator(seen, {**row, "from_stage_id": "p", "basis": "reported"}, names)
    assert said == "of those that took part in Wawancara"
    assert stage_words.denominator(seen, STEP, names) == ""


def test_the_whole_contest_s_rate_stands_beside_its_own_stage_and_group_with_its_source() -> None:
    own = frame(STEP, {**RATED, "sources": ["s-1"]}, LATER)
    whole = frame(STEP, {"value": 0.5, "numerator": 50, "denominator": 100, "sources": ["s-2", "s-1"]})
    both = stage_rows.beside(own, whole)
    assert both["nation"].tolist()[0] == 0.5
    assert pd.isna(both["nation"].tolist()[1])
    assert list(both["sources"]) == [["s-1", "s-2"], []]
    assert stage_rows.beside(own, None)["nation"].isna().all()


YEARS = {**STEP, "year": 2018, "name": "Diserahkan"}


def test_a_year_without_an_edition_is_a_gap() -> None:
    rows = frame(YEARS, {"year": 2018}, {"year": 2020})
    assert stage_years.gaps(view(), rows) == [2019]
    assert stage_years.gaps(view(), rows.head(0)) == []


HANDED = {"kind": "submitted", "value": 0.7, "numerator": 70, "denominator": 100, "count": 70}


@pytest.mark.parametrize(
    ("rows", "said", "then"),
    [((HANDED,), "2018: 70 of 100 registered entries were handed in (70.0 %)", None),
     ((HANDED, {**HANDED, "year": 2020, "value": 0.8, "numerator": 80}),
      "2020: 80 of 100 registered entries were handed in (80.0 %)", "In 2018: 70 of 100 (70.0 %)."),
     (({"count": 21, "reason": "winners_only", "kind": "final"}, {"year": 2020, "count": 18, "kind": "final",
       "reason": "winners_only"}), "KIPP, entries: 21 in 2018, 18 in 2020 (final)",
      "Only the list of winners is known; without the number of entrants there is no pass rate."),
     (({"count": 3, "basis": "at_least"},), "KIPP, entries in 2018: ≥ 3 (administrative selection)", None),
     (({},), "No figures yet for Kabupaten A in KIPP", None)],
)  # fmt: skip
def test_the_finding_of_the_years(rows: tuple[dict[str, Any]], said: str, then: str | None) -> None:
    assert stage_years.finding(view(lang="en"), frame(YEARS, *rows)) == (said, then)


ENTRY = {"submission_id": "e", "innovation_id": None, "innovation": "Satu", "agency_id": "a-1", "year": 2018,
         "edition_id": "kipp-2018", "competition_id": "kipp", "level": "national", "stage_name": "Top 45",
         "stage_order": 4, "kind": "shortlist", "withdrawn": False, "source_id": "s-1",
         "best_stage_id": "top45"}  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said", "then"),
    [((), "No figures yet for Kabupaten A in any contest", None),
     (({"kind": "drafted"},), "Innovations on record: 1, only prepared so far", None),
     (({},), "Innovations on record: 1, of which 1 in national contests", None),
     (({"innovation_id": "i"}, {"innovation_id": "i", "submission_id": "f", "level": "local"}, {}),
      "Innovations on record: 2, of which 1 in local contests, 2 in national contests", "At more than one level: 1.")],
)  # fmt: skip
def test_the_finding_of_the_ladder(rows: tuple[dict[str, Any]], said: str, then: str | None) -> None:
    assert ladder.finding(view(lang="en"), frame(ENTRY, *rows)) == (said, then)


def test_the_ladder_has_a_dash_where_nothing_is_on_record(drawn: Drawn) -> None:
    rows = frame(ENTRY, {}, {"submission_id": "f", "innovation": None, "stage_name": None, "level": "local"},
                 {"submission_id": "g", "innovation": "Tiga", "withdrawn": True})  # fmt: skip
    ladder.ladder(view(lang="en"), rows)
    table = str(drawn.tables[0])
    assert "<div>2018: Top 45</div>" in table
    assert "<div>2018: stage not known</div>" in table
    assert "<div>2018: withdrawn</div>" in table
    assert table.count("<td>–</td>") == 6


def test_the_ladder_reads_contests_only() -> None:
    entries = frame({**ENTRY, "best_stage_id": None}, {}, {"best_stage_id": "top45"})
    stages = frame({"edition_id": "kipp-2018", "stage_id": "top45", "name": "Top 45", "stage_order": 4,
                    "kind": "shortlist"}, {})  # fmt: skip
    seen = view({"entries": entries.drop(columns=["stage_name", "stage_order", "kind", "level"]), "stages": stages})
    assert list(ladder.entries(seen)["stage_name"].fillna("-")) == ["Top 45", "-"]


PLAN = {"edition_id": "kipp-2018", "stage_id": "s", "stage_order": 1, "kind": "field", "name": "Lapangan",
        "group": None, "government_id": None, "status": "held", "quota": None, "starts_on": None, "ends_on": None,
        "source_id": "s-1"}  # fmt: skip


def test_the_calendar_parts_what_was_held_from_what_was_planned(drawn: Drawn) -> None:
    rows = frame(PLAN, {"starts_on": "2018-07-09", "ends_on": "2018-07-23"}, {"ends_on": "2018-10"},
                 {"starts_on": "2018-01-23"}, {"starts_on": "2018", "ends_on": "2018"}, {},
                 {"status": "planned", "government_id": "kab-a"})  # fmt: skip
    stage_plan.calendar(view({"stages": rows}, lang="en"))
    assert drawn.findings == ["Stages of KIPP 2018: 5", "Only planned (1), KIPP 2018"]
    for words in ("9 July 2018 – 23 July 2018", "until October 2018", "from 23 January 2018", "<td>2018</td>"):
        assert words in drawn.tables[0]
    assert "Local preparation" not in drawn.tables[0]
    assert "Local preparation" in drawn.tables[1]
