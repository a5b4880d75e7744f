"""Reading XML as a stream of elements, without a tree in memory. Document types and entities are refused."""

from __future__ import annotations

from collections.abc import Callable, Container
from xml.parsers import expat

from etl.workbook import Refused

Attributes = dict[str, str]
CHUNK = 1 << 20


def parser() -> expat.XMLParserType:
    """An expat parser that gives text in one piece and refuses what the check of an archive may have overlooked."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse
    made.EntityDeclHandler = _refuse
    return made


def _refuse(*_: object) -> None:
    raise Refused("xml_entities")


def feed(
    made: expat.XMLParserType,
    data: bytes,
    told: Callable[[int], None] = lambda done: None,
    shortened: Callable[[bytes], bytes] = bytes,
) -> None:
    """Parse `data` piece by piece and tell how many bytes are done. Raises expat.ExpatError where it is no XML.

    `shortened` may leave out of a piece whole elements that nobody has to look at."""
    for start in range(0, len(data), CHUNK):
        made.Parse(shortened(data[start : start + CHUNK]), False)
        told(min(start + CHUNK, len(data)))
    made.Parse(b"", True)


def elements(data: bytes, wanted: Container[str]) -> list[tuple[str, Attributes]]:
    """The elements with one of these names and their attributes, in the order of the file; prefixes are left out."""
    found: list[tuple[str, Attributes]] = []

    def start(name: str, attributes: Attributes) -> None:
        if local(name) in wanted:
            found.append((local(name), {local(key): value for key, value in attributes.items()}))

    made = parser()
    made.StartElementHandler = start
    if data:
        feed(made, data)
    return found


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def count(attributes: Attributes, name: str) -> int:
    """A count such as a number of repetitions; 1 where none, or no sensible one, is given."""
    written = attributes.get(name, "1")
    return max(int(written), 1) if len(written) < 10 and written.isascii() and written.isdigit() else 1
