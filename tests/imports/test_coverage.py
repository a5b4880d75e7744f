"""Whether the file is everything: only where a person says so, and never more than the list tells."""

from tests.imports.small import Data

LIST = "Judul Inovasi,OPD\nSehat,Dinas Kesehatan\n"


def coverage(data: Data, rows: str = LIST, **said: str) -> list[tuple[str | None, ...]]:
    dry = data.read(rows, **said)
    names = ("edition_id", "year", "stage_id", "scope_kind", "scope_id", "extent")
    return [tuple(row.get(name) for name in names) for row in dry.tables.get("coverage", [])]


def test_partial_is_the_default_and_writes_nothing(data: Data) -> None:
    assert coverage(data) == []


def test_everything_a_government_handed_in(data: Data) -> None:
    assert coverage(data, extent="complete") == [("lomba-2018", None, "masuk", "government", "kab-a", "complete")]


def test_everything_an_agency_handed_in(data: Data) -> None:
    assert coverage(data, extent="complete", extent_agency="a-dinkes") == [
        ("lomba-2018", None, "masuk", "agency", "a-dinkes", "complete")
    ]


def test_a_whole_list_of_those_that_came_through_says_nothing_of_the_others(data: Data) -> None:
    assert coverage(data, extent="complete", stage_id="top7") == [
        ("lomba-2018", None, "top7", "government", "kab-a", "passed_only")
    ]


def test_a_whole_list_of_agencies_speaks_of_its_year(data: Data) -> None:
    dry = data.read("Nama OPD\nDinas Pariwisata\n", table="agencies", extent="complete", year=2018)
    row = dry.tables["coverage"][0]
    assert (row["year"], row["stage_id"], row["extent"]) == ("2018", "agencies", "complete")


def test_a_file_with_rows_that_wait_is_not_recorded_as_everything(data: Data) -> None:
    assert coverage(data, LIST + ",Dinas Sosial\n", extent="complete") == []
