"""Reading table files of every format people have. A format is a module of this folder with

- ENDINGS: the endings its files usually have, without the dot;
- claims(evidence) -> bool: whether a file is of this format, by its content;
- read(evidence, progress) -> Workbook.

A module with FALLBACK = True is asked after the others. Modules whose name begins with _ are shared helpers."""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from etl.limits import MEGABYTE, Limits, limits
from etl.readers._evidence import Evidence
from etl.readers._progress import Progress, TellingFailed, Told, nothing
from etl.workbook import Note, Refused, Workbook


class Reader(Protocol):
    """What a module of this folder offers."""

    __name__: str
    ENDINGS: Sequence[str]

    def claims(self, evidence: Evidence) -> bool: ...
    def read(self, evidence: Evidence, progress: Progress) -> Workbook: ...


@cache
def formats() -> tuple[Reader, ...]:
    """The readers, in the order in which they are asked."""
    names = [found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")]
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(cast(Reader, module) for module in sorted(modules, key=lambda one: getattr(one, "FALLBACK", False)))


def read(name: str, data: bytes, progress: Told = nothing, allowed: Limits | None = None) -> Workbook:
    """Read a file by its content; of `name` only the ending is looked at. `progress` is told (step, done, total).

    Raises Refused: not_what_it_claims, unreadable, password, too_large, bomb, xml_entities, empty; its params hold
    file, found and the limits. Writes nothing to disk."""
    bounds = allowed or limits()
    try:
        return _read(Evidence(name, data, bounds), Progress(progress))
    except TellingFailed as failed:
        raise failed.__cause__ or failed from None
    except Refused as refused:
        raise Refused(refused.code, **(_said(name, bounds) | refused.params)) from refused


def _read(evidence: Evidence, progress: Progress) -> Workbook:
    if not evidence.data:
        raise Refused("empty")
    if len(evidence.data) > evidence.limits.bytes:
        raise Refused("too_large", found=f"{-(-len(evidence.data) // MEGABYTE)} MB")
    reader, book = _by_content(evidence, progress)
    if not any(sheet.rows for sheet in book.sheets):
        raise Refused("empty")
    if evidence.ending and evidence.ending not in reader.ENDINGS:
        book.notes.append(Note("read_other_format", {"was": evidence.ending.upper(), "is": book.format.upper()}))
    return book


def _by_content(evidence: Evidence, progress: Progress) -> tuple[Reader, Workbook]:
    try:
        if evidence.is_ole and evidence.has_stream("EncryptedPackage"):
            raise Refused("password")
        reader = next((one for one in formats() if one.claims(evidence)), None)
        if reader is None:
            raise Refused("not_what_it_claims", found=f" ({evidence.known_as})" if evidence.known_as else "")
        return reader, reader.read(evidence, progress)
    except (Refused, KeyboardInterrupt, SystemExit):
        raise
    except MemoryError as error:
        raise Refused("too_large") from error
    except BaseException as error:
        # The libraries raise whatever they stumble over in a damaged file; calamine's panics are no Exception.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise Refused("unreadable") from error
        raise


def _said(name: str, bounds: Limits) -> dict[str, str]:
    megabytes = {"max_mb": bounds.bytes, "max_unpacked_mb": bounds.unpacked}
    limited = {key: str(size // MEGABYTE) for key, size in megabytes.items()}
    return {"file": name, "found": "", "max_rows": str(bounds.rows), **limited}
