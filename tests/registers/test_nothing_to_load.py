"""Files without entries, a heading alone or with a total: nothing loads, and nothing is called complete."""

from dataclasses import replace

import pytest

from etl.context import Context
from tests.registers import doors
from tests.registers.conserving import CONTEST, unconserved
from tests.support.workbooks import Row, Sheet, xlsx

HEADING: Row = ["No", "Judul Inovasi", "OPD"]
WITHOUT_ENTRIES: dict[str, list[Row]] = {
    "a heading alone": [HEADING],
    "a title and a heading": [["REKAP INOVASI 2025", None, None], HEADING],
    "a heading and a total": [HEADING, ["Jumlah", 0, None]],
    "a heading and column numbers": [HEADING, [1, 2, 3]],
    "a heading and a signature": [HEADING, [None, None, None], [None, None, "Kepala Bagian"], [None, None, "ttd"]],
}


@pytest.mark.parametrize("rows", WITHOUT_ENTRIES.values(), ids=WITHOUT_ENTRIES)
def test_a_file_without_entries_loads_nothing_and_sets_no_coverage(known: Context, rows: list[Row]) -> None:
    everything = replace(CONTEST, extent="complete")
    dry = doors.read("rekap.xlsx", xlsx([Sheet("Rekap", rows)]), everything, known)
    assert dry.outcome == "nothing"
    assert dry.counts["loaded"] == dry.counts["entries"] == 0
    assert dry.counts["read"] == dry.counts["skipped"] == len(rows)
    assert dry.tables.get("coverage", []) == dry.tables.get("submissions", []) == []
    assert list(unconserved(dry)) == []


@pytest.mark.parametrize("data", [b"", b"\x00" * 500, b"PK\x03\x04", b"<html><body>Maaf</body></html>"])
def test_what_is_no_table_is_refused_with_a_reason(known: Context, data: bytes) -> None:
    dry = doors.read("rekap.xlsx", data, CONTEST, known)
    assert dry.outcome == "refuse"
    assert dry.refused is not None
    assert dry.refused.code in {"empty", "unreadable", "not_what_it_claims", "no_heading"}
    assert dry.counts["read"] == sum(map(len, dry.tables.values())) == 0
