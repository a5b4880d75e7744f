"""Which of the published figures that disagree is to be used."""

from collections.abc import Mapping
from typing import Any

from ui import disputes, own
from ui.cells import known
from ui.disputes import Dispute
from ui.forms import rows
from ui.forms.kit import Form, Tables, nothing
from ui.view import View


def draw(form: Form) -> None:
    """The form."""
    view = form.view
    found = {each.key: each for each in disputes.disputed(view, disputes.rivals(view))}
    if not found:
        nothing(view, view.t("page.mutu.rivals_none"), view.t("page.mutu.rivals_none_why"))
        return
    asked = own.one("about", list(found), "")
    key = form.choose("figure", list(found), lambda k: found[k].about, required=True, value=asked, of=asked)
    if not key:
        return
    dispute = found[key]
    given = {str(place): row for place, row in enumerate(dispute.rows)}
    marked = [place for place, row in given.items() if row["preferred"] is True]
    first = next((place for place in given if place not in marked), None)
    chosen = form.either("chosen", list(given), lambda p: disputes.figure_words(view, given[p]), value=first, of=key)
    if chosen in marked:
        form.error(form.t("already"))
    note = form.text("why", of=key)

    def said() -> str:
        return form.t("said", about=dispute.about, figure=disputes.figure_words(view, given[chosen]))

    form.finish(said, lambda: _tables(view, dispute, given[chosen], note), government=view.choice.government or None,
                scope={"edition": str(dispute.rows[0]["edition_id"])})  # fmt: skip


def _tables(view: View, dispute: Dispute, chosen: Mapping[str, Any], note: str) -> Tables:
    """The rows behind the figures again, with the mark on the chosen one only."""
    listed = rows.found(view, "reported_counts", government=None, edition=str(chosen["edition_id"]))
    made = []
    for figure in dispute.rows:
        for row in (row for row in listed if _behind(row, figure)):
            again = rows.cells("reported_counts", row) | {"preferred": "true" if figure is chosen else "false"}
            made.append(again | ({"note": note} if note and figure is chosen else {}))
    return {"reported_counts": made}


def _behind(row: Mapping[str, Any], figure: Mapping[str, Any]) -> bool:
    """Whether a row of the table gave this figure. The figures of a local contest as a whole and of its government are
    the same, and a figure takes the group of its stage where it names none."""
    exact = ("edition_id", "stage_id", "measure", "source_id", "comparator", "value")
    same = all(row[name] == figure[name] for name in exact) and _blank(row["category"]) == _blank(figure["category"])
    group = _blank(row["group"]) in ("", _blank(figure["group"]))
    twins = {str(row["scope_kind"]), str(figure["scope_kind"])} == {"all", "government"}
    return same and group and (twins or row["scope_id"] == figure["scope_id"])


def _blank(value: object) -> str:
    return str(value) if known(value) else ""
