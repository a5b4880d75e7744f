"""Chance in arrays: how far each entry of an edition comes, and the rows that follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.generator.scale.shape import Gate, ends_on

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Climb:
    """Per entry: `depth` stages passed, `quality`, and whether it was taken back at the stage that it did not pass."""

    gates: tuple[Gate, ...]
    depth: Ints
    quality: Floats
    withdrawn: NDArray[np.bool_]

    def at(self, kind: str) -> int:
        return next(i for i, gate in enumerate(self.gates) if gate.kind == kind)

    def passed(self, kind: str) -> NDArray[np.bool_]:
        return self.depth > self.at(kind)


def climb(rng: np.random.Generator, quality: Floats, gates: tuple[Gate, ...]) -> Climb:
    """Run the entries of one edition through its gates; quotas take the best by `quality`."""
    depth = np.zeros(len(quality), dtype=np.int64)
    alive = np.ones(len(quality), dtype=bool)
    for gate in gates:
        alive &= _best(quality, alive, gate.quota) if gate.quota else rng.random(len(quality)) < gate.rate
        depth += alive
    administrative = next(i for i, gate in enumerate(gates) if gate.kind == "administrative")
    withdrawn = (depth == administrative) & (rng.random(len(quality)) < 0.08)
    return Climb(gates, depth, quality, withdrawn)


def _best(quality: Floats, alive: NDArray[np.bool_], quota: int) -> NDArray[np.bool_]:
    order = np.argsort(np.where(alive, -quality, np.inf), kind="stable")
    result = np.zeros(len(quality), dtype=bool)
    result[order[:quota]] = True
    return result


def ordinal(keys: Ints) -> Ints:
    """0, 1, 2 … for each entry among the entries of the same key, in their order."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(keys) else np.zeros(0, dtype=np.int64)
    sizes = np.diff(np.r_[starts, len(keys)])
    result = np.empty(len(keys), dtype=np.int64)
    result[order] = np.arange(len(keys)) - np.repeat(starts, sizes)
    return result


def finals(climbed: Climb) -> list[tuple[int, float]]:
    """Per entry (rank, score) at the final stage; rank 0: did not enter it. Equal scores share a rank."""
    scores = np.round(60 + 39 * climbed.quality, 2)
    entered = climbed.depth >= len(climbed.gates) - 1
    ordered = -np.sort(-scores[entered])
    ranks = np.where(entered, np.searchsorted(-ordered, -scores, side="left") + 1, 0)
    return list(zip(ranks.tolist(), scores.tolist(), strict=True))


def result_lines(climbed: Climb, ids: Sequence[str], year: int, source: str) -> list[str]:
    """CSV lines of stage_results: every stage passed and the one failed; the silent loss leaves no line."""
    gates = climbed.gates
    silent = climbed.depth == climbed.at("submitted")
    shown = climbed.depth + ((climbed.depth < len(gates)) & ~silent)
    entry = np.repeat(np.arange(len(ids)), shown)
    stage = np.arange(len(entry)) - np.repeat(np.cumsum(shown) - shown, shown)
    outcome = np.where(stage < climbed.depth[entry], 0, 1 + climbed.withdrawn[entry])
    ends = [ends_on(gate, year) for gate in gates]
    stage_ids = [gate.stage_id for gate in gates]
    final, placed = len(gates) - 1, finals(climbed)
    words = ("passed", "failed", "withdrawn")
    return [
        f"{ids[e]},{stage_ids[s]},{words[o]},{placed[e][0]},{placed[e][1]},{ends[s]},{source},"
        if s == final
        else f"{ids[e]},{stage_ids[s]},{words[o]},,,{ends[s]},{source},"
        for e, s, o in zip(entry.tolist(), stage.tolist(), outcome.tolist(), strict=True)
    ]
