"""The .csv and the .xlsx of one table give the same records, but for what only a merged cell can say."""

from pathlib import PurePath

import pytest

from etl.dry_run import DryRun
from tests.registers.conftest import Read
from tests.registers.material import register, registers

PAIRS = sorted({PurePath(one.name).stem for one in registers() if one.name.endswith(".xlsx")})
BOTH = [stem for stem in PAIRS if any(one.name == f"{stem}.csv" for one in registers())]
KEYS = {"_place", "submission_id", "innovation_id", "source_id", "agency_id"}
# What stands once per group in a merged cell is blank below in a CSV; codes stored as numbers have lost nothing here.
ONLY_MERGED = {"kab-luwu-utara-kipp-sulsel-2022": {"group"}}


def _records(dry: DryRun, without: set[str]) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Rows that would be written, without their places and the keys made for them."""
    rows = [(table, row) for table, rows in dry.tables.items() for row in rows if table != "sources"]
    return [
        (table, sorted((key, value) for key, value in row.items() if key not in KEYS | without and value))
        for table, row in rows
    ]


def test_there_are_pairs_to_compare() -> None:
    assert len(BOTH) >= 8


@pytest.mark.parametrize("stem", BOTH)
def test_the_two_files_of_a_table_give_the_same_records(read: Read, stem: str) -> None:
    both = [read(register(f"{stem}{ending}")).dry for ending in (".csv", ".xlsx")]
    without = ONLY_MERGED.get(stem, set())
    assert both[0].outcome == both[1].outcome
    assert _records(both[0], without) == _records(both[1], without)


@pytest.mark.parametrize("stem", BOTH)
def test_the_two_files_of_a_table_count_the_same(read: Read, stem: str) -> None:
    both = [read(register(f"{stem}{ending}")).dry.counts for ending in (".csv", ".xlsx")]
    kept = [{key: counts[key] for key in ("loaded", "quarantined", "entries")} for counts in both]
    assert kept[0] == kept[1]
