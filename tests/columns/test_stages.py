"""Headings that name a stage of the edition."""

import pytest

from etl.columns.headings import StageName, Vocabulary
from etl.columns.stages import day_in, without_day
from tests.columns.tables import LOCAL_2025, PROVINCE_2021, columns_of, understood

PROVINCE, LOCAL = Vocabulary(PROVINCE_2021), Vocabulary(LOCAL_2025)


@pytest.mark.parametrize(
    ("heading", "stage", "day"),
    [
        ("Seleksi Administrasi (15/02/2021)", "administrative", "2021-02-15"),
        ("50 Besar / Presentasi (18/3/2021)", "top50", "2021-03-18"),
        ("Verifikasi Lapangan (30 Maret 2021)", "field", "2021-03-30"),
        ("Top 30 (1/5/2021)", "top30", "2021-05-01"),
        ("Top 30 - 1 Mei 2021", "top30", "2021-05-01"),
    ],
)
def test_date_in_heading(heading: str, stage: str, day: str) -> None:
    found = understood([heading], ["lolos"], vocabulary=PROVINCE)[0]
    assert (found.column, found.day) == (f"outcome:{stage}", day)
    assert PROVINCE.is_heading(heading)


def test_a_heading_without_a_day() -> None:
    assert day_in("20 Indikator (x/20)") is None
    assert without_day("Hasil (Ya/Tidak)") == "Hasil (Ya/Tidak)"
    assert without_day("Top 30 (1/5/2021)") == "Top 30"


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("Administrasi", "administrative"),
        ("Lolos Administrasi", "administrative"),
        ("Hasil Seleksi Administrasi", "administrative"),
        ("PRESENTASI", "presentation"),
        ("Tahap Wawancara", "presentation"),
        ("Top 7", "top7"),
        ("7 Besar", "top7"),
        ("Nilai Presentasi", "presentation"),
    ],
)
def test_stage_columns(heading: str, stage: str) -> None:
    assert columns_of([heading], ["Ya"], vocabulary=LOCAL) == [f"outcome:{stage}"]


@pytest.mark.parametrize(
    "heading", ["Top 99", "Tanggal Presentasi", "Jadwal Administrasi", "Link Presentasi", "Verifikator"]
)
def test_what_names_no_stage_of_the_edition(heading: str) -> None:
    assert LOCAL.stage_of(heading) is None
    assert columns_of([heading], ["Ya"], vocabulary=LOCAL) == [None]


def test_two_stages_of_one_kind_are_not_guessed() -> None:
    twice = (StageName("a", "Presentasi I", 1, "presentation"), StageName("b", "Presentasi II", 2, "presentation"))
    assert Vocabulary(twice).stage_of("Presentasi") is None
    assert Vocabulary(twice).stage_of("Presentasi II") == twice[1]


def test_winners_above_numbers_are_ranks() -> None:
    assert columns_of(["Juara"], [1], [2], vocabulary=LOCAL) == ["rank"]
    assert columns_of(["Juara"], ["Ya"], ["Tidak"], vocabulary=LOCAL) == ["outcome:final"]


def test_winners_may_be_the_last_small_cut() -> None:
    cut = (StageName("intake", "Pengajuan", 1, "registered"), StageName("top3", "Top 3", 2, "shortlist", 3))
    assert Vocabulary(cut).stage_of("Juara") == cut[1]
    assert PROVINCE.stage_of("Juara") is None


@pytest.mark.parametrize(
    ("heading", "column"), [("Peringkat", "rank"), ("Rank", "rank"), ("No", None), ("Nomor Urut", None)]
)
def test_running_numbers_are_no_ranks(heading: str, column: str | None) -> None:
    assert columns_of([heading, "Judul"], [1, "A"], ["2.", "B"], [" 3.", "C"]) == [column, "name"]


def test_the_result_of_the_stage_that_was_given() -> None:
    assert columns_of(["Judul", "Hasil"], ["A", "Lolos"], ["B", "Tidak Lolos"]) == ["name", "outcome"]
    assert columns_of(["Judul", "Hasil"], ["A", "Antrean lebih singkat"]) == ["name", None]


def test_the_stage_each_entry_reached() -> None:
    rows = (["A", "Top 7"], ["B", "Presentasi"], ["C", "Lolos Administrasi"])
    for heading in ("Tahap", "Tahap Terakhir"):
        assert columns_of(["Judul", heading], *rows, vocabulary=LOCAL) == ["name", "stage"]
        assert columns_of(["Judul", heading], *rows) == ["name", None]  # the edition is not known yet


def test_stages_as_columns_of_counts() -> None:
    stages = Vocabulary((*LOCAL_2025,))
    headings = ["Tahun", "Masuk", "Lolos administrasi", "Target"]
    rows = ([2018, 46, 32, None], [2019, "25 (sumber lain: 24)", None, 30])
    assert columns_of(headings, *rows, purpose="reported_counts", vocabulary=stages) == [
        "year",
        "value:registered",
        "value:administrative",
        "target",
    ]
    without = columns_of(headings, *rows, purpose="reported_counts")
    assert without == ["year", "value:registered", "value:administrative", "target"]  # then by kind


def test_stages_as_rows() -> None:
    rows = (["Proposal masuk", 53, "tata kelola 26"], ["Lolos administrasi", 21, None], ["Juara", 3, None])
    assert columns_of(["Tahap", "Jumlah", "Keterangan"], *rows, purpose="reported_counts") == ["stage", "value", "note"]
    assert LOCAL.stage_of("Proposal masuk") == LOCAL_2025[0]
    assert LOCAL.stage_of("Lolos administrasi") == LOCAL_2025[1]


def test_counts_not_entries() -> None:
    rows = (["Bantaeng", 10], ["Pinrang", 9])
    assert columns_of(["Daerah", "Jumlah"], *rows, purpose=None) == ["scope", "value"]
