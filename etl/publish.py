"""Publish a warehouse: a versioned file and a small pointer that is flipped last; readers only follow the pointer."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

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
def one_builder(folder: Path) -> Iterator[None]:
    """Hold the builder's lock; raises InputError naming the owner and since when, where another build runs.

    The operating system drops the lock when its holder dies, so that nothing is left to clean up."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("cannot_write", path=str(folder), why=str(error.strerror)) from error
    owner = folder / "builder.json"
    lock = filelock.FileLock(folder / "builder.lock", timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise InputError("already_building", **_owner(owner)) from None
    except OSError as error:
        raise InputError("cannot_write", path=str(folder), why=str(error.strerror)) from error
    try:
        _write(owner, {"pid": str(os.getpid()), "since": datetime.now(UTC).isoformat(timespec="seconds")})
        yield
    finally:
        owner.unlink(missing_ok=True)
        lock.release()


def _owner(path: Path) -> dict[str, str]:
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
        return {"pid": str(card["pid"]), "since": str(card["since"])}
    except (OSError, ValueError, KeyError):
        return {"pid": "?", "since": "?"}


def publish(folder: Path, built: Path, version: str) -> Path:
    """Give the built file its versioned name and flip the pointer. Returns the published path.

    A version that stands already (same input, same code, same day) is kept as it is: readers may hold it open."""
    target = folder / file_name(version)
    if target.exists():
        built.unlink()
    else:
        _sync(built)
        os.replace(built, target)
    _write(folder / POINTER, {"version": version, "file": target.name})
    _remove_old(folder, keep=target)
    return target


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
    others = [path for path in folder.glob("warehouse-*.duckdb") if path != keep]
    others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in others[KEEP - 1 :]:
        try:
            path.unlink()
        except OSError:  # a reader holds it (Windows): the next build tries again
            continue
