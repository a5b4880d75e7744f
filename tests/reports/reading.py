"""Reads papers back: the text of a DOCX in order, and the rows of its tables."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

HEADS = ["No.", "Perangkat Daerah", "Target", "Realisasi", "Status", "Terakhir", "Keterangan"]


def text_of(paper: bytes) -> str:
    """Every paragraph, also those in tables, one a line."""
    body = Document(io.BytesIO(paper)).element.body
    return "\n".join("".join(_piece(node) for node in p.iter(qn("w:t"), qn("w:tab"))) for p in body.iter(qn("w:p")))


def _piece(node: Any) -> str:
    is_stop = node.tag == qn("w:tab") and node.getparent().tag == qn("w:r")
    return "\t" if is_stop else (node.text or "")


def attachments(paper: bytes) -> list[list[list[str]]]:
    """The attachment tables of all letters in the file, as cells, with heading and total row."""
    tables = Document(io.BytesIO(paper)).tables
    grids = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    return [grid for grid in grids if grid[0] == HEADS]


def attachment(paper: bytes) -> list[list[str]]:
    """The one attachment of a letter."""
    (only,) = attachments(paper)
    return only
