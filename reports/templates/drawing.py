"""Pieces of an official paper in python-docx: page, paragraphs, letterhead, tables without and with lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT, SIZE = "Arial", 11
SHORT, LONG = Mm(215), Mm(330)  # F4, the paper of Indonesian offices
LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
MADE = datetime(2020, 1, 1, tzinfo=UTC)  # the same script makes the same file


def blank(title: str, lang: str) -> Any:
    """An empty document on F4, upright, in the font of offices."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    fonts = style.element.rPr.rFonts
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    style.paragraph_format.space_after = Pt(0)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), {"id": "id-ID", "en": "en-GB"}[lang])
    style.element.rPr.append(language)
    page(document.sections[0], SHORT, LONG)
    about = document.core_properties
    about.title, about.author, about.comments, about.created, about.modified = title, "", "", MADE, MADE
    return document


def page(section: Any, width: int, height: int) -> None:
    """Size and margins of a section."""
    section.orientation = WD_ORIENT.PORTRAIT if width < height else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = width, height
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(15), Mm(15)
    section.header_distance = section.footer_distance = Mm(7)


def landscape(document: Any) -> None:
    """Begin a section on its side, for wide tables; its pages are numbered below."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    page(section, LONG, SHORT)
    section.footer.is_linked_to_previous = False
    foot = section.footer.paragraphs[0]
    foot.alignment = CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    foot._p.append(field)


def numbered_from_one(section: Any) -> None:
    """The pages of each letter count from 1, also where many stand in one file; sections after it count on."""
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    section._sectPr.append(number)


def paragraph(place: Any, text: str, *, align: Any = LEFT, size: float = SIZE, bold: bool = False, **form: Any) -> Any:
    """A paragraph; `form` may give line (spacing), after (points), indent, hanging (millimetres), keep (with next)."""
    made = place.add_paragraph()
    write(made, text, size, bold)
    shape(made, align, **form)
    return made


def shape(
    made: Any,
    align: Any = LEFT,
    *,
    line: float = 1.0,
    after: float = 0,
    indent: float = 0,
    hanging: float = 0,
    keep: bool = False,
) -> None:
    """Alignment, spacing and indents of a paragraph."""
    form = made.paragraph_format
    form.alignment, form.line_spacing, form.space_after = align, line, Pt(after)
    form.keep_with_next = keep
    if indent or hanging:
        form.left_indent, form.first_line_indent = Mm(indent + hanging), Mm(-hanging)
        form.tab_stops.add_tab_stop(Mm(indent + hanging))


def write(made: Any, text: str, size: float = SIZE, bold: bool = False) -> None:
    """Add text to a paragraph."""
    run = made.add_run(text)
    run.font.size, run.bold = Pt(size), bold


def letterhead(document: Any) -> None:
    """Government, office and address over a double line."""
    paragraph(document, "{{ kop_pemerintah }}", align=CENTRE, size=14, bold=True)
    paragraph(document, "{{ kop_kantor }}", align=CENTRE, size=18, bold=True)
    last = paragraph(document, "{{ kop_alamat }}", align=CENTRE, size=10, after=10)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in {"val": "thinThickSmallGap", "sz": "24", "space": "4", "color": "auto"}.items():
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = last._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def repeated(place: Any, name: str, text: str, **form: Any) -> None:
    """A paragraph for each line of a list field; `text` holds {{ baris }}."""
    paragraph(place, f"{{%p for baris in {name} %}}")
    paragraph(place, text, **form)
    paragraph(place, "{%p endfor %}")


def frame(document: Any, widths: Sequence[float], rows: int) -> Any:
    """A table without lines, for texts side by side; widths in millimetres."""
    table = document.add_table(rows=rows, cols=len(widths))
    _fix(table, widths)
    for row in table.rows:
        _mark(row, "w:cantSplit")
    return table


def grid(document: Any, heads: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]]) -> Any:
    """A table with lines whose heading repeats on every page and whose rows stay whole."""
    table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for number, texts in enumerate([heads, *rows]):
        cells = table.add_row().cells
        for cell, text in zip(cells, texts, strict=True):
            write(cell.paragraphs[0], text, 10.5, bold=number == 0)
            shape(cell.paragraphs[0], CENTRE if number == 0 else LEFT, after=2)
            cell.paragraphs[0].paragraph_format.space_before = Pt(2)
    _fix(table, widths)
    for row in table.rows:
        _mark(row, "w:cantSplit")
    _mark(table.rows[0], "w:tblHeader")
    return table


def align_column(table: Any, column: int, align: Any) -> None:
    """Align the cells of a column below its heading."""
    for row in table.rows[1:]:
        row.cells[column].paragraphs[0].alignment = align


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _fix(table: Any, widths: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def tall(row: Any, height: float) -> None:
    """A row of at least so many millimetres, to be written in by hand."""
    row.height = Mm(height)
