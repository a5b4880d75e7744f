"""Where we stand: entries against the target, who takes part, the furthest stage, days to closing, what is unknown."""

from __future__ import annotations

import texts
from planning import course_words
from reports.pack import goals
from reports.pack.brief import Brief
from reports.reader import Row, bare
from reports.section import Section, Tile

_PAGE = "page.ringkasan"
_OWN_NAME = {"shortlist", "final", "award"}


def sections(meeting: Brief) -> list[Section]:
    """The tiles of the summary page with its finding."""
    t = meeting.reader.t
    aimed = goals.of_intake(meeting, goals.on_record(meeting))
    counted = _count_row(meeting)
    rows: list[tuple[Tile, list[str]]] = [
        _target(meeting, aimed) if aimed else _entries(meeting, counted),
        _participation(meeting) if meeting.government else _silent(meeting),
        _furthest(meeting),
        _closing(meeting),
        _unknown(meeting),
    ]
    sources = tuple(source for _, own in rows for source in own)
    title = goals.finding(meeting, aimed) if aimed else _finding(meeting, counted)
    return [Section(t("pack.situation"), title, tiles=tuple(tile for tile, _ in rows), sources=sources)]


def _target(meeting: Brief, row: Row) -> tuple[Tile, list[str]]:
    reader, words = meeting.reader, meeting.target_words
    signs = {"at_least": "≥ ", "at_most": "≤ "}
    aim = signs.get(row["comparator"], "") + str(words.amount(row, "denominator"))
    parts = [
        reader.t("page.target.of", aim=aim),
        course_words.label(meeting.standings.of(row), reader.lang),
        words.change(row),
    ]
    gap = words.amount(row, "gap")
    parts.append(reader.t("pack.gap", gap=gap) if gap else None)
    beside = "; ".join(part for part in parts if part)
    return Tile(words.what(row), words.actual(row), beside), row["sources"]


def _entries(meeting: Brief, row: Row | None) -> tuple[Tile, list[str]]:
    reader = meeting.reader
    kind = row["counted_as"] if row else "submitted"
    label = reader.t(f"{_PAGE}.entries_{kind}")
    beside = reader.t(f"{_PAGE}.no_target") if meeting.government else None
    if row is None or row["numerator"] is None:
        why = reader.reason(row["reason"] if row else "no_coverage")
        return Tile(label, None, why), row["sources"] if row else []
    return Tile(label, _number(meeting, row), beside), row["sources"]


def _participation(meeting: Brief) -> tuple[Tile, list[str]]:
    reader = meeting.reader
    found = reader.rows("participation", government=meeting.government, years=(meeting.year, meeting.year))
    row = next(iter(found), None)
    label = reader.t(f"{_PAGE}.participation")
    if row is None or not row["denominator"]:
        return Tile(label, None, reader.reason(row["reason"] if row else "no_agencies")), []
    words = {"n": reader.number(row["numerator"]), "m": reader.number(row["denominator"])}
    if row["value"] is not None:
        beside = reader.t(f"{_PAGE}.participation_of", **words)
        return Tile(label, reader.percent(row["value"]), beside), row["sources"]
    beside = reader.t(f"{_PAGE}.participation_range", unknown=reader.number(row["no_data"]), **words)
    return Tile(label, texts.span(row["low"], row["high"], reader.lang, 0), beside), row["sources"]


def _silent(meeting: Brief) -> tuple[Tile, list[str]]:
    reader, row = meeting.reader, silent_loss(meeting)
    label = reader.t(f"{_PAGE}.silent_loss")
    if row is None or row["value"] is None:
        return Tile(label, None, reader.reason(row["reason"] if row and row["reason"] else "no_denominator")), []
    beside = reader.t("tile.of", n=reader.number(row["numerator"]), m=reader.number(row["denominator"]))
    return Tile(label, reader.percent(row["value"], 1), beside), row["sources"]


def silent_loss(meeting: Brief) -> Row | None:
    """Entries registered and never handed in, of what is looked at; None where that is not known."""
    rows = [row for row in meeting.ask("silent_loss") if row["scope_kind"] == meeting.scope_kind and not row["part"]]
    return next(iter(rows), None)


def _furthest(meeting: Brief) -> tuple[Tile, list[str]]:
    """The furthest stage that an entry came through."""
    reader = meeting.reader
    if meeting.government:
        found = [row for row in meeting.ask("league") if row["agency_id"] is None]
    else:
        found = [row for row in meeting.ask("stage_funnel") if row["scope_kind"] == "all" and row["passed"]]
    label = reader.t(f"{_PAGE}.furthest")
    row = max(found, key=lambda each: each["stage_order"], default=None)
    if row is None:
        return Tile(label, None, reader.reason("no_coverage")), []
    name = bare(row["stage_name"]) if row["kind"] in _OWN_NAME else reader.t(f"stage_kind.{row['kind']}")
    return Tile(label, name, reader.t(f"{_PAGE}.furthest_count", n=_number(meeting, row))), row["sources"]


def _closing(meeting: Brief) -> tuple[Tile, list[str]]:
    reader, row = meeting.reader, meeting.edition
    label, day = reader.t(f"{_PAGE}.closing"), reader.day(row["closes_on"])
    sources = [row["source_id"]] if row["source_id"] else []
    if row["closes_on"] is None:
        return Tile(label, None, reader.t(f"{_PAGE}.closing_unknown")), []
    if row["is_open"]:
        beside = reader.t(f"{_PAGE}.closes_on", day=day)
        return Tile(reader.t(f"{_PAGE}.closing_days"), reader.number(row["days_to_close"]), beside), sources
    if row["days_to_close"] is not None and row["days_to_close"] >= 0:
        opens = reader.t(f"{_PAGE}.opens_on", day=reader.day(row["opens_on"]))
        return Tile(label, reader.t(f"{_PAGE}.not_open"), opens), sources
    return Tile(label, reader.t(f"{_PAGE}.closed"), reader.t(f"{_PAGE}.closed_on", day=day)), sources


def _unknown(meeting: Brief) -> tuple[Tile, list[str]]:
    """How many of the edition's stages nothing is known about."""
    reader = meeting.reader
    rows = [row for row in meeting.ask("coverage") if row["government_id"] == meeting.government]
    label = reader.t(f"{_PAGE}.not_known")
    if not rows:
        return Tile(label, None, reader.reason("no_coverage")), []
    number = next((row["numerator"] for row in rows if row["basis"] == "unknown"), 0)
    beside = reader.t(f"{_PAGE}.not_known_stages" if number else f"{_PAGE}.all_known")
    sources = [source for row in rows for source in row["sources"]]
    return Tile(label, texts.ratio(number, rows[0]["denominator"], reader.lang), beside), sources


def _count_row(meeting: Brief) -> Row | None:
    rows = [row for row in meeting.ask("submissions") if row["agency_id"] is None]
    found = [row for row in rows if row["government_id"] == meeting.government]
    return next(iter(found), None)


def _number(meeting: Brief, row: Row, least: str = "or_more") -> str:
    """A count as it is known: "9", "≥ 3", "± 80"."""
    number = meeting.reader.number(row["numerator"])
    if row.get("comparator") == "~":
        return meeting.reader.t("comparator.approximate", n=number)
    return meeting.reader.t(f"comparator.{least}", n=number) if row["basis"] == "at_least" else number


def _finding(meeting: Brief, row: Row | None) -> str:
    """How many entries the edition had, in one sentence."""
    t, edition = meeting.reader.t, meeting.edition_name
    number = _number(meeting, row, "at_least") if row and row["numerator"] is not None else None
    if meeting.government is None:
        kind = row["counted_as"] if row and number else "unknown"
        return t(f"page.usulan.said_whole_{kind}", edition=edition, **({"n": number} if number else {}))
    if row is None or number is None:
        return t("page.usulan.said_unknown", place=meeting.place, edition=edition)
    return t(f"page.usulan.said_{row['counted_as']}", place=meeting.place, n=number, edition=edition)
