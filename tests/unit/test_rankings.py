"""Ranking: the league with shared places, places over the years, the entries that came furthest, and what was won."""

from typing import Any

import pandas as pd
import pytest

from tests.unit.views import Drawn, frame, view
from ui import league_figures, prize_figures, ranked_entries

PLACE = {"government_id": "kab-a", "agency_id": "a-1", "edition_id": "kipp-2018", "stage_id": "top", "stage_order": 3,
         "stage_name": "Top 45", "kind": "shortlist", "group": None, "numerator": 2, "place": 1, "basis": "rows",
         "sources": ["s-1"], "reason": None}  # fmt: skip
SECOND = {"agency_id": "a-2", "numerator": 1, "place": 2}
THIRD = {"agency_id": "a-3", "numerator": 1, "place": 2}
WHOLE = {"agency_id": None, "numerator": 4, "place": None}


def _league(drawn: Drawn, *rows: dict[str, Any], **scope: object) -> None:
    seen = view({"league": frame(PLACE, *rows)}, lang="en", **scope)
    league_figures.edition(seen, league_figures.rows(seen))


def test_the_leader_of_a_whole_list_is_named(drawn: Drawn) -> None:
    _league(drawn, {}, SECOND, THIRD, WHOLE)
    assert drawn.findings == ["Dinas Kesehatan in front; entries that reached Top 45: 2"]
    assert drawn.charts[0] is not None
    assert str(drawn.tables[0]).count('<td class="num">2</td>') == 3  # two share the second place; the leader has 2


def test_a_list_that_is_not_whole_speaks_of_those_known_only(drawn: Drawn) -> None:
    _league(drawn, {"basis": "at_least"}, {**SECOND, "basis": "at_least"}, {**WHOLE, "basis": "at_least"})
    assert drawn.findings == ["Among those known: Dinas Kesehatan in front; entries that reached Top 45: ≥ 2"]
    assert "The list is not whole" in str(drawn.notes[0])


def test_equal_counts_share_the_lead_and_need_no_chart(drawn: Drawn) -> None:
    _league(drawn, *({"agency_id": f"a-{n}", "numerator": 1} for n in range(5)), WHOLE)
    assert drawn.findings == ["5 agencies share the lead; entries of each that reached Top 45: 1"]
    assert drawn.charts == [None]


def test_the_stage_that_tells_most_is_the_furthest_with_three_names(drawn: Drawn) -> None:
    early = {"stage_id": "in", "stage_order": 1, "stage_name": "Diserahkan", "kind": "submitted"}
    _league(drawn, {}, *({**early, **row} for row in ({}, SECOND, THIRD, WHOLE)))
    assert "reached Diserahkan: 2" in drawn.findings[0]


def test_agencies_of_another_kind_stay_out() -> None:
    seen = view({"league": frame(PLACE, {}, SECOND, WHOLE)}, kinds=("badan",))
    assert list(league_figures.rows(seen)["name"]) == ["Badan Riset"]


def test_a_stage_with_groups_has_one_row_a_name() -> None:
    seen = view({"league": frame(PLACE, {}, {"numerator": 1, "group": "umum"})})
    assert list(league_figures.rows(seen)["numerator"]) == [2]


def _years(drawn: Drawn, *rows: dict[str, Any]) -> None:
    seen = view({"league": frame(PLACE, *rows)}, lang="en")
    league_figures.over_years(seen, league_figures.rows(seen))


def _edition(edition: str, places: tuple[int, ...], basis: str = "rows") -> list[dict[str, Any]]:
    names: list[dict[str, Any]] = [
        {"agency_id": f"a-{n}", "place": place, "numerator": 9 - place} for n, place in enumerate(places, 1)
    ]
    return [{**row, "edition_id": edition, "basis": basis} for row in (*names, WHOLE)]


def test_places_are_compared_over_three_whole_lists(drawn: Drawn) -> None:
    _years(drawn, *(row for edition in ("kipp-2016", "kipp-2017", "kipp-2020") for row in _edition(edition, (1, 2, 3))))
    assert drawn.findings == ["The 3 in front in 2020 and their places in earlier years (shortlist)"]


@pytest.mark.parametrize(
    ("places", "basis"), [((1, 1, 1), "rows"), ((1, 2, 3), "at_least")], ids=["all share a place", "not whole"]
)
def test_places_that_tell_nothing_apart_are_not_drawn(drawn: Drawn, places: tuple[int, ...], basis: str) -> None:
    _years(drawn, *(row for e in ("kipp-2016", "kipp-2017", "kipp-2020") for row in _edition(e, places, basis)))
    assert drawn.findings == []
    assert drawn.statements[0][0] == "Places over the years"


ENTRY = {"submission_id": "e-1", "innovation": "Satu", "agency_id": "a-1", "government_id": "kab-a",
         "best_stage_id": "top", "best_stage_order": 3, "rank": None, "score": None, "category": None, "group": None,
         "basis": "rows", "sources": [], "reason": None}  # fmt: skip
STAGE = {"edition_id": "kipp-2018", "stage_id": "top", "stage_order": 3, "name": "Top 45", "kind": "shortlist",
         "group": None, "government_id": None, "status": "held", "source_id": None}  # fmt: skip
AWARD: dict[str, Any] = {
     "submission_id": "e-1", "edition_id": "kipp-2018", "award": "Juara 1", "prize_idr": None, "sources": [],
}  # fmt: skip
RESULT = {"government_id": "kab-a", "edition_id": "kipp-2018", "year": 2018, "category": "Sangat inovatif",
          "rank": None, "score": None, "source_id": "s-1"}  # fmt: skip


def _ranked(*rows: dict[str, Any], awards: pd.DataFrame | None = None) -> tuple[object, pd.DataFrame]:
    frames = {"ranking": frame(ENTRY, *rows), "stages": frame(STAGE, {}), "government_results": frame(RESULT, {}),
              "awards": frame(AWARD) if awards is None else awards}  # fmt: skip
    seen = view(frames, lang="en")
    found = ranked_entries.entries(seen)
    return ranked_entries.finding(seen, found), found


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(({"rank": 1}, {"submission_id": "e-2"}), ("Rank 1 of KIPP 2018: Satu (Dinas Kesehatan)", None)),
     (({"rank": 1}, {"rank": 1, "innovation": "Dua", "agency_id": None}),
      ("Rank 1 of KIPP 2018: Dua; Satu (Dinas Kesehatan)", None)),
     (({}, {"innovation": None, "agency_id": None, "best_stage_order": 2}),
      ("Entries that reached Top 45 in KIPP 2018: 1", "Satu (Dinas Kesehatan)")),
     (tuple({"innovation": name} for name in "ABCDE"),
      ("Entries that reached Top 45 in KIPP 2018: 5",
       "A (Dinas Kesehatan); B (Dinas Kesehatan); C (Dinas Kesehatan), and 2 more")),
     ((), ("Governments with results on record in KIPP 2018: 1; their entries are not judged one by one", None)),
     (({"best_stage_id": None, "best_stage_order": None},),
      ("Governments with results on record in KIPP 2018: 1; their entries are not judged one by one", None))],
)  # fmt: skip
def test_who_came_furthest(rows: tuple[dict[str, Any]], expected: tuple[str, str | None]) -> None:
    assert _ranked(*rows)[0] == expected


def test_an_award_without_a_stated_prize_is_no_zero(drawn: Drawn) -> None:
    awards = frame(AWARD, {"prize_idr": 5_000_000}, {"award": "Favorit"})
    _, rows = _ranked({}, {"submission_id": "e-2", "innovation": None}, awards=awards)
    assert list(rows["awards"]) == ["Juara 1 (Rp5,000,000); Favorit", None]
    ranked_entries.table(view(lang="en"), rows)
    assert drawn.notes == ["The organiser published no rank."]
    assert "(title not stated)" in drawn.tables[0]
    assert "<td>–</td>" in drawn.tables[0]


PRIZE = {"government_id": "kab-a", "competition_id": "kipp", "edition_id": "kipp-2018", "year": 2018, "numerator": 2,
         "prize_idr": 1_000_000, "unstated": 0, "basis": "at_least", "reason": None, "sources": []}  # fmt: skip


def test_prizes_add_up_only_where_all_are_stated(drawn: Drawn) -> None:
    rows = frame(PRIZE, {}, {"edition_id": "kipp-2017", "year": 2017, "prize_idr": None, "unstated": 2})
    prize_figures.by_year(view({"prizes": rows}, lang="en"))
    assert drawn.findings == ["Awards of the latest edition on record, KIPP 2018: 2"]
    foot = str(drawn.tables[0]).split("<tfoot>")[1]
    assert '<td class="num">4</td><td class="num">–</td><td class="num">2</td>' in foot


def test_many_years_of_prizes_are_drawn_as_far_as_they_can_be_read(drawn: Drawn) -> None:
    rows = frame(PRIZE, *({"year": year} for year in range(2000, 2020)))
    prize_figures.by_year(view({"prizes": rows}, lang="en"))
    assert len(drawn.charts[0].figure["data"][0]["x"]) == 12
    assert str(drawn.notes[0]).endswith("The chart has the latest 12 of 20; the table has all.")


def test_without_awards_there_is_nothing_to_draw(drawn: Drawn) -> None:
    seen = view({"prizes": frame(PRIZE), "awards": frame(AWARD)}, lang="en")
    prize_figures.by_year(seen)
    prize_figures.awards(seen)
    assert drawn.findings == []
    assert drawn.statements == [("Awards", "No award is recorded for Kabupaten A yet.")]


def test_a_rank_of_the_government_that_was_not_published_is_a_dash(drawn: Drawn) -> None:
    prize_figures.government_results(view({"government_results": frame(RESULT, {}, {"rank": 3, "score": 71.5})}))
    assert drawn.findings == ["Peringkat pemerintah itu sendiri: Kabupaten A"]
    assert '<td class="num">–</td><td class="num">–</td>' in drawn.tables[0]
    assert '<td class="num">3</td><td class="num">71,5</td>' in drawn.tables[0]
