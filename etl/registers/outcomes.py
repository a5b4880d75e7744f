"""What a row says of stages: results in columns, the stage that the whole list speaks of, rank and score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from etl import names
from etl.columns import numbers
from etl.columns.numbers import Style
from etl.columns.outcomes import read_outcome
from etl.context import Stage
from etl.dry_run import Row
from etl.registers.record import Record
from etl.registers.work import Work

OUTCOME = "outcome:"
# At these a list says who took part; at all others it says who came through.
TOOK_PART = ("evaluation", "presentation", "field")
INTAKE = ("submitted", "registered")
KNOWN = ("passed", "failed", "withdrawn")


@dataclass(slots=True)
class Result:
    """What a file says of an entry at one stage, as text for the table stage_results."""

    outcome: str
    rank: str | None = None
    score: str | None = None
    decided_on: str | None = None
    note: str | None = None

    def row(self) -> Row:
        return {
            "outcome": self.outcome,
            "rank": self.rank,
            "score": self.score,
            "decided_on": self.decided_on,
            "note": self.note,
        }


Results = dict[str, Result]


def in_columns(work: Work, record: Record, edition_id: str, days: Mapping[str, str]) -> Results:
    """The results in a row's stage columns. `days`: the date in a heading, by stage.

    A dash is a failure where the stage is over, the row came that far and no later column says otherwise."""
    found: Results = {}
    dashes: list[str] = []
    for column in record.grid.columns:
        if not column.startswith(OUTCOME):
            continue
        stage_id = column.removeprefix(OUTCOME)
        read = read_outcome(record.value(column))
        if record.error(column) or not read.ok:
            work.question(record, column, "bad_value", "outcome")
        elif read.absent:
            dashes.append(stage_id)
        elif read.outcome:
            score = None if read.score is None else number_text(read.score)
            found[stage_id] = Result(read.outcome, None, score, read.decided_on or days.get(stage_id))
        elif read.score is not None:
            # What passes is not said: it was judged, the decision is still to be told.
            found[stage_id] = Result("pending", None, number_text(read.score), days.get(stage_id))
            work.note_cell("score_without_outcome", record.cell(column))
    _add_dashes(work, record, edition_id, found, dashes, days)
    return found


def stages_told(records: Sequence[Record]) -> set[str]:
    """The stages whose columns tell a result of some row."""
    if not records:
        return set()
    columns = [column for column in records[0].grid.columns if column.startswith(OUTCOME)]
    return {
        column.removeprefix(OUTCOME)
        for column in columns
        if any(read.outcome or read.score is not None for read in (read_outcome(r.value(column)) for r in records))
    }


def _add_dashes(
    work: Work, record: Record, edition_id: str, found: Results, dashes: Sequence[str], days: Mapping[str, str]
) -> None:
    if not dashes:
        return
    order = {stage.stage_id: stage.order for stage in work.context.stages(edition_id)}
    furthest = max((order[s] for s, r in found.items() if r.outcome == "passed" and s in order), default=-1)
    ended = any(result.outcome in ("failed", "withdrawn") for result in found.values())
    for stage_id in sorted((s for s in dashes if s in order), key=lambda s: order[s]):
        cell = record.cell(OUTCOME + stage_id)
        if order[stage_id] > furthest and not ended and work.over(edition_id, stage_id):
            found[stage_id] = Result("failed", decided_on=days.get(stage_id))
            work.note_cell("dash_as_failed", cell)
            ended = True
        else:
            work.note_cell("dash_without_result", cell)


def of_list(work: Work, edition_id: str, stage: Stage) -> Result:
    """What being on a list of that stage means: came through, or took part where the kind only says that."""
    if stage.kind not in TOOK_PART:
        return Result("passed")
    return Result("unknown" if work.over(edition_id, stage.stage_id) else "pending")


def there(work: Work, edition_id: str, stage: Stage) -> Result:
    """What a rank or score alone means: the entry was at the stage, and waits unless that is over."""
    if stage.kind in INTAKE:
        return Result("passed")
    return Result("unknown" if work.over(edition_id, stage.stage_id) else "pending")


def stage_in(text: str | None, stages: Sequence[Stage]) -> Stage | None:
    """The one stage whose name stands in a text ("A. 10 (SEPULUH) PEMENANG UTAMA"); the longest name counts."""
    if not text:
        return None
    words = f" {_words(text)} "
    held = [stage for stage in stages if f" {_words(stage.name)} " in words]
    held.sort(key=lambda stage: -len(stage.name))
    if not held or (len(held) > 1 and len(held[0].name) == len(held[1].name)):
        return None
    return held[0]


def stage_called(text: str | None, stages: Sequence[Stage]) -> Stage | None:
    """The stage that bears exactly this name or key."""
    wanted = _words(text) if text else ""
    found = [s for s in stages if wanted and wanted in (_words(s.name), _words(s.stage_id))]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=5_000)
def _words(text: str) -> str:
    return " ".join(names.words_of(text))


def place_of_rank(stages: Sequence[Stage], heading: str, spoken_of: Sequence[str], given: Stage | None) -> Stage | None:
    """The stage that ranks belong to: the one the heading names, the one given, the last that the list speaks of, else
    the last at which entries are judged."""
    called = stage_called(heading, stages)
    said = [stage for stage in stages if stage.stage_id in spoken_of]
    judged = [stage for stage in stages if stage.kind in TOOK_PART]
    return called or given or _last(said) or _last(judged) or _last(stages)


def place_of_score(stages: Sequence[Stage], spoken_of: Sequence[str], given: Stage | None) -> Stage | None:
    """The stage that marks belong to: the one given, the last that the list speaks of, else where the list begins, so
    that a mark alone never says that an entry came further."""
    said = given or _last([stage for stage in stages if stage.stage_id in spoken_of])
    if said:
        return said
    intake = [stage for kind in INTAKE for stage in stages if stage.kind == kind]
    judged = [stage for stage in stages if stage.kind in TOOK_PART]
    return next(iter(intake or judged or stages), None)


def _last(stages: Sequence[Stage]) -> Stage | None:
    return max(stages, key=lambda stage: stage.order) if stages else None


def rank_of(work: Work, record: Record) -> str | None:
    """The rank of a row; one that cannot be read is asked about."""
    if record.error("rank"):
        work.question(record, "rank", "bad_number", "error_value")
        return None
    read = numbers.read_rank(record.value("rank"))
    if not read.ok:
        work.question(record, "rank", "bad_number", "rank")
    return None if read.value is None else number_text(read.value)


def score_of(work: Work, record: Record, style: Style) -> str | None:
    """The score of a row; one that cannot be read is asked about."""
    if record.error("score"):
        work.question(record, "score", "bad_number", "error_value")
        return None
    read = numbers.read_number(record.value("score"), style)
    if not read.ok:
        work.question(record, "score", "bad_number")
    return None if read.value is None else number_text(read.value)


@lru_cache(maxsize=5_000)
def number_text(number: float) -> str:
    """A number as the input tables write it: with a point, without an exponent.

    >>> number_text(90.0), number_text(21.28)
    ('90', '21.28')
    """
    return str(int(number)) if float(number).is_integer() else format(Decimal(str(number)), "f")
