"""The compliance board: agencies down, years across, each state as a sign with its word."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

import texts
from ui.markup import Html, hidden, tag

STATES = ("met", "draft_only", "none", "no_data", "exempt")


def board(rows: pd.DataFrame, lang: str, caption: str, totals: Mapping[int, str] | None = None) -> Html:
    """The board as one table. Agencies come in the order of their first row, years ascending.

    `rows`: agency_id, agency (name), kind, year, state, uncertain, numerator, denominator, streak, streak_at_least,
    last_met_year, as the metric `compliance` gives them with the agency's name and kind added; streak and last met are
    read from the last year shown. An agency without a row for a year was not in existence: the cell says so. `totals`
    is the text of the total row per year (such as "16/35").
    """
    years = sorted({int(year) for year in rows["year"]})
    cells: dict[tuple[Any, int], Mapping[Any, Any]] = {
        (row["agency_id"], int(row["year"])): row for row in rows.to_dict("records")
    }
    agencies = list(dict.fromkeys(rows["agency_id"]))
    body = (_row([cells.get((agency, year)) for year in years], lang) for agency in agencies)
    foot = _foot(years, totals, lang) if totals is not None else None
    return tag(
        "table", tag("caption", caption), _head(years, lang), tag("tbody", *body), foot, class_="pi-table pi-board"
    )


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
    has, minimum = row.get("numerator"), row.get("denominator")
    if row["state"] in {"met", "draft_only"} and _known(has) and _known(minimum):
        words += f", {texts.t('board.of_minimum', lang, n=_whole(has, lang), m=_whole(minimum, lang))}"
    return f"{words} ({texts.t('board.uncertain', lang)})" if row.get("uncertain") is True else words


def _head(years: list[int], lang: str) -> Html:
    named = [tag("th", texts.t("board.agency", lang), scope="col")]
    named += [tag("th", year, scope="col", class_="year") for year in years]
    named += [tag("th", texts.t(f"board.{name}", lang), scope="col", class_="num") for name in ("streak", "last_met")]
    return tag("thead", tag("tr", *named))


def _row(cells: list[Mapping[Any, Any] | None], lang: str) -> Html:
    latest = next(cell for cell in reversed(cells) if cell is not None)
    name = tag("th", str(latest["agency"]), scope="row")
    states = (_state(cell, lang) for cell in cells)
    last = latest.get("last_met_year")
    met = str(int(float(str(last)))) if _known(last) else texts.MISSING
    return tag("tr", name, *states, tag("td", _streak(latest, lang), class_="num"), tag("td", met, class_="num"))


def _state(cell: Mapping[Any, Any] | None, lang: str) -> Html:
    if cell is None:
        words = texts.t("board.not_in_force", lang)
        return tag("td", tag("span", "·", aria_hidden="true"), hidden(words), class_="st", title=words)
    words = state_words(cell, lang)
    kind = f"st st-{cell['state']}" + (" st-uncertain" if cell.get("uncertain") is True else "")
    return tag("td", _sign(str(cell["state"]), lang), hidden(words), class_=kind, title=words)


def _sign(state: str, lang: str) -> Html:
    return tag("span", texts.t(f"board.symbol.{state}", lang), aria_hidden="true", class_=f"sign sign-{state}")


def _streak(cell: Mapping[Any, Any], lang: str) -> str:
    streak = cell.get("streak")
    if not _known(streak):
        return texts.MISSING
    key = "board.streak_at_least" if cell.get("streak_at_least") is True else "board.streak_years"
    return texts.t(key, lang, n=_whole(streak, lang))


def _foot(years: list[int], totals: Mapping[int, str], lang: str) -> Html:
    values = (tag("td", totals.get(year, texts.MISSING), class_="year") for year in years)
    return tag(
        "tfoot", tag("tr", tag("th", texts.t("board.total_met", lang), scope="row"), *values, tag("td"), tag("td"))
    )


def _known(value: object) -> bool:
    return value is not None and value is not pd.NA and value == value


def _whole(value: object, lang: str) -> str:
    return texts.number(int(float(str(value))), lang)
