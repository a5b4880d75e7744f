"""Entries of a contest: from the rows of a register to submissions, innovations and stage results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.columns import numbers, titles
from etl.columns.numbers import Style
from etl.context import Edition, Stage
from etl.dry_run import Row
from etl.limits import limits
from etl.registers import agency_names, entry_results, facts, outcomes, repeats, tidy
from etl.registers.agency_names import AgencyNames
from etl.registers.editions import Editions
from etl.registers.governments import Governments
from etl.registers.identity import Same, bare
from etl.registers.outcomes import Results
from etl.registers.plan import Plan
from etl.registers.record import Record, parts
from etl.registers.work import Work

STEP = "rows"
EVERY = 2000  # rows between two tellings of progress


@dataclass(slots=True)
class Draft:
    """An entry as one row (or one line of a cell) tells it."""

    record: Record
    title: str
    same: Same
    edition: Edition
    government_id: str | None
    agency: str | None
    agency_id: str | None
    cells: Row
    facts: Row
    results: Results = field(default_factory=dict)
    submission_id: str = ""
    known: Mapping[str, str] | None = None
    reached: Stage | None = None
    told_at: dict[str, Record] = field(default_factory=dict)  # the other row that told a result
    on_record: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass
class Sheet:
    """What reading the rows of one sheet needs."""

    work: Work
    plan: Plan
    editions: Editions
    governments: Governments
    agencies: AgencyNames
    style: Style
    days: Mapping[str, str]
    longest: int


def read(work: Work, plan: Plan) -> None:
    """Read a sheet of entries into the dry run."""
    records = plan.records(work.given.fill_down)
    work.spoken_stages |= outcomes.stages_told(records) | ({work.given.stage_id} if work.given.stage_id else set())
    sheet = _sheet(work, plan, records)
    found: list[Draft] = []
    for number, record in enumerate(records):
        if number % EVERY == 0:
            work.progress(STEP, number, len(records))
        if plan.tidy and record.text("submission_id"):
            tidy.read_record(work, record, "submissions")
        else:
            found += _drafts(sheet, record)
    work.entries_of[plan.name] = [draft.record.number for draft in found]
    sheet.agencies.tell()
    sheet.governments.tell()
    kept = repeats.settle(work, found)
    found.clear()
    entry_results.add(work, plan, kept, sheet.style)
    repeats.write(work, kept)
    work.progress(STEP, len(records), len(records))


def _sheet(work: Work, plan: Plan, records: list[Record]) -> Sheet:
    agencies = agency_names.of_table(work, records, any(u.two_facts for u in plan.columns))
    style = numbers.style_of(record.value("score") for record in records)
    days = {u.column.partition(":")[2]: u.day for u in plan.columns if u.column and u.day}
    return Sheet(work, plan, Editions(work), Governments(work), agencies, style, days, limits().title)


def _drafts(sheet: Sheet, record: Record) -> list[Draft]:
    """The entries of a row; none where it was held back."""
    work = sheet.work
    if record.error("name"):
        work.hold(record, "name", "bad_value", "error_value")
        return []
    beside = (value for place, value in record.row.cells.items() if place != record.grid.columns["name"])
    texts = titles.split(record.value("name"), beside)
    if not texts:
        work.hold(record, "name", "missing", "title")
        return []
    if max(map(len, texts)) > sheet.longest:
        work.hold(record, "name", "too_long", limit=str(sheet.longest))
        return []
    edition = sheet.editions.of(record)
    if edition is None:
        return []
    made = [_draft(sheet, part, edition) for part in parts(record, "name", texts)]
    return [draft for draft in made if draft]


def _draft(sheet: Sheet, record: Record, edition: Edition) -> Draft | None:
    work = sheet.work
    competition = work.context.competitions.get(edition.competition_id)
    organiser = competition.government_id if competition and competition.level == "local" else None
    told, government_id = sheet.governments.of(record, organiser)
    if not told:
        return None
    named = sheet.agencies.read(record, government_id, edition.year)
    if named is None:
        return None
    title = record.text("name") or ""
    results = entry_results.in_row(work, record, edition, sheet.days)
    cells = facts.of_entry(work, record)
    more = facts.of_innovation(work, record)
    same = (edition.edition_id, government_id or "", bare(title))
    draft = Draft(record, title, same, edition, government_id, named.text, named.agency_id, cells, more, results)
    draft.reached = entry_results.reached(work, record, edition, government_id)
    return draft
