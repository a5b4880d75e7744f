"""The row of a target: its key, what it revises, and how cells are written."""

import pytest

from ui.forms.target_rows import Row, row, same

SCOPE = {"scope_kind": "government", "scope_id": "kab-a"}
ON_RECORD = {**SCOPE, "target_id": "t-1", "metric": "submissions", "edition_id": "kipp-2018", "year": 2018}


def made(**given: object) -> dict[str, str | None]:
    """A target of the government for 15 entries in KIPP 2018, or as `given` says."""
    usual = {**SCOPE, "metric": "submissions", "comparator": "at_least", "value": 15, "source_id": "s-1",
             "edition_id": "kipp-2018"}  # fmt: skip
    return row(**(usual | given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "key"),
    [({}, "kab-a-kipp-2018-submissions"), ({"metric": "reach:top45"}, "kab-a-kipp-2018-reach-top45"),
     ({"edition_id": None, "year": 2027, "metric": "participation"}, "kab-a-2027-participation"),
     ({"scope_kind": "agency", "scope_id": "a-1"}, "a-1-kipp-2018-submissions")],
)  # fmt: skip
def test_a_new_target_s_key_says_what_it_is_for(given: dict[str, object], key: str) -> None:
    assert made(**given)["target_id"] == key


def test_a_target_for_the_same_thing_is_revised() -> None:
    assert made(known=[ON_RECORD], year=2018)["target_id"] == "t-1"
    assert made(known=[ON_RECORD], comparator="exactly", value=None)["target_id"] == "t-1"


@pytest.mark.parametrize(
    "other",
    [{"edition_id": "kipp-2017"}, {"scope_kind": "agency"}, {"scope_id": "kab-b"}, {"metric": "registered"},
     {"edition_id": None}],
)  # fmt: skip
def test_a_target_for_anything_else_is_left_alone(other: dict[str, object]) -> None:
    assert made(known=[{**ON_RECORD, **other}])["target_id"] == "kab-a-kipp-2018-submissions"


def test_a_target_of_a_whole_year_is_told_by_the_year() -> None:
    known: list[Row] = [
        {**ON_RECORD, "edition_id": None, "year": year, "target_id": f"t-{year}"} for year in (2017, 2018)
    ]
    assert made(known=known, edition_id=None, year=2018)["target_id"] == "t-2018"
    assert made(known=known, edition_id=None, year=2019)["target_id"] == "kab-a-2019-submissions"


def test_a_key_in_use_for_something_else_is_not_taken() -> None:
    known = [{**ON_RECORD, "target_id": "kab-a-kipp-2018-submissions", "scope_id": "kab-b"}]
    assert made(known=known)["target_id"] == "kab-a-kipp-2018-submissions-2"


def test_several_targets_for_one_thing_are_found_by_key_whatever_their_order() -> None:
    known = [{**ON_RECORD, "target_id": key} for key in ("t-2", "t-1")]
    assert [each["target_id"] for each in same(known, ON_RECORD)] == ["t-1", "t-2"]
    assert made(known=known)["target_id"] == made(known=known[::-1])["target_id"] == "t-1"


@pytest.mark.parametrize(("value", "cell"), [(15, "15"), (15.0, "15"), (87.5, "87.5"), (None, None), ("12", "12")])
def test_the_value_is_written_as_the_input_tables_write_it(value: object, cell: str | None) -> None:
    assert made(value=value)["value"] == cell


def test_every_column_of_the_table_is_there() -> None:
    assert list(made(year=2018, set_on="2018-01-23", set_by="Bupati", note="n").values()) == [
        "kab-a-kipp-2018-submissions", "government", "kab-a", "kipp-2018", "2018", "submissions", "at_least", "15",
        "2018-01-23", "Bupati", "s-1", "n",
    ]  # fmt: skip


def test_a_target_for_no_time_is_refused() -> None:
    with pytest.raises(ValueError, match="an edition or a year"):
        made(edition_id=None)
