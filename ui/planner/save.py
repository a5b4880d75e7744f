"""The plan as documented targets: the total, each agency's number, and how far entries are to get."""

import re
from collections.abc import Sequence
from typing import Any

import streamlit as st

from planning.allocation import Share
from planning.projection import Projection
from ui import figures, links
from ui.cells import bare
from ui.forms import basis, outcome, rows
from ui.forms.kit import Form, Tables
from ui.forms.rows import Cells
from ui.forms.target_rows import row
from ui.planner.dials import Dials
from ui.view import View

METRICS = {"submitted": "submissions", "registered": "registered"}
_TOP = re.compile(r"top\d+")


def draw(view: View, given: Projection, dials: Dials, shares: Sequence[Share]) -> None:
    """The form, behind a switch; where the edition is not on record, how to open it first."""
    if st.toggle(view.t("planner.save"), key="pi-plan-save"):
        if given.edition_id is None:
            contest = view.short_name(given.competition)
            why = view.t("planner.no_edition", competition=contest, year=given.year)
            figures.empty(view, why, view.t("planner.no_edition_do"))
            links.to(view, "impor", view.t("form.do.edition"), part="isi", form="edition")
        else:
            with st.container(key="pi-form-plan"):
                _form(Form(view, "plan"), given, given.edition_id, dials, shares)
    outcome.show(view, "plan")
    if given.edition_id is not None:
        with st.container(key="pi-plan-saved"):
            links.to(view, "target", view.t("page.ringkasan.to_targets"), **_seen(view, given.edition_id))


def stages(view: View, given: Projection) -> dict[str, str]:
    """The stages that a target can name: those of the planned edition; where it has none yet, a top-N of another."""
    listed = view.listing("stages", government=None, agency=None, edition=given.edition_id, years=None)
    own = set(listed["stage_id"])
    return {path.chain.stage_id: bare(path.chain.stage_name) for path in given.paths
            if path.chain.stage_id in own or (not own and _TOP.match(path.chain.stage_id))}  # fmt: skip


def targets(
    given: Projection, edition: str, total: int | None, shares: Sequence[Share], reach: tuple[str, int] | None,
    known: Sequence[dict[str, Any]], **common: str | None,
) -> list[Cells]:  # fmt: skip
    """The rows of `targets`: the government's total, one per agency with a number, and the stage to reach."""
    metric = METRICS[given.known.counted_as]
    asked: list[tuple[str, str, str, int]] = []
    if total is not None:
        asked.append(("government", str(given.government), metric, total))
    asked += [("agency", share.agency_id, metric, share.n) for share in shares if share.n]
    if reach is not None:
        asked.append(("government", str(given.government), f"reach:{reach[0]}", reach[1]))
    made: list[Cells] = []
    for kind, place, what, value in asked:
        made.append(row(scope_kind=kind, scope_id=place, metric=what, comparator="at_least", value=value,
                        edition_id=edition, source_id=common["source_id"], set_on=common["set_on"],
                        set_by=common["set_by"], known=[*known, *made]))  # fmt: skip
    return made


def _form(form: Form, given: Projection, edition: str, dials: Dials, shares: Sequence[Share]) -> None:
    view = form.view
    total = sum(share.n for share in shares) or dials.entries
    number, offered = view.number(total), stages(view, given)
    whole = form.tick("whole", value=True, label=form.t("whole", n=number))
    each = bool(shares) and form.tick("each", label=form.t("each", n=view.number(sum(s.n > 0 for s in shares))))
    stage = form.choose("stage", list(offered), offered.__getitem__) if offered else ""
    left, right = st.columns(2)
    with left:
        set_by = form.text("set_by", required=True, most=200)
    with right:
        set_on = form.day("set_on")
    document = basis.ask(form, required=True)
    if not (whole or each or stage):
        form.error(form.t("nothing"))
    reach = (stage, dials.goal) if stage else None
    chosen = shares if each else ()

    def said() -> str:
        parts = [form.t("said_whole", n=number)] if whole else []
        parts += [form.t("said_each", n=view.number(sum(s.n > 0 for s in shares)))] if each else []
        parts += [form.t("said_reach", goal=view.number(dials.goal), stage=offered[stage])] if stage else []
        return form.t("said", place=view.place, edition=view.edition_name(edition), list="; ".join(parts),
                      source=document.title)  # fmt: skip

    def make() -> Tables:
        made = targets(given, edition, total if whole else None, chosen, reach, rows.found(view, "targets"),
                       source_id=document.id, set_on=set_on, set_by=set_by)  # fmt: skip
        return {"sources": document.rows, "targets": made}

    form.finish(said, make, government=view.choice.government, scope=_seen(view, edition),
                places={"source_id": "basis_title", "set_on": "set_on", "set_by": "set_by"})  # fmt: skip


def _seen(view: View, edition: str) -> dict[str, str]:
    """The edition in the address of a link, where the government's choices have it."""
    offered = view.known.editions_of(view.choice.government, view.choice.competition)
    return {"edition": edition} if edition in offered else {}
