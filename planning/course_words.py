"""Where a target stands in words, with the numbers that were compared."""

from __future__ import annotations

from collections.abc import Callable

from babel.lists import format_list

from planning.course import ENOUGH, Course
from texts import number, t

NAMED = 3  # earlier editions that are named one by one


def label(course: Course, lang: str) -> str:
    """The state in a word or two: "di jalur", "berisiko"."""
    return t(f"plan.course.state_{course.state}", lang)


def words(course: Course, lang: str, amount: Callable[[float], str] | None = None) -> str:
    """The arithmetic in words: "Kurang 6 usulan, sisa 3 minggu: perlu 2 per minggu; sejauh ini 1,2 per minggu. …".

    `amount` writes an actual or a target in its own unit (default: a plain number)."""
    said = _SAYING.get(course.rule or course.state, _saying_state)
    write = amount or (lambda value: _plain(value, lang))
    return said(course, lang, write)


Write = Callable[[float], str]


def _saying_state(course: Course, lang: str, write: Write) -> str:
    """Hope, unknown, not measured, not open, running: and the numbers there are."""
    if course.actual is None or course.state in {"hope", "not_measured", "not_open"}:
        return t(f"plan.course.{course.state}", lang)
    if course.at_least:
        return t("plan.course.lower_bound", lang, actual=write(course.actual), aim=_aim(course, lang, write))
    said = [t("plan.course.so_far", lang, **_numbers(course, lang, write))]
    if course.weeks is not None and course.missing and course.comparator == "at_least":
        said = [_need(course, lang)]
    return " ".join([*said, t(f"plan.course.{course.state}_known", lang)])


def _saying_result(course: Course, lang: str, write: Write) -> str:
    key = "met" if course.state == "met" else "missed"
    gap = write(abs(course.missing or 0))
    return t(f"plan.course.{key}_{course.rule}", lang, gap=gap, **_numbers(course, lang, write))


def _saying_cap(course: Course, lang: str, write: Write) -> str:
    return t("plan.course.cap", lang, cap=number(course.cap, lang), **_numbers(course, lang, write))


def _saying_forecast(course: Course, lang: str, _: Write) -> str:
    return t("plan.course.forecast", lang, low=_plain(course.low, lang), high=_plain(course.high, lang))


def _saying_pace(course: Course, lang: str, _: Write) -> str:
    if not course.weeks:
        return t("plan.course.last_day", lang, missing=_plain(course.missing, lang))
    return f"{_need(course, lang)} {t('plan.course.pace', lang, end=number(course.high, lang))}"


def _saying_earlier(course: Course, lang: str, write: Write) -> str:
    """What is missing, what earlier editions still added, and how far that carries with so few of them."""
    actual, n = course.actual or 0, len(course.years)
    added = _range((course.low or 0) - actual, (course.high or 0) - actual, lang)
    end = _range(course.low, course.high, lang)
    so_far = t("plan.course.so_far", lang, **_numbers(course, lang, write))
    said = [
        _need(course, lang) if course.comparator == "at_least" else so_far,
        t("plan.course.earlier", lang, editions=_editions(course, lang), added=added, end=end),
    ]
    if n < ENOUGH:
        beyond = course.comparator == "at_least" and (course.target or 0) > (course.high or 0)
        said.append(t("plan.course.few_beyond" if beyond else "plan.course.few", lang, n=number(n, lang)))
    return " ".join(said)


_SAYING: dict[str, Callable[[Course, str, Write], str]] = {
    "closed": _saying_result,
    "reached": _saying_result,
    "cap": _saying_cap,
    "forecast": _saying_forecast,
    "pace": _saying_pace,
    "earlier": _saying_earlier,
}


def _numbers(course: Course, lang: str, write: Write) -> dict[str, str]:
    return {"actual": "–" if course.actual is None else write(course.actual), "aim": _aim(course, lang, write)}


def _aim(course: Course, lang: str, write: Write) -> str:
    return t(f"comparator.{course.comparator}", lang, n=write(course.target or 0))


def _need(course: Course, lang: str) -> str:
    """What is missing, how long there is, and the pace: per week only where at least a week is left."""
    parts = {"missing": _plain(course.missing, lang), "time": _time(course.weeks or 0, lang)}
    if course.needed is None or (course.weeks or 0) < 1:
        return t("plan.course.need_short", lang, **parts)
    parts["needed"] = _plain(course.needed, lang)
    if course.so_far is None:
        return t("plan.course.need", lang, **parts)
    return t("plan.course.need_pace", lang, so_far=_plain(course.so_far, lang), **parts)


def _time(weeks: float, lang: str) -> str:
    """Whole weeks as weeks, else days."""
    days = round(weeks * 7)
    if days and days % 7 == 0:
        key, n = "weeks", days // 7
    else:
        key, n = "days", days
    return t(f"plan.course.{key}_one" if n == 1 else f"plan.course.{key}", lang, n=number(n, lang))


def _editions(course: Course, lang: str) -> str:
    years = sorted(course.years)
    if len(years) <= NAMED:
        key = "plan.course.editions_one" if len(years) == 1 else "plan.course.editions"
        return t(key, lang, years=format_list([str(year) for year in years], locale=lang))
    span = f"{years[0]}–{years[-1]}"
    return t("plan.course.editions_span", lang, n=number(len(years), lang), years=span)


def _range(low: float | None, high: float | None, lang: str) -> str:
    first, last = _plain(low, lang), _plain(high, lang)
    return first if first == last else f"{first}–{last}"


def _plain(value: float | None, lang: str) -> str:
    """A number with one decimal where it needs one."""
    whole = value is not None and round(value, 1) == round(value)
    return number(value, lang, 0 if whole else 1)
