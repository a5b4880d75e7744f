"""Keys of new rows: short, readable, and not in use yet."""

import re
import unicodedata
from collections.abc import Container

_LONGEST = 90


def slug(*words: str) -> str:
    """Small letters, digits and hyphens: ("Dinkes", "Si Cepat!") -> dinkes-si-cepat."""
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "x"


def free(wanted: str, taken: Container[str]) -> str:
    """`wanted`, with the lowest number behind it that makes it new."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
