"""Is a target on course? What the record says decides, by rules; `course_words` puts the result in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

# With n earlier editions and years that are alike, the chance that this one adds more than all of them is 1/(n + 1)
# (each of the n + 1 is equally likely to be the largest): only from four on is that as rare as the 20 % outside the
# intervals that stand elsewhere.
ENOUGH = 4
STATES = (
    "met",
    "on_course",
    "at_risk",
    "out_of_reach",
    "missed",
    "open",
    "not_open",
    "unknown",
    "hope",
    "not_measured",
)


@dataclass(frozen=True)
class Rest:
    """What an earlier edition handed in from `days` before its closing until it closed: `at_that_time` then,
    `at_the_end` in all."""

    edition_id: str
    year: int
    days: int
    at_that_time: int
    at_the_end: int


@dataclass(frozen=True)
class Course:
    """`state`: one of STATES; `open`: running, and nothing on record to judge it by.
    `rule` says which comparison decided (earlier, pace, cap, reached, closed, forecast); the numbers are the ones
    compared: `missing` entries, `weeks` to closing, `needed` and `so_far` per week, `low` and `high` of what the rule
    expects at the end. `actual` and `target` are in the target's own unit, `editions` and `years` the earlier editions
    compared; `at_least`: the actual is known as a lower bound only."""

    state: str
    rule: str | None = None
    missing: float | None = None
    weeks: float | None = None
    needed: float | None = None
    so_far: float | None = None
    low: float | None = None
    high: float | None = None
    editions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    actual: float | None = None
    target: float | None = None
    comparator: str = "at_least"
    cap: int | None = None
    at_least: bool = False


def of_entries(
    actual: float | None,
    target: float | None,
    comparator: str,
    today: date,
    opens: date | None,
    closes: date | None,
    rests: Sequence[Rest] = (),
    cap: int | None = None,
    *,
    exact: bool = True,
    year: int | None = None,
    expected: tuple[int, int] | None = None,
) -> Course:
    """A target for a number of entries on the day `today`, which counts as past.

    `rests` are earlier editions at as many days before closing as this one has left, `cap` the most entries there may
    be, `expected` an interval of the forecast, said while the edition is not open yet. Without a closing day the
    edition counts as over once its `year` is. `exact` False: the actual is a lower bound; while the edition is open, a
    target of at least so many is judged by what is recorded, and is then not out of reach, for more may be in than is
    known.

    Earlier editions: the end is expected between actual + the least and actual + the most that any of them still added.
    Entries are added, not scaled: early on the counts are too small to divide by. Without earlier editions the pace
    since opening stands beside the pace needed; by pace alone nothing is out of reach, because the last weeks bring
    most."""
    if target is None or _over(today, closes, year):
        return of_closed(actual, target, comparator, exact)
    base = Course("unknown", None, actual=actual, target=target, comparator=comparator, cap=cap, at_least=not exact)
    base = _measured(base, today, opens, closes)
    settled = _settled(base, today, opens, expected, exact)
    if settled is not None:
        return settled
    if rests and base.weeks:
        return _by_earlier(base, rests)
    return _by_pace(base)


def of_closed(actual: float | None, target: float | None, comparator: str, exact: bool = True) -> Course:
    """A target of an edition or a year that is over: met, missed, or unknown where the actual does not decide it."""
    if target is None:
        return Course("hope", actual=actual, comparator=comparator, at_least=not exact)
    base = Course("unknown", None, actual=actual, target=target, comparator=comparator, at_least=not exact)
    if actual is None:
        return base
    gap = actual - target
    state = _decided(comparator, gap) if exact else _decided_from_below(comparator, gap)
    return replace(base, state=state, rule=None if state == "unknown" else "closed", missing=-gap)


def of_outcome(
    actual: float | None,
    target: float | None,
    comparator: str,
    running: bool,
    *,
    exact: bool = True,
    measured: bool = True,
) -> Course:
    """A target of another kind (participation, reach of a stage, awards, rank): open while the edition or the year is
    running, then met, missed or unknown."""
    if not measured:
        return Course("not_measured", target=target, comparator=comparator)
    found = of_closed(actual, target, comparator, exact)
    if not running or found.state == "hope":
        return found
    if comparator == "at_least" and found.state == "met":
        return replace(found, rule="reached")
    return replace(found, state="open", rule=None)


def _over(today: date, closes: date | None, year: int | None) -> bool:
    if closes is not None:
        return closes < today
    return year is not None and year < today.year


def _measured(base: Course, today: date, opens: date | None, closes: date | None) -> Course:
    """With what is missing, how long there is, and the pace: today is past, the closing day is still to come."""
    target, actual = base.target or 0.0, base.actual
    weeks = None if closes is None else (closes - today).days / 7
    gone = None if opens is None or opens > today else ((today - opens).days + 1) / 7
    missing = None if actual is None else max(0.0, target - actual)
    needed = missing / weeks if missing is not None and weeks else None
    so_far = actual / gone if actual is not None and gone else None
    return replace(base, missing=missing, weeks=weeks, needed=needed, so_far=so_far)


def _settled(
    base: Course, today: date, opens: date | None, expected: tuple[int, int] | None, exact: bool
) -> Course | None:
    """What stands without looking ahead: beyond the cap, not open yet, unknown, reached or exceeded already."""
    target, actual = base.target or 0.0, base.actual
    if base.cap is not None and target > base.cap and base.comparator != "at_most":
        return replace(base, state="out_of_reach", rule="cap")
    if opens is not None and opens > today:
        low, high = expected or (None, None)
        return replace(base, state="not_open", rule="forecast" if expected else None, low=low, high=high)
    if actual is None:
        return base
    if base.comparator == "at_least" and actual >= target:
        return replace(base, state="met", rule="reached")
    if base.comparator != "at_least" and actual > target:
        return replace(base, state="missed", rule="reached", missing=target - actual)
    return None if exact or base.comparator == "at_least" else base


def _by_earlier(base: Course, rests: Sequence[Rest]) -> Course:
    """Against what earlier editions still added from as many days before their closing."""
    among = sorted(rests, key=lambda rest: (rest.year, rest.edition_id))
    added = [max(0, rest.at_the_end - rest.at_that_time) for rest in among]
    low, high = (base.actual or 0) + min(added), (base.actual or 0) + max(added)
    state = _expected(base.comparator, base.target or 0.0, low, high, len(among))
    return replace(
        base,
        state="at_risk" if state == "out_of_reach" and base.at_least else state,
        rule="earlier",
        low=low,
        high=high,
        editions=tuple(rest.edition_id for rest in among),
        years=tuple(rest.year for rest in among),
    )


def _expected(comparator: str, target: float, low: float, high: float, editions: int) -> str:
    """The state when the end is expected between `low` and `high`."""
    safe, lost = {
        "at_least": (target <= low, target > high),
        "at_most": (high <= target, low > target),
    }.get(comparator, (low <= target <= high, not low <= target <= high))
    if safe:
        return "on_course"
    return "out_of_reach" if lost and editions >= ENOUGH else "at_risk"


def _by_pace(base: Course) -> Course:
    """Against the pace since opening. On the closing day, without an opening day, or where too many is the danger, the
    pace says nothing: the last days bring most."""
    if base.comparator != "at_least" or base.weeks is None or (base.weeks and base.so_far is None):
        return replace(base, state="open")
    if not base.weeks or base.so_far is None or base.needed is None:
        return replace(base, state="at_risk", rule="pace")
    end = (base.actual or 0) + base.so_far * base.weeks
    state = "on_course" if base.so_far >= base.needed else "at_risk"
    return replace(base, state=state, rule="pace", low=end, high=end)


def _decided(comparator: str, gap: float) -> str:
    reached = {"at_least": gap >= 0, "at_most": gap <= 0}.get(comparator, gap == 0)
    return "met" if reached else "missed"


def _decided_from_below(comparator: str, gap: float) -> str:
    """What a lower bound of the actual decides."""
    if comparator == "at_least":
        return "met" if gap >= 0 else "unknown"
    return "missed" if gap > 0 else "unknown"
