"""Surat: the file, its preview, the page and the board say the same for the same choice."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from babel.dates import get_month_names
from docx import Document

import metrics
import reports
import texts
from reports import duty
from tests.pages.conftest import Visit
from tests.pages.facts import rows
from tests.pages.screen import Screen, Table, open_page
from ui.letters import days

PAGE = "pages/kepatuhan/surat.py"
BANGKA = {"government": "kab-bangka", "edition": "kipp-2018", "year": "2018"}
BOGOR = {"government": "kota-bogor", "year": "2017"}
SAMPLE = {"government": "kab-contoh", "year": "2025"}
STATES = ("met", "draft_only", "none", "no_data", "exempt")


def t(key: str, **params: Any) -> str:
    """A text of the page."""
    return texts.t(f"page.surat.{key}", **params)


def attachment(screen: Screen) -> Table:
    """The preview of the attachment."""
    return next(table for table in screen.tables if texts.t("letter.template.realised") in table.headings)


def printed(data: bytes) -> Iterator[tuple[str, ...]]:
    """The lines of the attachments of a file, number first."""
    for table in Document(io.BytesIO(data)).tables:
        for row in table.rows if len(table.columns) == 7 else ():
            cells = tuple(cell.text.strip() for cell in row.cells)
            if cells[0].isdigit():
                yield cells


def asked(query: dict[str, str], **more: Any) -> reports.LetterRequest:
    """The request behind a page's address."""
    return reports.LetterRequest(query["government"], int(query["year"]), **more)


@pytest.mark.parametrize("query", [BANGKA, BOGOR, SAMPLE], ids=["bangka", "bogor", "sample"])
def test_the_page_shows_what_the_file_prints(query: dict[str, str], visit: Visit, warehouse: metrics.Warehouse) -> None:
    """By default the letter goes to those not met, and preview and file hold the same rows, the board's."""
    board = [
        r for r in rows(warehouse, "compliance", government=query["government"]) if str(r["year"]) == query["year"]
    ]
    not_met = {r["agency_id"] for r in board if r["state"] in reports.NOT_MET}
    shown = attachment(visit(PAGE, query)).rows
    lines = list(printed(reports.letter(warehouse, asked(query))))
    assert list(shown) == lines
    assert len(lines) == len(not_met) > 0
    names = {r["agency_id"]: r["name"] for r in duty.rows(warehouse, query["government"], int(query["year"]))}
    assert sorted(line[1] for line in lines) == sorted(names[agency] for agency in not_met)


@pytest.mark.parametrize("states", [(state,) for state in STATES] + [STATES])
def test_a_choice_of_states_is_the_board_s(states: tuple[str, ...], visit: Visit, warehouse: metrics.Warehouse) -> None:
    """For each state, and all of them: as many rows as the board has, realised and status as the metric says."""
    found = duty.rows(warehouse, "kab-contoh", 2025, states)
    screen = visit(PAGE, {**SAMPLE, "state": ",".join(states)})
    if not found:
        assert t("nobody", year=2025) in screen.text
        return
    shown = attachment(screen).rows
    board = {r["agency_id"]: r for r in rows(warehouse, "compliance", government="kab-contoh") if r["year"] == 2025}
    assert len(shown) == sum(r["state"] in states for r in board.values())
    for line, row in zip(shown, found, strict=True):
        metric = board[row["agency_id"]]
        assert line[1] == row["name"]
        assert line[2] == texts.number(metric["denominator"])
        assert line[3].removeprefix("≥ ") == texts.number(metric["numerator"])
        assert line[5] == (texts.MISSING if metric["last_met_year"] is None else str(metric["last_met_year"]))


def test_the_choice_of_agencies_is_what_the_letter_names(published: object) -> None:
    """One agency unticked is gone from preview and count; all cleared, there is no letter and no download."""
    screen = open_page(PAGE, BOGOR)
    before = attachment(screen).rows
    boxes = [box for box in screen.app.checkbox if str(box.key).startswith("pi-letter-to-")]
    assert len(boxes) == len(before)
    assert all(box.value for box in boxes)
    after = Screen(boxes[0].uncheck().run())
    assert [row[1] for row in attachment(after).rows] == [row[1] for row in before[1:]]
    n, every = texts.number(len(before) - 1), texts.number(len(before))
    assert t("picked_confirm", n=n, all=every, confirm=n) in after.text
    cleared = Screen(after.app.button(key="pi-letter-tick-none").click().run())
    assert not [table for table in cleared.tables if len(table.headings) == 7]
    assert cleared.app.exception == []


def test_days_are_read_as_people_write_them_and_said_with_their_weekday(published: object) -> None:
    """The fields echo the day with its weekday, and the letter on the page carries it."""
    screen = open_page(PAGE, BANGKA)
    screen.app.text_input(key="pi-letter-deadline").set_value("31/1/2018")
    screen.app.text_input(key="pi-letter-assistance").set_value("23 Januari 2018")
    filled = Screen(screen.app.text_input(key="pi-letter-contact").set_value("Bagian Organisasi").run())
    paper = next(each for each in filled.root.iter("div") if each.get("class") == "pi-paper")
    said = " ".join("".join(paper.itertext()).split())
    assert all(words in said for words in ("Rabu, 31 Januari 2018", "Selasa, 23 Januari 2018", "Bagian Organisasi"))
    wrong = Screen(filled.app.text_input(key="pi-letter-deadline").set_value("akhir bulan").run())
    assert t("no_day", said="akhir bulan") in wrong.text
    assert wrong.app.exception == []


def test_uncertain_agencies_are_asked_not_reproached(visit: Visit) -> None:
    """Where the year is not complete, page and letter say that agencies are asked to confirm."""
    screen = visit(PAGE, BANGKA)
    assert screen.finding == t("found_confirm", year=2018, n="35")
    assert texts.t("letter.subject.confirm", year=2018) in screen.text
    assert texts.t("letter.subject.remind", year=2018) not in screen.text


def test_one_letter_each_makes_as_many_letters_as_agencies(published: object, warehouse: metrics.Warehouse) -> None:
    """The form "one each" previews the first letter; the archive holds a file per agency with its own row."""
    screen = open_page(PAGE, BOGOR)
    each = Screen(screen.app.radio(key="pi-letter-form").set_value("each").run())
    first = attachment(each).rows
    assert len(first) == 1
    archive = zipfile.ZipFile(io.BytesIO(reports.letters_zip(warehouse, asked(BOGOR, form="each"))))
    lines = [line for name in archive.namelist() for line in printed(archive.read(name))]
    found = duty.rows(warehouse, "kota-bogor", 2017, reports.NOT_MET)
    assert [line[1] for line in lines] == [row["name"] for row in found]
    assert lines[0] == first[0]


def test_the_message_names_whom_the_letter_names(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The text to copy holds each agency of the attachment once."""
    screen = visit(PAGE, BOGOR)
    box = next(each for each in screen.root.iter("div") if each.get("class") == "pi-chat")
    message = str(box[0].text)
    for row in duty.rows(warehouse, "kota-bogor", 2017, reports.NOT_MET):
        assert message.count(f"{row['name']} (") == 1


def test_minutes_are_offered_where_a_meeting_is_on_record(visit: Visit) -> None:
    """Bangka's meeting of 2018 with its weekday; Kota Bogor has none, and the page says so."""
    offered = [str(option) for box in visit(PAGE, BANGKA).app.selectbox if box.key == "pi-letter-meeting"
               for option in box.options]  # fmt: skip
    assert any("Selasa, 23 Januari 2018" in option for option in offered)
    assert t("minutes_none_why", place="Kota Bogor") in visit(PAGE, BOGOR).text


def test_a_government_that_is_no_region_has_no_letter(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The whole country and a government without a register say why there is no letter."""
    assert visit(PAGE, {"government": "all"}).finding == t("no_government")
    assert visit(PAGE, {"government": "kab-belitung"}).finding == t("no_letter", place="Kabupaten Belitung")


@pytest.mark.parametrize("day", [date(2026, 1, 1) + timedelta(days=17 * n) for n in range(22)], ids=str)
def test_a_day_is_read_back_from_every_way_it_is_written(day: date) -> None:
    """All weekdays and months, in words of both languages, in numbers and as the letter prints them."""
    ways = [f"{day.day}/{day.month}/{day.year}", f"{day.day:02d}-{day.month:02d}-{day.year}", day.isoformat()]
    ways += [texts.day(day, "id"), texts.day(day, "id", weekday=True), texts.day(day, "id").upper()]
    ways += [f"{day.day} {get_month_names('wide', locale='en')[day.month]} {day.year}"]
    assert [days.read(way) for way in ways] == [day] * len(ways)


@pytest.mark.parametrize(
    "said", ["31/2/2026", "akhir bulan", "Januari 2026", "2026", "12", "1/13/2026", "5 Foo 2026", ""]
)
def test_what_is_not_surely_a_day_is_not_read(said: str) -> None:
    """Months and years alone, impossible days and other words are no day."""
    assert days.read(said) is None
