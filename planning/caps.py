"""How many entries an institution may hand in: rules of the edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import metrics
from metrics import Scope, Warehouse
from planning.passed import parts

RULES = ("max_proposals_per_institution", "max_per_government")  # how the rule_id of a cap begins
LEVELS = ("ministry", "agency", "province", "regency", "city", "soe", "police", "other")  # data.md: governments.level

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Cap:
    """The most entries one institution may hand in; `value` None: no cap on record. `parts` are (group or None, number)
    of the rules it is made of."""

    value: int | None
    parts: tuple[tuple[str | None, int], ...] = ()
    sources: tuple[str, ...] = ()


def cap(warehouse: Warehouse, government: str | None, edition: str, group: str | None = None) -> Cap:
    """The cap of an edition for entries of `group` ("umum+replikasi": both together; None: all groups that have one).

    A rule `applies_to` everyone (blank), to levels in words ("regency or city": those only), or else to a group. Raises
    metrics.UnknownName."""
    metrics.check_names(Scope(government=government, edition=edition), warehouse)
    rules = metrics.records(metrics.listing("rules", Scope(edition=edition), warehouse))
    caps = [rule for rule in rules if rule["rule_id"].startswith(RULES) and _number(rule) is not None]
    level = _level(warehouse, government)
    general = [rule for rule in caps if _binds_all(rule, level)]
    return _least([*_together(_of_groups(caps), group), *([rule] for rule in general)])


def _number(rule: Row) -> int | None:
    """The value of a rule where it is a whole number; rules may also hold words and dates."""
    text = str(rule["value"] or "").strip()
    return int(text) if text.isdecimal() else None


def _level(warehouse: Warehouse, government: str | None) -> str | None:
    rows = metrics.records(metrics.listing("governments", Scope(government=government), warehouse))
    return str(rows[0]["level"]) if government else None


def _levels(rule: Row) -> list[str]:
    """The levels that a rule names in words, none where it speaks of something else."""
    words = str(rule["applies_to"] or "").replace(",", " ").split()
    named = [word for word in words if word in LEVELS]
    return named if len(named) + words.count("or") + words.count("and") == len(words) else []


def _binds_all(rule: Row, level: str | None) -> bool:
    """A rule for entries of every group: of everyone, or of the government's level."""
    return rule["applies_to"] is None or level in _levels(rule)


def _group(rule: Row) -> str | None:
    return None if rule["applies_to"] is None or _levels(rule) else str(rule["applies_to"])


def _of_groups(caps: Sequence[Row]) -> dict[str, Row]:
    return {group: rule for rule in caps if (group := _group(rule)) is not None}


def _together(by_group: Mapping[str, Row], group: str | None) -> list[list[Row]]:
    """The rules that add up to the cap of a group: its own, else those of its parts, if each part has one."""
    if group is None:
        return [[by_group[name] for name in sorted(by_group)]] if by_group else []
    if group in by_group:
        return [[by_group[group]]]
    of_parts = [by_group[name] for name in sorted(parts(group)) if name in by_group]
    return [of_parts] if len(of_parts) == len(parts(group)) else []


def _least(ways: Sequence[Sequence[Row]]) -> Cap:
    """The smallest of caps that hold at the same time; each is a sum of rules."""
    if not ways:
        return Cap(None)
    rules = min(ways, key=lambda rules: sum(_number(rule) or 0 for rule in rules))
    made_of = tuple((_group(rule), _number(rule) or 0) for rule in rules)
    sources = tuple(sorted({str(rule["source_id"]) for rule in rules if rule["source_id"]}))
    return Cap(sum(number for _, number in made_of), made_of, sources)
