"""What a target is for: one on record, or whose, what is aimed at, and in which edition or year."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ui.cells import known
from ui.forms import offers
from ui.forms.kit import Form
from ui.view import View

Row = Mapping[str, Any]
EDITION, YEAR = "edition", "year"
# What counts in one edition, in a whole year, or in either: participation and "each agency" are the board's, of a year.
PERIODS: Mapping[str, tuple[str, ...]] = {
    "submissions": (EDITION, YEAR),
    "registered": (EDITION,),
    "reach": (EDITION,),
    "rank": (EDITION,),
    "awards": (EDITION, YEAR),
    "participation": (YEAR,),
    "submissions_per_agency": (YEAR,),
    "submissions_per_division": (YEAR,),
}
_OF_AN_AGENCY = ("submissions", "registered", "reach")  # what is ever known of a single agency
_OF_ALL = ("submissions", "registered")
_BEYOND = {"administrative", "evaluation", "shortlist", "presentation", "field", "final", "award"}  # intake
_FIRST, _LAST, _MOST = 1945, 2100, 1000


def ask(form: Form, of: str) -> Row | None:
    """The thing aimed at (scope_kind, scope_id, metric, edition_id, year); None where it is incomplete or cannot be."""
    left, right = st.columns(2)
    with left:
        kind, whose = _whose(form, of)
    with right:
        metric = form.choose("metric", _kinds(kind), lambda each: _metric_words(form, each), required=True,
                             value="submissions", of=f"{of}-{kind}")  # fmt: skip
    if not metric:
        return None
    scope = {"scope_kind": kind, "scope_id": whose}
    if _period(form, kind, metric, of) == YEAR:
        year = form.number("year", required=True, value=_year(form.view), least=_FIRST, most=_LAST, of=of)
        return scope | {"metric": metric, "edition_id": None, "year": int(year)} if year else None
    edition = form.choose("edition", offers.editions(form.view), form.view.edition_name, required=True,
                          value=form.view.choice.edition, of=of)  # fmt: skip
    return _of_edition(form, scope, metric, edition, of) if edition else None


def _of_edition(form: Form, scope: Row, metric: str, edition: str, of: str) -> Row | None:
    """The thing with its edition; what the edition cannot answer is refused with the reason."""
    stages = offers.stages(form.view, edition)
    kinds = {str(row["kind"]) for row in stages.values()}
    lacking = {"registered": "registered", "submissions": "submitted"}.get(metric)
    if lacking and stages and lacking not in kinds:
        form.error(form.t(f"no_{lacking}", edition=form.view.edition_name(edition)))
        return None
    if metric == "reach":
        stage = _stage(form, stages, f"{of}-{edition}")
        if not stage:
            return None
        metric = f"reach:{stage}"
    return dict(scope) | {"metric": metric, "edition_id": edition, "year": offers.year_of(form.view, edition)}


def _stage(form: Form, stages: Mapping[str, Row], of: str) -> str | None:
    """A stage of the edition beyond its intake; where it has none on record, a typed top-N."""
    given = {key: row for key, row in stages.items() if str(row["kind"]) in _BEYOND}
    if given:
        return form.choose("stage", list(given), lambda key: offers.stage_words(form.view, given[key]), required=True,
                           of=of) or None  # fmt: skip
    figure = form.number("top", required=True, least=1, most=_MOST, of=of)
    return f"top{figure}" if figure else None


def _whose(form: Form, of: str) -> tuple[str, str]:
    """Scope: the government, everyone in a contest that it organises, or one of its agencies."""
    view = form.view
    organises = view.competition["government_id"] == view.choice.government
    options = ["", *(["all"] if organises else []), *offers.agencies(view)]
    named = {"": view.place, "all": form.t("whole", competition=view.short_name(view.choice.competition))}
    chosen = form.choose("whose", options, lambda each: named.get(each) or view.agency(each),
                         value=view.choice.agency or "", of=of)  # fmt: skip
    if not chosen:
        return "government", view.choice.government
    return ("all", "all") if chosen == "all" else ("agency", chosen)


def _kinds(kind: str) -> tuple[str, ...]:
    return {"agency": _OF_AN_AGENCY, "all": _OF_ALL}.get(kind, tuple(PERIODS))


def _metric_words(form: Form, metric: str) -> str:
    return form.t("reach") if metric == "reach" else form.view.t(f"page.target.metric_{metric}")


def _period(form: Form, kind: str, metric: str, of: str) -> str:
    """One edition or a whole year, asked where both can be."""
    options = PERIODS[metric] if kind == "government" else (EDITION,)
    if len(options) == 1:
        return options[0]
    return form.either("period", options, lambda each: form.t(f"period_{each}"), of=f"{of}-{metric}")


def _year(view: View) -> int:
    return view.year if known(view.year) and view.year else view.warehouse.as_of.year
