"""The result of one entry at one stage."""

import streamlit as st

from ui import links
from ui.cells import known, number
from ui.forms import offers, rows
from ui.forms.kit import Form, Tables, nothing
from ui.forms.rows import Cells
from ui.view import View

OUTCOMES = ("passed", "failed", "pending", "withdrawn", "unknown")


def draw(form: Form) -> None:
    """The form."""
    view = form.view
    edition = form.choose("edition", offers.editions(view), view.edition_name, required=True, value=view.choice.edition)
    if not edition:
        return
    stages, entries = offers.stages(view, edition), offers.entries(view, edition)
    if not stages or not entries:
        nothing(view, form.t("no_entries", edition=view.edition_name(edition)), form.t("no_entries_do"))
        links.to(view, "impor", view.t("form.do.entry"), part="isi", form="entry")
        return
    stage = form.choose("stage", list(stages), lambda s: offers.stage_words(view, stages[s]), required=True, of=edition)
    entry = form.choose("entry", list(entries), lambda e: offers.entry_words(view, entries[e]), required=True,
                        of=edition)  # fmt: skip
    listed = rows.found(view, "stage_results", edition=edition)
    before = rows.one(listed, submission_id=entry, stage_id=stage)
    kept: Cells = rows.cells("stage_results", before) if before else {"submission_id": entry, "stage_id": stage}
    row = kept | _fields(form, kept, f"{entry}-{stage}")

    def said() -> str:
        old = form.t("said_before", outcome=_words(view, kept)) if before else ""
        names = {"entry": offers.entry_words(view, entries[entry]), "stage": stages[stage]["name"]}
        return form.t("said", edition=view.edition_name(edition), outcome=_words(view, row), before=old, **names)

    form.finish(said, lambda: _tables(view, row, stages[stage], edition), government=view.choice.government,
                places={"stage_id": "stage", "submission_id": "entry"}, scope={"edition": edition})  # fmt: skip


def _fields(form: Form, kept: Cells, of: str) -> Cells:
    """Outcome, rank, score and day, as they stand now until they are changed."""
    outcome = form.choose("outcome", OUTCOMES, lambda o: form.view.t(f"outcome.{o}"), required=True, of=of,
                          value=kept.get("outcome"))  # fmt: skip
    left, middle, right = st.columns(3)
    with left:
        rank = form.number("rank", value=number(kept.get("rank")), least=1, of=of)
    with middle:
        score = form.number("score", value=number(kept.get("score")), least=-(10**6), decimals=2, of=of)
    with right:
        day = form.day("decided_on", value=kept.get("decided_on"), of=of)
    return {"outcome": outcome, "rank": rank, "score": score, "decided_on": day or kept.get("decided_on")}


def _tables(view: View, row: Cells, stage: offers.Row, edition: str) -> Tables:
    """The result, and the stage as held where it was only planned: results count at stages that were held."""
    tables: Tables = {"stage_results": [row]}
    if stage["status"] != offers.HELD:
        listed = rows.found(view, "stages", government=None, edition=edition)
        planned = rows.one(listed, stage_id=str(stage["stage_id"]))
        tables["stages"] = [rows.cells("stages", planned or stage) | {"status": offers.HELD}]
    return tables


def _words(view: View, row: Cells) -> str:
    parts = [view.t(f"outcome.{row['outcome']}")]
    for name in ("rank", "score"):
        if known(row.get(name)):
            parts.append(f"{view.t(f'column.{name}').lower()} {view.number(row[name], 0 if name == 'rank' else 2)}")
    if row.get("decided_on"):
        parts.append(view.day(row["decided_on"]))
    return ", ".join(parts)
