"""The letter read back from its own file: what is shown is what the file prints."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph

from ui.markup import Html, join, tag

_ALIGNED = {1: "centre", 2: "right"}
_FAR = Cm(5)  # as far in as the place and the date stand
_COLUMNS = 7  # the attachment's; every other table of a letter only places words


@dataclass(frozen=True)
class Attachment:
    """The attachment's table as the file has it: headings, a line per agency, and the total line."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """A letter: its words up to the attachment, and the attachment."""

    words: Html
    attachment: Attachment | None


def read(data: bytes) -> Paper:
    """The first letter of a DOCX."""
    blocks = list(Document(io.BytesIO(data)).iter_inner_content())
    table = next((b for b in blocks if isinstance(b, Table) and len(b.columns) == _COLUMNS), None)
    before = blocks[: blocks.index(table)] if table is not None else blocks
    return Paper(tag("div", *_words(before), class_="pi-paper"), None if table is None else _attachment(table))


def shown(paper: Attachment, caption: str) -> Html:
    """The attachment as a table of the page."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in paper.headings)))
    body = (tag("tr", tag("td", first), tag("th", name, scope="row"), *(tag("td", cell) for cell in rest))
            for first, name, *rest in paper.rows)  # fmt: skip
    foot = tag("tfoot", tag("tr", *(tag("td", cell) for cell in paper.total))) if paper.total else None
    return tag("table", tag("caption", caption), head, tag("tbody", *body), foot, class_="pi-table")


def _attachment(table: Table) -> Attachment:
    head, *rest = [tuple(_cells(row)) for row in table.rows]
    numbered = tuple(row for row in rest if row[0].strip().isdigit())
    return Attachment(head, numbered, next((row for row in rest if row not in numbered), ()))


def _cells(row: Any) -> list[str]:
    """The texts of a row's cells; one that spans several is written once, blank after it."""
    seen: list[Any] = []
    made = []
    for cell in row.cells:
        made.append("" if cell._tc in seen else _text(cell))
        seen.append(cell._tc)
    return made


def _words(blocks: Sequence[Any]) -> Iterator[Html]:
    for block in blocks:
        if isinstance(block, Table):
            yield _placed(block)
        elif block.text.strip():
            yield _paragraph(block)


def _placed(table: Table) -> Html:
    """A table that only places words: its rows, and beside them what spans several of them."""
    rows: list[list[Any]] = [list(dict.fromkeys(cell._tc for cell in row.cells)) for row in table.rows]
    spanning = list(dict.fromkeys(cell for row in rows[1:] for cell in row if cell in rows[0]))
    texts = {cell._tc: cell for row in table.rows for cell in row.cells}
    left = [tag("div", *(_cell(texts[cell]) for cell in row if cell not in spanning)) for row in rows]
    beside = tag("div", *(_cell(texts[cell]) for cell in spanning)) if spanning else None
    return tag("div", tag("div", *left), beside, class_="pi-paper-table")


def _cell(cell: Any) -> Html:
    return tag("div", *(_paragraph(paragraph) for paragraph in cell.paragraphs))


def _paragraph(paragraph: Paragraph) -> Html:
    kind = _ALIGNED.get(int(paragraph.alignment)) if paragraph.alignment is not None else None
    indent = paragraph.paragraph_format.left_indent
    kind = "far" if kind is None and indent is not None and indent > _FAR else kind
    runs = [tag("b", run.text) if run.bold else run.text for run in paragraph.runs]
    return tag("p", join(runs) if runs else paragraph.text, class_=kind)


def _text(cell: Any) -> str:
    return " ".join(paragraph.text for paragraph in cell.paragraphs).strip()
