"""The answer to one question of the data: whose a name is, whether two entries are one, what a cell should hold."""

from collections.abc import Callable, Mapping
from typing import Any

from ui import figures, issues, own
from ui.cells import known, records
from ui.forms import offers, rows
from ui.forms.kit import Form, Tables, nothing
from ui.forms.rows import Cells
from ui.markup import tag

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
    found = {issues.key(row): row for row in listed if row["code"] in issues.ANSWERABLE}
    if not found:
        nothing(view, view.t("page.mutu.questions_none"), view.t("page.mutu.questions_none_why"))
        return
    asked = own.one("about", list(found), "")
    key = form.choose("question", list(found), lambda k: _words(found[k]), required=True, value=asked, of=asked)
    if key:
        figures.block(tag("p", found[key]["message"], class_="pi-say"))
        _FORMS[str(found[key]["code"])](form, found[key], key)


def _words(row: Row) -> str:
    return f"{row['value']} · {row['place']}" if known(row["value"]) else f"{row['message']} · {row['place']}"


def _agency(form: Form, row: Row, of: str) -> None:
    """Whose a name is: for every row that bears it, or for this entry alone."""
    view, written = form.view, str(row["value"])
    if not offers.agencies(view):
        nothing(view, view.t("form.no_agencies"), view.t("form.no_agencies_do"))
        return
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
    """Whether what looks like one row that stands twice is one, or is right as it is."""
    view, entry, table = form.view, _row_of(form, row), str(row["table_name"])
    if entry is None:
        _gone(form)
        return
    kinds = _TWINS if table == "submissions" else _TWINS[:1]
    how = form.either("twin", kinds, lambda h: form.t(f"twin_{h}"), of=of)
    title = str(row["value"]) if known(row["value"]) else str(row["place"])
    kept = _kept(form, row, entry, of) if how == "same" else None

    def make() -> Tables:
        again = rows.cells(table, entry)
        if kept is None:
            return {table: [again]}  # said once more, the row stands and the question is settled
        stage = offers.intake(offers.stages(view, str(entry["edition_id"])))
        note = form.t("twin_note", entry=offers.entry_words(view, kept), id=kept["submission_id"])
        out: Cells = {"submission_id": again["submission_id"], "stage_id": stage, "outcome": "withdrawn", "note": note}
        return {table: [again | {"note": note}], "stage_results": [out]}

    scope = {"edition": str(entry["edition_id"])} if known(entry.get("edition_id")) else {}
    form.finish(lambda: form.t(f"said_{how}", title=title), make, government=view.choice.government, scope=scope)


def _kept(form: Form, row: Row, entry: Row, of: str) -> Row | None:
    """The entry that stays in use: one of those that the reading of the file named, else any other of the edition."""
    view, edition = form.view, str(entry["edition_id"])
    if offers.intake(offers.stages(view, edition)) is None:
        form.error(form.t("no_intake"))
        return None
    others = {k: e for k, e in offers.entries(view, edition).items() if k != entry["submission_id"]}
    likely = [str(each) for each in row["suggestions"] if str(each) in others]
    names = likely or [k for k, e in others.items() if _plain(e["innovation"]) == _plain(entry["innovation"])]
    chosen = form.choose("kept", names or list(others), lambda k: offers.entry_words(view, others[k]), required=True,
                         of=of)  # fmt: skip
    return others.get(chosen)


def _cell(form: Form, row: Row, of: str) -> None:
    """What a cell that could not be read should hold."""
    view, found = form.view, _cells_of(form, row)
    if not found:
        _gone(form)
        return
    chosen = form.choose("column", list(found), lambda key: _cell_words(form, *found[key]), required=True, of=of)
    value = form.text("value", required=True, value=str(row["value"]) if known(row["value"]) else "", of=of, most=60)
    if not chosen:
        form.finish(lambda: "", dict, government=view.choice.government)
        return
    table, entry, column = found[chosen]

    def said() -> str:
        return form.t("said_cell", column=view.t(f"form.column.{column}"), value=value, old=row["value"])

    form.finish(said, lambda: {table: [rows.cells(table, entry) | {column: value}]},
                government=view.choice.government, places={column: "value"})  # fmt: skip


def _cells_of(form: Form, row: Row) -> dict[str, tuple[str, Row, str]]:
    """The cells that a question may speak of: table, row and column. The build names the column; the reading of a file
    names a cell, from which rows of several tables may have been made."""
    if known(row["line"]) and known(row["column_name"]):
        entry, column = _row_of(form, row), str(row["column_name"])
        return {column: (str(row["table_name"]), entry, column)} if entry is not None else {}
    found: dict[str, tuple[str, Row, str]] = {}
    for table, columns in (_DATES if row["code"] == "bad_date" else _NUMBERS).items():
        listed = rows.found(form.view, table, government=None)
        made = [r for r in listed if r["dataset"] == row["dataset"] and r["cell"] == row["row_cell"]]
        found |= {f"{table}:{r['line']}:{column}": (table, r, column) for r in made for column in columns}
    return found


def _cell_words(form: Form, table: str, row: Row, column: str) -> str:
    stage = f" · {row['stage_id']}" if table == "stage_results" else ""
    return f"{form.view.t(f'form.column.{column}')}{stage}"


def _row_of(form: Form, row: Row) -> Row | None:
    """The row that a question speaks of: by its line, for a file's reading by the place of its cell."""
    listed = rows.found(form.view, str(row["table_name"]), government=None)
    here = [each for each in listed if each["dataset"] == row["dataset"]]
    if known(row["line"]):
        return rows.one(here, line=int(row["line"]))
    return rows.one(here, cell=str(row["row_cell"]))


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
