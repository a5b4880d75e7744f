"""Data as plain text: what stands in a name is shown as written and never acts on the document."""

from __future__ import annotations

import re
import unicodedata

# Control characters are no XML, and the template engine reads some of them as line, page and paragraph breaks.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]+")


def plain(value: object) -> str:
    """A value as one line of text, without control characters; None is empty."""
    text = "" if value is None else unicodedata.normalize("NFC", str(value))
    return " ".join(_CONTROL.sub(" ", text).split())
