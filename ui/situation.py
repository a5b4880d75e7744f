"""Where a government, or a whole contest, stands in the edition in view: the tiles of the summary page."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

import texts
from ui import figures, goal_words, intake, intake_words
from ui.cells import known, records
from ui.entry_list import stage_name
from ui.figures import Tile
from ui.view import View

Row = Mapping[str, Any]
_OWN_NAME = {"shortlist", "final", "award"}


def tiles(view: View, counts: pd.DataFrame, aimed: Row | None) -> list[Tile]:
    """The tiles: entries against target, who takes part (or for a contest: who never handed in), the furthest stage,
    days to closing, and what is not known. `counts` is `intake.per_year`."""
    return [
        entries(view, counts, aimed),
        participation(view) if view.government else silent_loss(view),
        furthest(view),
        closing(view),
        not_known(view),
    ]


def entries(view: View, counts: pd.DataFrame, aimed: Row | None) -> Tile:
    """The number of entries of the edition in view: against its target, else with the last known year beside it."""
    if aimed is not None:
        return goal_words.tile(view, aimed)
    row = intake.of_edition(view, counts)
    kind = str(row["counted_as"]) if row and known(row["counted_as"]) else "submitted"
    earlier = counts[(counts["year"] < (view.year or 0)) & counts["numerator"].notna()]
    last = next(iter(records(earlier[::-1])), None)
    return Tile(
        label=view.t(f"page.ringkasan.entries_{kind}"),
        value=intake_words.short_count(view, row),
        row=row or {"reason": "no_coverage"},
        beside=view.t("page.ringkasan.no_target") if view.government else None,
        trend=f"{int(last['year'])}: {intake_words.count(view, last)}" if last else None,
        marked=row is not None and row["basis"] == "reported",
    )


def participation(view: View) -> Tile:
    """Agencies that take part: the rate, or the range while some are without data, always with k of n."""
    row = _first(view.ask("participation", competition=None, agency=None))
    label = view.t("page.ringkasan.participation")
    if row is None or not known(row["denominator"]) or not int(row["denominator"]):
        return Tile(label=label, value=None, row=row or {"reason": "no_agencies"})
    words = {"n": view.number(row["numerator"]), "m": view.number(row["denominator"])}
    if known(row["value"]):
        value, beside = view.percent(row["value"], 0), view.t("page.ringkasan.participation_of", **words)
    else:
        value = texts.span(float(row["low"]), float(row["high"]), view.lang, 0)
        beside = view.t("page.ringkasan.participation_range", unknown=view.number(row["no_data"]), **words)
    # A range needs no mark of its own: it says what is open.
    return Tile(label=label, value=value, row=row, beside=beside, marked=False)


def silent_loss(view: View) -> Tile:
    """Entries of the whole contest that were registered and never handed in."""
    rows = view.ask("silent_loss")
    row = _first(rows[(rows["scope_kind"] == "all") & (rows["part"] == "")])
    label = view.t("page.ringkasan.silent_loss")
    if row is None:
        return Tile(label=label, value=None, row={"reason": "no_denominator"})
    of = view.t("tile.of", n=view.number(row["numerator"]), m=view.number(row["denominator"]))
    return Tile(label=label, value=view.percent(row["value"]), row=row, beside=of)


def furthest(view: View) -> Tile:
    """The furthest stage that any entry came through, how many did, and the furthest of the last known edition."""
    rows = best_stages(view)
    row = next((r for r in rows if r["edition_id"] == view.choice.edition), None)
    earlier = [r for r in rows if int(r["year"]) < (view.year or 0)]
    trend = f"{int(earlier[-1]['year'])}: {stage_words(view, earlier[-1])}" if earlier else None
    label = view.t("page.ringkasan.furthest")
    if row is None:
        return Tile(label=label, value=None, row={"reason": "no_coverage"}, trend=trend)
    number = intake_words.count(view, row)
    beside = view.t("page.ringkasan.furthest_count", n=number) if number else None
    return Tile(
        label,
        stage_words(view, row),
        row=row,
        beside=beside,
        trend=trend,
        wording=True,
        marked=row["basis"] == "reported",
    )


def best_stages(view: View) -> Sequence[Row]:
    """The furthest stage with a count above zero of each edition, oldest first, with its year."""
    if view.government is None:
        rows = view.ask("stage_funnel", edition=None)
        rows = rows[(rows["scope_kind"] == "all") & (rows["passed"].fillna(0) > 0)]
    else:
        rows = view.ask("league", edition=None)
        rows = rows[rows["agency_id"].notna() if view.choice.agency else rows["agency_id"].isna()]
    years = [int(view.known.editions[edition]["year"]) for edition in rows["edition_id"]]
    rows = rows.assign(year=years).sort_values(["year", "stage_order"])
    return records(rows.drop_duplicates("edition_id", keep="last"))


def stage_words(view: View, row: Row) -> str:
    """A stage in a word or two: its own name where it is a list or a final, else the word for its kind."""
    if row["kind"] in _OWN_NAME:
        return stage_name({"name": row["stage_name"]}) or texts.MISSING
    return view.t(f"stage_kind.{row['kind']}")


def closing(view: View) -> Tile:
    """Days until the edition closes, or when it closed."""
    row = _first(view.listing("editions", government=None))
    label = view.t("page.ringkasan.closing")
    if row is None or not known(row["closes_on"]):
        return Tile(label, None, beside=view.t("page.ringkasan.closing_unknown"))
    sources = [str(row["source_id"])] if known(row["source_id"]) else []
    day = view.day(row["closes_on"])
    if bool(row["is_open"]):
        beside = view.t("page.ringkasan.closes_on", day=day)
        return Tile(
            view.t("page.ringkasan.closing_days"), view.number(row["days_to_close"]), beside=beside, source_ids=sources
        )
    if int(row["days_to_close"]) >= 0:
        opens = view.t("page.ringkasan.opens_on", day=view.day(row["opens_on"]))
        return Tile(label, view.t("page.ringkasan.not_open"), beside=opens, wording=True, source_ids=sources)
    beside = view.t("page.ringkasan.closed_on", day=day)
    return Tile(label, view.t("page.ringkasan.closed"), beside=beside, wording=True, source_ids=sources)


def not_known(view: View) -> Tile:
    """How many of the edition's stages nothing is known about."""
    rows = view.ask("coverage", agency=None)
    rows = rows[rows["government_id"].notna() if view.government else rows["government_id"].isna()]
    label = view.t("page.ringkasan.not_known")
    whole = _first(rows)
    if whole is None:
        return Tile(label, None, row={"reason": "no_coverage"})
    unknown = _first(rows[rows["basis"] == "unknown"])
    number = unknown["numerator"] if unknown else 0
    value = view.ratio(number, whole["denominator"])
    beside = view.t("page.ringkasan.not_known_stages" if number else "page.ringkasan.all_known")
    return Tile(label, value, beside=beside, source_ids=figures.sources_of(rows))


def _first(rows: pd.DataFrame) -> Row | None:
    return next(iter(records(rows)), None)
