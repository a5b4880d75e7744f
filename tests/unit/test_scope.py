"""The scope in the address: validated against what there is, and the same again after a round trip."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.listings import NATION, Listings
from ui.scope import EVERYWHERE, PRESENTATION, Choice, Home, change, parse, query, within

HOME = Home("kab-a", "kipp")


def _listings() -> Listings:
    editions = [("kipp-2016", "kipp", 2016), ("kipp-2017", "kipp", 2017), ("kipp-2018", "kipp", 2018),
                ("kipp-2019", "kipp", 2019), ("lokal-2017", "lokal", 2017), ("lokal-2020", "lokal", 2020),
                ("contoh-2024", "contoh", 2024)]  # fmt: skip
    covered = [("kab-a", "kipp-2016", "unknown"), ("kab-a", "kipp-2017", "at_least"), ("kota-b", "kipp-2018", "rows"),
               ("kota-b", "kipp-2019", "unknown"), ("kota-b", "lokal-2017", "rows"), ("kota-b", "lokal-2020", "rows"),
               (None, "kipp-2019", "reported"), ("kab-contoh", "contoh-2024", "rows")]  # fmt: skip
    return Listings.build(
        governments=pd.DataFrame(
            {"government_id": ["kab-a", "kota-b", "kab-contoh", "prov-z"], "name": ["A", "B", "Contoh", "Z"],
             "level": "regency", "is_sample": [False, False, True, False]}
        ),
        competitions=pd.DataFrame(
            {"competition_id": ["kipp", "lokal", "contoh"], "name": ["KIPP", "Lokal", "Contoh"],
             "level": ["national", "local", "local"]}
        ),
        editions=pd.DataFrame(editions, columns=["edition_id", "competition_id", "year"]),
        agencies=pd.DataFrame(
            {"agency_id": ["a-1", "a-2"], "government_id": "kab-a", "name": ["Dinas", "Badan"],
             "kind": ["dinas", "badan"]}
        ),
        coverage_map=pd.DataFrame(covered, columns=["government_id", "edition_id", "basis"]),
        targets=pd.DataFrame({"edition_id": ["kipp-2018", None], "scope_kind": ["government", "all"],
                              "scope_id": ["kab-a", "all"]}),
    )  # fmt: skip


KNOWN = _listings()


def _parse(**asked: str) -> Choice:
    return parse({key.rstrip("_"): value for key, value in asked.items()}, KNOWN, HOME)[0]


def test_a_first_visit_opens_the_home_government_at_its_latest_edition_with_a_target() -> None:
    assert _parse() == Choice("kab-a", "kipp", "kipp-2018")


def test_without_a_target_the_latest_edition_with_figures_opens() -> None:
    assert _parse(government="kota-b", competition="kipp").edition == "kipp-2018"


def test_a_government_without_any_edition_is_offered_the_national_contests() -> None:
    assert _parse(government="prov-z") == Choice("prov-z", "kipp", "kipp-2019")


def test_editions_offered_are_those_of_the_government() -> None:
    assert KNOWN.editions_of("kab-a", "kipp") == ("kipp-2016", "kipp-2017", "kipp-2018")
    assert KNOWN.years("kota-b", "lokal") == (2017, 2020)


def test_the_whole_country_is_a_choice() -> None:
    choice = _parse(government=EVERYWHERE)
    assert (choice.government, choice.edition) == (NATION, "kipp-2019")
    assert query(choice)["government"] == EVERYWHERE


@pytest.mark.parametrize(
    ("key", "value", "nearest"),
    [("government", "kab-b", "kab-a"), ("competition", "kip", "kipp"), ("edition", "kipp-2010", "kipp-2018"),
     ("agency", "a-3", "a-2"), ("kinds", "dinass", "dinas"), ("lang", "fr", None), ("mode", "presentasi", PRESENTATION),
     ("from", "1999", None), ("to", "20x8", "2018")],
)  # fmt: skip
def test_an_unknown_value_is_ignored_with_a_notice_that_names_the_nearest(
    key: str, value: str, nearest: str | None
) -> None:
    choice, notices = parse({key: value}, KNOWN, HOME)
    assert choice == _parse()
    assert [(n.what, n.value) for n in notices] == [(key, value)]
    if nearest is not None and key != "edition":
        assert notices[0].nearest == nearest


def test_one_end_of_the_years_is_enough_and_the_ends_are_put_in_order() -> None:
    assert _parse(from_="2017").years == (2017, 2018)
    assert _parse(from_="2018", to="2016").years == (2016, 2018)
    assert within(_parse(from_="2017"), 2017)
    assert not within(_parse(from_="2017"), 2016)


def test_another_contest_keeps_the_year_where_it_has_it() -> None:
    start = _parse(government="kota-b", competition="lokal", edition="lokal-2017")
    assert change(start, KNOWN, HOME, "competition", "kipp").edition == "kipp-2018"
    assert change(_parse(), KNOWN, HOME, "government", "kota-b").edition == "kipp-2018"


def test_the_sample_and_back_is_the_opening_view() -> None:
    sample = change(_parse(edition="kipp-2016", agency="a-1"), KNOWN, HOME, "government", "kab-contoh")
    assert sample == Choice("kab-contoh", "contoh", "contoh-2024")
    assert change(sample, KNOWN, HOME, "government", "kab-a") == _parse()


def test_another_government_lets_go_of_agency_kinds_and_years() -> None:
    start = _parse(agency="a-1", kinds="dinas", from_="2016", lang="en")
    assert change(start, KNOWN, HOME, "government", "kota-b") == Choice("kota-b", "kipp", "kipp-2018", lang="en")


def test_an_empty_value_lifts_a_restriction() -> None:
    assert change(_parse(agency="a-1"), KNOWN, HOME, "agency", "").agency is None


VALUES = {
    "government": st.sampled_from([EVERYWHERE, "kab-a", "kota-b", "kab-contoh", "prov-z", "x", ""]),
    "competition": st.sampled_from(["kipp", "lokal", "contoh", "y"]),
    "edition": st.sampled_from(["kipp-2016", "kipp-2018", "lokal-2020", "contoh-2024", "?"]),
    "from": st.sampled_from(["2016", "2018", "20²8", "-1", "abc"]),
    "to": st.sampled_from(["2017", "2019", "9999"]),
    "agency": st.sampled_from(["a-1", "a-2", "b"]),
    "kinds": st.sampled_from(["dinas", "badan,dinas", ",,", "x,dinas"]),
    "lang": st.sampled_from(["id", "en", "xx"]),
    "mode": st.sampled_from([PRESENTATION, "z"]),
}


@given(st.fixed_dictionaries({}, optional=VALUES))
def test_any_address_gives_a_valid_scope_that_survives_a_round_trip(asked: dict[str, str]) -> None:
    choice, _ = parse(asked, KNOWN, HOME)
    assert parse(query(choice), KNOWN, HOME) == (choice, [])
