"""What the values of a column show, whatever its heading says; each function takes values that are there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from etl.columns import kinds, outcomes
from etl.columns.cells import text_of
from etl.columns.numbers import read_number, read_rank
from etl.columns.personal import is_agency
from etl.workbook import Value

GOVERNMENT = re.compile(
    r"(?:kabupaten|kab|kota|provinsi|prov|pemkab|pemkot|pemprov|pemerintah (?:kabupaten|kota|provinsi))\b"
    r"[\s.]+[^\d,:/]{3,40}",
    re.IGNORECASE,
)
STREET = re.compile(r"\b(?:jl|jalan|jln|rt|rw|gang|gg|dusun|no)\b", re.IGNORECASE)
MATURITY = re.compile(
    r"inisiatif|inisiasi|uji ?coba|penerapan|implementasi|pengembangan|replikasi|ide|gagasan", re.IGNORECASE
)
INITIATORS = re.compile(
    r"asn|opd|skpd|kepala daerah|anggota dprd|dprd|masyarakat|perangkat daerah|bumd|pemda|swasta", re.IGNORECASE
)
PLAIN_NUMBER = re.compile(r"\d{1,5}")


def share(values: Sequence[Value], holds: Callable[[Value], bool]) -> float:
    """The part of the values for which something holds; 0.0 where there are none."""
    return sum(map(holds, values)) / len(values) if values else 0.0


def governments(values: Sequence[Value]) -> float:
    """The part of the values that name a government with its kind ("Kota Surakarta"), and no street."""
    return share(values, _is_government)


def _is_government(value: Value) -> bool:
    text = " ".join(text_of(value).split())
    return GOVERNMENT.fullmatch(text) is not None and STREET.search(text) is None


def agencies(values: Sequence[Value]) -> float:
    """The part of the values that begin as agencies do."""
    return share(values, lambda value: isinstance(value, str) and is_agency(value))


def kind(values: Sequence[Value]) -> str | None:
    """ "type" or "form", whichever most of the values say; None where they say neither or where none is there."""
    said = [found[0] for value in values if (found := kinds.kind_of(value))]
    if not said or len(said) * 2 < len(values):
        return None
    return "type" if said.count("type") * 2 >= len(said) else "form"


def maturity(values: Sequence[Value]) -> float:
    """The part of the values that are steps of maturity (inisiatif, uji coba, penerapan)."""
    return share(values, lambda value: MATURITY.search(text_of(value)) is not None)


def initiators(values: Sequence[Value]) -> float:
    """The part of the values that are kinds of initiators, not persons."""
    return share(values, lambda value: INITIATORS.fullmatch(text_of(value)) is not None)


def numbers(values: Sequence[Value]) -> float:
    """The part of the values that are numbers."""
    return share(values, lambda value: read_number(value).value is not None)


def ranks(values: Sequence[Value]) -> float:
    """The part of the values that are places from 1 on."""
    return share(values, lambda value: read_rank(value).value is not None)


def results(values: Sequence[Value]) -> float:
    """The part of the values that say in words how a stage ended."""
    return share(values, lambda value: isinstance(value, str) and outcomes.in_words(value) is not None)


def counting(values: Sequence[Value]) -> bool:
    """Whether all values are short whole numbers, as keys of a database or running numbers are."""
    return bool(values) and share(values, lambda v: PLAIN_NUMBER.fullmatch(text_of(v)) is not None) == 1.0


def length(values: Sequence[Value]) -> float:
    """The average length of the values in characters."""
    texts = [text_of(value) for value in values]
    return sum(map(len, texts)) / len(texts) if texts else 0.0
