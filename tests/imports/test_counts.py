"""Published totals: per government, per year, per stage; rivals, targets and totals."""

from typing import Any

from tests.imports.small import Data, asked, column, held


def counts(data: Data, rows: str, **said: Any) -> Any:
    return data.read(rows, table="reported_counts", **said)


def test_counts_per_government_at_the_stage_given(data: Data) -> None:
    rows = "Daerah,Jumlah\nKabupaten A,10\nB,~ 9\nEntah,3\nTotal,22\n"
    dry = counts(data, rows, government_id=None, stage_id="masuk")
    assert [(r["scope_id"], r["comparator"], r["value"]) for r in dry.tables["reported_counts"]] == [
        ("kab-a", "=", "10"),
        ("kab-b", "~", "9"),
    ]
    assert held(dry) == [("CSV!A4", "bad_value", "government")]
    assert asked(dry) == [("CSV!B5", "total_differs", None)]
    assert dry.questions[0].params["stated"] == "22"


def test_counts_with_stages_as_rows(data: Data) -> None:
    dry = counts(data, "Tahap,Jumlah,Keterangan\nSeleksi Administrasi,21,\nPresentasi,11,8 OPD\nEntah apa,3,\n")
    assert column(dry, "reported_counts", "stage_id") == ["administrasi", "presentasi"]
    assert column(dry, "reported_counts", "scope_kind") == ["all", "all"]
    assert held(dry) == [("CSV!A4", "unknown_stage", None)]


def test_counts_with_stages_as_columns_and_years_as_rows(data: Data) -> None:
    rows = "Tahun,Masuk,Seleksi Administrasi,Target\n2018,46,32,50\n2017,25,,30\n"
    dry = counts(data, rows, edition_id=None, competition_id="lomba")
    assert column(dry, "reported_counts", "value") == ["46", "32"]
    assert held(dry) == [("CSV!A3", "conflict", "edition")]
    assert ("CSV!D2", "unmapped_column", "target") in asked(dry)


def test_two_figures_in_one_cell_wait(data: Data) -> None:
    dry = counts(data, "Tahap,Jumlah\nPresentasi,25 (sumber lain: 24)\n")
    assert held(dry) == [("CSV!B2", "conflict", "rivals")]
    assert dry.quarantined[0].params == {"column": "Jumlah", "first": "25", "second": "24"}


def test_a_dash_is_not_zero_and_zero_is(data: Data) -> None:
    dry = counts(data, "Tahap,Jumlah\nPresentasi,-\nSeleksi Administrasi,0\n")
    assert column(dry, "reported_counts", "value") == ["0"]
    assert held(dry) == [("CSV!B2", "missing", "count")]


def test_a_source_that_agrees_adds_nothing(data: Data) -> None:
    rows = "Tahap,Jumlah\nPresentasi,11\n"
    data.load(counts(data, rows))
    assert counts(data, rows).outcome == "nothing"


def test_the_stage_is_asked_for_where_nothing_tells_it(data: Data) -> None:
    dry = counts(data, "Daerah,Jumlah\nKabupaten A,10\n", government_id=None)
    assert (dry.outcome, [ask.what for ask in dry.asks]) == ("ask", ["stage"])
