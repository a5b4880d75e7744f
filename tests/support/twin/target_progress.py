"""target_progress: are we on course?"""

from datetime import date
from typing import NamedTuple

from tests.support.twin import counts, entries, participation, policy, stages, submissions
from tests.support.twin.counts import UNKNOWN, Count
from tests.support.twin.dates import last_day
from tests.support.twin.scopes import Scope, government_of
from tests.support.twin.tables import Row, Tables


class Actual(NamedTuple):
    """The number that a target speaks of; `exact` if it may be divided and subtracted."""

    value: float | None
    basis: str
    sources: list[str]
    exact: bool


NOTHING = Actual(None, "unknown", [], False)


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per documented target."""
    return [row_of(tables, as_of, target) for target in tables.all("targets")]


def row_of(tables: Tables, as_of: date, target: Row) -> Row:
    """Actual against target, and the target against the year before."""
    scope = Scope(target["scope_kind"], target["scope_id"])
    edition = edition_of(tables, target)
    year = target["year"] if target["year"] is not None else edition["year"] if edition else None
    actual = actual_of(tables, as_of, target["metric"], scope, edition, year)
    before = previous_of(tables, as_of, target["metric"], scope, edition, year)
    previous = before.value if before.exact else None
    aim = target["value"]
    done = actual.value if actual.exact else None
    gap = done - aim if done is not None and aim is not None else None
    change = aim - previous if aim is not None and previous is not None else None
    return {
        "target_id": target["target_id"],
        "government_id": government_of(tables, scope),
        "scope_kind": scope.kind,
        "scope_id": scope.id,
        "edition_id": target["edition_id"],
        "year": year,
        "target_metric": target["metric"],
        "comparator": target["comparator"],
        "gap": gap,
        "previous": previous,
        "change": change,
        "change_pct": change / previous if change is not None and previous else None,
        "pace_per_week": pace(as_of, target, edition, actual.value),
        "numerator": actual.value,
        "denominator": aim,
        "value": done / aim if done is not None and aim else None,
        "low": None,
        "high": None,
        "basis": actual.basis,
        "sources": sorted({*actual.sources, target["source_id"]}),
        "reason": None if done is not None and aim else "unknown",
    }


def edition_of(tables: Tables, target: Row) -> Row | None:
    """The edition that a target names, if any."""
    return tables.one("editions", "edition_id", target["edition_id"]) if target["edition_id"] else None


def actual_of(tables: Tables, as_of: date, metric: str, scope: Scope, edition: Row | None, year: int | None) -> Actual:
    """The number that a target speaks of, with its basis and sources."""
    if metric == "participation" and scope.kind == "government" and year is not None:
        return participation_of(tables, as_of, scope.id, year)
    if edition is None:
        return NOTHING
    if metric == "rank":
        return rank_of(tables, edition, scope)
    if metric == "awards":
        return awards_of(tables, edition, scope)
    count = count_of(tables, as_of, metric, scope, edition)
    if metric == "submissions_per_agency":
        return per_agency(tables, scope, edition, count)
    return spread(count)


def spread(count: Count) -> Actual:
    """A count as an actual."""
    return Actual(count.value, count.basis, count.sources, counts.is_exact(count))


def awards_of(tables: Tables, edition: Row, scope: Scope) -> Actual:
    """The awards that rows name: at least so many, for nothing says that they are all."""
    ours = {entry["submission_id"] for entry in entries.in_scope(tables, edition["edition_id"], scope)}
    won = [award for award in tables.all("awards") if award["submission_id"] in ours]
    return Actual(len(won), "at_least", sorted({row["source_id"] for row in won}), False) if won else NOTHING


def count_of(tables: Tables, as_of: date, metric: str, scope: Scope, edition: Row) -> Count:
    """Handed in, registered, or come through a stage."""
    if metric in ("submissions", "submissions_per_agency"):
        return submissions.handed_in(tables, as_of, edition, scope)
    if metric == "registered":
        return submissions.first_known(tables, as_of, edition["edition_id"], scope)
    if metric.startswith("reach:"):
        for stage in stages.seen_by(tables, edition["edition_id"], government_of(tables, scope)):
            if stage["stage_id"] == metric.removeprefix("reach:"):
                return counts.at_stage(tables, as_of, stage, scope, stage["group"])
    return UNKNOWN


def per_agency(tables: Tables, scope: Scope, edition: Row, count: Count) -> Actual:
    """Entries for each counted agency of a government."""
    if scope.kind != "government" or not counts.is_exact(count):
        return NOTHING
    agencies = policy.counted_agencies(tables, scope.id, edition["year"])
    each = Actual((count.value or 0) / max(len(agencies), 1), count.basis, count.sources, True)
    return each if agencies else NOTHING


def participation_of(tables: Tables, as_of: date, government_id: str, year: int) -> Actual:
    """The participation of a government's year, where it is one number."""
    for row in participation.compute(tables, as_of):
        if row["government_id"] == government_id and row["year"] == year and row["value"] is not None:
            return Actual(row["value"], row["basis"], [], True)
    return NOTHING


def rank_of(tables: Tables, edition: Row, scope: Scope) -> Actual:
    """The rank of the government itself, in a contest that ranks governments."""
    for row in tables.where("government_results", "edition_id", edition["edition_id"]):
        if scope.kind == "government" and row["government_id"] == scope.id and row["rank"] is not None:
            return Actual(row["rank"], "rows", [row["source_id"]], True)
    return NOTHING


def previous_of(
    tables: Tables, as_of: date, metric: str, scope: Scope, edition: Row | None, year: int | None
) -> Actual:
    """The same number of the same competition and scope, exactly one year earlier."""
    if year is None:
        return NOTHING
    if edition is None:
        return actual_of(tables, as_of, metric, scope, None, year - 1)
    for other in tables.where("editions", "competition_id", edition["competition_id"]):
        if other["year"] == edition["year"] - 1:
            return actual_of(tables, as_of, metric, scope, other, year - 1)
    return NOTHING


def pace(as_of: date, target: Row, edition: Row | None, known: float | None) -> float | None:
    """Entries that are still needed per week until closing, for a number to be reached by handing in."""
    if edition is None or not edition["closes_on"] or target["value"] is None or known is None:
        return None
    if target["metric"] not in ("submissions", "registered") or target["comparator"] == "at_most":
        return None
    days = (last_day(edition["closes_on"]) - as_of).days
    return max(0.0, target["value"] - known) / (days / 7) if days > 0 else None
