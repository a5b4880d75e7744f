"""`etl batches`: who loaded what, when, and what was taken back."""

from __future__ import annotations

import argparse
import json
from typing import Any

from etl import batches
from etl.inbox import Batch
from texts import moment, number, t

HELP = "list the input batches, newest first"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The option --json."""
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")


def run(given: argparse.Namespace) -> int:
    """List them."""
    found = batches.history()
    if given.json:
        print(json.dumps([_document(batch) for batch in found], ensure_ascii=False, indent=1))
        return 0
    for batch in found:
        rows = number(sum(batch.tables.values()), given.lang)
        print(f"{batch.id}  {moment(batch.at, given.lang)}  {batch.by}  {batch.what}  {rows}")
        if batch.withdrawn:
            told = {"by": batch.withdrawn.by, "at": moment(batch.withdrawn.at, given.lang), "why": batch.withdrawn.why}
            print("  " + t("import.said.withdrawn", given.lang, **told))
    if not found:
        print(t("import.said.no_batches", given.lang))
    return 0


def _document(batch: Batch) -> dict[str, Any]:
    """The batch's card, the name of the file that was kept, and who took it back."""
    taken_back = batch.withdrawn
    return batch.card() | {
        "kept": batch.kept.name if batch.kept else None,
        "withdrawn": {"by": taken_back.by, "at": taken_back.at, "why": taken_back.why} if taken_back else None,
    }
