"""What stands at the front of the pack."""

from __future__ import annotations

from dataclasses import dataclass

from reports.pack.brief import Brief
from reports.plan.summary import provenance


@dataclass(frozen=True)
class Cover:
    """The title, and lines below it: the day and version of the figures, sample data, how to read a dash."""

    title: str
    lines: tuple[str, ...]


def cover(meeting: Brief) -> Cover:
    """The front of the pack of a meeting."""
    reader = meeting.reader
    title = reader.t("pack.title", place=meeting.place, edition=meeting.edition_name)
    told = provenance(reader, meeting.government, meeting.competition)
    return Cover(title, (*told, reader.t("pack.how_to_read")))
