"""The pass rates behind an outcome: what was observed at each step, and what that makes of the coming edition."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

import texts
from planning.evidence import Observed, StepEvidence
from planning.outcome import Path
from planning.pooling import Rate
from planning.projection import Projection
from ui import figures, tables
from ui.cells import bare, objects
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

TIERS = ("own", "level", "nation")
_COLUMNS = (
    Column("step", heading="planner.column_step"),
    Column("own", heading="planner.column_own"),
    Column("level", heading="planner.column_level"),
    Column("nation", heading="planner.column_nation"),
    Column("rate", heading="planner.column_rate"),
)


def folds(view: View, given: Projection) -> Html:
    """Per stage the rates behind it, to open. They do not depend on the sliders, so they are made once."""
    about = given.government, given.competition, given.year, view.lang, view.warehouse.version
    return _kept(*about, view, given.paths)


@st.cache_resource(max_entries=256, show_spinner=False)
def _kept(
    government: str | None, contest: str, year: int, lang: str, version: str, _view: View, _paths: Sequence[Path]
) -> Html:
    return tag("div", *(fold(_view, path) for path in _paths), class_="pi-foot")


def fold(view: View, path: Path) -> Html:
    """The steps to one stage with their observed and pooled rates."""
    title = view.t("planner.rates_of", stage=bare(path.chain.stage_name))
    start = view.t("planner.starts_from", kind=view.t(f"counted_as.{path.chain.starts_from}").lower())
    inner = [tag("p", start, class_="pi-say"), tables.scroller(table(view, path, title), title)]
    return figures.more(title, tag("div", *inner, figures.source_line(view, sources([path]))))


def table(view: View, path: Path, title: str) -> Html:
    """One row per step: k of n of the government, of its level and of the nation with their years, and the rate."""
    rows = frame(view, path)
    return tables.table(rows, columns(view, path), title, view.lang)


def columns(view: View, path: Path) -> tuple[Column, ...]:
    """The columns of `table`: for the whole country only what the whole contest says."""
    tiers = {tier for step in path.chain.steps for tier in step.tiers}
    return tuple(c for c in _COLUMNS if c.name not in TIERS or c.name in tiers)


def frame(view: View, path: Path) -> pd.DataFrame:
    """The words of `table`, a row per step."""
    pairs = list(zip(path.chain.steps, path.rates, strict=True))
    lines = [_line(view, step, rate) for step, rate in pairs]
    blank = pd.DataFrame(index=range(len(lines)))
    return blank.assign(**{c.name: objects([line[c.name] for line in lines], blank) for c in _COLUMNS})


def sources(paths: Sequence[Path]) -> list[str]:
    """The sources of everything observed on the way to some stages, each once."""
    seen = [s for path in paths for step in path.chain.steps for tier in TIERS for o in _tier(step, tier)
            for s in o.sources]  # fmt: skip
    return list(dict.fromkeys(seen))


def _line(view: View, step: StepEvidence, rate: Rate) -> dict[str, Any]:
    low, high = rate.interval
    pooled = tag("div", tag("b", view.percent(rate.middle, 0)),
                 tag("div", texts.span(low, high, view.lang, 0), class_="pi-small"))  # fmt: skip
    return {"step": bare(step.step.name), "rate": pooled, **{tier: _seen(view, _tier(step, tier)) for tier in TIERS}}


def _seen(view: View, observed: Sequence[Observed]) -> Html | None:
    """ "8/53" per edition with its year, the latest first; None where nothing is on record."""
    if not observed:
        return None
    ordered = sorted(observed, key=lambda o: (-o.year, o.edition_id))
    items = [tag("div", f"{view.ratio(o.passed, o.entered)} ", tag("span", f"({o.year})", class_="meta"))
             for o in ordered]  # fmt: skip
    return tag("div", join(items), class_="pi-small")


def _tier(step: StepEvidence, tier: str) -> tuple[Observed, ...]:
    found: tuple[Observed, ...] = getattr(step, tier)
    return found
