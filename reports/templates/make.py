"""`python -m reports.templates.make [FOLDER]`: draws the shipped templates anew, from the words of the catalogue.

Their look follows the usual order of Indonesian official letters: letterhead, place and date at the right, number,
nature, attachment and subject at the left, addressees, numbered points, signature on behalf of the leader, copies."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from docx.enum.section import WD_SECTION
from docx.shared import Mm

from reports.templates import drawing
from reports.templates.drawing import BOTH, CENTRE, RIGHT, paragraph
from texts import LANGUAGES, t

HERE = Path(__file__).parent
POINT: dict[str, Any] = {"align": BOTH, "line": 1.5, "after": 3, "hanging": 9}
ROW = ("no", "perangkat_daerah", "target", "realisasi", "status", "terakhir", "keterangan")
WIDTHS = (11, 70, 19, 24, 42, 21, 98)


def main(folder: Path = HERE) -> None:
    """Write letter and minutes for each language of the catalogue."""
    for lang in LANGUAGES:
        letter(lang).save(str(folder / f"letter.{lang}.docx"))
        minutes(lang).save(str(folder / f"minutes.{lang}.docx"))


def word(key: str, lang: str, **fields: str) -> str:
    """A word of the paper, with the fields of the template in its placeholders."""
    return t(f"letter.template.{key}", lang, **{name: f"{{{{ {field} }}}}" for name, field in fields.items()})


def letter(lang: str) -> Any:
    """The reminder letter, with its attachment on pages of their own."""
    document = drawing.blank(word("attachment_title", lang), lang)
    drawing.letterhead(document)
    paragraph(document, "{{ tempat }}, {{ tanggal }}", indent=88, after=6)
    _head(document, lang)
    paragraph(document, word("opening", lang, basis="dasar"), align=BOTH, line=1.5, after=3)
    points = [
        "{{ kewajiban }}",
        "{{ keadaan }}",
        "{{ permintaan }}",
        word("operator", lang, office="kantor"),
        word("assistance", lang, day="pendampingan", place="tempat_pendampingan"),
        word("deadline", lang, office="kantor", day="batas_waktu", contact="narahubung"),
    ]
    for number, text in enumerate(points, 1):
        paragraph(document, f"{number}.\t{text}", **POINT)
    paragraph(document, word("closing", lang), align=BOTH, line=1.5, after=8, keep=True)
    _signature(document, ["{{ atas_nama }}", "{{ jabatan }},"], lang)
    paragraph(document, word("copies", lang), size=10, keep=True)
    drawing.repeated(document, "tembusan", "{{ loop.index }}.\t{{ baris }}", size=10, hanging=7)
    _attachment(document, lang)
    drawing.numbered_from_one(document.sections[0])  # last: a new section copies the settings of the one before
    return document


def _head(document: Any, lang: str) -> None:
    """Number, nature, attachment and subject at the left; the addressees at the right. One row of two cells, so that
    read aloud they come in the order of the letter."""
    left, right = drawing.frame(document, (87, 83), 1).rows[0].cells
    labels = {"number": "nomor", "nature": "sifat", "attachment": "jumlah_lampiran", "subject": "hal"}
    for place, (label, field) in enumerate(labels.items()):
        made = left.paragraphs[0] if place == 0 else left.add_paragraph()
        drawing.write(made, f"{word(label, lang)}\t:\t{{{{ {field} }}}}")
        drawing.shape(made, hanging=27)
        made.paragraph_format.tab_stops.add_tab_stop(Mm(23))
    drawing.write(right.paragraphs[0], word("to", lang))
    drawing.shape(right.paragraphs[0], indent=11)
    dear = f"{{% if loop.first %}}{word('dear', lang)}{{% endif %}}\t{{{{ baris }}}}"
    drawing.repeated(right, "kepada", dear, hanging=11)
    paragraph(right, word("at", lang), indent=11)
    paragraph(right, word("at_place", lang), indent=19, after=10)
    paragraph(document, "", size=6)


def _signature(document: Any, lines: list[str], lang: str, column: int = 1) -> None:
    """Who signs, with room for the signature; name, rank and number stay blank."""
    table = drawing.frame(document, (82, 83), 1)
    cell = table.cell(0, column)
    drawing.write(cell.paragraphs[0], lines[0])
    drawing.shape(cell.paragraphs[0], CENTRE, keep=True)
    for text in (*lines[1:], "", "", "", "", *(word(key, lang) for key in ("signature", "rank", "id_number"))):
        paragraph(cell, text, align=CENTRE, keep=True)
    paragraph(document, "", size=6)


def _attachment(document: Any, lang: str) -> None:
    drawing.landscape(document)
    for label, field in (("number", "nomor"), ("date", "tanggal")):
        if label == "number":
            paragraph(document, word("attached_to", lang), size=10.5, indent=200)
        paragraph(document, f"{word(label, lang)}\t: {{{{ {field} }}}}", size=10.5, indent=200, hanging=18)
    paragraph(document, word("attachment_title", lang).upper(), align=CENTRE, bold=True)
    title = "{{ pemerintah|upper }} " + word("year", lang).upper() + " {{ tahun }}"
    paragraph(document, title, align=CENTRE, bold=True, after=8)
    heads = [word(key, lang) for key in ("agency", "target", "realised", "state", "last", "remarks")]
    total = ("", f"{word('total', lang)}: {{{{ jumlah_perangkat_daerah }}}} {word('agencies', lang)}",
             "{{ jumlah_target }}", "{{ jumlah_realisasi }}", "", "", "")  # fmt: skip
    rows = [_tag("for baris in lampiran", ROW), [f"{{{{ baris.{name} }}}}" for name in ROW], _tag("endfor", ROW), total]
    table = drawing.grid(document, [t("column.no", lang), *heads], WIDTHS, rows)
    for column, align in ((0, CENTRE), (2, RIGHT), (3, RIGHT), (5, CENTRE)):
        drawing.align_column(table, column, align)
    for cell in table.rows[-1].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    paragraph(document, "", size=6)
    drawing.repeated(document, "catatan", "{{ baris }}", size=9.5)


def _tag(tag: str, columns: tuple[str, ...]) -> list[str]:
    """The cells of a row that only opens or closes a repetition."""
    return [f"{{%tr {tag} %}}", *[""] * (len(columns) - 1)]


def minutes(lang: str) -> Any:
    """The minutes of a meeting: opening, decisions, signatures, and the list of participants on a page of its own."""
    document = drawing.blank(word("minutes.title", lang), lang)
    drawing.letterhead(document)
    paragraph(document, word("minutes.title", lang).upper(), align=CENTRE, bold=True)
    paragraph(document, "{{ kegiatan|upper }}", align=CENTRE, bold=True)
    paragraph(document, f"{word('number', lang)}: {{{{ nomor }}}}", align=CENTRE, after=12)
    paragraph(document, "{{ pembuka }}", align=BOTH, line=1.5, after=6)
    paragraph(document, word("minutes.decisions_intro", lang), align=BOTH, line=1.5, after=4, keep=True)
    names = ("no", "isi", "penanggung_jawab", "batas_waktu")
    heads = [t("column.no", lang), *(word(f"minutes.{key}", lang) for key in ("decision", "owner", "due"))]
    rows = [_tag("for baris in keputusan", names), [f"{{{{ baris.{name} }}}}" for name in names], _tag("endfor", names)]
    table = drawing.grid(document, heads, (12, 80, 42, 31), rows)
    drawing.align_column(table, 0, CENTRE)
    drawing.tall(table.rows[2], 9)
    paragraph(document, "", size=8)
    paragraph(document, word("minutes.closing", lang), align=BOTH, line=1.5, after=10)
    _two_signatures(document, lang)
    drawing.repeated(document, "catatan", "{{ baris }}", size=9.5)
    document.add_section(WD_SECTION.NEW_PAGE)
    _participants(document, lang)
    drawing.numbered_from_one(document.sections[0])
    return document


def _two_signatures(document: Any, lang: str) -> None:
    table = drawing.frame(document, (82, 83), 1)
    for cell, key in zip(table.rows[0].cells, ("clerk", "chair"), strict=True):
        drawing.write(cell.paragraphs[0], word(f"minutes.{key}", lang))
        drawing.shape(cell.paragraphs[0], CENTRE, keep=True)
        for text in ("", "", "", "", word("signature", lang), word("id_number", lang)):
            paragraph(cell, text, align=CENTRE, keep=True)
    paragraph(document, "", size=6)


def _participants(document: Any, lang: str) -> None:
    paragraph(document, word("minutes.participants", lang).upper(), align=CENTRE, bold=True)
    paragraph(document, "{{ kegiatan|upper }}", align=CENTRE, bold=True, after=8)
    heads = [t("column.no", lang), *(word(f"minutes.{key}", lang) for key in ("name", "office", "signature"))]
    names = ("no", "nama", "instansi", "tanda_tangan")
    row = ["{{ baris.no }}", "", "", ""]
    rows = [_tag("for baris in peserta", names), row, _tag("endfor", names)]
    table = drawing.grid(document, heads, (12, 58, 60, 35), rows)
    drawing.align_column(table, 0, CENTRE)
    drawing.tall(table.rows[2], 11)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
