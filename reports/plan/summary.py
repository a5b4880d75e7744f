"""The first sheet: what is planned and what the record supports, in words."""

from __future__ import annotations

from planning import wording
from planning.outcome import Path
from planning.projection import Projection
from reports.plan import outlook
from reports.plan.request import PlanRequest
from reports.reader import Reader, bare
from reports.section import Cell, Column, Section, Table


def summary(reader: Reader, request: PlanRequest, found: Projection) -> Section:
    """The finding, the plan line by line, and the outcome per stage of the planned number."""
    ahead = found.forecast
    said = wording.interval(ahead, reader.lang) if ahead else wording.too_few(found.known, reader.lang)
    title = reader.t("plan_sheet.title", place=reader.place(found.government), year=found.year,
                     competition=reader.contest(found.competition), said=said)  # fmt: skip
    tables = (_plan(reader, request, found), *outcome_tables(reader, request, found))
    return Section(
        reader.t("plan_sheet.summary"),
        title,
        points=tuple(_points(reader, request, found)),
        tables=tables,
        notes=tuple(provenance(reader, found.government, found.competition)),
        sources=tuple(found.target_row["sources"]) if found.target_row else (),
    )


def provenance(reader: Reader, government: str | None, competition: str) -> list[str]:
    """The day and version of the figures, and that sample data is sample data."""
    home = reader.warehouse
    said = [reader.t("letter.note.as_of", day=reader.day(home.as_of), version=home.version)]
    if reader.is_sample(government, competition):
        name = reader.place(government) if government else reader.contest(competition)
        said.insert(0, reader.t("sample.banner", government=name))
    return said


def outcome_tables(reader: Reader, request: PlanRequest, found: Projection) -> tuple[Table, ...]:
    """What the planned number may bring at each stage; none where no number is planned or no rate is known."""
    if request.entries is None or not found.paths:
        return ()
    columns = (
        Column(reader.t("column.stage"), wide=3),
        Column(reader.t("plan_sheet.average"), "decimal", 1.3),
        Column(reader.t("plan_sheet.low"), "count", 1.2),
        Column(reader.t("plan_sheet.high"), "count", 1.2),
        Column(reader.t("plan_sheet.chance_goal", goal=reader.number(request.goal)), "chance", 1.6),
    )
    rows = tuple(_outcome(request.entries, request.goal, path) for path in found.paths)
    caption = reader.t("plan_sheet.outcome", n=reader.number(request.entries))
    return (Table(columns, rows, caption=caption),)


def _outcome(entries: int, goal: int, path: Path) -> tuple[Cell, ...]:
    low, high = path.interval(entries)
    return (bare(path.chain.stage_name), path.expected(entries), low, high, path.at_least(entries, goal))


def _points(reader: Reader, request: PlanRequest, found: Projection) -> list[str]:
    said = [wording.verdict(found.hindcast, reader.lang)] if found.forecast else []
    said += outlook.target_words(reader, found)
    if not found.paths:
        said.append(reader.t("plan_sheet.rates_none"))
    return said


def _plan(reader: Reader, request: PlanRequest, found: Projection) -> Table:
    columns = Column(reader.t("plan_sheet.item"), wide=3), Column(reader.t("plan_sheet.content"), wide=4)
    lines: list[tuple[str, Cell]] = [
        ("government", reader.place(found.government)),
        ("competition", reader.contest(found.competition)),
        ("planned_year", str(found.year)),
        ("counted_as", reader.t(f"counted_as.{found.series.counted_as}")),
        ("entries", reader.number(request.entries)),
        ("goal", reader.number(request.goal)),
        ("ambition", reader.percent(request.ambition)),
        ("cap_item", reader.number(found.cap.value)),
        ("target", reader.number(found.target)),
        ("document", reader.titles(found.target_row["sources"]) if found.target_row else None),
    ]
    return Table(columns, tuple((reader.t(f"plan_sheet.item_{name}"), value) for name, value in lines))
