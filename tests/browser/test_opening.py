"""The first visit, a link into the middle of the dashboard, and a dashboard without data."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import texts
from tests.browser.harness import Server, serve, settled
from tests.browser.journey import (
    ADDRESSES,
    HOME,
    NATION_2022,
    chosen,
    finding,
    heading,
    place,
    query,
    title,
    visit,
)


def test_the_first_visit_opens_bangka_2018(server: Server, page: Page) -> None:
    """The bare address shows the home government's edition with its target, and puts that scope into the address."""
    visit(page, server)
    assert heading(page) == title("ringkasan")
    assert (place(page), query(page)) == ("", HOME)
    assert chosen(page, "government") == "Kabupaten Bangka"
    assert chosen(page, "edition") == "2018"
    assert all(words in finding(page) for words in ("15", "+6 (+66,7 %)", "9", "2017"))
    assert page.evaluate("document.documentElement.lang") == "id"
    assert page.locator(".js-plotly-plot").count() >= 1


def test_a_link_into_a_fresh_server_opens_its_page_in_the_frame(fresh_server: Server, page: Page) -> None:
    """The first request of a server's life may be a link to a page: frame, page and scope are there."""
    visit(page, fresh_server, "tahapan", **NATION_2022)
    assert heading(page) == title("tahapan")
    assert (place(page), query(page)) == ("tahapan", NATION_2022)
    assert page.locator(".st-key-pi-nav").get_by_role("link").count() == len(ADDRESSES)
    assert chosen(page, "government") == texts.t("scope.all_governments")
    assert chosen(page, "edition") == "2022"
    assert all(words in finding(page) for words in ("1.024", "3.478", "1.917", "2.454", "78,1 %"))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_has_an_address_of_its_own(address: str, server: Server, page: Page) -> None:
    """Each page opens directly, with its title, the frame and the home scope."""
    visit(page, server, address)
    assert heading(page) == title(address)
    assert page.title() == f"{texts.t(f'page.{address}.title')} · {texts.t('app.name')}"
    assert (place(page), query(page)) == (address, HOME)
    expect(page.locator(".st-key-pi-nav")).to_be_visible()
    expect(page.locator(".st-key-pi-scope")).to_be_visible()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_scrolls_sideways_on_a_phone(address: str, server: Server, page: Page) -> None:
    """At 390 px a page is as wide as the screen; what is wider scrolls inside its own frame."""
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, server, address)
    for box in ("document.scrollingElement", "document.querySelector('[data-testid=stMain]')"):
        assert page.evaluate(f"{box}.scrollWidth") <= page.evaluate("innerWidth"), box


def test_a_missing_or_damaged_warehouse_is_said_clearly(
    page: Page, repository: Path, warehouse_folder: Path, tmp_path: Path
) -> None:
    """Without data, or with a file that is none, the page says what to run; once data are published it opens."""
    folder = tmp_path / "warehouse"
    folder.mkdir()
    with serve(repository / "dashboard.py", tmp_path / "streamlit.log", PAPAN_WAREHOUSE=str(folder)) as server:
        visit(page, server, "usulan", lang="en")
        assert heading(page) == texts.t("app.missing_warehouse", "en")
        assert "python -m etl build" in page.locator("pre").all_inner_texts()
        (folder / "warehouse-broken.duckdb").write_text("this is no database")
        (folder / "current.json").write_text('{"file": "warehouse-broken.duckdb", "version": "broken"}')
        page.reload()
        assert heading(settled(page)) == texts.t("app.missing_warehouse", "en")
        assert page.get_by_text("Traceback").count() == 0
        shutil.copytree(warehouse_folder, folder, dirs_exist_ok=True)
        page.reload()
        assert heading(settled(page)) == title("usulan", "en")
