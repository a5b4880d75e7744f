"""Profil OPD: named agencies, each figure and word as the metrics and listings have it."""

from typing import Any

import metrics
import texts
from tests.pages.conftest import Visit
from tests.pages.facts import listed, one, rows
from tests.pages.screen import Screen

PAGE = "pages/kepatuhan/profil.py"
HEALTH = {"government": "kab-luwu-utara", "agency": "kab-luwu-utara-dinkes"}


def t(key: str, **params: Any) -> str:
    """A text of the page."""
    return texts.t(f"page.profil.{key}", **params)


def of(visit: Visit, agency: str, **more: str) -> Screen:
    """The record of an agency, whose id begins with its government's."""
    government = next(
        g for g in ("kab-bangka-barat", "kab-luwu-utara", "kab-bangka", "kab-contoh") if agency.startswith(g)
    )
    return visit(PAGE, {"government": government, "agency": agency, **more})


def definitions(screen: Screen) -> dict[str, str]:
    """What the page says of the agency, by the word it is about."""
    pairs: dict[str, str] = {}
    for each in screen.root.iter("dl"):
        if each.get("class") == "pi-points":
            parts = [" ".join("".join(part.itertext()).split()) for part in each]
            pairs |= dict(zip(parts[::2], parts[1::2], strict=True))
    return pairs


def test_every_entry_of_an_agency_stands_with_each_of_its_outcomes(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The health agency of Luwu Utara: all its entries, and at each as many stages as there are results."""
    entries = listed(warehouse, "entries", {"agency_id": "kab-luwu-utara-dinkes"})
    results = listed(warehouse, "results", {"agency_id": "kab-luwu-utara-dinkes"})
    screen = of(visit, "kab-luwu-utara-dinkes")
    table = next(table for table in screen.tables if t("column_path") in table.headings)
    place = table.headings.index(texts.t("column.innovation"))
    assert sorted(row[place] for row in table.rows) == sorted(entry["innovation"] for entry in entries)
    steps = [li for ol in screen.root.iter("ol") if ol.get("class") == "pi-path" for li in ol]
    assert len(steps) == len(results) > len(entries)
    said = " ".join("".join(li.itertext()) for li in steps)
    assert said.count(texts.t("outcome.failed")) == sum(row["outcome"] == "failed" for row in results) > 0


def test_the_finding_and_tiles_are_the_board_s_row(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """State, number handed in, streak and last year are those of the metric compliance."""
    row = one(warehouse, "compliance", {"year": 2023}, **HEALTH)
    assert row["state"] == "met"
    screen = visit(PAGE, {**HEALTH, "competition": "kipp-sulsel", "edition": "kipp-sulsel-2023"})
    n = texts.number(row["numerator"])
    minimum = texts.number(row["denominator"])
    assert screen.finding == t("found_met", year=2023, agency="Dinas Kesehatan", n=n, m=minimum)
    assert screen.tiles[t("handed_in")].value == n
    streak = texts.t("board.streak_at_least" if row["streak_at_least"] else "board.streak_years", n=row["streak"])
    assert screen.tiles[texts.t("board.streak")].value == streak
    assert screen.tiles[t("last_met")].value == str(row["last_met_year"])


def test_a_rate_stands_beside_that_of_the_government(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """0 of 1 own entries came into the 50 best of 2021, 4 of 5 of the government's; both as k of n with intervals."""
    where = {"edition_id": "kipp-sulsel-2021", "stage_id": "top50"}
    own = one(warehouse, "agency_stages", {**where, "side": "agency"}, **HEALTH)
    home = one(warehouse, "agency_stages", {**where, "side": "government"}, **HEALTH)
    assert (own["numerator"], own["denominator"], home["numerator"], home["denominator"]) == (0, 1, 4, 5)
    screen = visit(PAGE, {**HEALTH, "competition": "kipp-sulsel", "edition": "kipp-sulsel-2021"})
    table = next(table for table in screen.tables if texts.t("column.interval") in table.headings)
    row = next(row for row in table.rows if row[0] == own["stage_name"])
    spans = [texts.span(each["low"], each["high"]) for each in (own, home)]
    assert {"0/1", texts.percent(own["value"]), *spans, f"4/5 · {texts.percent(home['value'])}"} <= set(row)


def test_no_rate_is_made_of_lists_of_winners(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Where no stage has a rate, the page says why in its place."""
    agency = "kab-luwu-utara-kec-sukamaju-selatan"
    assert not [r for r in rows(warehouse, "agency_stages", agency=agency) if r["side"] == "agency" and r["value"]]
    assert t("rates_none_why") in of(visit, agency).text


def test_an_agency_that_ended_names_its_successor(visit: Visit) -> None:
    """Dinas Pendidikan of Bangka ended in 2016: since when, what it became, and that a compiler paired the two."""
    screen = of(visit, "kab-bangka-disdik-pra-2017", edition="kipp-2018")
    later = "Dinas Pendidikan dan Kebudayaan"
    assert screen.finding == t("found_followed", agency="Dinas Pendidikan", year=2018, later=later)
    facts = definitions(screen)
    assert texts.day("2016-12-31") in facts[t("fact_lasted")]
    assert facts[t("fact_after")].startswith(later)
    assert "not stated by a source" in facts[t("fact_note")]


def test_a_successor_carries_the_history_on_with_a_switch(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The strip of Dinas Sosial has its own years; with the switch it says whose state it shows in 2017 and 2018."""
    agency, through = "kab-bangka-dinsos", "kab-bangka-dinsos-pmd-2017"
    carried = [r["year"] for r in rows(warehouse, "lineage", agency=agency) if through in r["through"]]
    assert carried == [2017, 2018]
    own, switched = of(visit, agency), of(visit, agency, history="carried")
    said = t("carried_one", agency="Dinas Sosial, Pemberdayaan Masyarakat dan Desa", years="2017–2018")
    assert said not in own.text
    assert said in switched.text
    assert definitions(own)[t("fact_before")].startswith("Dinas Sosial, Pemberdayaan Masyarakat dan Desa")


def test_an_agency_that_never_entered_has_a_useful_page(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """It says that nothing is on record and what to do, never that there is none, and leads to the right of reply."""
    agency = "kab-bangka-inspektorat"
    assert not listed(warehouse, "entries", {"agency_id": agency})
    screen = of(visit, agency, edition="kipp-2018")
    assert screen.finding == t("found_no_data", year=2018, agency="Inspektorat")
    assert t("never", agency="Inspektorat") in screen.text
    assert t("todo_year_no_data", year=2018) in screen.text
    assert texts.t("board.state.none") not in screen.finding
    links = [e.proto.query_string for e in screen.elements if e.type == "page_link"]
    assert any("form=reply" in link and "about=kab-bangka-inspektorat%3A2018" in link for link in links)


def test_what_comes_next_is_the_listing_s(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The sample's health agency: to hand in, and to send on, each with its title, day and whose entry it is."""
    steps = listed(warehouse, "agency_next", {"agency_id": "kab-contoh-dinkes"})
    assert {row["kind"] for row in steps} == {"hand_in", "forward"}
    screen = of(visit, "kab-contoh-dinkes")
    todo = next(ol for ol in screen.root.iter("ol") if ol.get("class") == "pi-todo")
    said = ["".join(li.itertext()) for li in todo]
    assert len(said) == len(steps)
    for row, words in zip(steps, said, strict=True):
        assert row["innovation"] in words
        assert row["due_on"] is None or texts.day(row["due_on"], weekday=True) in words


def test_events_say_that_nobody_knows_who_came(visit: Visit) -> None:
    """The meeting of January 2018 stands on the page, and that its attendance is not recorded by agency."""
    screen = of(visit, "kab-bangka-dinkes", edition="kipp-2018")
    assert screen.has_row(texts.t("event_kind.meeting"), texts.day("2018-01-23"))
    assert t("events_note") in screen.text


def test_without_an_agency_every_one_is_offered(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """All agencies of the register, also those that ended, with a link each."""
    screen = visit(PAGE, {"government": "kab-bangka", "edition": "kipp-2018"})
    known = listed(warehouse, "agencies", {"government_id": "kab-bangka"})
    table = next(table for table in screen.tables if t("column_state") in table.headings)
    assert sorted(row[0] for row in table.rows) == sorted(row["name"] for row in known)
    links = [a.get("href", "") for a in screen.root.iter("a")]
    assert sum("agency=kab-bangka-" in link for link in links) == len(known)


def test_a_draft_in_an_incomplete_year_is_not_called_not_handed_in(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Kominfo of Bangka Barat 2023: an entry came far in preparation; whether it was handed in nobody says."""
    agency = "kab-bangka-barat-kominfo"
    row = one(warehouse, "compliance", {"year": 2023}, agency=agency)
    assert (row["state"], row["basis"]) == ("draft_only", "unknown")
    screen = of(visit, agency, edition="kipp-2023")
    assert screen.finding == t("found_draft_known", year=2023, agency="Dinas Komunikasi dan Informatika")
    assert screen.tiles[t("handed_in")].value == texts.MISSING
    assert t("todo_year_draft_only", year=2023) in screen.text
