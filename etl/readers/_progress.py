"""Telling how far the reading is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Told = Callable[[str, int, int], None]


def nothing(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Progress:
    """Passes on (step, done, total); done and total are in the same unit, bytes or rows."""

    told: Told = nothing

    def part(self, step: str, before: int, total: int) -> Callable[[int], None]:
        """A function for a part of a step that counts from 0, `before` being done already."""
        return lambda done: self.told(step, before + done, total)
