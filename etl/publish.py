"""Publish a warehouse: a versioned file and a small pointer that is flipped last; readers only follow the pointer."""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import filelock

from etl.datasets import InputError

POINTER = "current.json"
KEEP = 3


def warehouse_folder(data_root: Path) -> Path:
    """Where warehouses are published: PAPAN_WAREHOUSE, else `build` below the data root."""
    given = os.environ.get("PAPAN_WAREHOUSE")
    return Path(given) if given else data_root / "build"


def file_name(version: str) -> str:
    return f"warehouse-{version}.duckdb"


@contextmanager
def one_builder(folder: Path, patience: float = 0) -> Iterator[None]:
    """Hold the builder's lock, waiting `patience` seconds for another build; then raises InputError naming its owner.

    The operating system drops the lock when its holder dies, so that nothing is left to clean up."""
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
    owner = folder / "builder.json"
    lock = filelock.FileLock(folder / "builder.lock", timeout=patience)
    with writable(folder):
        try:
            lock.acquire()
        except filelock.Timeout:
            raise InputError("already_building", **_owner(owner)) from None
    try:
        with writable(folder):
            _write(owner, {"pid": str(os.getpid()), "since": datetime.now(UTC).isoformat(timespec="seconds")})
        yield
    finally:
        with suppress(OSError):
            owner.unlink(missing_ok=True)
        lock.release()


@contextmanager
def writable(folder: Path) -> Iterator[None]:
    """Turn a failure to write into `folder` (no permission, no space) into InputError."""
    try:
        yield
    except OSError as error:
        raise InputError("cannot_write", path=str(folder), why=error.strerror or str(error)) from error


def _owner(path: Path) -> dict[str, str]:
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
        return {"pid": str(card["pid"]), "since": str(card["since"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"pid": "?", "since": "?"}


def clear_unfinished(folder: Path) -> None:
    """Remove what a build that died left behind: its file, and the folder DuckDB spills into. Never raises."""
    for left in folder.glob("building-*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            with suppress(OSError):
                left.unlink()


def publish(folder: Path, built: Path, version: str) -> Path:
    """Give the built file its versioned name and flip the pointer. Returns the published path.

    A version that stands already (same input, same code, same day) is kept as it is: readers may hold it open. Only
    where it is damaged does the new file take its place."""
    target = folder / file_name(version)
    if target.exists() and _holds(target, version):
        built.unlink()
    else:
        if not _holds(built, version):
            raise OSError(errno.EIO, "the file that was written cannot be read back")
        _sync(built)
        os.replace(built, target)
    _make_newest(folder, target)
    _write(folder / POINTER, {"version": version, "file": target.name})
    _remove_old(folder, keep=target)
    return target


def _holds(path: Path, version: str) -> bool:
    """Whether the file opens and says that it is this version."""
    place = str(path).replace("'", "''")
    try:
        with duckdb.connect() as con:
            con.execute(f"ATTACH '{place}' AS standing (READ_ONLY)")
            found = con.execute("SELECT version FROM standing.build_record").fetchall()
    except duckdb.Error:
        return False
    return bool(found == [(version,)])


def _make_newest(folder: Path, target: Path) -> None:
    # The order of publishing is read from the files' times, also after the clock was set back.
    others = [path.stat().st_mtime_ns for path in published(folder) if path != target]
    moment = max([time.time_ns(), *(other + 1_000_000 for other in others)])
    with suppress(OSError):  # the file is another user's
        os.utime(target, ns=(moment, moment))


def published(folder: Path) -> list[Path]:
    """The published files that are kept, in no order."""
    return list(folder.glob("warehouse-*.duckdb"))


def _write(path: Path, content: dict[str, str]) -> None:
    temporary = path.with_name(path.name + ".new")
    with temporary.open("w", encoding="utf-8") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _remove_old(folder: Path, keep: Path) -> None:
    others = [path for path in published(folder) if path != keep]
    others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in others[KEEP - 1 :]:
        with suppress(OSError):  # a reader holds it (Windows): the next build tries again
            path.unlink()
