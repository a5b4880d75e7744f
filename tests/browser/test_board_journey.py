"""The board read by keyboard and by a screen reader's names, and followed to the forms and the letter."""

from playwright.sync_api import Page, expect

import texts
from tests.browser.harness import Server, settled
from tests.browser.journey import query, visit

SAMPLE = {"government": "kab-contoh", "competition": "lomba-kab-contoh", "edition": "lomba-kab-contoh-2026",
          "year": "2025"}  # fmt: skip
BANGKA = {"government": "kab-bangka", "competition": "kipp", "edition": "kipp-2018"}


def t(key: str) -> str:
    """A text of the page."""
    return texts.t(f"page.kepatuhan.{key}")


def test_the_board_is_read_by_its_names(server: Server, page: Page) -> None:
    """A table with a name, a heading per year and per agency; each state is said in words."""
    visit(page, server, "kepatuhan", **BANGKA)
    table = page.get_by_role("table").filter(has=page.get_by_role("columnheader", name="2018", exact=True)).first
    expect(page.get_by_role("table", name="Papan 2018")).to_have_count(1)
    expect(table.get_by_role("columnheader", name=texts.t("board.state_of", year=2018))).to_have_count(1)
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Dinas Kesehatan", exact=True))
    expect(row.get_by_role("cell", name=texts.t("board.state.draft_only"))).to_have_count(
        2
    )  # written out, and its year
    expect(row.get_by_role("cell", name=texts.t("board.state.met"))).to_have_count(3)
    signs = table.locator(".sign")
    assert signs.count() == table.locator(".sign[aria-hidden=true]").count()


def test_the_board_is_worked_by_keyboard(server: Server, page: Page) -> None:
    """The scroll area takes the focus and scrolls, a name leads to its record, a state is chosen with the space bar."""
    visit(page, server, "kepatuhan", **SAMPLE)
    area = page.get_by_role("region", name="Papan 2025").first
    area.focus()
    page.keyboard.press("End")
    page.wait_for_function("() => document.querySelector('.pi-scroll:has(.pi-board)').scrollTop > 0")
    page.keyboard.press("Tab")
    assert "profil?" in str(page.evaluate("() => document.activeElement.getAttribute('href')"))
    chip = page.get_by_role("button", name=f"{texts.t('board.state.none')} (8)")
    chip.focus()
    page.keyboard.press("Space")
    settled(page)
    expect(page.locator("table.pi-board tbody tr")).to_have_count(8)
    assert query(page)["state"] == "none"


def test_an_answer_opens_beside_its_state_by_keyboard(server: Server, page: Page) -> None:
    visit(page, server, "kepatuhan", **SAMPLE)
    cell = page.locator("table.pi-board tbody tr", has_text="Sekretariat DPRD").locator("td.said")
    said = cell.get_by_text("Inovasi sedang disusun")
    expect(said).to_be_hidden()
    cell.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(said).to_be_visible()
    expect(cell).to_contain_text(texts.t("board.reference", reference="000/2025/contoh"))


def test_the_switch_of_history_lies_in_the_address(server: Server, page: Page) -> None:
    """Turned on by keyboard, in the link, and gone again with the back button."""
    visit(page, server, "kepatuhan", **BANGKA)
    switch = page.get_by_role("switch", name=t("lineage")).or_(page.get_by_role("checkbox", name=t("lineage")))
    switch.first.focus()
    page.keyboard.press("Space")
    settled(page)
    assert query(page)["lineage"] == "yes"
    expect(page.locator("table.pi-board .via").first).to_be_visible()
    page.go_back()
    settled(page)
    expect(page.locator("table.pi-board .via")).to_have_count(0)


def test_from_the_board_to_its_forms_and_its_letter(server: Server, page: Page) -> None:
    """The letter takes year and state along; the forms open with the agency and the year filled in."""
    visit(page, server, "kepatuhan", **SAMPLE, state="none,draft_only")
    letter = page.get_by_role("link", name=t("to_letter"))
    href = str(letter.get_attribute("href"))
    assert "year=2025" in href
    assert "state=draft_only%2Cnone" in href
    box = page.get_by_role("combobox", name=t("to_answer"))
    box.click()
    box.press_sequentially("Sekretariat DPRD")
    page.get_by_role("option").first.click()
    settled(page)
    page.get_by_role("link", name=t("to_reply")).click()
    page.wait_for_url("**/impor?**")
    settled(page)
    assert page.locator(".st-key-pi-form-reply input").nth(0).input_value() == "Sekretariat DPRD"
    expect(
        page.get_by_text(texts.t("form.reply.state", year="2025", state=texts.t("board.state.none")))
    ).to_be_visible()


def test_the_board_begins_above_the_fold(server: Server, page: Page) -> None:
    """At 1366 × 768 and 1024 × 768 the first agencies are in sight without scrolling."""
    for width, row in ((1366, 2), (1024, 1)):
        page.set_viewport_size({"width": width, "height": 768})
        visit(page, server, "kepatuhan", **BANGKA)
        box = page.locator("table.pi-board tbody tr").nth(row).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 768
