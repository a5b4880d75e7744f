"""Lists of agencies: known names change nothing, new names make agencies, near names are questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from etl import names
from etl.columns.dates import read_day
from etl.context import AgencyRow
from etl.dry_run import Row, Suggestion
from etl.registers import agency_names, tidy
from etl.registers.identity import new_key, slug
from etl.registers.plan import Plan
from etl.registers.record import Record
from etl.registers.work import Work

NEAR = 88
SHORTEST_PARENT = 4  # letters of a code that others may begin with
NOT_ONE = re.compile(
    r"(?:wakil )?(?:bupati|wali ?kota|gubernur)\b|(?:seluruh|semua|para|asisten|staf ahli)\b|(?:test|tes|coba|admin)$",
    re.IGNORECASE,
)
# First words of a name -> kind; longest first. What begins otherwise is "other".
KINDS = (
    ("rumah sakit", "rsud"), ("rsud", "rsud"), ("satuan polisi pamong praja", "satpol"), ("satpol", "satpol"),
    ("kantor satuan polisi", "satpol"), ("dinas", "dinas"), ("badan", "badan"), ("sekretariat", "sekretariat"),
    ("inspektorat", "inspektorat"), ("kecamatan", "kecamatan"), ("kelurahan", "kelurahan"), ("desa", "desa"),
    ("puskesmas", "puskesmas"), ("uptd", "upt"), ("upt", "upt"), ("uptb", "upt"), ("unit pelaksana teknis", "upt"),
    ("sekolah", "sekolah"), ("sd", "sekolah"), ("sdn", "sekolah"), ("smp", "sekolah"), ("smpn", "sekolah"),
    ("sma", "sekolah"), ("smk", "sekolah"), ("tk", "sekolah"), ("paud", "sekolah"), ("pdam", "bumd"), ("pd", "bumd"),
    ("perumda", "bumd"), ("perusahaan", "bumd"), ("bumd", "bumd"), ("bpr", "bumd"),
)  # fmt: skip


@dataclass
class AgencyList:
    """One list being read: the agencies it makes, by plain name and parent, and the codes it gives."""

    work: Work
    government_id: str
    codes: frozenset[str]
    made: dict[tuple[str, str], Record] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    known: Mapping[str, AgencyRow] = field(default_factory=dict)
    units: list[tuple[str, str]] = field(default_factory=list)
    posts: int = 0


def read(work: Work, plan: Plan) -> None:
    """Read a list of agencies into the dry run."""
    government_id = work.given.government_id or ""
    records = plan.records(work.given.fill_down)
    codes = frozenset(code for record in records if (code := record.text("code")))
    known = {agency.agency_id: agency for agency in work.context.agencies(government_id)}
    state = AgencyList(work, government_id, codes, ids=set(known), known=known)
    for record in records:
        if plan.tidy and record.text("agency_id"):
            tidy.read_record(work, record, "agencies")
        else:
            _read(state, record)
    if state.units:
        code, parent = state.units[0]
        work.note("units_by_code", n=str(len(state.units)), code=code, parent=parent)
    if state.posts and state.posts == len(records) - len(work.held) and not work.dry.tables.get("agencies"):
        work.posts_only = True


def _read(state: AgencyList, record: Record) -> None:
    work = state.work
    if record.error("name"):
        work.hold(record, "name", "bad_value", "error_value")
        return
    written = record.text("name")
    if not written:
        work.hold(record, "name", "missing", "agency")
        return
    name = " ".join(written.replace("_", " ").split())
    said = agency_names.answered(work, written)
    if said:
        work.load(record)
    elif said is None and not _new(state, record, name):
        return
    else:
        _make(state, record, name)


def _new(state: AgencyList, record: Record, name: str) -> bool:
    """Whether a name is no agency's yet; known and near names, posts, other governments' agencies are dealt with."""
    work, own = state.work, state.government_id
    if agency_names.POST.match(name) or _of_setda(name):
        state.posts += 1
        return _asked(state, record, "post", agency_names.behind_post(work, own, name, work.given.year))
    if NOT_ONE.match(name):
        return _asked(state, record, "not_an_agency", ())
    found = work.context.resolve(own, name, None)
    if found.agency_id:
        work.load(record)
        return False
    other = agency_names.other_government(work, own, name)
    if other:
        work.hold(record, "name", "other_government", "agency", other=other)
        return False
    if found.step == "ambiguous":
        return _another_unit(state, record, found.others)
    near = [agency_id for agency_id in found.others if _near(state, name, state.known[agency_id].name)]
    if near:
        return _asked(state, record, "spelling", agency_names.offered(work, own, near, "near"))
    return True


def _of_setda(name: str) -> bool:
    """ "Setda Asisten Administrasi Umum": a post of the secretariat."""
    words = names.words_of(name)
    return len(words) > 1 and words[0] in ("setda", "sekretariat") and "asisten" in words[1:3]


def _asked(state: AgencyList, record: Record, detail: str, offered: tuple[Suggestion, ...]) -> bool:
    state.work.question(record, "name", "unknown_agency", detail, offered)
    state.work.load(record)
    return False


def _another_unit(state: AgencyList, record: Record, others: Sequence[str]) -> bool:
    """Several on record bear the name: the one with this code is meant, else a person says which."""
    if any(state.known[other].code == record.text("code") for other in others if record.text("code")):
        state.work.load(record)
        return False
    offered = agency_names.offered(state.work, state.government_id, others, "same_name")
    state.work.question(record, "name", "ambiguous_agency", None, offered)
    state.work.load(record)
    return False


def _near(state: AgencyList, name: str, other: str) -> bool:
    own = state.work.context.governments[state.government_id].name
    ours, theirs = names.normalise(name, own), names.normalise(other, own)
    return fuzz.token_sort_ratio(ours, theirs) >= NEAR or _is_part(ours.split(), theirs.split())


def _is_part(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the longer name begins with the shorter one and names the same kind of agency."""
    short, long = sorted((ours, theirs), key=len)
    return len(short) > 1 and list(long[: len(short)]) == list(short)


def _make(state: AgencyList, record: Record, name: str) -> None:
    """A new agency; the same name again is the same agency unless its code lies below another parent's."""
    work, code = state.work, record.text("code")
    parent = _parent_code(code, state.codes)
    plain = names.normalise(name, work.context.governments[state.government_id].name)
    first = state.made.get((plain, parent))
    if first is not None:
        told = {"other": first.cell("name"), "code": code or "-"}
        work.question(record, "name", "possible_duplicate", "agency", (), **told)
        work.load(record)
        return
    state.made[plain, parent] = record
    if parent and code:
        state.units.append((code, parent))
    row = _row(state, record, name, code)
    work.load(record)
    work.write("agencies", row, record)


def _row(state: AgencyList, record: Record, name: str, code: str | None) -> Row:
    agency_id = new_key((state.government_id, slug(name)), f"{name} {code or ''}", state.ids.__contains__)
    state.ids.add(agency_id)
    return {
        "agency_id": agency_id,
        "government_id": state.government_id,
        "code": code,
        "name": name,
        "short_name": record.text("short_name"),
        "kind": _given_kind(record) or kind_of(name),
        "parent_id": _named_parent(state, record),
        "valid_from": read_day(record.value("valid_from")).value,
        "valid_to": read_day(record.value("valid_to")).value,
        "aliases": record.text("aliases"),
        "source_id": state.work.source_id,
        "note": record.text("note"),
    }


def _given_kind(record: Record) -> str | None:
    text = record.text("kind")
    return tidy.word("agencies", "kind", text) if text else None


def _named_parent(state: AgencyList, record: Record) -> str | None:
    """The parent that the list names, where that is one agency of the register; else it is asked about."""
    text = record.text("parent") or record.text("parent_id")
    if not text:
        return None
    if text in state.ids:
        return text
    found = state.work.context.resolve(state.government_id, text, None)
    if found.agency_id is None:
        offered = agency_names.offered(state.work, state.government_id, found.others, "near")
        column = "parent" if record.has("parent") else "parent_id"
        state.work.question(record, column, "unknown_agency", "parent", offered)
    return found.agency_id


def _parent_code(code: str | None, codes: frozenset[str]) -> str:
    """The longest other code that this one begins with, "" where there is none."""
    if not code:
        return ""
    return next((code[:n] for n in range(len(code) - 1, SHORTEST_PARENT - 1, -1) if code[:n] in codes), "")


def kind_of(name: str) -> str:
    """The kind that the first words of a name tell, abbreviations spelled out.

    >>> kind_of("Disdukcapil"), kind_of("PDAM Kota Denpasar"), kind_of("Forum Kota Sehat")
    ('dinas', 'bumd', 'other')
    """
    words = f"{names.normalise(name, '')} "
    return next((kind for first, kind in KINDS if words.startswith(f"{first} ")), "other")
