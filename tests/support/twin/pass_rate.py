"""stage_pass_rate: what share passes each stage?"""

from datetime import date

from tests.support.twin import steps, wilson
from tests.support.twin.steps import Step
from tests.support.twin.tables import Row, Tables


def compute(tables: Tables, as_of: date) -> list[Row]:
    """One row per stage, scope and group; value is None, with a reason, where there is no rate."""
    return [row_of(made) for made in steps.compute(tables, as_of)]


def row_of(made: Step) -> Row:
    """passed ÷ entered with its Wilson interval."""
    row: Row = {
        **made.keys(),
        "from_stage_id": made.from_stage_id,
        "stage_order": made.stage["stage_order"],
        "kind": made.stage["kind"],
        "stage_name": made.stage["name"],
        "pending": made.pending,
        "concluded": made.concluded,
        "numerator": made.passed,
        "denominator": made.entered if made.reason in ("took_part", "nobody_entered") else None,
        "value": None,
        "low": None,
        "high": None,
        "basis": made.basis,
        "sources": made.sources,
        "reason": made.reason,
    }
    if made.rate_is_known and made.passed is not None and made.entered:
        low, high = wilson.interval(made.passed, made.entered)
        row.update(denominator=made.entered, value=made.passed / made.entered, low=low, high=high)
        if made.pending:
            row["reason"] = f"in_progress|n={made.pending}|m={made.entered}"
    return row
