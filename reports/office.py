"""Who writes and who is written to: the government's office, its leader, the heads of its agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass

import metrics
from metrics import Scope, Warehouse
from reports.plain import plain
from reports.requests import Refused
from texts import has, t


@dataclass(frozen=True)
class Office:
    """The office of a regional secretary as its papers name it. What the settings do not say is a dotted line."""

    government: str
    leader: str
    letterhead: tuple[str, str, str]
    town: str
    coordinator: str | None
    contact_office: str
    is_sample: bool


def office(government: str, warehouse: Warehouse, lang: str) -> Office:
    """The office of a regency, city or province, from its settings: letterhead (lines parted by a middle dot or a line
    break: government, office, address), address, town, coordinating_office, contact_office.

    Raises UnknownName for a government that does not exist, Refused for one that is no region."""
    scope = Scope(government=government)
    metrics.check_names(scope, warehouse)
    row = metrics.records(metrics.listing("governments", scope, warehouse))[0]
    if not has(f"letter.leader.{row['level']}", lang):
        raise Refused("no_region", government=row["name"])
    listed = metrics.records(metrics.listing("settings", scope, warehouse))
    given = {setting["key"]: setting["value"] for setting in listed if setting["value"]}
    coordinator = given.get("coordinating_office")
    return Office(
        government=row["name"],
        leader=t(f"letter.leader.{row['level']}", lang, place=_rest(row["name"], f"level.{row['level']}")),
        letterhead=_letterhead(row["name"], given, lang),
        town=plain(given.get("town")) or t("letter.blank_short", lang),
        coordinator=plain(coordinator) or None,
        contact_office=plain(given.get("contact_office") or coordinator) or t("letter.blank", lang),
        is_sample=bool(row["is_sample"]),
    )


def _letterhead(name: str, given: dict[str, str], lang: str) -> tuple[str, str, str]:
    lines = [plain(line) for line in re.split(r"[·|\n]", given.get("letterhead", "")) if line.strip()]
    usual = [t("letter.government", lang, government=name), t("letter.office", lang)]
    government, secretariat = (lines[:2] + usual[len(lines[:2]) :])[:2]
    address = plain(given.get("address")) or ", ".join(lines[2:]) or t("letter.address_blank", lang)
    return government.upper(), secretariat.upper(), address


def head_of(name: str, kind: str, lang: str) -> str:
    """The post that a letter to an agency is addressed to: Kepala Dinas Sosial, Camat Hulu, Inspektur Daerah."""
    rest = _rest(name, f"agency_kind.{kind}")
    if rest != name and has(f"letter.post.{kind}", lang):
        return t(f"letter.post.{kind}", lang, rest=rest).strip()
    key = f"letter.head.{kind}"
    return t(key if has(key, lang) else "letter.head.other", lang, name=name)


def _rest(name: str, word_key: str) -> str:
    """A name without the word for its kind in front: "Kabupaten Bangka" -> "Bangka". The names are Indonesian in every
    language of the screen."""
    words = name.split()
    return " ".join(words[1:]) if words and words[0].casefold() == t(word_key, "id").casefold() else name
