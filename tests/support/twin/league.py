"""league: entries of each agency, and of each government, that reached each stage."""

from datetime import date

from tests.support.twin import counts, known, stages
from tests.support.twin.scopes import government_of
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per government or agency and stage that at least one entry is known to have reached."""
    rows = []
    for edition in tables.all("editions"):
        for scope in known.own_scopes(tables, edition["edition_id"]):
            government_id = government_of(tables, scope)
            if government_id is None:
                continue
            for stage in stages.seen_by(tables, edition["edition_id"], government_id):
                count = counts.at_stage(tables, as_of, stage, scope, stage["group"])
                if count.value:
                    rows.append(
                        {
                            "government_id": government_id,
                            "agency_id": scope.id if scope.kind == "agency" else None,
                            "edition_id": edition["edition_id"],
                            "stage_id": stage["stage_id"],
                            "numerator": count.value,
                            "basis": count.basis,
                        }
                    )
    return rows
