"""The sentences of the letter that depend on the figures: the basis, the duty, where the agencies stand, what is asked.

Fairness decides the words: an agency of which the board is not certain is asked to confirm, never told that it has not
done its duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from num2words import num2words

import metrics
import texts
from metrics import Scope, Warehouse
from reports.duty import Row, needs_confirmation
from texts import t

# A document that a letter can cite; anything else tells of the policy and is named below the attachment instead.
CITED = ("official", "own", "register")
ORDER = ("none", "below_minimum", "withdrawn", "draft_only", "uncertain", "some_known", "draft_known", "no_data")
ORDER += ("exempt", "met")


def counted(n: int, lang: str) -> str:
    """A number with its words behind it, as letters have it: 1 -> "1 (satu)"."""
    return f"{texts.number(n, lang)} ({num2words(n, lang=lang)})"


def basis(request_scope: Scope, policy: Row, warehouse: Warehouse, government: str, lang: str) -> str:
    """The documents that the letter rests on: the policy of the year, then the orders of the editions that count."""
    year = policy["year"]
    source = policy_source(policy, warehouse)
    said = {"government": government, "year": year, "blank": t("letter.blank", lang)}
    if source and not policy["is_default"] and source["grade"] in CITED:
        parts = [source["title"], source["publisher"], source["published_on"] and texts.day(source["published_on"], lang)]
        items = [", ".join(filter(None, parts))]
    else:
        nation = policy["is_default"] and source
        items = [t("letter.basis.national" if nation else "letter.basis.own", lang, **said)]
    counted_ones = metrics.listing("counted_editions", request_scope, warehouse)["edition_id"].tolist()
    editions = metrics.records(metrics.listing("editions", Scope(years=(year, year)), warehouse))
    orders = [row["legal_basis"] for row in editions if row["edition_id"] in counted_ones and row["legal_basis"]]
    return t("letter.basis.and", lang).join(dict.fromkeys(items + orders))


def policy_source(policy: Row, warehouse: Warehouse) -> Row | None:
    """The source of the policy row, if it names one."""
    sources = metrics.records(metrics.listing("sources", Scope(), warehouse))
    return next((row for row in sources if row["source_id"] == policy["source_id"]), None)


def case(row: Row) -> str:
    """Which sentence fits an agency: its state, told apart by how sure it is and by what is missing."""
    reason = str(row["reason"] or "").split("|")[0]
    if row["state"] == "none" and needs_confirmation(row):
        return "uncertain"
    if row["state"] != "draft_only":
        return str(row["state"])
    if needs_confirmation(row):
        return "some_known" if row["numerator"] else "draft_known"
    return reason if reason in {"below_minimum", "withdrawn"} else "draft_only"


def standing_of(row: Row, as_of: date, lang: str) -> str:
    """Where one agency stands, when it last met its duty, and the answer that it has given."""
    said: dict[str, Any] = {
        "agency": row["name"],
        "year": row["year"],
        "day": texts.day(as_of, lang),
        "n": texts.number(row["numerator"], lang),
        "m": texts.number(row["denominator"], lang),
    }
    sentences = [t(f"letter.agency.{case(row)}", lang, **said)]
    if row["last_met_year"] is not None and row["last_met_year"] < row["year"]:
        sentences.append(t("letter.agency.last_met", lang, last=row["last_met_year"]))
    if row["reply"]:
        day = texts.day(row["replied_on"], lang)
        sentences.append(t("letter.agency.reply", lang, day=day, text=row["reply"]))
    return " ".join(sentences)


def standing_of_all(rows: Sequence[Row], as_of: date, lang: str) -> str:
    """How many of the agencies written to stand where."""
    number = Counter(case(row) for row in rows)
    parts = [
        t(f"letter.group.{name}", lang, n=texts.number(number[name], lang)) for name in ORDER if number.get(name)
    ]
    said = {"n": texts.number(len(rows), lang), "year": rows[0]["year"], "day": texts.day(as_of, lang)}
    return t("letter.standing", lang, parts="; ".join(parts), **said)


def purpose(rows: Sequence[Row]) -> str:
    """What the letter is for: remind, confirm, both, or inform."""
    confirm = any(needs_confirmation(row) for row in rows)
    remind = any(row["state"] in {"none", "draft_only"} and not needs_confirmation(row) for row in rows)
    return {(True, True): "both", (True, False): "confirm", (False, True): "remind"}.get((confirm, remind), "inform")


def asked(rows: Sequence[Row], lang: str) -> str:
    """What the letter asks for, by its purpose; one agency is spoken to, several are told apart."""
    key = purpose(rows)
    form = "one" if len(rows) == 1 and key != "both" else "all"
    return t(f"letter.ask.{key}" if key in {"both", "inform"} else f"letter.ask.{key}_{form}", lang, year=rows[0]["year"])


def notes(rows: Sequence[Row], policy: Row, warehouse: Warehouse, place: str, is_sample: bool, lang: str) -> list[str]:
    """What stands below the attachment: the day and version of the figures, how to read them, what they rest on."""
    source = policy_source(policy, warehouse)
    said = [
        t("sample.banner", lang, government=place) if is_sample else None,
        t("letter.note.as_of", lang, day=texts.day(warehouse.as_of, lang), version=warehouse.version),
        t("letter.note.unknown", lang),
        t("letter.note.confirm", lang) if any(needs_confirmation(row) for row in rows) else None,
        t("letter.note.default", lang) if policy["is_default"] else None,
        t("letter.note.source", lang, title=source["title"], publisher=source["publisher"] or texts.MISSING)
        if source
        else None,
    ]
    return [line for line in said if line]
