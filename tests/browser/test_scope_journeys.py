"""The scope in the address: chosen in the bar, kept by links, restored by back and forward, shared with others."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.harness import Server, settled
from tests.browser.journey import (
    ADDRESSES,
    HOME,
    NATION_2022,
    choose,
    chosen,
    finding,
    follow,
    heading,
    place,
    press,
    query,
    title,
    visit,
)


def test_another_government_and_edition_change_address_and_figures(server: Server, page: Page) -> None:
    """What is chosen in the bar stands in the address, and the figures follow."""
    visit(page, server, "tahapan")
    first = finding(page)
    choose(page, "government", "Kabupaten Luwu Utara")
    assert query(page)["government"] == "kab-luwu-utara"
    choose(page, "competition", "KIPP Provinsi Sulawesi Selatan")
    choose(page, "edition", "2021")
    assert query(page) == {"government": "kab-luwu-utara", "competition": "kipp-sulsel", "edition": "kipp-sulsel-2021"}
    assert "2 dari 3" in finding(page)
    assert finding(page) != first
    assert place(page) == "tahapan"


def test_back_and_forward_restore_the_view(server: Server, page: Page) -> None:
    """Every choice and every page is a step of its own in the browser's history."""
    visit(page, server, "tahapan", **NATION_2022)
    choose(page, "edition", "2019")
    assert "1.329" in finding(page)
    follow(page, "usulan")
    page.go_back()
    assert heading(settled(page)) == title("tahapan")
    assert "1.329" in finding(page)
    page.go_back()
    settled(page)
    expect(page.locator(".pi-finding")).to_contain_text("1.917")
    assert chosen(page, "edition") == "2022"
    page.go_forward()
    settled(page)
    expect(page.locator(".pi-finding")).to_contain_text("1.329")
    assert chosen(page, "edition") == "2019"


def test_a_copied_address_shows_another_visitor_the_same(server: Server, new_page: Callable[[], Page]) -> None:
    """The address alone carries the view: page, scope, language."""
    mine = visit(new_page(), server, "tahapan", **NATION_2022)
    choose(mine, "edition", "2019")
    press(mine, "lang.switch")
    theirs = new_page()
    theirs.goto(str(mine.evaluate("location.href")))
    settled(theirs)
    assert (heading(theirs), finding(theirs)) == (heading(mine), finding(mine))
    assert heading(theirs) == title("tahapan", "en")
    assert "1,329" in finding(theirs)
    assert chosen(theirs, "edition") == "2019"


def test_links_of_the_navigation_carry_the_scope(server: Server, page: Page) -> None:
    """Each link leads to its page with the same scope, also when opened in a new tab."""
    visit(page, server, "ringkasan", **NATION_2022)
    links = page.locator(".st-key-pi-nav").get_by_role("link").all()
    targets = [str(link.get_attribute("href")).split("?") for link in links]
    assert sorted(path.strip("/") for path, _ in targets) == sorted(ADDRESSES)
    for _, asked in targets:
        assert dict(pair.split("=") for pair in asked.split("&")) == NATION_2022
    follow(page, "tahapan")
    assert query(page) == NATION_2022
    assert "1.917" in finding(page)


def test_the_sample_is_one_click_away_and_one_click_back(server: Server, page: Page) -> None:
    """The button opens the sample government with its banner; the button beside it leads home, without one."""
    visit(page, server, "usulan")
    expect(page.locator(".pi-sample")).to_have_count(0)
    press(page, "sample.open")
    assert query(page)["government"] == "kab-contoh"
    assert place(page) == "usulan"
    expect(page.locator(".pi-sample")).to_contain_text("Kabupaten Contoh")
    press(page, "sample.back", government="Kabupaten Bangka")
    assert query(page)["government"] == HOME["government"]
    expect(page.locator(".pi-sample")).to_have_count(0)
