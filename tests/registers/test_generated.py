"""On workbooks made from real ones: nothing lost, nothing invented, no crash, no hang, the same twice."""

from hypothesis import HealthCheck, given, settings

from etl.context import Context
from tests.registers.conserving import faults
from tests.support.workbooks import Made, built, real_titles, rearranged

FEW = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def test_the_workbooks_are_made_of_real_titles() -> None:
    assert len(real_titles()) > 100


@FEW
@given(made=built())
def test_every_entry_of_a_workbook_is_loaded_or_held_back(known: Context, made: Made) -> None:
    assert faults(made, known) == []


@FEW
@given(made=rearranged())
def test_every_row_of_a_rearranged_register_has_one_fate(known: Context, made: Made) -> None:
    assert faults(made, known) == []
