"""What is realistic, and what it takes: the forecast in words, what a number may bring, and how such rules fared."""

from __future__ import annotations

from dataclasses import replace

from planning import wording
from reports.pack.brief import Brief
from reports.plan import needs, outlook, rates, summary
from reports.section import Section


def sections(meeting: Brief) -> list[Section]:
    """The sheets of the plan that a meeting needs; the whole plan is a workbook of its own."""
    found = meeting.projection
    tested = [outlook.hindcast(meeting.reader, found)] if found.hindcast.years else []
    return [_ahead(meeting), *tested, *_outcome(meeting), needs.needs(meeting.reader, meeting.plan, found)]


def _ahead(meeting: Brief) -> Section:
    """The forecast with its chart alone; the quantiles are in the plan's workbook."""
    reader, found = meeting.reader, meeting.projection
    made = outlook.forecast(reader, found)
    more = () if found.hindcast.years else (wording.verdict(found.hindcast, reader.lang),)
    drawn = replace(made.chart, table=0) if made.chart else None
    return replace(made, points=(*made.points, *more), tables=made.tables[-1:], chart=drawn)


def _outcome(meeting: Brief) -> list[Section]:
    """What a number of entries may bring at each stage: the planned one, else the documented target, else the middle of
    the forecast."""
    reader, found = meeting.reader, meeting.projection
    whence, entries = _entries(meeting)
    tables = summary.outcome_tables(reader, replace(meeting.plan, entries=entries), found)
    if not tables or entries is None:
        return []
    path = found.paths[-1]
    low, high = path.interval(entries)
    title = reader.t("pack.outcome", n=reader.number(entries), stage=path.chain.stage_name,
                     mean=reader.number(path.expected(entries), 1), low=reader.number(low),
                     high=reader.number(high))  # fmt: skip
    said = reader.t(f"pack.outcome_{whence}", n=reader.number(entries), year=found.year)
    return [
        Section(
            reader.t("pack.outcome_name"),
            title,
            points=(said,),
            tables=(replace(tables[0], caption=None),),
            notes=(reader.t("plan_sheet.rates_note", year=found.year),),
            sources=rates.sources_of(found),
        )
    ]


def _entries(meeting: Brief) -> tuple[str, int | None]:
    found = meeting.projection
    if meeting.plan.entries is not None:
        return "planned", meeting.plan.entries
    if found.target is not None:
        return "target", found.target
    return "middle", found.forecast.quantile(outlook.MIDDLE) if found.forecast else None
