"""The pack as PPTX: 16:9, native tables and charts, read from the back row."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from reports.pack import drawing, packing, tabular
from reports.pack.cover import Cover
from reports.pack.look import BODY, CAPTION, HEIGHT, INK, MAIN, MARGIN, MUTED, SMALL, TOP, WIDTH, write
from reports.reader import Reader
from reports.section import Section, Table, Tile

NAMED, LONG = 2, 95  # sources named at the foot of a slide; the sheet and the document have them all
POINTS = 6  # sentences on a slide without table or chart
MOST_ABOVE = 2.0  # inches of sentences above a table
TITLES, TITLE_ROOM = (28, 24, 20, 18), 80.0  # points
TILES_ACROSS = 3


@dataclass(frozen=True)
class Slide:
    """One slide of a section: the same finding, one of its parts."""

    section: Section
    table: Table | None = None
    points: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    chart: bool = False


def slides(cover: Cover, sections: Sequence[Section], reader: Reader, made_on: date) -> bytes:
    """The presentation: the cover, then the sections with their long tables over several slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _cover(deck, cover)
    for section in sections:
        parts = list(_parts(section, reader.lang))
        for number, part in enumerate(parts, 1):
            _slide(deck, part, reader, (number, len(parts)))
    file = io.BytesIO()
    deck.core_properties.title, deck.core_properties.language = cover.title, reader.lang
    deck.save(file)
    return packing.steady(file.getvalue(), made_on)


def _parts(section: Section, lang: str) -> Iterator[Slide]:
    """What is read first comes first: tiles, or sentences with the chart or the first of the tables, then the rest."""
    shown = [table.brief().filled() for table in section.tables if table.slides and not table.drawn]
    points = section.points
    if section.tiles:
        yield Slide(section, tiles=section.tiles)
    if section.chart:
        yield Slide(section, points=points, chart=True)
        points = ()
    while points and (not shown or _sentences_height(points) > MOST_ABOVE):
        yield Slide(section, points=points[:POINTS])
        points = points[POINTS:]
    for table in shown:
        for part in tabular.split(table, lang, TOP + _sentences_height(points)):
            yield Slide(section, table=part, points=points)
            points = ()
    if not section.tiles and not section.chart and not section.points and not shown:
        yield Slide(section, points=section.notes)


def _slide(deck: Any, part: Slide, reader: Reader, place: tuple[int, int]) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])  # title only
    number, of = place
    counted = f" ({reader.number(number)}/{reader.number(of)})" if of > 1 else ""
    _title(slide, part.section.title + counted)
    if part.tiles:
        _tiles(slide, part.tiles)
    below = TOP + _sentences_height(part.points)
    _sentences(slide, part.points)
    if part.chart:
        drawing.chart(slide, part.section, reader.lang, below)
    if part.table:
        tabular.place(slide, part.table, reader.lang, below)
    _foot(slide, part.section, reader)


def _title(slide: Any, words: str) -> None:
    title = slide.shapes.title
    title.left, title.top = Inches(MARGIN), Inches(0.3)
    title.width, title.height = Inches(WIDTH - 2 * MARGIN), Inches(TOP - 0.4)
    sizes = (size for size in TITLES if tabular.lines(words, WIDTH - 2 * MARGIN, size) * size * 1.2 <= TITLE_ROOM)
    write(title.text_frame, words, next(sizes, TITLES[-1]), MAIN, bold=True)


def _cover(deck: Any, cover: Cover) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = Inches(0.9), Inches(1.5), Inches(WIDTH - 1.8), Inches(2)
    write(title.text_frame, cover.title, 40, MAIN, bold=True)
    box = slide.shapes.add_textbox(Inches(0.9), Inches(3.7), Inches(WIDTH - 1.8), Inches(2.8))
    for number, line in enumerate(cover.lines):
        write(box.text_frame, line, BODY, INK, first=number == 0)


def _sentences_height(points: Sequence[str]) -> float:
    """The room that sentences take, in inches."""
    lines = sum(tabular.lines(point, WIDTH - 2 * MARGIN, BODY) for point in points)
    return lines * BODY * 1.2 / 72 + 0.11 * len(points) + 0.1 if points else 0.0


def _sentences(slide: Any, points: Sequence[str]) -> None:
    if not points:
        return
    room = Inches(MARGIN), Inches(TOP), Inches(WIDTH - 2 * MARGIN), Inches(_sentences_height(points))
    frame = slide.shapes.add_textbox(*room).text_frame
    for number, point in enumerate(points):
        write(frame, point, BODY, INK, first=number == 0, after=8)


def _tiles(slide: Any, tiles: Sequence[Tile]) -> None:
    wide = (WIDTH - 2 * MARGIN) / TILES_ACROSS
    for number, tile in enumerate(tiles):
        left = MARGIN + wide * (number % TILES_ACROSS)
        top = TOP + 2.65 * (number // TILES_ACROSS)
        box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(wide - 0.2), Inches(2.5))
        write(box.text_frame, tile.label, BODY, MUTED)
        value = tile.value or "–"
        write(box.text_frame, value, 28 if any(map(str.isalpha, value)) else 40, MAIN, bold=True, first=False)
        if tile.beside:
            write(box.text_frame, tile.beside, BODY, INK, first=False)


def _foot(slide: Any, section: Section, reader: Reader) -> None:
    """The sources, and the number of the slide as a field that counts by itself."""
    box = slide.shapes.add_textbox(Inches(MARGIN), Inches(HEIGHT - 0.62), Inches(WIDTH - 2 * MARGIN - 1), Inches(0.5))
    names = list(dict.fromkeys(reader.source(source) for source in section.sources))
    more = len(names) - NAMED
    if names:
        given = {"names": "; ".join(shorten(name, LONG, placeholder="…") for name in names[:NAMED])}
        given |= {"n": reader.number(more)} if more > 0 else {}
        write(box.text_frame, reader.t("source.line_more" if more > 0 else "source.line", **given), CAPTION, MUTED)
    corner = slide.shapes.add_textbox(Inches(WIDTH - MARGIN - 0.8), Inches(HEIGHT - 0.62), Inches(0.8), Inches(0.4))
    drawing.slide_number(corner.text_frame, SMALL)
