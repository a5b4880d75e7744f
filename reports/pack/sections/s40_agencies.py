"""Who must act: the agencies that the board does not show as having handed in."""

from __future__ import annotations

from reports import duty
from reports.pack.brief import Brief
from reports.requests import NOT_MET
from reports.section import Cell, Column, Section, Table

_PAGE = "page.ringkasan"


def sections(meeting: Brief) -> list[Section]:
    """The duty list of the edition's year; nothing for a whole contest."""
    if meeting.government is None:
        return []
    reader = meeting.reader
    board = duty.rows(reader.warehouse, meeting.government, meeting.year)
    name = reader.t("pack.agencies")
    if not board:
        return [Section(name, reader.t(f"{_PAGE}.act_unknown_year", year=meeting.year))]
    rows = [row for row in board if row["state"] in NOT_MET]
    sources = tuple(source for row in rows for source in row["sources"])
    tables = (_table(meeting, rows),) if rows else ()
    notes = (reader.t("letter.note.unknown"),) if any(row["state"] == "no_data" for row in rows) else ()
    return [Section(name, _finding(meeting, board), tables=tables, notes=notes, sources=sources)]


def _table(meeting: Brief, rows: list[duty.Row]) -> Table:
    t = meeting.reader.t
    columns = (
        Column(t("column.agency"), wide=4),
        Column(t("column.state"), wide=2.2),
        Column(t("column.last_met_year"), "year", 1.4),
        Column(t("column.note"), wide=3.4),
    )
    return Table(columns, tuple(_row(meeting, row) for row in rows))


def _row(meeting: Brief, row: duty.Row) -> tuple[Cell, ...]:
    symbol = meeting.reader.t(f"board.symbol.{row['state']}")
    state = f"{symbol} {duty.state_words(row, meeting.reader.lang)}"
    remark = meeting.reader.t("pack.reply", text=row["reply"]) if row["reply"] else ""
    if not remark and row["uncertain"]:
        remark = meeting.reader.t(f"{_PAGE}.act_uncertain")
    return (row["name"], state, row["last_met_year"], remark)


def _finding(meeting: Brief, board: list[duty.Row]) -> str:
    """How many still have to act, and of how many nothing is known."""
    reader = meeting.reader
    number = {state: sum(row["state"] == state for row in board) for state in NOT_MET}
    words = {"m": reader.number(len(board)), "year": meeting.year}
    if number["no_data"] and not number["none"]:
        return reader.t(f"{_PAGE}.act_no_data", n=reader.number(number["no_data"]), **words)
    if number["none"] + number["draft_only"]:
        return reader.t(f"{_PAGE}.act_some", n=reader.number(number["none"] + number["draft_only"]), **words)
    return reader.t(f"{_PAGE}.act_nobody", year=meeting.year)
