"""Keys and plain titles."""

from pathlib import Path

import duckdb
import pytest

from etl.registers.identity import Pool, bare, new_key, slug
from etl.registers.merging import both_notes, later_result, overlaid, says_more

MACROS = Path(__file__).parents[2] / "etl" / "macros.sql"


@pytest.mark.parametrize("title", ["Pugalu  SIP!", "Japri'ka Bos", "“SIM B”", "  a_b  ", "N”FILLADS”"])
def test_a_plain_title_is_what_the_build_takes_it_for(title: str) -> None:
    con = duckdb.connect()
    con.execute(MACROS.read_text(encoding="utf-8"))
    assert con.execute("SELECT bare(?)", [title]).fetchone() == (bare(title),)


def test_a_title_of_signs_alone_is_still_one() -> None:
    assert bare("★★") == "★★"
    assert slug("★★") != slug("★")


def test_a_taken_key_is_marked_by_what_it_stands_for() -> None:
    taken = {"a-x"}
    first = new_key(("a", "x"), "one", taken.__contains__)
    assert first != "a-x"
    assert first == new_key(("a", "x"), "one", taken.__contains__)
    assert first != new_key(("a", "x"), "two", taken.__contains__)


def test_what_is_on_record_is_given_out_once() -> None:
    pool: Pool[int] = Pool()
    pool.add(("a",), 1)
    pool.add(("a",), 2)
    assert pool.take(("a",), lambda item: item == 2) == 2
    assert pool.take(("a",), lambda item: item == 2) == 1
    assert pool.take(("a",), lambda item: True) is None


def test_blanks_never_erase() -> None:
    merged = overlaid({"agency": "Dinkes", "note": "lama"}, {"agency": None, "group": "umum", "note": "baru"})
    assert merged == {"agency": "Dinkes", "group": "umum", "note": "lama; baru"}
    assert both_notes("lama; baru", "baru") == "lama; baru"
    assert not says_more({"a": "1", "source_id": "s"}, {"a": "1", "source_id": "t"})


def test_taking_part_does_not_undo_a_decision() -> None:
    assert later_result({"outcome": "failed"}, {"outcome": "unknown", "rank": "2"}) == {
        "outcome": "failed",
        "rank": "2",
    }
    assert later_result({"outcome": "pending"}, {"outcome": "passed"})["outcome"] == "passed"
