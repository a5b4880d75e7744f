"""The fewest entries that reach a goal with a wanted chance, per stage; or that none do within the limits."""

from typing import Any

import pandas as pd
import streamlit as st

from planning import solver, wording
from planning.outcome import Path
from planning.projection import Projection
from planning.solver import Solution
from ui import figures, tables
from ui.cells import bare, objects
from ui.markup import Html, join, tag
from ui.planner import rates, words
from ui.planner.dials import Dials
from ui.tables import Column
from ui.view import View

CHANCES = (0.5, 0.8, 0.9)
GOALS = (1, 2)


def draw(view: View, given: Projection, dials: Dials) -> None:
    """The table "what it takes"."""
    if not given.paths:
        return
    said = heading(view, given, dials)
    rows, chances = frame(view, given, dials), columns(dials)
    wanted = (Column(str(p), title=view.t("planner.column_chance", chance=view.percent(p, 0))) for p in chances)
    listed = (Column("stage"), Column("goal", heading="planner.column_aim"), *wanted)
    shown = tables.table(rows, listed, said, view.lang)
    figures.figure(view, said, None, rows, (), name="yang-diperlukan", table=shown, note=limit(view, given))


def heading(view: View, given: Projection, dials: Dials) -> str:
    """What the goal on the sliders takes at the furthest stage."""
    path = given.paths[-1]
    found = _solved(view, given, path, dials.goal, dials.ambition)
    return wording.solution(found, path.chain, dials.goal, view.lang)


def limit(view: View, given: Projection) -> str:
    """Up to where was searched: the cap with the rules it is made of, or that none is on record."""
    if given.cap.value is None:
        return view.t("planner.no_cap", most=view.number(solver.SEARCHED))
    parts = [f"{view.number(n)} {group}" for group, n in given.cap.parts if group]
    total = view.number(given.cap.value)
    return view.t("planner.cap", most=total) if len(parts) < 2 else view.t("planner.cap_parts", most=total,
                                                                           parts=" + ".join(parts))  # fmt: skip


def columns(dials: Dials) -> tuple[float, ...]:
    """The chances that the table answers for, the one on the slider among them."""
    return tuple(sorted({*CHANCES, dials.ambition}))


def goals(dials: Dials) -> tuple[int, ...]:
    """The goals that the table answers for, the one on the slider among them."""
    return tuple(sorted({*GOALS, dials.goal}))


def frame(view: View, given: Projection, dials: Dials) -> pd.DataFrame:
    """One row per stage and goal, a column per chance (named by it) with the words of its cell."""
    lines = [_line(view, given, path, goal, dials) for path in given.paths for goal in goals(dials)]
    blank = pd.DataFrame(index=range(len(lines)))
    return blank.assign(**{name: objects([line[name] for line in lines], blank) for name in lines[0]})


def _line(view: View, given: Projection, path: Path, goal: int, dials: Dials) -> dict[str, Any]:
    found = {str(p): _cell(view, _solved(view, given, path, goal, p)) for p in columns(dials)}
    first = {"stage": bare(path.chain.stage_name), "goal": view.t("planner.at_least", n=view.number(goal))}
    return first | found | {"sources": rates.sources([path])}


def _cell(view: View, found: Solution) -> Html:
    """The fewest entries, or that it is out of reach, with the best chance there is."""
    if found.entries is not None:
        return tag("b", view.number(found.entries))
    best = view.t("planner.best", chance=words.chance(view, found.probability))
    return join([tag("span", view.t(f"planner.out_{found.reason}")), tag("div", best, class_="pi-small")])


def _solved(view: View, given: Projection, path: Path, goal: int, chance: float) -> Solution:
    about = given.government, given.competition, given.year, path.chain.stage_id, goal, chance
    return _kept(*about, view.warehouse.version, path, given.cap.value)


@st.cache_resource(max_entries=4096, show_spinner=False)
def _kept(
    government: str | None, contest: str, year: int, stage: str, goal: int, chance: float, version: str, _path: Path,
    _cap: int | None,
) -> Solution:  # fmt: skip
    return solver.solve(_path.reach, goal, chance, _cap, _path.chain.quota)
