"""Who must do what: agencies by their state, decisions of meetings, and events of an edition."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui import figures, standing, tables
from ui.cells import known, source_lists
from ui.markup import Html, tag
from ui.tables import Column
from ui.view import View

_TO_ACT = ("none", "draft_only", "no_data")


def by_state(view: View) -> pd.DataFrame:
    """The board's rows of the year in view, of the chosen kinds, with `agency` (name) and `kind`."""
    if view.year is None or view.government is None:
        return pd.DataFrame(columns=["agency_id", "state", "agency", "kind", "uncertain", "sources"])
    rows = standing.rows(view)
    rows = rows[rows["year"] == view.year]
    return rows.sort_values("agency", ignore_index=True)


def to_act(view: View, rows: pd.DataFrame) -> Html | None:
    """The agencies that have not handed in, in one list per state, None where there are none.

    Those without data fold away.
    """
    parts = [_group(view, state, _names(view, rows[rows["state"] == state])) for state in _TO_ACT]
    found = [part for part in parts if part is not None]
    return tag("div", *found, class_="pi-act") if found else None


def finding(view: View, rows: pd.DataFrame) -> str:
    """How many agencies still have to act, and of how many nothing is known, in one sentence."""
    numbers = {state: int((rows["state"] == state).sum()) for state in ("met", *_TO_ACT)}
    year = view.year
    open_ones = numbers["none"] + numbers["draft_only"]
    if numbers["no_data"] and not numbers["none"]:
        words = {"n": view.number(numbers["no_data"]), "m": view.number(len(rows)), "year": year}
        return view.t("page.ringkasan.act_no_data", **words)
    if not open_ones:
        return view.t("page.ringkasan.act_nobody", year=year)
    words = {"n": view.number(open_ones), "m": view.number(len(rows)), "year": year}
    return view.t("page.ringkasan.act_some", **words)


def decisions(view: View) -> pd.DataFrame:
    """Decisions, the open ones first and among them those of the last meeting: text, owner, due_on, on_date, state."""
    rows = view.listing("decisions", years=None)
    today = view.warehouse.as_of.isoformat()
    rows = rows.assign(state=[_decision_state(row, today) for row in rows.to_dict("records")])
    rows = rows.assign(is_done=rows["state"] == "done")
    return rows.sort_values(["is_done", "on_date", "due_on"], ascending=[True, False, True], ignore_index=True)


def decision_finding(view: View, rows: pd.DataFrame) -> str:
    """How many decisions are open and how many of them overdue."""
    late, left = int((rows["state"] == "overdue").sum()), int((rows["state"] != "done").sum())
    if not left:
        return view.t("page.ringkasan.decisions_done")
    words = {"n": view.number(left)} | ({"late": view.number(late)} if late else {})
    return view.t("page.ringkasan.decisions_overdue" if late else "page.ringkasan.decisions_open", **words)


def decision_table(view: View, rows: pd.DataFrame, caption: str) -> Html:
    """Decisions with who does them until when, and whether they are done."""
    records = rows.to_dict("records")
    frame = pd.DataFrame(
        {
            "text": rows["text"],
            "owner": rows["owner"],
            "due": pd.Series([_decision_words(view, row) for row in records], dtype=object),
            "meeting": rows["on_date"],
        }
    )
    columns = [Column(name, "date" if name == "meeting" else "text", f"page.ringkasan.column_{name}")
               for name in map(str, frame)]  # fmt: skip
    return tables.table(frame, columns, caption, view.lang)


def events(view: View) -> pd.DataFrame:
    """Events of the edition in view, and those of its year that name no edition; with `sources`."""
    rows = view.listing("events", competition=None, edition=None, years=None)
    rows = rows[(rows["edition_id"] == view.choice.edition) | (rows["edition_id"].isna() & (rows["year"] == view.year))]
    return rows.assign(sources=source_lists(rows)).reset_index(drop=True)


def event_table(view: View, rows: pd.DataFrame, caption: str) -> Html:
    """Events with their day, how many took part and what the source says of them."""
    frame = pd.DataFrame(
        {
            "event": [view.t(f"event_kind.{kind}") for kind in rows["kind"]],
            "date": rows["on_date"],
            "participants": rows["participants"],
            "note": pd.Series([note(view, text) for text in rows["note"]], dtype=object),
        }
    )
    columns = [
        Column("event", heading="page.ringkasan.column_event"),
        Column("date", "date"),
        Column("participants", "number", "page.ringkasan.column_participants"),
        Column("note"),
    ]
    return tables.table(frame, columns, caption, view.lang)


def note(view: View, text: object) -> Html | None:
    """A remark of the data set in its own language, folded away where that is not the page's."""
    if not known(text):
        return None
    spoken = "id" if view.is_sample else "en"
    said = tag("span", str(text), lang=spoken)
    return said if spoken == view.lang else figures.more(view.t("page.ringkasan.note_foreign"), said)


def _group(view: View, state: str, names: list[str]) -> Html | None:
    if not names:
        return None
    title = view.t(f"page.ringkasan.act_{state}_title", n=view.number(len(names)))
    listed = tag("ul", *(tag("li", name) for name in names))
    if state == "no_data":
        return tag("details", tag("summary", title), tag("p", view.t("page.ringkasan.act_no_data_why")), listed,
                   class_="pi-more")  # fmt: skip
    return tag("div", tag("h3", title), listed)


def _names(view: View, rows: pd.DataFrame) -> list[str]:
    """Names, each marked where entries without an agency leave it open."""
    doubt = f" ({view.t('page.ringkasan.act_uncertain')})"
    return [
        str(name) + (doubt if flag is True else "")
        for name, flag in zip(rows["agency"], rows["uncertain"], strict=True)
    ]


def _decision_state(row: Mapping[Any, Any], today: str) -> str:
    if known(row["done_on"]):
        return "done"
    return "overdue" if known(row["due_on"]) and str(row["due_on"])[:10] < today else "open"


def _decision_words(view: View, row: Mapping[Any, Any]) -> Html:
    """When it is due, and whether it is done, open or overdue."""
    words = view.t(f"page.ringkasan.decision_{row['state']}")
    if row["state"] == "done":
        return tag("span", f"{words}, {view.day(row['done_on'])}")
    said = f"{view.day(row['due_on'])}, {words}" if known(row["due_on"]) else words
    return tag("strong" if row["state"] == "overdue" else "span", said)
