"""The entries divided among agencies, with the reason for each number."""

from __future__ import annotations

from collections.abc import Sequence

from planning.allocation import Share, why
from reports.plan.request import PlanRequest
from reports.reader import Reader
from reports.section import Cell, Column, Section, Table


def division(reader: Reader, request: PlanRequest) -> Section:
    """The division as it was made, the total a formula that adds it up."""
    name = reader.t("plan_sheet.division")
    if not request.shares:
        return Section(name, reader.t("plan_sheet.division_none"))
    total = sum(share.n for share in request.shares)
    words = {"n": reader.number(total), "agencies": reader.number(len(request.shares)), "year": request.year}
    table = division_table(reader, request.shares)
    notes = (reader.t("plan_sheet.division_note"),)
    return Section(name, reader.t("plan_sheet.division_title", **words), tables=(table,), notes=notes)


def division_table(reader: Reader, shares: Sequence[Share]) -> Table:
    """A row per agency: its number, the parts it is made of, the record behind it, and why in words."""
    columns = (
        Column(reader.t("column.agency"), wide=3.6),
        Column(reader.t("column.entries"), "count", 1),
        Column(reader.t("plan_sheet.minimum"), "count", 1.2, detail=True),
        Column(reader.t("plan_sheet.rest"), "count", 1.2, detail=True),
        Column(reader.t("plan_sheet.weight"), "percent", 1.2, detail=True),
        Column(reader.t("plan_sheet.record"), "decimal", 1.3, detail=True),
        Column(reader.t("plan_sheet.known_years"), "count", 1.2, detail=True),
        Column(reader.t("plan_sheet.prepared"), "count", 1.2, detail=True),
        Column(reader.t("plan_sheet.units"), "count", 1, detail=True),
        Column(reader.t("plan_sheet.marks"), wide=1.8, detail=True),
        Column(reader.t("plan_sheet.why"), wide=5),
    )
    rows = tuple(_row(reader, share) for share in shares)
    sums = [sum(share.n for share in shares), sum(s.minimum for s in shares), sum(s.rest for s in shares)]
    total: tuple[Cell, ...] = (reader.t("table.total"), *sums, *(None,) * 7)
    return Table(columns, rows, total=total, summed=(1, 2, 3))


def _row(reader: Reader, share: Share) -> tuple[Cell, ...]:
    who = share.candidate
    flags = (("fixed", share.fixed), ("capped", share.capped), ("exempt", who.exempt))
    marks = ", ".join(reader.t(f"plan_sheet.is_{name}") for name, is_so in flags if is_so)
    return (share.name, share.n, share.minimum, share.rest, share.weight, who.record, who.years, who.prepared,
            who.units, marks, why(share, reader.lang))  # fmt: skip
