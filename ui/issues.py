"""Prepares what the build held back and what it asks: quarantined rows, and names that no agency answers to."""

import json
from typing import Any

import pandas as pd

import texts
from texts.issues import message
from ui.cells import assigned, where
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

_PAGE = "page.mutu"
_NAMES = 4


def quarantined(view: View) -> pd.DataFrame:
    """Every row the build held back, of all data sets, with `place`, `message` and the raw cells."""
    found = view.listing("quarantine", government=None, competition=None, edition=None, agency=None, years=None)
    rows = found.to_dict("records")
    return assigned(
        found,
        place=[_place(row) for row in rows],
        message=[_message(view, row) for row in rows],
        raw=[_cells(view, row["cells"]) for row in rows],
    )


def questions(view: View) -> pd.DataFrame:
    """The questions of the build for the government in scope, without one all of the real data sets; with `place`,
    `message`, `government` and `suggested` (the agencies that may be meant)."""
    found = view.listing("questions", competition=None, edition=None, agency=None)
    if not view.choice.government:
        found = where(found, [not view.known.is_sample(str(government)) for government in found["government_id"]])
    rows = found.to_dict("records")
    return assigned(
        found,
        place=[_place(row) for row in rows],
        message=[_message(view, row) for row in rows],
        government=[view.known.name(str(row["government_id"])) for row in rows],
        suggested=[_suggested(view, row) for row in rows],
    )


def question_table(view: View, found: pd.DataFrame) -> tuple[pd.DataFrame, list[Column]]:
    """The questions as a table shows them: of one government one by one, of many one row per government."""
    if view.choice.government:
        return found, _question_columns()
    return _by_government(view, found), _group_columns()


def _question_columns() -> list[Column]:
    return [
        Column("value", heading=f"{_PAGE}.column_written"),
        Column("year", "year"),
        Column("suggested", heading="column.suggestions"),
        Column("message"),
        Column("place", heading=f"{_PAGE}.column_place"),
    ]


def _by_government(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """The questions of many governments: one row each with their number and the first names, most first."""
    made = []
    for name, rows in found.groupby(found["government"].fillna(view.t(f"{_PAGE}.no_government"))):
        names = list(dict.fromkeys(str(value) for value in rows["value"]))
        more = view.t("chart.more", n=view.number(len(names) - _NAMES)) if len(names) > _NAMES else None
        said = "; ".join([*names[:_NAMES], *([more] if more else [])])
        made.append({"government": name, "questions": len(rows), "names": said})
    frame = pd.DataFrame(made, columns=["government", "questions", "names"])
    return frame.sort_values(["questions", "government"], ascending=[False, True])


def _group_columns() -> list[Column]:
    return [
        Column("government"),
        Column("questions", "number", f"{_PAGE}.column_questions"),
        Column("names", heading=f"{_PAGE}.column_written"),
    ]


def quarantine_columns() -> list[Column]:
    """The columns of `quarantined`."""
    return [
        Column("place", heading=f"{_PAGE}.column_place"),
        Column("column_name", heading="column.column"),
        Column("message"),
        Column("raw", heading=f"{_PAGE}.column_raw"),
    ]


def _place(row: Any) -> str:
    return f"{row['dataset']}/{row['table_name']}:{row['line']}"


def _message(view: View, row: Any) -> str:
    given = {key: row[key] if isinstance(row[key], str) else None for key in ("column_name", "value", "detail")}
    return message(str(row["code"]), given["column_name"], given["value"], given["detail"], view.lang)


def _cells(view: View, raw: object) -> Html:
    """The cells as they were read, to open."""
    found = json.loads(raw) if isinstance(raw, str) and raw else {}
    pairs = found.items() if isinstance(found, dict) else enumerate(found)
    parts = (
        part for key, value in pairs for part in (tag("dt", key), tag("dd", texts.MISSING if value is None else value))
    )
    return tag("details", tag("summary", view.t(f"{_PAGE}.raw")), tag("dl", *parts, class_="pi-raw"), class_="pi-more")


def _suggested(view: View, row: Any) -> Html | None:
    known = view.known.agencies.get(str(row["government_id"]), {})
    names = [str(known[name]["name"]) if name in known else name for name in row["suggestions"]]
    return join(names, "; ") if names else None
