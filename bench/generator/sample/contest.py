"""One edition run through its stages: who passes, who fails, who is withdrawn, with ranks and scores."""

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.generator.catalogue import BY_KEY
from bench.generator.sample.innovations import Innovation
from bench.generator.sample.plan import Stage
from bench.generator.sample.world import GOVERNMENT, KNOWN_UNTIL, LOCAL, World, slug

# Shares that pass where no quota decides; administrative as in the national contest (1,917 of 2,454 in 2022).
RATES = {
    "identified": 1.0, "drafted": 0.95, "clinic": 0.96, "revised": 0.97, "verified": 0.95, "registered": 1.0,
    "submitted": 1.0, "administrative": 0.78, "evaluation": 0.75, "presentation": 0.93, "field": 0.95,
}  # fmt: skip
CUTS = ("shortlist", "final")


@dataclass
class Entry:
    """`fate`: `runs`, `unprepared` (never leaves the regency), `stops` (registered only) or `withdraws`."""

    innovation: Innovation
    agency: str  # key; blank where the register names none
    group: str = ""
    fate: str = "runs"
    submission_id: str = ""
    alive: bool = True
    reached: str = ""
    submitted_on: dt.date | None = None


@dataclass
class Edition:
    """`odds`: stage_id -> share of those entered that passes a quota shared with other governments."""

    competition: str
    year: int
    stages: list[Stage]
    source: str
    entries: list[Entry] = field(default_factory=list)
    odds: dict[str, float] = field(default_factory=dict)

    @property
    def edition_id(self) -> str:
        return f"{self.competition}-{self.year}"

    def passed(self, stage_id: str) -> list[Entry]:
        order = [stage.stage_id for stage in self.stages]
        return [e for e in self.entries if e.reached and order.index(e.reached) >= order.index(stage_id)]


@dataclass(frozen=True)
class Verdict:
    entry: Entry
    outcome: str
    rank: int | None = None
    score: float | None = None


def run(world: World, edition: Edition) -> None:
    """Write submissions and stage results of the edition; sets `reached` and `alive` of its entries."""
    for entry in edition.entries:
        entry.submission_id = f"{edition.edition_id}-{slug(entry.innovation.name)}"
    for stage in edition.stages:
        inside = [e for e in edition.entries if e.alive and stage.held and stage.group in ("", e.group)]
        for verdict in _judge(world, edition, stage, inside):
            _record(world, edition, stage, verdict)
    for entry in edition.entries:
        _submission(world, edition, entry)


def _submission(world: World, edition: Edition, entry: Entry) -> None:
    world.tables.add(
        "submissions",
        submission_id=entry.submission_id,
        edition_id=edition.edition_id,
        innovation_id=entry.innovation.innovation_id,
        innovation=entry.innovation.name,
        government_id=GOVERNMENT,
        agency=BY_KEY[entry.agency].name if entry.agency else None,
        category=entry.innovation.form if edition.competition == LOCAL else entry.innovation.affair,
        group=entry.group,
        flagship=entry.innovation.flagship or None,
        submitted_on=entry.submitted_on,
        source_id=edition.source,
        note=None if entry.agency else "OPD tidak tercatat pada register.",
    )


def _day_of_hand_in(world: World, window: Stage) -> dt.date:
    """Most come in the last days; in the open year nothing is known after the day of collection."""
    assert window.starts is not None
    assert window.ends is not None
    last = min(window.ends, KNOWN_UNTIL)
    days_before = int(world.random.expovariate(1 / 9))
    return max(window.starts, last - dt.timedelta(days=days_before))


def _judge(world: World, edition: Edition, stage: Stage, inside: list[Entry]) -> list[Verdict]:
    if stage.kind in CUTS:
        return _cut(world, edition, stage, inside)
    decide: Callable[[World, Edition, Stage, Entry], str | None] = {
        "submitted": _submitted,
        "administrative": _administrative,
    }.get(stage.kind, _by_rate)
    decided = [(entry, decide(world, edition, stage, entry)) for entry in inside]
    score = _score if stage.kind in ("evaluation", "presentation") else _no_score
    return [Verdict(e, outcome, score=score(world, e, outcome)) for e, outcome in decided if outcome]


def _submitted(world: World, edition: Edition, stage: Stage, entry: Entry) -> str | None:
    """The silent loss leaves no row once the stage is over."""
    if entry.fate != "stops":
        entry.submitted_on = _day_of_hand_in(world, stage)
        return "passed"
    entry.alive = False
    return "pending" if stage.open else None


def _administrative(world: World, edition: Edition, stage: Stage, entry: Entry) -> str:
    if entry.fate == "withdraws":
        return "withdrawn"
    return "pending" if stage.open and world.chance(0.6) else _by_rate(world, edition, stage, entry)


def _by_rate(world: World, edition: Edition, stage: Stage, entry: Entry) -> str:
    last_preparation = [s.kind for s in edition.stages if s.preparation][-1:]
    if entry.fate == "unprepared" and [stage.kind] == last_preparation:
        return "failed"
    rate = edition.odds.get(stage.stage_id, RATES[stage.kind])
    better = (entry.innovation.quality - 0.5) * min(rate, 1 - rate)
    return "passed" if world.chance(rate + better) else "failed"


def _score(world: World, entry: Entry, outcome: str) -> float:
    low = 70 if outcome == "passed" else 52
    return round(low + 16 * entry.innovation.quality + world.random.uniform(0, 4), 2)


def _no_score(world: World, entry: Entry, outcome: str) -> None:
    return None


def _cut(world: World, edition: Edition, stage: Stage, inside: list[Entry]) -> list[Verdict]:
    """The best by quality come through; at the final they are ranked and scored, now and then with a tie."""
    assert stage.quota is not None
    strength = {e.submission_id: e.innovation.quality + world.random.gauss(0, 0.12) for e in inside}
    order = sorted(inside, key=lambda e: -strength[e.submission_id])
    odds = edition.odds.get(stage.stage_id)
    places = min(len(order), stage.quota if odds is None else world.count(len(order) * odds))
    if stage.kind != "final":
        return [Verdict(e, "passed" if i < places else "failed") for i, e in enumerate(order)]
    scores = _falling_scores(world, len(order), tie=places >= 3 and edition.year % 3 == 0)
    ranks = _own_ranks(scores) if odds is None else _shared_ranks(world, scores, places, stage.quota)
    return [
        Verdict(e, "passed" if i < places else "failed", ranks[i], scores[i]) for i, e in enumerate(order)
    ]  # fmt: skip


def _falling_scores(world: World, n: int, tie: bool) -> list[float]:
    steps = [world.random.uniform(0.2, 2.1) for _ in range(n)]
    scores = [round(96 - total, 2) for total in itertools.accumulate(steps)]
    if tie:
        scores[2] = scores[1]
    return scores


def _own_ranks(scores: list[float]) -> list[int | None]:
    """Rank 1 is the best; equal scores share a rank."""
    return [scores.index(score) + 1 for score in scores]


def _shared_ranks(world: World, scores: list[float], places: int, quota: int) -> list[int | None]:
    """Ranks among the finalists of all governments: ours are spread over the quota, the rest have none."""
    ours = sorted(world.random.sample(range(1, quota + 1), min(places, quota)))
    ranks = [ours[i] if i < places else None for i in range(len(scores))]
    for i in range(1, places):
        if scores[i] == scores[i - 1]:
            ranks[i] = ranks[i - 1]
    return ranks


def _record(world: World, edition: Edition, stage: Stage, verdict: Verdict) -> None:
    entry = verdict.entry
    entry.alive = entry.alive and verdict.outcome == "passed"
    if verdict.outcome == "passed":
        entry.reached = stage.stage_id
    world.tables.add(
        "stage_results",
        submission_id=entry.submission_id,
        stage_id=stage.stage_id,
        outcome=verdict.outcome,
        rank=verdict.rank,
        score=verdict.score,
        decided_on=_decided_on(edition, stage, verdict),
        source_id=edition.source,
    )


def _decided_on(edition: Edition, stage: Stage, verdict: Verdict) -> dt.date | None:
    if verdict.outcome == "pending" or stage.kind == "registered":
        return None
    if stage.kind == "submitted":
        return verdict.entry.submitted_on
    return KNOWN_UNTIL if stage.open else stage.ends
