"""What calamine does not give of an XLSX sheet, in one pass over its XML: errors, formulas without a stored result,
numbers to be kept as they are shown, hidden rows, merges, and how far the cells reach."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from etl.readers import _grid, _xml
from etl.workbook import Merge, Refused, Value

_DIGITS = "0123456789"
_TRUE = ("1", "true")
_CELL = ("c", "v", "f", "is", "row", "mergeCell")
# Cells of which nothing but their place matters, as all programs write them; another cell or the end of the row
# follows, so that the place of no later cell depends on them.
_PLAIN = (
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="%s[0-9]+")?(?: t="(?:s|n|b|inlineStr)")?>'
    r'(?:<v>[-+.0-9E]+</v>|<is><t(?: xml:space="preserve")?>[ -%%\x27-;=-~]*</t></is>)</c>'
    r'(?=<c r="[A-Z]|</row>\s*(?:<row r="[1-9]|</sheetData>))'
)
Place = tuple[int, int]


@dataclass
class Extras:
    """Places are (row, column) counted from 1. `shown`: places of numbers with how they are shown (_grid.shown_as)."""

    rows: int = 0
    columns: int = 0
    errors: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, str] = field(default_factory=dict)
    shown: list[tuple[Place, str | int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)


def survey(
    name: str, xml: bytes, styles: Mapping[str, str | int], room: _grid.Room, told: Callable[[int], None]
) -> Extras:
    """Read the XML of a sheet. `styles`: number of a style -> how it shows numbers. `told`: bytes done.

    Raises Refused too_large as soon as a cell with content lies too far out."""
    return _Pass(name, styles, room).over(xml, told)


class _Pass:
    """The handlers of one pass. Text and ends of elements are listened to only inside the few cells that need it."""

    def __init__(self, name: str, styles: Mapping[str, str | int], room: _grid.Room) -> None:
        self.sheet, self.styles, self.room = name, styles, room
        self.found = Extras()
        self.parser = _xml.parser()
        self.parser.StartElementHandler = self._root
        self.columns: dict[str, int] = {}
        self.row = self.column = 0
        self.attributes: _xml.Attributes = {}
        self.element = ""
        self.text: dict[str, str] = {}
        shown = f'(?!(?:{"|".join(map(re.escape, styles))})")' if styles else ""
        self.plain = re.compile((_PLAIN % shown).encode("ascii"))

    def over(self, xml: bytes, told: Callable[[int], None]) -> Extras:
        _xml.feed(self.parser, xml, told, self._without_plain)
        return self.found

    def _without_plain(self, xml: bytes) -> bytes:
        """The piece without its plain cells: asking the parser for each of a million takes seconds."""
        parts = self.plain.split(xml)  # what stands between, column, row, what stands between, …
        rows = max(map(int, set(parts[2::3])), default=0)
        columns = max((self._column(name.decode("ascii")) for name in set(parts[1::3])), default=0)
        rows, columns = max(rows, self.found.rows), max(columns, self.found.columns)
        try:
            self.room.check(self.sheet, rows, columns)
        except Refused:
            return xml  # the first cell too far out is to be named
        self.found.rows, self.found.columns = rows, columns
        return b"".join(parts[::3])

    def _root(self, name: str, attributes: _xml.Attributes) -> None:
        prefix = name.removesuffix(_xml.local(name))
        self.c, self.v, self.f, self.inline, self.r, self.merge = (prefix + tag for tag in _CELL)
        self.parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: _xml.Attributes) -> None:
        if name == self.c:
            self.attributes = attributes
            self._place(attributes.get("r"))
            if attributes.get("t") == "e":
                self._listen()
        elif name == self.v or name == self.inline:
            self.element = "v"
            self._content()
        elif name == self.f:
            self._listen()
            self.element = "f"
        elif name == self.r:
            self._row(attributes)
        elif name == self.merge:
            self._merge(attributes.get("ref", ""))

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self.column += 1
            return
        name = reference.rstrip(_DIGITS)
        self.column = self.columns.get(name) or self._column(name)
        self.row = int(reference[len(name) :] or self.row)

    def _column(self, name: str) -> int:
        number = 0
        for letter in name.upper():
            number = number * 26 + ord(letter) - 64
        self.columns[name] = number
        return number

    def _content(self) -> None:
        if self.row < 1 or self.column < 1:
            raise Refused("unreadable")
        if self.row > self.found.rows or self.column > self.found.columns:
            self.found.rows, self.found.columns = max(self.row, self.found.rows), max(self.column, self.found.columns)
            self.room.check(self.sheet, self.found.rows, self.found.columns)
        attributes = self.attributes
        if "s" in attributes and attributes.get("t", "n") == "n" and attributes["s"] in self.styles:
            self.found.shown.append(((self.row, self.column), self.styles[attributes["s"]]))

    def _row(self, attributes: _xml.Attributes) -> None:
        self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        if attributes.get("hidden") in _TRUE:
            self.found.hidden_rows.append(self.row)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.replace("$", "").partition(":")
        corners = []
        for corner in (first, last or first):
            name = corner.rstrip(_DIGITS)
            corners += [int(corner[len(name) :]), self.columns.get(name) or self._column(name)]
        self.found.merges.append(Merge(*corners))

    def _listen(self) -> None:
        self.text, self.element = {}, ""
        self.parser.CharacterDataHandler = self._characters
        self.parser.EndElementHandler = self._end

    def _characters(self, text: str) -> None:
        self.text[self.element] = self.text.get(self.element, "") + text

    def _end(self, name: str) -> None:
        if name != self.c:
            self.element = ""
            return
        self.parser.CharacterDataHandler = self.parser.EndElementHandler = None
        value, kind = self.text.get("v", ""), self.attributes.get("t")
        if kind == "e":
            self._keep(self.found.errors, value or "#N/A")
        elif not value and kind != "str":
            self._keep(self.found.formulas, "=" + self.text.get("f", ""))

    def _keep(self, kept: dict[Place, str], text: str) -> None:
        kept[self.row, self.column] = text
        self._content()


def apply(rows: list[list[Value]], extras: Extras) -> None:
    """Put what was found into the rows that calamine gave."""
    for (row, column), how in extras.shown:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = _grid.show(rows[row - 1][column - 1], how)
    for (row, column), text in (extras.errors | extras.formulas).items():
        _grid.put(rows, row, column, text)
