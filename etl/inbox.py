"""Input batches on disk: a numbered folder each, with a card, table files, issues and the file it came from.

A batch appears whole or not at all (its folder is renamed into place) and is never changed afterwards; withdrawing it
adds a second card beside the first."""

from __future__ import annotations

import csv
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import filelock

from etl.contract import contract
from etl.datasets import FIRST_BATCH_RANK, PLACE, Dataset, InputError, readable
from etl.dry_run import Row
from etl.publish import writable

CARD, WITHDRAWAL, ISSUES = "batch.json", "withdrawn.json", "issues.json"
TABLES, ORIGINAL = "tables", "original"
PREFIX = "batch-"
WAIT = 60.0  # seconds that one writer waits for another
THIS_BATCH = "@batch"  # stands for the name of the batch that a row will belong to, until it has one


@dataclass(frozen=True)
class Withdrawal:
    """Who took a batch back, when (ISO time) and why."""

    by: str
    at: str
    why: str


@dataclass(frozen=True)
class Batch:
    """One input batch. `kind`: file or form; `fills`: blank cells leave earlier ones as they are.

    `counts` are the dry run's, `tables` the rows written by table, `resolves` the held rows that it puts right
    ("batch-0007 Rekap!14"). `kept` is the file it came from, or the copy without personal data (`blanked`)."""

    number: int
    kind: str
    what: str
    by: str
    at: str
    file: str = ""
    sha256: str = ""
    blanked: bool = False
    fills: bool = False
    sample: bool = False
    government_id: str | None = None
    edition_id: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, int] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    resolves: tuple[str, ...] = ()
    kept: Path | None = None
    withdrawn: Withdrawal | None = None

    @property
    def id(self) -> str:
        return name_of(self.number)

    def card(self) -> dict[str, Any]:
        """What the batch's card holds: all but what lies beside it."""
        content = asdict(self)
        content["resolves"] = list(self.resolves)
        return {"batch": self.id} | {key: content[key] for key in content if key not in ("kept", "withdrawn")}


def name_of(number: int) -> str:
    """The name of a batch and its folder."""
    return f"{PREFIX}{number:04d}"


def folder(root: Path) -> Path:
    """Where the batches of a data root lie."""
    return root / "inbox"


def batches(root: Path) -> list[Batch]:
    """Every batch, lowest number first. Raises InputError where a card cannot be read."""
    place = folder(root)
    if not place.is_dir():
        return []
    with readable(place):
        found = [path for path in place.iterdir() if _number(path.name) and (path / CARD).is_file()]
    return sorted((_batch(path) for path in found), key=lambda batch: batch.number)


def find(root: Path, batch_id: str) -> Batch:
    """The batch of that name ("batch-0007", or only its number). Raises InputError where there is none."""
    wanted = name_of(int(batch_id)) if batch_id.isdecimal() else batch_id
    for batch in batches(root):
        if batch.id == wanted:
            return batch
    raise InputError("no_batch", batch=batch_id)


def datasets(root: Path, given: Sequence[Batch]) -> list[Dataset]:
    """Those of the batches that are not withdrawn, as input data sets, in their order."""
    return [_dataset(root, batch) for batch in given if batch.withdrawn is None]


def cards(root: Path, batch: Batch) -> list[Path]:
    """The files that say what a batch is, beside its tables."""
    place = folder(root) / batch.id
    return [place / name for name in (CARD, WITHDRAWAL, ISSUES) if (place / name).is_file()]


def issues(root: Path, batch: Batch) -> dict[str, list[dict[str, Any]]]:
    """What the dry run held back and asked: `quarantined` and `questions`, as they were written."""
    path = folder(root) / batch.id / ISSUES
    if not path.is_file():
        return {"quarantined": [], "questions": []}
    found: dict[str, list[dict[str, Any]]] = _read(path)
    return found


@contextmanager
def writing(root: Path) -> Iterator[int]:
    """Hold the inbox's lock; gives the number that the next batch has. Raises InputError where it cannot be written."""
    place = folder(root)
    with writable(place):
        place.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(place / "inbox.lock", timeout=WAIT)
        try:
            lock.acquire()
        except filelock.Timeout:
            raise InputError("inbox_busy", path=str(place)) from None
    try:
        yield next_number(root)
    finally:
        lock.release()


def next_number(root: Path) -> int:
    """The number after the highest there is; numbers of withdrawn or unreadable batches are never given again."""
    place = folder(root)
    names = [path.name for path in place.iterdir()] if place.is_dir() else []
    return max(map(_number, names), default=0) + 1


def write(
    root: Path,
    batch: Batch,
    tables: Mapping[str, Sequence[Row]],
    listed: Mapping[str, list[dict[str, Any]]],
    kept: bytes | None,
) -> Batch:
    """Write a batch beside its place and move it there whole. `listed` are its issues, `kept` the file's bytes."""
    place = folder(root)
    with writable(place):
        aside = Path(tempfile.mkdtemp(prefix=".writing-", dir=place))
        try:
            _fill(aside, batch, tables, listed, kept)
            os.replace(aside, place / batch.id)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return _batch(place / batch.id)


def withdraw(root: Path, batch: Batch, withdrawal: Withdrawal) -> Batch:
    """Note that a batch is taken back; its files stay. Raises InputError where it is withdrawn already."""
    if batch.withdrawn is not None:
        raise InputError("withdrawn_already", batch=batch.id, by=batch.withdrawn.by)
    path = folder(root) / batch.id / WITHDRAWAL
    with writable(path.parent):
        _write_whole(path, asdict(withdrawal))
    return find(root, batch.id)


def _fill(
    aside: Path,
    batch: Batch,
    tables: Mapping[str, Sequence[Row]],
    listed: Mapping[str, list[dict[str, Any]]],
    kept: bytes | None,
) -> None:
    write_tables(aside / TABLES, tables)
    _write_whole(aside / ISSUES, dict(listed), indent=None)  # may be as long as the file: indented takes ten times
    if kept is not None:
        (aside / ORIGINAL).mkdir()
        (aside / ORIGINAL / safe_name(batch.file)).write_bytes(kept)
    _write_whole(aside / CARD, batch.card())


def write_tables(place: Path, tables: Mapping[str, Sequence[Row]]) -> None:
    """Write rows as table files, each with every column of the contract and the place it came from."""
    place.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        columns = [*contract().tables[name].names, PLACE]
        with (place / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows(_cells(row, columns) for row in rows)


def _cells(row: Row, columns: Sequence[str]) -> list[str]:
    cells = [row.get(name) or "" for name in columns]
    if len(row) > len(columns) or not row.keys() <= set(columns):
        raise ValueError(f"no columns of the table: {sorted(row.keys() - set(columns))}")
    return cells


def safe_name(name: str) -> str:
    """A file's own name without any folder, hidden start or control character; never empty."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    plain = "".join(sign if sign.isprintable() and sign not in '<>:"|?*' else "_" for sign in last).lstrip(".")
    return plain[-120:] or "file"


def _write_whole(path: Path, content: Mapping[str, Any], indent: int | None = 1) -> None:
    aside = path.with_name(path.name + ".new")
    with aside.open("w", encoding="utf-8") as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=indent))
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)


def _number(name: str) -> int:
    digits = name.removeprefix(PREFIX)
    return int(digits) if name.startswith(PREFIX) and digits.isdecimal() else 0


def _dataset(root: Path, batch: Batch) -> Dataset:
    return Dataset(
        name=batch.id,
        folder=folder(root) / batch.id / TABLES,
        rank=FIRST_BATCH_RANK + batch.number,
        title=batch.what,
        publisher=batch.by,
        kind="sample" if batch.sample else "real",
        language="id",
        fills=batch.fills,
    )


def _batch(place: Path) -> Batch:
    card = _read(place / CARD)
    withdrawn = _read(place / WITHDRAWAL) if (place / WITHDRAWAL).is_file() else None
    kept = next(iter(sorted((place / ORIGINAL).iterdir())), None) if (place / ORIGINAL).is_dir() else None
    known = {key: card[key] for key in Batch.__dataclass_fields__ if key in card}
    known["resolves"] = tuple(card.get("resolves", ()))
    try:
        return Batch(**known, kept=kept, withdrawn=Withdrawal(**withdrawn) if withdrawn else None)
    except TypeError as error:
        raise InputError("bad_card", path=str(place / CARD), why=str(error)) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        with readable(path):
            content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            return content
    except ValueError as error:
        raise InputError("bad_card", path=str(path), why=str(error)) from error
