"""Prepares what the build held back and what it asks: quarantined rows, and names that no agency answers to."""

import json
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

import texts
from etl import batches
from texts.issues import message
from ui import links, scope
from ui.cells import assigned, known, records, where
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

ANSWERABLE = {"unknown_agency", "ambiguous_agency", "ended_agency", "possible_duplicate", "bad_date", "bad_number"}
_PAGE = "page.mutu"
_NAMES = 4
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def quarantined(view: View) -> pd.DataFrame:
    """The rows that the build or the reading of a file held back, with `place`, `message` and the raw cells: those of
    the government in scope, and those that name none."""
    found = view.listing("quarantine", government=None, competition=None, edition=None, agency=None, years=None)
    here = view.choice.government
    if here:
        found = where(found, [not known(each) or each == here for each in found["government_id"]])
    rows = records(found)
    return assigned(
        found,
        place=[_place(row) for row in rows],
        message=[_message(view, row) for row in rows],
        raw=[_cells(view, row["cells"]) for row in rows],
    )


def superseded(view: View) -> pd.DataFrame:
    """The rows in whose place a later batch put others, newest batch first, with `place`, `replaced_by` and the raw
    cells: those of the government in scope, without one all."""
    found = view.listing("superseded", government=None, competition=None, edition=None, agency=None, years=None)
    here = view.choice.government
    if here:
        found = where(found, [not known(each) or each == here for each in found["government_id"]])
    rows = records(found)
    return assigned(
        found,
        place=[_place(row) for row in rows],
        replaced_by=[f"{row['by_dataset']} · {row['by']}, {texts.moment(row['at'], view.lang)}" for row in rows],
        raw=[_cells(view, row["cells"]) for row in rows],
    )


def superseded_columns() -> list[Column]:
    """The columns of `superseded`."""
    return [
        Column("place", heading=f"{_PAGE}.column_place"),
        Column("key", heading=f"{_PAGE}.column_key"),
        Column("replaced_by", heading=f"{_PAGE}.column_replaced_by"),
        Column("raw", heading=f"{_PAGE}.column_raw"),
    ]


def workbook(view: View) -> None:
    """The held rows as a workbook to correct, made when the button is pressed, and what to do with it."""
    here = view.choice.government or None
    with st.container(key="pi-held-workbook"):
        st.html(tag("p", view.t(f"{_PAGE}.held_do"), class_="pi-none"))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.download_button(view.t(f"{_PAGE}.held_workbook"),
                               lambda: batches.quarantined_workbook(here, view.lang),
                               file_name="-".join([view.t(f"{_PAGE}.held_file"), here or "indonesia"]) + ".xlsx",
                               mime=_XLSX, key="xlsx-held", on_click="ignore", icon=":material/download:")  # fmt: skip
            links.to(view, "impor", view.t(f"{_PAGE}.held_upload"))


def questions(view: View) -> pd.DataFrame:
    """The open questions about the government in scope, without one all of the real data sets; with `place`, `message`,
    `government`, `suggested` (what may be meant) and `answer` (the link to the form that answers it)."""
    found = view.listing("questions", competition=None, edition=None, agency=None, years=None)
    if not view.choice.government:
        found = where(found, [not view.known.is_sample(str(government)) for government in found["government_id"]])
    rows = records(found)
    return assigned(
        found,
        place=[_place(row) for row in rows],
        message=[_message(view, row) for row in rows],
        government=[view.known.name(str(row["government_id"])) for row in rows],
        suggested=[_suggested(view, row) for row in rows],
        answer=[answer(view, "question", key(row)) if row["code"] in ANSWERABLE else None for row in rows],
    )


def key(row: Any) -> str:
    """What names a question in an address: its data set, table, place, column and code."""
    place = row["cell"] if known(row.get("cell")) else _whole(row["line"])
    column = row["column_name"] if known(row["column_name"]) else ""
    return "/".join(str(part) for part in (row["dataset"], row["table_name"], place, column, row["code"]))


def answer(view: View, form: str, about: str) -> Html:
    """A link to the form that settles something, filled in as far as it is known."""
    asked = scope.query(view.choice) | {"part": "isi", "form": form, "about": about}
    return tag("a", view.t(f"{_PAGE}.answer_{form}"), href=f"impor?{urlencode(asked)}", target="_self")


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
        Column("answer", heading=f"{_PAGE}.column_answer"),
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
    """Where it stands: a cell of the file behind a batch, else a line of a table."""
    if known(row.get("cell")):
        return f"{row['dataset']} · {row['cell']}"
    return f"{row['dataset']}/{row['table_name']}:{_whole(row['line'])}"


def _whole(line: object) -> str:
    return str(int(float(str(line)))) if known(line) else texts.MISSING


def _message(view: View, row: Any) -> str:
    """The sentence of the build or of the reading of a file, with the column in words where there are any."""
    given = {name: row[name] if isinstance(row[name], str) else None for name in ("column_name", "value", "detail")}
    column = given["column_name"]
    named = view.t(f"form.column.{column}") if column and texts.has(f"form.column.{column}", view.lang) else column
    return message(str(row["code"]), named, given["value"], given["detail"], view.lang)


def _cells(view: View, raw: object) -> Html:
    """The cells as they were read, to open."""
    found = json.loads(raw) if isinstance(raw, str) and raw else {}
    pairs = found.items() if isinstance(found, dict) else enumerate(found)
    parts = (
        part for key, value in pairs for part in (tag("dt", key), tag("dd", texts.MISSING if value is None else value))
    )
    return tag("details", tag("summary", view.t(f"{_PAGE}.raw")), tag("dl", *parts, class_="pi-raw"), class_="pi-more")


def _suggested(view: View, row: Any) -> Html | None:
    agencies = view.known.agencies.get(str(row["government_id"]), {})
    names = [str(agencies[name]["name"]) if name in agencies else str(name) for name in row["suggestions"]]
    return join(names, "; ") if names else None
