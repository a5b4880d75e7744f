"""Workbooks for people: forms to fill in, a government's rows to take along, and rows held back to correct.

Each is XLSX with sheets named after the input tables, so that the importer reads it as it is. Above the contract's
column names stand headings in the reader's language; nothing in a workbook is a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from etl.context import Context
from etl.contract import contract
from etl.templates import guide, held, lists, rows, sheet
from etl.templates.choices import Chooser, list_of
from etl.templates.forms import Form, FormError, for_purpose, forms, whole
from etl.templates.look import made
from etl.templates.words import word_in, word_of
from texts import DEFAULT, t

__all__ = ["FormError", "export", "purposes", "quarantined", "word_in", "word_of", "write"]

NOT_EXPORTED = {"governments", "sources"}  # they belong to nobody; an export names them by key


def purposes() -> tuple[str, ...]:
    """What a workbook can be for: agencies, editions, entries, stage_results, targets, coverage."""
    return tuple(forms().purposes)


def write(
    government_id: str | None,
    edition_id: str | None,
    context: Context,
    lang: str = DEFAULT,
    purpose: str | None = None,
    filled: bool = False,
) -> bytes:
    """A workbook to fill in, for one purpose or all: headings, drop-downs, a marked example row, an explanation.

    `filled` puts the government's existing rows below the example. Raises FormError for an unknown purpose."""
    chosen = for_purpose(purpose)
    own = rows.of(government_id, context) if filled and government_id else None
    filling = [rows.rows(form.table.name, own, edition_id, context) if own else [] for form in chosen]
    return _workbook(chosen, filling, government_id, edition_id, context, lang, example=True)


def export(government_id: str, edition_id: str | None, context: Context, lang: str = DEFAULT) -> bytes:
    """A government's rows of every input table (of one edition, where given); imported again they change nothing."""
    own = rows.of(government_id, context)
    tables = [name for name in contract().tables if name not in NOT_EXPORTED]
    found = {name: rows.rows(name, own, edition_id, context) for name in tables}
    chosen = [whole(name) for name in tables if found[name]]
    filling = [found[form.table.name] for form in chosen]
    return _workbook(chosen, filling, government_id, edition_id, context, lang, example=False)


def quarantined(batches_or_rows: Iterable[Mapping[str, Any]], lang: str = DEFAULT) -> bytes:
    """Rows held back, to correct and upload again: dataset, table_name, line, place, column_name, value, code, detail
    and cells (a mapping or JSON by heading) of each; a ready `message` is taken as the reason.

    The first two columns, `_reason` and `_held`, are no data; `_held` names the row that a corrected one puts right."""
    file = io.BytesIO()
    with made(file) as book:
        found = [held.read(row, lang) for row in batches_or_rows]
        guide.write_corrections(book, len(found), lang)
        held.write(book, found, lang)
    return file.getvalue()


def _workbook(
    chosen: Sequence[Form],
    filling: Sequence[Sequence[Mapping[str, str]]],
    government_id: str | None,
    edition_id: str | None,
    context: Context,
    lang: str,
    example: bool,
) -> bytes:
    names = [name for form in chosen for column in form.columns if (name := list_of(form.table.name, column))]
    choices = Chooser(government_id, edition_id, context, lang).collect(names)
    places = lists.places(choices, lang)
    about = _about(government_id, edition_id, context)
    file = io.BytesIO()
    with made(file) as book:
        guide.write(book, chosen, about, lang, example)
        for form, existing in zip(chosen, filling, strict=True):
            title = " · ".join(filter(None, (t(f"template.sheet.{form.table.name}", lang), about)))
            sheet.write(book, sheet.DataSheet(form, title, existing, example, choices, places), lang)
        lists.write(book, choices, lang)
    return file.getvalue()


def _about(government_id: str | None, edition_id: str | None, context: Context) -> str:
    """Whose workbook it is: "Kabupaten Bangka · KIPP 2018", blank where nothing is given."""
    government = context.governments.get(government_id or "")
    edition = context.editions.get(edition_id or "")
    competition = context.competitions.get(edition.competition_id) if edition else None
    contest = f"{competition.name if competition else edition.competition_id} {edition.year}" if edition else ""
    return " · ".join(filter(None, (government.name if government else "", contest)))
