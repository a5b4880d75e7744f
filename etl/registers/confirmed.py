"""What a person said in the dry run and the data keep: headings, spellings, and whether the file is everything."""

from __future__ import annotations

from collections.abc import Sequence

from etl.context import Stage
from etl.dry_run import Row
from etl.registers.plan import Plan
from etl.registers.purpose import AGENCIES, SUBMISSIONS
from etl.registers.record import Record
from etl.registers.work import Work

# A whole list of those that came through says nothing of the others.
CAME_THROUGH = ("administrative", "evaluation", "shortlist", "final", "award")


def add(work: Work, plans: Sequence[Plan]) -> None:
    """Write mappings, aliases and coverage rows."""
    for plan in plans:
        first = plan.first()
        if first:
            _mappings(work, plan, first)
            _aliases(work, first)
            if work.given.extent == "complete":
                _coverage(work, plan, plan.records(()))


def _mappings(work: Work, plan: Plan, first: Record) -> None:
    """A heading whose meaning a person gave is remembered for the government."""
    government_id = work.given.government_id
    if not government_id:
        return
    known = work.existing("mappings")
    for u in plan.columns:
        if u.by != "person" or not u.column:
            continue
        key = (government_id, u.heading.text, plan.purpose or "")
        if known.get(key, {}).get("column") != u.column and key not in work.written("mappings"):
            row: Row = {"government_id": key[0], "heading": key[1], "table": key[2], "column": u.column}
            work.write("mappings", row, first)


def _aliases(work: Work, first: Record) -> None:
    """A spelling that a person gave an agency for resolves by itself from now on."""
    government_id = work.given.government_id
    if not government_id:
        return
    known = work.existing("aliases")
    for name in sorted(work.answers_used):
        said = next((v for k, v in work.given.agencies.items() if k.strip().lower() == name.strip().lower()), "")
        key = (government_id, name)
        if said and known.get(key, {}).get("agency_id") != said and key not in work.written("aliases"):
            work.write("aliases", {"government_id": government_id, "alias": name, "agency_id": said}, first)


def _coverage(work: Work, plan: Plan, records: Sequence[Record]) -> None:
    """Where the person says that the file is everything, the rows that say so."""
    if not any(record.place in work.loaded for record in records):
        return
    if any(record.place in work.held for record in records):  # an agency whose row waits must not seem to have none
        work.note("not_covered_held")
        return
    scope = _scope(work)
    if plan.purpose == AGENCIES and work.given.year:
        _cover(work, records[0], {"year": str(work.given.year), "stage_id": "agencies", **scope}, "complete")
    elif plan.purpose == SUBMISSIONS:
        for edition_id, stage, extent in _whole(work, plan):
            row: Row = {"edition_id": edition_id, "stage_id": stage.stage_id, **scope}
            _cover(work, records[0], row, extent)


def _scope(work: Work) -> Row:
    """Of whom the file is everything: an agency, a government, or all."""
    given = work.given
    if given.extent_agency:
        return {"scope_kind": "agency", "scope_id": given.extent_agency}
    if given.government_id:
        return {"scope_kind": "government", "scope_id": given.government_id}
    return {"scope_kind": "all", "scope_id": "all"}


def _whole(work: Work, plan: Plan) -> list[tuple[str, Stage, str]]:
    """The stages at which the rows are all there are: the stage of the list, else where entries are handed in. A list
    of winners holds those that came through, and no others."""
    found = []
    results = work.dry.tables.get("stage_results", [])
    entries = {row["submission_id"]: row.get("edition_id") for row in work.dry.tables.get("submissions", [])}
    editions = {edition for edition in entries.values() if edition} or {work.given.edition_id or ""}
    columns = {u.column.partition(":")[2] for u in plan.columns if u.column and u.column.startswith("outcome:")}
    for edition_id in sorted(editions):
        stages = [s for s in work.context.stages(edition_id) if s.government_id is None]
        named = {row.get("stage_id") for row in results} - columns
        given = [stage for stage in stages if stage.stage_id == work.given.stage_id]
        winners = [stage for stage in stages if stage.stage_id in named and stage.kind in ("award", "final")]
        handed_in = [stage for stage in stages if stage.kind == "submitted"]
        intake = [stage for stage in stages if stage.kind == "registered"][:1]
        for stage in given or winners or handed_in or intake:
            found.append((edition_id, stage, "passed_only" if stage.kind in CAME_THROUGH else "complete"))
    return found


def _cover(work: Work, first: Record, row: Row, extent: str) -> None:
    key = tuple(row.get(name) or "" for name in ("scope_kind", "scope_id", "edition_id", "year", "stage_id"))
    if work.existing("coverage").get(key, {}).get("extent") != extent:
        work.write("coverage", row | {"extent": extent, "source_id": work.source_id}, first)
