"""A metric's definition: one SQL file with a TOML header. Unknown or missing header keys are errors."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FIXED = ("numerator", "denominator", "value", "low", "high", "basis", "sources", "reason")
LANGUAGES = ("id", "en")
TRANSLATED = ("title", "means", "means_not", "caveats")
PLAIN = ("unit", "good", "grain", "keys", "columns")
DIRECTIONS = ("more", "less", "neither")


class DefinitionError(ValueError):
    """A metric file that does not say what it must, or says something unknown."""


@dataclass(frozen=True)
class Metric:
    """A metric: what it means in both languages, its keys and own columns, and its SELECT over the warehouse."""

    id: str
    title: dict[str, str]
    means: dict[str, str]
    means_not: dict[str, str]
    caveats: dict[str, str]
    unit: str
    good: str
    grain: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    sql: str

    @property
    def all_columns(self) -> tuple[str, ...]:
        """Keys, own columns and the fixed ones, each once, in the order of a result row."""
        return tuple(dict.fromkeys((*self.keys, *self.columns, *FIXED)))


@cache
def catalogue() -> dict[str, Metric]:
    """All metrics by id, found by their place. Raises DefinitionError for a bad file."""
    return {path.stem: read(path) for path in sorted(HERE.glob("*.sql"))}


def read(path: Path) -> Metric:
    """Read one metric file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[: _header_length(lines)]
    try:
        spec = tomllib.loads("\n".join(line.removeprefix("--").strip() for line in header))
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"{path.name}: the header is not TOML: {error}") from error
    _require_keys(path.name, spec)
    sql = "\n".join(lines[len(header) :]).strip()
    return Metric(
        id=path.stem,
        sql=sql,
        keys=tuple(spec["keys"]),
        columns=tuple(spec["columns"]),
        **{name: spec[name] for name in (*TRANSLATED, "unit", "good", "grain")},
    )


def _header_length(lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))


def _require_keys(name: str, spec: dict[str, Any]) -> None:
    expected = {*TRANSLATED, *PLAIN}
    if set(spec) != expected:
        missing, unknown = sorted(expected - set(spec)), sorted(set(spec) - expected)
        raise DefinitionError(f"{name}: missing {missing}, unknown {unknown}; expected {sorted(expected)}")
    for key in TRANSLATED:
        if set(spec[key]) != set(LANGUAGES) or not all(spec[key].values()):
            raise DefinitionError(f"{name}: {key} needs a text for each of {', '.join(LANGUAGES)}")
    if spec["good"] not in DIRECTIONS:
        raise DefinitionError(f"{name}: good = {spec['good']!r}; expected one of {', '.join(DIRECTIONS)}")
