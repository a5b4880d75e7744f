"""Sections as a workbook: a sheet each with its finding, tables to calculate with, and a native chart."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range

import texts
from planning.wording import SURE
from reports.plain import plain
from reports.section import Cell, Chart, Column, Kind, Section, Table, is_number, shown

INK, MUTED, LINE, MAIN, PAPER, TINT = "#10262C", "#56676D", "#D3DCDA", "#0A6B6B", "#FFFFFF", "#D5EAE7"
COLOURS = (MAIN, "#C47A00", "#6B7C82", "#B23A2E", "#5B4B8A")
BASE: dict[str, Any] = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
# A format names its language; a spreadsheet that does not heed that takes the separators of its own system.
_CHANCE = f'[>={SURE}]"> 99 %";[<{1 - SURE:.3f}]"< 1 %";0" "%'  # as planning.wording.chance says it
NUMBERS = {"count": "#,##0", "decimal": "#,##0.0", "percent": '0.0" "%', "chance": _CHANCE, "year": "0"}
LOCALES = {"id": "[$-421]", "en": "[$-409]"}
A4, LONGEST, NAME_LENGTH = 9, 32_767, 31
UNIT, LEAST, MOST = 11.0, 9.0, 60.0  # widths of columns, in characters
TILES = (32.0, 30.0, 60.0)
LINE_HEIGHT, CHART_ROWS, ONE_PAGE = 15.0, 17, 30
_BAD = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class Book:
    """A workbook being written: its formats by name. Nothing written to it is taken for a formula or an address."""

    def __init__(self, file: io.BytesIO, lang: str, made_on: date) -> None:
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook = xlsxwriter.Workbook(file, options)
        self.workbook.set_properties({"created": datetime(made_on.year, made_on.month, made_on.day)})
        self.lang = lang
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **look: Any) -> Any:
        """A cell format, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(BASE | look)
        return self._formats[key]

    def number(self, kind: Kind) -> str:
        """The number format of a kind of cell."""
        return "0" if kind == "year" else LOCALES.get(self.lang, "") + NUMBERS.get(kind, NUMBERS["count"])

    def text(self, sheet: Any, row: int, column: int, words: str, **look: Any) -> None:
        """Write text as text, whatever it begins with."""
        sheet.write_string(row, column, plain(words)[:LONGEST], self.format(**look))


def workbook(sections: Sequence[Section], lang: str, made_on: date) -> bytes:
    """The sections as XLSX, a sheet each. `made_on` is the day written into the file's properties, so that the same
    figures make the same file."""
    file = io.BytesIO()
    book = Book(file, lang, made_on)
    taken: set[str] = set()
    for section in sections:
        sheet = book.workbook.add_worksheet(_tab(section.name, taken))
        _write(book, sheet, section)
    book.workbook.close()
    return file.getvalue()


def _tab(name: str, taken: set[str]) -> str:
    """A name that a tab can have, and no other has."""
    clean = plain(name).translate(_BAD).strip("' ")[:NAME_LENGTH] or "–"
    tab, number = clean, 2
    while tab.casefold() in taken:
        tab, number = f"{clean[: NAME_LENGTH - 4]} {number}", number + 1
    taken.add(tab.casefold())
    return tab


def _write(book: Book, sheet: Any, section: Section) -> None:
    _page(sheet, section)
    widths = _widths(section, book.lang)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    across = max(sum(widths), 90.0)
    row = _sentences(book, sheet, section, across)
    places: dict[int, int] = {}
    for number, table in enumerate(section.tables):
        row = _caption(book, sheet, row, table)
        places[number] = row
        row = _table(book, sheet, row, table, freeze=number == 0)
    if section.chart:
        if row < ONE_PAGE:
            sheet.fit_to_pages(1, 1)
        else:
            of = section.tables[section.chart.table]
            sheet.set_h_pagebreaks([places[section.chart.table] - 1 if of.drawn else row])
        _chart(book, sheet, section, places[section.chart.table], row)
        row += CHART_ROWS + 1
    for note in section.notes:
        _line(book, sheet, row, note, across, font_color=MUTED)
        row += 1


def _page(sheet: Any, section: Section) -> None:
    sheet.hide_gridlines(2)
    sheet.set_tab_color(MAIN)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&8&A&R&8&P / &N")


def _sentences(book: Book, sheet: Any, section: Section, across: float) -> int:
    """The finding, the sentences and the tiles on top; returns the row after them."""
    sheet.set_row(0, LINE_HEIGHT * 1.6 * _lines(section.title, across / 1.5))
    book.text(sheet, 0, 0, section.title, bold=True, font_size=14, font_color=MAIN)
    _merge(book, sheet, 0, section.title, across, bold=True, font_size=14, font_color=MAIN)
    row = 1
    for point in section.points:
        _line(book, sheet, row, point, across)
        row += 1
    for tile in section.tiles:
        words = (tile.label, tile.value or texts.MISSING, tile.beside or "")
        for place, word in enumerate(words):
            book.text(sheet, row, place, word, bold=place < 2, text_wrap=True, bottom=1, bottom_color=LINE)
        deepest = max(_lines(word, width) for word, width in zip(words, TILES, strict=True))
        sheet.set_row(row, LINE_HEIGHT * deepest)
        row += 1
    return row + 1


def _merge(book: Book, sheet: Any, row: int, words: str, across: float, **look: Any) -> None:
    """Long text over the width of the page; a single column is wide enough by itself."""
    sheet.merge_range(row, 0, row, 7, "", book.format(text_wrap=True, **look))
    book.text(sheet, row, 0, words, text_wrap=True, **look)


def _line(book: Book, sheet: Any, row: int, words: str, across: float, **look: Any) -> None:
    sheet.set_row(row, LINE_HEIGHT * _lines(words, across))
    _merge(book, sheet, row, words, across, **look)


def _lines(words: str, across: float) -> int:
    return 1 + int(len(words) // max(across, 1))


def _caption(book: Book, sheet: Any, row: int, table: Table) -> int:
    if not table.caption:
        return row
    book.text(sheet, row, 0, table.caption, bold=True, font_size=12, font_color=MAIN)
    return row + 1


def _table(book: Book, sheet: Any, row: int, table: Table, freeze: bool) -> int:
    """Heading, rows and total; returns the row after an empty one. The first table's heading stays in view and is
    repeated on every printed page."""
    for place, column in enumerate(table.columns):
        align: dict[str, Any] = {"align": "right"} if is_number(column) else {"align": "left", "indent": 1}
        book.text(sheet, row, place, column.heading, bold=True, font_color=PAPER, bg_color=MAIN, text_wrap=True,
                  valign="vcenter", border=1, border_color=PAPER, **align)  # fmt: skip
    sheet.set_row(row, LINE_HEIGHT * max(_lines(c.heading, _width_of(c) * 0.8) for c in table.columns) + 4)
    if freeze:
        sheet.freeze_panes(row + 1, 1)
        sheet.repeat_rows(row)
    for line, cells in enumerate(table.rows, row + 1):
        for place, (cell, column) in enumerate(zip(cells, table.columns, strict=True)):
            if cell is not None or not table.drawn:  # a chart takes an empty cell for a gap, and a dash for a zero
                _cell(book, sheet, line, place, cell, column)
        sheet.set_row(line, LINE_HEIGHT * _deepest(cells, table.columns, book.lang))
    last = row + len(table.rows)
    if table.total:
        last += 1
        _total(book, sheet, row, last, table)
    return last + 2


def _cell(book: Book, sheet: Any, row: int, place: int, cell: Cell, column: Column, **look: Any) -> None:
    look = {"bottom": 1, "bottom_color": LINE, "text_wrap": True} | look
    align: dict[str, Any] = {"align": "right"} if is_number(column) else {"align": "left", "indent": 1}
    if cell is None or isinstance(cell, str):
        book.text(sheet, row, place, texts.MISSING if cell is None else cell, num_format="@", **align, **look)
        return
    sheet.write_number(row, place, cell, book.format(num_format=book.number(column.kind), **align, **look))


def _total(book: Book, sheet: Any, head: int, row: int, table: Table) -> None:
    """The last row: what is to be a sum is a formula over the rows above, with its value beside it in the file."""
    look: dict[str, Any] = {"bold": True, "bg_color": TINT}
    for place, (cell, column) in enumerate(zip(table.total or (), table.columns, strict=True)):
        if place in table.summed:
            cells = xl_range(head + 1, place, row - 1, place)
            style = book.format(num_format=book.number(column.kind), align="right", **look)
            sheet.write_formula(row, place, f"=SUM({cells})", style, cell)
        elif cell is None:
            sheet.write_blank(row, place, None, book.format(**look))
        else:
            _cell(book, sheet, row, place, cell, column, **look)


def _widths(section: Section, lang: str) -> list[float]:
    """The widths of a sheet's columns: for each the widest that one of its tables asks for."""
    found: list[float] = list(TILES) if section.tiles else []
    for table in section.tables:
        for place, column in enumerate(table.columns):
            if place == len(found):
                found.append(LEAST)
            found[place] = max(found[place], _width_of(column))
    return found


def _width_of(column: Column) -> float:
    return min(max(LEAST, UNIT * column.wide), MOST)


def _deepest(cells: Sequence[Cell], columns: Sequence[Column], lang: str) -> int:
    pairs = zip(cells, columns, strict=True)
    return min(25, max(_lines(shown(cell, column.kind, lang), _width_of(column) * 0.95) for cell, column in pairs))


def _chart(book: Book, sheet: Any, section: Section, head: int, row: int) -> None:
    """A chart that reads the cells of its table."""
    chart = section.chart
    assert chart is not None
    table = section.tables[chart.table]
    kinds = {"columns": "column", "bars": "bar", "lines": "line"}
    drawn = book.workbook.add_chart({"type": kinds[chart.kind]})
    first, last = head + 1, head + len(table.rows)
    for number, place in enumerate(chart.series):
        drawn.add_series(_series(sheet.get_name(), chart, first, last, head, place, COLOURS[number % len(COLOURS)]))
    drawn.set_title({"name": chart.title, "name_font": {"size": 12, "color": INK}})
    drawn.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom"})
    values: dict[str, Any] = {"major_gridlines": {"visible": True, "line": {"color": LINE}}, "min": 0}
    across = chart.kind == "bars"  # there the values run along x, and every bar says its own
    names: dict[str, Any] = {"reverse": True} if across else {}
    values |= {"visible": False, "major_gridlines": {"visible": False}} if across else {}
    drawn.set_x_axis(values if across else names)
    drawn.set_y_axis(names if across else values)
    drawn.show_na_as_empty_cell()
    drawn.show_blanks_as("gap")
    drawn.set_size({"width": 860, "height": 20 * CHART_ROWS - 20})
    sheet.insert_chart(row, 0, drawn, {"description": plain(f"{chart.title}. {section.title}")[:250]})


def _series(
    tab: str, chart: Chart, first: int, last: int, head: int, place: int, colour: str
) -> dict[str, Any]:  # fmt: skip
    made: dict[str, Any] = {
        "name": [tab, head, place],
        "categories": [tab, first, chart.category, last, chart.category],
        "values": [tab, first, place, last, place],
        "data_labels": {"value": True, "font": {"size": 9}},
    }
    if chart.kind == "lines":
        return made | {
            "line": {"color": colour, "width": 2.25},
            "marker": {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}},
        }
    return made | {"fill": {"color": colour}}
