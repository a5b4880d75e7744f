"""`python -m etl`: check and load input, build the warehouse, list and withdraw batches, write templates."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from etl.build import FailedCheck
from etl.commands import COMMANDS
from etl.datasets import InputError
from texts import t
from texts.command import Parser, add_language, end_with_the_reader


def parser() -> argparse.ArgumentParser:
    """The command line of etl."""
    top = Parser(prog="python -m etl", description="Load competition history into the warehouse the dashboard reads.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    for name in COMMANDS:
        module = import_module(f"etl.commands.{name}")
        one = commands.add_parser(name, help=module.HELP)
        module.arguments(one)
        add_language(one)
        one.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 refused or failed."""
    given = parser().parse_args(arguments)
    try:
        code: int = given.run(given)
    except InputError as error:
        print(t(f"etl.refused.{error.code}", given.lang, **error.params), file=sys.stderr)
        return 1
    except FailedCheck as error:
        print(t("etl.check_failed", given.lang, checks="; ".join(error.failed)), file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    end_with_the_reader()
    sys.exit(main())
