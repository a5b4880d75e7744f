"""HTML: the table that many applications save under the ending of a workbook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree, html

from etl.readers import _grid, _notes, _text
from etl.readers._evidence import Evidence
from etl.readers._progress import Progress
from etl.workbook import Merge, Note, Refused, Sheet, Value, Workbook

ENDINGS = ("html", "htm")
SHEET = "HTML"
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_BREAKING = ("br", "p", "div", "li", "tr")
_MOST_ACROSS, _MOST_DOWN = 1000, 65534  # what browsers allow


def claims(evidence: Evidence) -> bool:
    """Text that begins with markup and holds a table."""
    return evidence.text.startswith("<") and _TABLE.search(evidence.text) is not None


def read(evidence: Evidence, progress: Progress) -> Workbook:
    """A sheet for each table: HTML, or HTML 1, HTML 2 where there are several. Every cell is text."""
    text, encoding = _decoded(evidence.data)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    document = html.document_fromstring(text.replace("\0", "").encode("utf-8"), parser=parser)
    if len(parser.error_log.filter_from_fatals()):  # the parser gave up (a page nested too deep): the rest is lost
        raise Refused("unreadable")
    tables = _data_tables(document)
    room = _grid.Room(evidence.limits)
    sheets = []
    for number, table in enumerate(tables, 1):
        progress.told("read", number, len(tables))
        sheets.append(_sheet(SHEET if len(tables) == 1 else f"{SHEET} {number}", table, room))
    notes = [] if encoding in _text.UTF8 else [Note("read_encoding", {"encoding": _text.name(encoding)})]
    return Workbook("html", sheets, [*notes, *_notes.hidden(sheets)])


def _decoded(data: bytes) -> tuple[str, str]:
    text, encoding = _text.decode(data)
    named = _CHARSET.search(data[:4096])
    if encoding == "cp1252" and named:
        try:
            return data.decode(named[1].decode("ascii"), errors="replace"), named[1].decode("ascii").lower()
        except LookupError:
            return text, encoding
    return text, encoding


def _data_tables(document: html.HtmlElement) -> list[html.HtmlElement]:
    """The tables that hold data, in order: not those that only frame others, nor those inside one that holds data."""
    tables = list(document.iter("table"))
    own = Counter(_table_of(cell) for cell in document.iter("td", "th"))
    inner: Counter[html.HtmlElement] = Counter()
    for table in tables:
        inner.update(dict.fromkeys(table.iterancestors("table"), own[table]))
    chosen: set[html.HtmlElement] = set()
    for table in tables:  # outer tables come before those inside them
        if own[table] > inner[table] and chosen.isdisjoint(table.iterancestors("table")):
            chosen.add(table)
    return [table for table in tables if table in chosen]


def _table_of(element: html.HtmlElement) -> html.HtmlElement | None:
    return next(element.iterancestors("table"), None)


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (row for row in table.iterdescendants("tr") if _table_of(row) is table)


def _sheet(name: str, table: html.HtmlElement, room: _grid.Room) -> Sheet:
    sheet = Sheet(name, [])
    taken: dict[int, int] = {}  # column -> last row that a cell from above reaches
    for number, row in enumerate(_rows(table), 1):
        sheet.rows.append([])
        if _NOT_SHOWN.search(row.get("style", "")):
            sheet.hidden_rows.append(number)
        _fill(sheet, number, row.iterchildren("td", "th"), taken)
        room.check(name, number, max(len(sheet.rows[-1]), 1))
    room.squared(name, sheet.rows)
    sheet.merges = _grid.inside(sheet.merges, len(sheet.rows), len(sheet.rows[0]) if sheet.rows else 0)
    sheet.hidden_rows = [row for row in sheet.hidden_rows if row <= len(sheet.rows)]
    return sheet


def _fill(sheet: Sheet, number: int, cells: Iterable[html.HtmlElement], taken: dict[int, int]) -> None:
    column = 1
    for cell in cells:
        while taken.get(column, 0) >= number:
            column += 1
        across, down = _span(cell, "colspan", _MOST_ACROSS), _span(cell, "rowspan", _MOST_DOWN)
        value = _content(cell)
        if value is not None:
            _grid.put(sheet.rows, number, column, value)
        if across * down > 1:
            sheet.merges.append(Merge(number, column, number + down - 1, column + across - 1))
        if down > 1:
            taken.update(dict.fromkeys(range(column, column + across), number + down - 1))
        column += across


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    written = cell.get(name, "").strip()
    return min(max(int(written), 1), most) if written.isascii() and written.isdigit() and len(written) < 10 else 1


def _content(cell: html.HtmlElement) -> Value:
    """The text of a cell, with a line break where the page breaks the line."""
    parts: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            if element is not cell and element.tag in _BREAKING:
                parts.append("\n")
            parts.append(_BLANKS.sub(" ", element.text or ""))
        elif element is not cell:
            parts.append(_BLANKS.sub(" ", element.tail or ""))
    lines = (line.strip(" ") for line in "".join(parts).split("\n"))
    return "\n".join(lines).strip("\n") or None
