"""On workbooks made from real ones: nothing lost, nothing invented, no crash, no hang, the same twice."""

from hypothesis import HealthCheck, given, settings

from etl.context import Context
from tests.registers import doors
from tests.registers.conserving import CONTEST, faults, titles_of
from tests.support.workbooks import Made, Row, Sheet, built, real_titles, rearranged, xlsx

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


def test_the_lower_row_of_a_heading_is_no_entry_though_one_of_its_words_is_unknown(known: Context) -> None:
    rows: list[Row] = [
        ["INOVASI", None, "No."],
        ["Judul", "Warna Map", None],
        ["SIAKAS", "merah", 1],
        ["SIGD", None, 2],
    ]
    data = xlsx([Sheet("Rekap", rows, [(0, 0, 0, 1), (0, 2, 1, 2)])])
    assert titles_of(doors.read("rekap.xlsx", data, CONTEST, known)) == ["SIAKAS", "SIGD"]


def test_the_lower_row_is_found_though_a_csv_has_lost_the_merge_above_it(known: Context) -> None:
    rows = "INOVASI;;Nomor\nJUDUL TEMUAN;Warna Map;\nSIAKAS;merah;1\nSIGD;;2\n"
    assert titles_of(doors.read("rekap.csv", rows.encode(), CONTEST, known)) == ["SIAKAS", "SIGD"]
