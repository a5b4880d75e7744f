"""What each sheet of a file is: the table it fills, or why it is not data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl import columns
from etl.columns import Understood, template
from etl.columns.headings import OURS, StageName, Vocabulary, normalise
from etl.contract import contract
from etl.dry_run import Given
from etl.layout import Layout, Table, lay_out
from etl.registers import forms
from etl.registers.plan import Plan
from etl.registers.work import Work
from etl.workbook import Sheet, letters

SUBMISSIONS, INNOVATIONS, AGENCIES, COUNTS = "submissions", "innovations", "agencies", "reported_counts"
REGISTERS = (SUBMISSIONS, INNOVATIONS, AGENCIES, COUNTS)
INSTRUCTIONS = re.compile(
    r"petunjuk|panduan|cara |instruksi|readme|penjelasan|keterangan|instructions|guide", re.IGNORECASE
)
CODE_LIST = re.compile(r"\b(?:ref|referensi|kode|daftar|list|lookup|master|opd|pilihan)\b", re.IGNORECASE)


def vocabulary(work: Work, purpose: str | None) -> Vocabulary:
    """The headings known for a purpose: the shipped ones, the stages, what was confirmed before, what is given."""
    remembered = {}
    if work.given.government_id:
        confirmed = work.context.mappings(work.given.government_id)
        remembered = {h: column for h, (table, column) in confirmed.items() if purpose in (None, table)}
    return Vocabulary(_stages(work), remembered, work.given.columns)


def _stages(work: Work) -> list[StageName]:
    """The stages of the edition given, else those of all editions of the competition given."""
    given = work.given
    editions = [given.edition_id] if given.edition_id else []
    if not editions and given.competition_id:
        every = work.context.editions.values()
        editions = [e.edition_id for e in every if e.competition_id == given.competition_id]
    found: dict[str, StageName] = {}
    for edition_id in editions:
        for stage in work.context.stages(edition_id):
            if stage.government_id in (None, given.government_id):
                name = StageName(stage.stage_id, stage.name, stage.order, stage.kind, stage.quota)
                found.setdefault(stage.stage_id, name)
    return list(found.values())


def plans(work: Work, sheets: Sequence[Sheet]) -> list[Plan]:
    """A plan for each sheet, in the order of the file."""
    words = vocabulary(work, None)
    made = [_plan(work, sheet, words) for sheet in sheets]
    if any(plan.purpose in (SUBMISSIONS, INNOVATIONS, COUNTS) for plan in made) and work.given.table is None:
        for plan in made:  # a list of agencies beside a register explains it; it is read only by choice
            if plan.purpose == AGENCIES and not plan.tidy:
                plan.purpose, plan.why = None, "code_list"
    if any(plan.tidy for plan in made):
        for plan in made:  # beside sheets named after our tables the others explain them, such as lists of choices
            if plan.purpose and not plan.tidy:
                plan.purpose, plan.why = None, "code_list"
    for plan in made:
        if plan.purpose is None and plan.why is None:
            plan.why = _why_not(plan, any(other.purpose for other in made))
    return made


def _plan(work: Work, sheet: Sheet, words: Vocabulary) -> Plan:
    given = work.given
    if given.sheet is not None and sheet.name != given.sheet:
        return Plan(Layout(sheet), why="hidden" if sheet.hidden else "not_chosen")
    if sheet.hidden and given.sheet is None:
        return Plan(Layout(sheet), why="hidden")
    if not sheet.rows:
        return Plan(Layout(sheet), why="empty")
    plan = Plan(_tidy_layout(sheet) or lay_out(sheet, words.is_heading))
    tables = [forms.as_table(plan.layout.form)] if plan.layout.form else plan.layout.tables
    for table in tables:
        if _take(work, plan, table):
            return plan
    plan.table = tables[0] if tables else None
    if plan.table:
        wanted = given.table if given.table in REGISTERS else None
        plan.columns = columns.understand(plan.table, wanted, vocabulary(work, wanted))
    return plan


def _tidy_layout(sheet: Sheet) -> Layout | None:
    """The layout of a sheet that is named after one of our tables and has its headings. Only these are headings there:
    a list of stages is full of words that head columns elsewhere."""
    name = sheet.name.strip().lower()
    if name not in contract().tables:
        return None
    layout = lay_out(sheet, lambda text: text.startswith(OURS) or template.column_of(normalise(text), name) is not None)
    fitting = layout.tables and name in columns.tidy_tables(layout.tables[0])
    return layout if fitting else None


def _take(work: Work, plan: Plan, table: Table) -> bool:
    """Plan to read this table, if it has what its purpose needs."""
    tidy = _tidy(plan, table, work.given)
    purpose = tidy or _wanted(work, table)
    words = vocabulary(work, purpose)
    if purpose in REGISTERS and not tidy:
        understood = columns.understand(table, purpose, words)
    else:
        understood = columns.understand_tidy(table, purpose, words)
    if not tidy and not fits(purpose, understood):
        return False
    if plan.layout.form:  # the row of a form is the one with its title
        titled = next(u.heading.row for u in understood if u.column == "name")
        table = forms.as_table(plan.layout.form, titled)
    plan.purpose, plan.table, plan.columns, plan.tidy = purpose, table, understood, tidy is not None
    return True


def _tidy(plan: Plan, table: Table, given: Given) -> str | None:
    """The input table whose form the headings are: the one the sheet is named after, else the one given, else the
    first."""
    fitting = columns.tidy_tables(table)
    named = [name for name in fitting if name == plan.name.strip().lower()]
    wanted = [name for name in fitting if name == given.table]
    return next(iter(named or wanted or fitting), None)


def _wanted(work: Work, table: Table) -> str:
    """The purpose of a register: given, else what its headings look like."""
    given = work.given.table
    if given == "stage_results":
        return SUBMISSIONS
    return given or columns.guess_purpose(table, vocabulary(work, None))


def fits(purpose: str, understood: Sequence[Understood]) -> bool:
    """Whether a table has the columns that its purpose cannot do without."""
    found = {u.column for u in understood if u.column}
    if purpose in (SUBMISSIONS, INNOVATIONS, AGENCIES):
        return "name" in found
    if purpose == COUNTS:
        return any(column == "value" or column.startswith("value:") for column in found)
    table = contract().tables[purpose]
    return bool(found) and set(table.key) - {"source_id"} <= found | {f"{purpose.removesuffix('s')}_id"}


def _why_not(plan: Plan, others: bool) -> str:
    """Why a sheet is not data."""
    words = " ".join(str(value) for row in plan.layout.sheet.rows[:1] for value in row if value is not None)
    if not plan.layout.heading_rows_found and (INSTRUCTIONS.search(plan.name) or INSTRUCTIONS.search(words)):
        return "instructions"
    if others and (CODE_LIST.search(plan.name) or plan.layout.heading_rows_found):
        return "code_list"
    return "not_a_register"


def headings_to_choose(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The headings of a sheet that a person may say the meaning of: (column's letters, heading)."""
    return tuple((letters(u.heading.column), u.heading.text) for u in plan.columns if not u.personal)
