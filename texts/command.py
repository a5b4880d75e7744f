"""Command lines of the project: options in English, messages in the chosen language, wrong words answered with the
nearest right one (exit code 2)."""

from __future__ import annotations

import argparse
import difflib
import re
import signal
from typing import NoReturn

from texts import DEFAULT, LANGUAGES

_CHOICE = re.compile(r"invalid choice: '([^']*)' \(choose from (.*)\)")
_UNKNOWN = re.compile(r"unrecognized arguments: (\S+)")


class Parser(argparse.ArgumentParser):
    """An argument parser whose usage errors name the nearest right word."""

    def error(self, message: str) -> NoReturn:
        """Print the usage error with the nearest right word and leave with exit code 2."""
        found = _CHOICE.search(message)
        if found:
            message += self._nearest(found[1], re.findall(r"[\w-]+", found[2]))
        unknown = _UNKNOWN.search(message)
        if unknown:
            message += self._nearest(
                unknown[1], [option for action in self._actions for option in action.option_strings]
            )
        super().error(message)

    @staticmethod
    def _nearest(word: str, words: list[str]) -> str:
        close = difflib.get_close_matches(word, words, n=1, cutoff=0.4)
        return f"; did you mean {close[0]!r}?" if close else ""


def add_language(parser: argparse.ArgumentParser) -> None:
    """The option --lang, for the language of messages."""
    parser.add_argument("--lang", choices=LANGUAGES, default=DEFAULT, help="language of messages (default: id)")


def end_with_the_reader() -> None:
    """Let `… | head` end a command quietly where the system has such signals."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
