"""The pass rates behind the outlook: each step's evidence, what pooling makes of it, and the stages without any."""

from __future__ import annotations

from collections.abc import Sequence

from planning.evidence import Observed, StepEvidence
from planning.pooling import Rate
from planning.projection import Projection
from reports.reader import Reader, bare
from reports.section import Cell, Chart, Column, Section, Table

TIERS = ("own", "level", "nation")


def rates(reader: Reader, found: Projection) -> Section:
    """A row per step, and the stages of which nothing is known."""
    name = reader.t("plan_sheet.rates")
    steps = steps_of(found)
    blocked = tuple(f"{bare(c.stage_name)}: {reader.t(f'plan.reason.{c.reason}')}" for c in found.blocked if c.reason)
    if not steps:
        return Section(name, reader.t("plan_sheet.rates_none"), points=blocked)
    table = Table(_columns(reader), tuple(_row(reader, step, rate) for step, rate in steps))
    chart = Chart("bars", reader.t("plan_sheet.pooled"), 0, (7,))
    return Section(
        name,
        reader.t("plan_sheet.rates_title", n=reader.number(len(steps))),
        points=blocked,
        tables=(table,),
        chart=chart,
        notes=(reader.t("plan_sheet.rates_note", year=found.year),),
        sources=sources_of(found),
    )


def steps_of(found: Projection) -> list[tuple[StepEvidence, Rate]]:
    """Every step of the paths once, in their order, with its pooled rate."""
    steps: dict[tuple[str, str], tuple[StepEvidence, Rate]] = {}
    for path in found.paths:
        for step, rate in zip(path.chain.steps, path.rates, strict=True):
            steps.setdefault((step.step.from_kind, step.step.stage_id), (step, rate))
    return list(steps.values())


def evidence(reader: Reader, found: Projection) -> Section:
    """Every observation that the rates rest on: a row per step, tier and edition."""
    steps = steps_of(found)
    name = reader.t("plan_sheet.evidence")
    if not steps:
        return Section(name, reader.t("plan_sheet.rates_none"))
    table = _observed(reader, steps)
    title = reader.t("plan_sheet.observed", n=reader.number(len(table.rows)))
    return Section(name, title, tables=(table,), sources=sources_of(found))


def sources_of(found: Projection) -> tuple[str, ...]:
    """Every source of the evidence."""
    return tuple(source for step, _ in steps_of(found) for seen in _seen(step) for source in seen.sources)


def words_of(reader: Reader, step: StepEvidence) -> str:
    """ "Diserahkan → Seleksi administrasi"."""
    return f"{reader.t(f'stage_kind.{step.step.from_kind}')} → {bare(step.step.name)}"


def k_of_n(reader: Reader, seen: Sequence[Observed]) -> str | None:
    """What was observed in all: "12/40"; None where nothing was."""
    passed, entered = _sums(seen)
    return None if entered is None else f"{reader.number(passed)}/{reader.number(entered)}"


def _columns(reader: Reader) -> tuple[Column, ...]:
    made = [Column(reader.t("plan_sheet.step"), wide=3.2)]
    for tier in TIERS:
        for side in ("passed", "entered"):
            made.append(Column(f"{reader.t(f'plan_sheet.{tier}')}: {reader.t(f'column.{side}').lower()}", "count", 1.2))
    made += [Column(reader.t(f"plan_sheet.{name}"), "percent", 1.2) for name in ("pooled", "rate_low", "rate_high")]
    return (*made, Column(reader.t("plan_sheet.years"), wide=2.5))


def _row(reader: Reader, step: StepEvidence, rate: Rate) -> tuple[Cell, ...]:
    low, high = rate.interval
    counts = [side for tier in TIERS for side in _sums(getattr(step, tier))]
    years = ", ".join(str(year) for year in sorted({seen.year for seen in _seen(step)}))
    return (words_of(reader, step), *counts, rate.middle, low, high, years)


def _sums(seen: Sequence[Observed]) -> tuple[int | None, int | None]:
    """Passed and entered of all observations; unknown where there is none."""
    return (sum(s.passed for s in seen), sum(s.entered for s in seen)) if seen else (None, None)


def _seen(step: StepEvidence) -> tuple[Observed, ...]:
    return (*step.own, *step.level, *step.nation)


def _observed(reader: Reader, steps: Sequence[tuple[StepEvidence, Rate]]) -> Table:
    columns = (
        Column(reader.t("plan_sheet.step"), wide=3.2),
        Column(reader.t("plan_sheet.whose")),
        Column(reader.t("column.edition"), wide=1.6),
        Column(reader.t("column.passed"), "count"),
        Column(reader.t("column.entered"), "count"),
        Column(reader.t("column.basis"), wide=1.4),
        Column(reader.t("column.source"), wide=3.5),
    )
    rows = [
        (words_of(reader, step), reader.t(f"plan_sheet.{tier}"), reader.edition(seen.edition_id), seen.passed,
         seen.entered, reader.basis(seen.basis), reader.titles(seen.sources))
        for step, _ in steps
        for tier in TIERS
        for seen in getattr(step, tier)
    ]  # fmt: skip
    return Table(columns, tuple(rows))
