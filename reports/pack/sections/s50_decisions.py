"""What meetings decided and is not done yet."""

from __future__ import annotations

from reports.pack.brief import Brief
from reports.reader import Row
from reports.section import Column, Section, Table

_PAGE = "page.ringkasan"


def sections(meeting: Brief) -> list[Section]:
    """Open decisions, the last meeting's first; nothing for a whole contest."""
    if meeting.government is None:
        return []
    reader = meeting.reader
    listed = reader.listing("decisions", government=meeting.government)
    name = reader.t(f"{_PAGE}.decisions")
    if not listed:
        return [Section(name, reader.t("pack.decisions_none", place=meeting.place))]
    rows = [row for row in listed if row["done_on"] is None]
    if not rows:
        return [Section(name, reader.t(f"{_PAGE}.decisions_done"))]
    late = sum(_late(meeting, row) for row in rows)
    words = {"n": reader.number(len(rows))} | ({"late": reader.number(late)} if late else {})
    title = reader.t(f"{_PAGE}.decisions_overdue" if late else f"{_PAGE}.decisions_open", **words)
    rows = sorted(rows, key=lambda row: (_newest(row), str(row["due_on"] or "9999"), row["decision_id"]))
    heads = {"text": 4.5, "owner": 2.4, "due": 2.4, "meeting": 1.7}
    columns = tuple(Column(reader.t(f"{_PAGE}.column_{key}"), wide=wide) for key, wide in heads.items())
    cells = tuple((row["text"], row["owner"], _due(meeting, row), reader.day(row["on_date"])) for row in rows)
    return [Section(name, title, tables=(Table(columns, cells),))]


def _newest(row: Row) -> int:
    """Days in reverse, so that the last meeting stands first; one without a day last."""
    return -int(str(row["on_date"])[:10].replace("-", "").ljust(8, "0")) if row["on_date"] else 0


def _late(meeting: Brief, row: Row) -> bool:
    return bool(row["due_on"]) and str(row["due_on"])[:10] < meeting.reader.warehouse.as_of.isoformat()


def _due(meeting: Brief, row: Row) -> str:
    state = "overdue" if _late(meeting, row) else "open"
    words = meeting.reader.t(f"{_PAGE}.decision_{state}")
    return f"{meeting.reader.day(row['due_on'])}, {words}" if row["due_on"] else words
