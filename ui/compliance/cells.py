"""The cells of the compliance board: a state as a sign with its word, and what stands beside it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import texts
from ui.cells import known, number
from ui.markup import Html, hidden, join, tag

Row = Mapping[Any, Any]


class Beside(NamedTuple):
    """What an agency answered to its state, or why it is exempt: `word` names it, `said` opens in place with its
    document, `plain` is the same as text."""

    word: str
    said: Html
    plain: str


def state_words(row: Row, lang: str) -> str:
    """The state in words, with k of n where an agency has something but not enough, and "not certain" where so."""
    return _words(
        str(row["state"]), number(row.get("numerator")), number(row.get("denominator")), row.get("uncertain") is True,
        lang,
    )  # fmt: skip


def written(cell: Row | None, lang: str, beside: Sequence[Beside] = ()) -> list[Html]:
    """A state with its sign and its words, both to be seen; what stands beside it opens below."""
    if cell is None:
        return [tag("span", texts.t("board.not_in_force", lang), class_="gone")]
    opened = (
        tag("details", tag("summary", each.word), tag("div", each.said, class_="pi-basis"), class_="pi-more")
        for each in beside
    )
    return [sign(str(cell["state"]), lang), tag("span", _case(cell, lang)), *opened]


def state(cell: Row | None, lang: str, marked: bool, beside: Sequence[Beside] = (), through: str | None = None) -> Html:
    """One cell of a year: the sign, its words for screen readers and on hovering. `marked`: the year in question;
    `through`: the predecessors that the state comes from."""
    if cell is None:
        return _absent(lang, marked)
    words, uncertain = state_words(cell, lang), cell.get("uncertain") is True
    if not beside and not through:
        return _plain(str(cell["state"]), words, uncertain, marked, lang)
    if through:
        words = f"{words}, {texts.t('board.through', lang, names=through)}"
    said = "; ".join([words, *(f"{each.word}: {each.plain}" for each in beside)])
    marks = tag("span", "*", aria_hidden="true", class_="note") if beside else None
    kind = _kind(str(cell["state"]), uncertain, marked) + (" st-through" if through else "")
    return tag("td", sign(str(cell["state"]), lang), marks, hidden(said), class_=kind, title=said)


@lru_cache(maxsize=64)
def sign(state: str, lang: str) -> Html:
    """A state's sign alone; the word stands or is said beside it."""
    return tag("span", texts.t(f"board.symbol.{state}", lang), aria_hidden="true", class_=f"sign sign-{state}")


def streak(cell: Row | None, lang: str) -> str:
    """Years in a row; a dash where the year itself is exempt or its data are incomplete: nothing can be said."""
    if cell is None or not known(cell.get("streak")):
        return texts.MISSING
    n, least = int(float(str(cell["streak"]))), cell.get("streak_at_least") is True
    unsaid = cell["state"] in {"no_data", "exempt"} or cell.get("reason") == "year_incomplete"
    if n == 0 and unsaid:
        return texts.MISSING
    # "at least" speaks of the years before: nothing in a row is nothing, whatever came earlier.
    return texts.t("board.streak_at_least" if least and n else "board.streak_years", lang, n=texts.number(n, lang))


def last_met(cell: Row | None, lang: str, ago: bool) -> list[Html | str]:
    """The last year met; with `ago`, how long before the row's own year that was."""
    if cell is None or not known(cell.get("last_met_year")):
        return [texts.MISSING]
    last = int(float(str(cell["last_met_year"])))
    years = int(cell["year"]) - last
    if not ago or not years:
        return [str(last)]
    said = texts.t("board.years_ago", lang, n=texts.number(years, lang))
    return [str(last), tag("span", f" {said}", class_="ago")]


# A board has a thousand cells and a dozen different ones.
@lru_cache(maxsize=1024)
def _plain(state: str, words: str, uncertain: bool, marked: bool, lang: str) -> Html:
    return tag("td", sign(state, lang), hidden(words), class_=_kind(state, uncertain, marked), title=words)


@lru_cache(maxsize=1024)
def _words(state: str, has: float | None, minimum: float | None, uncertain: bool, lang: str) -> str:
    words = texts.t(f"board.state.{state}", lang)
    if has is not None and minimum is not None and 0 < has < minimum:
        words += f", {texts.t('board.of_minimum', lang, n=_whole(has, lang), m=_whole(minimum, lang))}"
    return f"{words} ({texts.t('board.uncertain', lang)})" if uncertain else words


@lru_cache(maxsize=16)
def _absent(lang: str, marked: bool) -> Html:
    words = texts.t("board.not_in_force", lang)
    content = join([tag("span", "·", aria_hidden="true"), hidden(words)])
    return tag("td", content, class_="st focus" if marked else "st", title=words)


def _kind(state: str, uncertain: bool, marked: bool) -> str:
    return f"st st-{state}" + (" focus" if marked else "") + (" st-uncertain" if uncertain else "")


def _case(cell: Row, lang: str) -> str:
    """The state as one writes it in a column: "withdrawn" or "1 of 2 so far" where the reason says so."""
    name, *given = str(cell.get("reason") or "").split("|")
    key = f"board.case.{name}"
    if cell["state"] != "draft_only" or not texts.has(key, lang):
        words = texts.t(f"board.state.{cell['state']}", lang)
        return f"{words} ({texts.t('board.uncertain', lang)})" if cell.get("uncertain") is True else words
    return texts.t(key, lang, **dict(pair.split("=", 1) for pair in given))


def _whole(value: float, lang: str) -> str:
    return texts.number(int(value), lang)
