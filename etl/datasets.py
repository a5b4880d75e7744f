"""Find the input folders below the data root, with their cards."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from etl.contract import contract

CARD = "dataset.toml"
NOT_INPUT = {"build", "inbox", "templates"}
FIRST_BATCH_RANK = 1_000_000
KINDS = {"real", "sample"}
PLACE = "_place"  # a column beside the contract's: where in its file a row stood ("Rekap!C14")


class InputError(Exception):
    """Input that cannot be built from. `code` is a catalogue key below etl.refused, `params` fill it."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn a failure to read `path` or something below it into InputError."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError("cannot_read", path=str(error.filename or path), why=why) from error


@dataclass(frozen=True)
class Dataset:
    """A folder of input tables. `rank` orders data sets: where two shipped ones hold a key, the lower rank stays; a
    batch (rank from FIRST_BATCH_RANK on) comes before them, the higher before the lower. `fills`: its blank cells leave
    what an earlier row of the same key says."""

    name: str
    folder: Path
    rank: int
    title: str
    publisher: str
    kind: str
    language: str
    fills: bool = False

    def files(self) -> dict[str, Path]:
        """The table files of this folder by table name, in loading order; names and endings in any case.

        Raises InputError where two files hold the same table (`stages.csv` and `Stages.CSV`)."""
        found: dict[str, Path] = {}
        for path in _csv_files(self.folder):
            name = path.stem.lower()
            if name in found and name in contract().tables:
                raise InputError("table_twice", table=name, path=str(found[name]), other=path.name)
            found[name] = path
        return {name: found[name] for name in contract().tables if name in found}

    def strangers(self) -> list[Path]:
        """CSV files that are no input table: reported, never read."""
        return [path for path in _csv_files(self.folder) if path.stem.lower() not in contract().tables]


def data_root() -> Path:
    """The data root: PAPAN_DATA, else the folder `data` beside the program."""
    given = os.environ.get("PAPAN_DATA")
    return Path(given) if given else Path(__file__).resolve().parent.parent / "data"


def require(root: Path) -> None:
    """Raise InputError where the data root is not a folder."""
    if not root.is_dir():
        raise InputError("no_data_root", path=str(root))


def find(root: Path) -> list[Dataset]:
    """Every input folder below `root` (and `root` itself, where it holds tables), history first, then by name.

    Raises InputError where the root is not a folder or a card cannot be read."""
    require(root)
    with readable(root):
        folders = [path for path in [root, *root.iterdir()] if path.is_dir() and _is_input(path, root)]
    folders.sort(key=lambda path: (path.name != "history", path.name))
    return [_dataset(folder, rank) for rank, folder in enumerate(folders)]


def _is_input(folder: Path, root: Path) -> bool:
    if folder != root and (folder.name in NOT_INPUT or folder.name.startswith(".")):
        return False
    return (folder / CARD).is_file() or any(path.stem.lower() in contract().tables for path in _csv_files(folder))


def _csv_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv" and not path.is_dir())


def _dataset(folder: Path, rank: int) -> Dataset:
    card = _card(folder / CARD)
    kind = str(card.get("kind", "real"))
    if kind not in KINDS:
        raise InputError("bad_card", path=str(folder / CARD), why=f"kind = {kind!r}; expected real or sample")
    return Dataset(
        name=folder.name,
        folder=folder,
        rank=rank,
        title=str(card.get("title", folder.name)),
        publisher=str(card.get("publisher", "")),
        kind=kind,
        language=str(card.get("language", "id")),
    )


def _card(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    try:
        with readable(path):
            return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError("bad_card", path=str(path), why=str(error)) from error
