"""What stands around an agency's record: its events, what it answered, and the list to choose one from."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from ui import agenda, board, figures, links, own, standing, tables
from ui.cells import known, records, source_lists, where
from ui.markup import Html, join, tag
from ui.profile import kin
from ui.tables import Column
from ui.view import View

_PAGE = "page.profil"


def choose(view: View) -> None:
    """The choice of the agency; it is the scope's own, so every page then speaks of it."""
    if view.large:
        return
    names = {agency: str(row["name"]) for agency, row in kin.agencies(view).items()}
    st.selectbox(view.t(f"{_PAGE}.choose"), tuple(names), index=None, placeholder=view.t(f"{_PAGE}.choose_one"),
                 format_func=lambda agency: names[agency], width=520,
                 **own.tied("pi-profile-agency", "agency", view.choice.agency))  # fmt: skip


def register(view: View, year: int) -> None:
    """Every agency of the government with its state in the year, each leading to its record."""
    rows = {row["agency_id"]: row for row in records(_of_year(view, year))}
    kinds = view.choice.kinds
    found = [(a, r) for a, r in kin.agencies(view).items() if not kinds or r["kind"] in kinds]
    frame = pd.DataFrame(
        {
            "agency": [tag("a", str(row["name"]), href=kin.address(view, a), target="_self") for a, row in found],
            "kind": [view.t(f"agency_kind.{row['kind']}") for _, row in found],
            "lasted": [kin.span(view, row) for _, row in found],
            "state": [_state(view, rows.get(agency)) for agency, _ in found],
        },
        dtype=object,
    )
    columns = [Column("agency"), Column("kind"), Column("lasted", heading=f"{_PAGE}.fact_lasted"),
               Column("state", heading=f"{_PAGE}.column_state")]  # fmt: skip
    said = view.t(f"{_PAGE}.register", n=view.number(len(found)), year=year)
    raw = pd.DataFrame([{"agency_id": a, "name": r["name"], "kind": r["kind"]} for a, r in found])
    body = tables.table(frame, columns, said, view.lang)
    figures.figure(view, said, None, raw, columns, name="daftar-instansi", table=body, cited=False)


def events(view: View, year: int) -> None:
    """The government's events of the year; who of them came is in no record, and that is said."""
    rows = view.listing("events", competition=None, edition=None, years=None)
    rows = where(rows, [known(each) and int(each) == year for each in rows["year"]]).reset_index(drop=True)
    if rows.empty:
        why = view.t(f"{_PAGE}.events_none_why", place=view.place)
        figures.statement(view.t(f"{_PAGE}.events_none", year=year), why)
        return
    said = view.t(f"{_PAGE}.events", n=view.number(len(rows)), place=view.place, year=year)
    raw = rows.assign(sources=source_lists(rows))
    body = agenda.event_table(view, rows, said)
    note = view.t(f"{_PAGE}.events_note")
    figures.figure(view, said, None, raw, (), name="kegiatan", note=note, table=body)


def answers(view: View, agency: str, year: int) -> None:
    """What the agency answered and its exemptions, and the way to answer."""
    listed = records(view.listing("agency_answers", competition=None, edition=None, years=None, agency=agency))
    given = [_answer(view, row) for row in listed]
    said = view.t(f"{_PAGE}.answers", n=view.number(len(given))) if given else view.t(f"{_PAGE}.answers_none")
    figures.heading(said, view.t(f"{_PAGE}.answers_note"))
    if given:
        figures.points(given)
    links.to(view, "impor", view.t(f"{_PAGE}.answer", year=year), part="isi", form="reply", about=f"{agency}:{year}")


def _answer(view: View, row: Mapping[str, Any]) -> tuple[str, Html]:
    if row["kind"] == "exemption":
        document = figures.source(view, str(row["source_id"]))
        return f"{view.t('board.state.exempt')} {int(row['year'])}", join([str(row["text"]), " – ", document])
    reference = row["reference"] if known(row["reference"]) else view.t(f"{_PAGE}.no_reference")
    by = view.t(f"{_PAGE}.reply_by", by=row["by"], day=view.day(row["on_date"]), reference=reference)
    said = join([str(row["text"]), " ", tag("span", by, class_="meta")])
    return view.t(f"{_PAGE}.reply_of", year=int(row["year"])), said


def _of_year(view: View, year: int) -> pd.DataFrame:
    found = standing.rows(view)
    return found[found["year"] == year]


def _state(view: View, row: Mapping[str, Any] | None) -> Html | None:
    if row is None:
        return None
    sign = tag("span", view.t(f"board.symbol.{row['state']}"), aria_hidden="true", class_=f"sign sign-{row['state']}")
    return tag("span", sign, " ", board.state_words(row, view.lang), class_="pi-state")
