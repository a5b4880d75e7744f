"""Minutes of a clinic or a meeting: the day in words, the decisions on record, room for those who took part."""

from __future__ import annotations

from datetime import date
from typing import Any

from babel.dates import get_day_names, get_month_names
from num2words import num2words

import metrics
import texts
from metrics import Scope, Warehouse
from reports import meetings, templating
from reports.fields import MINUTES
from reports.office import office
from reports.requests import MinutesRequest
from texts import t

PARTICIPANTS = 15
DECISIONS = 5


def minutes(warehouse: Warehouse, request: MinutesRequest) -> bytes:
    """The minutes as DOCX. Participants, number and signatures are blank, and so are decisions where none is on record.

    Raises UnknownName for a government or meeting that does not exist, Refused for a template that cannot be used."""
    template = request.template if request.template is not None else templating.shipped("minutes", request.lang)
    templating.check(template, MINUTES)
    return templating.render(template, [_context(warehouse, request)], MINUTES)


def _context(warehouse: Warehouse, request: MinutesRequest) -> dict[str, Any]:
    lang = request.lang
    meeting = meetings.find(warehouse, request.government, request.meeting)
    home = office(request.government, warehouse, lang)
    kind = _kind(meeting, lang)
    place = meeting["place"] or t("letter.blank", lang)
    said = {"kind": kind, "government": home.government, "place": place, "day": day_in_words(meeting["on_date"], lang)}
    return {
        "kop_pemerintah": home.letterhead[0],
        "kop_kantor": home.letterhead[1],
        "kop_alamat": home.letterhead[2],
        "pemerintah": home.government,
        "kegiatan": kind,
        "nomor": t("letter.blank", lang),
        "pembuka": t("letter.minutes.opening", lang, **said),
        "keputusan": _decisions(warehouse, request),
        "peserta": [{"no": texts.number(number, lang)} for number in range(1, PARTICIPANTS + 1)],
        "catatan": [t("sample.banner", lang, government=home.government)] if home.is_sample else [],
    }


def _kind(meeting: meetings.Row, lang: str) -> str:
    key = f"letter.minutes.kind.{meeting['kind']}"
    if meeting["is_event"] and texts.has(key, lang):
        return t(key, lang)
    return str(meeting["kind"] or t("letter.minutes.kind.meeting", lang))


def _decisions(warehouse: Warehouse, request: MinutesRequest) -> list[dict[str, str]]:
    """The decisions of the meeting in their order; blank rows to write in where there are none."""
    lang = request.lang
    listed = metrics.records(metrics.listing("decisions", Scope(government=request.government), warehouse))
    own = sorted((row for row in listed if row["meeting_id"] == request.meeting), key=lambda row: row["decision_id"])
    rows = [{"text": row["text"], "owner": row["owner"], "due": row["due_on"]} for row in own]
    return [
        {
            "no": texts.number(number, lang),
            "isi": row.get("text") or "",
            "penanggung_jawab": row.get("owner") or "",
            "batas_waktu": texts.day(row["due"], lang) if row.get("due") else "",
        }
        for number, row in enumerate(rows or [{}] * DECISIONS, 1)
    ]


def day_in_words(value: date | str | None, lang: str) -> str:
    """A day as minutes write it: "Selasa tanggal dua puluh tiga bulan Januari tahun dua ribu delapan belas".

    What the date does not say (only its month or year is known, or nothing) is a dotted line."""
    known = [int(part) for part in str(value)[:10].split("-")] if value else []
    year, month, day = [*known, None, None, None][:3]
    whole = date(year, month, day) if year and month and day else None
    blank = t("letter.blank_short", lang)
    return t(
        "letter.minutes.day",
        lang,
        weekday=get_day_names("wide", locale=lang)[whole.weekday()] if whole else blank,
        day=num2words(day, lang=lang) if day else blank,
        month=get_month_names("wide", locale=lang)[month] if month else blank,
        year=num2words(year, lang=lang) if year else blank,
    )
