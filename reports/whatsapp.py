"""A short text to copy into a chat: who is reminded, who is asked to confirm, until when, whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

import texts
from reports.duty import Row, needs_confirmation, state_words
from reports.plain import plain
from reports.requests import LetterRequest
from reports.wording import purpose
from texts import t


def text(rows: Sequence[Row], request: LetterRequest, lang: str) -> str:
    """The text for the rows of `reports.duty.rows`; what the request leaves open is left out. Met and exempt agencies
    are not named. Empty where nobody is left to write to."""
    confirm = [row for row in rows if needs_confirmation(row)]
    remind = [row for row in rows if row["state"] in {"none", "draft_only"} and not needs_confirmation(row)]
    if not confirm and not remind:
        return ""
    place = plain(rows[0]["government"])
    parts = [
        f"*{t(f'letter.subject.{purpose(rows)}', lang, year=request.year)}*",
        t("letter.chat.greeting", lang, government=place),
        *_group("remind", remind, request, lang),
        *_group("confirm", confirm, request, lang),
        "\n".join(_ends(request, lang)),
        t("letter.chat.closing", lang),
    ]
    return "\n\n".join(part for part in parts if part)


def _group(key: str, rows: Sequence[Row], request: LetterRequest, lang: str) -> list[str]:
    if not rows:
        return []
    head = t(f"letter.chat.{key}", lang, n=texts.number(len(rows), lang), year=request.year)
    lines = [f"{number}. {plain(row['name'])} ({state_words(row, lang)})" for number, row in enumerate(rows, 1)]
    return ["\n".join([head, *lines])]


def _ends(request: LetterRequest, lang: str) -> list[str]:
    """Assistance, deadline and contact, as far as they are given."""
    days = {"assistance": request.assistance, "deadline": request.deadline}
    said = [t(f"letter.chat.{key}", lang, day=texts.day(day, lang, weekday=True)) for key, day in days.items() if day]
    return [*said, t("letter.chat.contact", lang, contact=plain(request.contact))] if request.contact else said
