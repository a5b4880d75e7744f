"""Entries one by one, with their agency, their furthest stage and their source."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui import tables
from ui.cells import bare, known, objects, records, source_lists, where
from ui.markup import Html, join, link, tag
from ui.tables import Column
from ui.view import View

_OPTIONAL = {"agency", "type", "category", "flagship"}


def of_edition(view: View) -> pd.DataFrame:
    """The entries of the edition in view, as the listing `entries` gives them, plus `stage_name` and `sources`.

    Only agencies of the chosen kinds; entries whose agency is not known stay in while no kind is chosen. The furthest
    come first.
    """
    rows = view.listing("entries")
    if view.choice.kinds:
        rows = where(rows, [view.agency_kind(agency) in view.choice.kinds for agency in rows["agency_id"]])
    stages = stage_rows(view)
    order = [stages[str(s)]["stage_order"] if str(s) in stages else 0 for s in rows["best_stage_id"]]
    names = [stage_name(stages.get(str(s))) for s in rows["best_stage_id"]]
    rows = rows.assign(stage_name=objects(names, rows), stage_order=order, sources=source_lists(rows))
    return rows.sort_values(["stage_order", "innovation"], ascending=[False, True], ignore_index=True)


def stage_rows(view: View, edition: str | None = None) -> dict[str, Mapping[str, Any]]:
    """The stages of an edition (default: the one in view) by id, the organiser's and the governments' own."""
    wanted = edition or view.choice.edition
    if wanted is None:
        return {}
    rows = view.listing("stages", government=None, agency=None, competition=None, edition=wanted, years=None)
    return {str(row["stage_id"]): row for row in records(rows)}


def stage_name(row: Mapping[str, Any] | None) -> str | None:
    """A stage's own name without what stands in brackets."""
    return bare(row["name"]) if row else None


def table(view: View, rows: pd.DataFrame, caption: str, columns: tuple[str, ...]) -> Html:
    """The entries as a table with these of its columns: no, innovation, government, agency, type, category, flagship,
    stage, state, source. One that says nothing of any entry is left out."""
    listed = records(rows)
    made: dict[str, list[Any]] = {
        "no": [str(place) for place in range(1, len(listed) + 1)],
        "innovation": [_title(view, row) for row in listed],
        "government": [view.known.name(str(row["government_id"])) for row in listed],
        "agency": [_agency(view, row) for row in listed],
        "type": [type_words(view, row["type"]) for row in listed],
        "category": [row["category"] if known(row["category"]) else None for row in listed],
        "flagship": [view.t("table.yes") if row["flagship"] is True else view.t("table.no") for row in listed],
        "stage": [row["stage_name"] for row in listed],
        "state": [_state(view, row) for row in listed],
        "source": [_source(view, row) for row in listed],
    }
    none = {None, view.t("table.no")}
    columns = tuple(name for name in columns if name not in _OPTIONAL or not set(made[name]) <= none)
    frame = pd.DataFrame({name: pd.Series(made[name], dtype=object) for name in columns})
    headings = {"type": "page.usulan.column_type", "stage": "column.best_stage"}
    shown = [Column(name, heading=headings.get(name)) for name in columns]
    return tables.table(frame, shown, caption, view.lang, row_header="innovation")


def type_words(view: View, value: object) -> str | None:
    """Digital or not, in the reader's language; another word of the source stays as it is."""
    if not known(value):
        return None
    key = f"page.usulan.type_{str(value).replace('-', '_')}"
    return view.t(key) if texts.has(key, view.lang) else str(value)


def _title(view: View, row: Mapping[str, Any]) -> Html | str:
    if known(row["innovation"]):
        return str(row["innovation"])
    return tag("em", view.t("page.usulan.untitled"))


def _agency(view: View, row: Mapping[str, Any]) -> Html | str | None:
    """The agency's present name, and the one in the source where it differs."""
    written = str(row["agency_name"]) if known(row["agency_name"]) else None
    agencies = view.known.agencies.get(str(row["government_id"]), {})
    found = agencies.get(str(row["agency_id"]))
    if found is None:
        return written and join([written, " ", tag("span", view.t("page.usulan.unattributed"), class_="pi-mark")])
    return str(found["name"])


def _state(view: View, row: Mapping[str, Any]) -> str:
    if row["withdrawn"] is True:
        return view.t("outcome.withdrawn")
    return view.t("counted_as.submitted") if row["handed_in"] is True else view.t("page.usulan.not_handed_in")


def _source(view: View, row: Mapping[str, Any]) -> Html | None:
    """Who published it and when, linked; the source line below the table has the title."""
    source = view.sources.get(str(row["source_id"]))
    if source is None:
        return None
    publisher, url = bare(source["publisher"]).split(";")[0], source.get("url")
    words = f"{publisher}, {view.day(source.get('published_on'))}" if known(source.get("published_on")) else publisher
    return link(words, url if isinstance(url, str) else "")
