"""The planner's sentences on the page: what the record supports, and what it does not."""

from planning import wording
from planning.outcome import Path
from planning.projection import Projection
from ui import charts
from ui.cells import bare, known
from ui.planner import dials
from ui.view import View


def finding(view: View, given: Projection) -> tuple[str, str | None]:
    """The sentence of the page, and below it what else is known: the reach of the planned entries, the target."""
    contest = view.short_name(given.competition)
    about = {"place": view.place, "year": given.year, "competition": contest}
    if given.forecast is not None:
        said = view.t("page.proyeksi.said_forecast", interval=wording.interval(given.forecast, view.lang), **about)
        return said, " ".join(filter(None, [_tested(view, given), step(view, given)])) or None
    said = view.t("page.proyeksi.said_too_few", why=wording.too_few(given.known, view.lang), **about)
    return said, " ".join(filter(None, [step(view, given), furthest(view, given)])) or None


def step(view: View, given: Projection) -> str | None:
    """The documented target: with a forecast its chance, else that it was set and says nothing of what is likely."""
    if given.target is None or given.target_row is None:
        return None
    words = {"aim": aim(view, given), "year": given.year}
    if given.forecast is not None and given.target_row["comparator"] == "at_least":
        likely = chance(view, given.forecast.at_least(given.target))
        return view.t("planner.target_chance", chance=likely, **words)
    row = given.target_row
    if known(row["previous"]) and known(row["change"]):
        return view.t("planner.target_step", previous=view.number(row["previous"]), change=view.signed(row["change"]),
                      **words)  # fmt: skip
    return view.t("planner.target_set", **words)


def aim(view: View, given: Projection) -> str:
    """The documented target with its sign: "≥ 15"."""
    comparator = given.target_row["comparator"] if given.target_row else None
    return charts.aimed(given.target, comparator, view.look)


def furthest(view: View, given: Projection) -> str | None:
    """How many of the entries planned at first may get to the last stage that anything is known about."""
    if not given.paths or given.government is None:
        return None
    return reach(view, given.paths[-1], dials.opening(given))


def chance(view: View, share: float) -> str:
    """A chance in whole percent; what is not certain is never written as 0 or 100 %."""
    return wording.chance(share, view.lang)


def start(view: View, given: Projection) -> str:
    """Where the sliders start from, and where they end."""
    return view.t(f"planner.start_{dials.origin(given)}", most=view.number(dials.top(given)))


def reach(view: View, path: Path, entries: int) -> str:
    """ "Dari 15 usulan, 4 dari 5 kemungkinan 0 sampai 4 mencapai Top 40 (rata-rata 1,9)." """
    low, high = path.interval(entries)
    which = "reach_none" if not high else "reach_one" if low == high else "reach"
    return view.t(f"planner.{which}", entries=view.number(entries), low=view.number(low), high=view.number(high),
                  stage=bare(path.chain.stage_name), mean=view.number(path.expected(entries), 1))  # fmt: skip


def between(view: View, path: Path, entries: int) -> str:
    """The interval of how many of `entries` get there: "0–4", or "0" where both ends are the same."""
    low, high = path.interval(entries)
    return view.number(low) if low == high else f"{view.number(low)}–{view.number(high)}"


def _tested(view: View, given: Projection) -> str | None:
    """The plain warning where the rule did no better than a naive one."""
    beaten = [given.hindcast.beats_last, given.hindcast.beats_mean]
    if beaten[0] is None:
        return None
    naive = [word for word, better in zip(("last", "mean"), beaten, strict=True) if not better]
    if not naive:
        return None
    return view.t("planner.not_better", naive=view.t("planner.or").join(view.t(f"planner.naive_{n}") for n in naive))
