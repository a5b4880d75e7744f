"""Small XLS files, written record by record: no library that is in use here writes this format."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Cell = str | float | bool | tuple[str, int]
SECTOR = 512
_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_ERRORS = {"#N/A": 42, "#DIV/0!": 7}


@dataclass
class XlsSheet:
    """Cells by (row, column) from 0 with the number of their style; merges as (top, bottom, left, right) from 0."""

    name: str
    cells: dict[tuple[int, int], tuple[Cell, int]] = field(default_factory=dict)
    merges: Sequence[tuple[int, int, int, int]] = ()
    hidden: bool = False
    hidden_rows: Sequence[int] = ()


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _text(text: str, length: str = "<H") -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 1997, 0, 0))


def _style(format_key: int) -> bytes:
    return _record(0xE0, struct.pack("<HHH14x", 0, format_key, 1))


def _cell(row: int, column: int, style: int, value: Cell) -> bytes:
    at = struct.pack("<HHH", row, column, style)
    if isinstance(value, tuple):
        return _record(0x205, at + bytes([_ERRORS[value[0]], 1]))
    if isinstance(value, bool):
        return _record(0x205, at + bytes([value, 0]))
    if isinstance(value, str):
        return _record(0x204, at + _text(value))
    return _record(0x203, at + struct.pack("<d", value))


def _sheet(sheet: XlsSheet) -> bytes:
    merges = b"".join(struct.pack("<HHHH", *merge) for merge in sheet.merges)
    return b"".join(
        [
            _begin(0x10),
            *(_record(0x208, struct.pack("<HHHHHHI", row, 0, 1, 255, 0, 0, 0x20)) for row in sheet.hidden_rows),
            *(_cell(row, column, style, value) for (row, column), (value, style) in sheet.cells.items()),
            _record(0xE5, struct.pack("<H", len(sheet.merges)) + merges),
            _record(0x0A),
        ]
    )


def stream(sheets: Iterable[XlsSheet], formats: Sequence[str] = (), locked: bool = False) -> bytes:
    """The workbook stream. Style 0 is General; style n shows numbers in the n-th of `formats`."""
    sheets = list(sheets)
    head = _begin(0x05) + (_record(0x2F, struct.pack("<HHHH", 0, 1, 1, 1)) if locked else b"")
    head += _record(0x42, struct.pack("<H", 1200)) + _record(0x22, b"\0\0")
    head += b"".join(_record(0x41E, struct.pack("<H", 164 + n) + _text(code)) for n, code in enumerate(formats))
    head += _style(0) + b"".join(_style(164 + n) for n in range(len(formats)))
    size = len(head) + sum(4 + 8 + 2 * len(sheet.name) for sheet in sheets) + 4
    bodies = [_sheet(sheet) for sheet in sheets]
    for sheet, body in zip(sheets, bodies, strict=True):
        head += _record(0x85, struct.pack("<IBB", size, sheet.hidden, 0) + _text(sheet.name, "<B"))
        size += len(body)
    return head + _record(0x0A) + b"".join(bodies)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", _FREE, _FREE, child)
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB", len(written), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<III", start, size, 0)
    )


def compound(content: bytes, name: str = "Workbook") -> bytes:
    """A compound document with one stream."""
    content = content.ljust(max(4096, -(-len(content) // SECTOR) * SECTOR), b"\0")
    sectors = len(content) // SECTOR
    fat = [0xFFFFFFFD, _END, *range(3, sectors + 2), _END]
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(content))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    return head + table + directory.ljust(SECTOR, b"\0") + content


def xls(*sheets: XlsSheet, formats: Sequence[str] = (), locked: bool = False) -> bytes:
    """A file as Excel 97 writes it."""
    return compound(stream(sheets, formats, locked))
