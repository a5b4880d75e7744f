"""Which column each heading of a table stands for: by a person's word, by the heading, by the values below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.columns import evidence, personal, spoken, stages, template
from etl.columns.cells import spread, text_of
from etl.columns.headings import OURS, Vocabulary
from etl.columns.plain import normalise
from etl.columns.reading import Claim, Column, read_column
from etl.layout.types import DataRow, Form, Heading, Table
from etl.workbook import Value, letters

SAMPLES = 3
TITLE, AGENCY = "name", "agency"


@dataclass(frozen=True)
class Understood:
    """A heading and what was made of it. `column` None: no column of ours; `by`: person, remembered, heading, value.

    `personal`: the column is dropped. `two_facts`: the column names a person and an agency; only what
    personal.agency_part finds in a cell is used. `day`: the day told in the heading. `samples`: the first values."""

    heading: Heading
    column: str | None
    by: str = "heading"
    personal: bool = False
    two_facts: bool = False
    day: str | None = None
    samples: tuple[str, ...] = ()


def understand(table: Table, purpose: str | None, vocabulary: Vocabulary) -> list[Understood]:
    """Understand the headings of a register, in their order.

    `purpose`: submissions, innovations, agencies or reported_counts; stage_results is read as submissions; None is
    guessed; another input table is read by its own columns (understand_tidy)."""
    wanted = spoken.SUBMISSIONS if purpose == "stage_results" else purpose or guess_purpose(table, vocabulary)
    if wanted not in spoken.COLUMNS:
        return understand_tidy(table, wanted, vocabulary)
    columns = _columns(table)
    known_here = {field for column in columns for field in _fields(column, vocabulary)}
    claims = [_claim(column, wanted, vocabulary, known_here) for column in columns]
    claims = _without_rivals(columns, claims)
    if wanted in spoken.ENTRIES:
        claims = _with_agency_by_value(columns, claims)
    return [_understood(column, claim) for column, claim in zip(columns, claims, strict=True)]


def understand_tidy(table: Table, name: str, vocabulary: Vocabulary) -> list[Understood]:
    """Understand a sheet in tidy form by the column names of one input table, or the headings of its template."""
    result, taken = [], set()
    for column in _columns(table):
        claim = _said(column, vocabulary) or _tidy(column, name)
        if claim.column in taken:
            claim = Claim(None)
        taken |= {claim.column} - {None}
        result.append(_understood(column, claim))
    return result


def understand_form(form: Form, vocabulary: Vocabulary) -> dict[str, Understood]:
    """Understand the labels of a form that holds one innovation; the `column` of a heading is that of its answer."""
    headings = [
        Heading(place, label, label, None, form.answers[label][1]) for place, label in enumerate(form.answers, 1)
    ]
    cells = {place: answer[0] for place, answer in enumerate(form.answers.values(), 1)}
    table = Table([], headings, [DataRow(0, cells)])
    understood = understand(table, spoken.SUBMISSIONS, vocabulary)
    return {
        label: replace(found, heading=replace(found.heading, column=form.answers[label][2]))
        for label, found in zip(form.answers, understood, strict=True)
    }


def tidy_tables(table: Table) -> list[str]:
    """The input tables whose tidy form the headings of a table are; empty for a register."""
    texts = [heading.own for heading in table.headings if not heading.own.startswith(OURS)]
    return template.tables_of(texts) or template.tables_of(
        [heading.group or heading.own for heading in table.headings if not heading.text.startswith(OURS)]
    )


def guess_purpose(table: Table, vocabulary: Vocabulary) -> str:
    """What a table most likely is: a list with titles, a list of agencies, or counts."""
    columns = _columns(table)
    fields = {field for column in columns for field in _fields(column, vocabulary)[:1]}
    titled = any(
        "innovations.name" in _fields(column, vocabulary)[:1] and evidence.numbers(column.values) < 0.5
        for column in columns
    )
    if titled:
        return spoken.SUBMISSIONS
    if any(field.startswith("reported_counts.") for field in fields):
        return spoken.COUNTS
    return spoken.AGENCIES if fields & {"agencies.name", "submissions.agency", "agency code"} else spoken.SUBMISSIONS


def _columns(table: Table) -> list[Column]:
    rows = [row for row in table.rows if not row.example]
    return [
        Column(heading, spread([row.cells.get(heading.column) for row in rows]), len(rows))
        for heading in table.headings
    ]


def _fields(column: Column, vocabulary: Vocabulary) -> list[str]:
    return next(filter(None, map(vocabulary.candidates, column.wordings)), [])


def _claim(column: Column, purpose: str, vocabulary: Vocabulary, known_here: set[str]) -> Claim:
    if personal.holds_contacts(column.values):
        return Claim(None, by="value", personal=True)
    return _said(column, vocabulary) or read_column(column, purpose, vocabulary, known_here)


def _said(column: Column, vocabulary: Vocabulary) -> Claim | None:
    """What a person said of a column now, or confirmed before."""
    if column.heading.own.startswith(OURS) or column.heading.text.startswith(OURS):
        return Claim(None)
    for wording in column.wordings:
        given = vocabulary.given_for(wording, letters(column.heading.column))
        if given is not None:
            return Claim(given or None, by="person", weight=100)
    remembered = next(filter(None, map(vocabulary.remembered_for, column.wordings)), None)
    return Claim(remembered, by="remembered", weight=90) if remembered else None


def _tidy(column: Column, name: str) -> Claim:
    found = next(filter(None, (template.column_of(normalise(text), name) for text in column.wordings)), None)
    return Claim(found)


def _without_rivals(columns: Sequence[Column], claims: Sequence[Claim]) -> list[Claim]:
    """Leave each column of ours to one heading: the best by confidence, then by values, then the first."""
    best: dict[str, int] = {}
    for place, claim in enumerate(claims):
        if claim.column is None:
            continue
        holder = best.setdefault(claim.column, place)
        if _strength(columns[place], claim) > _strength(columns[holder], claims[holder]):
            best[claim.column] = place
    return [
        claim if claim.column is None or best[claim.column] == place else Claim(None)
        for place, claim in enumerate(claims)
    ]


def _strength(column: Column, claim: Claim) -> tuple[float, ...]:
    """Titles are the longest texts among headings of one standing; agencies are the column that looks like agencies."""
    if claim.weight >= 90 or claim.column not in (TITLE, AGENCY):
        return (claim.weight, bool(column.values))
    if claim.column == AGENCY:
        return (evidence.agencies(column.values) >= 0.5, claim.weight)
    return (round(claim.weight, -1), evidence.length(column.values))


def _with_agency_by_value(columns: Sequence[Column], claims: list[Claim]) -> list[Claim]:
    """Take the one column that holds agencies for the agency where no heading announces it."""
    if any(claim.column == AGENCY for claim in claims):
        return claims
    places = [
        place
        for place, (column, claim) in enumerate(zip(columns, claims, strict=True))
        if claim.column is None and not claim.personal and claim.by == "heading" and not claim.settled
        and evidence.agencies(column.values) > 0.6
    ]  # fmt: skip
    if len(places) == 1:
        claims[places[0]] = Claim(AGENCY, by="value")
    return claims


def _understood(column: Column, claim: Claim) -> Understood:
    samples = () if claim.personal else _samples(column.values)
    return Understood(
        column.heading,
        claim.column,
        claim.by,
        claim.personal,
        claim.two_facts,
        stages.day_in(column.heading.text),
        samples,
    )


def _samples(values: Sequence[Value]) -> tuple[str, ...]:
    texts = dict.fromkeys(personal.scrub(text_of(value))[0] for value in values)
    return tuple(texts)[:SAMPLES]
