"""What earlier editions say about a step: passed of entered between two stages, from exact counts only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import metrics
from metrics import Scope, Warehouse

Row = Mapping[str, Any]
Line = Mapping[str, Row]  # the rows of one edition, scope and group by stage_id

TOOK_PART = ("presentation", "field")  # a published total there counts who took part, not who passed
SAME = ("edition_id", "stage_id", "scope_kind", "scope_id")


@dataclass(frozen=True)
class Cut:
    """A stage as it is found again in another year: the nth of its kind."""

    kind: str
    nth: int = 0


@dataclass(frozen=True)
class Passed:
    """Passed of entered between two stages of one edition for one scope; `group` is the group of the counts, `via` the
    stages between, `quota` the places there were."""

    passed: int
    entered: int
    basis: str
    sources: tuple[str, ...]
    group: str | None
    via: tuple[str, ...]
    quota: int | None


def parts(group: str | None) -> frozenset[str]:
    """The groups of a joined one: "umum+replikasi" are two."""
    return frozenset(group.split("+")) if group else frozenset()


class Record:
    """The exact counts of some editions, by edition, scope and group, and the stages that their organisers held."""

    def __init__(self, warehouse: Warehouse, editions: Sequence[Row]) -> None:
        self.years = {str(edition["edition_id"]): int(edition["year"]) for edition in editions}
        self.stages = held_stages(warehouse, editions)
        self.kinds = {e: {str(s["stage_id"]): str(s["kind"]) for s in held} for e, held in self.stages.items()}
        self.stage, self.labels = cache(self._stage), cache(self._labels)
        self.lines: dict[tuple[str, str, str], dict[str | None, dict[str, Row]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        for row in _rows(warehouse, list(self.years)):
            if row["concluded"] or self.years[row["edition_id"]] < warehouse.as_of.year:
                place = (row["edition_id"], row["scope_kind"], row["scope_id"])
                self.lines[place][row["group"]][row["stage_id"]] = row

    def places(self, scope_kind: str) -> list[tuple[str, str]]:
        """(edition_id, scope_id) of every scope of a kind that something is known of, by year."""
        found = [(edition, scope) for edition, kind, scope in self.lines if kind == scope_kind]
        return sorted(found, key=lambda place: (self.years[place[0]], place))

    def between(self, place: tuple[str, str, str], start: Cut, end: Cut, group: str | None) -> Passed | None:
        """Passed of entered from one stage to another for (edition, scope kind, scope): of the group itself, else of a
        joined group that holds it or of its parts together, else of all groups."""
        wider, inner, whole = self.labels(place[0], end, group)
        found = (self._of_group(place, start, end, label) for label in wider)
        first = next((one for one in found if one is not None), None)
        if first is not None:
            return first
        together = _together([self._of_group(place, start, end, label) for label in inner], group)
        return together or next(filter(None, (self._of_group(place, start, end, label) for label in whole)), None)

    def _labels(
        self, edition: str, end: Cut, group: str | None
    ) -> tuple[list[str | None], list[str | None], list[str | None]]:
        """The groups whose counts may speak for a group: itself and joined ones with it; its parts; all."""
        of_kind = sorted({s["group"] for s in self.stages[edition] if s["kind"] == end.kind and s["group"]})
        wider = [label for label in of_kind if group and parts(group) < parts(label)]
        inner = [label for label in of_kind if group is None or parts(label) < parts(group)]
        return [group, *wider], list(inner), [None] if group else []

    def _of_group(self, place: tuple[str, str, str], start: Cut, end: Cut, group: str | None) -> Passed | None:
        line = self.lines.get(place, {}).get(group)
        first, last = (self.stage(place[0], cut, group) if line else None for cut in (start, end))
        if not line or first is None or last is None:
            return None
        return _linked(line, first, last, self.kinds[place[0]], group) or _totals(line, first, last, group)

    def _stage(self, edition: str, cut: Cut, group: str | None) -> Row | None:
        """The stage of the edition that a cut means, for entries of the group."""
        fitting = [stage for stage in of_group(self.stages[edition], group) if stage["kind"] == cut.kind]
        return fitting[cut.nth] if cut.nth < len(fitting) else None


def held_stages(warehouse: Warehouse, editions: Sequence[Row]) -> dict[str, list[Row]]:
    """The stages that the organiser of each edition held, in their order."""
    held: dict[str, list[Row]] = {str(edition["edition_id"]): [] for edition in editions}
    for contest in sorted({str(edition["competition_id"]) for edition in editions}):
        for row in metrics.records(metrics.listing("stages", Scope(competition=contest), warehouse)):
            if row["edition_id"] in held and row["government_id"] is None and row["status"] == "held":
                held[row["edition_id"]].append(row)
    return held


def of_group(stages: Iterable[Row], group: str | None) -> list[Row]:
    """The stages that entries of a group go through: its own, those of a joined group that holds it, those of all."""
    return [stage for stage in stages if stage["group"] is None or (group and parts(group) <= parts(stage["group"]))]


def _rows(warehouse: Warehouse, editions: list[str]) -> list[dict[str, Any]]:
    """stage_pass_rate of every whole, level and government, with the reason of the count itself from stage_funnel."""
    rate, funnel = (metrics.find_metric(name).sql for name in ("stage_pass_rate", "stage_funnel"))
    same = " AND ".join(f"f.{name} = r.{name}" for name in SAME)
    return metrics.records(
        warehouse.frame(
            f'SELECT r.*, f.reason AS count_reason FROM ({rate}) r JOIN ({funnel}) f ON {same} AND f."group" IS NOT '
            'DISTINCT FROM r."group" WHERE r.numerator IS NOT NULL AND list_contains(?, r.edition_id) '
            "AND r.scope_kind IN ('all', 'level', 'government') ORDER BY ALL",
            [editions],
        )
    )


def _linked(line: Line, first: Row, last: Row, kinds: Mapping[str, str], group: str | None) -> Passed | None:
    """Back from the last stage, rate by rate, where each begins with exactly those that the one before it let pass."""
    used: list[Row] = []
    at = str(last["stage_id"])
    while at != first["stage_id"]:
        row = line.get(at)
        if row is None or not _is_rate(row, kinds) or not _follows(row, used):
            return None
        used.append(row)
        at = str(row["from_stage_id"])
        if at not in kinds:
            return None
    via = tuple(str(row["from_stage_id"]) for row in used[:-1])
    return _passed(used[0]["numerator"], used[-1]["denominator"], used, last, group, via[::-1])


def _follows(row: Row, used: Sequence[Row]) -> bool:
    return not used or (row["numerator"] == used[-1]["denominator"] and row["basis"] == used[-1]["basis"])


def _totals(line: Line, first: Row, last: Row, group: str | None) -> Passed | None:
    """Two exact published totals, whatever stands between them."""
    ends = [line.get(str(stage["stage_id"])) for stage in (last, first)]
    exact = [row for row in ends if row and row["basis"] == "reported" and row["count_reason"] is None]
    if len(exact) < 2:
        return None
    return _passed(exact[0]["numerator"], exact[1]["numerator"], exact, last, group, ())


def _passed(
    passed: int, entered: int, rows: Sequence[Row], last: Row, group: str | None, via: tuple[str, ...]
) -> Passed | None:
    if not 0 <= passed <= entered or entered == 0:
        return None
    quota = None if last["quota"] is None else int(last["quota"])
    sources = tuple(sorted({source for row in rows for source in row["sources"]}))
    return Passed(int(passed), int(entered), str(rows[0]["basis"]), sources, group, via, quota)


def _together(found: Sequence[Passed | None], group: str | None) -> Passed | None:
    """The sum of groups that have no entry in common; None where one is not known or the bases differ."""
    known = [one for one in found if one is not None]
    names = [name for one in known for name in parts(one.group)]
    if not known or len(known) < len(found) or len({one.basis for one in known}) > 1:
        return None
    if len(names) > len(set(names)) or (group is not None and set(names) != parts(group)):
        return None
    return Passed(
        passed=sum(one.passed for one in known),
        entered=sum(one.entered for one in known),
        basis=known[0].basis,
        sources=_sources(known),
        group="+".join(sorted(names)),
        via=tuple(sorted({stage for one in known for stage in one.via})),
        quota=sum(one.quota or 0 for one in known) if all(one.quota for one in known) else None,
    )


def _is_rate(row: Row, kinds: Mapping[str, str]) -> bool:
    """A rate of decided entries whose denominator is not merely who took part."""
    took_part = row["basis"] == "reported" and kinds.get(str(row["from_stage_id"])) in TOOK_PART
    return row["value"] is not None and row["reason"] is None and not took_part


def _sources(found: Iterable[Passed]) -> tuple[str, ...]:
    return tuple(sorted({source for one in found for source in one.sources}))
