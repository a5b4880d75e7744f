"""The commands' answers: one document for scripts and the same as text for a reader."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import metrics
from metrics import Scope, UnknownName, Warehouse
from planning import agencies, caps, counts, documents, evidence, hindcast, outcome, series, solver, wording
from planning.agencies import Candidate, Roll
from planning.allocation import CannotDivide
from planning.allocation import allocate as divide
from planning.evidence import Chain
from texts import number, t


@dataclass(frozen=True)
class Answer:
    """`document` for --json, `text` without it."""

    document: Mapping[str, Any]
    text: str


def forecast(warehouse: Warehouse, given: argparse.Namespace) -> Answer:
    """`python -m planning forecast`: how many entries the year may bring."""
    metrics.check_names(Scope(government=given.government, competition=given.competition), warehouse)
    contest = given.competition or series.usual_competition(warehouse, given.government, before=given.year)
    known = _series(warehouse, given, contest, before=given.year)
    found = counts.forecast(known.exact, given.year)
    tested = hindcast.hindcast(known.exact)
    document = documents.of_forecast(given.year, known, found, tested, given.lang)
    said = wording.interval(found, given.lang) if found else wording.too_few(known, given.lang)
    lines = [_about(known, warehouse, given.lang), *_history(known, given.lang), f"{given.year}: {said}"]
    return Answer(document, "\n".join([*lines, wording.verdict(tested, given.lang)]))


def hindcasts(warehouse: Warehouse, given: argparse.Namespace) -> Answer:
    """`python -m planning hindcast`: what the rule would have said in each past year."""
    metrics.check_names(Scope(government=given.government, competition=given.competition), warehouse)
    contest = given.competition or series.usual_competition(warehouse, given.government)
    known = _series(warehouse, given, contest)
    tested = hindcast.hindcast(known.exact)
    about = {"government": given.government, "competition": contest, "counted_as": known.counted_as}
    rows = [_tested(year, given.lang) for year in tested.years]
    text = [_about(known, warehouse, given.lang), *rows, wording.verdict(tested, given.lang)]
    return Answer(about | documents.of_hindcast(tested, given.lang), "\n".join(text))


def solve(warehouse: Warehouse, given: argparse.Namespace) -> Answer:
    """`python -m planning solve`: the fewest entries that reach the goal with the wanted chance."""
    metrics.check_names(Scope(government=given.government, edition=given.edition), warehouse)
    edition = metrics.records(metrics.listing("editions", Scope(edition=given.edition), warehouse))[0]
    ways = evidence.chains(warehouse, given.government, str(edition["competition_id"]), int(edition["year"]))
    chain = _chain(ways, given.stage, given.edition, warehouse)
    cap = caps.cap(warehouse, given.government, given.edition, chain.group).value
    path = outcome.path(chain)
    if path is None:
        reason = t(f"plan.reason.{chain.reason}", given.lang)
        return Answer(documents.of_solution(None, reason, cap), reason)
    found = solver.solve(path.reach, given.at_least, given.probability, cap, chain.quota)
    said = wording.solution(found, chain, given.at_least, given.lang)
    document = documents.of_solution(found, None if found.reachable else said, cap)
    return Answer(document, said)


def allocate(warehouse: Warehouse, given: argparse.Namespace) -> Answer:
    """`python -m planning allocate`: a total divided among the agencies of the board."""
    metrics.check_names(Scope(government=given.government), warehouse)
    found = agencies.roll(warehouse, given.government, given.year)
    if found is None:
        raise CannotDivide("no_agencies")
    shares = divide(_chosen(found, given.agency, warehouse), given.total, found.minimum, given.cap)
    document = documents.of_allocation(shares, given.total, given.lang)
    lines = [_line(row["n"], f"{row['name']}: {row['why']}", given.lang) for row in document["agencies"]]
    return Answer(document, "\n".join([*lines, _line(given.total, t("table.total", given.lang), given.lang)]))


def _line(count: int, words: str, lang: str) -> str:
    return f"{number(count, lang):>4}  {words}"


def _series(warehouse: Warehouse, given: argparse.Namespace, contest: str, before: int | None = None) -> series.Series:
    """The series of the kind of count that was asked for, else of the one that a forecast can rest on."""
    if given.counted_as is None:
        return series.read(warehouse, given.government, contest, before)
    known = series.read_kind(warehouse, given.government, contest, given.counted_as)
    return known if before is None else known.before(before)


def _chain(ways: Sequence[Chain], stage: str, edition: str, warehouse: Warehouse) -> Chain:
    found = next((chain for chain in ways if chain.stage_id == stage), None)
    if found is None:
        metrics.check_names(Scope(stage=stage), warehouse)
        raise UnknownName("stage", stage, [chain.stage_id for chain in ways][:3])
    return found


def _chosen(found: Roll, wanted: Sequence[str], warehouse: Warehouse) -> list[Candidate]:
    """The agencies to divide among: all of the board, or those named. Raises UnknownName, CannotDivide."""
    known = {candidate.agency_id: candidate for candidate in found.candidates}
    for agency in wanted:
        metrics.check_names(Scope(agency=agency), warehouse)
        if agency not in known:
            raise CannotDivide("not_on_board", agency=agency, year=found.board_year)
    return [known[agency] for agency in dict.fromkeys(wanted)] if wanted else list(known.values())


def _about(known: series.Series, warehouse: Warehouse, lang: str) -> str:
    scope = Scope(government=known.government, competition=known.competition)
    contest = metrics.records(metrics.listing("competitions", Scope(competition=known.competition), warehouse))[0]
    whose = metrics.records(metrics.listing("governments", scope, warehouse))[0]["name"] if known.government else None
    place = whose or t("plan.whole", lang)
    return t(f"plan.about_{known.counted_as}", lang, competition=contest["name"], place=place)


def _history(known: series.Series, lang: str) -> list[str]:
    return [
        f"{count.year}: {number(count.value, lang)} ({t(f'basis.{count.basis}', lang)})"
        for count in known.counts
        if count.value is not None
    ]


def _tested(year: hindcast.Tested, lang: str) -> str:
    words = {"low": year.low, "high": year.high, "middle": year.middle, "actual": year.actual}
    inside = t("plan.inside" if year.inside else "plan.outside", lang)
    return t("plan.tested", lang, year=year.year, inside=inside, **{k: number(v, lang) for k, v in words.items()})
