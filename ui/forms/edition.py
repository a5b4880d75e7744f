"""A new edition "like last year's": the contest's own stages again, with dates a year on."""

from datetime import date
from typing import Any

import streamlit as st

from ui import figures
from ui.cells import known
from ui.forms import basis, offers, rows
from ui.forms.kit import Form, Tables, whole_day
from ui.forms.rows import Cells

_BEFORE_INTAKE = 10**6


def draw(form: Form) -> None:
    """The form."""
    view = form.view
    given = offers.editions(view)
    like = form.choose("like", given, view.edition_name, required=True, value=given[0] if given else None)
    if not like:
        return
    base, before = view.known.editions[like], offers.year_of(view, like)
    year = int(form.number("year", required=True, value=before + 1, least=1945, most=2100, of=like) or before + 1)
    if any(offers.year_of(view, each) == year for each in given):
        form.error(form.t("taken", edition=f"{view.short_name(view.choice.competition)} {year}"))
    of = f"{like}-{year}"
    theme = form.text("theme", of=of)
    opens, closes = _span(form, "whole", base["opens_on"], base["closes_on"], year - before, of)
    kept = _stages(form, like, year - before, of)
    document = basis.ask(form, required=False, of=of)
    key = like.replace(str(before), str(year)) if str(before) in like else f"{view.choice.competition}-{year}"
    edition: Cells = {
        "edition_id": key, "competition_id": view.choice.competition, "year": str(year), "theme": theme or None,
        "legal_basis": document.title, "opens_on": opens, "closes_on": closes, "source_id": document.id, "note": None,
    }  # fmt: skip
    stages = [row | {"edition_id": key, "source_id": document.id, "note": None} for row in kept]

    def make() -> Tables:
        return {"sources": document.rows, "editions": [edition], "stages": stages}

    def said() -> str:
        name = f"{view.short_name(view.choice.competition)} {year}"
        return form.t("said", edition=name, n=view.number(len(stages)), like=view.edition_name(like))

    form.finish(said, make, government=view.choice.government or None,
                places={"editions.year": "year", "editions.edition_id": "year"}, scope={"edition": key})  # fmt: skip


def _stages(form: Form, like: str, years: int, of: str) -> list[Cells]:
    """A line per stage of the model: whether it is held again, and its days."""
    view = form.view
    figures.heading(form.t("stages"), form.t("stages_note"))
    listed = rows.found(view, "stages", government=None, edition=like)
    mine = [row for row in listed if not known(row["own_government"]) or row["government_id"] == view.choice.government]
    intake = next((int(row["stage_order"]) for row in mine if row["kind"] == "submitted"), _BEFORE_INTAKE)
    over = offers.year_of(view, like) < view.warehouse.as_of.year
    kept = []
    for row in mine:
        stage, held = str(row["stage_id"]), row["status"] != "planned"
        with st.container(key=f"pi-form-stage-{stage}", gap="xxsmall"):
            again = form.tick(f"keep-{stage}", value=held or not over, of=of, label=_words(form, row))
            if again:
                starts, ends = _span(form, stage, row["starts_on"], row["ends_on"], years, of)
                status = "held" if int(row["stage_order"]) <= intake else "planned"
                kept.append(rows.cells("stages", row) | {"status": status, "starts_on": starts, "ends_on": ends})
    if not kept:
        form.error(form.t("no_stage"))
    return kept


def _words(form: Form, row: Any) -> str:
    """The stage, and when it was held in the model where that is known to the month or year only."""
    vague = [form.view.day(row[key]) for key in ("starts_on", "ends_on") if known(row[key]) and not whole_day(row[key])]
    name = f"{row['name']}"
    return f"{name} ({form.t('before', day=' – '.join(dict.fromkeys(vague)))})" if vague else name


def _span(form: Form, name: str, first: object, last: object, years: int, of: str) -> tuple[str | None, str | None]:
    """The first and the last day, a number of years after those of the model."""
    left, right, _ = st.columns((2, 2, 3))
    with left:
        starts = form.day(f"starts-{name}", value=later(first, years), of=of, label=form.t(_label("starts", name)))
    with right:
        ends = form.day(f"ends-{name}", value=later(last, years), of=of, label=form.t(_label("ends", name)))
    if starts and ends and ends < starts:
        form.error(form.view.t("form.wrong_order"))
    return starts, ends


def _label(side: str, name: str) -> str:
    return {"starts": "opens", "ends": "closes"}[side] if name == "whole" else side


def later(value: object, years: int) -> str | None:
    """The same day some years on, the 28th for a 29 February that is not there; None where no day is known."""
    day = whole_day(value)
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years).isoformat()
    except ValueError:
        return date(day.year + years, 2, 28).isoformat()
