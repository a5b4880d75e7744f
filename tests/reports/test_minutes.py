"""Minutes: the day in words, the decisions on record, blank rows for what is not."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document

import metrics
import reports
from reports import MinutesRequest
from reports.minutes import DECISIONS, PARTICIPANTS, day_in_words
from tests.reports.reading import text_of


@pytest.fixture
def warehouse(published: Path) -> metrics.Warehouse:
    """The repository's own data."""
    return metrics.open_warehouse()


def grids(paper: bytes) -> list[list[list[str]]]:
    """The tables with lines: decisions, participants."""
    tables = Document(io.BytesIO(paper)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables if len(table.rows) > 1]


def test_the_meeting_of_bangka_is_dated_in_words(warehouse: metrics.Warehouse) -> None:
    text = text_of(reports.minutes(warehouse, MinutesRequest("kab-bangka", "bangka-2018-01-23-rakor")))
    assert (
        "Pada hari ini Selasa tanggal dua puluh tiga bulan Januari tahun dua ribu delapan belas, bertempat di …" in text
    )
    assert text.index("BERITA ACARA") < text.index("RAPAT KOORDINASI") < text.index("Pimpinan Rapat,")


def test_decisions_stand_with_owner_and_due_date(warehouse: metrics.Warehouse) -> None:
    paper = reports.minutes(warehouse, MinutesRequest("kab-contoh", "kab-contoh-evaluasi-2026"))
    decisions, participants = grids(paper)
    listed = metrics.listing("decisions", metrics.Scope(government="kab-contoh"), warehouse)
    own = listed[listed["meeting_id"] == "kab-contoh-evaluasi-2026"].sort_values("decision_id")
    assert [row[1] for row in decisions[1:]] == own["text"].tolist()
    assert [row[2] for row in decisions[1:]] == own["owner"].tolist()
    assert [row[3] for row in decisions[1:]] == ["30 November 2026", "4 Desember 2026"]
    assert [row[1:] for row in participants[1:]] == [["", "", ""]] * PARTICIPANTS
    assert "bertempat di Aula Bapperida Kabupaten Contoh" in text_of(paper)
    assert "Data contoh" in text_of(paper)


def test_a_clinic_without_date_or_decisions_leaves_room(warehouse: metrics.Warehouse) -> None:
    paper = reports.minutes(warehouse, MinutesRequest("kab-bangka", "bangka-2018-klinik"))
    assert [row[1:] for row in grids(paper)[0][1:]] == [["", "", ""]] * DECISIONS
    assert "KLINIK INOVASI" in text_of(paper)
    assert "Pada hari ini … tanggal … bulan … tahun …" in text_of(paper).replace("…" * 7, "…")


def test_a_meeting_that_does_not_exist_names_the_nearest(warehouse: metrics.Warehouse) -> None:
    with pytest.raises(metrics.UnknownName) as unknown:
        reports.minutes(warehouse, MinutesRequest("kab-contoh", "kab-contoh-rakor-2027"))
    assert "kab-contoh-rakor-2026" in unknown.value.nearest
    with pytest.raises(metrics.UnknownName):  # a meeting of another government
        reports.minutes(warehouse, MinutesRequest("kab-bangka", "kab-contoh-rakor-2026"))


WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
UNITS = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
TEENS = ["sepuluh", "sebelas", *(f"{unit} belas" for unit in UNITS[1:])]
DAYS = [*UNITS, *TEENS, "dua puluh", *(f"dua puluh {unit}" for unit in UNITS), "tiga puluh", "tiga puluh satu"]


def test_every_day_month_and_weekday_in_words() -> None:
    for number in range(date(2017, 1, 1).toordinal(), date(2018, 1, 1).toordinal()):
        day = date.fromordinal(number)
        wanted = f"{WEEKDAYS[day.weekday()]} tanggal {DAYS[day.day - 1]} bulan {MONTHS[day.month - 1]}"
        assert day_in_words(day, "id") == f"{wanted} tahun dua ribu tujuh belas"


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2021-09", "… tanggal … bulan September", "tahun dua ribu dua puluh satu"),
        ("2021", "… tanggal … bulan …", "tahun dua ribu dua puluh satu"),
        (None, "… tanggal … bulan …", "tahun …"),
    ],
)
def test_what_a_date_does_not_say_is_left_open(value: str | None, start: str, end: str) -> None:
    assert day_in_words(value, "id").replace("…" * 7, "…") == f"{start} {end}"
