"""How much of a file is read at most. Each limit has a default and an environment variable that overrides it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

MEGABYTE = 1024 * 1024
_VARIABLES = {
    "bytes": ("PAPAN_MAX_MB", MEGABYTE),
    "rows": ("PAPAN_MAX_ROWS", 1),
    "unpacked": ("PAPAN_MAX_UNPACKED_MB", MEGABYTE),
    "ratio": ("PAPAN_MAX_RATIO", 1),
    "title": ("PAPAN_MAX_TITLE", 1),
}


class LimitError(ValueError):
    """An environment variable holds no whole number above zero."""


@dataclass(frozen=True)
class Limits:
    """bytes: of a file; rows: of a sheet; unpacked: bytes of all members of an archive; ratio: unpacked to packed;
    title: characters of a title; cells: of the rectangle a sheet fills, which bounds memory."""

    bytes: int = 25 * MEGABYTE
    rows: int = 200_000
    unpacked: int = 500 * MEGABYTE
    ratio: int = 200
    title: int = 500
    cells: int = 10_000_000


def limits(environment: Mapping[str, str] | None = None) -> Limits:
    """The limits in force. Raises LimitError naming the variable and the value it cannot use."""
    given = os.environ if environment is None else environment
    written = {name: (variable, given.get(variable, "").strip(), unit) for name, (variable, unit) in _VARIABLES.items()}
    chosen = {name: _positive(variable, text) * unit for name, (variable, text, unit) in written.items() if text}
    return replace(Limits(), **chosen)


def _positive(variable: str, written: str) -> int:
    if not written.isascii() or not written.isdigit() or int(written) == 0:
        raise LimitError(
            f"{variable} must be a whole number of at least 1, for example {variable}=50; it is {written!r}"
        )
    return int(written)
