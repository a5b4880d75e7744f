"""What it takes to get to a stage, and numbers to plan with side by side."""

from __future__ import annotations

from planning import scenarios, solver, wording
from planning.outcome import Path
from planning.projection import Projection
from planning.scenarios import Scenario
from planning.solver import Solution
from reports.plan import rates
from reports.plan.request import PlanRequest
from reports.reader import Reader, bare
from reports.section import Cell, Column, Section, Table

CHANCES = (0.5, 0.8, 0.9)
GOALS = (1, 2)


def needs(reader: Reader, request: PlanRequest, found: Projection) -> Section:
    """For each stage and goal the fewest entries that reach it with a wanted chance, or why it cannot be reached."""
    name = reader.t("plan_sheet.needs")
    if not found.paths:
        return Section(name, reader.t("plan_sheet.rates_none"))
    return Section(
        name,
        needs_finding(reader, request, found),
        points=(_cap(reader, found),),
        tables=(needs_table(reader, request, found),),
        notes=(reader.t("plan_sheet.needs_note"),),
        sources=(*found.cap.sources, *rates.sources_of(found)),
    )


def needs_finding(reader: Reader, request: PlanRequest, found: Projection) -> str:
    """What the goal takes at the furthest stage that can be spoken of."""
    path = found.paths[-1]
    solved = solver.solve(path.reach, request.goal, request.ambition, found.cap.value, path.chain.quota)
    return wording.solution(solved, path.chain, request.goal, reader.lang)


def needs_table(reader: Reader, request: PlanRequest, found: Projection) -> Table:
    """Stage, goal, the fewest entries per chance, and a remark where a chance is out of reach."""
    goals = sorted({*GOALS, request.goal})
    chances = sorted({*CHANCES, request.ambition})
    columns = (
        Column(reader.t("column.stage"), wide=2.6),
        Column(reader.t("plan_sheet.goal"), "count", 1.2),
        *(Column(reader.t("plan_sheet.for_chance", chance=reader.percent(c)), "count", 1.5) for c in chances),
        Column(reader.t("column.note"), wide=4),
    )
    rows = [_need(reader, found, path, goal, chances) for path in found.paths for goal in goals]
    return Table(columns, tuple(rows))


def _need(reader: Reader, found: Projection, path: Path, goal: int, chances: list[float]) -> tuple[Cell, ...]:
    solved = [solver.solve(path.reach, goal, chance, found.cap.value, path.chain.quota) for chance in chances]
    failed = next((each for each in solved if not each.reachable), None)
    remark = _beyond(reader, failed) if failed else None
    return (bare(path.chain.stage_name), goal, *(each.entries for each in solved), remark or "")


def _beyond(reader: Reader, found: Solution) -> str:
    """How far one gets where a chance is out of reach."""
    if found.reason == "beyond_quota":
        return reader.t("plan_sheet.beyond_quota")
    most = found.cap if found.cap is not None else solver.SEARCHED
    words = {"chance": wording.chance(found.probability, reader.lang), "most": reader.number(most)}
    return reader.t("plan_sheet.beyond", **words)


def _cap(reader: Reader, found: Projection) -> str:
    if found.cap.value is None:
        return reader.t("plan_sheet.cap_none", most=reader.number(solver.SEARCHED))
    return reader.t("plan_sheet.cap", n=reader.number(found.cap.value))


def side_by_side(reader: Reader, request: PlanRequest, found: Projection) -> Section:
    """The scenarios: entries, the forecast's chance of so many, and what each stage may then see."""
    table = scenario_table(reader, request, found)
    title = reader.t("plan_sheet.scenarios_title", year=found.year)
    notes = (reader.t("plan_sheet.scenarios_note", goal=reader.number(request.goal)),)
    return Section(reader.t("plan_sheet.scenarios"), title, tables=(table,), notes=notes)


def scenario_table(reader: Reader, request: PlanRequest, found: Projection) -> Table:
    """A row per scenario: name, entries, chance, per stage how many on average and the chance of the goal, a remark."""
    made = scenarios.scenarios(found.known.exact, found.year, found.forecast, found.target, request.entries)
    columns = [
        Column(reader.t("plan_sheet.scenario"), wide=2.6),
        Column(reader.t("column.entries"), "count", 1.1),
        Column(reader.t("plan_sheet.chance"), "chance", 1.3),
    ]
    for path in found.paths:
        stage = bare(path.chain.stage_name)
        columns.append(Column(reader.t("plan_sheet.on_average", stage=stage), "decimal", 1.5))
        columns.append(
            Column(reader.t("plan_sheet.chance_of", stage=stage, goal=reader.number(request.goal)), "chance", 1.5)
        )
    columns.append(Column(reader.t("column.note"), wide=3))
    return Table(tuple(columns), tuple(_scenario(reader, request, found, each) for each in made))


def _scenario(reader: Reader, request: PlanRequest, found: Projection, made: Scenario) -> tuple[Cell, ...]:
    outcomes: list[Cell] = []
    for path in found.paths:
        known = made.entries is not None
        outcomes.append(path.expected(made.entries) if known and made.entries is not None else None)
        outcomes.append(path.at_least(made.entries, request.goal) if made.entries is not None else None)
    remark = reader.t(f"plan.scenario_reason.{made.reason}") if made.reason else ""
    return (reader.t(f"plan.scenario.{made.id}"), made.entries, made.chance, *outcomes, remark)
