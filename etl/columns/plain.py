"""One form of a heading for all ways of writing it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NUMBERING = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\D)")


@lru_cache(maxsize=20_000)
def normalise(text: str) -> str:
    """A heading without case, stars, punctuation, underscores, line breaks, numbering and the zero in "N0".

    >>> normalise("3. Nama_Inovasi*"), normalise("N0."), normalise("Inisiator & OPD")
    ('nama inovasi', 'no', 'inisiator dan opd')
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower().replace("&", " dan ")
    plain = re.sub(r"[\W_]+", " ", NUMBERING.sub("", plain)).strip()
    return re.sub(r"\bn0\b", "no", plain)
