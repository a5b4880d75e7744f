"""The compliance board: agencies down, years across, each state as a sign with its word."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

import texts
from ui.cells import known, number
from ui.markup import Html, hidden, tag

STATES = ("met", "draft_only", "none", "no_data", "exempt")


def board(
    rows: pd.DataFrame,
    lang: str,
    caption: str,
    totals: Mapping[int, str] | None = None,
    focus: int | None = None,
    total_label: str | None = None,
) -> Html:
    """The board as one table. Agencies come in the order of their first row, the newest year first.

    `rows`: agency_id, agency (name), kind, year, state, uncertain, numerator, denominator, streak, streak_at_least,
    last_met_year, as the metric `compliance` gives them with the agency's name and kind added. An agency without a row
    for a year was not in existence: the cell says so. `totals` is the text of the total row per year (such as "16/35"),
    `total_label` its heading. `focus` is the year in question: a column before the years writes its state out, and
    streak and last met, after the years, speak of it; without it they speak of the newest year shown.
    """
    years = sorted({int(year) for year in rows["year"]}, reverse=True)
    cells: dict[tuple[Any, int], Mapping[Any, Any]] = {
        (row["agency_id"], int(row["year"])): row for row in rows.to_dict("records")
    }
    agencies = list(dict.fromkeys(rows["agency_id"]))
    body = (_row({year: cells.get((agency, year)) for year in years}, focus, lang) for agency in agencies)
    label = total_label or texts.t("board.total_met", lang)
    foot = _foot(years, focus, totals, label) if totals is not None else None
    head = _head(years, focus, lang)
    return tag("table", tag("caption", caption), head, tag("tbody", *body), foot, class_="pi-table pi-board")


def legend(lang: str, states: Iterable[str] = STATES) -> Html:
    """Every sign with its word and what it means."""
    items = (
        tag("li", _sign(state, lang), " ", tag("b", texts.t(f"board.state.{state}", lang)), ": ",
            texts.t(f"board.means.{state}", lang))
        for state in states
    )  # fmt: skip
    return tag("ul", *items, class_="pi-legend", aria_label=texts.t("board.legend", lang))


def state_words(row: Mapping[Any, Any], lang: str) -> str:
    """The state in words, with k of n where an agency has something but not enough, and "not certain" where so."""
    words = texts.t(f"board.state.{row['state']}", lang)
    has, minimum = number(row.get("numerator")), number(row.get("denominator"))
    if has is not None and minimum is not None and 0 < has < minimum:
        words += f", {texts.t('board.of_minimum', lang, n=_whole(has, lang), m=_whole(minimum, lang))}"
    return f"{words} ({texts.t('board.uncertain', lang)})" if row.get("uncertain") is True else words


def _head(years: list[int], focus: int | None, lang: str) -> Html:
    said = None if focus is None else tag("th", texts.t("board.state_of", lang, year=focus), scope="col")
    each = (tag("th", year, scope="col", class_="year focus" if year == focus else "year") for year in years)
    ends = (tag("th", texts.t(f"board.{name}", lang), scope="col", class_="end") for name in ("streak", "last_met"))
    return tag("thead", tag("tr", tag("th", texts.t("board.agency", lang), scope="col"), said, *each, *ends))


def _row(cells: Mapping[int, Mapping[Any, Any] | None], focus: int | None, lang: str) -> Html:
    latest = next(cell for cell in cells.values() if cell is not None)
    now = latest if focus is None else cells.get(focus)
    said = None if focus is None else tag("td", *_written(now, lang), class_="said")
    states = (_state(cell, lang, marked=year == focus) for year, cell in cells.items())
    ends = (
        tag("td", *words, class_="end") for words in ([_streak(now, lang)], _last_met(now, lang, focus is not None))
    )
    return tag("tr", tag("th", str(latest["agency"]), scope="row"), said, *states, *ends)


def _written(cell: Mapping[Any, Any] | None, lang: str) -> list[Html]:
    """A state with its sign and its words, both to be seen."""
    if cell is None:
        return [tag("span", texts.t("board.not_in_force", lang), class_="gone")]
    return [_sign(str(cell["state"]), lang), tag("span", _case(cell, lang))]


def _state(cell: Mapping[Any, Any] | None, lang: str, marked: bool) -> Html:
    focus = " focus" if marked else ""
    if cell is None:
        words = texts.t("board.not_in_force", lang)
        return tag("td", tag("span", "·", aria_hidden="true"), hidden(words), class_=f"st{focus}", title=words)
    words = state_words(cell, lang)
    kind = f"st st-{cell['state']}{focus}" + (" st-uncertain" if cell.get("uncertain") is True else "")
    return tag("td", _sign(str(cell["state"]), lang), hidden(words), class_=kind, title=words)


def _sign(state: str, lang: str) -> Html:
    return tag("span", texts.t(f"board.symbol.{state}", lang), aria_hidden="true", class_=f"sign sign-{state}")


def _case(cell: Mapping[Any, Any], lang: str) -> str:
    """The state as one writes it in a column: "withdrawn" or "1 of 2 so far" where the reason says so."""
    name, *given = str(cell.get("reason") or "").split("|")
    key = f"board.case.{name}"
    if cell["state"] != "draft_only" or not texts.has(key, lang):
        words = texts.t(f"board.state.{cell['state']}", lang)
        return f"{words} ({texts.t('board.uncertain', lang)})" if cell.get("uncertain") is True else words
    return texts.t(key, lang, **dict(pair.split("=", 1) for pair in given))


def _streak(cell: Mapping[Any, Any] | None, lang: str) -> str:
    """Years in a row; a dash where the year itself is without data or exempt, since then there is none to speak of."""
    if cell is None or not known(cell.get("streak")):
        return texts.MISSING
    n, least = int(float(str(cell["streak"]))), cell.get("streak_at_least") is True
    if n == 0 and cell["state"] in {"no_data", "exempt"}:
        return texts.MISSING
    # "at least" speaks of the years before: nothing in a row is nothing, whatever came earlier.
    return texts.t("board.streak_at_least" if least and n else "board.streak_years", lang, n=texts.number(n, lang))


def _last_met(cell: Mapping[Any, Any] | None, lang: str, ago: bool) -> list[Html | str]:
    """The last year met; with `ago`, how long before the row's own year that was."""
    if cell is None or not known(cell.get("last_met_year")):
        return [texts.MISSING]
    last = int(float(str(cell["last_met_year"])))
    years = int(cell["year"]) - last
    if not ago or not years:
        return [str(last)]
    said = texts.t("board.years_ago", lang, n=texts.number(years, lang))
    return [str(last), tag("span", f" {said}", class_="ago")]


def _foot(years: list[int], focus: int | None, totals: Mapping[int, str], label: str) -> Html:
    said = None if focus is None else tag("td", totals.get(focus, texts.MISSING))
    values = (tag("td", totals.get(year, texts.MISSING), class_="year") for year in years)
    return tag("tfoot", tag("tr", tag("th", label, scope="row"), said, *values, tag("td"), tag("td")))


def _whole(value: object, lang: str) -> str:
    return texts.number(int(float(str(value))), lang)
