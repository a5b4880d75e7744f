"""The generated data: reproducible, valid by the rules of the input tables, and with every case that pages show."""

import csv
import filecmp
import re
from collections import Counter
from pathlib import Path

import pytest

from bench.generator import DEFAULT_SEED, sample, scale
from bench.generator.sample import behaviour
from bench.generator.tables import COLUMNS, Tables

SHIPPED = Path("data/sample")
Rows = dict[str, list[dict[str, str]]]

KEYS: dict[str, tuple[str, ...]] = {
    "sources": ("source_id",),
    "governments": ("government_id",),
    "agencies": ("agency_id",),
    "competitions": ("competition_id",),
    "editions": ("edition_id",),
    "stages": ("edition_id", "stage_id"),
    "innovations": ("innovation_id",),
    "submissions": ("submission_id",),
    "stage_results": ("submission_id", "stage_id"),
    "reported_counts": (
        "edition_id", "stage_id", "scope_kind", "scope_id", "group", "category", "measure", "source_id",
    ),
    "coverage": ("edition_id", "year", "scope_kind", "scope_id", "stage_id"),
    "targets": ("target_id",),
    "policies": ("government_id", "year"),
    "rules": ("edition_id", "rule_id"),
    "events": ("event_id",),
    "awards": ("submission_id", "award"),
    "exemptions": ("agency_id", "year"),
    "meetings": ("meeting_id",),
    "decisions": ("decision_id",),
    "replies": ("reply_id",),
    "settings": ("government_id", "key"),
}  # fmt: skip
# column -> table that it points to; a cell may name several, joined by |
REFERENCES = {
    "source_id": "sources", "government_id": "governments", "agency_id": "agencies", "edition_id": "editions",
    "competition_id": "competitions", "innovation_id": "innovations", "submission_id": "submissions",
    "meeting_id": "meetings",
}  # fmt: skip
OTHER_REFERENCES = (
    ("agencies", "parent_id", "agencies"), ("agencies", "succeeded_by", "agencies"),
    ("governments", "parent_id", "governments"), ("innovations", "successor_of", "innovations"),
    ("policies", "competitions_counted", "competitions"),
)  # fmt: skip
# (table, column) -> values that data sets may use here
VALUES = {
    ("agencies", "kind"): "dinas badan sekretariat inspektorat kecamatan bumd rsud puskesmas upt satpol",
    ("competitions", "type"): "contest",
    ("competitions", "level"): "national provincial local",
    ("governments", "level"): "province regency city",
    ("stages", "kind"): "identified drafted clinic revised verified registered submitted administrative evaluation"
    " shortlist presentation field final",
    ("stages", "status"): "held planned",
    ("coverage", "extent"): "complete partial",
    ("reported_counts", "comparator"): "= ~",
    ("events", "kind"): "clinic workshop assistance socialisation meeting",
    ("targets", "comparator"): "at_least at_most exactly",
    ("innovations", "type"): "digital non-digital",
}


def read(folder: Path) -> Rows:
    result: Rows = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert tuple(header) == COLUMNS[path.stem]
        assert {len(row) for row in rows} == {len(header)}, path.name
        result[path.stem] = [dict(zip(header, row, strict=True)) for row in rows]
    return result


@pytest.fixture(scope="module")
def shipped() -> Rows:
    return read(SHIPPED)


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("district")
    scale.generate(folder, scale.SHAPES["district"], seed=7)
    return folder


def assert_same_files(one: Path, other: Path) -> None:
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in other.iterdir())
    same, different, missing = filecmp.cmpfiles(one, other, names, shallow=False)
    assert (sorted(same), different, missing) == (names, [], [])


def assert_valid(rows: Rows) -> None:
    for table, key in KEYS.items():
        keys = Counter(tuple(row[column] for column in key) for row in rows.get(table, []))
        assert [k for k, n in keys.items() if n > 1] == [], table
    known = {table: {row[KEYS[table][0]] for row in rows[table]} for table in set(REFERENCES.values()) & rows.keys()}
    links = [(table, column, target) for table in rows for column, target in REFERENCES.items()]
    for table, column, target in [*links, *OTHER_REFERENCES]:
        cells = {part for row in rows[table] for part in row.get(column, "").split("|")} - {""}
        assert cells <= known.get(target, cells), (table, column)
    for (table, column), values in VALUES.items():
        assert {row[column] for row in rows[table]} <= set(values.split()), (table, column)
    for table in rows:
        for column in (column for column in COLUMNS[table] if column.endswith("_on")):
            assert all(re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", row[column]) for row in rows[table]), (table, column)
        if "source_id" in COLUMNS[table]:
            assert all(row["source_id"] for row in rows[table]), table


def assert_stages_and_agencies_exist(rows: Rows) -> None:
    edition_of = {row["submission_id"]: row["edition_id"] for row in rows["submissions"]}
    status = {(row["edition_id"], row["stage_id"]): row["status"] for row in rows["stages"]}
    used = {(edition_of[row["submission_id"]], row["stage_id"]) for row in rows["stage_results"]}
    assert {status[stage] for stage in used} == {"held"}
    year_of = {row["edition_id"]: int(row["year"]) for row in rows["editions"]}
    in_force = {(row["government_id"], row["name"]): row for row in rows["agencies"]}
    for row in rows["submissions"]:
        if row["agency"]:
            agency, year = in_force[row["government_id"], row["agency"]], year_of[row["edition_id"]]
            assert agency["valid_from"] <= f"{year}-12-31", row
            assert not agency["valid_to"] or agency["valid_to"] >= f"{year}-01-01", row


def test_regenerating_gives_the_shipped_bytes(tmp_path: Path) -> None:
    sample.generate(tmp_path, DEFAULT_SEED)
    assert_same_files(tmp_path, SHIPPED)


def test_another_seed_gives_other_rows(tmp_path: Path) -> None:
    sample.generate(tmp_path, DEFAULT_SEED + 1)
    rows = read(tmp_path)
    assert rows["submissions"] != read(SHIPPED)["submissions"]
    assert_valid(rows)
    assert_stages_and_agencies_exist(rows)


def test_keys_are_unique_and_references_exist(shipped: Rows) -> None:
    assert_valid(shipped)
    assert_stages_and_agencies_exist(shipped)


def test_everything_is_marked_as_invented(shipped: Rows) -> None:
    assert 'kind = "sample"' in (SHIPPED / "dataset.toml").read_text(encoding="utf-8")
    assert all("contoh)" in row["name"] for row in shipped["governments"] + shipped["competitions"])
    assert all(row["title"].endswith("(contoh)") and not row["url"] for row in shipped["sources"])
    assert {row["grade"] for row in shipped["sources"]} == {"register", "own"}
    assert {row["region_code"] for row in shipped["governments"]} == {""}


def test_forty_agencies_and_twelve_complete_years(shipped: Rows) -> None:
    now = [row for row in shipped["agencies"] if not row["valid_to"] and not row["parent_id"]]
    assert len(now) == 40
    handed_in = {(row["edition_id"], row["stage_id"]) for row in shipped["stages"] if row["kind"] == "submitted"}
    extents: dict[str, set[str]] = {}
    year_of = {row["edition_id"]: row["year"] for row in shipped["editions"]}
    for row in shipped["coverage"]:
        if (row["edition_id"], row["stage_id"]) in handed_in and row["scope_kind"] == "government":
            extents.setdefault(year_of[row["edition_id"]], set()).add(row["extent"])
    assert [year for year, found in extents.items() if found == {"complete"}] == [str(y) for y in range(2014, 2026)]
    assert "partial" in extents["2026"]


def test_every_state_of_an_entry_occurs(shipped: Rows) -> None:
    assert {row["outcome"] for row in shipped["stage_results"]} == {"passed", "failed", "pending", "withdrawn"}
    year_of = {row["submission_id"]: row["edition_id"][-4:] for row in shipped["submissions"]}
    pending = {year_of[row["submission_id"]] for row in shipped["stage_results"] if row["outcome"] == "pending"}
    assert pending == {"2026"}


def test_a_day_of_hand_in_stands_where_an_entry_was_handed_in(shipped: Rows) -> None:
    dated = {row["submission_id"] for row in shipped["submissions"] if row["submitted_on"]}
    results = [row for row in shipped["stage_results"] if row["stage_id"] == "submitted"]
    assert dated == {row["submission_id"] for row in results if row["outcome"] == "passed"}


def board(rows: Rows, year: str) -> Counter[str]:
    """State -> number of agencies, in the plainest words: counted kinds of `year`, units under their parents."""
    kinds = next(row["kinds_counted"] for row in rows["policies"] if row["year"] == year).split("|")
    withdrawn = {row["submission_id"] for row in rows["stage_results"] if row["outcome"] == "withdrawn"}
    exempt = {row["agency_id"] for row in rows["exemptions"] if row["year"] == year}
    own = {row["name"]: row["parent_id"] or row["agency_id"] for row in rows["agencies"]}
    entries = [row for row in rows["submissions"] if row["edition_id"].endswith(year) and row["agency"]]
    entered = {own[row["agency"]] for row in entries}
    met = {own[row["agency"]] for row in entries if row["submitted_on"] and row["submission_id"] not in withdrawn}
    states: Counter[str] = Counter()
    for row in rows["agencies"]:
        begins, ends = row["valid_from"] <= f"{year}-12-31", row["valid_to"] or "9999"
        if row["kind"] in kinds and not row["parent_id"] and begins and ends >= f"{year}-01-01":
            key = row["agency_id"]
            rest = "exempt" if key in exempt else "no_data" if year == "2026" else "none"
            states["met" if key in met else "draft_only" if key in entered else rest] += 1
    return states


def test_every_state_of_the_board_occurs(shipped: Rows) -> None:
    states = sum((board(shipped, str(year)) for year in range(2014, 2027)), Counter[str]())
    assert set(states) == {"met", "draft_only", "none", "exempt", "no_data"}
    assert set(board(shipped, "2026")) == {"met", "draft_only", "no_data"}


def test_agencies_that_are_said_to_be_away_are_away(shipped: Rows) -> None:
    name = {row["agency_id"]: row["name"] for row in shipped["agencies"]}
    seen = {(row["agency"], row["edition_id"][-4:]) for row in shipped["submissions"]}
    away = [(key, year) for key, years in behaviour.QUIET.items() for year in years] + list(behaviour.EXEMPT)
    assert [(key, year) for key, year in away if (name[f"kab-contoh-{key}"], str(year)) in seen] == []


def test_rows_of_the_regency_never_exceed_published_totals(shipped: Rows) -> None:
    edition_of = {row["submission_id"]: row["edition_id"] for row in shipped["submissions"]}
    passed = Counter(
        (edition_of[row["submission_id"]], row["stage_id"])
        for row in shipped["stage_results"]
        if row["outcome"] == "passed"
    )
    totals = [
        (row["edition_id"], row["stage_id"], int(row["value"]))
        for row in shipped["reported_counts"]
        if row["scope_kind"] == "all" and row["measure"] == "entries" and not row["category"] and not row["group"]
    ]
    assert [(e, s) for e, s, value in totals if passed[e, s] > value] == []


def test_a_district_is_deterministic_and_valid(district: Path, tmp_path: Path) -> None:
    scale.generate(tmp_path, scale.SHAPES["district"], seed=7)
    assert_same_files(tmp_path, district)
    rows = read(district)
    assert_valid(rows)
    assert_stages_and_agencies_exist(rows)
    assert 2_700 < len(rows["submissions"]) < 3_300
    assert {row["outcome"] for row in rows["stage_results"]} == {"passed", "failed", "withdrawn"}


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(KeyError, match="governments has no column nama"):
        Tables().add("governments", nama="Kabupaten Contoh")
