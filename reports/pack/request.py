"""What is asked of the meeting pack."""

from __future__ import annotations

from dataclasses import dataclass

from reports.plan import PlanRequest
from texts import DEFAULT


@dataclass(frozen=True)
class PackRequest:
    """The pack for a meeting about one edition, of a government (None: the whole contest). `plan`: what was planned on
    the page Proyeksi; None where the pack is to look ahead by itself, from the edition in view."""

    government: str | None
    edition: str
    plan: PlanRequest | None = None
    lang: str = DEFAULT
