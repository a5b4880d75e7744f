"""The judge of the registers finds nothing wrong with a right dry run, and each thing that is wrong with another."""

from collections.abc import Callable
from copy import deepcopy

import pytest

from etl.context import Context
from etl.dry_run import ColumnRead, DryRun, Issue, SheetRead, Skipped
from tests.registers.checker import judge
from tests.registers.material import numbers, register
from tests.registers.reading import Reading

ONE = register("contoh-jumlah-di-atas.csv")
TITLES = {4: "SI CONTOH SATU", 5: "SI CONTOH DUA", 7: "PEDULI CONTOH", 9: "TOTAL FOOTBALL CONTOH"}
AGENCIES = {4: "Dinas Kesehatan", 5: "Dinas Kesehatan", 7: "Dinas Sosial", 9: "Dinas Total Contoh"}
Break = Callable[[DryRun], object]


def _right() -> DryRun:
    """What a right import makes of the register, written down by hand."""
    dry = DryRun(ONE.name, "", ONE.given, outcome="load")
    columns = [ColumnRead("B2", "Perangkat Daerah", "agency", "heading")]
    columns.append(ColumnRead("C2", "Judul Inovasi", "name", "heading"))
    dry.sheets = [SheetRead("CSV", True, "submissions", 1, 12, [2], columns)]
    reasons = {1: "title", 2: "header", 12: "note"} | dict.fromkeys((3, 6, 8, 10, 11), "total")
    dry.skipped = [Skipped("CSV", row, reason) for row, reason in sorted(reasons.items())]
    dry.questions = [Issue("CSV", 9, "CSV!B9", "unknown_agency", "Dinas Total Contoh")]
    dry.counts = {"read": 12, "loaded": 4, "quarantined": 0, "skipped": 8, "entries": 4}
    dry.tables["submissions"] = [
        {"submission_id": f"x-{row}", "innovation": title, "agency": AGENCIES[row], "_place": f"CSV!{row}"}
        for row, title in TITLES.items()
    ]
    return dry


def _hold(dry: DryRun) -> None:
    """Hold back row 4, which should have loaded."""
    dry.tables["submissions"].pop(0)
    dry.quarantined.append(Issue("CSV", 4, "CSV!C4", "bad_value"))
    dry.counts |= {"loaded": 3, "quarantined": 1}


def _load_total(dry: DryRun) -> None:
    """Load the total of row 11 as an entry."""
    dry.skipped = [one for one in dry.skipped if one.row != 11]
    dry.tables["submissions"].append({"submission_id": "x-11", "innovation": "4", "_place": "CSV!11"})
    dry.counts |= {"loaded": 5, "skipped": 7}


WRONG: dict[str, tuple[str, Break]] = {
    "a row too few": ("rows", lambda dry: dry.counts.update(read=11, skipped=7)),
    "counts that do not add up": ("conservation", lambda dry: dry.counts.update(loaded=5)),
    "a row with two fates": ("conservation", lambda dry: dry.skipped.append(Skipped("CSV", 4, "note"))),
    "a row held back for nothing": ("rows", _hold),
    "a total loaded": ("rows", _load_total),
    "another reason": ("rows", lambda dry: dry.skipped.__setitem__(0, Skipped("CSV", 1, "note"))),
    "nothing loaded": ("outcome", lambda dry: setattr(dry, "outcome", "refuse")),
    "a column mistaken": ("columns", lambda dry: dry.sheets[0].columns.pop()),
    "an entry too many": ("records", lambda dry: dry.tables["submissions"].append({"_place": "CSV!9"})),
    "a title changed": ("facts", lambda dry: dry.tables["submissions"][3].update(innovation="FOOTBALL CONTOH")),
    "an agency made up": ("facts", lambda dry: dry.tables["submissions"][3].update(agency="Dinas Sosial")),
}


def test_a_right_dry_run_has_no_findings(known: Context) -> None:
    assert judge(Reading(ONE, _right(), known)) == []


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_found(known: Context, wrong: str) -> None:
    aspect, spoil = WRONG[wrong]
    dry = deepcopy(_right())
    spoil(dry)
    assert aspect in {finding.aspect for finding in judge(Reading(ONE, dry, known))}


def test_row_ranges_are_read() -> None:
    assert numbers("1-3,5,8-9") == [1, 2, 3, 5, 8, 9]
    assert numbers("") == []
