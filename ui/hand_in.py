"""How entries came in towards closing: the edition in view against earlier ones, each by the days it had left."""

import pandas as pd

from ui import charts, figures, hand_in_lines, hand_in_words, tables
from ui.hand_in_lines import EXACT, Line, Lines
from ui.markup import Html
from ui.tables import Column
from ui.view import View

_DRAWN = 3  # earlier editions, the nearest ones: in the last days more lines cannot be told apart
_LOOKED_AT = {30, 14, 7, 1}  # days before closing that the table gives of every line of rows


def curve(view: View) -> None:
    """The figure for the edition in view; where nothing is known, why and what to do."""
    if view.edition is None:
        return
    seen = hand_in_lines.in_view(view)
    if not seen.every:
        figures.statement(view.t("page.hand_in.title"), hand_in_words.why_none(view))
        return
    said = hand_in_words.finding(view, seen)
    drawn = [line for line in seen.earlier.values() if hand_in_lines.basis_of(line) in EXACT][:_DRAWN]
    chart = _chart(view, seen, drawn, said)
    points = pd.concat([pd.DataFrame(line) for line in seen.every], ignore_index=True)
    note = hand_in_words.note(view, seen, len(drawn))
    figures.figure(view, said, chart, points, (), name="laju-pengajuan", note=note, table=_table(view, seen, said))


def _chart(view: View, seen: Lines, drawn: list[Line], title: str) -> charts.Chart | None:
    """The line in view and the nearest earlier ones; None where all there is are earlier ones that are not exact."""
    shown = [*([seen.here] if seen.here else []), *drawn]
    if not shown:
        return None
    parts = [pd.DataFrame(line).assign(name=hand_in_lines.name(view, line)) for line in shown]
    strong = hand_in_lines.name(view, seen.here) if seen.here else None
    return charts.curves(pd.concat(parts, ignore_index=True), view.look, title=title, strong=strong)


def _table(view: View, seen: Lines, caption: str) -> Html:
    """A row per edition: how many were in on certain days before closing, a dash where that is not known."""
    days = _days(seen)
    columns = [Column("edition"), *(Column(str(day), title=hand_in_words.days(view, day)) for day in days)]
    rows = [[_edition(view, line), *(_count(view, line, day) for day in days)] for line in seen.every]
    frame = pd.DataFrame(rows, columns=[column.name for column in columns], dtype=object)
    return tables.table(frame, columns, caption, view.lang)


def _days(seen: Lines) -> list[int]:
    """The closing day, the last day of the line in view, each published day, and some that every list of rows tells."""
    told = [line for line in seen.every if hand_in_lines.basis_of(line) == "reported"]
    published = {int(row["days_before_closing"]) for line in told for row in line}
    usual = _LOOKED_AT if len(told) < len(seen.every) else set()
    now = {hand_in_lines.last_day(seen.here)} if seen.here else set()
    return sorted(published | usual | now | {0}, reverse=True)


def _edition(view: View, line: Line) -> str:
    return view.edition_name(hand_in_lines.edition_of(line))


def _count(view: View, line: Line, day: int) -> str | None:
    number = hand_in_lines.by_day(line, day)
    if number is None:
        return None
    least = hand_in_lines.basis_of(line) == "at_least"
    return view.t("comparator.or_more", n=view.number(number)) if least else view.number(number)
