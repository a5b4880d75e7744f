"""The catalogue: the same keys and placeholders in both languages, and the formats of an Indonesian office."""

import re
from datetime import date
from pathlib import Path

import pytest

import texts

ROOT = Path(__file__).resolve().parents[2]
ID, EN = texts.catalogue("id"), texts.catalogue("en")
# Keys written out in code; those put together from data are covered by the tests of vocabularies below.
LITERAL = re.compile(r"""\bt\(\s*["']([a-z_]+(?:\.[a-z_0-9]+)+)["']""")


def test_both_languages_hold_the_same_keys() -> None:
    assert sorted(set(ID) ^ set(EN)) == []


def test_both_languages_expect_the_same_parameters() -> None:
    differing = [key for key in ID if texts.placeholders(ID[key]) != texts.placeholders(EN[key])]
    assert differing == []


def test_no_text_is_empty() -> None:
    empty = [(lang, k) for lang in texts.LANGUAGES for k, text in texts.catalogue(lang).items() if not text.strip()]
    assert empty == []


def test_every_key_written_in_code_exists() -> None:
    files = [ROOT / "dashboard.py", *(f for folder in ("ui", "pages") for f in (ROOT / folder).rglob("*.py"))]
    used = {key for file in files for key in LITERAL.findall(file.read_text(encoding="utf-8"))}
    assert sorted(used - set(ID)) == []


def test_every_page_has_a_title_and_a_question() -> None:
    pages = [file.stem for file in (ROOT / "pages").glob("*/*.py")]
    assert [p for p in pages if f"page.{p}.title" not in ID or f"page.{p}.question" not in ID] == []


@pytest.mark.parametrize(
    ("section", "names"),
    [
        ("basis", "rows reported at_least unknown"),
        ("board.state", "met draft_only none no_data exempt"),
        ("board.symbol", "met draft_only none no_data exempt"),
        ("board.means", "met draft_only none no_data exempt"),
        ("level", "ministry agency province regency city soe police other"),
        (
            "agency_kind",
            "dinas badan sekretariat inspektorat kecamatan kelurahan desa bumd rsud puskesmas upt satpol sekolah other",
        ),
        (
            "stage_kind",
            "identified drafted clinic revised verified registered submitted administrative evaluation shortlist"
            " presentation field final award",
        ),
        ("stage_status", "held planned"),
        ("outcome", "passed failed pending withdrawn unknown"),
        ("extent", "complete passed_only partial none"),
        ("grade", "official press register own"),
        ("competition_type", "contest register directory award"),
        ("competition_level", "national provincial local"),
        ("counted_as", "submitted registered"),
        ("comparator", "at_least at_most exactly"),
    ],
)
def test_every_word_of_a_vocabulary_has_a_text(section: str, names: str) -> None:
    assert [name for name in names.split() if f"{section}.{name}" not in ID] == []


def test_a_missing_key_names_key_and_language() -> None:
    with pytest.raises(KeyError, match=r"board\.nothing.*'en'"):
        texts.t("board.nothing", "en")


def test_a_missing_parameter_is_named() -> None:
    with pytest.raises(KeyError, match="government"):
        texts.t("sample.back", "id")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError, match=r"no language .fr."):
        texts.t("app.name", "fr")


def test_a_reason_is_put_into_words_with_its_numbers() -> None:
    assert texts.reason("in_progress|n=4|m=1205", "id") == "Masih berjalan: 4 dari 1.205 belum ada keputusan."
    assert texts.reason("first_stage", "en").startswith("The first stage")


def test_an_unknown_reason_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"reason\.nonsense"):
        texts.reason("nonsense", "id")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (texts.number(1234.5, "id", 1), "1.234,5"),
        (texts.number(1234.5, "en", 1), "1,234.5"),
        (texts.number(0), "0"),
        (texts.number(None), "–"),
        (texts.number(float("nan")), "–"),
        (texts.number(-3), "−3"),
        (texts.percent(0.666667), "66,7 %"),
        (texts.percent(None), "–"),
        (texts.signed(6), "+6"),
        (texts.signed(0), "0"),
        (texts.signed(-6, "en"), "−6"),
        (texts.signed_percent(0.666667), "+66,7 %"),
        (texts.ratio(1917, 2454), "1.917/2.454"),
        (texts.ratio(None, 5), "–/5"),
        (texts.span(0.764, 0.797), "76,4–79,7 %"),
        (texts.span(None, 0.5), "–"),
        (texts.rupiah(5_000_000), "Rp5.000.000"),
        (texts.day("2018-01-23"), "23 Januari 2018"),
        (texts.day("2018-01-23", "en"), "23 January 2018"),
        (texts.day("2018-01"), "Januari 2018"),
        (texts.day("2018"), "2018"),
        (texts.day(date(2018, 1, 23), "id", weekday=True), "Selasa, 23 Januari 2018"),
        (texts.day(None), "–"),
    ],
)
def test_formats(said: str, expected: str) -> None:
    assert said == expected


def test_text_that_is_no_date_is_an_error() -> None:
    with pytest.raises(ValueError, match="not a date"):
        texts.day("kemarin")
