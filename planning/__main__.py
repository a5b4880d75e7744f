"""`python -m planning forecast | solve | allocate | hindcast`: the planner's figures on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence

import metrics
from metrics.command import answered
from planning import answers
from planning.allocation import CannotDivide
from planning.series import KINDS
from texts.command import Parser, add_language, end_with_the_reader

COMMANDS: Mapping[str, Callable[[metrics.Warehouse, argparse.Namespace], answers.Answer]] = {
    "forecast": answers.forecast,
    "solve": answers.solve,
    "allocate": answers.allocate,
    "hindcast": answers.hindcasts,
}


def parser() -> argparse.ArgumentParser:
    """The command line of planning."""
    top = Parser(
        prog="python -m planning", description="Forecasts, and what a target takes, from the published warehouse."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    forecast = commands.add_parser("forecast", help="how many entries a year may bring, with its hindcast")
    _add_series(forecast)
    forecast.add_argument("--year", metavar="YEAR", type=_year, required=True, help="the planned year")
    hindcast = commands.add_parser("hindcast", help="what the forecast would have said in each past year")
    _add_series(hindcast)
    solve = commands.add_parser("solve", help="the fewest entries that reach a goal with a wanted chance")
    for name, what in (
        ("government", "whose entries"),
        ("edition", "the planned edition"),
        ("stage", "the stage aimed at"),
    ):
        solve.add_argument(f"--{name}", metavar="ID", required=True, help=what)
    solve.add_argument("--at-least", metavar="K", type=_positive, required=True, help="entries that get there")
    solve.add_argument("--probability", metavar="P", type=_chance, required=True, help="wanted chance, as 0.8")
    allocate = commands.add_parser("allocate", help="a total divided among the agencies")
    allocate.add_argument("--government", metavar="ID", required=True, help="whose agencies")
    allocate.add_argument("--year", metavar="YEAR", type=_year, required=True, help="the planned year")
    allocate.add_argument("--total", metavar="N", type=_count, required=True, help="entries to divide")
    allocate.add_argument("--cap", metavar="N", type=_positive, help="the most for one agency (default: none)")
    allocate.add_argument("--agency", metavar="ID", action="append", default=[], help="divide among these only")
    for command in (forecast, solve, allocate, hindcast):
        command.add_argument("--json", action="store_true", help="print one JSON document on standard output")
        add_language(command)
    return top


def _add_series(command: argparse.ArgumentParser) -> None:
    command.add_argument("--government", metavar="ID", help="whose entries (default: the whole contest)")
    command.add_argument("--competition", metavar="ID", help="the contest (default: the one with most known years)")
    kinds = "entries handed in or entries registered (default: handed in, where enough years are known)"
    command.add_argument("--counted-as", choices=KINDS, help=kinds)


def _year(text: str) -> int:
    if not text.isdigit() or len(text) != 4:
        raise argparse.ArgumentTypeError(f"{text!r} is no year; write it as 2027")
    return int(text)


def _count(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number; write it as 15")
    return int(text)


def _positive(text: str) -> int:
    if _count(text) < 1:
        raise argparse.ArgumentTypeError("at least 1 is needed")
    return int(text)


def _chance(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no chance between 0 and 1; write it as 0.8")
    return value


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 refused or failed, 2 a name that does not exist."""
    given = parser().parse_args(arguments)
    return answered(lambda: _answer(given), given.lang)


def _answer(given: argparse.Namespace) -> int:
    warehouse = metrics.open_warehouse()
    warehouse.require_tables()
    try:
        answer = COMMANDS[given.command](warehouse, given)
    except CannotDivide as error:
        print(error.words(given.lang), file=sys.stderr)
        return 1
    print(json.dumps(answer.document, ensure_ascii=False, indent=1) if given.json else answer.text)
    return 0


if __name__ == "__main__":
    end_with_the_reader()
    sys.exit(main())
