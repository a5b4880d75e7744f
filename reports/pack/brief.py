"""What every section of the pack can ask: the scope of the meeting, its words, and the projection."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import metrics
import texts
from metrics import Scope, Warehouse
from planning import series, standing
from planning.projection import Projection, project
from planning.standing import Standings
from planning.target_words import Words
from reports.pack.request import PackRequest
from reports.plan import PlanRequest
from reports.reader import Reader, Row, bare

FIRST_GUESS = 0.8  # the chance that "what it takes" is stated for where nobody named one


@dataclass(frozen=True)
class Brief:
    """One meeting: a government (None: the whole contest) and an edition."""

    reader: Reader
    government: str | None
    edition: Row
    given: PlanRequest | None

    @property
    def edition_id(self) -> str:
        return str(self.edition["edition_id"])

    @property
    def competition(self) -> str:
        return str(self.edition["competition_id"])

    @property
    def year(self) -> int:
        return int(self.edition["year"])

    @property
    def place(self) -> str:
        return self.reader.place(self.government)

    @property
    def edition_name(self) -> str:
        return self.reader.edition(self.edition_id)

    @property
    def is_sample(self) -> bool:
        return self.reader.is_sample(self.government, self.competition)

    @property
    def scope_kind(self) -> str:
        return "government" if self.government else "all"

    def ask(self, metric: str) -> list[Row]:
        """The rows of a metric for the government and edition."""
        return self.reader.rows(metric, government=self.government, edition=self.edition_id)

    @cached_property
    def standings(self) -> Standings:
        """How targets stand on the day of the build."""
        return standing.of_warehouse(self.reader.warehouse)

    @cached_property
    def target_words(self) -> Words:
        """Targets in words."""
        return _words(self.reader)

    @cached_property
    def plan(self) -> PlanRequest:
        """The plan as it was given, or one that only looks ahead."""
        if self.given is not None:
            return self.given
        year = planned_year(self)
        return PlanRequest(self.government, self.competition, year, ambition=FIRST_GUESS, lang=self.reader.lang)

    @cached_property
    def projection(self) -> Projection:
        return project(self.reader.warehouse, self.plan.government, self.plan.competition, self.plan.year)


def brief(warehouse: Warehouse, request: PackRequest) -> Brief:
    """Raises UnknownName for a government or edition that does not exist."""
    metrics.check_names(Scope(government=request.government, edition=request.edition), warehouse)
    reader = Reader(warehouse, request.lang)
    return Brief(reader, request.government, reader.editions[request.edition], request.plan)


def planned_year(meeting: Brief) -> int:
    """The year to look ahead to: that of the edition while its count is not known or it is still open, else the year
    of the contest's next edition on record, else the year after."""
    known = series.read(meeting.reader.warehouse, meeting.government, meeting.competition)
    here = next((count for count in known.counts if count.edition_id == meeting.edition_id), None)
    if here is None or not here.exact:
        return meeting.year
    later = [count.year for count in known.counts if count.year > meeting.year]
    return min(later, default=meeting.year + 1)


def _words(reader: Reader) -> Words:
    """The words of targets in the reader's language."""

    @cache
    def stages(edition: str) -> dict[str, str]:
        return {str(row["stage_id"]): bare(row["name"]) for row in reader.listing("stages", edition=edition)}

    @cache
    def agencies() -> dict[str, str]:
        return {str(row["agency_id"]): str(row["name"]) for row in reader.listing("agencies")}

    return Words(
        reader.lang,
        lambda edition, stage: stages(edition).get(stage),
        lambda agency: agencies().get(agency, texts.MISSING),
    )
