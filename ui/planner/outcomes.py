"""What a number of entries may come to at each stage, with the rates behind it."""

from typing import Any

import pandas as pd

import texts
from planning.evidence import Chain
from planning.outcome import Path
from planning.projection import Projection
from ui import figures, tables
from ui.cells import bare, objects
from ui.markup import Html, join, tag
from ui.planner import rates, words
from ui.planner.dials import Dials
from ui.tables import Column
from ui.view import View


def draw(view: View, given: Projection, dials: Dials) -> None:
    """The table of outcomes for the entries on the slider, and below it the rates to open."""
    if not given.paths:
        figures.statement(view.t("planner.outcomes_title"), nothing(view, given))
        return
    rows = frame(view, given, dials)
    said = heading(view, given, dials)
    shown = tables.table(rows, _columns(view, dials), said, view.lang)
    figures.figure(view, said, None, rows, (), name="hasil", table=shown, note=_note(view, given, dials))
    figures.block(rates.folds(view, given))


def heading(view: View, given: Projection, dials: Dials) -> str:
    """The chance of the goal at the furthest stage, in words."""
    path = given.paths[-1]
    chance = words.chance(view, path.at_least(dials.entries, dials.goal))
    return view.t("planner.outcomes", entries=view.number(dials.entries), goal=view.number(dials.goal), chance=chance,
                  stage=bare(path.chain.stage_name))  # fmt: skip


def frame(view: View, given: Projection, dials: Dials) -> pd.DataFrame:
    """One row per stage: the chance per entry, the mean, the interval, the chance of the goal, or why there is none."""
    lines = [_line(view, path, dials) for path in given.paths] + [_blocked(view, chain) for chain in given.blocked]
    blank = pd.DataFrame(index=range(len(lines)))
    return blank.assign(**{name: objects([line[name] for line in lines], blank) for name in lines[0]})


def nothing(view: View, given: Projection) -> str:
    """Why there is no stage to speak of."""
    reasons = list(dict.fromkeys(reason(view, chain) for chain in given.blocked))
    return " ".join(reasons) or view.t("planner.no_stages", competition=view.short_name(given.competition))


def reason(view: View, chain: Chain) -> str:
    """Why a stage has no rates, in words."""
    return view.t(f"plan.reason.{chain.reason}")


def whole(view: View, given: Projection) -> None:
    """For the whole country: the chance of one entry alone, since there is no one whose entries they would be."""
    if not given.paths:
        figures.statement(view.t("planner.rates_title"), nothing(view, given))
        return
    said, one = view.t("planner.rates_title"), Dials(1, 1, 0.5)
    rows = frame(view, given, one)
    shown = tables.table(rows, _columns(view, one)[:2], said, view.lang)
    figures.figure(view, said, None, rows, (), name="tingkat", table=shown, note=_whole_note(view, given))
    figures.block(rates.folds(view, given))


def _whole_note(view: View, given: Projection) -> str:
    """Where the rates come from, and why some stages have none."""
    why: dict[str, list[str]] = {}
    for chain in given.blocked:
        why.setdefault(reason(view, chain), []).append(bare(chain.stage_name))
    return " ".join([view.t("planner.rates_note"), *(f"{', '.join(names)}: {text}" for text, names in why.items())])


def _note(view: View, given: Projection, dials: Dials) -> str:
    """What the figures assume, and that no more can get through than there are places."""
    full = [path.chain for path in given.paths
            if path.chain.quota is not None and path.interval(dials.entries)[1] >= path.chain.quota]  # fmt: skip
    listed = ", ".join(f"{bare(chain.stage_name)}: {view.number(chain.quota)}" for chain in full)
    said = [view.t("planner.outcomes_note"), view.t("planner.places_note", list=listed) if full else None]
    return " ".join(filter(None, said))


def _columns(view: View, dials: Dials) -> tuple[Column, ...]:
    goal = view.t("planner.column_goal", goal=view.number(dials.goal))
    return (
        Column("stage"),
        Column("each", "percent", "planner.column_each"),
        Column("mean", "decimal", "planner.column_mean_reach"),
        Column("between", heading="planner.column_between"),
        Column("chance", title=goal),
    )


def _line(view: View, path: Path, dials: Dials) -> dict[str, Any]:
    return {
        "stage": _stage(view, path.chain),
        "each": path.expected(1),
        "mean": path.expected(dials.entries),
        "between": words.between(view, path, dials.entries),
        "chance": tag("b", words.chance(view, path.at_least(dials.entries, dials.goal))),
        "sources": rates.sources([path]),
    }


def _blocked(view: View, chain: Chain) -> dict[str, Any]:
    why = join([texts.MISSING, tag("div", reason(view, chain), class_="pi-small")])
    return {"stage": _stage(view, chain), "each": None, "mean": None, "between": why, "chance": None, "sources": []}


def _stage(view: View, chain: Chain) -> Html:
    """The stage's name, with the places there are where that is on record."""
    if chain.quota is None:
        return tag("span", bare(chain.stage_name))
    places = view.t("planner.places", n=view.number(chain.quota))
    return tag("span", bare(chain.stage_name), tag("div", places, class_="pi-small"))
