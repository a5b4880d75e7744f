"""agency_stages: the pass rates of one agency beside its government's and the whole contest's."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from tests.support.twin import agencies, policy, steps, wilson
from tests.support.twin.scopes import Scope, owner_of_local
from tests.support.twin.steps import Step
from tests.support.twin.tables import Row, Tables


class Rate(NamedTuple):
    """A stage for one side: passed of entered as far as known; `paired` if both are of one basis and may be divided."""

    edition: Row
    stage: Row
    group: str | None
    paired: bool
    from_stage_id: str | None
    entered: int | None
    passed: int | None
    pending: int | None
    concluded: bool
    basis: str

    @property
    def is_over(self) -> bool:
        """There is a rate, and no entry waits any more."""
        return self.paired and bool(self.entered) and not self.pending


def compute(tables: Tables, as_of: date) -> list[Row]:
    """Rows per edition, and per contest (edition_id None) over the editions that are over."""
    every = steps.compute(tables, as_of)
    others = {(made.edition_id, made.stage["stage_id"], made.group, made.scope): made for made in every}
    rows: list[Row] = []
    for agency_id, stages in own_steps(tables, every).items():
        ours = [joined(tables, made) for made in stages]
        sides = {"agency": ours}
        for side in ("government", "all"):
            sides[side] = [rate(tables, made) for made in beside(tables, others, agency_id, side, ours)]
        for side, rates in sides.items():
            rows += [row_of(tables, agency_id, side, found, edition=found.edition, editions=1) for found in rates]
        rows += added(tables, agency_id, sides)
    return rows


def own_steps(tables: Tables, every: list[Step]) -> dict[str, list[list[Step]]]:
    """Per agency the steps of each stage: its own, and those of the units that count for it that year."""
    found: dict[str, dict[tuple[str, str, str | None], list[Step]]] = defaultdict(lambda: defaultdict(list))
    for made in every:
        if made.scope.kind == "agency":
            for holder in holders(tables, made):
                found[holder][made.edition_id, made.stage["stage_id"], made.group].append(made)
    return {agency_id: list(stages.values()) for agency_id, stages in found.items()}


def holders(tables: Tables, made: Step) -> set[str]:
    """The agency itself, and the one it counts for in the year of the edition."""
    government_id, year = str(made.government_id), edition_of(tables, made)["year"]
    counted: set[str] = set()
    if year in policy.board_years(tables, government_id):
        counted = {agency["agency_id"] for agency in policy.counted_agencies(tables, government_id, year)}
    roll_up = policy.policy_of(tables, government_id, year).roll_up
    above = agencies.stands_for(tables, made.scope.id, counted, roll_up)
    return {made.scope.id, above} if above else {made.scope.id}


def edition_of(tables: Tables, made: Step) -> Row:
    """The edition of a step."""
    return tables.one("editions", "edition_id", made.edition_id)


def rate(tables: Tables, made: Step) -> Rate:
    """One step as it is."""
    paired = made.from_stage_id is not None
    return Rate(
        edition_of(tables, made), made.stage, made.group, paired, made.from_stage_id, made.entered,
        made.passed, made.pending, made.concluded, made.basis,
    )  # fmt: skip


def joined(tables: Tables, parts: list[Step]) -> Rate:
    """An agency with its units: whole rows add up to a rate; anything else to "at least so many"."""
    alone = [rate(tables, made) for made in parts]
    if len(parts) == 1:
        return alone[0]
    paired = all(part.paired and part.basis == "rows" for part in alone)
    passed = sum(part.passed or 0 for part in alone)
    whole = all(part.basis == "rows" for part in alone)
    return alone[0]._replace(
        paired=paired,
        from_stage_id=alone[0].from_stage_id if paired else None,
        entered=sum(part.entered or 0 for part in alone) if paired else None,
        passed=passed if whole or passed else None,
        pending=sum(part.pending or 0 for part in alone) if paired else None,
        basis="rows" if whole else "at_least" if passed else "unknown",
    )


def beside(
    tables: Tables, others: dict[tuple[str, str, str | None, Scope], Step], agency_id: str, side: str, ours: list[Rate]
) -> list[Step]:
    """The same stages for the government or the whole; the whole of its own contest is the government."""
    government_id = tables.one("agencies", "agency_id", agency_id)["government_id"]
    scope = Scope("government", government_id) if side == "government" else Scope("all", "all")
    found = []
    for mine in ours:
        key = (mine.edition["edition_id"], mine.stage["stage_id"], mine.group, scope)
        same = side == "all" and owner_of_local(tables, mine.edition["edition_id"]) == government_id
        if key in others and not same:
            found.append(others[key])
    return found


def added(tables: Tables, agency_id: str, sides: dict[str, list[Rate]]) -> list[Row]:
    """Per contest, stage and group, the editions that are over, where they are of one kind."""
    rows = []
    ours: dict[tuple[str, str, str | None], list[Rate]] = defaultdict(list)
    for mine in sides["agency"]:
        if mine.is_over:
            ours[mine.edition["competition_id"], mine.stage["stage_id"], mine.group].append(mine)
    for (_, stage_id, group), mine_all in ours.items():
        editions = {mine.edition["edition_id"] for mine in mine_all}
        for side, rates in sides.items():
            same = [
                found
                for found in rates
                if found.is_over
                and found.edition["edition_id"] in editions
                and (found.stage["stage_id"], found.group) == (stage_id, group)
            ]
            froms = {found.from_stage_id for found in [*same, *mine_all]}
            if len(same) == len(editions) and len(froms) == 1 and len({found.basis for found in same}) == 1:
                rows.append(row_of(tables, agency_id, side, total(same), edition=None, editions=len(editions)))
    return rows


def total(rates: list[Rate]) -> Rate:
    """Several editions as one; what the stage is called is that of the latest."""
    latest = max(rates, key=lambda found: found.edition["year"])
    entered, passed = (sum(getattr(found, name) or 0 for found in rates) for name in ("entered", "passed"))
    return latest._replace(entered=entered, passed=passed, pending=0, concluded=True)


def row_of(tables: Tables, agency_id: str, side: str, found: Rate, edition: Row | None, editions: int) -> Row:
    """One row with its interval where there is a rate."""
    row: Row = {
        "government_id": tables.one("agencies", "agency_id", agency_id)["government_id"],
        "agency_id": agency_id,
        "competition_id": found.edition["competition_id"],
        "edition_id": edition["edition_id"] if edition else None,
        "year": edition["year"] if edition else None,
        "editions": editions,
        "stage_id": found.stage["stage_id"],
        "group": found.group,
        "side": side,
        "from_stage_id": found.from_stage_id,
        "stage_order": found.stage["stage_order"],
        "kind": found.stage["kind"],
        "stage_name": found.stage["name"],
        "pending": found.pending,
        "concluded": found.concluded,
        "numerator": found.passed,
        "denominator": found.entered if found.paired else None,
        "value": None,
        "low": None,
        "high": None,
        "basis": found.basis,
        "reason": None,
    }
    if found.paired and found.entered and found.passed is not None:
        low, high = wilson.interval(found.passed, found.entered)
        row.update(value=found.passed / found.entered, low=low, high=high)
    return row
