"""Data · Impor on a data root of its own: what a file's dry run says, what is asked, what is written and undone."""

import shutil
from pathlib import Path

import pytest

import texts
from etl import batches
from tests.pages.screen import Screen, open_page
from tests.support import office

PAGE = "pages/data/impor.py"
COUNTS = "22 baris dibaca = 6 dimuat (menjadi 8 data) + 1 ditahan + 15 dilewati"
PARTS = ("berkas", "isi", "riwayat", "templat")


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published data root that no test writes to."""
    return office.furnish(tmp_path_factory.mktemp("office"))


@pytest.fixture
def root(furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it that one test may write to."""
    monkeypatch.delenv("PAPAN_WAREHOUSE", raising=False)
    monkeypatch.setenv("PAPAN_DATA", str(tmp_path))
    return Path(shutil.copytree(furnished, tmp_path, dirs_exist_ok=True))


def t(key: str, lang: str = "id", **params: str) -> str:
    """A text of the page."""
    return texts.t(f"page.impor.{key}", lang, **params)


def opened(**query: str) -> Screen:
    """The page for Kabupaten Contoh in 2025."""
    return open_page(PAGE, {**office.SCOPE, **query})


def drawn(screen: Screen) -> Screen:
    """The page after a run, without an error."""
    assert [(error.message, error.stack_trace[-3:]) for error in screen.app.exception] == []
    return Screen(screen.app)


def uploaded(name: str, data: bytes, **query: str) -> Screen:
    """The page after a file was dropped on it."""
    screen = opened(**query)
    screen.app.file_uploader[0].set_value((name, data, "application/octet-stream")).run()
    return drawn(screen)


def chosen(screen: Screen, label: str, value: str) -> Screen:
    """The page after an entry was chosen in the field whose label begins so."""
    box = next(box for box in screen.app.selectbox if box.label.startswith(label))
    box.set_value(value).run()
    return drawn(screen)


def read(data: bytes | None = None) -> Screen:
    """The page with the recap read for its edition."""
    return chosen(uploaded("rekap.xlsx", data or office.recap()), t("which_edition"), "lomba-contoh-2025")


def pressed(screen: Screen, label: str) -> Screen:
    """The page after a button was pressed."""
    next(button for button in screen.app.button if button.label == label).click().run()
    return drawn(screen)


def named(screen: Screen, name: str) -> Screen:
    """The page with a name in its field."""
    next(field for field in screen.app.text_input if field.label == t("by")).set_value(name)
    return screen


@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_each_part_opens_with_its_finding(part: str, lang: str, root: Path) -> None:
    """The part that the address names is drawn, and the page says its title and finding in the language asked for."""
    screen = drawn(opened(part=part, lang=lang))
    assert screen.titles == [f"{t('title', lang)}: {t('question', lang)}"]
    assert len(screen.finding.split()) > 3
    assert screen.app.segmented_control[0].value == part


def test_what_must_be_said_is_asked_before_anything_else(root: Path) -> None:
    """A recap that names no contest waits for an answer, and offers no button to load it."""
    screen = uploaded("rekap.xlsx", office.recap())
    assert screen.finding == t("finding_ask")
    assert any(texts.t(f"import.ask.{what}") in screen.text for what in ("table", "edition"))
    screen = chosen(screen, t("which_table"), "submissions")
    assert texts.t("import.ask.edition") in screen.text
    assert [button.label for button in screen.app.button if button.label.startswith("Muat")] == []


def test_the_dry_run_names_every_cell(root: Path) -> None:
    """The counts stand on top and add up; held rows, doubtful cells and columns stand below with their cells."""
    screen = read()
    assert screen.finding == COUNTS
    assert screen.has_row("Rekap!C9", "#N/A")
    assert screen.has_row("Rekap!F11", "2025")
    assert screen.has_row("C5", "Judul Inovasi", texts.t("import.column.name"))
    assert "Petunjuk" in screen.text
    assert texts.t("import.skip.signature") in screen.text


def test_a_file_that_names_governments_speaks_for_itself(root: Path) -> None:
    """The government in view is only assumed: a list with a column of governments is read by that column."""
    data = (office.REGISTERS / "files" / "krenova-jateng-2015.csv").read_bytes()
    screen = chosen(uploaded("krenova.csv", data), t("which_edition"), "krenova-jateng-2015")
    assert "20 dimuat" in screen.finding
    held = chosen(screen, t("which_government"), "kab-contoh")
    assert "20 ditahan" in held.finding


def test_the_effect_is_shown_before_and_after(root: Path) -> None:
    """Figures that the file would move stand side by side; what is unknown now is a dash."""
    screen = read()
    assert screen.has_row(t("of_entries", edition=office.EDITION), texts.MISSING)
    assert screen.has_row(t("of_unattributed", year="2025"), "0", "4")


def test_a_name_is_settled_by_a_person_only(root: Path) -> None:
    """An unknown name is left open, the suggestion stands first with its reason, the whole register after it."""
    screen = read()
    box = next(box for box in screen.app.selectbox if office.MISSPELT in box.label)
    assert box.value == ""
    assert "Rekap!B10" in box.label
    assert box.options[1].startswith(office.AGENCY)
    assert texts.t("import.why.near") in box.options[1]
    assert {"Dinas Kesehatan", t("name_nobody")} <= set(box.options)
    screen = chosen(screen, f"“{office.MISSPELT}”", "kab-contoh-disdukcapil")
    assert screen.has_row(t("of_unattributed", year="2025"), "0", "1")


def test_nothing_is_written_without_a_name(root: Path) -> None:
    """Reading writes nothing, and neither does a confirmation that nobody signs."""
    screen = pressed(read(), t("confirm", n="6"))
    assert t("by_missing") in screen.text
    assert not (root / "inbox").exists()


def test_a_confirmed_file_is_loaded_and_taken_back(root: Path) -> None:
    """The batch bears the name, the page leads on; undoing needs a reason and leaves the batch in the history."""
    screen = pressed(named(read(), "Siti Aminah"), t("confirm", n="6"))
    batch = batches.history()[0]
    assert (batch.by, batch.what, batch.counts["read"]) == ("Siti Aminah", "rekap.xlsx", 22)
    assert t("loaded", batch=batch.id, by="Siti Aminah") in screen.text
    history = drawn(opened(part="riwayat"))
    assert t("state_live") in history.text
    refused = pressed(named(history, "Siti Aminah"), t("undo_confirm", batch=batch.id))
    assert t("undo_missing") in refused.text
    next(field for field in refused.app.text_input if field.label == t("undo_why")).set_value("berkas keliru")
    undone = pressed(named(refused, "Budi"), t("undo_confirm", batch=batch.id))
    assert all(words in undone.text for words in (t("state_undone"), "Budi", "berkas keliru", "Siti Aminah"))
    assert batches.history()[0].withdrawn is not None


def test_the_same_file_again_says_so(root: Path) -> None:
    """A file that stands already is named with its batch, and there is nothing to confirm."""
    data = office.recap()
    pressed(named(read(data), "Siti Aminah"), t("confirm", n="6"))
    screen = read(data)
    assert screen.finding == t("finding_again")
    assert "batch-0001" in screen.text
    assert [button.label for button in screen.app.button if button.label.startswith("Muat")] == []


def test_a_refused_file_gets_its_sentence(root: Path) -> None:
    """A file that is none is refused in one sentence, and another can be chosen."""
    screen = uploaded("rekap.xlsx", b"PK\x03\x04 not a workbook at all")
    assert screen.finding == t("finding_refused", file="rekap.xlsx")
    wrong = [" ".join(each.itertext()) for each in screen.root.iter("p") if each.get("class") == "pi-wrong"]
    assert len(wrong) == 1
    assert pressed(screen, t("other_file")).app.file_uploader[0].value is None


def test_what_a_file_says_is_text(root: Path) -> None:
    """Markup in headings, cells and names reaches the page as text."""
    rows = ["Nama Inovasi;Perangkat Daerah;<b>Lain</b>;Tanggal", "<img src=x>;<i>Dinas</i>;<u>1</u>;<s>kapan</s>"]
    screen = chosen(uploaded("<b>a</b>.csv", "\n".join(rows).encode()), t("which_edition"), "lomba-contoh-2025")
    assert "<s>kapan</s>" in screen.text
    assert "<b>Lain</b>" in screen.text
    assert [element.tag for element in screen.root.iter() if element.tag in {"img", "i", "u", "s"}] == []
