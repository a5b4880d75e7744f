"""`etl template`: a workbook to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path

from etl import batches
from etl.publish import writable
from texts import t

HELP = "write a workbook to fill in, with drop-downs of the government's agencies and the edition's stages"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write it, and for whom."""
    parser.add_argument("out", type=Path, metavar="OUT.xlsx", help="the file to write")
    parser.add_argument("--government", metavar="ID", help="whose agencies it offers")
    parser.add_argument("--edition", metavar="ID", help="whose stages it offers")


def run(given: argparse.Namespace) -> int:
    """Write it and say where."""
    content = batches.template(given.government, given.edition, given.lang)
    with writable(given.out):
        given.out.write_bytes(content)
    print(t("import.said.template", given.lang, path=str(given.out)))
    return 0
