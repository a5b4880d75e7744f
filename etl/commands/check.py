"""`etl check`: what would become of a file. Writes nothing."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from etl import batches, registers
from etl.contract import contract
from etl.datasets import InputError, readable
from etl.dry_run import DryRun, Given, Issue, Progress
from texts import number, t
from texts.imports import message, note, refusal

HELP = "say what would become of a file, cell by cell; writes nothing"
SHOWN = 40


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and what a person says of it."""
    parser.add_argument("file", type=Path, metavar="FILE", help="an XLSX, XLSM, XLS, ODS or CSV file")
    parser.add_argument("--government", metavar="ID", help="whose register it is")
    parser.add_argument("--competition", metavar="ID", help="the competition it speaks of")
    parser.add_argument("--edition", metavar="ID", help="the edition it speaks of")
    parser.add_argument("--stage", metavar="ID", help="the stage whose list it is")
    parser.add_argument("--year", type=int, metavar="Y", help="the year it speaks of, where it names no edition")
    parser.add_argument("--table", choices=list(contract().tables), help="the input table it belongs to")
    parser.add_argument("--sheet", metavar="NAME", help="read only this sheet, also a hidden one")
    parser.add_argument("--source", metavar="ID", help="a source on record; else the batch itself is the source")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        type=_mapping,
        metavar="HEADING=COLUMN",
        help="read a heading (or a column's letters) as one of our columns; blank leaves it out; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")


def run(given: argparse.Namespace) -> int:
    """Check and report: 1 where the file is refused."""
    dry = read(given)
    if given.json:
        print(json.dumps(registers.as_json(dry, given.lang), ensure_ascii=False, indent=1))
    else:
        report(dry, given.lang)
    return refused(dry, given.lang)


def read(given: argparse.Namespace, extent: str = "partial") -> DryRun:
    """The dry run of the file named on the command line. Raises InputError where it cannot be opened."""
    said = Given(
        government_id=given.government,
        competition_id=given.competition,
        edition_id=given.edition,
        stage_id=given.stage,
        year=given.year,
        table=given.table,
        sheet=given.sheet,
        source_id=given.source,
        columns=dict(given.map),
        extent=extent,
    )
    if not given.file.is_file():
        raise InputError("no_file", path=str(given.file))
    with readable(given.file):
        data = given.file.read_bytes()
    return batches.check(given.file.name, data, said, progress=_progress(given.lang))


def refused(dry: DryRun, lang: str) -> int:
    """1 with one sentence on standard error where the file is refused, else 0."""
    if dry.refused is None:
        return 0
    print(refusal(dry.refused, lang), file=sys.stderr)
    return 1


def report(dry: DryRun, lang: str) -> None:
    """Print what was understood, what loads, what is held back, skipped and asked."""
    for sheet in dry.sheets:
        if not sheet.is_data:
            print(t("import.said.no_data", lang, sheet=sheet.name, why=t(f"import.sheet.{sheet.why}", lang)))
            continue
        print(t("import.said.sheet", lang, sheet=sheet.name, table=sheet.table or "-", rows=_rows(sheet.header_rows)))
        for column in sheet.columns:
            print(f"  {column.cell:<14} {column.heading} -> {column.column or '-'}")
    counts = {name: number(count, lang) for name, count in dry.counts.items()}
    print(t("import.said.counts", lang, **counts))
    for heading, issues in (("quarantined", dry.quarantined), ("questions", dry.questions)):
        _list(issues, heading, lang)
    for said in dry.notes:
        print(note(said, lang))
    for ask in dry.asks:
        print(t(f"import.ask.{ask.what}", lang))
    print(t(f"import.outcome.{dry.outcome}", lang))


def _list(issues: list[Issue], heading: str, lang: str) -> None:
    if issues:
        print(t(f"etl.heading.{heading}", lang, n=number(len(issues), lang)))
    for issue in issues[:SHOWN]:
        print(f"  {issue.cell or f'{issue.sheet}!{issue.row}'}: {message(issue, lang)}")
    if len(issues) > SHOWN:
        print(t("etl.more", lang, n=number(len(issues) - SHOWN, lang)))


def _rows(rows: list[int]) -> str:
    return ", ".join(map(str, rows))


def _mapping(text: str) -> tuple[str, str]:
    heading, parted, column = text.rpartition("=")
    if not parted or not heading.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not HEADING=COLUMN, such as 'Nama Kegiatan=name'")
    return heading.strip(), column.strip()


def _progress(lang: str) -> Progress:
    def show(step: str, done: int, total: int) -> None:
        part = f"{number(done, lang)} / {number(total, lang)}" if total else ""
        print(t(f"import.progress.{step}", lang, part=part), file=sys.stderr, flush=True)

    return show
