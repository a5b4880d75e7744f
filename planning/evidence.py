"""Which steps lead from intake to a stage, and what earlier editions say about each: passed of entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import metrics
from metrics import Scope, Warehouse
from planning.passed import TOOK_PART, Cut, Record, of_group

INTAKES = ("submitted", "registered")
BEYOND = ("administrative", "evaluation", "shortlist", "final", "award")  # kinds of stage that entries pass

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Observed:
    """Passed of entered at one step of one earlier edition, for one scope, with where it comes from. `basis`: rows or
    reported. `group` is the group that was counted (None: all), which may be wider than the chain's; `via` are stages
    between the two ends of the step; `quota` the places there were."""

    edition_id: str
    year: int
    scope_kind: str
    scope_id: str
    passed: int
    entered: int
    basis: str
    sources: tuple[str, ...]
    group: str | None = None
    via: tuple[str, ...] = ()
    quota: int | None = None


@dataclass(frozen=True)
class Step:
    """One step of the chain: from one kind of stage to the next, as the stages of the planned edition name them."""

    from_kind: str
    kind: str
    stage_id: str
    name: str


@dataclass(frozen=True)
class StepEvidence:
    """What is known about a step before the planned edition: the government's own record, its level's, the whole
    contest's (`nation`; for a local contest, comparable contests), and the siblings that say how much units differ.
    `tiers` are those that apply: a whole contest has neither a level nor a record of its own."""

    step: Step
    own: tuple[Observed, ...]
    level: tuple[Observed, ...]
    nation: tuple[Observed, ...]
    level_siblings: tuple[Observed, ...]  # other levels
    own_siblings: tuple[Observed, ...]  # other governments
    tiers: tuple[str, ...] = ("nation", "level", "own")


Tiers = tuple[tuple[Observed, ...], tuple[Observed, ...], tuple[Observed, ...]]  # own, level, nation


@dataclass(frozen=True)
class Chain:
    """The way to a stage. `reason` says why there is none (a code of the catalogue), else None."""

    stage_id: str
    stage_name: str
    kind: str
    quota: int | None
    group: str | None
    starts_from: str  # kind of the intake: submitted or registered
    steps: tuple[StepEvidence, ...]
    reason: str | None = None


def chains(warehouse: Warehouse, government: str | None, competition: str, year: int) -> tuple[Chain, ...]:
    """The ways to every stage beyond intake of the contest's edition of `year` (where none is on record: of the latest
    edition before it), in their order; evidence from editions before `year` only. Raises metrics.UnknownName."""
    metrics.check_names(Scope(government=government, competition=competition), warehouse)
    contests = {str(row["competition_id"]): row for row in _listing("competitions", warehouse)}
    place = next((row for row in _listing("governments", warehouse) if row["government_id"] == government), None)
    stages = _planned(warehouse, competition, year)
    if place is not None and place["is_sample"] != contests[competition]["is_sample"]:
        return tuple(_chain(stage, reason="other_dataset") for stage in stages)
    known = _Known(warehouse, place, contests[competition], contests, year)
    return tuple(_way(known, stages, stage) for stage in stages)


class _Known:
    """What is known before a year about one government (None: the whole) in one contest, asked for step by step."""

    def __init__(
        self, warehouse: Warehouse, place: Row | None, contest: Row, contests: Mapping[str, Row], year: int
    ) -> None:
        own = contest["level"] == "local" and place is not None and contest["government_id"] == place["government_id"]
        alike = [name for name, other in contests.items() if own and _comparable(contest, other)]
        editions = [row for row in _listing("editions", warehouse) if int(row["year"]) < year]
        mine = [row for row in editions if row["competition_id"] == contest["competition_id"]]
        others = [row for row in editions if row["competition_id"] in alike]
        self.place = place
        self.tiers = _tiers(place, own)
        self.mine = Record(warehouse, mine)
        self.whole = Record(warehouse, others) if own else self.mine
        self.is_first = not mine and not others
        self.near = cache(self._near)

    def evidence(self, start: Cut, end: Cut, group: str | None, main: bool, step: Step) -> StepEvidence:
        """Everything that is known about a step, the siblings included."""
        own, level, nation = self.near(start, end, group, main)
        ask = self._asking(
            start, end, group, only_groups=any(one.group for one in (*own, *level, *nation)) and not main
        )
        home = str(self.place["government_id"]) if self.place else ""
        others = ask(self.whole, "government", lambda scope: scope != home) if "own" in self.tiers else ()
        levels = ask(self.mine, "level", lambda scope: not self._is_level(scope)) if "level" in self.tiers else ()
        return StepEvidence(step, own, level, nation, levels, others, self.tiers)

    def _near(self, start: Cut, end: Cut, group: str | None, main: bool) -> Tiers:
        """Own record, level's and the whole's. Counts of all groups speak for a smaller group only where nothing is
        known of that group itself."""
        found = self._tiers_of(self._asking(start, end, group, only_groups=False))
        if main or not any(one.group for tier in found for one in tier):
            return found
        return self._tiers_of(self._asking(start, end, group, only_groups=True))

    def _tiers_of(self, ask: Callable[[Record, str, Callable[[str], bool]], tuple[Observed, ...]]) -> Tiers:
        home = str(self.place["government_id"]) if self.place else ""
        own = ask(self.mine, "government", lambda scope: scope == home) if "own" in self.tiers else ()
        level = ask(self.mine, "level", self._is_level) if "level" in self.tiers else ()
        return own, level, ask(self.whole, "all", lambda scope: True)

    def _is_level(self, scope: str) -> bool:
        return self.place is not None and self.place["level"] in scope.split("+")

    @staticmethod
    def _asking(
        start: Cut, end: Cut, group: str | None, only_groups: bool
    ) -> Callable[[Record, str, Callable[[str], bool]], tuple[Observed, ...]]:
        def ask(record: Record, scope_kind: str, wanted: Callable[[str], bool]) -> tuple[Observed, ...]:
            found = []
            for edition, scope in record.places(scope_kind):
                passed = record.between((edition, scope_kind, scope), start, end, group) if wanted(scope) else None
                if passed and (passed.group or not only_groups):
                    found.append(Observed(edition, record.years[edition], scope_kind, scope, **vars(passed)))
            return tuple(found)

        return ask


def _way(known: _Known, stages: Sequence[Row], target: Row) -> Chain:
    """The way to a stage from the entries handed in; where nothing is known of those, from the entries registered."""
    line = [stage for stage in of_group(stages, target["group"]) if stage["stage_order"] <= target["stage_order"]]
    line = [stage for stage in line if stage["group"] == target["group"] or stage is not target]
    cuts = {str(stage["stage_id"]): _cut(line, stage) for stage in line}
    main = _is_main(stages, target)
    for intake in INTAKES:
        route = _route(known, Cut(intake), [cuts[str(s["stage_id"])] for s in line], target["group"], main)
        if route:
            named = {cut: stage for stage, cut in zip(line, cuts.values(), strict=True)}
            steps = tuple(
                known.evidence(a, b, target["group"], main, _step(a, b, named[b])) for a, b in pairwise(route)
            )
            return _chain(target, intake, steps)
    return _chain(target, reason="no_earlier" if known.is_first else "no_evidence")


def _route(known: _Known, intake: Cut, line: Sequence[Cut], group: str | None, main: bool) -> tuple[Cut, ...] | None:
    """The stages to step on, where every step is known from some edition; the most worthy of all ways."""
    *between, target = line
    ways = [(intake, *chosen, target) for size in range(len(between), -1, -1) for chosen in combinations(between, size)]
    worth = {way: _worth([known.near(a, b, group, main) for a, b in pairwise(way)], way, main) for way in ways}
    known_ways = [way for way in ways if worth[way][2]]
    return max(known_ways, key=lambda way: worth[way], default=None)


def _worth(steps: Sequence[Tiers], way: Sequence[Cut], main: bool) -> tuple[int, int, int, int]:
    """What is better comes first: for a smaller group, steps known of that group itself; then every stage that is a
    step; but an evaluation, whose numbers only some editions publish, only where it adds editions to the least known
    step."""
    editions = [{one.edition_id for tier in tiers for one in tier} for tiers in steps]
    of_group = sum(any(one.group for tier in tiers for one in tier) for tiers in steps)
    evaluations = sum(cut.kind == "evaluation" for cut in way[:-1])
    return 0 if main else of_group, len(way) - evaluations, min(map(len, editions)), -evaluations


def _planned(warehouse: Warehouse, competition: str, year: int) -> list[Row]:
    """The organiser's stages beyond intake of the edition of a year, else of the latest before it that has some.

    A planned stage before one that was held was replaced by what was held."""
    rows = metrics.records(metrics.listing("editions", Scope(competition=competition), warehouse))
    past = [row for row in rows if int(row["year"]) <= year]
    for edition in sorted(past, key=lambda row: (-int(row["year"]), row["edition_id"])):
        listed = metrics.records(metrics.listing("stages", Scope(edition=edition["edition_id"]), warehouse))
        stages = [row for row in listed if row["government_id"] is None and row["kind"] in (*BEYOND, *TOOK_PART)]
        held = max((row["stage_order"] for row in stages if row["status"] == "held"), default=0)
        stages = [row for row in stages if row["status"] == "held" or row["stage_order"] > held]
        passed: list[Row] = [row for row in stages if row["kind"] in BEYOND]
        if passed:
            return passed
    return []


def _cut(line: Sequence[Row], stage: Row) -> Cut:
    alike = [other["stage_id"] for other in line if other["kind"] == stage["kind"]]
    return Cut(str(stage["kind"]), alike.index(stage["stage_id"]))


def _is_main(stages: Sequence[Row], target: Row) -> bool:
    """Whether a stage is the main one of those held side by side for several groups: the one with the most places."""
    beside = [row["quota"] for row in stages if row["kind"] == target["kind"] and row is not target and row["group"]]
    if target["group"] is None or not beside:
        return True
    return target["quota"] is not None and all(quota is not None and quota < target["quota"] for quota in beside)


def _tiers(place: Row | None, own_contest: bool) -> tuple[str, ...]:
    if place is None:
        return ("nation",)
    return ("nation", "own") if own_contest else ("nation", "level", "own")


def _comparable(contest: Row, other: Row) -> bool:
    """Another contest of the same level and type, of the same kind of data: samples never feed real estimates."""
    is_other = other["competition_id"] != contest["competition_id"]
    return is_other and all(other[name] == contest[name] for name in ("level", "type", "is_sample"))


def _step(start: Cut, end: Cut, stage: Row) -> Step:
    return Step(start.kind, end.kind, str(stage["stage_id"]), str(stage["name"]))


def _chain(
    stage: Row, starts_from: str = INTAKES[0], steps: tuple[StepEvidence, ...] = (), reason: str | None = None
) -> Chain:
    quota = None if stage["quota"] is None else int(stage["quota"])
    return Chain(
        str(stage["stage_id"]),
        str(stage["name"]),
        str(stage["kind"]),
        quota,
        stage["group"],
        starts_from,
        steps,
        reason,
    )


def _listing(name: str, warehouse: Warehouse) -> list[dict[str, Any]]:
    return metrics.records(metrics.listing(name, Scope(), warehouse))
