"""The sentences of the letter that depend on the figures: the basis, the duty, where the agencies stand, what is asked.

Fairness decides the words: an agency of which the board is not certain is asked to confirm, never told that it has not
done its duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from num2words import num2words

import metrics
import texts
from metrics import Scope, Warehouse
from reports.duty import Row, needs_confirmation
from reports.office import Office, office
from reports.requests import LetterRequest
from texts import t

# A document that a letter can cite; anything else tells of the policy and is named below the attachment instead.
CITED = ("official", "own", "register")
# The cases from the most certain and most urgent to those that need no letter.
ORDER = (
    *("none", "below_minimum", "withdrawn", "draft_only"),
    *("uncertain", "some_known", "draft_known", "no_data"),
    *("exempt", "met"),
)


def counted(n: int, lang: str) -> str:
    """A number with its words behind it, as letters have it: 1 -> "1 (satu)"."""
    return f"{texts.number(n, lang)} ({num2words(n, lang=lang)})"


@dataclass(frozen=True)
class Ground:
    """What all letters of one request rest on: the office, the minimum, the basis in words, the source of the policy
    (None: not on record), the day and version of the figures."""

    home: Office
    minimum: int
    basis: str
    source: Row | None
    is_default: bool
    as_of: date
    version: str


def ground(warehouse: Warehouse, request: LetterRequest) -> Ground:
    """Read once what does not differ between agencies. Raises as `reports.office.office` does."""
    scope = Scope(government=request.government, years=(request.year, request.year))
    home = office(request.government, warehouse, request.lang)
    policy = metrics.records(metrics.listing("policies", scope, warehouse))[0]
    sources = metrics.records(metrics.listing("sources", Scope(), warehouse))
    source = next((row for row in sources if row["source_id"] == policy["source_id"]), None)
    documents = [_policy_words(policy, source, home.government, request.lang), *_orders(scope, warehouse)]
    return Ground(
        home=home,
        minimum=policy["minimum_per_agency"],
        basis=t("letter.basis.and", request.lang).join(dict.fromkeys(documents)),
        source=source,
        is_default=bool(policy["is_default"]),
        as_of=warehouse.as_of,
        version=warehouse.version,
    )


def _policy_words(policy: Row, source: Row | None, government: str, lang: str) -> str:
    """The document of the government's own policy where the source is one; else its name with a line to fill in."""
    if source and not policy["is_default"] and source["grade"] in CITED:
        day = texts.day(source["published_on"], lang) if source["published_on"] else None
        return ", ".join(filter(None, [source["title"], source["publisher"], day]))
    key = "letter.basis.national" if policy["is_default"] and source else "letter.basis.own"
    return t(key, lang, government=government, year=policy["year"], blank=t("letter.blank", lang))


def _orders(scope: Scope, warehouse: Warehouse) -> list[str]:
    """The legal basis of each edition that the policy counts, as its source states it."""
    counts = set(metrics.listing("counted_editions", scope, warehouse)["edition_id"])
    editions = metrics.records(metrics.listing("editions", Scope(years=scope.years), warehouse))
    return [row["legal_basis"] for row in editions if row["edition_id"] in counts and row["legal_basis"]]


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
        day = texts.day(row["reply_on"], lang)
        sentences.append(t("letter.agency.reply", lang, day=day, text=row["reply"]))
    return " ".join(sentences)


def standing(rows: Sequence[Row], as_of: date, lang: str) -> str:
    """Where the agencies written to stand: one in its own sentence, several by number."""
    return standing_of(rows[0], as_of, lang) if len(rows) == 1 else standing_of_all(rows, as_of, lang)


def standing_of_all(rows: Sequence[Row], as_of: date, lang: str) -> str:
    """How many of the agencies written to stand where."""
    number = Counter(case(row) for row in rows)
    parts = [t(f"letter.group.{name}", lang, n=texts.number(number[name], lang)) for name in ORDER if number.get(name)]
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
    form = "one" if len(rows) == 1 else "all"
    words = key if key in {"both", "inform"} else f"{key}_{form}"
    return t(f"letter.ask.{words}", lang, year=rows[0]["year"])


def notes(rows: Sequence[Row], ground: Ground, lang: str) -> list[str]:
    """What stands below the attachment: the day and version of the figures, how to read them, what they rest on."""
    source = ground.source
    said = [
        t("sample.banner", lang, government=ground.home.government) if ground.home.is_sample else None,
        t("letter.note.as_of", lang, day=texts.day(ground.as_of, lang), version=ground.version),
        t("letter.note.unknown", lang),
        t("letter.note.confirm", lang) if any(needs_confirmation(row) for row in rows) else None,
        t("letter.note.default", lang) if ground.is_default else None,
        t("letter.note.source", lang, source=", ".join(filter(None, [source["title"], source["publisher"]])))
        if source
        else None,
    ]
    return [line for line in said if line]
