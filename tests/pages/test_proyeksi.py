"""Proyeksi: what the record supports, what a number of entries may come to, the division, and the plan as targets."""

import io
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import metrics
import texts
from etl import batches
from etl.build import build
from planning import agencies, projection
from planning.allocation import allocate
from reports.plan import workbook
from tests.pages.conftest import Visit
from tests.pages.facts import rows
from tests.pages.screen import Screen, Table, open_page
from tests.unit.views import view
from ui.planner import take_away
from ui.planner.dials import Dials

PAGE = "pages/perencanaan/proyeksi.py"
BANGKA = {"government": "kab-bangka", "competition": "kipp", "edition": "kipp-2018"}
LOMBA = {"government": "kab-contoh", "competition": "lomba-kab-contoh", "edition": "lomba-kab-contoh-2026"}
NATION = {"government": "all", "competition": "kipp", "edition": "kipp-2025"}


def t(key: str, **params: Any) -> str:
    """A text of the planner."""
    return texts.t(f"planner.{key}", **params)


def under(screen: Screen, heading: str) -> Table:
    """The table with a column of this heading."""
    return next(table for table in screen.tables if heading in table.headings)


def division(screen: Screen) -> dict[str, int]:
    """The division as the page shows it, by agency."""
    return {row[0]: int(row[1]) for row in under(screen, t("column_why")).rows}


def test_bangka_2018_says_what_one_year_supports_and_what_not(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """9 in 2017 and a target of 15: too few years, the step as what was set, and what pass rates say of 15 entries."""
    screen, known = visit(PAGE, BANGKA), projection.project(warehouse, "kab-bangka", "kipp", 2018)
    assert known.forecast is None
    assert texts.t("plan.too_few", n="1", least="3", years="2017: 9") in screen.finding
    assert t("target_step", year=2018, aim="≥ 15", change="+6", previous="9") in screen.finding
    path = known.paths[-1]
    low, high = path.interval(15)
    mean = texts.number(path.expected(15), "id", 1)
    assert t("reach", entries="15", low=low, high=high, stage="Top 40", mean=mean) in screen.finding
    assert texts.t("plan.hindcast_none", least="3") in screen.text
    years = {row[0]: row[1:] for row in under(screen, t("column_use")).rows}
    assert years["2017"] == ("9", t("use_used"))
    assert years["2018"] == ("–", t("use_unknown"))


def test_the_table_of_outcomes_holds_the_planner_s_figures(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Each stage's chance per entry and mean are those of planning for the 15 entries on the slider."""
    known = projection.project(warehouse, "kab-bangka", "kipp", 2018)
    shown = under(visit(PAGE, BANGKA), t("column_mean_reach")).rows
    assert len(shown) == len(known.paths) + len(known.blocked) > 1
    for row, path in zip(shown, known.paths, strict=False):
        low, high = path.interval(15)
        assert row[1:4] == (texts.percent(path.expected(1)), texts.number(path.expected(15), "id", 1), f"{low}–{high}")


def test_a_forecast_stands_beside_its_hindcast(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The sample contest 2026: the interval in words, a row per tested year, and how it did against naive rules."""
    screen, known = visit(PAGE, LOMBA), projection.project(warehouse, "kab-contoh", "lomba-kab-contoh", 2026)
    assert known.forecast is not None
    low, high = known.forecast.interval()
    said = texts.t("plan.interval", low=low, high=high, middle=known.forecast.quantile(0.5))
    assert said in screen.finding
    tested = under(screen, t("column_said")).rows
    assert [row[0] for row in tested] == [str(year.year) for year in known.hindcast.years] + [t("mean")]
    inside, of = known.hindcast.covered
    assert t("held", n=inside, m=of) in tested[-1]
    drawn = [element for element in screen.elements if element.type == "plotly_chart"]
    assert f"2026 {low}–{high}" in drawn[0].proto.alt


def test_the_whole_country_has_rates_and_no_plan(visit: Visit) -> None:
    """No slider, no division and nothing to save where nobody's entries are meant."""
    screen = visit(PAGE, NATION)
    assert "Seluruh Indonesia" in screen.finding
    assert under(screen, t("column_each")).rows
    assert list(screen.app.slider) == []
    assert t("shares_title") not in screen.text


def test_a_government_without_a_register_plans_without_a_division(visit: Visit) -> None:
    """Where no agency is on record the page says so, and everything else stands."""
    screen = visit(PAGE, {"government": "kab-belitung"})
    assert texts.t("empty.no_agencies", government="Kabupaten Belitung") in screen.text
    assert [slider.key for slider in screen.app.slider] == ["pi-plan-entries", "pi-plan-goal"]


def test_the_year_and_the_numbers_stand_in_the_address(visit: Visit) -> None:
    """A link opens the same year and the same sliders; what is not on offer is ignored."""
    screen = visit(PAGE, {**LOMBA, "year": "2027", "entries": "30", "goal": "3", "ambition": "0.9"})
    assert "2027" in screen.finding
    assert [slider.value for slider in screen.app.slider] == [30, 3]
    assert t("year_new", year=2027) in screen.app.selectbox(key="pi-plan-year").options
    other = visit(PAGE, {**LOMBA, "year": "1999", "entries": "-4", "ambition": "2"})
    assert "2026" in other.finding
    assert other.app.slider(key="pi-plan-entries").value == 52


def test_a_move_of_the_slider_moves_everything_that_follows(published: Path) -> None:
    """Twenty entries: the outcome, one's own scenario and the total to divide speak of twenty."""
    app = open_page(PAGE, BANGKA).app
    moved = Screen(app.slider(key="pi-plan-entries").set_value(20).run())
    assert moved.app.query_params["entries"] == "20"
    assert "Dari 20 usulan" in moved.text
    assert moved.app.number_input(key="pi-plan-total-20").value == 20
    assert sum(division(moved).values()) == 20
    goal = Screen(moved.app.slider(key="pi-plan-goal").set_value(3).run())
    assert {row[1] for row in under(goal, t("column_aim")).rows} == {"≥ 1", "≥ 2", "≥ 3"}


def test_below_the_minimum_only_chosen_agencies_are_asked(visit: Visit) -> None:
    """15 entries are not enough for Bangka's 35 agencies: the page says so and starts with some of them."""
    screen = visit(PAGE, BANGKA)
    assert t("below_minimum", total="15", needed="35", n="35") in screen.text
    chosen = screen.app.multiselect(key="pi-plan-among-15-kab-bangka-kipp-2018")
    assert 0 < len(chosen.value) <= 15
    assert len(division(screen)) == len(chosen.value)
    assert sum(division(screen).values()) == 15


def test_a_number_set_by_hand_is_held_and_the_sum_kept(published: Path) -> None:
    """One agency gets 9: it keeps them, the others share what is left; undone, all is as before."""
    app = open_page(PAGE, LOMBA).app
    before = division(Screen(app))
    opened = app.toggle(key="pi-plan-edit").set_value(True).run()
    field = next(each for each in opened.number_input if each.label == "Dinas Kesehatan")
    changed = Screen(field.set_value(9).run())
    after = division(changed)
    assert after["Dinas Kesehatan"] == 9
    assert sum(after.values()) == sum(before.values()) == 52
    assert min(after.values()) >= 1
    back = Screen(changed.app.button(key="pi-plan-reset").click().run())
    assert division(back) == before


def test_what_cannot_be_divided_is_refused_in_words(published: Path) -> None:
    """A cap of one for each of 40 agencies cannot hold 52 entries."""
    app = open_page(PAGE, LOMBA).app
    screen = Screen(app.number_input(key="pi-plan-cap").set_value(1).run())
    assert texts.t("plan.refused.too_many", total="52", most="40") in screen.text
    assert screen.app.exception == []


@pytest.fixture
def root(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data root with the sample data, which the test may write to."""
    folder = tmp_path / "data"
    shutil.copytree(repository / "data" / "sample", folder / "sample")
    build(folder)
    monkeypatch.setenv("PAPAN_DATA", str(folder))
    return folder


def test_a_plan_is_saved_as_targets_with_its_document(root: Path) -> None:
    """Without a document nothing is written; with it the total of 55 and a target per agency stand on record."""
    app = open_page(PAGE, {**LOMBA, "entries": "55"}).app.toggle(key="pi-plan-save").set_value(True).run()
    refused = Screen(app.button(key="pi-form-confirm-plan").click().run())
    assert texts.t("form.required") in refused.text
    assert batches.history() == []
    boxes = {box.label: box for box in app.checkbox}
    boxes[texts.t("form.plan.each", n="40")].check()
    fields = {field.label.removesuffix(" *"): field for field in app.text_input}
    for key, words in (("form.plan.field_set_by", "Bupati"), ("form.field.basis_title", "Keputusan Target 2026"),
                       ("form.field.by", "Siti Aminah")):  # fmt: skip
        fields[texts.t(key)].set_value(words)
    done = Screen(app.button(key="pi-form-confirm-plan").click().run())
    assert done.app.exception == []
    assert len(batches.history()) == 1
    warehouse = metrics.open_warehouse()
    known = projection.project(warehouse, "kab-contoh", "lomba-kab-contoh", 2026)
    listed = rows(
        warehouse, "target_progress", {"scope_kind": "agency"}, government="kab-contoh", edition=LOMBA["edition"]
    )
    warehouse.close()
    assert known.target == 55
    assert sum(int(row["denominator"]) for row in listed) == 55
    assert "≥ 55" in Screen(done.app.run()).finding


def test_the_file_is_made_from_the_numbers_on_the_page(warehouse: metrics.Warehouse) -> None:
    """A workbook for 30 entries opens, and a sheet holds every agency of the division."""
    known = projection.project(warehouse, "kab-contoh", "lomba-kab-contoh", 2026)
    roll = agencies.roll(warehouse, "kab-contoh", 2026)
    assert roll is not None
    divided = allocate(roll.candidates, 52, roll.minimum)
    request = take_away.request(view(), known, Dials(52, 2, 0.9), divided)
    assert (request.entries, request.goal, request.ambition, request.lang) == (52, 2, 0.9, "id")
    book = openpyxl.load_workbook(io.BytesIO(workbook(warehouse, request)))
    cells = {cell for sheet in book for line in sheet.iter_rows(values_only=True) for cell in line}
    assert {share.name for share in divided} <= cells
    assert take_away.name(known) == "proyeksi-kab-contoh-lomba-kab-contoh-2026.xlsx"
