"""Who is to hand in how many, where that was divided."""

from __future__ import annotations

from reports.pack.brief import Brief
from reports.plan.division import division
from reports.section import Section


def sections(meeting: Brief) -> list[Section]:
    """The division of the plan; nothing where the plan has none."""
    return [division(meeting.reader, meeting.plan)] if meeting.plan.shares else []
