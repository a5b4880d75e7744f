"""The stage results of entries: from columns, from the stage a list speaks of, with rank and score in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from etl.columns.numbers import Style
from etl.context import Edition, Stage
from etl.dry_run import Issue, Suggestion
from etl.registers import facts, outcomes
from etl.registers.outcomes import OUTCOME, Result, Results
from etl.registers.plan import Plan
from etl.registers.record import Record
from etl.registers.work import Work

if TYPE_CHECKING:
    from etl.registers.entries import Draft

PRIZES = ("final", "award")
BEFORE_HAND_IN = ("identified", "drafted", "clinic", "revised", "verified", "registered")


def in_row(work: Work, record: Record, edition: Edition, days: Mapping[str, str]) -> Results:
    """The results that stand in a row's stage columns."""
    return outcomes.in_columns(work, record, edition.edition_id, days)


def of_government(work: Work, edition_id: str, government_id: str | None) -> list[Stage]:
    """The stages an entry of that government can be at: the organiser's, and its own preparation."""
    key = (edition_id, government_id)
    if key not in work.stages:
        every = work.context.stages(edition_id)
        work.stages[key] = [stage for stage in every if stage.government_id in (None, government_id)]
    return work.stages[key]


def reached(work: Work, record: Record, edition: Edition, government_id: str | None) -> Stage | None:
    """The stage that the list puts this row at: named in the row, by its section, or given for the file."""
    said = record.text("stage") or record.text("stage_id")
    if not (said or record.row.section or work.given.stage_id):
        return None
    stages = of_government(work, edition.edition_id, government_id)
    given = next((stage for stage in stages if stage.stage_id == work.given.stage_id), None)
    named = outcomes.stage_called(said, stages) or outcomes.stage_in(said, stages)
    return named or outcomes.stage_in(record.row.section, stages) or given


def add(work: Work, plan: Plan, drafts: Sequence[Draft], style: Style) -> None:
    """Complete the results of entries: what being on the list means, their rank and their score."""
    columns = [u.column.removeprefix(OUTCOME) for u in plan.columns if u.column and u.column.startswith(OUTCOME)]
    existing = work.existing("stage_results") if any(draft.known for draft in drafts) else {}
    for draft in drafts:
        stages = of_government(work, draft.edition.edition_id, draft.government_id)
        _on_the_list(work, draft, stages)
        spoken = [*columns, *([draft.reached.stage_id] if draft.reached else [])]
        _add_rank(work, draft, stages, spoken)
        _add_score(work, draft, stages, spoken, style)
        if existing:
            draft.on_record = {s: existing.get((draft.submission_id, s), {}) for s in draft.results}
    _tell_not_handed_in(work, drafts)
    _ask_about_classes(work, plan, drafts)


def _on_the_list(work: Work, draft: Draft, stages: Sequence[Stage]) -> None:
    """Write what being on the list means: at the stage it speaks of, else that the entry was handed in."""
    if draft.reached:
        listed = outcomes.of_list(work, draft.edition.edition_id, draft.reached)
        listed.decided_on = facts.any_day(work, draft.record, "decided_on")
        draft.results.setdefault(draft.reached.stage_id, listed)
        return
    handed_in = _submitted(stages, draft.cells.get("group"))
    if handed_in:
        draft.results.setdefault(handed_in.stage_id, Result("passed"))


def _tell_not_handed_in(work: Work, drafts: Sequence[Draft]) -> None:
    """Say how many entries do not count as handed in, because their edition has no stage for that."""
    number: Counter[str] = Counter()
    early = {
        edition_id: {s.stage_id for s in work.context.stages(edition_id) if s.kind in BEFORE_HAND_IN}
        for edition_id in {draft.edition.edition_id for draft in drafts}
    }
    for draft in drafts:
        later = draft.results.keys() - early[draft.edition.edition_id]
        number[draft.edition.edition_id] += not (later or draft.cells.get("submitted_on") or draft.reached)
    for edition_id, entries in sorted(number.items()):
        if entries:
            work.note("no_submitted_stage", edition=work.context.edition_name(edition_id), n=str(entries))


def _submitted(stages: Sequence[Stage], group: str | None) -> Stage | None:
    """The stage of handing in: that of the entry's group, else that of all."""
    found = [stage for stage in stages if stage.kind == "submitted" and stage.government_id is None]
    own = [stage for stage in found if stage.group and group and stage.group.lower() == group.lower()]
    of_all = [stage for stage in found if not stage.group]
    return next(iter(own or of_all or (found if len(found) == 1 else [])), None)


def _add_rank(work: Work, draft: Draft, stages: Sequence[Stage], spoken: Sequence[str]) -> None:
    record = draft.record
    rank = outcomes.rank_of(work, record) if record.has("rank") else None
    if rank is None:
        return
    stage = outcomes.place_of_rank(stages, record.heading("rank"), spoken, draft.reached)
    if stage is None:
        work.question(record, "rank", "bad_number", "no_stage")
        return
    named = outcomes.stage_called(record.heading("rank"), stages) is stage
    won = named and stage.kind in PRIZES and (stage.quota is None or int(rank) <= stage.quota)
    _result_at(work, draft, stage, Result("passed") if won else None).rank = rank
    if not named and stage.stage_id not in spoken:
        work.note("rank_stage", column=record.heading("rank"), stage=stage.name)


def _add_score(work: Work, draft: Draft, stages: Sequence[Stage], spoken: Sequence[str], style: Style) -> None:
    record = draft.record
    score = outcomes.score_of(work, record, style) if record.has("score") else None
    if score is None:
        return
    own = [stage_id for stage_id in spoken if stage_id in draft.results]
    stage = outcomes.place_of_score(stages, own or spoken, draft.reached)
    if stage is None:
        work.question(record, "score", "bad_number", "no_stage")
        return
    _result_at(work, draft, stage, None).score = score
    if stage.stage_id not in spoken:
        work.note("score_stage", column=record.heading("score"), stage=stage.name)


def _result_at(work: Work, draft: Draft, stage: Stage, other: Result | None) -> Result:
    """The result at a stage; a new one says `other`, else no more than that the entry was there."""
    found = draft.results.get(stage.stage_id)
    if found is None:
        found = other or outcomes.there(work, draft.edition.edition_id, stage)
        draft.results[stage.stage_id] = found
    return found


def _ask_about_classes(work: Work, plan: Plan, drafts: Sequence[Draft]) -> None:
    """A category or group that bears the name of a stage may tell how far entries came: a person decides."""
    asked: set[str] = set()
    for draft in drafts:
        for column in ("category", "group"):
            text = draft.cells.get(column)
            if not text or column in asked or draft.reached:
                continue
            stage = outcomes.stage_called(text, work.context.stages(draft.edition.edition_id))
            if stage:
                asked.add(column)
                _ask_about_class(work, plan, draft.record, column, stage)


def _ask_about_class(work: Work, plan: Plan, record: Record, column: str, stage: Stage) -> None:
    heading = record.heading(column)
    told = {"column": heading, "stage": stage.name}
    cell = record.grid.heading_cell(column)
    offered = (Suggestion("stage", stage.name, "stage"),)
    work.dry.questions.append(
        Issue(plan.name, record.grid.header_row, cell, "unmapped_column", heading, "names_stage", told, offered)
    )
