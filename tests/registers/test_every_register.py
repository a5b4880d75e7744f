"""Every real register gives what a right import makes of it."""

import tomllib

import pytest

from tests.registers.checker import Finding, judge
from tests.registers.conftest import Read
from tests.registers.material import HERE, Register, registers

ALLOWED: list[dict[str, str]] = tomllib.loads((HERE / "allowed.toml").read_text(encoding="utf-8")).get("allowed", [])


def _allowed(register: Register, finding: Finding) -> dict[str, str] | None:
    """The entry of the allow-list that names a finding, if any."""
    place = {"file": register.name, "aspect": finding.aspect, "place": finding.place}
    return next((one for one in ALLOWED if place.items() <= one.items()), None)


def _findings(read: Read, register: Register, level: str) -> list[Finding]:
    return [one for one in judge(read(register)) if one.level == level and not _allowed(register, one)]


@pytest.mark.parametrize("register", registers(), ids=lambda register: register.name)
def test_what_any_sound_importer_does(read: Read, register: Register) -> None:
    assert "\n".join(map(str, _findings(read, register, "must"))) == ""


@pytest.mark.parametrize("register", registers(), ids=lambda register: register.name)
def test_what_a_good_importer_does(read: Read, register: Register) -> None:
    assert "\n".join(map(str, _findings(read, register, "should"))) == ""


ASKED = [one for one in registers() if one.expected["outcome"] == "load" and one.expected.get("also_accepted")]


@pytest.mark.parametrize("register", ASKED, ids=lambda register: register.name)
def test_a_register_that_asks_back_loads_once_it_is_answered(settled: Read, register: Register) -> None:
    reading = settled(register)
    assert reading.dry.outcome == "load"
    assert "\n".join(str(one) for one in judge(reading) if one.level == "must") == ""


def test_what_is_allowed_to_differ_is_never_a_must_and_still_differs(read: Read) -> None:
    needed: dict[int, str] = {}
    for register in registers():
        found = [(_allowed(register, one), one) for one in judge(read(register))]
        needed |= {id(entry): one.level for entry, one in found if entry}
    assert [entry for entry in ALLOWED if needed.get(id(entry)) != "should"] == []
    assert all(entry["reason"] for entry in ALLOWED)
