"""A dry run as the one JSON document that the commands print."""

from __future__ import annotations

from typing import Any

from etl.dry_run import DryRun, Issue, SheetRead
from texts import imports

JSON = dict[str, Any]


def as_json(dry: DryRun, lang: str) -> JSON:
    """The document of `check --json`, with its sentences in `lang`."""
    refused = dry.refused and {"code": dry.refused.code, "message": imports.refusal(dry.refused, lang)}
    return {
        "file": dry.file,
        "sha256": dry.sha256,
        "outcome": dry.outcome,
        "refused": refused,
        "sheets": [_sheet(sheet) for sheet in dry.sheets],
        "counts": dry.counts,
        "skipped": [{"sheet": s.sheet, "row": s.row, "reason": s.reason} for s in dry.skipped],
        "quarantined": [_issue(issue, lang) for issue in dry.quarantined],
        "questions": [_issue(issue, lang) | {"suggestions": _suggestions(issue, lang)} for issue in dry.questions],
        "dropped_columns": [{"heading": heading, "why": why} for heading, why in dry.dropped],
        "notes": [imports.note(note, lang) for note in dry.notes] + [imports.asked(ask, lang) for ask in dry.asks],
    }


def _sheet(sheet: SheetRead) -> JSON:
    columns = [{"cell": c.cell, "heading": c.heading, "column": c.column, "by": c.by} for c in sheet.columns]
    return {
        "name": sheet.name,
        "is_data": sheet.is_data,
        "table": sheet.table,
        "first_row": sheet.first_row,
        "last_row": sheet.last_row,
        "header_rows": sheet.header_rows,
        "columns": [c | {"cell": str(c["cell"]).rpartition("!")[2]} for c in columns],
    }


def _issue(issue: Issue, lang: str) -> JSON:
    return {
        "sheet": issue.sheet,
        "row": issue.row,
        "cell": issue.cell,
        "code": issue.code,
        "value": issue.value,
        "message": imports.message(issue, lang),
    }


def _suggestions(issue: Issue, lang: str) -> list[JSON]:
    return [{"key": s.key, "name": s.name, "why": imports.why(s.why, lang)} for s in issue.suggestions]
