"""The one catalogue of words shown to users, and the number and date formats that go with them.

It stands below every other package (standard library and Babel only), so that the loader, the metric commands and the
pages speak with the same words. The catalogues are `id.toml` and `en.toml`; both hold the same keys with the same
{placeholders}, which a test checks.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from texts.formats import MISSING, day, moment, number, percent, ratio, rupiah, signed, signed_percent, span

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "MISSING",
    "catalogue",
    "day",
    "has",
    "moment",
    "number",
    "percent",
    "placeholders",
    "ratio",
    "reason",
    "rupiah",
    "signed",
    "signed_percent",
    "span",
    "t",
]

LANGUAGES = ("id", "en")
DEFAULT = "id"
_HERE = Path(__file__).parent
_WHOLE = re.compile(r"-?\d+")


def t(key: str, lang: str = DEFAULT, **params: object) -> str:
    """The text of a dotted `key` in `lang`, with {placeholders} filled from `params` (already formatted strings).

    Raises KeyError naming the key and the language when there is no such text, or naming the placeholder left unfilled.
    """
    known = catalogue(lang)
    try:
        text = known[key]
    except KeyError:
        raise KeyError(f"no text {key!r} in the catalogue {lang!r} (texts/{lang}.toml)") from None
    try:
        return text.format(**params) if "{" in text else text
    except KeyError as missing:
        raise KeyError(f"text {key!r} ({lang}) needs the parameter {missing}") from None


def has(key: str, lang: str = DEFAULT) -> bool:
    """Whether the catalogue holds `key`; for words that follow from data, such as a stage kind added later."""
    return key in catalogue(lang)


def reason(code: str, lang: str = DEFAULT) -> str:
    """The sentence for a metric's reason: a code with optional parameters, such as `in_progress|n=4|m=5`.

    Whole numbers among the parameters are formatted. Raises KeyError for a code the catalogue does not know.
    """
    name, *pairs = code.split("|")
    given = dict(pair.split("=", 1) for pair in pairs)
    words = {k: number(int(v), lang) if _WHOLE.fullmatch(v) else v for k, v in given.items()}
    return t(f"reason.{name}", lang, **words)


@cache
def catalogue(lang: str) -> dict[str, str]:
    """All texts of one language as {dotted key: text}. Raises KeyError for a language that is not shipped."""
    if lang not in LANGUAGES:
        raise KeyError(f"no language {lang!r}; there are {', '.join(LANGUAGES)}")
    return _flat(tomllib.loads((_HERE / f"{lang}.toml").read_text(encoding="utf-8")))


def placeholders(text: str) -> frozenset[str]:
    """The {names} that a text expects."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _flat(tree: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in tree.items():
        flat |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {f"{prefix}{name}": str(value)}
    return flat
