"""Fixtures of the browser tests: `server`, `fresh_server`, `browser`, `new_page`, `page`."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.harness import BROWSER_FLAGS, NO_BROWSER, Server, Watch, find_chromium, serve


@pytest.fixture(scope="session")
def server(repository: Path, warehouse_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the repository's data, one for all tests that do not need it untouched."""
    log = tmp_path_factory.mktemp("server") / "streamlit.log"
    with serve(repository / "dashboard.py", log, PAPAN_WAREHOUSE=str(warehouse_folder)) as running:
        yield running


@pytest.fixture
def fresh_server(repository: Path, warehouse_folder: Path, tmp_path: Path) -> Iterator[Server]:
    """A dashboard that nobody has opened yet, for one test."""
    log = tmp_path / "streamlit.log"
    with serve(repository / "dashboard.py", log, PAPAN_WAREHOUSE=str(warehouse_folder)) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of the session; without Chromium the test fails and says what to install."""
    path = find_chromium()
    if path is None:
        pytest.fail(NO_BROWSER, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(BROWSER_FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def watch() -> Watch:
    """The faults seen so far; a test that provokes one on purpose clears the list."""
    return Watch()


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[Callable[[], Page]]:
    """Opens a page for a visitor of its own (no shared cookies); afterwards any fault in any of them fails the test."""
    contexts: list[BrowserContext] = []

    def visit() -> Page:
        context = browser.new_context(
            viewport={"width": 1366, "height": 768}, locale="id-ID", timezone_id="Asia/Jakarta", accept_downloads=True
        )
        contexts.append(context)
        watch.follow(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def page(new_page: Callable[[], Page]) -> Page:
    """One empty page of one visitor, 1366 × 768."""
    return new_page()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put the log of the servers that a failed test used into its report."""
    report = yield
    if report.failed:
        for name, value in getattr(item, "funcargs", {}).items():
            if isinstance(value, Server):
                report.sections.append((f"log of {name}", value.log.read_text(errors="replace")[-8000:]))
    return report
