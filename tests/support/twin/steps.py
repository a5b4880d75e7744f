"""One stage of an edition for one scope and group: who entered it, who came through, and whether that is a rate.

`stage_funnel`, `stage_pass_rate` and `silent_loss` are three views of it.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from tests.support.twin import counts, coverage, entries, known, stages
from tests.support.twin.counts import Count
from tests.support.twin.scopes import Scope, government_of, same_scopes
from tests.support.twin.tables import Row, Tables


@dataclass
class Step:
    """What is known of a stage. Numbers are None where they are not known; `basis` is that of `passed`."""

    edition_id: str
    stage: Row
    scope: Scope
    group: str | None
    government_id: str | None
    concluded: bool
    from_stage_id: str | None = None
    entered: int | None = None
    passed: int | None = None
    failed: int | None = None
    pending: int | None = None
    withdrawn: int | None = None
    basis: str = "unknown"
    sources: list[str] = field(default_factory=list)
    rate_is_known: bool = False
    reason: str | None = None

    def keys(self) -> Row:
        """The keys that the funnel and the pass rate share."""
        return {
            "government_id": self.government_id,
            "edition_id": self.edition_id,
            "stage_id": self.stage["stage_id"],
            "group": self.group,
            "scope_kind": self.scope.kind,
            "scope_id": self.scope.id,
        }


def compute(tables: Tables, as_of: date) -> list[Step]:
    """Every held stage of every edition, for every scope of which something is known."""
    return [
        step(tables, as_of, stage, scope, group)
        for edition in tables.all("editions")
        for stage, scope in stages_and_scopes(tables, edition["edition_id"])
        for group in groups(tables, stage, scope)
    ]


def stages_and_scopes(tables: Tables, edition_id: str) -> list[tuple[Row, Scope]]:
    """Each scope with its stages: the organiser's, and a government's own preparation."""
    pairs = [
        (stage, scope)
        for scope in known.own_scopes(tables, edition_id)
        for stage in stages.seen_by(tables, edition_id, government_of(tables, scope))
    ]
    pairs += [
        (stage, scope)
        for stage in stages.seen_by(tables, edition_id, None)
        for scope in known.breakdowns(tables, stage)
    ]
    return pairs


def groups(tables: Tables, stage: Row, scope: Scope) -> list[str | None]:
    """The stage's own group, and each group for which a total is published there for the scope."""
    scopes = same_scopes(tables, stage["edition_id"], scope)
    published = {
        row["group"] or stage["group"]
        for row in known.totals(tables, stage["edition_id"], scope.kind)
        + [row for kind, _ in scopes if kind != scope.kind for row in known.totals(tables, stage["edition_id"], kind)]
        if row["stage_id"] == stage["stage_id"] and (row["scope_kind"], row["scope_id"]) in scopes
    }
    if scope.kind in ("level", "province"):
        return sorted(published, key=str)
    return sorted(published | {stage["group"]}, key=str)


def step(tables: Tables, as_of: date, stage: Row, scope: Scope, group: str | None) -> Step:
    """Rows on both sides first, else published totals on both sides, else what is known without a rate."""
    made = Step(
        edition_id=stage["edition_id"],
        stage=stage,
        scope=scope,
        group=group,
        government_id=government_of(tables, scope),
        concluded=stages.is_concluded(tables, stage, as_of),
    )
    fill_without_rate(tables, as_of, made)
    if not fill_from_rows(tables, as_of, made):
        fill_from_totals(tables, made)
    return made


def fill_without_rate(tables: Tables, as_of: date, made: Step) -> None:
    """The count at the stage, alone."""
    count = counts.passed(tables, as_of, made.stage, made.scope, made.group)
    made.passed, made.basis, made.sources = count.value, count.basis, count.sources
    made.reason = "not_known_on_both_sides"


def fill_from_rows(tables: Tables, as_of: date, made: Step) -> bool:
    """Fill entered, passed and the rest from the rows if these are all there are; True if that settles the rate."""
    before = stages.stage_before(tables, made.stage, made.government_id)
    own_group = stages.parts(made.group) == stages.parts(made.stage["group"])
    if made.scope.kind in ("level", "province") or not own_group:
        return False
    here = coverage.extent(tables, as_of, made.stage, made.scope)
    there = coverage.extent(tables, as_of, before, made.scope) if before else "none"
    if before is None:
        made.reason = "first_stage"
    settled = here in coverage.WHOLE_LISTS and there in coverage.WHOLE_LISTS
    if not settled and here != "complete":
        return False
    outcomes = fill_outcomes(tables, as_of, made, before)
    if before is None:
        return False
    if not settled or outcomes["unknown"]:
        made.entered = made.entered if settled and here == "complete" else None
        if here == "passed_only":
            made.failed = made.pending = made.withdrawn = None
        made.reason = "unknown_outcomes" if outcomes["unknown"] else "denominator_unknown"
        return False
    made.from_stage_id = before["stage_id"]
    made.rate_is_known = bool(made.entered)
    made.reason = None if made.entered else "nobody_entered"
    return True


def fill_outcomes(tables: Tables, as_of: date, made: Step, before: Row | None) -> Counter[str]:
    """How those that entered came out, by the rows."""
    inside = entered_rows(tables, made, before)
    outcomes = Counter(outcome_at(tables, entry, made) for entry in inside)
    made.entered, made.passed = len(inside), outcomes["passed"]
    made.failed, made.pending, made.withdrawn = outcomes["failed"], outcomes["pending"], outcomes["withdrawn"]
    made.basis, made.sources = "rows", counts.of_rows(tables, as_of, made.stage, made.scope, inside).sources
    return outcomes


def entered_rows(tables: Tables, made: Step, before: Row | None) -> list[Row]:
    """Entries that passed the stage before, plus any with a result here, less those withdrawn earlier."""
    return [
        entry
        for entry in entries.in_scope(tables, made.edition_id, made.scope)
        if entries.in_group(tables, entry, made.stage, made.group)
        and (came_from(tables, entry, before) or has_outcome_at(tables, entry, made.stage))
        and not is_withdrawn_before(tables, entry, made.stage)
    ]


def came_from(tables: Tables, entry: Row, before: Row | None) -> bool:
    """Passed the stage before, if there is one."""
    return before is not None and entries.has_passed(tables, entry, before)


def has_outcome_at(tables: Tables, entry: Row, stage: Row) -> bool:
    """A result at the stage, or (where entries are handed in) the fact of having been handed in."""
    return entries.result_at(tables, entry, stage) is not None or entries.has_passed(tables, entry, stage)


def is_withdrawn_before(tables: Tables, entry: Row, stage: Row) -> bool:
    """Withdrawn at an earlier stage."""
    return any(
        earlier["stage_order"] < stage["stage_order"] and result["outcome"] == "withdrawn"
        for earlier, result in entries.results(tables, entry)
    )


def outcome_at(tables: Tables, entry: Row, made: Step) -> str:
    """The outcome of an entry that entered; without a result it was not selected, once the stage is concluded."""
    result = entries.result_at(tables, entry, made.stage)
    if result is not None:
        return str(result["outcome"])
    if entries.has_passed(tables, entry, made.stage):
        return "passed"
    return "failed" if made.concluded else "pending"


def fill_from_totals(tables: Tables, made: Step) -> None:
    """Fill entered and passed from published totals where both are exact; that is the rate."""
    here = counts.published_or_sum(tables, made.stage, made.scope, made.group)
    if made.stage["kind"] in stages.TOOK_PART:
        fill_took_part(made, here)
        return
    found = total_before(tables, made)
    if here is None or found is None:
        return
    before, entered = found
    if here.comparator != "=" or (here.value or 0) > (entered.value or 0):
        made.reason = "inexact"
        return
    made.from_stage_id = before["stage_id"]
    made.entered, made.passed, made.basis = entered.value, here.value, "reported"
    made.sources = sorted({*here.sources, *entered.sources})
    made.rate_is_known = bool(entered.value)
    made.reason = None if entered.value else "nobody_entered"
    if made.concluded:
        made.failed = (entered.value or 0) - (here.value or 0)


def fill_took_part(made: Step, here: Count | None) -> None:
    """A published total of a presentation or a visit is what entered, never what passed."""
    if here is None or made.basis == "rows":
        return
    made.entered = here.value
    made.passed, made.sources = None, here.sources
    made.basis = "at_least" if here.comparator == ">=" else "reported"
    made.reason = "took_part" if here.comparator == "=" else "inexact"


def total_before(tables: Tables, made: Step) -> tuple[Row, Count] | None:
    """The nearest earlier held stage that has an exact published total of the same group."""
    for stage in reversed(stages.seen_by(tables, made.edition_id, made.government_id)):
        if stage["stage_order"] < made.stage["stage_order"]:
            total = counts.published_or_sum(tables, stage, made.scope, made.group)
            if total is not None and total.comparator == "=":
                return stage, total
    return None
