"""Targets as rows: those on record, the one for the number of entries, and each year's beside its count.

Every figure is a row of the metric `target_progress`; here rows are chosen and matched with their documents, and with
what they were before.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ui import charts
from ui.cells import known, objects, records
from ui.view import View

Row = Mapping[str, Any]
COUNTED = {"submissions": "submitted", "registered": "registered"}
_EVERYWHERE: Mapping[str, None] = {"government": None, "agency": None, "competition": None, "edition": None}


def on_record(view: View) -> pd.DataFrame:
    """The targets of what is looked at: `target_progress` with set_on, set_by, source_id and note.

    Those of the edition in view come first, then the newest.
    For a government its own, its agencies' and those of the whole contests it organises, in every contest; for the
    country those of the chosen contest. `in_view` marks those of the edition in view, `now` these and those of its
    year, `here` those of its contest, `of_agency` those of a single agency. Of several for one thing the one set last
    is first.
    """
    if view.government is None:
        rows = view.ask("target_progress", edition=None)
    else:
        rows = view.ask("target_progress", competition=None, edition=None)
        if not view.choice.agency:
            rows = pd.concat([rows, *(_of_contest(view, contest) for contest in _organised(view))], ignore_index=True)
    listed = view.listing("targets", years=None, **_EVERYWHERE)
    rows = rows.merge(listed[["target_id", "competition_id", "set_on", "set_by", "source_id", "note"]], on="target_id")
    rows["in_view"] = rows["edition_id"] == view.choice.edition
    rows["here"] = rows["competition_id"] == view.choice.competition
    rows["of_agency"] = rows["scope_kind"] == "agency"
    rows["now"] = rows["in_view"] | (rows["edition_id"].isna() & (rows["year"] == view.year))
    order = ["in_view", "year", "here", "of_agency", "target_metric", "set_on", "target_id"]
    falling = [False, False, False, True, False, False, True]
    return rows.sort_values(order, ascending=falling, ignore_index=True)


def of_intake(view: View, rows: pd.DataFrame) -> Row | None:
    """The target for the number of entries of the edition in view, None where there is none with a number."""
    found = _numbered(view, rows)
    return next(iter(records(found[found["in_view"]])), None)


def beside_counts(view: View, rows: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """`counts` (one row per year) with the year's target in the chosen contest as denominator and its comparator.

    A target stands only beside a count of its own kind: registered is not handed in. A year whose count is unknown
    takes the target of either kind.
    """
    found = _numbered(view, rows)
    listed = records(found[found["here"]])[::-1]  # of several for one thing the first stays
    aims = {(int(row["year"]), COUNTED[str(row["target_metric"])]): row for row in listed}
    chosen = [_aim(aims, int(y), kind) for y, kind in zip(counts["year"], counts["counted_as"], strict=True)]
    return counts.assign(
        denominator=pd.Series(
            [row["denominator"] if row else None for row in chosen], index=counts.index, dtype="Float64"
        ),
        comparator=objects([row["comparator"] if row else None for row in chosen], counts),
        aim=objects([_signed(view, row) for row in chosen], counts),
        sources=objects(
            [[*own, *_document(row, own)] for own, row in zip(counts["sources"], chosen, strict=True)], counts
        ),
    )


def _signed(view: View, row: Row | None) -> str | None:
    """A target's number with its sign, as on the chart; None where there is no target."""
    return charts.aimed(row["denominator"], row["comparator"], view.look) if row else None


def history(view: View) -> Mapping[str, list[Row]]:
    """Every version of each target by its id, the one in use last."""
    found: dict[str, list[Row]] = {}
    for row in records(view.listing("target_history", years=None, **_EVERYWHERE)):
        found.setdefault(str(row["target_id"]), []).append(row)
    return found


def alike(rows: pd.DataFrame) -> Mapping[str, list[Row]]:
    """The other targets on record for the very same thing, by target_id; only those that have any."""
    things: dict[tuple[object, ...], list[Row]] = {}
    for row in records(rows):
        things.setdefault(_thing(row), []).append(row)
    return {
        str(row["target_id"]): [other for other in same if other is not row]
        for same in things.values()
        for row in same
        if len(same) > 1
    }


def _thing(row: Row) -> tuple[object, ...]:
    edition = str(row["edition_id"]) if known(row["edition_id"]) else None
    return row["target_metric"], row["scope_kind"], row["scope_id"], edition, int(row["year"])


def rivals(view: View, row: Row) -> Sequence[Row]:
    """Published totals that disagree about what a target for the number of entries came to."""
    if row["target_metric"] not in COUNTED or not known(row["edition_id"]):
        return []
    only = dict(_EVERYWHERE) | {"edition": str(row["edition_id"])}
    stages = view.listing("stages", **only)
    intake = set(stages.loc[stages["kind"] == COUNTED[str(row["target_metric"])], "stage_id"])
    listed = view.listing("rivals", **only)
    same = listed[
        listed["stage_id"].isin(intake)
        & (listed["scope_kind"] == row["scope_kind"])
        & (listed["scope_id"] == row["scope_id"])
        & listed["group"].isna()
        & listed["category"].isna()
        & (listed["measure"] == "entries")
    ]
    return records(same)


def _numbered(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Targets with a number for how many entries, of what is looked at as a whole; handed in before registered."""
    found = rows[rows["target_metric"].isin(list(COUNTED)) & rows["denominator"].notna()]
    if not view.choice.agency:
        found = found[~found["of_agency"]]
    if view.government is None:
        found = found[found["scope_kind"] == "all"]
    return found.sort_values("target_metric", ascending=False, kind="stable")


def _aim(aims: Mapping[tuple[int, str], Row], year: int, kind: object) -> Row | None:
    if known(kind):
        return aims.get((year, str(kind)))
    return aims.get((year, "submitted")) or aims.get((year, "registered"))


def _document(row: Row | None, have: list[str]) -> list[str]:
    return [str(row["source_id"])] if row and row["source_id"] not in have else []


def _organised(view: View) -> list[str]:
    return [c for c, row in view.known.competitions.items() if row["government_id"] == view.choice.government]


def _of_contest(view: View, contest: str) -> pd.DataFrame:
    rows = view.ask("target_progress", government=None, agency=None, competition=contest, edition=None)
    return rows[rows["scope_kind"] == "all"]
