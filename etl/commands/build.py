"""`etl build`: read the input tables, build the warehouse and publish it."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import Any

from etl.build import Record, build
from etl.messages import described
from texts import number, t

HELP = "build the warehouse from all input folders and publish it"
SHOWN = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="the day that decides what is concluded, open or in force (YYYY-MM-DD; default: today)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")


def run(given: argparse.Namespace) -> int:
    """Build and report."""
    record = build(as_of=given.as_of, progress=progress(given.lang))
    if given.json:
        print(json.dumps(_document(record, given.lang), ensure_ascii=False, indent=1))
    else:
        report(record, given.lang)
    return 0


def progress(lang: str) -> Any:
    """Show the steps of a build on standard error."""

    def show(step: str, detail: str) -> None:
        print(t(f"etl.progress.{step}", lang, detail=detail), file=sys.stderr, flush=True)

    return show


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2026-01-31") from None


def _document(record: Record, lang: str) -> dict[str, Any]:
    """The record as JSON, each quarantined row and question with its message."""
    document = record.as_json()
    for name in ("quarantined", "questions"):
        document[name] = [described(issue, lang) for issue in document[name]]
    return document


def report(record: Record, lang: str) -> None:
    """Print rows per table, what was held back and asked, and the version."""
    columns = ("read", "loaded", "quarantined", "skipped")
    width = max(map(len, record.tables), default=5)
    print(" " * width, *(f"{t(f'etl.column.{name}', lang):>12}" for name in columns))
    for table, counts in record.tables.items():
        print(f"{table:<{width}}", *(f"{number(counts[name], lang):>12}" for name in columns))
    for name in ("quarantined", "questions"):
        _list(getattr(record, name), name, lang)
    print(t("etl.done", lang, version=record.version, seconds=number(record.seconds, lang, decimals=1)))


def _list(issues: list[dict[str, Any]], name: str, lang: str) -> None:
    if issues:
        print(t(f"etl.heading.{name}", lang, n=number(len(issues), lang)))
    for issue in issues[:SHOWN]:
        shown = described(issue, lang)
        print(f"  {where(shown)} {shown['column'] or ''}: {shown['message']}")
    if len(issues) > SHOWN:
        print(t("etl.more", lang, n=number(len(issues) - SHOWN, lang)))


def where(issue: dict[str, Any]) -> str:
    """Where an issue stands: the cell of the file that a batch came from, else the line of the table file."""
    if issue["place"]:
        return f"{issue['dataset']} {issue['place']}"
    return f"{issue['dataset']}/{issue['table']}.csv:{issue['line']}"
