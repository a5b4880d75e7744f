"""The same file twice changes nothing, whatever it is; two lists of one contest, or two snapshots, double nothing."""

import pytest

from etl import batches
from etl.datasets import InputError
from tests.etl.small import Root
from tests.registers import doors
from tests.registers.conftest import Load
from tests.registers.material import register

NAMES = ("contoh-rekap-2025.xlsx", "kab-luwu-utara-kipp-sulsel-2021.xlsx", "krenova-jateng-2017.csv")
PRESENTED, RESULT = (f"kab-luwu-utara-kipp-2021-{name}.csv" for name in ("presentasi", "hasil"))
SAME_NAMES = 181  # of 184 applications three have the name of another
BEFORE, AFTER = (f"kota-denpasar-aplikasi-2020-{day}.csv" for day in ("06-16", "07-01"))


def _count(root: Root, sql: str) -> int:
    with doors.warehouse(root) as con:
        found = con.execute(sql).fetchone()
        return int(found[0]) if found else 0


def _files(root: Root) -> set[str]:
    return {str(path.relative_to(root.path)) for path in root.path.rglob("*") if path.suffix != ".lock"}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_file_twice_changes_nothing(load: Load, name: str) -> None:
    root = load(register(name)).root
    before, pointer = _files(root), root.pointer()
    again = doors.check(root, register(name))
    assert (again.outcome, again.counts["loaded"], again.tables) == ("nothing", 0, {})
    assert again.counts["read"] == again.counts["quarantined"] + again.counts["skipped"]
    assert "loaded_before" in {note.code for note in again.notes}
    with pytest.raises(InputError):
        doors.confirm(root, again)
    assert (_files(root), root.pointer()) == (before, pointer)


def test_the_same_file_dropped_again_without_a_word_needs_no_answer(load: Load) -> None:
    given = register(NAMES[0])
    root = load(given).root
    again = batches.check(given.name, given.data, root=root.path)
    assert (again.outcome, again.asks) == ("nothing", [])
    told = len(again.skipped) + len({(issue.sheet, issue.row) for issue in again.quarantined})
    assert told == again.counts["read"] == again.counts["quarantined"] + again.counts["skipped"] > 0


def test_the_same_entries_in_another_file_change_nothing_either(load: Load) -> None:
    root = load(register("kab-luwu-utara-kipp-sulsel-2021.xlsx")).root
    again = doors.check(root, register("kab-luwu-utara-kipp-sulsel-2021.csv"))
    assert (again.outcome, again.tables, again.counts["read"]) == ("nothing", {}, 7)
    assert _count(root, "SELECT count(*) FROM submissions") == 5
    assert _count(root, "SELECT count(*) FROM stage_results WHERE outcome = 'passed' AND stage_id <> 'intake'") == 14


def test_what_was_withdrawn_is_gone_and_may_be_loaded_again(root: Root) -> None:
    batch = doors.load(root, register(NAMES[0]))
    assert _count(root, "SELECT count(*) FROM submissions") == 8
    batches.withdraw(batch.id, "Penguji", "salah tahun", root.path)
    assert _count(root, "SELECT count(*) FROM submissions") == 0
    assert doors.check(root, register(NAMES[0])).outcome == "load"


def test_the_presented_and_the_result_of_one_contest_are_the_same_entries(root: Root) -> None:
    doors.load(root, register(PRESENTED))
    near = doors.check(root, register(RESULT))
    # Seven of the ten have the same letters as an earlier title; two are only near, and a person is asked.
    asked = {issue.value for issue in near.questions if issue.code == "possible_duplicate"}
    assert {"Japri Ka Boss", "Si Dora Eman"} <= asked
    assert "Pugalu SIP" not in asked
    doors.confirm(root, near)
    assert _count(root, "SELECT count(*) FROM submissions WHERE edition_id = 'kipp-luwu-utara-2021'") == 15 + 10 - 7
    assert _count(root, "SELECT count(*) FROM stage_results WHERE rank IS NOT NULL") == 10


def test_two_snapshots_of_a_register_hold_each_application_once(root: Root) -> None:
    doors.load(root, register(BEFORE))
    held = _count(root, "SELECT count(*) FROM innovations")
    doors.load(root, register(AFTER))
    assert SAME_NAMES <= held <= 184
    # One application is gone from the later list, and stays: a row that a later file lacks is not deleted.
    assert _count(root, "SELECT count(*) FROM innovations WHERE name = 'wwww'") == 1
    # Four were renamed between the lists: the same for a person to say, never by itself.
    assert held <= _count(root, "SELECT count(*) FROM innovations") <= held + 4
    ids = _count(root, "SELECT count(DISTINCT innovation_id) FROM innovations")
    assert ids == _count(root, "SELECT count(*) FROM innovations")
