"""Counts of entries: per year with the gaps named, and the sentences for every case in both languages."""

from typing import Any

import pandas as pd
import pytest

from tests.unit.views import frame, view
from ui import composed, intake, intake_words

COUNT: dict[str, Any] = {
    "government_id": "kab-a", "agency_id": None, "competition_id": "kipp", "edition_id": None, "year": None,
    "counted_as": "submitted", "comparator": "=", "numerator": None, "basis": "rows", "sources": [], "reason": None,
}  # fmt: skip
KNOWN_2016 = {"edition_id": "kipp-2016", "year": 2016, "numerator": 3, "basis": "at_least"}
KNOWN_2017 = {"edition_id": "kipp-2017", "year": 2017, "numerator": 9}
UNKNOWN_2018 = {"edition_id": "kipp-2018", "year": 2018, "basis": "unknown", "reason": "no_coverage"}


def test_years_between_have_a_row_that_says_nothing_is_known() -> None:
    rows = frame(COUNT, KNOWN_2016, {**KNOWN_2017, "edition_id": "kipp-2020", "year": 2020, "numerator": 4})
    seen = view({"submissions": rows})
    made = intake.per_year(seen)
    assert list(made["year"]) == [2016, 2017, 2018, 2019, 2020]
    assert [None if pd.isna(n) else int(n) for n in made["numerator"]] == [3, None, None, None, 4]
    assert list(made["reason"])[1:4] == ["no_coverage", "no_coverage", "no_edition"]
    assert list(intake.gaps(seen, made)) == [2019]


def test_a_chosen_span_of_years_holds_the_year_in_view_only_where_it_lies_in_it() -> None:
    rows = frame(COUNT, KNOWN_2016, KNOWN_2017)
    assert list(intake.per_year(view({"submissions": rows}, years=(2016, 2017)))["year"]) == [2016, 2017]


def test_an_agency_without_a_kind_chosen_stays_and_another_kind_goes() -> None:
    rows = frame(COUNT, {"agency_id": "a-1", "numerator": 1}, {"agency_id": "a-2", "numerator": 2},
                 {"agency_id": "a-3", "numerator": None}, {"numerator": 3})  # fmt: skip
    assert list(intake.per_agency(view({"submissions": rows}))["agency"]) == ["Badan Riset", "Dinas Kesehatan"]
    assert list(intake.per_agency(view({"submissions": rows}, kinds=("dinas",)))["agency"]) == ["Dinas Kesehatan"]


@pytest.mark.parametrize(
    ("row", "said", "short"),
    [(KNOWN_2017, "9", "9"), (KNOWN_2016, "sekurang-kurangnya 3", "≥ 3"), ({"numerator": 0}, "0", "0"),
     ({"numerator": 80, "comparator": "~"}, "± 80", "± 80"), (UNKNOWN_2018, None, None)],
)  # fmt: skip
def test_a_count_is_said_as_it_is_known(row: dict[str, Any], said: str | None, short: str | None) -> None:
    whole = {**COUNT, **row}
    assert intake_words.count(view(), whole) == said
    assert intake_words.short_count(view(), whole) == short
    assert intake_words.count(view(), None) is None


def test_an_unknown_count_stays_missing_in_the_table_s_column() -> None:
    assert list(intake_words.labelled(view(), frame(COUNT, KNOWN_2016, UNKNOWN_2018))["entries"]) == ["≥ 3", None]


@pytest.mark.parametrize(
    ("lang", "row", "expected"),
    [("id", KNOWN_2017, "Kabupaten A menyerahkan 9 usulan ke KIPP 2018."),
     ("en", KNOWN_2017, "Entries handed in by Kabupaten A to KIPP 2018: 9."),
     ("en", KNOWN_2016, "Entries handed in by Kabupaten A to KIPP 2018: at least 3."),
     ("en", {**KNOWN_2017, "counted_as": "registered"},
      "Entries registered by Kabupaten A in KIPP 2018: 9; how many were handed in is not known."),
     ("id", UNKNOWN_2018, "Belum diketahui berapa usulan yang diserahkan Kabupaten A ke KIPP 2018."),
     ("en", UNKNOWN_2018, "How many entries Kabupaten A handed in to KIPP 2018 is not known.")],
)  # fmt: skip
def test_the_finding_of_an_edition(lang: str, row: dict[str, Any], expected: str) -> None:
    assert intake_words.finding(view(lang=lang), {**COUNT, **row}) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [(KNOWN_2017, "Entries handed in to KIPP 2018: 9."),
     ({**KNOWN_2017, "counted_as": "registered"},
      "Registrations for KIPP 2018: 9; how many were handed in is not known."),
     (UNKNOWN_2018, "How many entries KIPP 2018 received is not known.")],
)  # fmt: skip
def test_the_finding_of_a_whole_contest(row: dict[str, Any], expected: str) -> None:
    assert intake_words.finding(view(lang="en", government=""), {**COUNT, **row}) == expected


def test_the_finding_names_the_agency_in_view() -> None:
    assert "Dinas Kesehatan" in intake_words.finding(view(agency="a-1"), {**COUNT, **KNOWN_2017})


LATER = {"edition_id": "kipp-2018", "year": 2018, "numerator": 12}


@pytest.mark.parametrize(
    ("rows", "part"),
    [((KNOWN_2016, UNKNOWN_2018), "no year with an exact number"), ((KNOWN_2016, KNOWN_2017), "for 2017 only: 9"),
     ((KNOWN_2017, LATER), "were most in 2018, the latest year known exactly: 12"),
     ((KNOWN_2017, {**LATER, "numerator": 4}), "peaked at 9 in 2017; the latest exact number is 4 in 2018"),
     ((KNOWN_2017, {**LATER, "counted_as": "registered"}), "for 2017 only: 9"),
     ((KNOWN_2017, {**LATER, "comparator": "~"}), "for 2017 only: 9")],
)  # fmt: skip
def test_the_finding_of_the_years_rests_on_exact_counts_of_one_kind(rows: tuple[dict[str, Any]], part: str) -> None:
    assert part in intake_words.years_finding(view(lang="en"), frame(COUNT, *rows))


def test_a_whole_contest_without_exact_years_says_so() -> None:
    said = intake_words.years_finding(view(lang="en", government=""), frame(COUNT, KNOWN_2016))
    assert said == "KIPP: there is no year with an exact number of entries"


STEP = {"year": 2018, "kind": "submitted", "value": None, "basis": "reported"}


@pytest.mark.parametrize(
    ("rows", "part"),
    [(({"value": 5}, {"year": 2017, "value": 8}), "handed in in 2017, 8"),
     (({"kind": "registered", "value": 5},), "registrations were in 2018, 5"),
     (({"value": 5, "basis": "at_least"},), "no year with an exact")],
)  # fmt: skip
def test_the_finding_of_a_contest_s_years(rows: tuple[dict[str, Any]], part: str) -> None:
    assert part in intake_words.contest_finding(view(lang="en", government=""), frame(STEP, *rows))


@pytest.mark.parametrize(
    ("numbers", "part"),
    [((4, 1), "Dinas Kesehatan has the most"), ((2, 2), "Agencies known in KIPP 2018: 2"), ((1,), "Only Dinas")],
)
def test_the_finding_of_the_agencies(numbers: tuple[int, ...], part: str) -> None:
    rows = frame({**COUNT, "agency": None}, *({"agency": name, "numerator": n}
                 for name, n in zip(("Dinas Kesehatan", "Badan Riset"), numbers, strict=False)))  # fmt: skip
    assert part in intake_words.agency_finding(view(lang="en"), rows)


def test_a_breakdown_of_one_part_compares_nothing() -> None:
    rows = frame({"part": None, "passed": None}, {"part": "Regency", "passed": 7}, {"part": "City", "passed": 2})
    many = intake_words.breakdown_finding(view(lang="en"), rows, "level", "Handed in")
    assert many == "Handed in 2018 by level of government: Regency the most, 7"
    one = intake_words.breakdown_finding(view(lang="en"), rows.head(1), "level", "Handed in")
    assert one == "Handed in 2018: only Regency was published, 7"


PART = {"dimension": "type", "part": "", "numerator": None, "denominator": 4, "value": None, "basis": "rows",
        "comparator": "="}  # fmt: skip


def test_the_make_up_puts_what_no_source_states_last_and_leaves_out_repeats() -> None:
    said: dict[str, Any] = {"part": "digital", "numerator": 1}
    rest: dict[str, Any] = {"numerator": 3}
    rows = frame(
        PART,
        rest,
        said,
        {"dimension": "category", "numerator": 4},
        {"dimension": "form", **said},
        {"dimension": "form", **rest},
    )
    seen = view({"composition": rows}, lang="en")
    found = composed.dimensions(seen)
    assert list(found) == ["type"]
    assert list(found["type"]["said"]) == ["digital", "not stated by the source"]
    assert composed.finding(seen, "type", found["type"]) == "By type: digital the most, 1 of 4"
    assert composed.total(seen, found["type"]) == {"entries": "4"}
    assert composed.unsaid(seen) == "The sources do not state the kind of agency, category of the entries in KIPP 2018."


def test_without_entries_nothing_is_missing_from_the_make_up() -> None:
    assert composed.unsaid(view({"composition": frame(PART)})) is None
