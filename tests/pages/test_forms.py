"""The forms of Data · Impor: each writes a batch that moves the figure it should, and taking it back moves it back."""

import csv
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import metrics
import texts
from etl import batches, inbox
from etl.build import build
from tests.pages.screen import Screen, open_page, open_root
from tests.support.building import listing_rows, scope_rows

PAGE = "pages/data/impor.py"
EDITION = "lomba-kab-contoh-2026"
HERE = {"government": "kab-contoh", "competition": "lomba-kab-contoh", "edition": EDITION}
ODD = [  # an entry whose agency is spelt as nobody knows it, and whose day is no day
    {"submission_id": "aneh-1", "edition_id": EDITION, "innovation": "Loket Senja", "government_id": "kab-contoh",
     "agency": "Dinas Kesehatn Kab Contoh Raya", "submitted_on": "minggu lalu"},
    {"submission_id": "aneh-2", "edition_id": EDITION, "innovation": "Loket Fajar", "government_id": "kab-contoh",
     "agency": "Dinas Kesehatan", "submitted_on": "2026-09-08"},
]  # fmt: skip
Read = Callable[[metrics.Warehouse], Any]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """A data root with the sample data and two odd entries, built once."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(repository / "data" / "sample", root / "sample")
    folder = root / "tambahan"
    folder.mkdir()
    (folder / "dataset.toml").write_text('title = "Tambahan"\nkind = "sample"\n', encoding="utf-8")
    with (folder / "submissions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ODD[0]))
        writer.writeheader()
        writer.writerows(ODD)
    build(root)
    return root


@pytest.fixture
def root(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it for one test, as the data of this installation."""
    copy = tmp_path / "data"
    shutil.copytree(shipped, copy)
    monkeypatch.setenv("PAPAN_DATA", str(copy))
    return copy


@dataclass
class Filling:
    """A form being filled in, its fields named by their texts."""

    app: AppTest
    name: str

    def label(self, field: str) -> str:
        """What stands above a field."""
        keys = (f"form.{self.name}.field_{field}", f"form.field.{field}", f"form.column.{field}")
        return texts.t(next(key for key in keys if texts.has(key)))

    def widget(self, field: str) -> Any:
        """The field; raises AssertionError where it is not there."""
        app = self.app
        kinds = (app.selectbox, app.text_input, app.radio, app.checkbox, app.date_input, app.number_input)
        own = [each for kind in kinds for each in kind if str(each.key).startswith("pi-form-")]
        found = [each for each in own if each.label.removesuffix(" *") == self.label(field)]
        assert found, f"no field {self.label(field)!r} among {[each.label for each in own]}"
        return found[0]

    def fill(self, **fields: Any) -> "Filling":
        """Give fields their values, one after the other as a person does."""
        for field, value in fields.items():
            self.widget(field).set_value(value).run()
            assert not self.app.exception, self.app.exception[0].value
        return self

    def save(self) -> Screen:
        """Press the button."""
        button = next(each for each in self.app.button if each.label == texts.t("form.confirm"))
        button.click().run()
        assert not self.app.exception, self.app.exception[0].value
        return Screen(self.app)

    @property
    def text(self) -> str:
        return Screen(self.app).text


def form(name: str, **more: str) -> Filling:
    """A form at its address."""
    screen = open_page(PAGE, {**HERE, "part": "isi", "form": name, **more})
    assert not screen.app.exception, screen.app.exception[0].value
    return Filling(screen.app, name)


def now(read: Read) -> Any:
    """What the published warehouse says."""
    warehouse = metrics.open_warehouse()
    try:
        return read(warehouse)
    finally:
        warehouse.close()


def written(filling: Filling, read: Read, before: Any, after: Any, *, undone: bool = True) -> batches.Batch:
    """Save: the figure moves from `before` to `after`, the page names the batch and its rows, undoing moves it back.

    Undoing is one and the same for every form and takes a build; `undone` False leaves it to the other tests."""
    assert now(read) == before
    said = filling.text
    screen = filling.save()
    (batch, *_) = batches.history()
    assert texts.t("form.done", batch=batch.id) in screen.text
    assert batch.what in said  # what was announced is what is recorded
    assert batch.what in screen.text
    assert (batch.kind, batch.by, batch.withdrawn) == ("form", "Siti Aminah", None)
    assert now(read) == after
    if undone:
        batches.withdraw(batch.id, "Siti Aminah", "uji")
        assert now(read) == before
    return batch


def handed_in(edition: str = EDITION, agency: str | None = None) -> Read:
    """Reads how many entries the government, or one agency, handed in, with the basis."""

    def read(warehouse: metrics.Warehouse) -> Any:
        scope = metrics.Scope(government="kab-contoh", agency=agency, edition=edition)
        rows = [row for row in scope_rows("submissions", scope, warehouse) if (row["agency_id"] or None) == agency]
        return [(row["numerator"], row["basis"]) for row in rows]

    return read


def listed(name: str, column: str, **where: Any) -> Read:
    """Reads a column of the rows of a reference list whose cells are as `where` says."""

    def read(warehouse: metrics.Warehouse) -> Any:
        rows = listing_rows(name, warehouse)
        return [row[column] for row in rows if all(row[key] == value for key, value in where.items())]

    return read


def test_one_entry_is_counted_as_handed_in(root: Path) -> None:
    ((count, basis),) = now(handed_in())
    filling = form("entry").fill(title="Loket Malam", agency="kab-contoh-disdukcapil", type="digital", by="Siti Aminah")
    batch = written(filling, handed_in(), [(count, basis)], [(count + 1, basis)])
    assert batch.tables == {"submissions": 1, "innovations": 1, "stage_results": 1, "sources": 1}


def test_an_entry_not_yet_handed_in_is_there_and_not_counted(root: Path) -> None:
    before = now(handed_in())
    filling = form("entry").fill(title="Loket Malam", agency="kab-contoh-disdukcapil", handed="no", by="Siti Aminah")
    entry = listed("entries", "handed_in", innovation="Loket Malam")
    batch = written(filling, entry, [], [False], undone=False)
    assert batch.tables == {"submissions": 1, "sources": 1}
    assert now(handed_in()) == before


def test_a_title_that_is_there_already_is_said_and_kept_apart(root: Path) -> None:
    filling = form("entry").fill(title="loket fajar", agency="kab-contoh-disdukcapil", by="Siti Aminah")
    assert "Loket Fajar" in filling.text
    written(filling, listed("entries", "submission_id", innovation="loket fajar"), [],
            [f"{EDITION}-kab-contoh-loket-fajar"], undone=False)  # fmt: skip


def test_one_stage_result_makes_a_planned_stage_one_that_was_held(root: Path) -> None:
    entry = now(listed("entries", "submission_id", edition_id=EDITION, innovation="Loket Fajar"))[0]
    filling = form("result").fill(stage="administrative", entry=entry, outcome="passed", score=81.5,
                                  decided_on=date(2026, 10, 2), by="Siti Aminah")  # fmt: skip
    score = listed("results", "score", submission_id=entry, stage_id="administrative")
    written(filling, score, [], [81.5])
    again = form("result").fill(stage="administrative", entry=entry, outcome="failed", by="Siti Aminah")
    stage = listed("stages", "status", edition_id=EDITION, stage_id="administrative")
    written(again, stage, ["planned"], ["held"])


def test_a_result_that_is_there_is_shown_and_replaced(root: Path) -> None:
    result = {"stage_id": "submitted", "edition_id": EDITION, "outcome": "passed"}
    entry = now(listed("results", "submission_id", **result))[0]
    filling = form("result").fill(stage="submitted", entry=entry)
    assert filling.widget("outcome").value == "passed"
    filling.fill(outcome="withdrawn", by="Siti Aminah")
    assert texts.t("form.result.said_before", outcome=texts.t("outcome.passed"))[:-1].strip() in filling.text
    outcome = listed("results", "outcome", submission_id=entry, stage_id="submitted")
    written(filling, outcome, ["passed"], ["withdrawn"], undone=False)


@pytest.mark.parametrize(("period", "extra"), [("edition", {}), ("year", {"year": "2026"})])
def test_everything_was_handed_in(root: Path, period: str, extra: Mapping[str, str]) -> None:
    filling = form("coverage").fill(period=period, **extra, extent="complete", basis_title="Surat Kabag Organisasi",
                                    basis_number="065/12", by="Siti Aminah")  # fmt: skip
    complete = listed("government_years", "complete", government_id="kab-contoh", year=2026)
    batch = written(filling, complete, [False], [True], undone=False)
    assert batch.tables == {"sources": 1, "coverage": 1}


def test_everything_one_agency_handed_in(root: Path) -> None:
    agency = "kab-contoh-disdukcapil"
    filling = form("coverage").fill(whose=agency, extent="complete", basis_title="Catatan", by="Siti Aminah")
    stated = listed("coverage_map", "extent", edition_id=EDITION, scope_id=agency)
    rows = listed("rows_coverage", "extent", edition_id=EDITION, scope_id=agency)
    assert now(stated) == []  # the map speaks of governments only
    written(filling, rows, [], ["complete"], undone=False)


def test_a_new_edition_like_the_last_one(root: Path) -> None:
    filling = form("edition").fill(theme="Tanpa antre", by="Siti Aminah")
    assert filling.widget("year").value == 2027
    assert "2027-09-07" in [str(each.value) for each in filling.app.date_input]
    stages = listed("stages", "starts_on", edition_id="lomba-kab-contoh-2027", stage_id="submitted")
    batch = written(filling, stages, [], ["2027-09-07"])
    assert batch.tables == {"editions": 1, "stages": 8, "sources": 1}


def test_a_stage_can_be_left_out_and_a_document_named(root: Path) -> None:
    filling = form("edition").fill(basis_title="Keputusan Bupati", basis_number="12/2027", by="Siti Aminah")
    box = next(each for each in filling.app.checkbox if each.label == "Top 20")
    box.uncheck().run()
    basis = listed("editions", "legal_basis", edition_id="lomba-kab-contoh-2027")
    batch = written(filling, basis, [], ["Keputusan Bupati Nomor 12/2027"], undone=False)
    assert batch.tables == {"sources": 1, "editions": 1, "stages": 7}


def test_an_edition_that_is_there_already_is_refused_at_its_year(root: Path) -> None:
    filling = form("edition").fill(year=2024, by="Siti Aminah")
    assert texts.t("form.edition.taken", edition="Lomba Inovasi Kabupaten Contoh 2024") in filling.text
    filling.save()
    assert batches.history() == []


def test_the_preferred_of_two_rival_figures_is_shown(root: Path) -> None:
    filling = form("rival")
    key = filling.widget("figure").options and now(_rival)[0]
    filling.fill(figure=key, by="Siti Aminah")
    assert texts.t("form.rival.already") not in filling.text
    filling.fill(chosen="1")
    edition, stage = key.split("/")[:2]
    shown = listed("rivals", "source_id", edition_id=edition, stage_id=stage, scope_kind="all", shown=True)
    other = now(listed("rivals", "source_id", edition_id=edition, stage_id=stage, scope_kind="all", shown=False))
    written(filling, shown, now(shown), other, undone=False)


def _rival(warehouse: metrics.Warehouse) -> list[str]:
    """The keys of the disputed figures of two sources."""
    rows = listing_rows("rivals", warehouse)
    same = ("edition_id", "stage_id", "scope_kind", "scope_id", "group", "category", "measure")
    keys = ["/".join(str(row[name] or "") for name in same) for row in rows]
    return [key for key in keys if keys.count(key) == 2]


def question(code: str) -> str:
    """The key of the only question of that kind."""
    (row,) = now(lambda w: [row for row in listing_rows("questions", w) if row["code"] == code])
    place = row["cell"] or row["line"]
    return f"{row['dataset']}/{row['table_name']}/{place}/{row['column_name'] or ''}/{code}"


@pytest.mark.parametrize(("how", "table"), [("alias", "aliases"), ("entry", "submissions")])
def test_a_name_is_settled_for_all_rows_or_for_one(root: Path, how: str, table: str) -> None:
    filling = form("question", about=question("unknown_agency"))
    filling.fill(agency="kab-contoh-dinkes", how=how, by="Siti Aminah")
    batch = written(filling, listed("entries", "agency_id", submission_id="aneh-1"), [None], ["kab-contoh-dinkes"])
    assert batch.tables.items() >= {table: 1}.items()
    assert batch.tables.keys() <= {table, "sources"}, "a person's own word is the source where no document is named"


def test_a_day_that_could_not_be_read_is_put_right(root: Path) -> None:
    filling = form("question", about=question("bad_date"))
    filling.fill(value="2026-09-09", by="Siti Aminah")
    entry, asked = {"submission_id": "aneh-1"}, ("bad_date", "unknown_agency")

    def read(warehouse: metrics.Warehouse) -> Any:
        questions = listed("questions", "code", **entry)(warehouse)
        return listed("entries", "submitted_on", **entry)(warehouse), sorted(questions)

    written(filling, read, ([None], [*asked]), (["2026-09-09"], [*asked[1:]]), undone=False)


def test_a_day_that_is_none_either_is_refused_at_its_field(root: Path) -> None:
    filling = form("question", about=question("bad_date")).fill(value="32-13-2026", by="Siti Aminah")
    screen = filling.save()
    assert "32-13-2026" in screen.text
    assert texts.t("etl.issue.bad_date", column=texts.t("form.column.submitted_on"), value="32-13-2026") in screen.text
    assert batches.history() == []


@pytest.fixture
def twins(root: Path) -> batches.Batch:
    """A batch of two entries, the second of which may be one that is there already."""
    row: batches.Row = {**ODD[1], "submission_id": "kembar-1", "_place": "Rekap!7"}
    issue = {"sheet": "Rekap", "row": 7, "cell": "Rekap!B7", "code": "possible_duplicate", "value": "Loket Fajar",
             "detail": None, "params": {}, "suggestions": [], "cells": {}, "table": "submissions"}  # fmt: skip
    card = batches.Batch(number=1, kind="file", what="rekap.xlsx", by="Budi", at="2026-11-01T00:00:00+00:00",
                         government_id="kab-contoh", sample=True, tables={"submissions": 1})  # fmt: skip
    with inbox.writing(root):
        made = inbox.write(root, card, {"submissions": [row]}, {"quarantined": [], "questions": [issue]}, None)
    build(root)
    return made


def test_two_entries_that_are_two_stay_and_the_question_is_settled(twins: batches.Batch) -> None:
    filling = form("question", about=question("possible_duplicate")).fill(twin="both", by="Siti Aminah")
    written(filling, listed("questions", "code", dataset=twins.id), ["possible_duplicate"], [], undone=False)


def test_an_entry_that_stands_twice_is_counted_once(twins: batches.Batch) -> None:
    ((count, basis),) = now(handed_in())
    filling = form("question", about=question("possible_duplicate"))
    filling.fill(twin="same", kept="aneh-2", by="Siti Aminah")
    written(filling, handed_in(), [(count, basis)], [(count - 1, basis)], undone=False)


def test_one_row_is_corrected_cell_by_cell(root: Path) -> None:
    (line,) = now(listed("rows_submissions", "line", submission_id="aneh-2"))
    filling = form("correction", about=f"submissions/tambahan:{line}")
    assert texts.t("form.correction.unchanged") in filling.text
    filling.fill(innovation="Loket Subuh", flagship="true", by="Siti Aminah")
    (table,) = [table for table in Screen(filling.app).tables if "Loket Subuh" in str(table.rows)]
    assert table.rows[0][1:] == ("Loket Fajar", "Loket Subuh")
    titles = listed("entries", "innovation", submission_id="aneh-2")
    written(filling, titles, ["Loket Fajar"], ["Loket Subuh"], undone=False)


def test_a_row_that_was_replaced_stays_readable_with_the_batch_that_replaced_it(root: Path) -> None:
    key = {"submission_id": "aneh-2", "edition_id": EDITION, "government_id": "kab-contoh"}
    row: batches.Row = {**key, "innovation": "Loket Subuh"}
    batch = batches.enter({"submissions": [row]}, "Siti Aminah", "Koreksi", "kab-contoh")
    screen = open_page("pages/data/mutu.py", HERE)
    assert texts.t("page.mutu.replaced", n="1") in screen.text
    (table,) = [table for table in screen.tables if batch.id in str(table.rows)]
    assert "aneh-2" in str(table.rows)
    assert "Loket Fajar" in str(now(listed("superseded", "cells", key="aneh-2")))
    batches.withdraw(batch.id, "Siti Aminah", "uji")
    assert texts.t("page.mutu.replaced_none") in open_page("pages/data/mutu.py", HERE).text


def test_a_correction_that_cannot_stand_is_refused_at_its_cell(root: Path) -> None:
    (line,) = now(listed("rows_submissions", "line", submission_id="aneh-2"))
    filling = form("correction", about=f"submissions/tambahan:{line}").fill(submitted_on="besok", by="Siti Aminah")
    screen = filling.save()
    assert texts.t("etl.issue.bad_date", column=texts.t("form.column.submitted_on"), value="besok") in screen.text
    assert batches.history() == []
    assert now(listed("entries", "submitted_on", submission_id="aneh-2")) == ["2026-09-08"]


def test_the_chosen_government_opens_on_a_first_visit(root: Path) -> None:
    first = open_root({})
    assert first.app.selectbox(key="pi-government").value == "all"  # the shipped home is not in these data
    filling = form("home").fill(government="kab-contoh", by="Siti Aminah")
    filling.save()
    assert open_root({}).app.selectbox(key="pi-government").value == "kab-contoh"
    other = form("home").fill(government="prov-contoh", by="Siti Aminah")
    other.save()
    assert open_root({}).app.selectbox(key="pi-government").value == "prov-contoh"
    (latest, *_) = batches.history()
    batches.withdraw(latest.id, "Siti Aminah", "uji")
    assert open_root({}).app.selectbox(key="pi-government").value == "kab-contoh"


def test_what_is_required_is_asked_for_at_each_field_and_nothing_is_written(root: Path) -> None:
    screen = form("entry").save()
    assert screen.text.count(texts.t("form.required")) == 3  # title, agency, the person's name
    assert texts.t("form.unfinished") in screen.text
    assert batches.history() == []


def test_the_name_is_asked_once_in_a_session(root: Path) -> None:
    filling = form("entry").fill(by="Siti Aminah")
    filling.app.selectbox(key="pi-form").set_value("result").run()
    filling.name = "result"
    assert filling.widget("by").value == "Siti Aminah"


@pytest.mark.parametrize(
    "name", ["entry", "result", "target", "coverage", "edition", "question", "rival", "correction", "home"]
)
@pytest.mark.parametrize(("government", "lang"), [("all", "en"), ("prov-contoh", "id"), ("kab-contoh", "en")])
def test_every_form_opens_for_every_kind_of_reader(shipped: Path, monkeypatch: pytest.MonkeyPatch, name: str,
                                                   government: str, lang: str) -> None:  # fmt: skip
    monkeypatch.setenv("PAPAN_DATA", str(shipped))
    screen = open_page(PAGE, {"government": government, "part": "isi", "form": name, "lang": lang})
    assert not screen.app.exception, screen.app.exception[0].value
    assert texts.t(f"form.about.{name}", lang) in screen.text or texts.t("form.no_government", lang) in screen.text


def test_a_question_on_the_page_of_quality_leads_to_its_form(root: Path) -> None:
    screen = open_page("pages/data/mutu.py", HERE)
    links = [each.get("href", "") for each in screen.root.iter("a") if each.get("href", "").startswith("impor?")]
    asked = [each for each in links if "form=question" in each]
    assert len(asked) == 2
    assert all("government=kab-contoh" in each and "part=isi" in each and "about=tambahan" in each for each in asked)
    assert [each for each in links if "form=rival" in each]
