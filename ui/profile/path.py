"""An agency's entries and their path, stage by stage, with every outcome as a sign and a word."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

import texts
from ui import figures, tables
from ui.cells import bare, known, records, source_lists
from ui.markup import Html, tag
from ui.tables import Column
from ui.view import View

_PAGE = "page.profil"
_SIGN = {"passed": "met", "failed": "none", "pending": "draft_only", "withdrawn": "exempt", "unknown": "no_data"}
Row = Mapping[str, Any]


def entries(view: View, agency: str) -> pd.DataFrame:
    """The agency's entries of all contests in the years of the scope, the newest first."""
    found = view.listing("entries", competition=None, edition=None, agency=agency)
    order = ["year", "edition_id", "innovation"]
    return found.sort_values(order, ascending=[False, True, True], ignore_index=True)


def results(view: View, agency: str) -> dict[str, list[Row]]:
    """What happened to each entry, stage by stage, by the entry's id."""
    steps: dict[str, list[Row]] = {}
    for row in records(view.listing("results", competition=None, edition=None, agency=agency)):
        steps.setdefault(str(row["submission_id"]), []).append(row)
    return steps


def ladder(view: View, found: pd.DataFrame, steps: Mapping[str, Sequence[Row]]) -> None:
    """Every entry with its path, a row each, the newest first."""
    listed = records(found)
    frame = pd.DataFrame(
        {
            "edition": [view.edition_name(row["edition_id"]) for row in listed],
            "innovation": [title(view, row) for row in listed],
            "path": [_path(view, row, steps.get(str(row["submission_id"]), ())) for row in listed],
        },
        dtype=object,
    )
    columns = [Column("edition"), Column("innovation"), Column("path", heading=f"{_PAGE}.column_path")]
    years = sorted({int(row["year"]) for row in listed})
    key = "entries_one" if len(years) == 1 else "entries"
    said = view.t(f"{_PAGE}.{key}", n=view.number(len(listed)), first=years[0], last=years[-1])
    body = tables.table(frame, columns, said, view.lang, row_header="innovation")
    raw = _long(found, steps)
    raw = raw.assign(sources=source_lists(raw))
    figures.figure(view, said, None, raw, columns, name="perjalanan", note=view.t(f"{_PAGE}.entries_note"), table=body)


def title(view: View, row: Row) -> str:
    """An entry's title, or the words for one without."""
    return str(row["innovation"]) if known(row["innovation"]) else view.t("page.usulan.untitled")


def _path(view: View, entry: Row, steps: Sequence[Row]) -> Html:
    made = [_step(view, step) for step in steps]
    if not made:
        words = view.t(f"{_PAGE}.handed_only" if entry["handed_in"] is True else f"{_PAGE}.no_step")
        return tag("span", words, class_="pi-off")
    return tag("ol", *made, class_="pi-path")


def _step(view: View, step: Row) -> Html:
    outcome = str(step["outcome"])
    sign = tag("span", view.t(f"{_PAGE}.symbol.{outcome}"), aria_hidden="true", class_=f"sign sign-{_SIGN[outcome]}")
    name = bare(step["stage_name"])
    came_in = outcome == "passed" and step["kind"] in {"registered", "submitted"}
    words = view.t(f"{_PAGE}.came_in" if came_in else f"outcome.{outcome}")
    more = tag("small", ", ".join(rest)) if (rest := _more(view, step)) else None
    return tag("li", sign, tag("span", tag("b", name), " ", words, " " if more else None, more))


def _more(view: View, step: Row) -> list[str]:
    found = []
    if known(step["rank"]):
        found.append(view.t(f"{_PAGE}.rank", n=view.number(step["rank"])))
    if known(step["score"]):
        found.append(view.t(f"{_PAGE}.score", n=texts.number(float(step["score"]), view.lang, 2)))
    if known(step["decided_on"]):
        found.append(view.day(step["decided_on"]))
    return found


def _long(found: pd.DataFrame, steps: Mapping[str, Sequence[Row]]) -> pd.DataFrame:
    """One row per entry and stage for the file; an entry without a step keeps one row."""
    kept = ["submission_id", "edition_id", "year", "innovation", "handed_in", "withdrawn", "source_id"]
    told = ["stage_id", "stage_name", "kind", "outcome", "rank", "score", "decided_on", "source_id"]
    made = []
    for row in records(found):
        entry = {name: row[name] for name in kept}
        given = [{name: step[name] for name in told} for step in steps.get(str(row["submission_id"]), ())]
        made += [entry | step for step in given] or [entry]
    return pd.DataFrame(made, columns=list(dict.fromkeys([*kept, *told])), dtype=object)
