"""The compliance page: what is said of a year, the board's order, and what would change "no data"."""

from typing import Any

import pytest

from tests.unit.views import frame, view
from ui import agenda, duty, standing

YEAR = {"government_id": "kab-a", "year": 2018, "met": 0, "draft_only": 0, "none": 0, "no_data": 0, "exempt": 0,
        "numerator": 0, "denominator": 35, "value": None, "low": None, "high": None, "basis": "rows",
        "unattributed": 0, "reason": None, "sources": ["s-1"]}  # fmt: skip
FULL = {"met": 16, "none": 19, "numerator": 16, "value": 16 / 35, "low": 16 / 35, "high": 16 / 35}
DOUBTFUL = FULL | {"high": 20 / 35, "unattributed": 4}
PARTLY = {"met": 3, "no_data": 32, "numerator": 3, "low": 3 / 35, "high": 1.0, "basis": "at_least",
          "reason": "year_incomplete"}  # fmt: skip
DRAFTS = {"draft_only": 3, "no_data": 32, "low": 0.0, "high": 32 / 35, "basis": "unknown", "reason": "year_incomplete"}
NOTHING = {"no_data": 35, "low": 0.0, "high": 1.0, "basis": "unknown", "reason": "year_incomplete"}


@pytest.mark.parametrize(
    ("lang", "row", "expected"),
    [("en", FULL, "In 2018, 16 of 35 agencies have met one agency, one innovation (45.7 %)."),
     ("id", FULL, "Tahun 2018, 16 dari 35 perangkat daerah sudah memenuhi satu instansi satu inovasi (45,7 %)."),
     ("en", DOUBTFUL, "In 2018, 16 of 35 agencies have met one agency, one innovation (45.7 %); at most 20, because "
      "the agency behind some entries (4) is not known."),
     ("en", PARTLY, "In 2018, 3 of 35 agencies are known to have met it; for 32 there are no data. Participation lies "
      "between 3/35 and 35/35."),
     ("en", DRAFTS, "In 2018, 3 of 35 agencies have only prepared entries; for the other 32 there are no data. None is "
      "known to have handed in."),
     ("en", NOTHING, "In 2018, none of the 35 agencies is known to have handed in an innovation: for 35 there are no "
      "data. That does not mean there are none."),
     ("id", NOTHING, "Tahun 2018, belum diketahui satu pun dari 35 perangkat daerah menyerahkan inovasi: 35 belum ada "
      "datanya. Itu bukan berarti tidak ada.")],
)  # fmt: skip
def test_the_finding_of_a_year(lang: str, row: dict[str, Any], expected: str) -> None:
    assert standing.finding(view(lang=lang), {**YEAR, **row}) == expected


@pytest.mark.parametrize(
    ("row", "share", "reach", "beside"),
    [(FULL, "45.7 %", "16/35", "16 of 35 met"), (DOUBTFUL, "45.7–57.1\u00a0%", "16/35", "16 of 35, at most 20"),
     (PARTLY, "8.6–100.0\u00a0%", "≥ 3/35", "3 of 35 met"), (NOTHING, "0.0–100.0\u00a0%", "–/35",
      "none of 35 known yet"), ({}, "–", "0/35", "0 of 35 met")],
)  # fmt: skip
def test_participation_is_a_share_a_range_or_a_dash(row: dict[str, Any], share: str, reach: str, beside: str) -> None:
    seen, whole = view(lang="en"), {**YEAR, **row}
    assert (standing.share(seen, whole), standing.reach(seen, whole)) == (share, reach)
    assert standing.beside(seen, whole) == beside


def test_a_state_of_an_incomplete_year_that_nobody_is_known_in_is_a_dash_never_zero() -> None:
    year = frame(YEAR, PARTLY).iloc[0]
    tiles = standing.tiles(view(), year)
    assert [tile.value for tile in tiles] == ["9–100\u00a0%", None, None, "32"]
    assert [tile.value for tile in standing.tiles(view(), frame(YEAR, FULL).iloc[0])][1:] == ["19", "0", "0"]
    shown = standing.tabled(frame(YEAR, PARTLY, FULL))
    assert shown["none"].isna().tolist() == [True, False]
    assert shown["met"].tolist() == [3, 16]


BOARD = {"agency_id": "a-1", "agency": "Dinas Kesehatan", "kind": "dinas", "year": 2018, "state": "met",
         "last_met_year": None, "uncertain": False, "sources": []}  # fmt: skip
ROWS = frame(
    BOARD, {}, {"year": 2017, "state": "none"}, {"agency_id": "a-2", "agency": "Badan Riset", "state": "none"},
    {"agency_id": "a-3", "agency": "Kecamatan Utara", "year": 2017, "state": "none"},
    {"agency_id": "a-4", "agency": "Arsip", "state": "none", "last_met_year": 2015},
)  # fmt: skip


@pytest.mark.parametrize(
    ("states", "by", "expected"),
    [((), "urgency", ["a-2", "a-4", "a-1", "a-3"]), ((), "name", ["a-4", "a-2", "a-1", "a-3"]),
     (("none",), "urgency", ["a-2", "a-4"]), (("exempt",), "urgency", [])],
)  # fmt: skip
def test_the_board_puts_first_who_must_act(states: tuple[str, ...], by: str, expected: list[str]) -> None:
    shown = standing.arranged(ROWS, 2018, states, by)
    assert list(dict.fromkeys(shown["agency_id"])) == expected


def test_states_are_counted_for_one_year() -> None:
    assert standing.counts(ROWS, 2018) == {"met": 1, "draft_only": 0, "none": 2, "no_data": 0, "exempt": 0}


@pytest.mark.parametrize(("offered", "year"), [([2015, 2017, 2018, 2020], 2018), ([2015, 2017], 2017), ([2020], 2020)])
def test_the_board_opens_at_the_edition_s_year_or_the_nearest_before(offered: list[int], year: int) -> None:
    assert standing.year_in_view(view(), offered) == year


POLICY = {"year": 2018, "minimum": 1, "policy": "x", "whose": "default", "kinds": "Dinas", "kinds_default": True,
          "units": "no", "contests": None, "document": None, "sources": []}  # fmt: skip


def test_years_of_the_same_policy_are_one_row_and_a_gap_parts_them() -> None:
    rows = frame(POLICY, {"year": 2015}, {"year": 2016}, {"year": 2018}, {"year": 2019, "minimum": 2})
    assert list(duty.policy_spans(rows)["span"]) == ["2015–2016", "2018", "2019"]


STATED = {"year": 2018, "complete": False, "register_extent": "partial", "register_source": "s-1"}
COUNTED = {"edition_id": "kipp-2018", "stage_id": "submitted", "extent": "none"}
ENTRY = {"edition_id": "kipp-2018", "competition_id": "kipp", "agency_id": None, "innovation": None,
         "agency_name": None}  # fmt: skip


@pytest.mark.parametrize(
    ("counted", "part"),
    [(({"extent": "none"},), "KIPP 2018 (no list yet)"), (({"extent": "passed_only"},), "(only those that passed)"),
     (({"stage_id": None},), "no hand-in stage is known"), (({"extent": "complete"},), "no hand-in stage is known"),
     ((), "the policy counts no contest of that year")],
)  # fmt: skip
def test_a_year_without_data_says_what_would_change_it(counted: tuple[dict[str, Any]], part: str) -> None:
    frames = {"government_years": frame(STATED, {}), "counted_editions": frame(COUNTED, *counted)}
    said = dict(duty.points(view(frames, lang="en"), {**YEAR, **NOTHING}, frame(POLICY, {})))
    assert part in said["What changes “no data” in 2018"]
    assert "is not complete: 35 counted" in said["Denominator 2018"]
    assert "not a document of Kabupaten A" in said["Policy 2018"]


def test_entries_without_agency_are_named_as_far_as_they_are_few() -> None:
    entries = frame(
        ENTRY, {"innovation": "Satu"}, {"agency_name": "Dines"}, *({"innovation": str(n)} for n in range(5))
    )
    frames = {"government_years": frame(STATED, {}), "entries": entries}
    row = {**YEAR, **FULL, "unattributed": 7}
    said = dict(duty.points(view(frames, lang="en"), row, frame(POLICY, {})))["Without agency 2018"]
    assert said.startswith("Entries that name no known agency: 7, so the “none” of that year are uncertain: Satu")
    assert "an entry without title (KIPP 2018, written “Dines”)" in said
    assert said.endswith("and 2 more.")


def _states(*states: str) -> str:
    rows = frame(BOARD, *({"agency_id": f"a-{n}", "state": state} for n, state in enumerate(states)))
    return agenda.finding(view(lang="en"), rows)


def test_who_must_act_is_said_for_every_mixture_of_states() -> None:
    assert _states("met", "none", "draft_only") == "2018: 2 of 3 agencies have not handed in an entry."
    assert _states("met", "no_data").startswith("2018: there are no data on 1 of 2 agencies")
    assert _states("met", "exempt") == "2018: no agency is still awaited."
    assert _states("none", "no_data") == "2018: 1 of 2 agencies have not handed in an entry."


def test_who_must_act_is_listed_by_state_with_the_doubtful_marked() -> None:
    rows = frame(BOARD, {"state": "none", "uncertain": True}, {"agency": "Badan Riset", "state": "no_data"}, {})
    shown = str(agenda.to_act(view(lang="en"), rows))
    assert "Dinas Kesehatan (not certain)" in shown
    assert "<summary>No data (1)</summary>" in shown
    assert agenda.to_act(view(), frame(BOARD, {})) is None


DECISION = {"text": "Surat", "owner": "Bappeda", "due_on": None, "done_on": None, "on_date": "2018-01-23"}


def test_decisions_are_open_overdue_or_done_as_of_the_data() -> None:
    rows = frame(DECISION, {"due_on": "2018-02-01"}, {"due_on": "2018-03-01"}, {"done_on": "2018-02-02"}, {})
    seen = view({"decisions": rows}, lang="en")
    found = agenda.decisions(seen)
    assert list(found["state"]) == ["overdue", "open", "open", "done"]
    assert agenda.decision_finding(seen, found) == "Meeting decisions still open: 3, overdue: 1"
    assert agenda.decision_finding(seen, found[1:3]) == "Meeting decisions still open: 2"
    assert agenda.decision_finding(seen, found[3:]) == "All meeting decisions are done"
    assert "done, 2 February 2018" in agenda.decision_table(seen, found, "x")


EVENT = {"edition_id": None, "year": 2018, "kind": "clinic", "on_date": None, "participants": None, "note": None,
         "source_id": None}  # fmt: skip


def test_events_are_those_of_the_edition_and_those_of_its_year_without_one() -> None:
    rows = frame(EVENT, {"edition_id": "kipp-2018", "source_id": "s-1"}, {}, {"year": 2017},
                 {"edition_id": "lokal-2018"})  # fmt: skip
    seen = view({"events": rows}, lang="en")
    found = agenda.events(seen)
    assert list(found["sources"]) == [["s-1"], []]
    assert str(agenda.event_table(seen, found, "x")).count('<td class="num">–</td>') == 2


def test_a_note_in_another_language_folds_away() -> None:
    assert "<details" not in str(agenda.note(view(lang="en"), "A note"))
    assert "<details" in str(agenda.note(view(), "A note"))
    assert agenda.note(view(), None) is None
