"""docs/hindcast.md from the published warehouse: `python -m planning.docs > docs/hindcast.md`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import metrics
from metrics import Scope, Warehouse
from planning import series
from planning.counts import FEWEST
from planning.hindcast import Hindcast, Tested, hindcast
from planning.series import Series

LANG = "en"
INTRODUCTION = """# Hindcast

Written from the real history by `python -m planning.docs > docs/hindcast.md`; change the method or the data, not this
page. What the forecast of [the planner](planning.md#number-of-entries) would have said in each past year from the years
before it, and what happened. A year is tested where at least {least} exact counts come before it. `CRPS` is the score
of the whole distribution in entries; the middle and the two naive rules are scored by their distance from what
happened. Less is better.
"""
HEADINGS = ("year", "80 % interval", "middle", "happened", "inside", "CRPS", "middle off", "last year", "mean of all")


def render(warehouse: Warehouse) -> str:
    """The whole page as Markdown: every real series with at least one tested year, then those that are too short."""
    tested = [(one, hindcast(one.exact)) for one in real_series(warehouse)]
    parts = [INTRODUCTION.format(least=FEWEST)]
    parts += [_section(one, found) for one, found in tested if found.years]
    short = [one for one, found in tested if not found.years]
    if short:
        listed = [f"- {_title(one)}: {', '.join(f'{year}: {value:,}' for year, value in one.exact)}" for one in short]
        parts.append("\n".join(["## Long enough to forecast, too short to test", "", *listed, ""]))
    return "\n".join(parts)


def real_series(warehouse: Warehouse) -> Iterator[Series]:
    """The series of cited data with at least FEWEST exact years: whole contests first, then governments. A contest that
    its own government holds stands once."""
    governments = metrics.records(metrics.listing("governments", Scope(), warehouse))
    real = [None, *sorted(str(row["government_id"]) for row in governments if not row["is_sample"])]
    seen = set()
    for government, contest in _pairs(warehouse):
        for kind in series.KINDS if government in real else ():
            one = series.read_kind(warehouse, government, contest, kind)
            if len(one.exact) >= FEWEST and (contest, kind, tuple(one.exact)) not in seen:
                seen.add((contest, kind, tuple(one.exact)))
                yield one


def _pairs(warehouse: Warehouse) -> list[tuple[str | None, str]]:
    """(government or None, contest) of cited contests with at least FEWEST counts."""
    contests = metrics.records(metrics.listing("competitions", Scope(), warehouse))
    real = {str(row["competition_id"]) for row in contests if not row["is_sample"]}
    known = Counter(
        (row["government_id"], str(row["competition_id"]))
        for row in metrics.records(metrics.run("submissions", Scope(), warehouse))
        if row["agency_id"] is None and row["numerator"] is not None and row["competition_id"] in real
    )
    pairs = [pair for pair, counts in known.items() if counts >= FEWEST]
    return sorted(pairs, key=lambda pair: (pair[0] is not None, pair[0] or "", pair[1]))


def _title(one: Series) -> str:
    return f"{one.government or 'whole contest'}, {one.competition}, {one.counted_as}"


def _section(one: Series, found: Hindcast) -> str:
    inside, years = found.covered
    head = f"| {' | '.join(HEADINGS)} |\n|{'---|' * len(HEADINGS)}"
    lines = "\n".join(_line(year) for year in found.years)
    last, mean = _yes(found.beats_last), _yes(found.beats_mean)
    verdict = f"Better than “same as last year”: {last}; than “mean of all years”: {mean}."
    return f"## {_title(one)}\n\nInside {inside} of {years}. {verdict}\n\n{head}\n{lines}\n{_mean(found)}\n"


def _line(year: Tested) -> str:
    said = f"{year.low:,}–{year.high:,} | {year.middle:,} | {year.actual:,} | {_yes(year.inside)}"
    scores = " | ".join(f"{value:,.1f}" for value in (year.score, year.off, year.naive_last, year.naive_mean))
    return f"| {year.year} | {said} | {scores} |"


def _mean(found: Hindcast) -> str:
    means = (found.score, found.off, found.naive_last, found.naive_mean)
    return f"| mean | | | | | {' | '.join('' if value is None else f'{value:,.1f}' for value in means)} |"


def _yes(value: bool | None) -> str:
    return "yes" if value else "no"


if __name__ == "__main__":
    print(render(metrics.open_warehouse()), end="")
