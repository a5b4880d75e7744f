"""Workbooks to fill in: headings, drop-downs, the example row and the sheet that explains."""

import pytest

from etl import templates
from etl.columns import template
from etl.context import Context
from etl.contract import contract
from etl.templates.forms import forms
from tests.templates.books import FIRST, HEADING, NAME, choices, column_of, has_list, opened, row_of, rule_of

ALL = ["agencies", "editions", "stages", "submissions", "stage_results", "targets", "coverage"]


def test_without_a_purpose_there_is_a_sheet_for_each_table(small: Context) -> None:
    assert opened(templates.write("kab-a", None, small)).sheetnames == ["Petunjuk", *ALL, "Pilihan"]


@pytest.mark.parametrize(("purpose", "tables"), [("entries", ["submissions"]), ("editions", ["editions", "stages"])])
def test_a_purpose_has_its_own_sheets(small: Context, purpose: str, tables: list[str]) -> None:
    assert opened(templates.write("kab-a", None, small, purpose=purpose)).sheetnames[1:-1] == tables


def test_an_unknown_purpose_is_refused_with_the_known_ones(small: Context) -> None:
    with pytest.raises(templates.FormError, match=r"'usulan'.*agencies, editions, entries"):
        templates.write("kab-a", None, small, purpose="usulan")


def covering(groups: list[tuple[int, int, str]], column: int) -> list[str]:
    """The formats of the groups of equal columns that a column stands in."""
    return [form for first, last, form in groups if first <= column <= last]


@pytest.mark.parametrize("table", ALL)
def test_the_shared_headings_stand_above_the_names_of_the_contract(small: Context, table: str) -> None:
    shared = {row["column"]: row["heading"] for row in template.rows() if row["table"] == table}
    sheet = opened(templates.write("kab-a", None, small))[table]
    headings, names = row_of(sheet, HEADING)[1:], row_of(sheet, NAME)[1:]
    assert [str(heading).removesuffix(" *") for heading in headings] == [shared[str(name)] for name in names]


@pytest.mark.parametrize("table", ALL)
def test_what_a_row_cannot_do_without_is_there_and_marked(small: Context, table: str) -> None:
    sheet = opened(templates.write("kab-a", None, small))[table]
    pairs = zip(row_of(sheet, HEADING), row_of(sheet, NAME), strict=True)
    marked = {name for heading, name in pairs if str(heading).endswith(" *")}
    vital = {column.name for column in contract().tables[table].columns if column.vital} - {"source_id"}
    entry = {"innovation"} if table == "submissions" else set()
    assert marked == (vital | entry) - forms().sheets[table].own
    assert vital <= set(row_of(sheet, NAME))


def test_the_agencies_offered_are_the_governments_own_in_force(small: Context) -> None:
    book = opened(templates.write("kab-a", None, small))
    assert choices(book, "submissions", "agency") == ["Dinas Kesehatan", "Puskesmas Utara"]
    assert choices(book, "agencies", "parent_id") == ["a-dinkes", "a-pkm"]
    assert choices(book, "targets", "scope_id") == ["kab-a", "a-dinkes", "a-pkm", "all"]


def test_the_agencies_of_an_edition_are_those_of_its_year(small: Context) -> None:
    book = opened(templates.write("kab-a", "lomba-2018", small))
    assert choices(book, "submissions", "agency") == ["Dinas Kesehatan", "Puskesmas Utara"]
    assert choices(book, "submissions", "edition_id") == ["lomba-2018"]


def test_the_editions_offered_are_own_provincial_and_national(small: Context) -> None:
    book = opened(templates.write("kab-a", None, small))
    assert choices(book, "submissions", "edition_id") == ["lomba-2019", "kipp-p-2019", "kipp-2019", "lomba-2018"]
    assert choices(book, "editions", "competition_id") == ["lomba", "kipp-p", "kipp"]
    elsewhere = opened(templates.write("kab-z", None, small))
    assert choices(elsewhere, "submissions", "edition_id") == ["kipp-2019"]


def test_the_stages_are_the_editions_and_no_other_governments_preparation(small: Context) -> None:
    book = opened(templates.write("kab-a", "kipp-2019", small))
    assert choices(book, "stage_results", "stage_id") == ["siap-a", "top99"]
    assert choices(book, "stage_results", "submission_id") == ["u2"]
    assert "reach:top99" in choices(book, "targets", "metric")


def test_words_are_shown_in_the_language_and_nothing_else_is_let_through(small: Context) -> None:
    book = opened(templates.write("kab-a", None, small))
    words = ["lulus", "tidak lulus", "menunggu", "ditarik", "hasil tidak diketahui"]
    assert choices(book, "stage_results", "outcome") == words
    assert rule_of(book["stage_results"], "outcome").errorStyle in (None, "stop")
    assert rule_of(book["submissions"], "agency").errorStyle == "warning"
    english = opened(templates.write("kab-a", None, small, "en"))
    assert choices(english, "stage_results", "outcome")[:2] == ["passed", "failed"]


@pytest.mark.parametrize(
    ("lang", "mark"), [("id", "CONTOH – baris ini diabaikan"), ("en", "EXAMPLE – this row is ignored")]
)
def test_the_example_is_marked_grey_and_italic_and_the_only_row(small: Context, lang: str, mark: str) -> None:
    book = opened(templates.write("kab-a", "lomba-2019", small, lang))
    for table in ALL:
        sheet = book[table]
        assert sheet.cell(FIRST, 1).value == mark
        assert all(cell.font.i for cell in sheet[FIRST])
        assert sheet.max_row == FIRST
        assert sheet.freeze_panes == "B4"


def test_the_languages_differ_in_every_heading_but_not_in_the_names(small: Context) -> None:
    id_book, en_book = (opened(templates.write("kab-a", None, small, lang)) for lang in ("id", "en"))
    assert en_book.sheetnames == ["Guide", *ALL, "Choices"]
    for table in ALL:
        assert row_of(id_book[table], NAME) == row_of(en_book[table], NAME)
        assert row_of(id_book[table], HEADING)[0] != row_of(en_book[table], HEADING)[0]
        assert id_book[table].cell(1, 1).value != en_book[table].cell(1, 1).value


def test_text_cells_are_text_so_that_zeros_and_dates_stay_as_typed(small: Context) -> None:
    sheet = opened(templates.write("kab-a", None, small))["agencies"]
    groups = [(group.min, group.max, group.number_format) for group in sheet.column_dimensions.values()]
    formats = {form for name in ("code", "valid_from", "name") for form in covering(groups, column_of(sheet, name))}
    assert formats == {"@"}


def test_the_workbook_prints_on_the_width_of_a_landscape_page_and_is_not_locked(small: Context) -> None:
    for sheet in opened(templates.write("kab-a", None, small)):
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert not sheet.protection.sheet


def test_the_guide_explains_every_column_in_indonesian(small: Context) -> None:
    book = opened(templates.write("kab-a", None, small))
    said = {str(cell) for row in book["Petunjuk"].iter_rows(values_only=True) for cell in row if cell}
    wanted = {(form.table.name, column.name) for form in forms().sheets.values() for column in form.columns}
    shared = {(row["table"], row["column"]): row["explanation"] for row in template.rows()}
    assert {shared[pair] for pair in wanted} <= said
    assert any("data pribadi" in text for text in said)


def test_without_a_government_the_forms_offer_national_editions_and_no_agencies(small: Context) -> None:
    book = opened(templates.write(None, None, small))
    assert choices(book, "submissions", "edition_id") == ["kipp-2019"]
    assert not has_list(book["submissions"], "agency")


def test_a_filled_form_has_the_governments_rows_below_the_example(small: Context) -> None:
    sheet = opened(templates.write("kab-a", None, small, purpose="entries", filled=True))["submissions"]
    titles = [sheet.cell(row, 3).value for row in range(FIRST, sheet.max_row + 1)]
    assert titles == ["Antrean Daring Puskesmas", "+Sehat", "Peduli"]
