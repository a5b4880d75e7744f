"""A planner in the browser: from the target of Bangka 2018 to a plan of one's own, saved and seen on Target."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import texts
from etl.build import build
from tests.browser.harness import Server, serve, settled
from tests.browser.journey import finding, press, query, visit

BANGKA = {"government": "kab-bangka", "competition": "kipp", "edition": "kipp-2018"}
AGENCY = "Dinas Kesehatan"


@pytest.fixture(scope="module")
def own_server(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard on a copy of the real history, which the test may write to."""
    data, log = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("server") / "streamlit.log"
    shutil.copytree(repository / "data" / "history", data / "history")
    build(data)
    with serve(repository / "dashboard.py", log, PAPAN_DATA=str(data)) as running:
        yield running


def t(key: str, **params: str) -> str:
    """A text of the planner."""
    return texts.t(f"planner.{key}", **params)


def switch(page: Page, key: str) -> Page:
    """Turn a switch of the page."""
    page.locator(f".st-key-{key} label").first.click()
    return settled(page)


def division(page: Page) -> dict[str, int]:
    """The division on the page, by agency."""
    lines = page.locator(".st-key-pi-figure-pembagian tbody tr").all()
    return {line.locator("th").inner_text(): int(line.locator("td").first.inner_text()) for line in lines}


def test_a_plan_is_turned_divided_and_saved(own_server: Server, page: Page) -> None:
    """Move the slider by keyboard, hold a number, save with its document: Target shows the new number."""
    visit(page, own_server, "proyeksi", **BANGKA)
    assert "2017: 9" in finding(page)
    page.get_by_role("slider", name=t("dial_entries")).press("ArrowRight")
    settled(page)
    expect(page.get_by_role("heading", name="Dari 16 usulan")).to_be_visible()
    assert query(page)["entries"] == "16"
    assert sum(division(page).values()) == 16
    switch(page, "pi-plan-edit")
    field = page.get_by_role("spinbutton", name=AGENCY)
    field.fill("7")
    field.press("Enter")
    settled(page)
    assert division(page)[AGENCY] == 7
    assert sum(division(page).values()) == 16
    switch(page, "pi-plan-save")
    for key, words in (("form.plan.field_set_by", "Bupati Bangka"), ("form.field.basis_title", "Keputusan Bupati"),
                       ("form.field.by", "Siti Aminah")):  # fmt: skip
        page.get_by_label(f"{texts.t(key)} *").fill(words)
        page.keyboard.press("Tab")
        settled(page)
    press(page, "form.confirm")
    expect(page.locator(".pi-done")).to_be_visible()
    page.locator(".st-key-pi-plan-saved").get_by_role("link", name=texts.t("page.ringkasan.to_targets")).click()
    page.wait_for_url("**/target?**")
    settled(page)
    assert "16" in finding(page)
    expect(page.get_by_text("Keputusan Bupati", exact=True).first).to_be_attached()
