"""The harness itself, on a tiny app: it waits, watches and leaves no process behind."""

from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import Server, Watch, serve, settled

OUTSIDE = "http://outside.invalid/"  # a name that by standard never resolves
APP = """
import time
import streamlit as st
slow = st.button("Hitung")
if st.button("Rusak"):
    raise ValueError("broken on purpose")
time.sleep(0.6)
st.markdown("Selesai" if slow else "Siap")
"""


@pytest.fixture
def tiny_server(tmp_path: Path) -> Iterator[Server]:
    app = tmp_path / "app.py"
    app.write_text(APP)
    with serve(app, tmp_path / "streamlit.log") as running:
        yield running


def test_settled_waits_for_the_run_that_a_click_causes(tiny_server: Server, page: Page) -> None:
    page.goto(tiny_server.url)
    assert settled(page).get_by_text("Siap").is_visible()
    page.get_by_role("button", name="Hitung").click()
    assert settled(page).get_by_text("Selesai").is_visible()


def test_settled_refuses_an_error_box(tiny_server: Server, page: Page) -> None:
    page.goto(tiny_server.url)
    settled(page).get_by_role("button", name="Rusak").click()
    with pytest.raises(AssertionError, match="broken on purpose"):
        settled(page)


def test_faults_of_a_page_are_noticed(tiny_server: Server, page: Page, watch: Watch) -> None:
    page.goto(tiny_server.url)
    settled(page)
    assert watch.faults == []
    page.evaluate("() => setTimeout(() => { throw new Error('broken on purpose') })")
    page.evaluate(f"() => fetch('{OUTSIDE}').catch(() => null)")
    expect(page.get_by_text("Siap")).to_be_visible()
    assert any("broken on purpose" in fault for fault in watch.faults)
    assert any(OUTSIDE in fault for fault in watch.faults)
    watch.faults.clear()


def test_the_server_ends_with_its_block(tmp_path: Path) -> None:
    app = tmp_path / "app.py"
    app.write_text(APP)
    with serve(app, tmp_path / "streamlit.log") as running:
        assert urlopen(f"{running.url}/_stcore/health").status == 200
    with pytest.raises(URLError):
        urlopen(f"{running.url}/_stcore/health", timeout=2)


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="did not start"), serve(tmp_path / "absent.py", tmp_path / "streamlit.log"):
        pass
