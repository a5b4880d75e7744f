"""A page's own choices: they stand in the address of their page, and what is not offered is ignored."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.views import view
from ui import own, scope, switch


class _Address(dict[str, str]):
    """Stands for st.query_params; `widgets` for st.session_state."""

    widgets: dict[str, Any]

    def from_dict(self, given: dict[str, str]) -> None:
        self.clear()
        self.update(given)

    def to_dict(self) -> dict[str, str]:
        return dict(self)


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> _Address:
    """The address that the module reads and writes."""
    made = _Address()
    made.widgets = {}
    monkeypatch.setattr(own, "st", SimpleNamespace(query_params=made, session_state=made.widgets))
    return made


def test_own_keys_are_no_keys_of_the_scope() -> None:
    assert not {key for keys in own.PAGES.values() for key in keys} & set(scope.KEYS)


def test_a_page_carries_its_own_keys_only() -> None:
    asked = {"year": "2017", "map": "nation", "state": "", "sort": "name", "x": "1", "lang": "en"}
    assert own.carried(asked, "kepatuhan") == {"year": "2017", "sort": "name"}
    assert own.carried(asked, "mutu") == {"map": "nation"}
    assert own.carried(asked, "ringkasan") == {}


def test_another_scope_leaves_behind_what_spoke_of_the_old_one() -> None:
    asked = {"year": "2017", "state": "none", "sort": "name"}
    assert own.after(asked, "kepatuhan", "government") == {"state": "none", "sort": "name"}
    assert own.after(asked, "kepatuhan", "lang") == asked
    assert own.after({"map": "nation", "held-page": "3"}, "mutu", "edition") == {}


def test_a_choice_leads_back_to_the_first_page_and_a_turned_page_keeps_the_choices() -> None:
    assert own.written({"q": "a", "page": "4", "lang": "en"}, "q", "b") == {"q": "b", "lang": "en"}
    assert own.written({"q": "a", "page": "4"}, "page", "5") == {"q": "a", "page": "5"}
    assert own.written({"q": "a", "page": "4"}, "page", "") == {"q": "a"}


def test_what_is_not_offered_is_ignored(address: _Address) -> None:
    address |= {"year": "1999", "state": "zz,met,,none", "page": "-2"}
    assert own.one("year", [2017, 2018], 2018) == 2018
    assert own.several("state", ["none", "met"]) == ["none", "met"]
    assert own.count("page") == 1
    assert own.one("sort", ("urgency", "name"), "urgency") == "urgency"


def test_what_is_offered_is_taken(address: _Address) -> None:
    address |= {"year": "2017", "page": "12", "q": "x" * 500}
    assert own.one("year", [2017, 2018], 2018) == 2017
    assert own.count("page") == 12
    assert len(own.words("q")) == 100


@pytest.mark.parametrize(
    ("chosen", "written"),
    [(2018, None), (None, None), (2017, "2017"), (["met", "none"], "met,none"), ([], None)],
)
def test_a_widget_writes_what_was_chosen_and_the_default_as_nothing(
    address: _Address, chosen: Any, written: str | None
) -> None:
    address |= {"government": "kab-a", "year": "2016"}
    tied = own.tied("pi-x", "year", 2016, 2018)
    address.widgets["pi-x"] = chosen
    tied["on_change"](*tied["args"])
    assert address.get("year") == written
    assert address["government"] == "kab-a"


@given(st.text(max_size=9))
def test_any_page_number_is_one_or_more(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(own, "st", SimpleNamespace(query_params={"page": text}))
        assert own.count("page") >= 1


@pytest.mark.parametrize(
    ("asked", "years", "expected"),
    [("", None, False), ("years", None, True), ("", (2016, 2018), True), ("edition", (2016, 2018), False),
     ("zz", None, False)],
)  # fmt: skip
def test_the_years_are_shown_by_the_switch_or_where_years_are_filtered(
    address: _Address, asked: str, years: tuple[int, int] | None, expected: bool
) -> None:
    address |= {"view": asked}
    assert switch.over_years(view(years=years)) is expected
