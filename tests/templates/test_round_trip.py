"""The importer reads the workbooks: an empty form says nothing, a filled one loads, an export changes nothing."""

import io

import openpyxl
import pytest

from etl import registers, templates
from etl.context import Context
from etl.dry_run import DryRun, Given
from tests.templates.books import FIRST, column_of, opened

WORDS = {
    "id": ("lulus", "lengkap", "satu pemerintah daerah", "ya"),
    "en": ("passed", "complete", "one government", "yes"),
}


def read(data: bytes, known: Context, government_id: str | None = "kab-a") -> DryRun:
    return registers.read_register("papan.xlsx", data, Given(government_id=government_id), known, lambda *_: None)


def filled(data: bytes, rows: dict[str, list[dict[str, object]]]) -> bytes:
    """The form with rows written below the example, as a person types them."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for table, cells in rows.items():
        sheet = book[table]
        for number, row in enumerate(cells, FIRST + 1):
            for name, value in row.items():
                sheet.cell(number, column_of(sheet, name), value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def said(dry: DryRun) -> dict[str, object]:
    """What went wrong, for a failing test to show."""
    return {
        "refused": dry.refused,
        "asks": dry.asks,
        "held": [(issue.cell, issue.code, issue.value) for issue in dry.quarantined],
        "questions": [(issue.cell, issue.code, issue.value) for issue in dry.questions],
    }


@pytest.mark.parametrize("purpose", [None, *templates.purposes()])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_an_empty_form_says_nothing(small: Context, purpose: str | None, lang: str) -> None:
    dry = read(templates.write("kab-a", None, small, lang, purpose), small)
    assert dry.tables == {}
    assert dry.outcome == "nothing", said(dry)
    assert {skipped.reason for skipped in dry.skipped} == {"title", "header", "example"}
    assert (dry.questions, dry.notes) == ([], [])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_filled_form_loads(small: Context, lang: str) -> None:
    words = {
        "id": ("lulus", "lengkap", "satu pemerintah daerah", "ya"),
        "en": ("passed", "complete", "one government", "yes"),
    }
    passed, complete, one, yes = words[lang]
    rows: dict[str, list[dict[str, object]]] = {
        "submissions": [
            {
                "edition_id": "lomba-2019",
                "innovation": "Baru",
                "agency": "Dinkes",
                "flagship": yes,
                "submitted_on": "5/3/2019",
            }
        ],
        "stage_results": [{"submission_id": "u2", "stage_id": "siap-a", "outcome": passed, "score": 87.5}],
        "coverage": [
            {"scope_kind": one, "scope_id": "kab-a", "edition_id": "kipp-2019", "stage_id": "top99", "extent": complete}
        ],
    }
    dry = read(filled(templates.write("kab-a", None, small, lang), rows), small)
    assert dry.outcome == "load", said(dry)
    assert (dry.quarantined, dry.questions) == ([], [])
    entry = dry.tables["submissions"][0]
    assert (entry["innovation"], entry["submitted_on"], entry["flagship"]) == ("Baru", "2019-03-05", "true")
    result = next(row for row in dry.tables["stage_results"] if row["submission_id"] == "u2")
    assert (result["stage_id"], result["outcome"], result["score"]) == ("siap-a", "passed", "87.5")
    state = dry.tables["coverage"][0]
    assert (state["scope_kind"], state["extent"]) == ("government", "complete")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_an_export_of_a_small_government_changes_nothing(small: Context, lang: str) -> None:
    dry = read(templates.export("kab-a", None, small, lang), small)
    assert dry.tables == {}
    assert dry.outcome == "nothing", said(dry)
    assert said(dry) == {"refused": None, "asks": [], "held": [], "questions": []}


@pytest.mark.parametrize("government", ["kab-bangka", "kab-contoh"])
def test_an_export_of_the_own_data_changes_nothing(own_data: Context, government: str) -> None:
    data = templates.export(government, None, own_data)
    dry = read(data, own_data, government)
    assert dry.tables == {}
    assert dry.outcome == "nothing", said(dry)
    assert [sheet.name for sheet in dry.sheets if sheet.is_data] == opened(data).sheetnames[1:-1]


def test_a_changed_cell_of_an_export_is_all_that_is_written(small: Context) -> None:
    book = openpyxl.load_workbook(io.BytesIO(templates.export("kab-a", None, small)))
    sheet = book["targets"]
    row = next(number for number in range(FIRST, sheet.max_row + 1) if sheet.cell(number, 1).value == "t1")
    sheet.cell(row, column_of(sheet, "value"), 20)
    out = io.BytesIO()
    book.save(out)
    dry = read(out.getvalue(), small)
    assert {table: [row["value"] for row in rows] for table, rows in dry.tables.items()} == {"targets": ["20"]}
