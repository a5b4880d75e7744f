"""XLSX and XLSM. Macros are never run: nothing of them is read but that they are there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from etl.readers import _grid, _notes, _xlsx_sheet, _xml
from etl.readers._archive import Archive
from etl.readers._evidence import Evidence
from etl.readers._progress import Progress
from etl.workbook import Note, Refused, Sheet, Workbook

ENDINGS = ("xlsx", "xlsm", "xltx", "xltm")
_BOOK = "xl/workbook.xml"
_PERCENT_FORMATS = {"9": "0%", "10": "0.00%"}  # those with a percent sign among the formats that have only a number
_STYLE_PARTS = {"numFmt", "xf", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}


def claims(evidence: Evidence) -> bool:
    """A zip archive that holds a workbook in XML."""
    return evidence.archive is not None and evidence.archive.find(_BOOK) is not None


def read(evidence: Evidence, progress: Progress) -> Workbook:
    """Sheets that are tables, in their order. Raises Refused, and what calamine raises on damaged files."""
    archive = evidence.archive
    assert archive is not None
    members = _sheet_members(archive)
    archive.packed.seek(0)
    book = CalamineWorkbook.from_filelike(archive.packed)
    if [one.name for one in book.sheets_metadata] != [name for name, _ in members]:
        raise Refused("unreadable")
    total = sum(archive.xml.getinfo(member).file_size for _, member in members if member)
    styles, room, done = _styles(archive), _grid.Room(evidence.limits), 0
    sheets: list[Sheet] = []
    notes: list[Note] = []
    for place, (name, member) in enumerate(members):
        if book.sheets_metadata[place].typ != SheetTypeEnum.WorkSheet:
            continue
        if not member:
            raise Refused("unreadable")
        xml = archive.xml.read(member)
        told = progress.part("read", done, total)
        extras = _xlsx_sheet.survey(name, xml, styles, room, told)
        done += len(xml)
        hidden = book.sheets_metadata[place].visible != SheetVisibleEnum.Visible
        sheets.append(_sheet(book, place, extras, hidden, room))
        notes += _notes.formulas(name, extras.formulas)
    return Workbook("xlsx", sheets, [*_macros(archive, book), *_notes.hidden(sheets), *notes])


def _sheet(book: CalamineWorkbook, place: int, extras: _xlsx_sheet.Extras, hidden: bool, room: _grid.Room) -> Sheet:
    name = book.sheet_names[place]
    given = book.get_sheet_by_index(place).to_python(skip_empty_area=False) if extras.rows else []
    rows = _grid.plain_rows(given)
    _xlsx_sheet.apply(rows, extras)
    rows = room.squared(name, rows)
    merges = _grid.inside(extras.merges, len(rows), len(rows[0]) if rows else 0)
    hidden_rows = sorted({row for row in extras.hidden_rows if 1 <= row <= len(rows)})
    return Sheet(name, rows, merges, hidden, hidden_rows)


def _sheet_members(archive: Archive) -> list[tuple[str, str | None]]:
    """Each sheet's name with the member that holds it, in the order of the workbook."""
    related = _xml.elements(archive.read("xl/_rels/workbook.xml.rels"), {"Relationship"})
    targets = {one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))) for _, one in related}
    listed = _xml.elements(archive.read(_BOOK), {"sheet"})
    return [(one.get("name", ""), archive.find(targets.get(one.get("id"), "/").lstrip("/"))) for _, one in listed]


def _styles(archive: Archive) -> dict[str, str | int]:
    """The cell styles that show a number otherwise than it is stored, by their number."""
    parts = _xml.elements(archive.read("xl/styles.xml"), _STYLE_PARTS)
    formats = _PERCENT_FORMATS | {
        one.get("numFmtId", ""): one.get("formatCode", "") for part, one in parts if part == "numFmt"
    }
    shown = {number: how for number, code in formats.items() if (how := _grid.shown_as(code)) is not None}
    used = enumerate(one.get("numFmtId", "") for one in _cell_styles(parts))
    return {str(number): shown[one] for number, one in used if one in shown}


def _cell_styles(parts: list[tuple[str, _xml.Attributes]]) -> Iterator[_xml.Attributes]:
    container = ""
    for part, attributes in parts:
        if part not in ("xf", "numFmt"):
            container = part
        elif part == "xf" and container == "cellXfs":
            yield attributes


def _macros(archive: Archive, book: CalamineWorkbook) -> list[Note]:
    old = any(one.typ == SheetTypeEnum.MacroSheet for one in book.sheets_metadata)
    return [Note("read_macros")] if old or archive.has("xl/vbaProject.bin") else []
