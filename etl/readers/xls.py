"""XLS, the format of Excel before 2007, in a compound document or without one."""

from __future__ import annotations

import io
from datetime import datetime, time

import xlrd

from etl.readers import _grid, _notes
from etl.readers._evidence import Evidence
from etl.readers._progress import Progress
from etl.workbook import Merge, Note, Refused, Sheet, Value, Workbook

ENDINGS = ("xls", "xlt")
_STREAMS = ("Workbook", "Book")
_BARE = tuple(bytes([9, version, length, 0]) for version, length in ((0, 4), (2, 6), (4, 6), (8, 8), (8, 16)))
_TOLD_EVERY = 2_000


def claims(evidence: Evidence) -> bool:
    """A compound document with a workbook stream, or a bare stream as Excel 4 and some exports write it."""
    return any(map(evidence.has_stream, _STREAMS)) or evidence.data.startswith(_BARE)


def read(evidence: Evidence, progress: Progress) -> Workbook:
    """Sheets that are tables, in their order. Raises Refused, and whatever xlrd raises on damaged files."""
    book = _open(evidence.data)
    sheets, room = [], _grid.Room(evidence.limits)
    for place in range(book.nsheets):
        given = book.sheet_by_index(place)
        room.check(given.name, given.nrows, given.ncols)
        sheets.append(_sheet(book, given, room, progress))
        book.unload_sheet(place)
    macros = [Note("read_macros")] if evidence.has_stream("_VBA_PROJECT_CUR") else []
    return Workbook("xls", sheets, [*macros, *_notes.hidden(sheets)])


def _open(data: bytes) -> xlrd.book.Book:
    try:
        return xlrd.open_workbook(
            file_contents=data, logfile=io.StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
        )
    except xlrd.XLRDError as error:
        raise Refused("password" if "encrypted" in str(error) else "unreadable") from error


def _sheet(book: xlrd.book.Book, given: xlrd.sheet.Sheet, room: _grid.Room, progress: Progress) -> Sheet:
    rows: list[list[Value]] = []
    for row in range(given.nrows):
        rows.append([_value(book, given, row, column) for column in range(given.row_len(row))])
        if len(rows) % _TOLD_EVERY == 0:
            progress.told("read", len(rows), given.nrows)
    rows = room.squared(given.name, rows)
    merges = [Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in given.merged_cells]
    hidden_rows = sorted(row + 1 for row, info in given.rowinfo_map.items() if info.hidden and row < len(rows))
    columns = len(rows[0]) if rows else 0
    return Sheet(given.name, rows, _grid.inside(merges, len(rows), columns), bool(given.visibility), hidden_rows)


def _value(book: xlrd.book.Book, given: xlrd.sheet.Sheet, row: int, column: int) -> Value:
    kind, value = given.cell_type(row, column), given.cell_value(row, column)
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#N/A"))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_DATE:
        return _moment(float(value), book.datemode)
    if kind != xlrd.XL_CELL_NUMBER:
        return str(value) or None
    how = _grid.shown_as(_number_format(book, given, row, column))
    number = _grid.plain(float(value))
    return number if how is None else _grid.show(number, how)


def _moment(value: float, datemode: int) -> Value:
    """A day, a moment or a time of day; a number that is no date stays a number."""
    try:
        moment: datetime = xlrd.xldate_as_datetime(value, datemode)
    except (OverflowError, ValueError):
        return _grid.plain(value)
    if 0 <= value < 1:
        return time(moment.hour, moment.minute, moment.second)
    return _grid.moment(moment)


def _number_format(book: xlrd.book.Book, given: xlrd.sheet.Sheet, row: int, column: int) -> str:
    style = book.xf_list[given.cell_xf_index(row, column)]
    used = book.format_map.get(style.format_key)
    return used.format_str if used else ""
