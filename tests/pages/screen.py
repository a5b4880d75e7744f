"""A page as AppTest drew it, read the way a person reads it: title, finding, tiles, tables, words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

from streamlit import config
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "pages").glob("*/*.py")))
SILENT = ("style", "script")
INLINE = ("a", "b", "em", "i")
CODE = ("pre", "code")


class _Reader(HTMLParser):
    """Markup as a tree. Raises AssertionError where an element is not closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = TreeBuilder()
        self.tree.start("page", {})
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tree.start(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.tree.end(self.open.pop())

    def handle_data(self, data: str) -> None:
        self.tree.data(data)

    def root(self) -> Element:
        """The tree; the reader is used up."""
        assert not self.open, f"never closed: {self.open}"
        self.tree.end("page")
        return self.tree.close()


@dataclass(frozen=True)
class Tile:
    """A tile: its label, the number as written, and every other word on it (None where it has no such line)."""

    label: str
    value: str
    beside: str | None
    trend: str | None
    why: str | None
    basis: str | None


@dataclass(frozen=True)
class Table:
    """A table as words: caption, headings, body rows and the total row (the first cell of a row heads it)."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...]


@dataclass(frozen=True)
class Screen:
    """One page for one address."""

    app: AppTest

    @cached_property
    def elements(self) -> list[Any]:
        """Every element and block of the page, in order."""
        return list(_walk(self.app.main))

    @cached_property
    def root(self) -> Element:
        """All markup of the page in order, as one tree."""
        reader = _Reader()
        for element in self.elements:
            if element.type == "html":
                reader.feed(element.proto.body)
        return reader.root()

    @property
    def titles(self) -> list[str]:
        return [words(heading) for heading in self.root.iter("h1")]

    @property
    def finding(self) -> str:
        """The sentence that opens the page, with its detail."""
        return " ".join(words(said) for said in self.root.iter("p") if said.get("class") == "pi-finding")

    @cached_property
    def tiles(self) -> Mapping[str, Tile]:
        """The tiles by label."""
        found = [_tile(each) for each in self.root.iter("div") if each.get("class") == "pi-tile"]
        return {tile.label: tile for tile in found}

    @cached_property
    def tables(self) -> Sequence[Table]:
        return [_table(each) for each in self.root.iter("table")]

    @cached_property
    def pieces(self) -> Sequence[str]:
        """Every piece of text that a reader can meet, titles of cells and descriptions of charts included, code not."""
        markup = (piece for element in self.root.iter() for piece in _texts(element))
        return [piece for piece in (*markup, *self._widgets()) if piece.strip()]

    @cached_property
    def text(self) -> str:
        """The words of the page on one line."""
        return words(self.root)

    def rows_headed(self, header: str) -> list[tuple[str, ...]]:
        """The cells beside a row header, in every table that has it."""
        return [row[1:] for table in self.tables for row in table.rows if row[0] == header]

    def has_row(self, header: str, *cells: str) -> bool:
        """Whether some table has a row under this header with all these cells; raises AssertionError if none has."""
        found = self.rows_headed(header)
        assert any(set(cells) <= set(row) for row in found), f"{header!r} has {found}, expected {cells}"
        return True

    def _widgets(self) -> Iterator[str]:
        for element in self.elements:
            proto = getattr(element, "proto", None)
            for name in ("label", "help", "placeholder", "alt", "body", "content"):
                value = getattr(proto, name, None) if element.type != "html" else None
                if isinstance(value, str):
                    yield value
            yield from (str(option) for option in getattr(element, "options", None) or [])


def words(element: Element, *, without: Sequence[str] = ()) -> str:
    """The text of an element on one line, children on the way, styles and elements named in `without` left out."""
    return re.sub(r"\s+", " ", "".join(_spoken(element, (*SILENT, *without)))).strip()


def open_page(path: str, query: Mapping[str, str]) -> Screen:
    """A page of `pages/` through the entry script, at an address."""
    return Screen(_at(query).switch_page(path).run())


def open_root(query: Mapping[str, str]) -> Screen:
    """What the bare address opens."""
    return Screen(_at(query).run())


def _at(query: Mapping[str, str]) -> AppTest:
    config.set_option("client.showErrorDetails", "full")  # a reader gets no traceback, a failed test needs it
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app


def _walk(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        yield child
        if hasattr(child, "children"):
            yield from _walk(child)


def _spoken(element: Element, without: Sequence[str]) -> Iterator[str]:
    if element.tag in without:
        return
    yield element.text or ""
    for child in element:
        gap = "" if child.tag in INLINE else " "  # two blocks never run into one word
        yield gap
        yield from _spoken(child, without)
        yield gap + (child.tail or "")


def _texts(element: Element) -> Iterator[str]:
    if element.tag not in (*SILENT, *CODE):
        yield element.text or ""
        yield from (element.attrib[name] for name in ("title", "aria-label") if name in element.attrib)
    yield element.tail or ""


def _line(element: Element, name: str) -> str | None:
    found = next((each for each in element.iter() if name in each.get("class", "").split()), None)
    return None if found is None else words(found)


def _tile(element: Element) -> Tile:
    value = next(each for each in element.iter("div") if "value" in each.get("class", "").split())
    shown = value.text or words(value)
    lines = {name: _line(element, name) for name in ("beside", "trend", "why")}
    return Tile(str(_line(element, "label")), shown.strip(), basis=_line(element, "pi-basis"), **lines)


def _table(element: Element) -> Table:
    def lines(part: str) -> tuple[tuple[str, ...], ...]:
        found = element.find(part)
        return tuple(
            tuple(words(cell, without=("details",)) for cell in row)
            for row in (() if found is None else found.iter("tr"))
        )

    caption, head, foot = element.find("caption"), lines("thead"), lines("tfoot")
    return Table(
        "" if caption is None else words(caption), head[0] if head else (), lines("tbody"), foot[0] if foot else ()
    )
