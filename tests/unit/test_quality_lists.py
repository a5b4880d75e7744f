"""What is known and what is not: the map, rival figures, questions, quarantined rows, sources, long tables."""

import json
from typing import Any

import pandas as pd
import pytest

from tests.unit.views import frame, view
from ui import disputes, issues, knowledge, pager, sourcebook

SHARE = {"government_id": "kab-a", "competition_id": "kipp", "edition_id": "kipp-2018", "year": 2018,
         "basis": "unknown", "numerator": 11, "denominator": 12, "value": 11 / 12, "sources": []}  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said", "value"),
    [(({},), "In KIPP 2018, 11 of 12 stages have no data for Kabupaten A.", "92 %"),
     (({"basis": "rows", "numerator": 12},), "In KIPP 2018, the count of Kabupaten A is known at every stage.", "0 %"),
     (({"edition_id": "kipp-2017"},), "In KIPP 2018, no source mentions Kabupaten A at all.", None)],
)  # fmt: skip
def test_what_is_not_known_of_an_edition(rows: tuple[dict[str, Any]], said: str, value: str | None) -> None:
    seen = view({"coverage": frame(SHARE, *rows)}, lang="en")
    found = knowledge.shares(seen, "kab-a")
    assert knowledge.finding(seen, found) == said
    assert knowledge.tile(seen, found).value == value


def test_the_map_of_the_nation_has_whole_editions_of_real_contests_only() -> None:
    rows = frame(SHARE, {}, {"government_id": None}, {"government_id": None, "edition_id": "lokal-2018"})
    assert list(knowledge.shares(view({"coverage": rows}), None)["label"]) == ["KIPP 2018", "Lomba A 2018"]


def test_years_label_editions_only_where_no_year_has_two() -> None:
    seen = view({"coverage": frame(SHARE, {}, {"edition_id": "lokal-2018"})})
    found = knowledge.shares(seen, "kab-a")
    assert list(knowledge.by_year(found)["label"]) == ["KIPP 2018", "Lomba A 2018"]
    assert list(knowledge.by_year(found.head(1))["label"]) == ["2018"]


CELL = {"government_id": "kab-a", "competition_id": "kipp", "edition_id": "kipp-2018", "year": 2018, "stage_id": "top",
        "stage_order": 1, "kind": "shortlist", "stage_name": "Top 45", "extent": "none", "basis": "unknown",
        "value": None}  # fmt: skip


def test_the_map_says_each_stage_in_words_and_counts_what_is_unknown() -> None:
    rows = frame(CELL, {}, {"stage_id": "in", "kind": "submitted", "stage_name": "Diserahkan", "basis": "at_least",
                            "value": 3, "extent": "partial"})  # fmt: skip
    seen = view({"coverage_map": rows, "coverage": frame(SHARE, {"numerator": 1, "denominator": 2})}, lang="en")
    markup = knowledge.edition_map(seen, knowledge.cells(seen, "kab-a"), knowledge.shares(seen, "kab-a"), "x")
    assert "Top 45: no data; list of rows: no rows" in markup
    assert "Diserahkan: at least 3; list of rows: partial" in markup
    assert "<td>1/2</td>" in markup


RIVAL = {"edition_id": "kipp-2018", "competition_id": "kipp", "government_id": None, "stage_id": "admin",
         "stage_name": "Administrasi", "scope_kind": "all", "scope_id": "all", "group": None, "category": None,
         "measure": "entries", "comparator": "=", "value": 1329, "preferred": False, "shown": True,
         "source_id": "s-2"}  # fmt: skip
OTHER = {"value": 1627, "shown": False, "source_id": "s-1"}


@pytest.mark.parametrize(
    ("shown", "other", "why"),
    [({}, OTHER, "Its source is stronger"), ({"preferred": True}, OTHER, "Marked in the data"),
     ({}, {**OTHER, "source_id": "s-2"}, "The sources are equal"), ({"source_id": "s-1"}, OTHER, "are equal")],
)  # fmt: skip
def test_rival_figures_stand_side_by_side_with_the_reason_for_the_one_shown(
    shown: dict[str, Any], other: dict[str, Any], why: str
) -> None:
    seen = view({"rivals": frame(RIVAL, shown, other)}, lang="en")
    row = disputes.rival_rows(seen, disputes.rivals(seen)).iloc[0]
    assert row["about"] == "KIPP 2018 · Administrasi · whole edition"
    assert ("1,329" in row["shown"], "1,627" in row["others"], why in row["why"]) == (True, True, True)


@pytest.mark.parametrize(
    ("row", "about"),
    [({"scope_kind": "level", "scope_id": "regency+city"}, "Regency + City"),
     ({"scope_kind": "government", "scope_id": "kota-b"}, "Kota B"),
     ({"scope_kind": "province", "scope_id": "Jawa"}, "Jawa"),
     ({"group": "umum", "category": "kesehatan"}, "whole edition · umum · kesehatan"),
     ({"measure": "institutions"}, "whole edition · number of institutions")],
)  # fmt: skip
def test_what_a_rival_figure_is_about(row: dict[str, Any], about: str) -> None:
    seen = view({"rivals": frame(RIVAL, row)}, lang="en")
    found = disputes.rival_rows(seen, disputes.rivals(seen))
    assert list(found["about"]) == [f"KIPP 2018 · Administrasi · {about}"]


def test_figures_of_editions_that_the_government_is_not_in_stay_out() -> None:
    rows = frame(RIVAL, {}, {"government_id": "kota-b"}, {"edition_id": "x-1"})
    assert len(disputes.rivals(view({"rivals": rows}))) == 1
    assert len(disputes.rivals(view({"rivals": rows}, government=""))) == 3


@pytest.mark.parametrize(("comparator", "total"), [("=", "9"), ("~", "± 9"), (">=", "≥ 9")])
def test_a_published_total_beside_its_rows_keeps_its_sign(comparator: str, total: str) -> None:
    row = {**RIVAL, "comparator": comparator, "rows_value": 8, "reported_value": 9}
    assert list(disputes.differences(view({"differences": frame(row, {})}))["total"]) == [total]


ISSUE = {"dataset": "history", "table_name": "submissions", "line": 7, "column_name": "agency", "value": "Dines",
         "code": "unknown_agency", "detail": None, "government_id": "kab-a", "year": 2018, "suggestions": [],
         "cells": None}  # fmt: skip


def test_a_question_names_its_place_its_words_and_the_agencies_that_may_be_meant() -> None:
    rows = frame(ISSUE, {"suggestions": ["a-1", "x"]}, {})
    found = issues.questions(view({"questions": rows}, lang="en"))
    assert found["place"].iloc[0] == "history/submissions:7"
    assert "agency 'Dines' is not in that government's register" in found["message"].iloc[0]
    assert list(found["suggested"]) == ["Dinas Kesehatan; x", None]


def test_the_questions_of_many_governments_are_counted_and_the_sample_s_left_out() -> None:
    rows = frame(ISSUE, *({"value": name} for name in "ABCDEF"), {"government_id": "kab-contoh"},
                 {"government_id": None})  # fmt: skip
    seen = view({"questions": rows}, lang="en", government="")
    table, _ = issues.question_table(seen, issues.questions(seen))
    assert table.to_dict("records") == [
        {"government": "Kabupaten A", "questions": 6, "names": "A; B; C; D; and 2 more"},
        {"government": "Without government", "questions": 1, "names": "Dines"},
    ]


@pytest.mark.parametrize(
    ("cells", "shown"),
    [(json.dumps({"judul": None, "x": "<b>"}), "<dt>judul</dt><dd>–</dd><dt>x</dt><dd>&lt;b&gt;</dd>"),
     (json.dumps(["a"]), "<dt>0</dt><dd>a</dd>"), (None, "<dl class=")],
)  # fmt: skip
def test_a_row_held_back_keeps_its_raw_cells(cells: str | None, shown: str) -> None:
    assert shown in issues.quarantined(view({"quarantine": frame(ISSUE, {"cells": cells})}))["raw"].iloc[0]


SOURCES = pd.DataFrame(
    [("s-1", "Berita", "Koran", "2018-01-23", "https://example.org", "press"),
     ("s-2", "Keputusan", "Kementerian", None, None, "official"), ("s-3", "Arsip", "Koran", "2020", None, None)],
    columns=["source_id", "title", "publisher", "published_on", "url", "grade"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "grades", "by", "expected"),
    [("", [], "title", ["s-3", "s-1", "s-2"]), ("koran", [], "published_on", ["s-3", "s-1"]),
     ("KORAN berita", [], "title", ["s-1"]), ("", ["official"], "title", ["s-2"]), ("(", [], "title", []),
     ("", [], "grade", ["s-2", "s-1", "s-3"])],
)  # fmt: skip
def test_sources_are_searched_and_sorted(words: str, grades: list[str], by: str, expected: list[str]) -> None:
    assert list(sourcebook.chosen(SOURCES, words, grades, by)["source_id"]) == expected


def test_a_source_without_grade_or_address_has_a_dash_and_plain_text() -> None:
    made = sourcebook.written(view(lang="en"), SOURCES)
    assert list(made["grade_words"]) == ["press", "official", "–"]
    assert made["linked"].iloc[0].startswith("<a ")
    assert made["linked"].iloc[1] == "Keputusan"
    assert sourcebook.grades(SOURCES) == {"press": 1, "official": 1}


@pytest.mark.parametrize(
    ("rows", "page", "first", "count"),
    [(60, 1, 0, 25), (60, 3, 50, 10), (60, 9, 50, 10), (0, 1, None, 0), (25, 2, 0, 25)],
)
def test_a_page_that_is_not_there_is_the_last_one(rows: int, page: int, first: int | None, count: int) -> None:
    shown = pager.page_of(pd.DataFrame({"a": range(rows)}), page)
    assert len(shown) == count
    assert (shown["a"].iloc[0] if first is not None else None) == first
