"""stage_funnel: where do entries fall out?"""

from datetime import date

from tests.support.twin import steps
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per stage, scope and group; numbers that are not known are None."""
    return [
        {
            **made.keys(),
            "stage_order": made.stage["stage_order"],
            "kind": made.stage["kind"],
            "stage_name": made.stage["name"],
            "entered": made.entered,
            "passed": made.passed,
            "failed": made.failed,
            "pending": made.pending,
            "withdrawn": made.withdrawn,
            "numerator": made.passed,
            "denominator": made.entered,
            "value": made.passed if made.passed is not None else made.entered,
            "low": None,
            "high": None,
            "basis": made.basis,
            "sources": made.sources,
            "reason": None if made.passed is not None or made.entered is not None else made.reason,
        }
        for made in steps.compute(tables, as_of)
    ]
