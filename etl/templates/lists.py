"""The sheet of choices: each drop-down's list with what its entries mean, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from etl.templates.choices import Choices
from etl.templates.look import MUTED, Book
from etl.workbook import letters
from texts import t

FIRST_ROW = 3
WIDTH, GAP = 34, 3
COLUMNS_EACH = 3  # the entries, their meaning, a gap


def places(lists: Mapping[str, Choices], lang: str) -> dict[str, str]:
    """Where each list's entries will stand, as a reference for a drop-down."""
    sheet = t("template.sheets.choices", lang)
    found = {}
    for number, (name, choices) in enumerate(lists.items()):
        column = letters(number * COLUMNS_EACH + 1)
        last = FIRST_ROW + len(choices.options)
        found[name] = f"='{sheet}'!${column}${FIRST_ROW + 1}:${column}${last}"
    return found


def write(book: Book, lists: Mapping[str, Choices], lang: str) -> None:
    """Write the sheet, as the last one."""
    sheet = book.sheet(t("template.sheets.choices", lang), MUTED)
    book.write(sheet, 0, 0, t("template.choices.title", lang), "title")
    book.write(sheet, 1, 0, t("template.choices.about", lang), "quiet_line")
    sheet.set_row(0, 30)
    for number, (name, choices) in enumerate(lists.items()):
        left = number * COLUMNS_EACH
        sheet.set_column(left, left + 1, WIDTH)
        sheet.set_column(left + 2, left + 2, GAP)
        # Worded so that no heading is one of a register's: the sheet is not data.
        heading = t("template.choices.heading", lang, name=t(f"template.list.{name}", lang))
        book.write(sheet, FIRST_ROW - 1, left, heading, "heading")
        if any(option.label for option in choices.options):
            book.write(sheet, FIRST_ROW - 1, left + 1, t("template.choices.meaning", lang), "heading_free")
        for row, option in enumerate(choices.options, FIRST_ROW):
            book.write(sheet, row, left, option.value, "line")
            book.write(sheet, row, left + 1, option.label, "line_quiet")
    sheet.freeze_panes(FIRST_ROW, 0)
