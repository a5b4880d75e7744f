"""Whether a file handed in as a template is a DOCX, before anything in it is read as one."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from reports.requests import Refused

MAX_PACKED = 10 * 2**20
MAX_UNPACKED = 60 * 2**20


def check(template: bytes) -> None:
    """Raise Refused: `template_no_docx`, `template_too_large`, or `template_entities` (a document type of its own)."""
    if len(template) > MAX_PACKED:
        raise Refused("template_too_large", most=str(MAX_PACKED // 2**20))
    try:
        _check_parts(template)
        Document(io.BytesIO(template))
    except Refused:
        raise
    except Exception as error:  # a broken or hostile file fails in whatever way it likes; the answer is the same
        raise Refused("template_no_docx") from error


def _check_parts(template: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(template)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
            raise Refused("template_too_large", most=str(MAX_UNPACKED // 2**20))
        for part in parts.infolist():
            if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in parts.read(part):
                raise Refused("template_entities")
