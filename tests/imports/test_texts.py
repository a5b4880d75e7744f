"""Every code that a dry run can say has its sentence in both languages."""

import re
from pathlib import Path

import pytest

from etl.registers import as_json
from tests.imports.small import Data
from texts import LANGUAGES, catalogue

REGISTERS = Path(__file__).parents[2] / "etl" / "registers"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in REGISTERS.glob("*.py"))
HELD = {"missing", "bad_value", "other_government", "unknown_stage", "duplicate_key", "conflict", "too_long"}
ASKED = {
    "unknown_agency", "ambiguous_agency", "ended_agency", "bad_date", "bad_number", "possible_duplicate",
    "unmapped_column", "total_differs",
}  # fmt: skip
KEYS = {
    "file", "sha256", "outcome", "refused", "sheets", "counts", "skipped", "quarantined", "questions",
    "dropped_columns", "notes",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_codes_have_sentences(lang: str) -> None:
    known = catalogue(lang)
    assert {code for code in HELD | ASKED if f"import.issue.{code}" not in known} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_notes_and_asks_have_sentences(lang: str) -> None:
    notes = set(re.findall(r'\.(?:note|note_cell)\(\s*"(\w+)"', SOURCE)) | set(re.findall(r'Note\("(\w+)"', SOURCE))
    asks = set(re.findall(r'Ask\("(\w+)"', SOURCE))
    assert len(notes) > 10
    assert {code for code in notes if f"import.note.{code}" not in catalogue(lang)} == set()
    assert {code for code in asks if f"import.ask.{code}" not in catalogue(lang)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_document_has_the_fixed_keys_and_no_code_for_a_sentence(data: Data, lang: str) -> None:
    dry = data.read("No,Judul Inovasi,OPD,Tanggal Pengajuan\n1,,x,\n2,Sehat,Dinas Sosil,belum\n")
    said = as_json(dry, lang)
    assert set(said) == KEYS
    assert set(said["counts"]) == {"read", "loaded", "quarantined", "skipped", "entries"}
    assert set(said["sheets"][0]) == {"name", "is_data", "table", "first_row", "last_row", "header_rows", "columns"}
    assert set(said["quarantined"][0]) == {"sheet", "row", "cell", "code", "value", "message"}
    assert set(said["questions"][0]) == {"sheet", "row", "cell", "code", "value", "message", "suggestions"}
    sentences = [issue["message"] for issue in said["quarantined"] + said["questions"]] + said["notes"]
    assert all(" " in sentence and "{" not in sentence for sentence in sentences)
