"""`etl withdraw`: take a batch back, then build and publish."""

from __future__ import annotations

import argparse

from etl import batches
from etl.commands.build import progress
from texts import t

HELP = "take a batch back: its rows are out of use, its files stay"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The batch, who takes it back and why."""
    parser.add_argument("batch", metavar="BATCH", help="its name, such as batch-0007, or its number")
    parser.add_argument("--by", required=True, metavar="NAME", help="who takes it back; kept with the batch")
    parser.add_argument("--why", required=True, metavar="TEXT", help="the reason; kept with the batch")


def run(given: argparse.Namespace) -> int:
    """Take it back and say so."""
    batch = batches.withdraw(given.batch, given.by, given.why, progress=progress(given.lang))
    print(t("import.said.taken_back", given.lang, batch=batch.id))
    return 0
