"""Publishing: readers see a whole version, the last good one, whatever happens."""

import json
import os
import random
import resource
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

import metrics
from etl import publish
from etl.build import build
from etl.datasets import InputError
from tests.etl.small import AS_OF, REPOSITORY, SMALL, Root, added


def _more(n: int) -> dict[str, str]:
    """The small tables with n more entries: another input, another version."""
    return added("submissions", *(f"m{i},lomba-2018,Judul {i},kab-a,,,s1" for i in range(n)))


def _publish(root: Root, version: str) -> Path:
    """Publish a warehouse that holds nothing but its record: enough to be found and opened."""
    root.published.mkdir(exist_ok=True)
    built = root.published / f"building-{version}.duckdb"
    with duckdb.connect(str(built)) as con:
        con.execute("CREATE TABLE build_record AS SELECT ? AS version, '{}' AS record", [version])
    return publish.publish(root.published, built, version)


def _served() -> tuple[str, bool]:
    warehouse = metrics.open_warehouse()
    warehouse.close()
    return warehouse.version, warehouse.by_pointer


def _entries() -> int:
    """The number of entries that readers get, checked against the record in the same file."""
    warehouse = metrics.open_warehouse()
    try:
        ((count,),) = warehouse.rows("SELECT count(*) FROM warehouse.submissions")
        assert warehouse.record["tables"]["submissions"]["loaded"] == count
        assert warehouse.record["version"] == warehouse.version
        return int(count)
    finally:
        warehouse.close()


def test_the_pointer_is_flipped_last(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    root.build(SMALL)
    before = root.pointer()
    monkeypatch.setattr(publish, "_write", _fail_on_pointer(publish._write))
    with pytest.raises(InputError) as refused:
        root.build(_more(1))
    assert refused.value.code == "cannot_write"
    assert len(publish.published(root.published)) == 2
    assert root.pointer() == before
    assert _entries() == 3


def _fail_on_pointer(write: Callable[[Path, dict[str, str]], None]) -> Callable[[Path, dict[str, str]], None]:
    def stub(path: Path, content: dict[str, str]) -> None:
        if path.name == publish.POINTER:
            raise OSError(28, "No space left on device")
        write(path, content)

    return stub


def test_readers_during_publish_get_the_version_before_or_after_and_no_error(root: Root) -> None:
    root.build(SMALL)
    seen: list[int] = []
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        while not done.wait(0.02):
            try:
                seen.append(_entries())
            except BaseException as error:
                failures.append(error)
                return

    reader = threading.Thread(target=read)
    reader.start()
    for n in range(1, 5):
        root.build(_more(n))
    done.set()
    reader.join()
    assert not failures
    assert seen == sorted(seen)
    assert set(seen) <= set(range(3, 8))
    assert _entries() == 7


def test_the_last_three_versions_are_kept(root: Root) -> None:
    files = [_publish(root, f"v{n}") for n in range(5)]
    assert sorted(publish.published(root.published)) == files[-3:]


def test_a_version_that_stands_is_not_replaced(root: Root) -> None:
    file = root.file(root.build(SMALL))
    before = file.stat().st_ino
    root.build(SMALL)
    assert file.stat().st_ino == before
    assert len(publish.published(root.published)) == 1


def test_a_file_that_cannot_be_read_back_is_not_published(root: Root) -> None:
    _publish(root, "v1")
    built = root.published / "building-v2.duckdb"
    built.write_bytes(b"half a file")
    with pytest.raises(OSError, match="read back"):
        publish.publish(root.published, built, "v2")
    assert _served() == ("v1", True)


POINTERS = ["", "{", "[]", '"x"', "null", '{"version": "x"}', '{"version": "x", "file": "nothing.duckdb"}', "\x00" * 64]


def test_a_damaged_pointer_serves_the_newest_version_until_the_next_build(root: Root) -> None:
    for version in ("v1", "v2"):
        _publish(root, version)
    for content in POINTERS:
        (root.published / publish.POINTER).write_text(content, encoding="utf-8")
        assert _served() == ("v2", False)
    _publish(root, "v2")
    assert _served() == ("v2", True)


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 4)


def _garble(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [_cut, _garble, _empty])
def test_a_damaged_file_gives_way_to_the_version_before_and_the_next_build_mends_it(
    root: Root, damage: Callable[[Path], None]
) -> None:
    _publish(root, "v1")
    damage(_publish(root, "v2"))
    assert _served() == ("v1", False)
    _publish(root, "v2")
    assert _served() == ("v2", True)


def test_a_second_builder_is_refused_with_the_owner_and_since_when(root: Root) -> None:
    root.build(SMALL)
    before = root.pointer()
    with publish.one_builder(root.published):
        card = json.loads((root.published / "builder.json").read_text(encoding="utf-8"))
        done = root.command("build", "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    (sentence,) = done.stderr.splitlines()
    assert card["pid"] == str(os.getpid())
    assert f"process {card['pid']}, since {card['since']}" in sentence
    assert root.pointer() == before
    assert root.build(_more(1)).published


@pytest.mark.parametrize("place", ["taken", "taken/below"])
def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(
    root: Root, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.write(SMALL)
    (root.path / "taken").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("PAPAN_WAREHOUSE", str(root.path / place))
    with pytest.raises(InputError) as refused:
        build(root=root.path)
    assert refused.value.code == "cannot_write"
    assert refused.value.params["path"] == str(root.path / place)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_said_in_one_sentence(root: Root) -> None:
    root.build(SMALL)
    root.published.chmod(0o500)
    try:
        with pytest.raises(InputError) as refused:
            root.build(_more(1))
        assert refused.value.code == "cannot_write"
        assert _entries() == 3
    finally:
        root.published.chmod(0o700)


@pytest.mark.parametrize("limit", [0, 4_000_000])
def test_a_full_disk_is_said_in_one_sentence_and_the_last_version_stays(root: Root, limit: int) -> None:
    root.build(SMALL)
    root.write(_more(1))
    done = subprocess.run(
        [sys.executable, "-m", "etl", "build", "--lang", "en"],
        cwd=REPOSITORY,
        env=root.environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert done.returncode == 1, done.stderr
    assert done.stderr.splitlines()[-1].startswith("Cannot write to")
    assert "Traceback" not in done.stderr
    assert not list(root.published.glob("building-*"))
    assert _entries() == 3


def test_what_a_dead_build_left_is_removed_also_the_folder_it_spilled_into(root: Root) -> None:
    root.build(SMALL)
    (root.published / "building-old.duckdb").write_bytes(b"half")
    spilled = root.published / "building-old.duckdb.tmp"
    spilled.mkdir()
    (spilled / "block.tmp").write_bytes(b"x")
    root.build(_more(1))
    assert not list(root.published.glob("building-*"))


def test_a_day_before_the_published_one_builds_and_is_served(root: Root) -> None:
    root.build(SMALL, as_of=AS_OF)
    record = root.build(SMALL, as_of=date(2018, 1, 1))
    warehouse = metrics.open_warehouse()
    assert (warehouse.version, warehouse.as_of) == (record.version, date(2018, 1, 1))


def test_with_the_clock_set_back_the_last_build_is_still_the_newest(root: Root) -> None:
    for n in range(3):
        path = _publish(root, f"v{n}")
        os.utime(path, ns=(path.stat().st_mtime_ns + 10**15,) * 2)
    files = [_publish(root, version) for version in ("v3", "v4")]
    assert set(files) <= set(publish.published(root.published))
    (root.published / publish.POINTER).unlink()
    assert _served() == ("v4", False)
