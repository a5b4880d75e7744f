"""What a visitor does and sees on the dashboard, in the words of the tests."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

import texts
from tests.browser.harness import Server, settled

ROOT = Path(__file__).resolve().parents[2]
ADDRESSES = tuple(sorted(file.stem for file in (ROOT / "pages").glob("*/*.py")))
HOME = {"government": "kab-bangka", "competition": "kipp", "edition": "kipp-2018"}
NATION_2022 = {"government": "all", "competition": "kipp", "edition": "kipp-2022"}


def visit(page: Page, server: Server, address: str = "", **query: str) -> Page:
    """Open an address of the dashboard and wait until it is drawn."""
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    page.goto(f"{server.url}/{address}" + (f"?{asked}" if asked else ""))
    return settled(page)


def query(page: Page) -> dict[str, str]:
    """The scope in the address."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def place(page: Page) -> str:
    """The page in the address, blank for the bare one."""
    return urlsplit(page.url).path.strip("/")


def finding(page: Page) -> str:
    """The sentence that opens the page."""
    return page.locator(".pi-finding").inner_text()


def chosen(page: Page, key: str) -> str:
    """What a field of the scope bar shows."""
    return field(page, key).input_value()


def field(page: Page, key: str) -> Locator:
    """A field of the scope bar."""
    return page.locator(f".st-key-pi-{key} input")


def choose(page: Page, key: str, words: str) -> Page:
    """Choose an entry of a field of the scope bar by its words."""
    field(page, key).click()
    field(page, key).fill(words)
    page.get_by_role("option", name=words, exact=True).click()
    return settled(page)


def press(page: Page, key: str, lang: str = texts.DEFAULT, **params: str) -> Page:
    """Press the button with a text of the catalogue."""
    page.get_by_role("button", name=texts.t(key, lang, **params), exact=True).click()
    return settled(page)


def follow(page: Page, name: str, lang: str = texts.DEFAULT) -> Page:
    """Follow the link to a page in the navigation."""
    page.locator(".st-key-pi-nav").get_by_role("link", name=texts.t(f"page.{name}.title", lang), exact=True).click()
    page.wait_for_url(f"**/{name}?**")
    return settled(page)


def title(name: str, lang: str = texts.DEFAULT) -> str:
    """The h1 of a page."""
    return f"{texts.t(f'page.{name}.title', lang)}: {texts.t(f'page.{name}.question', lang)}"


def heading(page: Page) -> str:
    """The h1 that stands on the page."""
    return page.locator("h1").inner_text()
