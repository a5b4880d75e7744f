"""CSV: comma, semicolon, tab or bar, in the encodings of office programs. Every cell is text, as it is written."""

from __future__ import annotations

import re
from collections import Counter

from etl.limits import Limits
from etl.readers import _grid, _records, _text
from etl.readers._evidence import Evidence
from etl.readers._progress import Progress
from etl.workbook import Note, Refused, Sheet, Value, Workbook, address

ENDINGS = ("csv", "tsv", "txt")
FALLBACK = True
SHEET = "CSV"
_DELIMITERS = ";,\t|"
_NAMES = {"\t": "Tab"}
_DIALECT_LINE = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_LOOKED_AT = 300
_MARKUP = ("<?xml", "<!doctype", "<html", "<table")
_TOLD_EVERY = 10_000


def claims(evidence: Evidence) -> bool:
    """Text without markup. Under another ending than those of text, only what is clearly parted into columns."""
    if not evidence.text or evidence.text[:16].lower().startswith(_MARKUP):
        return not evidence.text and evidence.ending in ENDINGS and not evidence.data.strip(_text.BLANKS)
    if evidence.ending in ENDINGS:
        return True
    sample = _records.lines(evidence.text)[:_LOOKED_AT]
    return bool(_DIALECT_LINE.fullmatch(sample[0])) or (len(sample) > 1 and delimiter(sample) is not None)


def read(evidence: Evidence, progress: Progress) -> Workbook:
    """One sheet called CSV; its rows are the records, counted from 1, without the line that names the delimiter."""
    text, encoding = _text.decode(evidence.data)
    lines = _records.lines(text.replace("\0", "").rstrip("\x1a"))
    notes = [] if encoding in _text.UTF8 else [Note("read_encoding", {"encoding": _text.name(encoding)})]
    if named := _DIALECT_LINE.fullmatch(lines[0]) if lines else None:
        lines = lines[1:]
        notes.append(Note("read_separator_line", {"separator": _NAMES.get(named[1], named[1])}))
    chosen = named[1] if named else delimiter(lines[:_LOOKED_AT])
    rows, stray = _rows(lines, chosen or ",", bool(chosen), evidence.limits, progress)
    if stray:
        notes.append(Note("read_stray_quotes", {"sheet": SHEET, "rows": _grid.spans(stray)}))
    return Workbook("csv", [Sheet(SHEET, _grid.Room(evidence.limits).squared(SHEET, rows, _last_record(rows)))], notes)


def _last_record(rows: list[list[Value]]) -> int:
    """The last record that is written out, be it of empty cells (,,,); empty lines at the end are no rows."""
    if not any(any(row) for row in rows):
        return 0
    return next(number for number in range(len(rows), 0, -1) if len(rows[number - 1]) > 1 or any(rows[number - 1]))


def _rows(
    lines: list[str], parted_by: str, parted: bool, limits: Limits, progress: Progress
) -> tuple[list[list[Value]], list[int]]:
    """The rows, and the numbers of those whose quotes do not fit."""
    rows: list[list[Value]] = []
    stray: list[int] = []
    for record in _records.records(lines, parted_by):
        cells = record.cells if parted else [parted_by.join(record.cells)]
        rows.append([cell or None for cell in cells] if len(cells) > 1 or any(map(str.strip, cells)) else [])
        if not record.sound:
            stray.append(len(rows))
        if len(rows) % _TOLD_EVERY == 0:
            progress.told("read", record.line, len(lines))
        if len(rows) > limits.rows and any(cells):
            raise Refused("too_large", found=address(SHEET, len(rows), 1))
    return rows, stray


def delimiter(lines: list[str]) -> str | None:
    """What parts the cells: the sign that gives most records the same number of cells; None where no sign does.

    Titles above the table need not be parted, and a comma in a title alone parts nothing."""
    best = max(((*_evenness(lines, sign), sign) for sign in _DELIMITERS), key=lambda one: one[:2])
    return best[2] if best[0] else None


def _evenness(lines: list[str], sign: str) -> tuple[float, int]:
    """The share of the records that have the commonest number of cells, and that number; nothing where the records
    from the first parted one on mostly differ."""
    counts = [len(cells) for cells in _records.first_records(lines, sign, _LOOKED_AT)]
    parted = next((place for place, count in enumerate(counts) if count > 1), len(counts))
    table = counts[parted:]
    commonest, times = Counter(table).most_common(1)[0] if table else (1, 0)
    if commonest == 1 or times * 2 <= len(table) or (len(table) == 1 and len(counts) > 1):
        return 0.0, 1
    return times / len(counts), commonest
