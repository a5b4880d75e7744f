"""Resolve an agency's name as written to the agency of the register: exact, alias, normalised, parent + unit.

Anything below that is a suggestion for a person, never an answer; names are never matched across governments."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
KINDS = {"kabupaten", "kota", "provinsi"}
# Behind these a place alone ("Dinas Kesehatan Bangka") names the government. Behind others ("Kecamatan Bogor", "RSUD
# Bangka") it is the unit's own name and stays.
BEFORE_OWN_PLACE = {"dinas", "badan", "sekretariat", "inspektorat", "satuan", "kantor", "bagian"}
KEEP_THEIR_PLACE = {"kec", "kel", "pkm", "rsud"}
SUGGESTION_SCORE = 75
SUGGESTIONS = 3
LOGIN = re.compile(r"[a-z0-9]+([.@][a-z0-9]+)+")
LONGEST_ABBREVIATION = 3  # words, as in "DPM PTSP" or "Satpol PP"
SEPARATED = (
    re.compile(r"^(?P<first>.+?)\s*\((?P<second>[^()]+)\)$"),
    re.compile(r"^(?P<first>.+?)\s*(?:,|/|\s[–-])\s+(?P<second>.+)$"),
    re.compile(r"^(?P<first>.+?)\s+pada\s+(?P<second>.+)$", re.IGNORECASE),
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
    plain: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    full: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spelled: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for agency in self.agencies:
            self._add(self.exact, agency.name, agency)
            # Only names are spelled out: a confirmed "Diskominfo" does not confirm "Dinas Komunikasi dan Informatika".
            self._add(self.full, _letters(normalise(agency.name, self.government_name)), agency)
            self._add(self.spelled, normalise(agency.name, self.government_name), agency)
            for other in filter(None, (agency.short_name, *agency.aliases)):
                self._add(self.alias, other, agency)
            for name in filter(None, (agency.name, agency.short_name, *agency.aliases)):
                words = " ".join(_own_words(name, self.government_name))
                self._add(self.plain, _letters(words), agency)
                self._add(self.spelled, words, agency)

    @staticmethod
    def _add(index: dict[str, set[str]], key: str, agency: Agency) -> None:
        if key:
            index[key].add(agency.agency_id)

    def resolve(self, written: str) -> Match:
        """Resolve one name. No match gives step 'none' with up to three suggestions, best first."""
        for step, index in (("exact", self.exact), ("alias", self.alias)):
            if written in index:
                return Match(tuple(sorted(index[written])), step)
        same = self._same(written)
        if same and self._is_account(written):
            return Match((), "none", tuple(sorted(same))[:SUGGESTIONS])
        if same:
            return Match(tuple(sorted(same)), "normalised")
        below = self._unit(written)
        return Match(tuple(sorted(below)), "unit") if below else Match((), "none", self._suggestions(written))

    def _same(self, written: str) -> set[str]:
        """Agencies written the same but for case, punctuation and spaces; else with abbreviations spelled out."""
        plain = _letters(" ".join(_own_words(written, self.government_name)))
        return self.plain.get(plain) or self.full.get(_letters(normalise(written, self.government_name))) or set()

    def _is_account(self, written: str) -> bool:
        """Whether this is the name of an account at the government, such as "dinkes.bangka"; anybody may hold that."""
        return bool(LOGIN.fullmatch(written.strip())) and _own_words(written, self.government_name) != words_of(written)

    def _unit(self, written: str) -> set[str]:
        for unit, parent in _pairs(written, self.government_name):
            units, parents = self._same(unit), self._same(parent)
            below = {a.agency_id for a in self.agencies if a.agency_id in units and a.parent_id in parents}
            if below:
                return below
        return set()

    def _suggestions(self, written: str) -> tuple[str, ...]:
        wanted = normalise(written, self.government_name)
        if set(wanted.split()[2:]) & KINDS:  # "Dinas Kesehatan Kabupaten …": another government's
            return ()
        best = process.extract(
            wanted, list(self.spelled), scorer=fuzz.token_set_ratio, score_cutoff=SUGGESTION_SCORE, limit=10
        )
        ids = [agency_id for key, _, _ in best for agency_id in sorted(self.spelled[key])]
        return tuple(dict.fromkeys(ids))[:SUGGESTIONS]


def _pairs(written: str, government_name: str) -> Iterator[tuple[str, str]]:
    """Ways to read a name as (unit, parent): parted by brackets, comma, slash, dash or "pada", else unit first."""
    for form in SEPARATED:
        found = form.match(written.strip())
        if found:
            yield found["first"], found["second"]
            yield found["second"], found["first"]
    words = _own_words(written, government_name)
    for place in range(1, len(words)):
        yield " ".join(words[:place]), " ".join(words[place:])


def normalise(name: str, government_name: str) -> str:
    """One form for ways of writing the same name: case, punctuation, spaces, '&', abbreviations, own government's name.

    >>> normalise("DINAS_KESEHATAN Kab. Luwu Utara", "Kabupaten Luwu Utara")
    'dinas kesehatan'
    >>> normalise("Dinas Dukcapil", "Kabupaten Bangka")
    'dinas kependudukan dan pencatatan sipil'
    """
    words = _own_words(name, government_name)
    full: list[str] = []
    while words:
        size = _abbreviation_at(words)
        said = abbreviations()["".join(words[:size])].split() if size else words[:1]
        full += said[1:] if full and size and full[-1] == said[0] else said  # "Dinas Dukcapil" says "Dinas" twice
        words = words[size or 1 :]
    return " ".join(full)


def _abbreviation_at(words: list[str]) -> int:
    """How many words at the front are an abbreviation, however it is parted ("DPM-PTSP"); 0: none."""
    sizes = range(min(LONGEST_ABBREVIATION, len(words)), 0, -1)
    return next((size for size in sizes if "".join(words[:size]) in abbreviations()), 0)


def _own_words(name: str, government_name: str) -> list[str]:
    """The words of a name, without the government's own name at the end."""
    words, own = words_of(name), words_of(government_name)
    if own and len(words) > len(own) and words[-len(own) :] == own:
        words = words[: -len(own)]
        return words[:-1] if len(words) > 1 and words[-1] == "pemerintah" else words
    place = own[1:]
    if place and len(words) > len(place) and words[-len(place) :] == place and _names_government(words[0]):
        return words[: -len(place)]
    return words


def _names_government(first: str) -> bool:
    return first in BEFORE_OWN_PLACE or (first in abbreviations() and first not in KEEP_THEIR_PLACE)


def words_of(name: str) -> list[str]:
    """The words of a name in lower case, "&" as "dan", "Kab." and "Pemkab" as "kabupaten"."""
    text = re.sub(r"[\W_]+", " ", name.lower().replace("&", " dan ")).strip()
    return [KIND_OF_GOVERNMENT.get(word, word) for word in text.split()]


def _letters(words: str) -> str:
    """The same however words are parted: "Bone-Bone" and "Bonebone", "Olah Raga" and "Olahraga"."""
    return words.replace(" ", "")


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
