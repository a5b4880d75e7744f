"""How each type of the contract reads its cells."""

import pytest

from etl.contract import contract
from tests.etl.small import SMALL, Loaded, Root, loaded

# type: a table that holds it in an optional column, the column, cells and what they load as (None: a question)
READ: dict[str, tuple[str, str, dict[str, object]]] = {
    "integer": ("stages", "stage_order", {"3": 3, " 3 ": 3, "-1": -1, "007": 7}),
    "count": (
        "stages",
        "quota",
        {"0": 0, "99": 99, " 12\u00a0": 12, "\t5": 5}
        | dict.fromkeys(["1.5", "1e3", "1.000", "1,000", "-1", "+1", "1 000", "satu", "9" * 19, "½", "٣"]),
    ),
    "decimal": (
        "government_results",
        "score",
        {"1.5": 1.5, "-0.25": -0.25, "90": 90.0}
        | dict.fromkeys(["1,5", "1.234,5", "1e3", "90 %", ".5", "5.", "nan", "inf", "9" * 400]),
    ),
    "year": ("targets", "year", {"2018": 2018, "1945": 1945, "2100": 2100}),
    "date": (
        "editions",
        "opens_on",
        {"2018-02-28": "2018-02-28", "2018-02": "2018-02", "2018": "2018", "2020-02-29": "2020-02-29"}
        | dict.fromkeys(["2018-02-30", "2019-02-29", "2018-13", "2018-00", "2018-1-2", "23/1/2018", "23 Januari 2018"])
        | dict.fromkeys(["0000", "0218-01-02", "9999-12-31", "2018-01-01T00:00", "kemarin"]),
    ),
    "flag": (
        "submissions",
        "flagship",
        {"true": True, "TRUE": True, "ya": True, "1": True, "false": False, "Tidak": False, "0": False}
        | dict.fromkeys(["benar", "2", "y", "t"]),
    ),
    "list": (
        "policies",
        "kinds_counted",
        {"dinas": ["dinas"], "dinas|badan": ["dinas", "badan"], " dinas | | badan ": ["dinas", "badan"]}
        | {"|": None, "dinass": None},
    ),
    "stage_status": ("stages", "status", {"held": "held"} | dict.fromkeys(["Held", "HELD", "done", "held|planned"])),
    "text": ("sources", "publisher", {" a  b ": "a  b", "null": "null", "NA": "NA", "0": "0", "=1+1": "=1+1"}),
}
ROWS = {
    "stages": ("edition_id,stage_id,stage_order,kind,name", "lomba-2018,s{n},1,final,Nama"),
    "government_results": ("edition_id,government_id", "e{n},kab-a"),
    "editions": ("edition_id,competition_id,year", "e{n},lomba,2018"),
    "targets": (
        "target_id,scope_kind,scope_id,metric,comparator,source_id,edition_id",
        "t{n},all,all,submissions,at_least,s1,lomba-2018",
    ),
    "submissions": ("submission_id,edition_id,innovation", "u{n},lomba-2018,Judul"),
    "policies": ("year", "{n}"),
    "sources": ("source_id", "s{n}"),
}


def _given(table: str, column: str, cells: list[str]) -> dict[str, str]:
    """A table with one row per cell, and what it points to."""
    header, row = ROWS[table]
    names = [name for name in header.split(",") if name != column]
    fixed = [cell for name, cell in zip(header.split(","), row.split(","), strict=True) if name != column]
    lines = [",".join([*fixed, f'"{cell}"']).replace("{n}", str(2000 + n)) for n, cell in enumerate(cells)]
    tables = {"governments": SMALL["governments"], "competitions": SMALL["competitions"], "sources": SMALL["sources"]}
    editions = "edition_id,competition_id,year\nlomba-2018,lomba,2018\n"
    editions += "".join(f"e{2000 + n},lomba,2018\n" for n in range(len(cells)))
    return {**tables, "editions": editions, table: "\n".join([",".join([*names, column]), *lines, ""])}


@pytest.mark.parametrize("kind", READ)
def test_a_cell_loads_as_its_type_or_empty_with_a_question(root: Root, kind: str) -> None:
    table, column, cells = READ[kind]
    done = loaded(root, _given(table, column, list(cells)))
    assert not done.quarantined
    assert dict(zip(cells, done.cells(table, column), strict=True)) == cells
    lost = [cell for cell, value in cells.items() if value is None and cell != "|"]
    assert sorted(value for _, _, name, value, _ in done.questions if name == column) == sorted(lost)


def test_every_type_of_the_contract_is_tried() -> None:
    types = {column.type for table in contract().tables.values() for column in table.columns}
    assert types - set(contract().enums) <= set(READ)


@pytest.mark.parametrize("cell", ["1944", "2101", "18", "02018", "2018.0", "2O18", "-2018", ""])
def test_a_year_out_of_range_or_unreadable_holds_the_row_that_needs_it(root: Root, cell: str) -> None:
    tables = {"competitions": SMALL["competitions"], "editions": f"edition_id,competition_id,year\ne1,lomba,{cell}\n"}
    done = loaded(root, tables)
    code = "bad_value" if cell else "missing"
    assert done.quarantined == [("editions", 2, "year", cell or None, code)]


@pytest.mark.parametrize("word", ["Passed", "PASSED", "lolos", "passed failed", "ya"])
def test_a_word_that_is_not_in_the_list_holds_the_row_also_in_other_case(root: Root, word: str) -> None:
    done = loaded(root, {**SMALL, "stage_results": f"submission_id,stage_id,outcome\nu1,juara,{word}\n"})
    assert done.quarantined == [("stage_results", 2, "outcome", word, "bad_value")]


def test_blanks_around_a_cell_do_not_count_and_a_cell_of_blanks_is_empty(root: Root) -> None:
    sources = "source_id,title,publisher\n\u00a0s1 ,\t Judul\u200b,\u00a0 \n"
    done = loaded(root, {"sources": sources})
    assert done.rows("SELECT source_id, title, publisher FROM sources") == [("s1", "Judul", None)]


def _with_policy(root: Root, cells: str) -> Loaded:
    header = "government_id,year,kinds_counted,competitions_counted\n"
    return loaded(root, {**SMALL, "policies": f"{header}kab-a,2018,{cells}\n"})


def test_of_a_list_the_known_parts_load_and_the_cell_is_a_question(root: Root) -> None:
    done = _with_policy(root, "dinas|dinass|badan,tiada|lomba")
    assert done.rows("SELECT kinds_counted, competitions_counted FROM policies") == [(["dinas", "badan"], ["lomba"])]
    assert [(name, value, code) for _, _, name, value, code in done.questions] == [
        ("competitions_counted", "tiada|lomba", "bad_value"),
        ("kinds_counted", "dinas|dinass|badan", "bad_value"),
    ]


def test_a_list_without_a_known_part_is_blank_and_so_says_nothing(root: Root) -> None:
    done = _with_policy(root, "dinass,tiada")
    assert done.rows("SELECT kinds_counted, competitions_counted FROM policies") == [(None, None)]
    assert len(done.questions) == 2


SCOPES = {
    ("all", "all"): None,
    ("all", "kab-a"): "bad_value",
    ("level", "regency"): None,
    ("level", "regency+city"): None,
    ("level", "regency+kabupaten"): "bad_value",
    ("province", "kab-a"): None,
    ("government", "kab-a"): None,
    ("government", "kab-z"): "bad_value",
    ("government", "a-dinkes"): "bad_value",
    ("agency", "a-dinkes"): None,
    ("agency", "kab-a"): "bad_value",
    ("dunia", "all"): "bad_value",
    ("", "all"): "missing",
    ("all", ""): "missing",
}


def test_a_scope_must_exist_and_fit_its_kind(root: Root) -> None:
    rows = [f"lomba-2018,{kind},{scope},complete" for kind, scope in SCOPES]
    coverage = "\n".join(["edition_id,scope_kind,scope_id,extent", *rows, ""])
    done = loaded(root, {**SMALL, "coverage": coverage})
    held = {line: code for _, line, _, _, code in done.quarantined}
    assert dict(zip(SCOPES, [held.get(line) for line in range(2, len(SCOPES) + 2)], strict=True)) == SCOPES


def test_a_required_reference_holds_the_row_and_an_optional_one_does_not(root: Root) -> None:
    agencies = "agency_id,government_id,name,source_id\na1,kab-z,Dinas,s1\na2,kab-a,Badan,s9\n"
    done = loaded(root, {**SMALL, "agencies": agencies})
    assert done.quarantined == [("agencies", 2, "government_id", "kab-z", "bad_value")]
    assert ("agencies", 3, "source_id", "s9", "bad_value") in done.questions
    assert done.cells("agencies", "agency_id") == ["a2"]


def test_a_reference_to_a_table_that_was_not_given_stands_unverified(root: Root) -> None:
    tables = {name: SMALL[name] for name in ("competitions", "editions", "submissions")}
    done = loaded(root, tables)
    assert not done.quarantined
    assert not done.questions
    assert done.cells("submissions", "government_id") == ["kab-a"] * 3


def test_a_table_points_to_rows_of_its_own_in_any_order(root: Root) -> None:
    governments = "government_id,name,parent_id\nkab-a,Kabupaten A,prov\nprov,Provinsi,\nkab-b,Kabupaten B,kab-b\n"
    done = loaded(root, {"governments": governments})
    assert done.cells("governments", "parent_id") == ["prov", None, "kab-b"]
