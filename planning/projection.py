"""Everything the planner knows of one contest in one coming year: what a page, a workbook and the commands show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import metrics
from metrics import Scope, Warehouse
from planning import caps, counts, evidence, outcome, series
from planning import hindcast as hindcasts
from planning.caps import Cap
from planning.counts import Forecast
from planning.evidence import Chain
from planning.hindcast import Hindcast
from planning.outcome import Path
from planning.series import Series

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Projection:
    """What is known before `year` of a government (None: the whole contest) in one contest.

    `series` has every edition on record, also later ones; forecast, rates and hindcast rest on those before `year`.
    `forecast` is None with too few exact years. `paths` lead to the stages that earlier editions say something about,
    `blocked` are the others with their reason. `edition_id` is the edition of the year where it is on record, and
    `target_row` its row of `target_progress` for the number of entries, `target` the number in it.
    """

    government: str | None
    competition: str
    year: int
    edition_id: str | None
    series: Series
    forecast: Forecast | None
    hindcast: Hindcast
    paths: tuple[Path, ...]
    blocked: tuple[Chain, ...]
    cap: Cap
    target: int | None
    target_row: Row | None

    @property
    def known(self) -> Series:
        """The series as it was known before the planned year."""
        return self.series.before(self.year)

    def path(self, stage_id: str) -> Path | None:
        """The way to a stage, None where there is none."""
        return next((path for path in self.paths if path.chain.stage_id == stage_id), None)


def project(warehouse: Warehouse, government: str | None, competition: str, year: int) -> Projection:
    """The projection for a year. Raises metrics.UnknownName for a government or contest that does not exist."""
    metrics.check_names(Scope(government=government, competition=competition), warehouse)
    known = series.read(warehouse, government, competition, before=year)
    whole = series.read_kind(warehouse, government, competition, known.counted_as)
    found = evidence.chains(warehouse, government, competition, year)
    made = {chain.stage_id: outcome.path(chain) for chain in found}
    edition = edition_of(warehouse, competition, year)
    target = _target(warehouse, government, competition, year, known.counted_as)
    return Projection(
        government=government,
        competition=competition,
        year=year,
        edition_id=edition,
        series=whole,
        forecast=counts.forecast(known.exact, year),
        hindcast=hindcasts.hindcast(known.exact),
        paths=tuple(path for path in made.values() if path is not None),
        blocked=tuple(chain for chain in found if made[chain.stage_id] is None),
        cap=caps.cap(warehouse, government, edition) if edition and government else Cap(None),
        target=None if target is None else int(target["denominator"]),
        target_row=target,
    )


def edition_of(warehouse: Warehouse, competition: str, year: int) -> str | None:
    """The contest's edition of a year, the first by name where there are several; None where none is on record."""
    rows = metrics.records(metrics.listing("editions", Scope(competition=competition, years=(year, year)), warehouse))
    return min((str(row["edition_id"]) for row in rows), default=None)


def _target(warehouse: Warehouse, government: str | None, competition: str, year: int, counted_as: str) -> Row | None:
    """The documented target for the number of entries, of the same kind as the series: the government's own, or that of
    the whole contest where the government holds it."""
    metric = {"submitted": "submissions", "registered": "registered"}[counted_as]
    rows = _targets(warehouse, Scope(government=government, competition=competition, years=(year, year)))
    if government is not None and _holds(warehouse, government, competition):
        whole = _targets(warehouse, Scope(competition=competition, years=(year, year)))
        rows += [row for row in whole if row["scope_kind"] == "all"]
    places = {"all"} if government is None else {"government", "all"}
    numbered = [row for row in rows if row["target_metric"] == metric and row["denominator"] is not None]
    return next((row for row in numbered if row["scope_kind"] in places), None)


def _targets(warehouse: Warehouse, scope: Scope) -> list[dict[str, Any]]:
    return metrics.records(metrics.run("target_progress", scope, warehouse))


def _holds(warehouse: Warehouse, government: str, competition: str) -> bool:
    rows = metrics.records(metrics.listing("competitions", Scope(competition=competition), warehouse))
    return any(row["government_id"] == government and row["level"] == "local" for row in rows)
