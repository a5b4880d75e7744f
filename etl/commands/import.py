"""`etl import`: check a file, write it as a batch, build and publish."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from etl import batches, registers
from etl.commands import check
from etl.commands.build import progress
from etl.dry_run import DryRun
from etl.inbox import Batch
from texts import t

HELP = "load a file as a batch, then build and publish"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Those of check, who loads it, and whether it is everything."""
    check.arguments(parser)
    parser.add_argument("--by", required=True, metavar="NAME", help="who loads the file; kept with the batch")
    parser.add_argument(
        "--extent",
        choices=("complete", "partial"),
        default="partial",
        help="whether the file is everything that was handed in (default: partial)",
    )


def run(given: argparse.Namespace) -> int:
    """Load and report: 1 where the file is refused or something has to be answered first."""
    dry = check.read(given, given.extent)
    batch = batches.add(dry, given.by, progress=progress(given.lang)) if dry.outcome == "load" else None
    if given.json:
        print(json.dumps(_document(dry, batch, given.lang), ensure_ascii=False, indent=1))
    else:
        check.report(dry, given.lang)
        if batch:
            print(t("import.said.batch", given.lang, batch=batch.id))
    if dry.outcome == "ask":
        print(t("etl.refused.not_loadable_ask", given.lang, file=dry.file), file=sys.stderr)
        return 1
    return check.refused(dry, given.lang)


def _document(dry: DryRun, batch: Batch | None, lang: str) -> dict[str, Any]:
    """The document of check, and the batch that was written (null: none)."""
    return registers.as_json(dry, lang) | {"batch": batch.id if batch else None}
