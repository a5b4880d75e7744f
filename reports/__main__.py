"""`python -m reports letter | minutes | pack`: the papers of the pages on the command line."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import metrics
import texts
from metrics import Warehouse
from metrics.command import answered
from reports.letter import chosen, letter
from reports.minutes import minutes
from reports.pack import FORMATS, Pack, PackRequest
from reports.requests import LetterRequest, MinutesRequest, Refused
from texts import t
from texts.command import Parser, add_language


def parser() -> argparse.ArgumentParser:
    """The command line of reports."""
    top = Parser(prog="python -m reports", description="Write papers from the published warehouse.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    letters = commands.add_parser("letter", help="the reminder letter with its attachment, to those not met")
    _add_common(letters)
    letters.add_argument("--year", metavar="YEAR", type=int, required=True, help="the year of the board")
    letters.add_argument("--agency", metavar="ID", help="only this agency")
    for name, what in (("deadline", "the day to answer by"), ("assistance", "the day of assistance")):
        letters.add_argument(f"--{name}", metavar="DATE", type=_day, help=f"{what}, as 2026-08-31")
    letters.add_argument("--contact", metavar="TEXT", help="whom to ask")
    letters.add_argument("--template", metavar="FILE", type=Path, help="a DOCX of your own with the same fields")
    held = commands.add_parser("minutes", help="the minutes of a meeting or a clinic, with its decisions")
    _add_common(held)
    held.add_argument("--meeting", metavar="ID", required=True, help="the meeting, or an event on record")
    packs = commands.add_parser("pack", help="slides, document and workbook for a meeting about an edition")
    packs.add_argument("--government", metavar="ID", help="whose meeting (default: the whole contest)")
    packs.add_argument("--edition", metavar="ID", required=True, help="the edition that the meeting is about")
    packs.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder to write the three files to")
    add_language(packs)
    return top


def _add_common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--government", metavar="ID", required=True, help="the government whose office writes")
    command.add_argument("out", metavar="OUT.docx", type=Path, help="the file to write")
    add_language(command)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-08-31") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 refused or failed, 2 a name that does not exist."""
    given = parser().parse_args(arguments)
    return answered(lambda: _answer(given), given.lang)


def _answer(given: argparse.Namespace) -> int:
    try:
        said = _run(given)
    except Refused as error:
        print(error.message(given.lang), file=sys.stderr)
        return 1
    print(said)
    return 0


def _run(given: argparse.Namespace) -> str:
    if given.command == "pack":
        return _pack(given)
    _check_place(given.out)
    warehouse = metrics.open_warehouse()
    warehouse.require_tables()
    name = given.out.name
    if given.command == "minutes":
        asked = MinutesRequest(given.government, given.meeting, lang=given.lang)
        _write(given.out, minutes(warehouse, asked))
        return t("letter.option.written_minutes", given.lang, name=name)
    request = _letter_request(given)
    _write(given.out, letter(warehouse, request))
    return t("letter.option.written", given.lang, name=name, n=_number(warehouse, request))


def _pack(given: argparse.Namespace) -> str:
    """All three files are made before the first is written."""
    if not given.out.is_dir():
        raise Refused("missing_folder", folder=str(given.out))
    warehouse = metrics.open_warehouse()
    warehouse.require_tables()
    pack = Pack(warehouse, PackRequest(given.government, given.edition, lang=given.lang))
    made = {f"{pack.name}.{kind}": pack.made(kind) for kind in FORMATS}
    for name, content in made.items():
        _write(given.out / name, content)
    return t("pack.written", given.lang, names=", ".join(made))


def _letter_request(given: argparse.Namespace) -> LetterRequest:
    return LetterRequest(
        government=given.government,
        year=given.year,
        agencies=(given.agency,) if given.agency else (),
        deadline=given.deadline,
        assistance=given.assistance,
        contact=given.contact,
        template=_read(given.template) if given.template else None,
        lang=given.lang,
    )


def _number(warehouse: Warehouse, request: LetterRequest) -> str:
    return texts.number(len(chosen(warehouse, request)), request.lang)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused("no_template", name=str(path), why=error.strerror or str(error)) from error


def _check_place(out: Path) -> None:
    """Refuse a wrong name before anything is computed."""
    if out.suffix.lower() != ".docx":
        raise Refused("not_docx", name=out.name)
    if not out.parent.is_dir():
        raise Refused("missing_folder", folder=str(out.parent))


def _write(out: Path, content: bytes) -> None:
    """Put the file there whole or not at all, readable for whom the system lets read new files."""
    try:
        with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.stem}-", delete=False) as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(file.name).chmod(0o666 & ~mask)
        os.replace(file.name, out)
    except OSError as error:
        raise Refused("unwritable", name=str(out), why=error.strerror or str(error)) from error


if __name__ == "__main__":
    sys.exit(main())
