"""That one agency is not bound in one year, by a document."""

from ui import figures
from ui.forms import basis, duties
from ui.forms.kit import Form, Tables
from ui.forms.rows import Cells
from ui.markup import tag
from ui.view import View


def draw(form: Form) -> None:
    """The form."""
    chosen = duties.ask(form)
    if chosen is None:
        return
    view, (agency, year) = form.view, chosen
    figures.block(tag("p", _standing(form, agency, year), class_="pi-say"))
    before = duties.earlier(view, "exemptions", agency, year)
    kept = duties.cells(before[0]) if before else {}
    if before:
        figures.block(tag("p", form.t("before", reason=kept.get("reason") or ""), class_="pi-say"))
    reason = form.text("reason", required=True, value=kept.get("reason") or "", of=f"{agency}-{year}")
    document = basis.ask(form, required=True)
    row: Cells = {"agency_id": agency, "year": year, "reason": reason, "source_id": document.id}

    def make() -> Tables:
        return {"sources": document.rows, "exemptions": [row]}

    def said() -> str:
        return form.t("said", agency=view.agency(agency), year=year, reason=reason, source=document.title)

    places = {"agency_id": "agency", "year": "year", "reason": "reason", "source_id": "basis_title"}
    form.finish(said, make, government=view.choice.government, places=places)


def _standing(form: Form, agency: str, year: str) -> str:
    """The state, and that an exemption will not change it where the agency has met it."""
    view: View = form.view
    row = duties.standing(view, agency, year)
    if row is not None and row["state"] == "met":
        return form.t("met", agency=view.agency(agency), year=year)
    return duties.words(view, agency, year)
