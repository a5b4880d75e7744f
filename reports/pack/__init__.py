"""The meeting pack: the same sections as slides, as a document and as a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from metrics import Warehouse
from reports import workbook as books
from reports.pack.brief import Brief, brief
from reports.pack.cover import cover
from reports.pack.document import document
from reports.pack.request import PackRequest
from reports.pack.sections import makers
from reports.pack.slides import slides
from reports.plan.book import listed
from reports.section import Section, sourced, used

__all__ = ["FORMATS", "Pack", "PackRequest"]

FORMATS = ("pptx", "pdf", "xlsx")


@dataclass(frozen=True)
class Pack:
    """The three files of one meeting, from sections that are made once."""

    warehouse: Warehouse
    request: PackRequest

    @cached_property
    def meeting(self) -> Brief:
        """Raises UnknownName for a government or edition that does not exist."""
        return brief(self.warehouse, self.request)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The subjects in their order."""
        return tuple(section for make in makers() for section in make(self.meeting))

    @property
    def name(self) -> str:
        """The name of the files, without what tells them apart."""
        return "-".join(filter(None, ("rapat", self.request.government, self.request.edition)))

    def made(self, kind: str) -> bytes:
        """One of the FORMATS."""
        reader, day = self.meeting.reader, self.warehouse.as_of
        if kind == "pptx":
            return slides(cover(self.meeting), self.sections, reader, day)
        full = [*sourced(self.sections, reader.source_line), listed(reader, used(self.sections))]
        if kind == "pdf":
            return document(cover(self.meeting), full, reader, day)
        return books.workbook(full, self.request.lang, day)
