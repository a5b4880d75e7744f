"""What one heading and the values below it say of the column, apart from the other columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.columns import evidence, personal, spoken, stages
from etl.columns.cells import text_of
from etl.columns.headings import Vocabulary, known
from etl.columns.plain import normalise
from etl.columns.stages import without_day
from etl.layout.types import Heading
from etl.workbook import Value

MOST = 0.5
TWO_FACTS = re.compile(
    r"(?:nama )?(?:inisiator|inovator|inventor|pengusul)(?: dan)? (?:nama |asal )?"
    r"(?:opd|skpd|perangkat daerah|instansi)"
)
LESSER = re.compile(r"\b(?:nilai|skor|kode|id|admin|akun|oleh|user|unit|inovator)\b")
PROVISIONAL = re.compile(r"\b(?:sementara|estimasi)\b")
BARE_NAME = {"nama", "name"}
RESULT = re.compile(
    r"(?:hasil|status|kelulusan|keputusan|ket|keterangan)(?: (?:seleksi|akhir|kelulusan|penilaian|lomba))*"
)
# Headings put together from known words; they count less than a heading that is known as a whole.
RULES = (
    (r"(?:judul|nama) (?:\w+ )*(?:inovasi|proposal|temuan|aplikasi|usulan|karya)\b.*", "innovations.name"),
    (r".*\b(?:opd|skpd|perangkat daerah|unit kerja|satuan kerja)\b.*", "submissions.agency"),
    (r"(?:tanggal|tgl) (?:\w+ )?(?:pengajuan|pendaftaran|penyerahan|daftar|usulan)\b.*", "submissions.submitted_on"),
    (r"(?:tanggal|tgl|waktu|tahun) (?:\w+ )?(?:penerapan|implementasi)\b.*", "innovations.started_on"),
    (r"(?:asal )?(?:kabupaten|kab|kota)\b.*\b(?:kota|provinsi)\b", "submissions.government"),
    (r"(?:nilai|skor) (?:akhir|total|rata rata)\b.*", "score"),
    (r"(?:keterangan|catatan)\b.*", "submissions.note"),
)  # fmt: skip
NOT_A_RULE = re.compile(
    r"\b(?:jumlah|total|banyaknya|link|file|tautan|dokumen|kategori|jenis|alamat|kode|pernah|status|kepala|email|"
    r"nip|nomor|no|target|finalis\w*|tahun lalu|logo|sk)\b"
)


@dataclass(frozen=True)
class Column:
    """A heading with an even sample of the values below it, without those that are missing; `rows` stand below it."""

    heading: Heading
    values: Sequence[Value]
    rows: int

    @property
    def wordings(self) -> list[str]:
        """What the heading may be known as: the joined text, its own cell, both without the joint, its group."""
        own, group = self.heading.own, self.heading.group
        texts = [self.heading.text, own, f"{group} {own}" if group else "", "" if own or not group else group]
        return list(dict.fromkeys(text for text in texts if text))


@dataclass(frozen=True)
class Claim:
    """What a column is taken for, how surely (`weight`), and by what. `settled`: known to be no column of ours."""

    column: str | None
    by: str = "heading"
    weight: float = 0
    personal: bool = False
    two_facts: bool = False
    settled: bool = False


def read_column(column: Column, purpose: str, vocabulary: Vocabulary, known_here: set[str]) -> Claim:
    """Read one column; `known_here` are the fields that any heading of the table may mean."""
    for place, wording in enumerate(column.wordings):
        claim = _by_heading(wording, column, purpose, vocabulary, known_here)
        if claim:
            return Claim(**{**vars(claim), "weight": claim.weight - place})
    return _by_rule(column, purpose) or _by_persons(column)


def _by_heading(
    wording: str, column: Column, purpose: str, vocabulary: Vocabulary, known_here: set[str]
) -> Claim | None:
    """The claim of a wording that is known as a whole; None where it is not."""
    plain = normalise(without_day(wording))
    stage = _stage(wording, column, purpose, vocabulary)
    entry = known().get(plain)
    fields = vocabulary.candidates(wording)
    if stage and not _known_better(fields, column):
        return stage
    if entry and entry.perhaps_personal:
        return _perhaps_personal(column, entry.personal, fields, purpose)
    if TWO_FACTS.fullmatch(plain) and purpose != spoken.AGENCIES:
        return Claim("scope" if purpose == spoken.COUNTS else "agency", weight=50, two_facts=True)
    if plain == "inisiator" or plain == "inisiator inovasi":
        persons = bool(column.values) and evidence.initiators(column.values) < MOST
        return Claim(None, by="value" if persons else "heading", personal=persons, settled=True)
    if purpose == spoken.SUBMISSIONS and RESULT.fullmatch(plain) and evidence.results(column.values) > MOST:
        return Claim("outcome", by="value", weight=45)
    if purpose == spoken.SUBMISSIONS and "stage" in fields and _names_stages(column, vocabulary):
        return Claim("stage", by="value", weight=45)
    if fields:
        return _by_field(plain, fields, column, purpose, known_here)
    return Claim(None, settled=True) if entry else None


def _names_stages(column: Column, vocabulary: Vocabulary) -> bool:
    return evidence.share(column.values, lambda value: vocabulary.stage_of(text_of(value)) is not None) > MOST


def _known_better(fields: Sequence[str], column: Column) -> bool:
    """Whether a heading that names a stage is something else: "Juara" above numbers holds ranks."""
    if "stage_results.rank" in fields:
        return evidence.ranks(column.values) >= MOST or not column.values
    return bool(fields) and not fields[0].startswith(("stage", "reported_counts."))


def _stage(wording: str, column: Column, purpose: str, vocabulary: Vocabulary) -> Claim | None:
    """The claim of a heading that names a stage of the edition (for counts: at least its kind)."""
    kind = spoken.STAGE_COLUMN.get(purpose)
    if kind is None:
        return None
    stage = vocabulary.stage_of(wording)
    plain = normalise(without_day(wording))
    weight = 50 - _lesser(plain) + 5 * (stage is not None and normalise(stage.name) == plain)
    if stage:
        return Claim(f"{kind}:{stage.stage_id}", weight=weight)
    kinds = stages.kinds_of(plain)
    if purpose == spoken.COUNTS and kinds and not vocabulary.stages:
        return Claim(f"{kind}:{'registered' if kinds[0] == 'submitted' else kinds[0]}", weight=weight)
    return None


def _perhaps_personal(column: Column, always: bool, fields: Sequence[str], purpose: str) -> Claim:
    """A heading that holds persons or addresses, always or in some registers ("Alamat")."""
    government = spoken.COLUMNS[purpose].get("submissions.government")
    if not always and government and "submissions.government" in fields and evidence.governments(column.values) > MOST:
        return Claim(government, by="value", weight=45)
    return Claim(None, personal=True)


def _by_field(plain: str, fields: Sequence[str], column: Column, purpose: str, known_here: set[str]) -> Claim:
    """The claim of the first field that the purpose has a column for and the values do not contradict."""
    names = spoken.COLUMNS[purpose]
    for place, field in enumerate(dict.fromkeys(fields)):
        if field not in names:
            continue
        claim = _checked(plain, field, names[field], column, known_here)
        if claim:
            return Claim(**{**vars(claim), "weight": 60 - place - _lesser(plain)})
    person = plain == "nama" and purpose in spoken.ENTRIES and bool(column.values)
    return Claim(None, personal=person, settled=True)


def _lesser(plain: str) -> int:
    """How much less a heading weighs than one that names its column alone."""
    return 5 * bool(LESSER.search(plain)) + 3 * bool(PROVISIONAL.search(plain))


def _checked(plain: str, field: str, name: str, column: Column, known_here: set[str]) -> Claim | None:
    """The claim of a field after a look at the values; None where they say that it is not that field."""
    values = column.values
    if field in ("innovations.type", "innovations.form"):
        return _type_or_form(name, values)
    if plain in BARE_NAME and field in ("agencies.name", "governments.name") and name != "name":
        return _bare_name(name, values)
    if name in ("agency", "government"):
        return _agency_or_government(name, values)
    if name == "note" and column.rows and not values:
        return None
    refused = {
        "innovations.name": lambda: evidence.numbers(values) > MOST or not _is_title(plain, known_here),
        "submissions.submission_id": lambda: plain == "id" and evidence.counting(values),
        "maturity step": lambda: name == "maturity_step" and plain == "tahap" and evidence.maturity(values) < MOST,
        "stage": lambda: evidence.maturity(values) > MOST,
        "maturity score": lambda: plain == "skor" and "maturity step" not in known_here,
    }.get(field)
    return None if refused and values and refused() else Claim(name)


def _bare_name(name: str, values: Sequence[Value]) -> Claim | None:
    """ "Nama" names an agency or a government only if its values look like one."""
    looks = evidence.governments(values) if name == "government" else evidence.agencies(values)
    return Claim(name) if looks > MOST else None


def _is_title(plain: str, known_here: set[str]) -> bool:
    """ "Nama" alone may be a person's: it is a title beside an agency and a type or form only."""
    return plain != "nama" or (
        "submissions.agency" in known_here and bool(known_here & {"innovations.type", "innovations.form"})
    )


def _type_or_form(name: str, values: Sequence[Value]) -> Claim | None:
    said = evidence.kind(values)
    if said is None:  # an unknown form may stand; an unknown type is another kind of kind (product, process)
        return None if name == "type" and values else Claim(name)
    return Claim(said, by="heading" if said == name else "value")


def _agency_or_government(name: str, values: Sequence[Value]) -> Claim:
    if name == "agency" and evidence.governments(values) > MOST:
        return Claim("government", by="value")
    if name == "government" and evidence.agencies(values) > MOST:
        return Claim("agency", by="value")
    return Claim(name)


def _by_rule(column: Column, purpose: str) -> Claim | None:
    """The claim of a heading that is put together from known words."""
    for wording in column.wordings:
        plain = normalise(without_day(wording))
        if NOT_A_RULE.search(plain) or personal.is_personal_heading(plain):
            continue
        field = next((field for words, field in RULES if re.fullmatch(words, plain)), None)
        name = spoken.COLUMNS[purpose].get(field) if field else None
        if field and name:
            claim = _checked(plain, field, name, column, set())
            return Claim(**{**vars(claim), "weight": 40}) if claim else None
    return None


def _by_persons(column: Column) -> Claim:
    announced = any(personal.is_personal_heading(normalise(wording)) for wording in column.wordings)
    if announced or personal.holds_persons(column.values):
        return Claim(None, by="heading" if announced else "value", personal=True)
    return Claim(None)
