"""What there is to choose from, read once per published warehouse: governments, contests, editions, agencies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ui.cells import known

Row = Mapping[str, Any]
NATION = ""


@dataclass(frozen=True)
class Listings:
    """Lookups by id.

    `of` maps a government (NATION: the whole country) to its contests, each with the editions that it has rows, totals,
    a target or an event in, oldest first. `aimed` and `filled` are the (government, edition) pairs with a target and
    with any figure.
    """

    governments: Mapping[str, Row]
    competitions: Mapping[str, Row]
    editions: Mapping[str, Row]
    agencies: Mapping[str, Mapping[str, Row]]
    of: Mapping[str, Mapping[str, tuple[str, ...]]]
    aimed: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    filled: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @classmethod
    def build(
        cls,
        governments: pd.DataFrame,
        competitions: pd.DataFrame,
        editions: pd.DataFrame,
        agencies: pd.DataFrame,
        coverage_map: pd.DataFrame,
        targets: pd.DataFrame,
        events: pd.DataFrame | None = None,
    ) -> "Listings":
        """From the warehouse's listings of the same names. An event alone is reason enough to offer its edition."""
        by_id = _by(editions, "edition_id")
        aimed = frozenset(_targeted(targets.to_dict("records"), by_id))
        listed = coverage_map[["government_id", "edition_id", "basis"]].dropna(subset=["edition_id"])
        pairs = [(_blank(g), str(e), b) for g, e, b in listed.itertuples(index=False, name=None)]
        filled = frozenset((g, e) for g, e, b in pairs if b != "unknown")
        return cls(
            governments=_by(governments.sort_values(["is_sample", "name"]), "government_id"),
            competitions=_by(competitions.sort_values("name"), "competition_id"),
            editions=by_id,
            agencies={
                str(g): _by(part.sort_values("name"), "agency_id") for g, part in agencies.groupby("government_id")
            },
            of=_offered({(g, e) for g, e, _ in pairs} | aimed | _prepared(events), by_id),
            aimed=aimed,
            filled=filled,
        )

    def is_sample(self, government: str) -> bool:
        return bool(self.governments.get(government, {}).get("is_sample", False))

    def sample(self) -> str | None:
        """The sample government's id, if sample data is loaded."""
        return next((g for g in self.governments if self.is_sample(g)), None)

    def name(self, government: str) -> str | None:
        row = self.governments.get(government)
        return str(row["name"]) if row else None

    def contests(self, government: str) -> tuple[str, ...]:
        """The contests a government has any edition in; where it has none, the national ones, else all there are."""
        own = tuple(c for c in self.competitions if c in self.of.get(government, {}))
        national = tuple(c for c, row in self.competitions.items() if row["level"] == "national")
        return own or national or tuple(self.competitions)

    def editions_of(self, government: str, competition: str) -> tuple[str, ...]:
        """The editions to offer, oldest first; where the government is in none, all of the contest."""
        own = self.of.get(government, {}).get(competition)
        if own:
            return own
        rows = [row for row in self.editions.values() if row["competition_id"] == competition]
        return tuple(str(row["edition_id"]) for row in sorted(rows, key=lambda row: int(row["year"])))

    def years(self, government: str, competition: str) -> tuple[int, ...]:
        return tuple(sorted({int(self.editions[e]["year"]) for e in self.editions_of(government, competition)}))

    def opening(self, government: str, competition: str) -> str | None:
        """The edition a first visit opens: the latest with a target, else the latest with figures, else the latest."""
        editions = self.editions_of(government, competition)
        for pairs in (self.aimed, self.filled):
            found = [e for e in editions if (government, e) in pairs]
            if found:
                return found[-1]
        return editions[-1] if editions else None


def _prepared(events: pd.DataFrame | None) -> set[tuple[str, str]]:
    if events is None:
        return set()
    held = events[["government_id", "edition_id"]].dropna()
    return {(str(g), str(e)) for g, e in held.itertuples(index=False, name=None)}


def _by(frame: pd.DataFrame, key: str) -> dict[str, Row]:
    return {str(row[key]): {str(k): v for k, v in row.items()} for row in frame.to_dict("records")}


def _blank(value: object) -> str:
    return str(value) if known(value) else NATION


def _targeted(targets: Iterable[Mapping[Any, Any]], editions: Mapping[str, Row]) -> Iterable[tuple[str, str]]:
    for target in targets:
        edition = _blank(target["edition_id"])
        if edition in editions:
            yield (str(target["scope_id"]) if target["scope_kind"] == "government" else NATION), edition


def _offered(pairs: Iterable[tuple[str, str]], editions: Mapping[str, Row]) -> dict[str, dict[str, tuple[str, ...]]]:
    offered: dict[str, dict[str, list[str]]] = {}
    known = sorted({p for p in pairs if p[1] in editions}, key=lambda pair: (int(editions[pair[1]]["year"]), pair[1]))
    for government, edition in known:
        contest = str(editions[edition]["competition_id"])
        offered.setdefault(government, {}).setdefault(contest, []).append(edition)
    return {g: {c: tuple(found) for c, found in contests.items()} for g, contests in offered.items()}
