"""How the slides look: measures in inches, sizes in points, colours; and text that never acts."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from reports.plain import plain

WIDTH, HEIGHT, MARGIN, TOP = 13.333, 7.5, 0.55, 1.55
BOTTOM = HEIGHT - 0.7
BODY, CELL, SMALL, CAPTION = 20, 14, 14, 12
INK, MUTED, LINE, MAIN, PAPER, TINT = "10262C", "56676D", "D3DCDA", "0A6B6B", "FFFFFF", "EAF3F1"
COLOURS = (MAIN, "C47A00", "6B7C82", "B23A2E", "5B4B8A")
FONT = "Arial"


def colour(value: str) -> Any:
    """A colour of the file from its six digits."""
    return RGBColor.from_string(value)  # type: ignore[no-untyped-call]


def write(
    frame: Any, words: str, size: float, ink: str, *, bold: bool = False, first: bool = True, after: float = 0,
    right: bool = False,
) -> None:  # fmt: skip
    """A paragraph of plain text in a text frame: its first, or one more."""
    frame.word_wrap = True
    paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
    if first:
        frame.vertical_anchor = MSO_ANCHOR.TOP
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    paragraph.space_after = Pt(after)
    run = paragraph.add_run()
    run.text = plain(words)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = colour(ink)
