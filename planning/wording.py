"""The planner's findings in words: the same sentence on a page, in a file and on the command line."""

from __future__ import annotations

from planning.counts import FEWEST, Forecast
from planning.evidence import Chain
from planning.hindcast import Hindcast
from planning.series import Series
from planning.solver import SEARCHED, Solution
from texts import number, percent, t

INTERVAL = 0.8
SURE = 0.995  # rounds to 100 %


def interval(found: Forecast, lang: str) -> str:
    """The 80 % interval as a chance: "4 dari 5 kemungkinan antara 11 dan 19 usulan, tengahnya 15"."""
    low, high = found.interval(INTERVAL)
    middle = found.quantile(0.5)
    return t("plan.interval", lang, low=number(low, lang), high=number(high, lang), middle=number(middle, lang))


def chance(share: float, lang: str) -> str:
    """A chance in whole percent; what is not certain is never written as 0 or 100 %."""
    if share >= SURE:  # a sum of floats comes out as 1 before it is certain
        return t("plan.over", lang, share=percent(0.99, lang, 0))
    if 0 < share < 1 - SURE:
        return t("plan.under", lang, share=percent(0.01, lang, 0))
    return percent(share, lang, 0)


def too_few(known: Series, lang: str) -> str:
    """Why there is no forecast: how many years have an exact count, which, and how many are needed."""
    years = ", ".join(f"{year}: {number(value, lang)}" for year, value in known.exact)
    words = {"n": number(len(known.exact), lang), "least": number(FEWEST, lang)}
    return t("plan.too_few", lang, years=years, **words) if years else t("plan.too_few_none", lang, **words)


def verdict(found: Hindcast, lang: str) -> str:
    """What the hindcast says about the rule: how often the interval held, and whether it beat the naive rules."""
    inside, tested = found.covered
    if not tested:
        return t("plan.hindcast_none", lang, least=number(FEWEST, lang))
    held = t("plan.hindcast_held", lang, n=number(inside, lang), m=number(tested, lang))
    judged = _ranking(found) if tested >= FEWEST else "few"
    return f"{held} {t(f'plan.hindcast_{judged}', lang, **_scores(found, lang))}"


def _ranking(found: Hindcast) -> str:
    if found.beats_last and found.beats_mean:
        return "better"
    if not found.beats_last and not found.beats_mean:
        return "worse"
    return "worse_than_last" if not found.beats_last else "worse_than_mean"


def _scores(found: Hindcast, lang: str) -> dict[str, str]:
    scores = {"score": found.score, "off": found.off, "last": found.naive_last, "mean": found.naive_mean}
    return {name: number(value, lang, 1) for name, value in scores.items()}


def solution(found: Solution, chain: Chain, at_least: int, lang: str) -> str:
    """What it takes: how many entries, with which chance; or why the goal is not reachable and how far one gets."""
    words = {
        "stage": chain.stage_name,
        "goal": number(at_least, lang),
        "chance": chance(found.probability, lang),
        "most": number(found.cap if found.cap is not None else SEARCHED, lang),
        "quota": number(chain.quota, lang),
        "n": number(found.entries, lang),
    }
    return t("plan.takes" if found.reachable else f"plan.reason.{found.reason}", lang, **words)
