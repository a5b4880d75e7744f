"""The sheets of the plan in their order, and the file."""

from __future__ import annotations

from collections.abc import Mapping

from metrics import Warehouse
from planning.projection import Projection, project
from reports import workbook as books
from reports.plan import division, needs, outlook, rates, summary
from reports.plan.request import PlanRequest
from reports.reader import Reader
from reports.section import Column, Section, Table, sourced, used


def workbook(warehouse: Warehouse, request: PlanRequest) -> bytes:
    """The plan as XLSX: Ringkasan, Riwayat, Proyeksi, Uji mundur, Tingkat lolos, Dasar tingkat lolos, Yang diperlukan,
    Skenario, Pembagian and Sumber (or their English names). Raises UnknownName for a government or contest that does
    not exist."""
    found = project(warehouse, request.government, request.competition, request.year)
    made = sections(Reader(warehouse, request.lang), request, found)
    return books.workbook(made, request.lang, warehouse.as_of)


def sections(reader: Reader, request: PlanRequest, found: Projection) -> list[Section]:
    """The sheets; `found` is the projection of the request."""
    body = [
        outlook.history(reader, found),
        outlook.forecast(reader, found),
        outlook.hindcast(reader, found),
        rates.rates(reader, found),
        rates.evidence(reader, found),
        needs.needs(reader, request, found),
        needs.side_by_side(reader, request, found),
        division.division(reader, request),
    ]
    top = summary.summary(reader, request, found)
    return [*sourced([top, *body], reader.source_line), listed(reader, used([top, *body]))]


def listed(reader: Reader, sources: list[str]) -> Section:
    """The sources in full."""
    names: Mapping[str, float] = {"title": 4, "publisher": 2, "published_on": 1.6, "grade": 1.2, "url": 3.5}
    words = (Column(reader.t(f"column.{name}"), wide=wide) for name, wide in names.items())
    columns = (Column(reader.t("column.no"), "year", 0.6), *words)
    rows = [reader.sources[source] for source in sources]
    cells = tuple(
        (
            number,
            row["title"],
            row["publisher"],
            reader.day(row["published_on"]),
            reader.t(f"grade.{row['grade']}") if row["grade"] else None,
            row["url"],
        )
        for number, row in enumerate(rows, 1)
    )
    title = reader.t("plan_sheet.sources_title", n=reader.number(len(cells)))
    return Section(reader.t("plan_sheet.sources"), title, tables=(Table(columns, cells),))
