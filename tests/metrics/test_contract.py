"""What every metric owes its readers: a twin, the documented columns, reasons, and no rate that cannot be."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

import metrics
import texts
from tests.support import building
from tests.support.twin import TWINS, coverage, stages
from tests.support.twin.scopes import Scope
from tests.support.twin.tables import Row, Tables, read

AS_OF = date(2026, 11, 21)
HISTORY = Path(__file__).resolve().parents[2] / "data" / "history"
FILES = sorted(path.stem for path in Path(metrics.__file__).parent.glob("*.sql"))
FIXED = ("numerator", "denominator", "value", "low", "high", "basis", "sources", "reason")
BASES = {"rows", "reported", "at_least", "unknown"}
SCOPED = "government_id edition_id stage_id group scope_kind scope_id"
KEYS = {
    "submissions": "government_id agency_id competition_id edition_id year",
    "target_progress": "target_id government_id scope_kind scope_id edition_id year target_metric comparator",
    "stage_funnel": SCOPED,
    "stage_pass_rate": SCOPED,
    "participation": "government_id year",
    "compliance": "government_id agency_id year",
    "ranking": "edition_id submission_id government_id agency_id",
    "awards": "edition_id submission_id award",
    "coverage": "government_id competition_id edition_id year basis",
    "silent_loss": "government_id edition_id scope_kind scope_id part",
    "league": "government_id agency_id edition_id stage_id",
    "prizes": "government_id competition_id edition_id year",
    "composition": "government_id competition_id edition_id year dimension part",
    "taking_part": "government_id competition_id edition_id year",
    "lineage": "government_id agency_id year",
    "compliance_change": "government_id agency_id year",
    "turnover": "government_id year change",
    "agency_stages": "government_id agency_id competition_id edition_id stage_id group side",
    "hand_in_curve": "government_id edition_id scope_kind scope_id counted_as days_before_closing",
}
OWN = {
    "submissions": "counted_as comparator",
    "target_progress": "gap previous change change_pct pace_per_week",
    "stage_funnel": "stage_order kind stage_name entered passed failed pending withdrawn",
    "stage_pass_rate": "from_stage_id stage_order kind stage_name pending concluded",
    "participation": "met draft_only none no_data exempt unattributed",
    "compliance": "state uncertain streak streak_at_least last_met_year",
    "ranking": "innovation best_stage_id best_stage_order rank score category group",
    "awards": "prize_idr",
    "prizes": "prize_idr unstated",
    "lineage": "state uncertain streak streak_at_least last_met_year through",
    "compliance_change": "change state uncertain previous_year previous_state previous_through",
    "turnover": "uncertain",
    "agency_stages": "year editions from_stage_id stage_order kind stage_name pending concluded",
    "hand_in_curve": "day final undated late",
}
SHARES = ("stage_pass_rate", "agency_stages", "participation", "coverage", "silent_loss", "hand_in_curve")


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> metrics.Warehouse:
    """The history alone, built as of the day it was compiled."""
    root = tmp_path_factory.mktemp("history")
    (root / "history").symlink_to(HISTORY, target_is_directory=True)
    return building.build(root, AS_OF)


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The same history as rows."""
    return read([HISTORY])


def test_every_metric_file_has_a_twin_and_every_twin_a_file() -> None:
    assert sorted(TWINS) == FILES
    assert sorted(metrics.catalogue()) == FILES


@pytest.mark.parametrize("metric_id", sorted(KEYS))
def test_keys_and_columns_are_the_documented_ones(metric_id: str) -> None:
    metric = metrics.find_metric(metric_id)
    assert list(metric.keys) == KEYS[metric_id].split()
    own = [name for name in metric.columns if name not in (*metric.keys, *FIXED)]
    missing = set(OWN.get(metric_id, "").split()) - set(own)
    assert not missing, f"{metric_id} lacks {sorted(missing)}"


@pytest.mark.parametrize("metric_id", FILES)
def test_rows_are_whole(metric_id: str, warehouse: metrics.Warehouse) -> None:
    metric = metrics.find_metric(metric_id)
    rows = building.all_rows(metric_id, warehouse)
    assert rows
    for row in rows:
        assert tuple(row) == metric.all_columns
        assert row["basis"] in BASES, row
        assert row["value"] is not None or row["reason"], f"no value and no reason: {row}"
        assert (row["low"] is None) == (row["high"] is None), row


@pytest.mark.parametrize("metric_id", SHARES)
def test_no_share_is_above_one(metric_id: str, warehouse: metrics.Warehouse) -> None:
    for row in building.all_rows(metric_id, warehouse):
        for name in ("value", "low", "high"):
            assert row[name] is None or 0 <= row[name] <= 1, row


def test_known_totals_have_sources(warehouse: metrics.Warehouse) -> None:
    for metric_id in ("submissions", "stage_funnel", "stage_pass_rate", "silent_loss"):
        for row in building.all_rows(metric_id, warehouse):
            assert row["basis"] == "unknown" or row["sources"], f"{metric_id}: {row}"


def test_a_rate_has_both_sides_and_an_interval(warehouse: metrics.Warehouse) -> None:
    for row in rates(warehouse):
        assert row["basis"] in ("rows", "reported"), row
        assert row["denominator"], row
        assert row["from_stage_id"], row
        assert row["value"] == pytest.approx(row["numerator"] / row["denominator"]), row
        assert row["low"] <= row["value"] <= row["high"], row


def test_no_rate_on_lists_of_winners(warehouse: metrics.Warehouse, tables: Tables) -> None:
    """A whole list of those that passed is a numerator only over another whole list, of an earlier stage."""
    for row in rates(warehouse):
        if row["basis"] != "rows":
            continue
        assert row["scope_kind"] != "all" or not is_national(tables, row), f"rows below a national Top list: {row}"
        here = extent_of(tables, row, row["stage_id"])
        before = extent_of(tables, row, row["from_stage_id"])
        assert here == "complete" or (here == "passed_only" and before in coverage.WHOLE_LISTS), row


def test_passed_on_through_a_rate_never_meets_a_planned_stage(warehouse: metrics.Warehouse, tables: Tables) -> None:
    for row in rates(warehouse):
        for stage_id in (row["stage_id"], row["from_stage_id"]):
            assert stages.stage_of(tables, row["edition_id"], stage_id)["status"] == "held", row


def rates(warehouse: metrics.Warehouse) -> list[Row]:
    """The rows of stage_pass_rate that show a rate."""
    return [row for row in building.all_rows("stage_pass_rate", warehouse) if row["value"] is not None]


def is_national(tables: Tables, row: Row) -> bool:
    """True for an edition of a national competition."""
    edition = tables.one("editions", "edition_id", row["edition_id"])
    return bool(tables.one("competitions", "competition_id", edition["competition_id"])["level"] == "national")


def extent_of(tables: Tables, row: Row, stage_id: str) -> str:
    """What is said of the rows at a stage for the scope of a metric's row."""
    stage = stages.stage_of(tables, row["edition_id"], stage_id)
    return coverage.extent(tables, AS_OF, stage, Scope(row["scope_kind"], row["scope_id"]))


def test_a_warehouse_of_another_loader_is_refused_in_one_sentence(warehouse: metrics.Warehouse, tmp_path: Path) -> None:
    old = tmp_path / "warehouse-old.duckdb"
    old.write_bytes(warehouse.path.read_bytes())
    with duckdb.connect(str(old)) as con:
        con.execute("ALTER TABLE board DROP COLUMN streak")
    opened = metrics.Warehouse(metrics.Published("old", old, by_pointer=True))
    with pytest.raises(metrics.NoWarehouse) as refused:
        opened.require_tables()
    assert refused.value.code == "outdated"
    assert "streak" in texts.t("metrics.warehouse.outdated", "id", **refused.value.params)
