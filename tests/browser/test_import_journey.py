"""A clerk loads last year's recap in the browser: read, settle a name, confirm, see the board move, undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import texts
from tests.browser.harness import Server, serve, settled
from tests.browser.journey import finding, follow, press, query, visit
from tests.support import office

COUNTS = "22 baris dibaca = 6 dimuat (menjadi 8 data) + 1 ditahan + 15 dilewati"
CLERK = "Siti Aminah"


@pytest.fixture(scope="module")
def own_server(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard on a data root of its own, which the tests may write to; each leaves the figures as they were."""
    data, log = office.furnish(tmp_path_factory.mktemp("office")), tmp_path_factory.mktemp("server") / "streamlit.log"
    with serve(repository / "dashboard.py", log, PAPAN_DATA=str(data)) as running:
        yield running


def t(key: str, **params: str) -> str:
    """A text of the page."""
    return texts.t(f"page.impor.{key}", **params)


def drop(page: Page, name: str, data: bytes) -> Page:
    """Drop a file on the page and wait until it is read."""
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": data})
    expect(page.get_by_text(name, exact=True)).to_be_visible()
    return settled(page)


def choose(page: Page, label: str, words: str) -> Page:
    """Choose an entry of a field of the page by keyboard: open, type, enter."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.press_sequentially(words)
    page.get_by_role("option").first.click()
    return settled(page)


def state_of(page: Page, agency: str) -> Locator:
    """The cell of the board that says an agency's state in the year in view."""
    row = page.locator("table.pi-board tbody tr", has=page.get_by_role("rowheader", name=agency))
    return row.locator("td.focus")


def test_a_recap_moves_the_board_and_moves_it_back(own_server: Server, page: Page) -> None:
    """Upload, read the dry run, settle one name, confirm, see the board change; undo, see it change back."""
    met, no_data = texts.t("board.state.met"), texts.t("board.state.no_data")
    visit(page, own_server, "kepatuhan", **office.SCOPE)
    expect(state_of(page, office.AGENCY)).to_contain_text(no_data)

    follow(page, "impor")
    drop(page, "rekap-2025.xlsx", office.recap())
    choose(page, t("which_edition"), office.EDITION)
    assert finding(page) == COUNTS
    expect(page.get_by_role("rowheader", name="Rekap!C9")).to_be_visible()
    choose(page, f"“{office.MISSPELT}”", office.AGENCY)
    effect = page.locator("tr", has_text=t("of_unattributed", year="2025")).locator("td")
    expect(effect).to_have_text(["0", "1"])

    press(page, "page.impor.confirm", n="6")
    expect(page.get_by_text(t("by_missing"))).to_be_visible()
    page.get_by_label(t("by"), exact=True).fill(CLERK)
    press(page, "page.impor.confirm", n="6")
    expect(page.get_by_text(t("loaded", batch="batch-0001", by=CLERK))).to_be_visible()

    follow(page, "kepatuhan")
    expect(state_of(page, office.AGENCY)).to_contain_text(met)

    follow(page, "impor")
    page.get_by_role("radio", name=t("part_riwayat")).click()
    settled(page)
    assert query(page)["part"] == "riwayat"
    with page.expect_download() as kept:
        page.get_by_role("button", name=t("kept_blanked")).click()
    assert kept.value.suggested_filename == "rekap-2025.xlsx"
    page.get_by_role("button", name=t("undo"), exact=True).click()
    page.get_by_label(t("undo_why"), exact=True).fill("berkas keliru")
    press(page, "page.impor.undo_confirm", batch="batch-0001")
    expect(page.get_by_text(t("undone", batch="batch-0001"))).to_be_visible()
    expect(page.get_by_text("berkas keliru")).to_be_visible()

    follow(page, "kepatuhan")
    expect(state_of(page, office.AGENCY)).to_contain_text(no_data)


def test_a_half_read_file_outlives_a_look_at_another_page(own_server: Server, page: Page) -> None:
    """What was said of a file stays while its reader looks elsewhere, changes language, or opens another part."""
    visit(page, own_server, "impor", **office.SCOPE)
    drop(page, "rekap-2025.xlsx", office.recap())
    choose(page, t("which_edition"), office.EDITION)
    follow(page, "kepatuhan")
    follow(page, "impor")
    assert finding(page) == COUNTS
    press(page, "lang.switch")
    assert "22 rows read" in finding(page)
    expect(page.get_by_role("combobox", name=texts.t("page.impor.which_edition", "en"))).to_have_value(office.EDITION)


def test_the_file_field_speaks_the_reader_s_language(own_server: Server, page: Page) -> None:
    """Streamlit's English words inside the field are replaced, for the eye and for the button's name."""
    visit(page, own_server, "impor", **office.SCOPE)
    field = page.get_by_test_id("stFileUploaderDropzone")
    assert "Upload" not in field.inner_text()
    assert "per file" not in field.inner_text()
    expect(field.get_by_role("button", name=t("browse"))).to_be_visible()


def test_a_file_that_is_too_large_is_said_to_be(own_server: Server, page: Page, tmp_path: Path) -> None:
    """The browser keeps a file above the limit back; the page says so in its own words."""
    too_large = t("too_large", n="25")
    visit(page, own_server, "impor", **office.SCOPE)
    expect(page.get_by_text(too_large)).to_be_hidden()
    file = tmp_path / "besar.xlsx"
    file.write_bytes(bytes(26 * 1024 * 1024))
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text(too_large)).to_be_visible()
