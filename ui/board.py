"""The compliance board: agencies down, years across, each state as a sign with its word."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

import texts
from ui.compliance import cells
from ui.compliance.cells import Beside, Row
from ui.compliance.cells import state_words as state_words
from ui.markup import Html, tag

STATES = ("met", "draft_only", "none", "no_data", "exempt")
_ENDS = ("streak", "last_met")


class Group(NamedTuple):
    """Agencies under one heading; a heading alone where they are folded away."""

    words: str
    agencies: Sequence[str]


class Extras(NamedTuple):
    """What a page adds to the bare board: answers beside a state by agency and year, the address behind an agency's
    name, and headings over groups of agencies (none: one list)."""

    beside: Mapping[tuple[str, int], Sequence[Beside]] = {}
    address: Callable[[str], str] | None = None
    groups: Sequence[Group] = ()


def board(
    rows: pd.DataFrame,
    lang: str,
    caption: str,
    totals: Mapping[int, str] | None = None,
    focus: int | None = None,
    total_label: str | None = None,
    extras: Extras | None = None,
) -> Html:
    """The board as one table. Agencies come in the order of their first row, the newest year first.

    `rows`: agency_id, agency (name), kind, year, state, uncertain, numerator, denominator, streak, streak_at_least,
    last_met_year, as the metric `compliance` gives them with the agency's name and kind added; `through`, where there
    is such a column, names the predecessors that a state comes from. An agency without a row for a year was not in
    existence: the cell says so. `totals` is the text of the total row per year (such as "16/35"), `total_label` its
    heading. `focus` is the year in question: a column before the years writes its state out, and streak and last met,
    after the years, speak of it; without it they speak of the newest year shown.
    """
    more = extras or Extras()
    years = sorted({int(year) for year in rows["year"]} | (set(totals or ()) if more.groups else set()), reverse=True)
    found: dict[str, dict[int, Row]] = {}
    for row in rows.to_dict("records"):
        found.setdefault(str(row["agency_id"]), {})[int(row["year"])] = row
    groups = more.groups or (Group("", list(found)),)
    bodies = (_group(group, found, years, focus, lang, more) for group in groups)
    label = total_label or texts.t("board.total_met", lang)
    foot = _foot(years, focus, totals, label) if totals is not None else None
    head = _head(years, focus, lang)
    return tag("table", tag("caption", caption), head, *bodies, foot, class_="pi-table pi-board")


def legend(lang: str, states: Iterable[str] = STATES) -> Html:
    """Every sign with its word and what it means."""
    items = (
        tag("li", cells.sign(state, lang), " ", tag("b", texts.t(f"board.state.{state}", lang)), ": ",
            texts.t(f"board.means.{state}", lang))
        for state in states
    )  # fmt: skip
    return tag("ul", *items, class_="pi-legend", aria_label=texts.t("board.legend", lang))


def _head(years: list[int], focus: int | None, lang: str) -> Html:
    said = None if focus is None else tag("th", texts.t("board.state_of", lang, year=focus), scope="col")
    each = (tag("th", year, scope="col", class_="year focus" if year == focus else "year") for year in years)
    ends = (tag("th", texts.t(f"board.{name}", lang), scope="col", class_="end") for name in _ENDS)
    return tag("thead", tag("tr", tag("th", texts.t("board.agency", lang), scope="col"), said, *each, *ends))


def _group(
    group: Group, found: Mapping[str, Mapping[int, Row]], years: list[int], focus: int | None, lang: str, more: Extras
) -> Html:
    lines = (_row(agency, found[agency], years, focus, lang, more) for agency in group.agencies)
    if not group.words:
        return tag("tbody", *lines)
    wide = 1 + (focus is not None) + len(years) + len(_ENDS)
    words = tag("span", group.words)
    return tag("tbody", tag("tr", tag("th", words, scope="rowgroup", colspan=wide), class_="group"), *lines)


def _row(
    agency: str, given: Mapping[int, Row], years: list[int], focus: int | None, lang: str, more: Extras
) -> Html:  # fmt: skip
    latest = given[max(given)]
    now = latest if focus is None else given.get(focus)
    beside = {year: more.beside[(agency, year)] for year in years if (agency, year) in more.beside}
    said = None if focus is None else tag("td", *cells.written(now, lang, beside.get(focus, ())), class_="said")
    states = (
        cells.state(given.get(year), lang, year == focus, beside.get(year, ()), _through(given.get(year)))
        for year in years
    )
    ends: tuple[Sequence[Any], ...] = ([cells.streak(now, lang)], cells.last_met(now, lang, focus is not None))
    return tag("tr", _name(agency, latest, given, lang, more), said, *states,
               *(tag("td", *words, class_="end") for words in ends))  # fmt: skip


def _name(agency: str, latest: Row, given: Mapping[int, Row], lang: str, more: Extras) -> Html:
    """The agency's name, leading to its record; below it the predecessors whose years it carries."""
    name: object = str(latest["agency"])
    if more.address is not None:
        name = tag("a", name, href=more.address(agency), target="_self")
    return tag("th", name, *_via(given, lang), scope="row")


def _via(given: Mapping[int, Row], lang: str) -> list[Html]:
    """Each predecessor with the years that come from it, the latest first."""
    spans: dict[str, list[int]] = {}
    for year in sorted(given, reverse=True):
        through = _through(given[year])
        if through:
            spans.setdefault(through, []).append(year)
    return [tag("small", texts.t("board.via", lang, span=_span(years), names=names), class_="via")
            for names, years in spans.items()]  # fmt: skip


def _span(years: Sequence[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{min(years)}–{max(years)}"


def _through(row: Row | None) -> str | None:
    given = None if row is None else row.get("through")
    return given if isinstance(given, str) and given else None


def _foot(years: list[int], focus: int | None, totals: Mapping[int, str], label: str) -> Html:
    said = None if focus is None else tag("td", totals.get(focus, texts.MISSING))
    values = (tag("td", totals.get(year, texts.MISSING), class_="year") for year in years)
    return tag("tfoot", tag("tr", tag("th", label, scope="row"), said, *values, tag("td"), tag("td")))
