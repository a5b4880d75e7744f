"""Numbers to plan with, side by side: what each says, how likely it is, and what it may come to."""

from typing import Any

import pandas as pd

import texts
from planning import scenarios
from planning.outcome import Path
from planning.projection import Projection
from planning.scenarios import Scenario
from ui import figures, tables
from ui.cells import bare, objects
from ui.markup import Html, join, tag
from ui.planner import words
from ui.planner.dials import Dials
from ui.tables import Column
from ui.view import View


def draw(view: View, given: Projection, dials: Dials) -> None:
    """The scenarios as rows, the stages as columns."""
    rows = frame(view, given, dials)
    said = view.t("planner.scenarios", year=given.year)
    stages = [Column(path.chain.stage_id, title=bare(path.chain.stage_name)) for path in given.paths]
    listed = (Column("scenario", heading="planner.column_scenario"), Column("entries"),
              Column("chance", heading="planner.column_likely"), *stages)  # fmt: skip
    note = view.t("planner.scenarios_note", goal=view.number(dials.goal)) if stages else None
    shown = tables.table(rows, listed, said, view.lang)
    figures.figure(view, said, None, rows, (), name="skenario", table=shown, note=note)


def found(given: Projection, dials: Dials) -> tuple[Scenario, ...]:
    """The scenarios of the projection, the number on the slider as one's own."""
    return scenarios.scenarios(given.known.exact, given.year, given.forecast, given.target, dials.entries)


def frame(view: View, given: Projection, dials: Dials) -> pd.DataFrame:
    """One row per scenario: its name, entries, the chance of as many, and per stage what they may come to."""
    lines = [_line(view, given, each, dials) for each in found(given, dials)]
    blank = pd.DataFrame(index=range(len(lines)))
    return blank.assign(**{name: objects([line[name] for line in lines], blank) for name in lines[0]})


def _line(view: View, given: Projection, each: Scenario, dials: Dials) -> dict[str, Any]:
    stages = {path.chain.stage_id: _reach(view, path, each.entries, dials.goal) for path in given.paths}
    entries = view.number(each.entries) if each.entries is not None else texts.MISSING
    return {"scenario": _name(view, each), "entries": tag("b", entries), "chance": _chance(view, each), **stages,
            "sources": sources(given, each)}  # fmt: skip


def sources(given: Projection, each: Scenario) -> list[str]:
    """The sources of the years that a scenario rests on, and of the target."""
    if each.id == "target" and given.target_row is not None:
        return list(given.target_row["sources"])
    years = set(each.years)
    return list(dict.fromkeys(s for count in given.known.counts if count.year in years for s in count.sources))


def _chance(view: View, each: Scenario) -> str:
    return texts.MISSING if each.chance is None else words.chance(view, each.chance)


def _name(view: View, each: Scenario) -> Html:
    """What the scenario is, and below it what it rests on or why it cannot be said."""
    basis = tag("div", scenarios.basis(each, view.lang), class_="pi-small")
    return tag("div", view.t(f"plan.scenario.{each.id}"), basis)


def _reach(view: View, path: Path, entries: int | None, goal: int) -> Html | None:
    """How many get to a stage on average, and the chance of the goal."""
    if entries is None:
        return None
    mean = tag("b", view.number(path.expected(entries), 1))
    if entries < goal:
        return mean
    return join([mean, tag("div", words.chance(view, path.at_least(entries, goal)), class_="pi-small")])
