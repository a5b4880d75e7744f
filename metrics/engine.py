"""Run a metric or a reference list for a scope: the same rows for pages, commands and files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from rapidfuzz import process

from metrics.definition import Metric, catalogue
from metrics.warehouse import Warehouse

LISTS = Path(__file__).parent / "lists"
NEAREST = 3
WHOLE_SCOPES = ("all", "level", "province")


class UnknownName(LookupError):
    """A name that does not exist: what kind of name, the value given, and the nearest that do."""

    def __init__(self, kind: str, value: str, nearest: list[str]) -> None:
        super().__init__(f"unknown {kind} {value!r}; nearest: {', '.join(nearest) or '-'}")
        self.kind = kind
        self.value = value
        self.nearest = nearest


@dataclass(frozen=True)
class Scope:
    """What is asked about. None: everything. `years` is a first and a last year, both included."""

    government: str | None = None
    agency: str | None = None
    competition: str | None = None
    edition: str | None = None
    years: tuple[int, int] | None = None
    stage: str | None = None


def run(metric_id: str, scope: Scope, warehouse: Warehouse) -> pd.DataFrame:
    """The rows of a metric for a scope: its keys, own columns and the fixed ones, ordered by its keys (stages as their
    edition orders them).

    `numerator` and `value` are NULL (pandas NA/NaN) where unknown, with a code in `reason`; `sources` are lists of
    source_id. Raises UnknownName for a metric or a name in the scope that does not exist."""
    metric = find_metric(metric_id)
    check_names(scope, warehouse)
    where, params = _conditions(metric, scope)
    columns = ", ".join(f'"{name}"' for name in metric.all_columns)
    order = ", ".join(f'"{name}" NULLS FIRST' for name in _order(metric))
    frame = warehouse.frame(f"SELECT {columns} FROM ({metric.sql}) WHERE {where} ORDER BY {order}", params)
    frame["sources"] = [list(sources) for sources in frame["sources"]]
    return frame


def _order(metric: Metric) -> list[str]:
    """The keys, with stages in the order of their edition."""
    staged = "stage_order" in metric.columns
    return [part for key in metric.keys for part in (("stage_order", key) if staged and key == "stage_id" else (key,))]


def find_metric(metric_id: str) -> Metric:
    """The metric of that id; raises UnknownName."""
    if metric_id not in catalogue():
        raise UnknownName("metric", metric_id, _nearest(metric_id, list(catalogue())))
    return catalogue()[metric_id]


def listing(name: str, scope: Scope, warehouse: Warehouse) -> pd.DataFrame:
    """A reference list (lists/<name>.sql) cut to the scope by the columns it has. Raises UnknownName."""
    names = sorted(path.stem for path in LISTS.glob("*.sql"))
    if name not in names:
        raise UnknownName("listing", name, _nearest(name, names))
    sql = (LISTS / f"{name}.sql").read_text(encoding="utf-8")
    has = {row[0] for row in warehouse.rows(f"DESCRIBE {sql}")}
    clauses = ["true"]
    params: list[Any] = []
    given = {
        "government_id": scope.government,
        "agency_id": scope.agency,
        "competition_id": scope.competition,
        "edition_id": scope.edition,
        "stage_id": scope.stage,
    }
    for column, value in given.items():
        if value is not None and column in has:
            clauses.append(f"{column} = ?")
            params.append(value)
    if scope.years and "year" in has:
        clauses.append("year BETWEEN ? AND ?")
        params += list(scope.years)
    return warehouse.frame(f"SELECT * FROM ({sql}) WHERE {' AND '.join(clauses)}", params)


def _conditions(metric: Metric, scope: Scope) -> tuple[str, list[Any]]:
    has = set(metric.all_columns)
    clauses = ["true"]
    params: list[Any] = []

    def add(clause: str, *values: Any) -> None:
        clauses.append(clause)
        params.extend(values)

    _add_place(has, scope, add)
    if scope.competition:
        if "competition_id" in has:
            add("competition_id = ?", scope.competition)
        elif "edition_id" in has:
            add("edition_id IN (SELECT edition_id FROM warehouse.editions WHERE competition_id = ?)", scope.competition)
    if scope.edition:
        in_edition = (
            "edition_id = ?"
            if "edition_id" in has
            else "year = (SELECT year FROM warehouse.editions WHERE edition_id = ?)"
        )
        add(in_edition, scope.edition)
    if scope.years:
        by_year = "year BETWEEN ? AND ?"
        add(
            by_year if "year" in has else f"edition_id IN (SELECT edition_id FROM warehouse.editions WHERE {by_year})",
            *scope.years,
        )
    if scope.stage and {"stage_id", "best_stage_id"} & has:
        add("stage_id = ?" if "stage_id" in has else "best_stage_id = ?", scope.stage)
    return " AND ".join(clauses), params


def _add_place(has: set[str], scope: Scope, add: Any) -> None:
    """Government and agency. Where a metric has scopes, a government is its own scope; without one, the whole."""
    if "target_id" in has:
        if scope.agency:
            add("scope_kind = 'agency' AND scope_id = ?", scope.agency)
        elif scope.government:
            add("government_id = ?", scope.government)
    elif "scope_kind" in has:
        if scope.agency:
            add("scope_kind = 'agency' AND scope_id = ?", scope.agency)
        elif scope.government:
            add("scope_kind = 'government' AND scope_id = ?", scope.government)
        else:
            add(f"scope_kind IN {WHOLE_SCOPES}")
    else:
        for column, value in (("government_id", scope.government), ("agency_id", scope.agency)):
            if value and column in has:
                add(f"{column} = ?", value)
            elif value and "submission_id" in has:
                add(f"submission_id IN (SELECT submission_id FROM warehouse.entries WHERE {column} = ?)", value)


def check_names(scope: Scope, warehouse: Warehouse) -> None:
    """Raise UnknownName, with the nearest real ones, for a name of the scope that the warehouse does not hold."""
    for kind, value in (
        ("government", scope.government),
        ("agency", scope.agency),
        ("competition", scope.competition),
        ("edition", scope.edition),
        ("stage", scope.stage),
    ):
        if value is not None:
            table = {"government": "governments", "agency": "agencies"}.get(kind, f"{kind}s")
            if not warehouse.rows(f"SELECT 1 FROM warehouse.{table} WHERE {kind}_id = ? LIMIT 1", [value]):
                known = [
                    row[0] for row in warehouse.rows(f"SELECT DISTINCT {kind}_id FROM warehouse.{table} ORDER BY 1")
                ]
                raise UnknownName(kind, value, _nearest(value, known))


def _nearest(value: str, known: list[str]) -> list[str]:
    return [name for name, _, _ in process.extract(value, known, limit=NEAREST, score_cutoff=45)]
