"""Agencies as entries name them: whose they are in the year of the edition, and what a person is asked about them.

A name is resolved by etl.names alone. What it does not know loads as written and is asked about once per name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl import names
from etl.columns.cells import is_missing
from etl.columns.personal import agency_part
from etl.context import AgencyRow
from etl.dry_run import Issue, Suggestion
from etl.registers.record import Grid, Record
from etl.registers.work import Work

CODE = re.compile(r"\d[\d.\-/ ]*")
LOG_IN = re.compile(r"[a-z0-9_-]+(?:[.@][a-z0-9_-]+)+")
POST = re.compile(
    r"(?:plt\.?\s+|plh\.?\s+)?(?:kepala|sekretaris|inspektur|direktur|camat|lurah|asisten|staf ahli|ketua|pimpinan)\b",
    re.IGNORECASE,
)
MOSTLY = 0.8


@dataclass(frozen=True)
class Named:
    """The agency of a row: as it is to be stored, and the agency it stands for, if that is sure."""

    text: str | None
    agency_id: str | None = None


@dataclass
class Asked:
    """A name that a person has to say something of: where it stood first, and in how many rows."""

    record: Record
    code: str
    detail: str | None
    suggestions: tuple[Suggestion, ...]
    rows: int = 0


@dataclass
class AgencyNames:
    """Reads the agency column of one table, each distinct name once."""

    work: Work
    coded: bool = False
    mixed: bool = False
    codes: dict[str, dict[str, AgencyRow]] = field(default_factory=dict)
    answers: dict[tuple[str, str, int | None], Named | Asked | str] = field(default_factory=dict)

    def read(self, record: Record, government_id: str | None, year: int | None) -> Named | None:
        """The agency of a row; None where the row was held back, for its agency is another government's."""
        text = record.text("agency")
        if record.error("agency"):
            self.work.question(record, "agency", "unknown_agency", "error_value")
        if text and self.mixed:
            text = agency_part(text)
        if not text or not government_id:
            return Named(text)
        if self.coded and CODE.fullmatch(text):
            return self._by_code(record, government_id, text)
        key = (government_id, text, year)
        if key not in self.answers:
            self.answers[key] = self._answer(record, *key)
        return self._given_out(record, text, self.answers[key])

    def tell(self) -> None:
        """List the questions, one per name, with the number of rows that bear it."""
        for asked in self.answers.values():
            if isinstance(asked, Asked):
                told = {"n": str(asked.rows)}
                self.work.question(asked.record, "agency", asked.code, asked.detail, asked.suggestions, **told)

    def _given_out(self, record: Record, text: str, answer: Named | Asked | str) -> Named | None:
        if isinstance(answer, str):
            self.work.hold(record, "agency", "other_government", "agency", other=answer)
            return None
        if isinstance(answer, Asked):
            answer.rows += 1
            return Named(text)
        return answer

    def _by_code(self, record: Record, government_id: str, code: str) -> Named:
        """A code stands for the agency that bears it in the register, for nobody else."""
        if government_id not in self.codes:
            self.codes[government_id] = {a.code: a for a in self.work.context.agencies(government_id) if a.code}
        found = self.codes[government_id].get(code)
        return Named(found.name, found.agency_id) if found else Named(None)

    def _answer(self, record: Record, government_id: str, text: str, year: int | None) -> Named | Asked | str:
        """The agency of a name, the question to ask, or the other government whose agency it is."""
        said = answered(self.work, text)
        if said is not None:
            return Named(text, said or None)
        context = self.work.context
        if LOG_IN.fullmatch(text):
            return Asked(record, "unknown_agency", "login", self._behind_login(government_id, text, year))
        found = context.resolve(government_id, text, year)
        if found.agency_id:
            return Named(text, found.agency_id)
        if found.step in ("ended", "ambiguous"):
            why = "successor" if found.step == "ended" else "same_name"
            return Asked(record, f"{found.step}_agency", None, self.offered(government_id, found.others, why))
        other = other_government(self.work, government_id, text)
        if other:
            return other
        if POST.match(text):
            return Asked(record, "unknown_agency", "post", behind_post(self.work, government_id, text, year))
        return Asked(record, "unknown_agency", None, self.offered(government_id, found.others, "near"))

    def offered(self, government_id: str, agency_ids: Sequence[str], why: str) -> tuple[Suggestion, ...]:
        """Agencies as suggestions, with their names."""
        return offered(self.work, government_id, agency_ids, why)

    def _behind_login(self, government_id: str, text: str, year: int | None) -> tuple[Suggestion, ...]:
        """The agencies that parts of a log-in name stand for; never taken without a person."""
        found: list[str] = []
        for part in re.split(r"[._@-]", text):
            match = self.work.context.resolve(government_id, part, year)
            found += [match.agency_id] if match.agency_id else []
        return self.offered(government_id, list(dict.fromkeys(found)), "login")


def other_government(work: Work, government_id: str, text: str) -> str | None:
    """The other government whose agency a name is ("DisKominfo Kota Serang"), abbreviations spelled out; else None."""
    context = work.context
    own = context.governments[government_id].name if government_id in context.governments else ""
    spelled = names.normalise(text, own)
    return context.other_government(government_id, text) or context.other_government(government_id, spelled)


def answered(work: Work, text: str) -> str | None:
    """What the person said of a name: an agency_id, "" for none of the register, None where nothing was said."""
    said = work.given.agencies.get(text)
    if said is None:
        plain = " ".join(text.split()).lower()
        said = next((v for k, v in work.given.agencies.items() if " ".join(k.split()).lower() == plain), None)
    if said is not None:
        work.answers_used.add(text)
    return said


def offered(work: Work, government_id: str, agency_ids: Sequence[str], why: str) -> tuple[Suggestion, ...]:
    """Agencies as suggestions, with their names."""
    return tuple(Suggestion(key, work.name_of_agency(government_id, key), why) for key in agency_ids)


def behind_post(work: Work, government_id: str, text: str, year: int | None) -> tuple[Suggestion, ...]:
    """The agency that a post leads ("Kepala Dinas Kesehatan"): a suggestion, a post is no agency."""
    rest = POST.sub("", text).strip()
    rest = re.sub(r"^pada\s+", "", rest, flags=re.IGNORECASE)
    tries = (rest, f"Sekretariat {rest}", f"Kecamatan {rest}", f"Kelurahan {rest}")
    found = [work.context.resolve(government_id, name, year) for name in tries if rest]
    sure = [match.agency_id for match in found if match.agency_id]
    near = [agency_id for match in found[:1] for agency_id in match.others]
    return offered(work, government_id, list(dict.fromkeys([*sure[:1], *near]))[: names.SUGGESTIONS], "post")


def holds_codes(values: Sequence[str]) -> bool:
    """Whether an agency column holds codes only."""
    distinct = {value for value in values if not is_missing(value)}
    return bool(distinct) and sum(bool(CODE.fullmatch(v)) for v in distinct) >= MOSTLY * len(distinct)


def of_table(work: Work, records: Sequence[Record], mixed: bool) -> AgencyNames:
    """The reader of a table's agency column. Where it holds codes that no agency is on record with, a code list is
    asked for, once."""
    made = AgencyNames(work, mixed=mixed)
    if not records or not records[0].has("agency"):
        return made
    written = [record.text("agency") or "" for record in records]
    made.coded = holds_codes(written)
    known = {agency.code for agency in work.context.agencies(work.given.government_id or "")}
    missing = [code for code in dict.fromkeys(written) if code and code not in known]
    if made.coded and missing:
        _ask_for_codes(work, records[0].grid, missing)
    return made


def _ask_for_codes(work: Work, grid: Grid, missing: Sequence[str]) -> None:
    """One question on the heading: codes need the list that says whose they are."""
    column = grid.headings.get(grid.columns["agency"], "")
    told = {"column": column, "codes": ", ".join(missing[:5]), "n": str(len(missing))}
    cell = grid.heading_cell("agency")
    work.dry.questions.append(Issue(grid.sheet, grid.header_row, cell, "unknown_agency", column, "codes_only", told))
