"""Keys of new rows, and which row of the data a row of a file is: readable, stable, never twice."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

LONGEST = 56  # letters of a title in a key
WORDS = re.compile(r"\W+", re.ASCII)
PARTED = re.compile(r"[\W_]+", re.ASCII)
T = TypeVar("T")
Same = tuple[str, str, str]  # what makes two entries one: edition, government or "", bare title


@lru_cache(maxsize=8_000)
def bare(title: str) -> str:
    """A title without case, punctuation and doubled spaces, as the macro `bare` has it; the title itself where nothing
    is left of it.

    >>> bare("Pugalu  SIP!"), bare("Japri'ka Bos")
    ('pugalu sip', 'japri ka bos')
    """
    return WORDS.sub(" ", title.lower()).strip() or title.strip().lower()


@lru_cache(maxsize=8_000)
def slug(text: str, longest: int = LONGEST) -> str:
    """A name as part of a key: words in small letters parted by hyphens, cut behind a whole word.

    >>> slug("SIRKAS (Sistem informasi rencana anggaran)", 24)
    'sirkas-sistem-informasi'
    """
    words = PARTED.sub("-", text.lower()).strip("-")
    if len(words) <= longest:
        return words or _digest(text)
    cut = words[: longest + 1].rpartition("-")[0]
    return cut or words[:longest]


def new_key(parts: Iterable[str | None], whole: str, taken: Callable[[str], bool]) -> str:
    """A key of the parts; where it is taken, with a mark that depends on `whole` alone, then with a number."""
    key = "-".join(part for part in parts if part)
    if not taken(key):
        return key
    marked = f"{key}-{_digest(whole)}"
    number = 2
    while taken(marked if number == 2 else f"{marked}-{number}"):
        number += 1
    return marked if number == 2 else f"{marked}-{number}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


@dataclass
class Pool(Generic[T]):
    """What the data hold, by a key that may stand for several; each is given out once."""

    by_key: dict[tuple[str, ...], list[T]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: tuple[str, ...], item: T) -> None:
        self.by_key[key].append(item)

    def take(self, key: tuple[str, ...], best: Callable[[T], bool]) -> T | None:
        """The first not given out yet that is `best`, else the first; None where there is none left."""
        items = self.by_key.get(key)
        if not items:
            return None
        place = next((place for place, item in enumerate(items) if best(item)), 0)
        return items.pop(place)
