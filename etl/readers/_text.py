"""Bytes to text: the encodings that registers come in."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_SHOWN = 4096
UTF8 = ("utf-8", "utf-8-sig")
BLANKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Never raises: what cannot be decoded becomes U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    if wide := _wide(data[:_SHOWN]):
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _not_quite_utf8(data)


def is_text(data: bytes) -> bool:
    """Whether bytes are text: nearly no control characters once decoded, and not mostly zero bytes."""
    text = decode(data)[0]
    return len(_CONTROL.findall(text)) * 100 <= len(text) and text.count("\0") * 4 <= len(text)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    pairs = len(head) // 2
    if pairs < 2:
        return None
    low, high = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if high * 10 >= pairs * 7 and low * 10 < pairs:
        return "utf-16-le"
    return "utf-16-be" if low * 10 >= pairs * 7 and high * 10 < pairs else None


def _not_quite_utf8(data: bytes) -> tuple[str, str]:
    """Windows-1252, unless most letters beyond ASCII are sound UTF-8 and only a few bytes are damaged."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if sum(letter > "\x7f" for letter in text) > 3 * broken:
        return text, "utf-8"
    return data.decode("cp1252", errors="replace"), "cp1252"


def name(encoding: str) -> str:
    """An encoding as people know it."""
    return {"cp1252": "Windows-1252", "utf-8": "UTF-8"}.get(encoding, encoding.upper())
