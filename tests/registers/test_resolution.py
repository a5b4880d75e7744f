"""Agency names as reported resolve to the agency meant, by the step meant, or to nobody."""

import pytest

from etl.context import Context
from tests.registers.material import resolutions

CASES = list(resolutions())
# An alias or short name written with other signs is found by its normalised form: which is said makes no difference.
KNOWN_SPELLING = {"alias", "short_name", "normalised"}
STEPS = {
    "exact": {"exact"},
    "alias": KNOWN_SPELLING,
    "short_name": KNOWN_SPELLING,
    "normalised": {"normalised"},
    "parent_unit": {"parent_unit"},
    "suggestion": {"suggestion"},
    "question": {"ended", "ambiguous"},
    "none": {"none"},
}


def _name(case: dict[str, str]) -> str:
    return f"{case['government_id']} {case['year']} {case['name_as_reported']!r}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_name_resolves_to_the_agency_meant_by_the_step_meant(known: Context, case: dict[str, str]) -> None:
    found = known.resolve(case["government_id"], case["name_as_reported"], int(case["year"]))
    assert found.agency_id == (case["agency_id"] or None)
    assert found.step in STEPS[case["step"]]


@pytest.mark.parametrize("case", [one for one in CASES if one["step"] == "suggestion"], ids=_name)
def test_what_is_near_is_offered_with_agencies_of_the_same_government(known: Context, case: dict[str, str]) -> None:
    found = known.resolve(case["government_id"], case["name_as_reported"], int(case["year"]))
    assert found.others != ()
    own = {agency.agency_id for agency in known.agencies(case["government_id"])}
    assert set(found.others) <= own


@pytest.mark.parametrize("case", [one for one in CASES if one["step"] == "none"], ids=_name)
def test_what_is_no_agency_of_the_government_is_not_even_offered(known: Context, case: dict[str, str]) -> None:
    assert known.resolve(case["government_id"], case["name_as_reported"], int(case["year"])).others == ()
