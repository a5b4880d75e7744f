"""Telling how far the reading is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Told = Callable[[str, int, int], None]


def nothing(step: str, done: int, total: int) -> None:
    """Tell nobody."""


class TellingFailed(BaseException):
    """Whoever is told raised an error, its cause: no fault of the file. Not an Exception, as readers catch those."""


@dataclass(frozen=True)
class Progress:
    """Passes on (step, done, total); done and total are in the same unit, bytes or rows."""

    to: Told = nothing

    def told(self, step: str, done: int, total: int) -> None:
        """Tell how far a step is. Raises TellingFailed with the cause where that raises."""
        try:
            self.to(step, done, total)
        except Exception as error:
            raise TellingFailed from error

    def part(self, step: str, before: int, total: int) -> Callable[[int], None]:
        """A function for a part of a step that counts from 0, `before` being done already."""
        return lambda done: self.told(step, before + done, total)
