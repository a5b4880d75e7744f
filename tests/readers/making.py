"""Small files of every format, made for a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from etl import readers
from etl.limits import Limits
from etl.workbook import Refused, Sheet, Workbook

SHEET_XML = "xl/worksheets/sheet1.xml"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "table", "text")
)


def xlsx(
    fill: Callable[[Worksheet], Any] | None = None, more: Callable[[openpyxl.Workbook], Any] | None = None
) -> bytes:
    """A workbook with the sheet Rekap."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Rekap"
    for change, of in ((fill, sheet), (more, book)):
        if change:
            change(of)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def table(*rows: list[Any]) -> bytes:
    """A workbook with these rows in the sheet Rekap."""
    return xlsx(lambda sheet: [sheet.append(row) for row in rows])


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """What a zip archive holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_sheet_xml(cells: str, after: str = "") -> bytes:
    """A workbook whose one sheet has these rows, written as XML."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData>{after}</worksheet>'
    return zipped(members(table(["x"])) | {SHEET_XML: xml.encode()})


def ods(tables: str, styles: str = "", manifest: str = "") -> bytes:
    """A spreadsheet with these tables, written as XML."""
    content = (
        f'<?xml version="1.0"?><office:document-content {ODF} xmlns:calcext="urn:org:documentfoundation:calc">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    listed = f'<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry manifest:media-type="{kind}"/>{manifest}'
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": listed + "</manifest:manifest>"})


def ods_rows(*rows: str) -> bytes:
    """A spreadsheet with one table of these rows, each given as the XML of its cells."""
    return ods(
        '<table:table table:name="Rekap">'
        + "".join(f"<table:table-row>{r}</table:table-row>" for r in rows)
        + "</table:table>"
    )


def read(data: bytes, name: str = "berkas.xlsx", **limits: int) -> Workbook:
    """The workbook read, with the default limits but for those named."""
    return readers.read(name, data, allowed=Limits(**limits))


def first(data: bytes, name: str = "berkas.xlsx") -> Sheet:
    """The first sheet."""
    return read(data, name).sheets[0]


def codes(book: Workbook) -> list[str]:
    """The codes of the notes."""
    return [note.code for note in book.notes]


def refusal(data: bytes, name: str = "berkas.xlsx", **limits: int) -> str:
    """The code with which a file is refused; "read" where it is not."""
    try:
        read(data, name, **limits)
    except Refused as refused:
        return refused.code
    return "read"
