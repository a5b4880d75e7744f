"""Titles that are nearly those of entries on record: shown to a person, never joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from etl.context import Entry
from etl.dry_run import Suggestion
from etl.registers.identity import Pool
from etl.registers.work import Work

if TYPE_CHECKING:
    from etl.registers.entries import Draft

SCORE = 85
LONGER_SCORE = 95  # of titles of which one is the beginning or a part of the other
PAIRS = 4_000_000  # comparisons that take about a second; beyond that nobody is told of near titles
SHOWN = 3


def suggest(work: Work, new: Sequence[Draft], unmatched: Pool[Entry]) -> None:
    """Ask about new titles that are near to one on record of the same edition and government."""
    by_place: dict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
    for (edition_id, government_id, title), entries in unmatched.by_key.items():
        for entry in entries:
            by_place[edition_id, government_id].setdefault(title, entry)
    sizes: dict[tuple[str, str], int] = defaultdict(int)
    for draft in new:
        sizes[draft.same[:2]] += 1
    if sum(number * len(by_place.get(place, ())) for place, number in sizes.items()) > PAIRS:
        work.note("near_titles_not_looked_for", n=str(len(new)))
        return
    for draft in new:
        others = by_place.get(draft.same[:2])
        if others:
            _ask(work, draft, others)


def _ask(work: Work, draft: Draft, entries: dict[str, Entry]) -> None:
    offered = tuple(
        Suggestion(entries[title].submission_id, entries[title].title or "", "near_title")
        for title in nearest(draft.same[-1], list(entries))
    )
    if offered:
        work.question(draft.record, "name", "possible_duplicate", "near_title", offered, title=offered[0].name)


def nearest(title: str, others: Sequence[str]) -> list[str]:
    """The titles that a person may take for the same, best first.

    >>> nearest("si dora eman", ["sidora eman", "sikamase"])
    ['sidora eman']
    """
    letters = {other: other.replace(" ", "") for other in others}
    found = process.extract(title.replace(" ", ""), letters, scorer=fuzz.ratio, score_cutoff=SCORE, limit=SHOWN)
    near = [str(key) for _, _, key in found]
    if len(title.split()) > 1:
        parts = process.extract(
            title, list(others), scorer=fuzz.token_set_ratio, score_cutoff=LONGER_SCORE, limit=SHOWN
        )
        near += [other for other, _, _ in parts if len(other.split()) > 1]
    return list(dict.fromkeys(near))[:SHOWN]
