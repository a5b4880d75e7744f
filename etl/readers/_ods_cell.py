"""One cell of an ODS: its text as it is shown, and its value by its type."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from etl.readers import _grid, _xml
from etl.workbook import Value

_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
_ZEROS = re.compile(r"0[0-9]+")
_BLANKS = re.compile(r"[ \t\r\n]+")
_PREFIX = re.compile(r"^[a-z]+:(?==)")
_BREAKS = {"line-break": "\n", "tab": "\t"}


class Cell:
    """A cell between its start and its end."""

    def __init__(self, attributes: _xml.Attributes) -> None:
        self.attributes = attributes
        self.repeat = _xml.count(attributes, "table:number-columns-repeated")
        self.spans = tuple(_xml.count(attributes, f"table:number-{one}-spanned") for one in ("rows", "columns"))
        self.paragraphs: list[list[str]] = []
        self.inside = 0

    def start(self, name: str, attributes: _xml.Attributes) -> None:
        """An element inside the cell: a paragraph, or blanks that XML cannot hold."""
        if name == "p":
            self.inside += 1
            self.paragraphs.append([])
        elif self.inside and name == "s":
            self.paragraphs[-1].append(" " * min(_xml.count(attributes, "text:c"), 1000))
        elif self.inside and name in _BREAKS:
            self.paragraphs[-1].append(_BREAKS[name])

    def end(self, name: str) -> None:
        self.inside -= name == "p"

    def characters(self, text: str) -> None:
        if self.inside:
            self.paragraphs[-1].append(_BLANKS.sub(" ", text))

    @property
    def text(self) -> str:
        """What is shown: its paragraphs, parted by line breaks."""
        return "\n".join("".join(parts) for parts in self.paragraphs)

    @property
    def without_result(self) -> bool:
        """Whether a formula stands here whose result is not stored."""
        return "table:formula" in self.attributes and "office:value-type" not in self.attributes and not self.text

    def value(self) -> Value:
        """The value by its type; the text where the type is text, unknown, or does not fit."""
        kind = self.attributes.get("office:value-type", "")
        try:
            if kind in ("float", "currency"):
                return self._number()
            if kind == "percentage":
                return _grid.percentage(float(self.attributes["office:value"]))
            if kind == "date":
                return _day(self.attributes["office:date-value"])
            if kind == "time":
                return _time(self.attributes["office:time-value"])
        except (KeyError, ValueError):
            return self.text or None
        if kind == "boolean":
            return self.attributes.get("office:boolean-value") == "true"
        if self.without_result:
            return _PREFIX.sub("", self.attributes["table:formula"])
        return self.text or self.attributes.get("office:string-value") or None

    def _number(self) -> Value:
        number = _grid.plain(float(self.attributes["office:value"]))
        shown = self.text.strip()
        # A code shown with leading zeros: the shown text is stored beside the number.
        return shown if _ZEROS.fullmatch(shown) and int(shown) == number else number


def _day(written: str) -> date | datetime:
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def _time(written: str) -> Value:
    found = _DURATION.fullmatch(written)
    if not found:
        raise ValueError(written)
    span = timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3]))
    return (datetime.min + span).time() if span < timedelta(days=1) else _grid.plain(span)
