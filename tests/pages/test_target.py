"""Rapat · Target, and the form that records one: every kind with its document, its state and what it was before."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

import metrics
import texts
from etl import batches
from etl.build import build
from tests.pages.screen import Screen, Table, open_page
from tests.pages.test_forms import EDITION, HERE, Filling, form, listed, now, written
from tests.pages.test_forms import root as root  # the fixtures: a copy of the data for each test
from tests.pages.test_forms import shipped as shipped
from tests.support.building import listing_rows, scope_rows

PAGE = "pages/rapat/target.py"
AIM = "kab-contoh-2026-lomba-submissions"
BARAT = {"government": "kab-bangka-barat", "competition": "kipp", "edition": "kipp-2023"}
BANGKA = {"government": "kab-bangka", "competition": "kipp", "edition": "kipp-2018"}
Visit = Callable[[str, Mapping[str, str]], Screen]


def rows_of(screen: Screen, *words: str) -> list[tuple[str, ...]]:
    """The rows of any table in which all these words stand."""
    return [row for table in screen.tables for row in table.rows if all(word in " ".join(row) for word in words)]


def now_table(screen: Screen, place: str, edition: str) -> Table:
    """The table of the targets of the edition in view."""
    caption = texts.t("page.target.now", place=place, edition=edition)
    return next(table for table in screen.tables if table.caption == caption)


def links_to_form(screen: Screen) -> list[dict[str, list[str]]]:
    """The addresses of the links that open the form of targets."""
    found = [each.get("href", "") for each in screen.root.iter("a")]
    return [parse_qs(urlsplit(href).query) for href in found if "form=target" in href]


def test_bangka_2018_says_the_step_and_that_its_actual_is_unknown(visit: Visit) -> None:
    screen = visit(PAGE, BANGKA)
    assert "+6 (+66,7 %) dari 9 pada 2017" in screen.finding
    assert texts.t("page.target.said_actual_unknown") in screen.finding
    (row,) = rows_of(screen, "sekurang-kurangnya 15", "Kepala Bappeda Kabupaten Bangka, 23 Januari 2018")
    assert texts.t("plan.course.state_unknown") in row[1]
    assert row[1].startswith(texts.MISSING)
    assert "0 %" not in row[1]


def test_bangka_barat_2023_has_its_hopes_and_exactly_five(visit: Visit) -> None:
    table = now_table(visit(PAGE, BARAT), "Kabupaten Bangka Barat", "Kompetisi Inovasi Pelayanan Publik 2023")
    heads = [row[0] for row in table.rows]
    assert [head.split(" Kompetisi")[0] for head in heads] == [
        "Usulan terdaftar: tepat 5",
        "Lolos Top 99: harapan tanpa angka",
        "Lolos Top 45: harapan tanpa angka",
    ]
    assert texts.t("plan.course.lower_bound", actual="1", aim="tepat 5") in table.rows[0][1]
    assert all(texts.t("plan.course.state_hope") in row[1] for row in table.rows[1:])


def test_each_target_leads_to_the_form_that_changes_it(visit: Visit) -> None:
    asked = links_to_form(visit(PAGE, BARAT))
    assert {address["about"][0] for address in asked} == {
        f"kab-bangka-barat-kipp-2023-{kind}" for kind in ("registered", "top99", "top45")
    }
    assert all(address["part"] == ["isi"] and address["government"] == ["kab-bangka-barat"] for address in asked)


@pytest.fixture
def open_day(root: Path) -> metrics.Warehouse:
    """The sample on a day on which its latest edition was open, three weeks before closing."""
    build(root, as_of=date(2026, 11, 20))
    return metrics.open_warehouse()


def test_an_open_edition_is_judged_with_its_arithmetic(open_day: metrics.Warehouse) -> None:
    scope = metrics.Scope(government="kab-contoh", edition=EDITION)
    aimed = next(row for row in scope_rows("target_progress", scope, open_day) if row["target_id"] == AIM)
    missing, pace = aimed["denominator"] - aimed["numerator"], aimed["pace_per_week"]
    open_day.close()
    screen = open_page(PAGE, HERE)
    assert texts.t("plan.course.state_at_risk") in screen.finding
    assert texts.t("page.target.as_recorded") in screen.finding
    needed = texts.t("plan.course.weeks", n="3"), texts.number(missing), texts.number(pace)
    assert all(words in screen.finding for words in needed), screen.finding
    assert "2014–2025" in screen.finding  # what earlier editions still added from that day on


@pytest.mark.parametrize("kind", ["awards", "participation", "submissions_per_agency", "reach_any", "submissions"])
def test_every_kind_with_two_years_has_its_figure(visit: Visit, kind: str) -> None:
    what = texts.t(f"page.target.metric_{kind}")
    captions = [table.caption for table in visit(PAGE, HERE).tables]
    assert [caption for caption in captions if caption.startswith(what)], captions


def test_the_whole_country_names_whose_target_each_is(visit: Visit) -> None:
    screen = visit(PAGE, {"government": "all", "competition": "kipp"})
    assert rows_of(screen, "Kabupaten Bangka", "sekurang-kurangnya 15")
    assert rows_of(screen, "Kabupaten Sidoarjo", "tepat 15")
    assert not links_to_form(screen)


def test_a_government_without_targets_is_led_to_the_form(visit: Visit) -> None:
    screen = visit(PAGE, {"government": "kab-belitung"})
    assert texts.t("empty.no_target", government="Kabupaten Belitung") in screen.text


def target(**where: Any) -> Callable[[metrics.Warehouse], Any]:
    """Reads comparator, value, who set it, when, and by which document, of the targets on record that are `where`."""

    def read(warehouse: metrics.Warehouse) -> Any:
        found = [row for row in listing_rows("targets", warehouse) if all(row[k] == v for k, v in where.items())]
        sources = {row["source_id"]: row["title"] for row in listing_rows("sources", warehouse)}
        cells = ("comparator", "value", "set_by", "set_on")
        return [(*(row[cell] for cell in cells), sources[row["source_id"]]) for row in found]

    return read


def saved(filling: Filling, read: Callable[[metrics.Warehouse], Any], after: Any) -> None:
    """Save: what `read` reads is `after`, and the page names the batch."""
    screen = filling.save()
    assert now(read) == after
    assert texts.t("form.done", batch=batches.history()[0].id) in screen.text


def test_a_new_target_is_written_with_its_document(root: Path) -> None:
    filling = form("target").fill(metric="registered", value=60, set_by="Bupati Contoh", set_on=date(2026, 9, 1),
                                  basis_title="Keputusan Bupati", basis_number="12/2026", by="Siti Aminah")  # fmt: skip
    key = f"kab-contoh-{EDITION}-registered"
    batch = written(filling, target(target_id=key), [],
                    [("at_least", 60, "Bupati Contoh", "2026-09-01", "Keputusan Bupati Nomor 12/2026")])  # fmt: skip
    assert batch.tables == {"sources": 1, "targets": 1}


def test_a_target_needs_a_document(root: Path) -> None:
    filling = form("target").fill(metric="registered", value=60, by="Siti Aminah")
    screen = filling.save()
    assert texts.t("form.required") in screen.text
    assert batches.history() == []


def test_a_hope_is_a_target_without_a_number(root: Path) -> None:
    filling = form("target").fill(metric="reach", stage="top10", basis_title="Sambutan", by="Siti Aminah")
    assert texts.t("page.target.hope") in filling.text
    saved(filling, target(target_id=f"kab-contoh-{EDITION}-reach-top10"), [("at_least", None, None, None, "Sambutan")])


def test_a_revised_target_keeps_what_it_was_with_who_entered_it(root: Path) -> None:
    before = now(target(target_id=AIM))
    filling = form("target", about=AIM)
    assert filling.widget("value").value == 52
    assert filling.widget("set_by").value == before[0][2]
    filling.fill(value=48, basis_title="Keputusan perubahan", by="Siti Aminah").save()
    assert now(target(target_id=AIM)) == [(*before[0][:1], 48, *before[0][2:4], "Keputusan perubahan")]
    form("target", about=AIM).fill(value=46, document="same", by="Budi Santoso").save()
    versions = [(row["value"], row["entered_by"], row["in_use"]) for row in now(history)]
    assert versions == [(52, None, False), (48, "Siti Aminah", False), (46, "Budi Santoso", True)]
    screen = open_page(PAGE, HERE)
    (row,) = rows_of(screen, "sekurang-kurangnya 46", "Keputusan perubahan")[:1]
    assert "46" in row[0]
    for words in (texts.t("page.target.history", n="2"), "sekurang-kurangnya 48 (digantikan)", "sekurang-kurangnya 52",
                  "Siti Aminah", "Budi Santoso", texts.t("page.target.shipped")):  # fmt: skip
        assert words in screen.text


def history(warehouse: metrics.Warehouse) -> list[dict[str, Any]]:
    """The versions of the target that the tests change."""
    return [row for row in listing_rows("target_history", warehouse) if row["target_id"] == AIM]


def test_what_is_on_record_already_is_said_and_replaced(root: Path) -> None:
    filling = form("target")  # the government's entries in the edition in view
    (before,) = now(target(target_id=AIM))
    assert texts.t("form.target.there", aim="sekurang-kurangnya 52", source=before[4]) in filling.text
    filling.fill(value=50, basis_title="Nota dinas", by="Siti Aminah")
    written(filling, target(target_id=AIM), [before], [("at_least", 50, *before[2:4], "Nota dinas")])


def test_two_targets_for_one_thing_stand_side_by_side(root: Path) -> None:
    row: batches.Row = {"target_id": "lain", "scope_kind": "government", "scope_id": "kab-contoh",
                        "edition_id": EDITION, "year": "2026", "metric": "submissions", "comparator": "at_least",
                        "value": "60", "set_on": "2026-10-01", "source_id": "contoh-target-2026"}  # fmt: skip
    batches.enter({"targets": [row]}, "Siti Aminah", "Target kedua", "kab-contoh")
    screen = open_page(PAGE, HERE)
    title = now(target(target_id="lain"))[0][4]
    assert texts.t("page.target.several") in screen.text
    for aim in ("sekurang-kurangnya 52", "sekurang-kurangnya 60"):
        assert texts.t("page.target.alike", aim=aim, source=title) in screen.text


def test_one_agency_s_target_is_of_entries_only(root: Path) -> None:
    filling = form("target").fill(whose="kab-contoh-disdukcapil")
    assert len(filling.widget("metric").options) == 3
    filling.fill(value=2, basis_title="Nota dinas", by="Siti Aminah")
    key = f"kab-contoh-disdukcapil-{EDITION}-submissions"
    saved(filling, listed("rows_targets", "scope_kind", target_id=key), ["agency"])


def test_participation_is_of_a_year_and_in_percent(root: Path) -> None:
    filling = form("target").fill(metric="participation", year=2027, percent=87.5, basis_title="RKPD", by="Siti Aminah")
    saved(filling, listed("targets", "value", target_id="kab-contoh-2027-participation"), [87.5])


def test_an_edition_that_has_no_such_stage_is_refused_in_words(root: Path) -> None:
    (edition, *_) = now(without_registration)
    screen = open_page("pages/data/impor.py", {**HERE, "edition": edition, "part": "isi", "form": "target"})
    filling = Filling(screen.app, "target").fill(metric="registered")
    name = f"Lomba Inovasi Kabupaten Contoh {edition[-4:]}"
    assert texts.t("form.target.no_registered", edition=name) in filling.text
    assert not [each for each in filling.app.button if each.label == texts.t("form.confirm")]


def without_registration(warehouse: metrics.Warehouse) -> list[str]:
    """The editions of the sample contest that have stages, but none of registration."""
    stages = [row for row in listing_rows("stages", warehouse) if row["competition_id"] == HERE["competition"]]
    having = {row["edition_id"] for row in stages if row["kind"] == "registered"}
    return sorted({str(row["edition_id"]) for row in stages} - having)


@pytest.mark.parametrize(("government", "lang"), [("all", "en"), ("prov-contoh", "id"), ("kab-contoh", "en")])
def test_the_form_opens_for_every_kind_of_reader(
    shipped: Path, monkeypatch: pytest.MonkeyPatch, government: str, lang: str
) -> None:
    monkeypatch.setenv("PAPAN_DATA", str(shipped))
    address = {"government": government, "part": "isi", "form": "target", "lang": lang}
    screen = open_page("pages/data/impor.py", address)
    assert not screen.app.exception, screen.app.exception[0].value
    asked = "form.no_government" if government == "all" else "form.about.target"
    assert texts.t(asked, lang) in screen.text
