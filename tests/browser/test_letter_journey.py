"""The Sekda's staff write a reminder: from the board to the file, and back to one agency's record."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

import texts
from reports import templating
from tests.browser.harness import Server, settled
from tests.browser.journey import finding, place, query, visit

BOGOR = {"government": "kota-bogor", "year": "2017"}
BANGKA = {"government": "kab-bangka", "edition": "kipp-2018"}


def t(key: str, **params: Any) -> str:
    """A text of the page."""
    return texts.t(f"page.surat.{key}", **params)


def shown(page: Page) -> list[list[str]]:
    """The cells of the attachment on the page, a line per agency."""
    lines = page.locator(".st-key-pi-figure-lampiran table tbody tr").all()
    return [[cell.strip() for cell in line.locator("th,td").all_inner_texts()] for line in lines]


def printed(data: bytes) -> list[list[str]]:
    """The cells of the attachment in a file."""
    table = next(each for each in Document(io.BytesIO(data)).tables if len(each.columns) == 7)
    lines = [[cell.text.strip() for cell in row.cells] for row in table.rows]
    return [line for line in lines if line[0].isdigit()]


def saved(page: Page, label: str) -> tuple[str, bytes]:
    """What a button hands over: the file's name and its content."""
    with page.expect_download() as awaited:
        page.get_by_role("button", name=label, exact=True).click()
    return awaited.value.suggested_filename, Path(awaited.value.path()).read_bytes()


def fill(page: Page, key: str, words: str) -> None:
    """Write into a field of the letter and leave it."""
    page.get_by_label(t(f"field_{key}"), exact=True).fill(words)
    page.keyboard.press("Tab")
    settled(page)


def offer(page: Page, data: bytes) -> None:
    """Give a file as the office's own template."""
    page.locator("input[type=file]").set_input_files({"name": "templat.docx", "mimeType": "", "buffer": data})


def test_what_is_on_the_page_is_in_the_file(server: Server, page: Page) -> None:
    """Untick an agency, give the days, download: the file's attachment is the page's, the days have their weekdays."""
    visit(page, server, "surat", **BOGOR)
    every = shown(page)
    assert len(every) == 19
    page.get_by_text(t("pick"), exact=True).click()
    page.locator(".st-key-pi-letter-agencies label").first.click()
    settled(page)
    assert [line[1] for line in shown(page)] == [line[1] for line in every[1:]]
    fill(page, "deadline", "31 Januari 2018")
    fill(page, "contact", "Bagian Organisasi")
    expect(page.get_by_text("Rabu, 31 Januari 2018", exact=True)).to_be_visible()
    name, data = saved(page, t("docx_one"))
    assert name == "surat-kota-bogor-2017.docx"
    assert printed(data) == shown(page)
    words = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
    assert "Rabu, 31 Januari 2018" in words
    assert "Bagian Organisasi" in words


def test_a_template_without_a_field_is_refused_by_its_name(server: Server, page: Page) -> None:
    """A template that lost a required field is refused, the field named; the one as shipped is taken."""
    shipped = templating.shipped("letter", "id")
    document = Document(io.BytesIO(shipped))
    lost = next(p for p in document.paragraphs if "kewajiban" in p.text)
    lost._p.getparent().remove(lost._p)
    broken = io.BytesIO()
    document.save(broken)
    visit(page, server, "surat", **BOGOR)
    page.get_by_text(t("template"), exact=True).click()
    offer(page, broken.getvalue())
    refusal = texts.t("letter.refused.field_missing", field="kewajiban")
    expect(page.get_by_role("alert").filter(has_text=refusal)).to_be_visible()
    expect(page.get_by_role("button", name=t("docx_one"), exact=True)).to_have_count(0)
    offer(page, shipped)
    expect(page.get_by_role("button", name=t("docx_one"), exact=True)).to_be_visible()


def test_states_and_year_stand_in_the_address(server: Server, page: Page) -> None:
    """What is chosen is in the address; the link to the board carries it on."""
    visit(page, server, "surat", **BOGOR)
    page.locator(".st-key-pi-letter-states button", has_text=texts.t("board.state.met")).click()
    settled(page)
    chosen = set(query(page)["state"].split(","))
    assert chosen == {"met", "draft_only", "none", "no_data"}
    page.get_by_role("link", name=t("to_board")).click()
    page.wait_for_url("**/kepatuhan?**")
    settled(page)
    assert (query(page)["year"], set(query(page)["state"].split(","))) == ("2017", chosen)


def test_the_message_is_copied(server: Server, page: Page) -> None:
    """The button copies the whole message and says so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, server, "surat", **BOGOR)
    page.get_by_role("button", name=t("copy"), exact=True).click()
    expect(page.get_by_role("button", name=t("copied"), exact=True)).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".pi-chat pre").text_content()
    assert texts.t("letter.subject.confirm", year=2017) in copied


def test_minutes_of_a_meeting_can_be_taken_away(server: Server, page: Page) -> None:
    """Bangka's meeting of 23 January 2018 as minutes, the day in words."""
    visit(page, server, "surat", **BANGKA)
    name, data = saved(page, t("minutes_docx"))
    words = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
    assert name == "berita-acara-bangka-2018-01-23-rakor.docx"
    assert "Selasa tanggal dua puluh tiga bulan Januari tahun dua ribu delapan belas" in words


@pytest.mark.parametrize("width", [390, 1024])
def test_the_pages_fit_their_screens(server: Server, page: Page, width: int) -> None:
    """Nothing but a table scrolls sideways, on a phone and on a projector."""
    page.set_viewport_size({"width": width, "height": 768})
    for address, more in (("surat", BOGOR), ("profil", {**BANGKA, "agency": "kab-bangka-dinkes"})):
        visit(page, server, address, **more)
        main = page.get_by_test_id("stMain")
        assert main.evaluate("node => node.scrollWidth <= node.clientWidth + 1"), address


def test_an_agency_leads_to_its_successor_and_to_its_right_of_reply(server: Server, page: Page) -> None:
    """Choose an agency that ended, follow what it became, open the form with agency and year filled in."""
    visit(page, server, "profil", **BANGKA)
    page.get_by_role("link", name="Dinas Pendidikan", exact=True).click()
    page.wait_for_url("**/profil?**agency=kab-bangka-disdik-pra-2017**")
    settled(page)
    assert finding(page).startswith("Dinas Pendidikan")
    page.locator("dl.pi-points").get_by_role("link", name="Dinas Pendidikan dan Kebudayaan").first.click()
    page.wait_for_url(re.compile("agency=kab-bangka-dindikbud-2017"))
    settled(page)
    page.get_by_role("link", name=texts.t("page.profil.answer", year=2018)).click()
    page.wait_for_url("**/impor?**")
    settled(page)
    assert place(page) == "impor"
    assert query(page)["about"] == "kab-bangka-dindikbud-2017:2018"
