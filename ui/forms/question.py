"""The answer to one question of the data: whose a name is, whether two entries are one, what a cell should hold."""

from collections.abc import Callable, Mapping
from typing import Any

from ui import issues, own
from ui.cells import known, records
from ui.forms import offers, rows
from ui.forms.kit import Form, Tables, nothing
from ui.forms.rows import Cells

Row = Mapping[str, Any]
_HOW = ("alias", "entry")
_TWINS = ("both", "same")
_DATES = {"submissions": ("submitted_on",), "stage_results": ("decided_on",), "innovations": ("started_on",),
          "agencies": ("valid_from", "valid_to"), "editions": ("opens_on", "closes_on"),
          "stages": ("starts_on", "ends_on")}  # fmt: skip
_NUMBERS = {"stage_results": ("rank", "score"), "stages": ("quota",), "targets": ("value",),
            "reported_counts": ("value",), "awards": ("prize_idr",)}  # fmt: skip


def draw(form: Form) -> None:
    """The question, and the form of its kind."""
    view = form.view
    listed = records(issues.questions(view))
    found = {issues.key(row): row for row in listed if row["code"] in _FORMS}
    if not found:
        nothing(view, view.t("page.mutu.questions_none"), view.t("page.mutu.questions_none_why"))
        return
    asked = own.one("about", list(found), "")
    key = form.choose("question", list(found), lambda k: _words(found[k]), required=True, value=asked, of=asked)
    if key:
        _FORMS[str(found[key]["code"])](form, found[key], key)


def _words(row: Row) -> str:
    return f"{row['value']} · {row['place']}" if known(row["value"]) else f"{row['message']} · {row['place']}"


def _agency(form: Form, row: Row, of: str) -> None:
    """Whose a name is: for every row that bears it, or for this entry alone."""
    view, written = form.view, str(row["value"])
    suggested = [str(each) for each in row["suggestions"]]
    agencies = [*suggested, *(each for each in offers.agencies(view) if each not in suggested)]
    agency = form.choose("agency", [a for a in agencies if a in offers.agencies(view)], view.agency, required=True,
                         of=of)  # fmt: skip
    # A name that several agencies bear is settled per entry: one more bearer would leave it ambiguous.
    several = row["code"] == "ambiguous_agency"
    how = "entry" if several else form.either("how", _HOW, lambda h: form.t(f"how_{h}", name=written), of=of)
    entry = _row_of(form, row)

    def make() -> Tables:
        if how == "alias":
            alias: Cells = {"government_id": str(row["government_id"]), "alias": written, "agency_id": agency}
            return {"aliases": [alias]}
        return {"submissions": [rows.cells("submissions", entry or {}) | {"agency": view.agency(agency)}]}

    form.finish(lambda: form.t(f"said_{how}", name=written, agency=view.agency(agency)), make,
                government=str(row["government_id"]), places={"agency_id": "agency", "agency": "agency"})  # fmt: skip


def _twin(form: Form, row: Row, of: str) -> None:
    """Whether two entries with one title are two."""
    view, entry = form.view, _row_of(form, row)
    if entry is None:
        _gone(form)
        return
    title = str(entry["innovation"] if known(entry["innovation"]) else entry["submission_id"])
    how = form.either("twin", _TWINS, lambda h: form.t(f"twin_{h}"), of=of)
    edition = str(entry["edition_id"])
    stage = offers.intake(offers.stages(view, edition))
    others = [e for e in offers.entries(view, edition).values() if e["submission_id"] != entry["submission_id"]]
    named = {str(each["submission_id"]): each for each in others}
    twins = [key for key, each in named.items() if _plain(each["innovation"]) == _plain(title)] or list(named)
    kept = ""
    if how == "same":
        kept = form.choose("kept", twins, lambda k: offers.entry_words(view, named[k]), required=True, of=of)
        if stage is None:
            form.error(view.t("form.coverage.no_intake"))

    def make() -> Tables:
        again = rows.cells("submissions", entry)
        if how == "both":
            return {"submissions": [again]}  # said once more, the row stands and the question is settled
        note = form.t("twin_note", entry=offers.entry_words(view, named[kept]), key=kept)
        out: Cells = {"submission_id": again["submission_id"], "stage_id": stage, "outcome": "withdrawn", "note": note}
        return {"submissions": [again | {"note": note}], "stage_results": [out]}

    form.finish(lambda: form.t(f"said_{how}", title=title), make, government=view.choice.government,
                scope={"edition": edition})  # fmt: skip


def _cell(form: Form, row: Row, of: str) -> None:
    """What a cell that could not be read should hold."""
    view, entry = form.view, _row_of(form, row)
    table = str(row["table_name"])
    if entry is None:
        _gone(form)
        return
    dated = row["code"] == "bad_date"
    named = str(row["column_name"]) if known(row["column_name"]) else None
    columns = [named] if named else list((_DATES if dated else _NUMBERS).get(table, ()))
    column = form.choose("column", [c for c in columns if c in entry], lambda c: view.t(f"form.column.{c}"),
                         required=True, of=of)  # fmt: skip
    value = form.text("value", required=True, value=str(row["value"]) if known(row["value"]) else "", of=of, most=60)

    def make() -> Tables:
        return {table: [rows.cells(table, entry) | {column: value}]}

    def said() -> str:
        return form.t("said_cell", column=view.t(f"form.column.{column}"), value=value, old=row["value"])

    form.finish(said, make, government=view.choice.government, places={column: "value"})


def _row_of(form: Form, row: Row) -> Row | None:
    """The row that a question speaks of: by its line, for a file's reading by the place of its cell."""
    listed = rows.found(form.view, str(row["table_name"]), government=None)
    here = [each for each in listed if each["dataset"] == row["dataset"]]
    if known(row["line"]):
        return rows.one(here, line=int(row["line"]))
    return rows.one(here, place=str(row["row_place"]))


def _gone(form: Form) -> None:
    nothing(form.view, form.t("no_row"), form.t("no_row_do"))


def _plain(title: object) -> str:
    return " ".join(str(title).lower().split())


_FORMS: Mapping[str, Callable[[Form, Row, str], None]] = {
    "unknown_agency": _agency,
    "ambiguous_agency": _agency,
    "ended_agency": _agency,
    "possible_duplicate": _twin,
    "bad_date": _cell,
    "bad_number": _cell,
}
ANSWERABLE = frozenset(_FORMS)
