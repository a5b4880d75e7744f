"""The reminder letter: one to all agencies chosen, or each its own, with the rows of the board attached."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import metrics
import texts
from metrics import Scope, Warehouse
from reports import attachment, duty, templating, wording
from reports.duty import Row
from reports.fields import LETTER
from reports.office import Office, head_of
from reports.requests import LetterRequest, Refused
from reports.wording import Ground
from texts import t

# A list of this length still fits beside the number and subject of a letter; a longer one is the attachment.
ADDRESSEES = 5
Context = dict[str, Any]


def letter(warehouse: Warehouse, request: LetterRequest) -> bytes:
    """The letter as DOCX; with `form="each"` one letter per agency, each on pages of its own.

    Raises UnknownName for a government or agency that does not exist; Refused where there is nobody to write to or the
    template cannot be used."""
    return templating.render(_template(request), _contexts(warehouse, request), LETTER)


def letters_zip(warehouse: Warehouse, request: LetterRequest) -> bytes:
    """A ZIP with one DOCX per agency, in the order of the rows. Raises as `letter` does."""
    template = _template(request)
    rows = chosen(warehouse, request)
    ground = wording.ground(warehouse, request)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, row in enumerate(rows, 1):
            paper = templating.render(template, [_context(ground, request, [row])], LETTER)
            archive.writestr(_file_name(number, row, request), paper)
    return packed.getvalue()


def chosen(warehouse: Warehouse, request: LetterRequest) -> list[Row]:
    """The rows that the letter speaks of, never empty. Raises Refused, saying why there are none."""
    for agency in request.agencies:
        metrics.check_names(Scope(agency=agency), warehouse)
    rows = duty.rows(warehouse, request.government, request.year, request.states, request.agencies, request.lineage)
    if rows:
        return rows
    others = duty.rows(warehouse, request.government, request.year, (), request.agencies)
    if not others:
        raise Refused("not_counted" if request.agencies else "no_board", year=str(request.year))
    if len(others) == 1:
        state = t(f"board.state.{others[0]['state']}", request.lang)
        raise Refused("one_left_out", agency=others[0]["name"], state=state, year=str(request.year))
    raise Refused("all_left_out", n=texts.number(len(others), request.lang), year=str(request.year))


def _template(request: LetterRequest) -> bytes:
    """The template asked for, checked; a refusal comes before any figure is read."""
    given = request.template if request.template is not None else templating.shipped("letter", request.lang)
    templating.check(given, LETTER)
    return given


def _contexts(warehouse: Warehouse, request: LetterRequest) -> list[Context]:
    rows = chosen(warehouse, request)
    ground = wording.ground(warehouse, request)
    letters = [rows] if request.form == "one" else [[row] for row in rows]
    return [_context(ground, request, own) for own in letters]


def _context(ground: Ground, request: LetterRequest, rows: Sequence[Row]) -> Context:
    """Every field of the template for one letter; see reports.fields."""
    lang, home = request.lang, ground.home
    minimum = wording.counted(ground.minimum, lang)
    return {
        **_frame(home, request),
        "tahun": str(request.year),
        "hal": t(f"letter.subject.{wording.purpose(rows)}", lang, year=request.year),
        "jumlah_lampiran": t("letter.attachments", lang, n=wording.counted(1, lang)),
        "kepada": _addressees(rows, lang),
        "dasar": ground.basis,
        "kewajiban": t("letter.duty", lang, government=home.government, year=request.year, n=minimum),
        "keadaan": wording.standing(rows, ground.as_of, lang),
        "permintaan": wording.asked(rows, lang),
        "lampiran": attachment.table(rows, lang),
        **attachment.totals(rows, lang),
        "catatan": wording.notes(rows, ground, lang),
    }


def _frame(home: Office, request: LetterRequest) -> Context:
    """What does not depend on the figures: who writes, the days, whom to ask."""
    lang, blank = request.lang, t("letter.blank", request.lang)

    def day(value: date | None) -> str:
        return texts.day(value, lang, weekday=True) if value else blank

    copies = [t("letter.copy_leader", lang, leader=home.leader), home.coordinator]
    return {
        "kop_pemerintah": home.letterhead[0],
        "kop_kantor": home.letterhead[1],
        "kop_alamat": home.letterhead[2],
        "pemerintah": home.government,
        "tempat": home.town,
        "tanggal": texts.day(request.dated, lang) if request.dated else t("letter.blank_short", lang),
        "nomor": blank,
        "sifat": t("letter.nature", lang),
        "kantor": home.contact_office,
        "pendampingan": day(request.assistance),
        "tempat_pendampingan": request.assistance_place or blank,
        "batas_waktu": day(request.deadline),
        "narahubung": request.contact or blank,
        "atas_nama": t("letter.for_leader", lang, leader=home.leader),
        "jabatan": t("letter.secretary", lang),
        "tembusan": [copy for copy in copies if copy],
    }


def _addressees(rows: Sequence[Row], lang: str) -> list[str]:
    """The posts written to, numbered where there are several; a long list is the attachment."""
    if len(rows) > ADDRESSEES:
        return [t("letter.addressees_attached", lang)]
    heads = [head_of(row["name"], row["kind"], lang) for row in rows]
    return heads if len(heads) == 1 else [f"{number}. {head}" for number, head in enumerate(heads, 1)]


def _file_name(number: int, row: Row, request: LetterRequest) -> str:
    """A name that is no path, whatever the agency is called."""
    words = re.sub(r"[^a-z0-9]+", "-", row["name"].casefold()).strip("-")[:60]
    return f"{number:03d}-{words or 'surat'}-{request.year}.docx"
