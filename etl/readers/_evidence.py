"""What a file shows of itself before it is read: its first bytes, the members of an archive, streams, text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from etl.limits import Limits
from etl.readers import _text
from etl.readers._archive import Archive, unpack

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KINDS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "RTF",
    b"MZ": "EXE",
    b"SQLite format 3": "SQLite",
    b"PAR1": "Parquet",
}
_ARCHIVED = {"word/": "DOCX", "ppt/": "PPTX", "xl/workbook.bin": "XLSB"}
_TEXT_SHOWN = 1 << 16


@dataclass(frozen=True)
class Evidence:
    """A file to be read: its name (for its ending only), its bytes and the limits in force."""

    name: str
    data: bytes
    limits: Limits

    @property
    def ending(self) -> str:
        """The ending of the name in small letters, without the dot."""
        return PurePath(self.name).suffix.lower().lstrip(".")

    @cached_property
    def archive(self) -> Archive | None:
        """The unpacked archive, where the file is one. Raises Refused as `unpack` does."""
        return unpack(self.data, self.limits) if self.data.startswith(ZIP) else None

    @property
    def is_ole(self) -> bool:
        """Whether the file is a compound document, as the office programs before 2007 wrote."""
        return self.data.startswith(OLE)

    def has_stream(self, name: str) -> bool:
        """Whether a compound document names this stream (names stand there in UTF-16)."""
        return self.is_ole and (name + "\0").encode("utf-16-le") in self.data

    @cached_property
    def text(self) -> str:
        """The beginning as text without blanks in front; empty where the file is not text."""
        head = self.data[:_TEXT_SHOWN]
        if self.data.startswith((*ZIP, OLE, *_KINDS)) or not _text.is_text(head):
            return ""
        return _text.decode(head)[0].lstrip()

    @property
    def known_as(self) -> str:
        """What the file is, where it is something that is not read here ("PDF"); empty where that is not known."""
        if self.archive:
            names = self.archive.names
            found = (kind for start, kind in _ARCHIVED.items() if any(name.startswith(start) for name in names))
            return next(found, "ZIP")
        if self.is_ole:
            return next((kind for kind, stream in (("DOC", "WordDocument"),) if self.has_stream(stream)), "")
        return next((kind for start, kind in _KINDS.items() if self.data.startswith(start)), "")
