"""What was handed in, what may come, and how wrong that would have been in past years."""

from __future__ import annotations

from planning import wording
from planning.counts import Forecast
from planning.hindcast import Tested
from planning.projection import Projection
from reports.reader import Reader
from reports.section import Cell, Chart, Column, Section, Table

SHARES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9


def history(reader: Reader, found: Projection) -> Section:
    """Every edition on record with its count, and whether the forecast rests on it."""
    columns = (
        Column(reader.t("column.year"), "year", 0.9),
        Column(reader.t("column.edition"), wide=2),
        Column(_counted(reader, found), "count", 1.2),
        Column(reader.t("column.basis"), wide=1.6),
        Column(reader.t("plan_sheet.used"), wide=1.2),
        Column(reader.t("column.source"), wide=4.5, detail=True),
    )
    cells = tuple(
        (
            count.year,
            reader.edition(count.edition_id),
            count.value,
            reader.basis(count.basis),
            reader.yes(count.exact and count.year < found.year),
            reader.titles(count.sources),
        )
        for count in found.series.counts
    )
    sources = tuple(source for count in found.series.counts for source in count.sources)
    title = reader.t(
        "plan_sheet.history_title",
        n=reader.number(len(found.known.exact)),
        m=reader.number(len(found.known.counts)),
        year=found.year,
    )
    notes = (reader.t("plan_sheet.history_note", year=found.year),)
    return Section(reader.t("plan_sheet.history"), title, tables=(Table(columns, cells),), notes=notes, sources=sources)


def forecast(reader: Reader, found: Projection) -> Section:
    """The outlook in words and as quantiles, drawn after the history."""
    outlook = found.forecast
    said = wording.interval(outlook, reader.lang) if outlook else wording.too_few(found.known, reader.lang)
    title = f"{found.year}: {said}" if outlook else said
    tables = ((_quantiles(reader, outlook),) if outlook else ()) + (drawn(reader, found),)
    series = tuple(range(1, len(tables[-1].columns)))
    chart = Chart("lines", _counted(reader, found), 0, series, len(tables) - 1)
    return Section(
        reader.t("plan_sheet.forecast"),
        title,
        points=tuple(_chances(reader, found, outlook) if outlook else target_words(reader, found)),
        tables=tables,
        chart=chart if found.known.exact else None,
        notes=(reader.t("plan_sheet.forecast_note", year=found.year),) if outlook else (),
        sources=tuple(source for count in found.known.counts for source in count.sources),
    )


def drawn(reader: Reader, found: Projection) -> Table:
    """The history as it was known, the outlook as three points behind it, and the documented target where there is one:
    year, count, low, middle, high, target."""
    outlook, target = found.forecast, found.target
    points: list[tuple[str, Cell]] = []
    if outlook:
        points = [(reader.t(f"plan_sheet.{name}"), outlook.quantile(share))
                  for name, share in (("low", LOW), ("middle", MIDDLE), ("high", HIGH))]  # fmt: skip
    if target is not None:
        points.append((reader.t("plan_sheet.target"), target))
    columns = (
        Column(reader.t("column.year"), "year", 0.9),
        Column(_counted(reader, found), "count", 1.2),
        *(Column(name, "count", 1.2) for name, _ in points),
    )
    blank: tuple[Cell, ...] = (None,) * len(points)
    rows = [(count.year, count.value if count.exact else None, *blank) for count in found.known.counts]
    rows.append((found.year, None, *(value for _, value in points)))
    return Table(columns, tuple(rows), caption=reader.t("plan_sheet.drawn"), drawn=True)


def hindcast(reader: Reader, found: Projection) -> Section:
    """What would have been said in each past year, what happened, and the naive rules beside it."""
    verdict = wording.verdict(found.hindcast, reader.lang)
    tested = found.hindcast
    name = reader.t("plan_sheet.hindcast")
    if not tested.years:
        return Section(name, verdict)
    means: tuple[Cell, ...] = (tested.score, tested.off, tested.naive_last, tested.naive_mean)
    total: tuple[Cell, ...] = (reader.t("plan_sheet.mean"), None, None, None, None, None, *means)
    rows = tuple(_tested(reader, year) for year in tested.years)
    table = Table(tested_columns(reader), rows, total=total)
    sources = tuple(source for count in found.known.counts if count.exact for source in count.sources)
    return Section(name, verdict, tables=(table,), notes=(reader.t("plan_sheet.hindcast_note"),), sources=sources)


def tested_columns(reader: Reader) -> tuple[Column, ...]:
    """The columns of the hindcast."""
    return (
        Column(reader.t("column.year"), "year", 1.2),
        *(Column(reader.t(f"plan_sheet.{name}"), "count", 1.1) for name in ("low", "middle", "high")),
        Column(reader.t("plan_sheet.actual"), "count", 1.1),
        Column(reader.t("plan_sheet.held"), wide=1.2),
        *(Column(reader.t(f"plan_sheet.{name}"), "decimal", 1.3) for name in ("score", "off", "last", "all")),
    )


def _tested(reader: Reader, year: Tested) -> tuple[Cell, ...]:
    held = reader.yes(year.inside)
    return (year.year, year.low, year.middle, year.high, year.actual, held, year.score, year.off, year.naive_last,
            year.naive_mean)  # fmt: skip


def _quantiles(reader: Reader, found: Forecast) -> Table:
    columns = Column(reader.t("plan_sheet.no_more"), "percent", 2), Column(reader.t("column.entries"), "count", 1.2)
    return Table(columns, tuple((share, found.quantile(share)) for share in SHARES))


def _chances(reader: Reader, found: Projection, outlook: Forecast) -> list[str]:
    """The chance of the documented target, and of as many as in the last exact year."""
    said = []
    if found.target is not None:
        said.append(("chance_target", found.target, found.year))
    if found.known.exact:
        year, count = found.known.exact[-1]
        said.append(("chance_last", count, year))
    return [
        reader.t(f"plan_sheet.{name}", n=reader.number(n), year=year, chance=_chance(outlook, n, reader))
        for name, n, year in said
    ]


def target_words(reader: Reader, found: Projection) -> list[str]:
    """The documented target with the year before it: what was set, not what is likely; nothing where there is none."""
    row = found.target_row
    if row is None:
        return []
    aim = reader.t(f"comparator.{row['comparator']}", n=reader.number(found.target))
    if row["previous"] is None:
        return [reader.t("plan_sheet.set", aim=aim, year=found.year)]
    previous = reader.number(row["previous"])
    return [reader.t("plan_sheet.set_after", aim=aim, year=found.year, previous=previous)]


def _counted(reader: Reader, found: Projection) -> str:
    return reader.t(f"plan_sheet.counted_{found.series.counted_as}")


def _chance(outlook: Forecast, count: int, reader: Reader) -> str:
    return wording.chance(outlook.at_least(count), reader.lang)
