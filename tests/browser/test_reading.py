"""Reading the pages: language, projector, download, what opens by keyboard, and tables for a screen reader."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import metrics
import texts
from tests.browser.harness import Server
from tests.browser.journey import NATION_2022, finding, follow, heading, press, query, title, visit
from tests.golden import Row
from tests.support.building import scope_rows


@pytest.fixture
def submissions(warehouse_folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Row]:
    """The metric's rows for Kabupaten Bangka as a whole in the national contest."""
    monkeypatch.setenv("PAPAN_WAREHOUSE", str(warehouse_folder))
    warehouse = metrics.open_warehouse()
    rows = scope_rows("submissions", metrics.Scope(government="kab-bangka", competition="kipp"), warehouse)
    warehouse.close()
    return [row for row in rows if row["agency_id"] is None]


def written(number: float | None) -> str:
    """A count as a file has it: blank where unknown."""
    return "" if number is None else str(int(number))


def rows_of(page: Page, label: str) -> tuple[str, list[dict[str, str]]]:
    """The first CSV of the page: its file name and its rows."""
    with page.expect_download() as awaited:
        page.get_by_role("button", name=label).first.click()
    text = Path(awaited.value.path()).read_bytes().decode("utf-8-sig")
    return awaited.value.suggested_filename, list(csv.DictReader(text.splitlines()))


def test_english_changes_words_numbers_and_the_language_of_the_document(server: Server, page: Page) -> None:
    """The switch changes texts, number format and `lang`, and stays on the next page; the other switch leads back."""
    visit(page, server, "tahapan", **NATION_2022)
    assert "1.917" in finding(page)
    press(page, "lang.switch")
    assert heading(page) == title("tahapan", "en")
    assert "1,917" in finding(page)
    assert "1.917" not in page.locator("body").inner_text()
    assert page.evaluate("document.documentElement.lang") == "en"
    follow(page, "ringkasan", "en")
    assert heading(page) == title("ringkasan", "en")
    assert query(page) == {**NATION_2022, "lang": "en"}
    press(page, "lang.switch", "en")
    assert heading(page) == title("ringkasan")
    assert query(page) == NATION_2022
    assert page.evaluate("document.documentElement.lang") == "id"


def test_the_presentation_is_larger_and_has_no_fields(server: Server, page: Page) -> None:
    """For the projector the scope is one line, the tiles grow, and the way back is one press."""
    visit(page, server)
    value = page.locator(".pi-tile .value").first
    before = value.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    press(page, "mode.present")
    assert query(page)["mode"] == "presentation"
    expect(page.locator(".pi-context")).to_contain_text("Kabupaten Bangka")
    expect(page.locator(".st-key-pi-scope")).to_have_count(0)
    assert value.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") > before
    press(page, "mode.normal")
    assert "mode" not in query(page)
    expect(page.locator(".st-key-pi-scope")).to_be_visible()


def test_the_csv_holds_the_metric_s_rows(server: Server, page: Page, submissions: list[Row]) -> None:
    """The file below the years has the numbers of the metric with their basis and sources, none of them as words."""
    visit(page, server, "usulan")
    name, rows = rows_of(page, texts.t("download.csv"))
    found = [(row["year"], row["numerator"].removesuffix(".0"), row["basis"], row["sources"]) for row in rows]
    expected = [(str(row["year"]), written(row["numerator"]), row["basis"], "|".join(row["sources"]))
                for row in submissions]  # fmt: skip
    assert name.endswith("-kab-bangka-kipp-2018.csv")
    assert sorted(found) == sorted(expected)
    assert [row[1] for row in found if row[0] == "2017"] == ["9"]
    assert [row[1] for row in found if row[0] == "2018"] == [""]


def test_the_csv_of_the_sample_says_so_in_every_row(server: Server, page: Page) -> None:
    """A file made from sample data marks each of its rows, one from real data has no such column."""
    column = texts.t("sample.column")
    visit(page, server, "usulan", government="kab-contoh")
    _, rows = rows_of(page, texts.t("download.csv"))
    assert rows
    assert {row[column] for row in rows} == {"True"}
    visit(page, server, "usulan")
    _, real = rows_of(page, texts.t("download.csv"))
    assert column not in real[0]


def test_a_basis_opens_by_keyboard(server: Server, page: Page) -> None:
    """The basis of a tile is reached with Tab and opened with Enter, and names its source."""
    visit(page, server)
    tile = page.locator(".pi-tile").first
    source = tile.get_by_text("Kompasiana")
    expect(source).to_be_hidden()
    page.locator(".st-key-pi-set-government button").first.focus()
    page.keyboard.press("Tab")
    expect(tile.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(source).to_be_visible()
    expect(tile.get_by_text(texts.t("basis.mark_unknown"))).to_be_visible()
    page.keyboard.press("Enter")
    expect(source).to_be_hidden()


def test_the_board_is_a_real_table(server: Server, page: Page) -> None:
    """The board reaches the browser with its caption, headings and row headings, and scrolls by keyboard."""
    visit(page, server, "kepatuhan")
    board = page.locator("table.pi-board")
    expect(board).to_have_count(1)
    assert board.locator("caption").count() == 1
    assert set(board.locator("thead th").evaluate_all("cells => cells.map(cell => cell.scope)")) == {"col"}
    assert set(board.locator("tbody th").evaluate_all("cells => cells.map(cell => cell.scope)")) == {"row"}
    assert board.locator("tbody tr").count() == board.locator("tbody th").count() >= 35
    words = texts.t("board.state.no_data")
    assert board.locator("tbody tr", has=page.locator("td.focus", has_text=words)).count() == 32
    assert page.locator(".pi-scroll", has=board).get_attribute("tabindex") == "0"
