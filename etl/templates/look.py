"""How the workbooks look: one place for colours, type and cell formats."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import xlsxwriter

INK, MUTED, LINE, MAIN, PANEL, PAPER = "#10262C", "#6B7C82", "#D3DCDA", "#0A6B6B", "#F1F5F4", "#FFFFFF"
TINT, WARM, WARM_TAB, ALARM = "#D5EAE7", "#FBEBCB", "#C47A00", "#B23A2E"
BASE: dict[str, Any] = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
# Text cells are formatted as text, so that a code keeps its zeros, a day is kept as typed, and "=…" never runs.
FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": MAIN, "valign": "vcenter"},
    "heading": {"bold": True, "font_color": PAPER, "bg_color": MAIN, "border": 1, "border_color": PAPER},
    "heading_free": {"bold": True, "font_color": INK, "bg_color": TINT, "border": 1, "border_color": PAPER},
    "heading_own": {"font_color": MUTED, "bg_color": PANEL, "border": 1, "border_color": PAPER},
    "heading_note": {"bold": True, "font_color": INK, "bg_color": WARM, "border": 1, "border_color": PAPER},
    "name": {"font_size": 8, "font_color": MUTED, "bg_color": PANEL, "bottom": 1, "bottom_color": LINE},
    "example": {"italic": True, "font_color": MUTED, "bg_color": PANEL, "num_format": "@", "text_wrap": True},
    "text": {"num_format": "@", "text_wrap": True},
    "date": {"num_format": "@"},
    "whole": {"num_format": "0"},
    "number": {"num_format": "General"},
    "note": {"num_format": "@", "text_wrap": True, "bg_color": WARM},
    "plain": {"text_wrap": True},
    "quiet_line": {"font_color": MUTED},
    "subtitle": {"bold": True, "font_size": 13, "font_color": MAIN},
    "band": {"bold": True, "font_size": 20, "font_color": PAPER, "bg_color": MAIN, "valign": "vcenter", "indent": 1},
    "band_small": {"font_color": PAPER, "bg_color": MAIN, "valign": "vcenter", "indent": 1},
    "line": {"text_wrap": True, "bottom": 1, "bottom_color": LINE},
    "line_quiet": {"font_color": MUTED, "text_wrap": True, "bottom": 1, "bottom_color": LINE},
    "number_of": {"bold": True, "font_color": MAIN, "align": "center"},
    "line_strong": {"bold": True, "text_wrap": True, "bottom": 1, "bottom_color": LINE},
}
HEADINGS = {"heading", "heading_free", "heading_own", "heading_note"}
LONGEST = 32_767  # characters that a cell can hold
A4 = 9


class Book:
    """A workbook being written: its formats by name. Nothing written to it is taken for a formula or an address."""

    def __init__(self, file: io.BytesIO) -> None:
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook = xlsxwriter.Workbook(file, options)
        self._formats: dict[str, Any] = {}

    def format(self, name: str) -> Any:
        """The cell format of that name, made once."""
        if name not in self._formats:
            wrapped = {"text_wrap": True, "valign": "vcenter"} if name in HEADINGS else {}
            self._formats[name] = self.workbook.add_format(BASE | wrapped | FORMATS[name])
        return self._formats[name]

    def sheet(self, name: str, colour: str) -> Any:
        """A new sheet, printed across the page's width in landscape, unprotected."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_tab_color(colour)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&8&A&R&8&P / &N")
        return sheet

    def write(self, sheet: Any, row: int, column: int, text: str, style: str) -> None:
        """Write text as text, whatever it begins with. `row` and `column` count from 0."""
        clean = "".join(c for c in text if c >= " " or c in "\n\t")
        sheet.write_string(row, column, clean[:LONGEST], self.format(style))


@contextmanager
def made(file: io.BytesIO) -> Iterator[Book]:
    """A workbook that is complete in `file` when the block ends."""
    book = Book(file)
    yield book
    book.workbook.close()
