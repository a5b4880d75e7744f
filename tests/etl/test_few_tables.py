"""Every table is optional: whatever is left out, the rest builds, and every row read is accounted for."""

import csv
import shutil
from pathlib import Path

import pytest

from etl.contract import contract
from tests.etl.small import REPOSITORY, SMALL, Root, conserved, loaded

HISTORY = REPOSITORY / "data" / "history"


@pytest.mark.parametrize(
    "names",
    [[], ["governments"], ["sources"], ["competitions", "editions", "submissions"], ["submissions"], ["stage_results"]],
    ids="+".join,
)
def test_a_few_tables_build(root: Root, names: list[str]) -> None:
    record = root.build({name: SMALL[name] for name in names})
    assert record.published
    assert sorted(record.tables) == sorted(names)
    assert conserved(record)


def test_rows_that_need_a_table_that_is_not_there_are_quarantined_by_its_name(root: Root) -> None:
    record = root.build({"submissions": SMALL["submissions"]})
    assert [(issue["code"], issue["detail"]) for issue in record.quarantined] == [("bad_value", "-> editions")] * 3


def test_every_table_of_the_contract_may_be_a_header_alone(root: Root) -> None:
    tables = contract().tables
    done = loaded(root, {name: f"{','.join(table.names)}\n" for name, table in tables.items()})
    assert done.tables == {name: {"read": 0, "loaded": 0, "quarantined": 0, "skipped": 0} for name in tables}


@pytest.mark.parametrize("left_out", sorted(path.stem for path in HISTORY.glob("*.csv")))
def test_the_history_builds_without_any_one_of_its_tables(root: Root, left_out: str) -> None:
    shutil.copytree(HISTORY, root.path / "history", ignore=shutil.ignore_patterns(f"{left_out}.csv"))
    done = loaded(root, derived=True)
    assert left_out not in done.tables
    assert done.conserved
    for name, counts in done.tables.items():
        assert counts["read"] == _rows(HISTORY / f"{name}.csv")


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1
