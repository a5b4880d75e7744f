"""`python -m etl build`: read the input tables, build the warehouse and publish it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from etl.build import FailedCheck, Record, build
from etl.datasets import InputError
from etl.messages import described
from texts import number, t
from texts.command import Parser, add_language, end_with_the_reader

SHOWN = 20


def parser() -> argparse.ArgumentParser:
    """The command line of etl."""
    top = Parser(prog="python -m etl", description="Load competition history into the warehouse the dashboard reads.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    one = commands.add_parser("build", help="build the warehouse from all input folders and publish it")
    one.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="the day that decides what is concluded, open or in force (YYYY-MM-DD; default: today)",
    )
    one.add_argument("--json", action="store_true", help="print one JSON document on standard output")
    add_language(one)
    return top


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2026-01-31") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 refused or failed."""
    given = parser().parse_args(arguments)
    try:
        record = build(as_of=given.as_of, progress=_progress(given.lang))
    except InputError as error:
        print(t(f"etl.refused.{error.code}", given.lang, **error.params), file=sys.stderr)
        return 1
    except FailedCheck as error:
        print(t("etl.check_failed", given.lang, checks="; ".join(error.failed)), file=sys.stderr)
        return 1
    if given.json:
        print(json.dumps(_document(record, given.lang), ensure_ascii=False, indent=1))
    else:
        _report(record, given.lang)
    return 0


def _progress(lang: str) -> Any:
    def show(step: str, detail: str) -> None:
        print(t(f"etl.progress.{step}", lang, detail=detail), file=sys.stderr, flush=True)

    return show


def _document(record: Record, lang: str) -> dict[str, Any]:
    """The record as JSON, each quarantined row and question with its message."""
    document = record.as_json()
    for name in ("quarantined", "questions"):
        document[name] = [described(issue, lang) for issue in document[name]]
    return document


def _report(record: Record, lang: str) -> None:
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
        print(f"  {shown['dataset']}/{shown['table']}.csv:{shown['line']} {shown['column'] or ''}: {shown['message']}")
    if len(issues) > SHOWN:
        print(t("etl.more", lang, n=number(len(issues) - SHOWN, lang)))


if __name__ == "__main__":
    end_with_the_reader()
    sys.exit(main())
