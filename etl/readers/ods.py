"""ODS, the format of LibreOffice."""

from __future__ import annotations

from etl.readers import _grid, _notes, _ods_content
from etl.readers._evidence import Evidence
from etl.readers._progress import Progress
from etl.workbook import Note, Refused, Workbook

ENDINGS = ("ods", "ots")
_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_TYPES = (b"opendocument.spreadsheet", b":spreadsheet")
_MACROS = ("Basic/", "Scripts/")


def claims(evidence: Evidence) -> bool:
    """A zip archive whose manifest or content says that it is a spreadsheet."""
    archive = evidence.archive
    if archive is None or not archive.has(_CONTENT):
        return False
    said = (archive.read(_MANIFEST), archive.read(_CONTENT))
    return any(one in part for one, part in zip(_TYPES, said, strict=True))


def read(evidence: Evidence, progress: Progress) -> Workbook:
    """All tables, in their order. Raises Refused, and what damaged XML raises."""
    archive = evidence.archive
    assert archive is not None
    if b"encryption-data" in archive.read(_MANIFEST):
        raise Refused("password")
    content = archive.read(_CONTENT)
    tables = _ods_content.tables(content, _grid.Room(evidence.limits), progress.part("read", 0, len(content)))
    sheets = [table.sheet for table in tables]
    macros = [Note("read_macros")] if any(name.startswith(_MACROS) for name in archive.names) else []
    formulas = [note for table in tables for note in _notes.formulas(table.sheet.name, table.formulas)]
    return Workbook("ods", sheets, [*macros, *_notes.hidden(sheets), *formulas])
