"""coverage: how much do we really know?"""

from collections import Counter
from datetime import date

from tests.support.twin import counts, known, stages, steps
from tests.support.twin.scopes import Scope, government_of
from tests.support.twin.tables import Row, Tables

BASES = ["rows", "reported", "at_least", "unknown"]


def compute(tables: Tables, as_of: date) -> list[Row]:
    """Per edition, as a whole and for each government of which something is known: its stages by basis."""
    rows: list[Row] = []
    for edition in tables.all("editions"):
        for scope in known.own_scopes(tables, edition["edition_id"]):
            if scope.kind == "agency":
                continue
            cells = stages.seen_by(tables, edition["edition_id"], government_of(tables, scope))
            bases = Counter(best_basis(tables, as_of, stage, scope) for stage in cells)
            rows += [
                {
                    "government_id": government_of(tables, scope),
                    "competition_id": edition["competition_id"],
                    "edition_id": edition["edition_id"],
                    "year": edition["year"],
                    "basis": basis,
                    "numerator": number,
                    "denominator": len(cells),
                    "value": number / len(cells),
                }
                for basis, number in sorted(bases.items())
            ]
    return rows


def best_basis(tables: Tables, as_of: date, stage: Row, scope: Scope) -> str:
    """The best that is known at a stage, of all entries or of a group."""
    found = [counts.at_stage(tables, as_of, stage, scope, group).basis for group in steps.groups(tables, stage, scope)]
    return min(found, key=BASES.index)
