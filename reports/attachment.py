"""The attachment of the letter: the rows of the board as a table, with a total that never counts the unknown as 0."""

from __future__ import annotations

from collections.abc import Sequence

import texts
from reports.duty import Row, count_words, needs_confirmation, state_words
from texts import t


def table(rows: Sequence[Row], lang: str) -> list[dict[str, str]]:
    """The cells of each row, by the field names of the template."""
    return [
        {
            "no": texts.number(number, lang),
            "perangkat_daerah": row["name"],
            "target": texts.number(row["denominator"], lang),
            "realisasi": count_words(row, lang),
            "status": state_words(row, lang),
            "terakhir": texts.MISSING if row["last_met_year"] is None else str(row["last_met_year"]),
            "keterangan": remarks(row, lang),
        }
        for number, row in enumerate(rows, 1)
    ]


def remarks(row: Row, lang: str) -> str:
    """What there is to say: to be confirmed, why a count is unknown, the ground of an exemption, the agency's reply."""
    said = [
        t("letter.remark.confirm", lang) if needs_confirmation(row) else None,
        texts.reason(row["reason"], lang) if row["reason"] else None,
        t("letter.remark.exemption", lang, text=row["exemption"]) if row["exemption"] else None,
        _reply(row, lang) if row["reply"] else None,
    ]
    return " ".join(filter(None, said)) or texts.MISSING


def _reply(row: Row, lang: str) -> str:
    words = f"{row['reply']} ({row['reply_reference']})" if row["reply_reference"] else row["reply"]
    return t("letter.remark.reply", lang, text=words)


def totals(rows: Sequence[Row], lang: str) -> dict[str, str]:
    """The total row: agencies, targets, innovations. With an unknown or partial count among them, "≥ n"; where no
    count is known at all, a dash."""
    known = [row["numerator"] for row in rows if row["numerator"] is not None]
    whole = all(row["basis"] == "rows" for row in rows)
    handed_in = texts.number(sum(known), lang) if known else texts.MISSING
    return {
        "jumlah_perangkat_daerah": texts.number(len(rows), lang),
        "jumlah_target": texts.number(sum(row["denominator"] for row in rows), lang),
        "jumlah_realisasi": handed_in if whole or not known else t("comparator.or_more", lang, n=handed_in),
    }
