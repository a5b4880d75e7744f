"""Each habit of real registers has a test by its name, and each register shows only habits that are listed."""

from tests.registers.material import quirks, registers
from tests.registers.quirk import habits_tested


def test_every_habit_has_a_test_by_name() -> None:
    assert sorted(set(quirks()) - habits_tested()) == []


def test_every_test_by_name_is_of_a_listed_habit() -> None:
    assert sorted(habits_tested() - set(quirks())) == []


def test_the_registers_show_only_listed_habits() -> None:
    shown = {tag for register in registers() for tag in register.expected["quirks"]}
    assert sorted(shown - set(quirks())) == []
