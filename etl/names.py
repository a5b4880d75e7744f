"""Resolve an agency's name as written to the agency of the register: exact, alias, normalised, parent + unit.

Anything below that is a suggestion for a person, never an answer; names are never matched across governments."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

ABBREVIATIONS_FILE = Path(__file__).with_name("abbreviations.csv")
KIND_OF_GOVERNMENT = {
    "kab": "kabupaten",
    "prov": "provinsi",
    "pemkab": "kabupaten",
    "pemprov": "provinsi",
    "pemkot": "kota",
}
SUGGESTION_SCORE = 75
SUGGESTIONS = 3
PARENT_FORMS = (
    re.compile(r"^(?P<unit>.+?)\s*\((?P<parent>[^()]+)\)$"),
    re.compile(r"^(?P<unit>.+?)\s*[,–-]\s+(?P<parent>.+)$"),
    re.compile(r"^(?P<parent>.+?)\s*[,–-]\s+(?P<unit>.+)$"),
    re.compile(r"^(?P<unit>.+?)\s+pada\s+(?P<parent>.+)$", re.IGNORECASE),
)


@dataclass(frozen=True)
class Agency:
    """What of an agency its name is resolved by."""

    agency_id: str
    name: str
    short_name: str | None
    aliases: tuple[str, ...]
    parent_id: str | None


@dataclass(frozen=True)
class Match:
    """The agencies a name stands for (several: ambiguous unless the year decides), by which step, or suggestions."""

    agency_ids: tuple[str, ...]
    step: str
    suggestions: tuple[str, ...] = ()


@dataclass
class Register:
    """The agencies of one government, indexed by each way of writing them."""

    government_name: str
    agencies: list[Agency]
    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    alias: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    normal: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for agency in self.agencies:
            self.exact[agency.name].add(agency.agency_id)
            for name in filter(None, (agency.short_name, *agency.aliases)):
                self.alias[name].add(agency.agency_id)
            for name in filter(None, (agency.name, agency.short_name, *agency.aliases)):
                self.normal[normalise(name, self.government_name)].add(agency.agency_id)

    def resolve(self, written: str) -> Match:
        """Resolve one name. No match gives step 'none' with up to three suggestions, best first."""
        for step, index, key in (
            ("exact", self.exact, written),
            ("alias", self.alias, written),
            ("normalised", self.normal, normalise(written, self.government_name)),
        ):
            if key in index:
                return Match(tuple(sorted(index[key])), step)
        unit = self._unit(written)
        return unit or Match((), "none", self._suggestions(written))

    def _unit(self, written: str) -> Match | None:
        for form in PARENT_FORMS:
            found = form.match(written.strip())
            if found:
                parents = self.normal.get(normalise(found["parent"], self.government_name), set())
                units = self.normal.get(normalise(found["unit"], self.government_name), set())
                below = {a.agency_id for a in self.agencies if a.agency_id in units and a.parent_id in parents}
                if below:
                    return Match(tuple(sorted(below)), "unit")
        return None

    def _suggestions(self, written: str) -> tuple[str, ...]:
        wanted = normalise(written, self.government_name)
        best = process.extract(
            wanted, list(self.normal), scorer=fuzz.token_set_ratio, score_cutoff=SUGGESTION_SCORE, limit=10
        )
        ids = [agency_id for key, _, _ in best for agency_id in sorted(self.normal[key])]
        return tuple(dict.fromkeys(ids))[:SUGGESTIONS]


def normalise(name: str, government_name: str) -> str:
    """One form for ways of writing the same name: case, punctuation, spaces, '&', abbreviations, own government's name.

    >>> normalise("DINAS  KESEHATAN Kab. Luwu Utara", "Kabupaten Luwu Utara")
    'dinas kesehatan'
    >>> normalise("Disdukcapil", "Kabupaten Bangka")
    'dinas kependudukan dan pencatatan sipil'
    """
    words = _words(name)
    own = _words(government_name)
    for tail in (own, own[1:] if len(own) > 1 else own):
        if len(words) > len(tail) and words[-len(tail) :] == tail and _may_strip(words, tail, own):
            words = words[: -len(tail)]
            break
    return " ".join(word for short in words for word in _expand(short))


def _may_strip(words: list[str], tail: list[str], own: list[str]) -> bool:
    # Without its kind ("Bangka" for "Kabupaten Bangka") a name is only stripped behind "daerah"-less short forms that
    # leave more than one word, so that "Kecamatan Bogor" keeps its own place name.
    return tail == own or (
        len(words) - len(tail) > 1 and words[0] not in {"kecamatan", "kelurahan", "desa", "puskesmas", "rsud"}
    )


def _words(name: str) -> list[str]:
    text = re.sub(r"[^\w]+", " ", name.lower().replace("&", " dan ")).strip()
    return [KIND_OF_GOVERNMENT.get(word, word) for word in text.split()]


def _expand(word: str) -> list[str]:
    return abbreviations().get(word, word).split()


@cache
def abbreviations() -> Mapping[str, str]:
    """Abbreviations used across governments and what they stand for, both in lower case (abbreviations.csv)."""
    with ABBREVIATIONS_FILE.open(encoding="utf-8", newline="") as file:
        return {row["abbreviation"]: row["full"] for row in csv.DictReader(file)}


def resolve_all(
    governments: Mapping[str, str], agencies: Iterable[tuple[str, Agency]], written: Iterable[tuple[str, str]]
) -> list[tuple[str, str, Match]]:
    """Resolve (government_id, name as written) pairs against each government's own register.

    `governments` maps government_id to its name; a government without agencies gives step 'none'."""
    by_government: dict[str, list[Agency]] = defaultdict(list)
    for government_id, agency in agencies:
        by_government[government_id].append(agency)
    registers: dict[str, Register] = {}
    matches = []
    for government_id, name in written:
        if government_id not in registers:
            own_name = governments.get(government_id, "")
            registers[government_id] = Register(own_name, by_government.get(government_id, []))
        matches.append((government_id, name, registers[government_id].resolve(name)))
    return matches
