"""That the rows are everything that a government or one of its agencies handed in, or that they are not."""

from typing import Any

from ui.forms import basis, offers
from ui.forms.basis import Basis
from ui.forms.kit import Form, Tables
from ui.forms.rows import Cells
from ui.view import View

_PERIODS = ("edition", "year")
_EXTENTS = ("partial", "complete")


def draw(form: Form) -> None:
    """The form."""
    view = form.view
    agencies = offers.agencies(view)
    whose = form.choose("whose", ("", *agencies), lambda a: view.agency(a) if a else view.place, value="")
    period = form.either("period", _PERIODS, lambda p: form.t(f"period_{p}"))
    edition = year = ""
    if period == "edition":
        edition = form.choose("edition", offers.editions(view), view.edition_name, required=True,
                              value=view.choice.edition)  # fmt: skip
        if edition and not offers.intake(offers.stages(view, edition)):
            form.error(form.t("no_intake"))
    else:
        year = form.choose("year", _years(view), str, required=True, value=str(view.year or ""))
    extent = form.either("extent", _EXTENTS, lambda e: form.t(f"extent_{e}"))
    document = basis.ask(form, required=True, grade="own")
    scope = {"scope_kind": "agency" if whose else "government", "scope_id": whose or view.choice.government}

    def said() -> str:
        when = view.edition_name(edition) if edition else form.t("whole_year", year=year)
        whom = view.agency(whose) if whose else view.place
        return form.t(f"said_{extent}", whose=whom, when=when, source=document.title)

    form.finish(said, lambda: _tables(view, scope, edition, year, extent, document),
                government=view.choice.government, places={"edition_id": "edition", "source_id": "basis_title"},
                scope={"edition": edition} if edition else {})  # fmt: skip


def _tables(view: View, scope: dict[str, Any], edition: str, year: str, extent: str, document: Basis) -> Tables:
    """A row for the edition's stage of intake, or for the year.

    A year of one agency also speaks of each edition that its government counts in that year: the pages ask there."""
    said: Cells = scope | {"extent": extent, "source_id": document.id}
    if edition:
        return {"sources": document.rows, "coverage": [said | _of(view, edition)]}
    made = [said | {"year": year}]
    if scope["scope_kind"] == "agency":
        made += [said | _of(view, each) for each in _counted(view, int(year))]
    return {"sources": document.rows, "coverage": made}


def _of(view: View, edition: str) -> Cells:
    return {"edition_id": edition, "stage_id": offers.intake(offers.stages(view, edition))}


def _counted(view: View, year: int) -> list[str]:
    found = view.listing("counted_editions", **{**offers.WHOLE, "government": view.choice.government,
                                                "years": (year, year)})  # fmt: skip
    named = [str(edition) for edition in found["edition_id"]]
    return [edition for edition in named if offers.intake(offers.stages(view, edition))]


def _years(view: View) -> list[str]:
    """The years of all editions and the present one, latest first."""
    years = {int(row["year"]) for row in view.known.editions.values()} | {view.warehouse.as_of.year}
    return [str(year) for year in sorted(years, reverse=True)]
