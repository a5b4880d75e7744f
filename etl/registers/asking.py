"""What only a person can say before anything loads: which table, whose register, which edition, which stage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.context import Edition
from etl.dry_run import Ask
from etl.registers import purpose
from etl.registers.plan import Plan
from etl.registers.purpose import AGENCIES, COUNTS, INNOVATIONS, SUBMISSIONS
from etl.registers.work import Work

AWARD = re.compile(r"penghargaan|award|juara|anugerah", re.IGNORECASE)
MOST = 60  # editions offered


def asks(work: Work, plans: Sequence[Plan]) -> list[Ask]:
    """Everything that has to be answered first; nothing where the file can be read."""
    data = [plan for plan in plans if plan.purpose]
    found = _unknown_keys(work)
    if work.given.sheet is not None and work.given.sheet not in {plan.name for plan in plans}:
        return [*found, Ask("sheet", tuple((plan.name, plan.name) for plan in plans))]
    if not data:
        return found + _nothing_fits(work, plans)
    for plan in data:
        found += _table(work, plan) or _place(work, plan)
    return list(dict.fromkeys(found))


def _unknown_keys(work: Work) -> list[Ask]:
    """Keys that were given and are not on record."""
    given, context = work.given, work.context
    found = []
    if given.government_id and given.government_id not in context.governments:
        found.append(Ask("government", _governments(work)))
    if given.competition_id and given.competition_id not in context.competitions:
        found.append(Ask("competition", tuple((c.competition_id, c.name) for c in context.competitions.values())))
    if given.edition_id and given.edition_id not in context.editions:
        found.append(Ask("edition", editions(work)))
    elif given.edition_id and given.stage_id:
        stages = context.stages(given.edition_id)
        if given.stage_id not in {stage.stage_id for stage in stages}:
            found.append(Ask("stage", tuple((stage.stage_id, stage.name) for stage in stages)))
    return found


def _nothing_fits(work: Work, plans: Sequence[Plan]) -> list[Ask]:
    """No sheet has what the purpose needs: which column is which, or what the file is at all."""
    readable = [p for p in plans if p.table and p.table.rows and p.why not in ("hidden", "not_chosen")]
    if not readable:
        return []
    largest = max(readable, key=lambda plan: len(plan.table.rows) if plan.table else 0)
    if work.given.table:
        return [Ask("column", purpose.headings_to_choose(largest))]
    return [Ask("table", tuple((name, name) for name in (SUBMISSIONS, INNOVATIONS, AGENCIES, COUNTS)))]


def _table(work: Work, plan: Plan) -> list[Ask]:
    """A list of titles without a contest may be entries, innovations or awards: a person says which."""
    given = work.given
    if given.table or plan.tidy or plan.purpose != SUBMISSIONS or given.edition_id or given.competition_id:
        return []
    rows = plan.table.rows if plan.table else []
    place = plan.grid().columns["name"]
    awards = sum(bool(AWARD.search(str(row.cells.get(place, "")))) for row in rows[:200])
    likeliest = "awards" if awards * 2 > len(rows[:200]) else INNOVATIONS
    names = dict.fromkeys((likeliest, SUBMISSIONS, INNOVATIONS, "awards"))
    return [Ask("table", tuple((name, name) for name in names))]


def _place(work: Work, plan: Plan) -> list[Ask]:
    """Whose register it is, and of which edition."""
    given, ours = work.given, set(plan.grid().columns)
    found = []
    told = plan.purpose == INNOVATIONS and bool(ours & {"government", "government_id"})
    if plan.purpose in (AGENCIES, INNOVATIONS) and not (given.government_id or plan.tidy or told):
        found.append(Ask("government", _governments(work)))
    if plan.purpose in (SUBMISSIONS, COUNTS) and not plan.tidy and not _edition_known(work, ours):
        found.append(Ask("edition", editions(work)))
    elif plan.purpose == COUNTS and not plan.tidy and "value" in ours and "stage" not in ours and not given.stage_id:
        stages = work.context.stages(given.edition_id or "")
        found.append(Ask("stage", tuple((stage.stage_id, stage.name) for stage in stages)))
    return found


def _edition_known(work: Work, ours: set[str]) -> bool:
    given = work.given
    by_year = given.competition_id is not None and (given.year is not None or "year" in ours)
    return given.edition_id is not None or "edition_id" in ours or by_year


def editions(work: Work) -> tuple[tuple[str, str], ...]:
    """The editions to choose from: the government's own contests first, then the latest."""
    context, own = work.context, work.given.government_id

    def order(edition: Edition) -> tuple[bool, bool, int, str]:
        competition = context.competitions.get(edition.competition_id)
        is_own = competition is not None and own is not None and competition.government_id == own
        wanted = work.given.competition_id in (None, edition.competition_id)
        right_year = work.given.year in (None, edition.year)
        return not (wanted and right_year), not is_own, -edition.year, edition.edition_id

    chosen = sorted(context.editions.values(), key=order)[:MOST]
    return tuple((e.edition_id, context.edition_name(e.edition_id)) for e in chosen)


def _governments(work: Work) -> tuple[tuple[str, str], ...]:
    return tuple((g.government_id, g.name) for g in work.context.governments.values())
