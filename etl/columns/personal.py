"""Personal data: which headings announce it, which values give it away, and how it is taken out of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from etl import names
from etl.columns.cells import text_of
from etl.workbook import Value

REMOVED = "[…]"
STAFF_NUMBER = r"(?<![\d.])(?:19|20)\d{6}[ .]?(?:19|20)\d{4}[ .]?[12][ .]?\d{3}(?![\d./])"
MARKED_STAFF_NUMBER = r"\bN\.?I\.?P\b\.?[\s:]*\d[\d .]{6,}\d"
# A code of a province comes first, then the day of birth (plus 40 for women).
PROVINCE = r"(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])"
BIRTHDAY = r"(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{2}"
IDENTITY_NUMBER = rf"(?<![\d.]){PROVINCE}\d{{4}}{BIRTHDAY}\d{{4}}(?![\d./])"
MARKED_IDENTITY_NUMBER = r"\b(?:NIK|KTP)\b\.?[\s:]*\d[\d .]{6,}\d"
PHONE = r"(?<![\d./+-])(?:\+?62[ -]?|0)8\d{1,2}(?:[ .-]?\d{3,4}){2,3}(?![\d/])"
MARKED_PHONE = r"\b(?:telp|telepon|tlp|hp|no\.? ?hp|wa|whatsapp|fax|faks)\b[.:/ ]*[+(]?\d[\d ()./-]{5,}\d"
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
PATTERNS = {
    "mail": re.compile(MAIL),
    "staff_number": re.compile(f"{MARKED_STAFF_NUMBER}|{STAFF_NUMBER}", re.IGNORECASE),
    "identity_number": re.compile(f"{MARKED_IDENTITY_NUMBER}|{IDENTITY_NUMBER}", re.IGNORECASE),
    "phone": re.compile(f"{MARKED_PHONE}|{PHONE}", re.IGNORECASE),
}
PHONE_AS_NUMBER = re.compile(r"(?:62)?8\d{8,11}")  # Excel took the leading zero
ACADEMIC_TITLE = re.compile(
    r"^(?:(?:Prof|Dr|Drs|Dra|Ir|H|Hj|dr|drg)\.\s)+\S|,\s*(?:S|M|A\.?Md|Sp)\.\s?[A-Z]|,\s*(?:SE|SH|ST|SKM|MM|MT|MH|MSi)\b"
)

ALWAYS = re.compile(
    r"\b(?:nip|nik|nrp|npwp|ktp|hp|telp|tlp|telpon|telepon|phone|whatsapp|whatsap|wa|e mail|email|surel|rekening|"
    r"tempat lahir|tanggal lahir|tgl lahir|jenis kelamin|koordinat|latitude|longitude|lintang|bujur|kontak|contact|"
    r"narahubung|user|username|foto|tanda tangan|ttd)\b"
)
PERSONS = (
    r"inovator|inventor|penemu|inisiator|pencipta|ketua|anggota|peneliti|pegawai|pejabat|kepala|pimpinan|"
    r"penanggung jawab|pic|operator|pendamping|mentor|fasilitator|pemangku|penginput|lengkap"
)
NAMED = re.compile(rf"\bnama (?:lengkap )?(?:{PERSONS})\b")
PERSON = re.compile(
    r"\bnama (?:peserta|pengusul|tim)\b|\b(?:inovator|inventor|penemu|pencipta|penanggung jawab|pic)\b|"
    r"^(?:ketua|anggota|ketua tim|anggota tim|nama tim|mentor|fasilitator|penginput)(?: \d+)?$"
)
ADDRESS = re.compile(r"\balamat\b")
AGENCY_WORDS = re.compile(r"\b(?:opd|skpd|perangkat daerah|instansi|unit kerja|uptd|upt|inovasi|proposal|kegiatan)\b")
AGENCY = re.compile(
    r"^(?:dinas|badan|sekretariat|inspektorat|kecamatan|kelurahan|kel\.|kec\.|desa|rsud|rs|rumah sakit|puskesmas|"
    r"pkm|uptd?|uobk|blud|satpol|satuan|bagian|kantor|perumda|pdam|pt|perusahaan|smp|sma|smk|sd|sdn|smpn|tk|paud|balai|bidang)\b",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?:\n|;|\||\s/\s|\s[-–]\s|\s&\s|[()]|,\s)\s*")


def is_personal_heading(text: str) -> bool:
    """Whether a heading (as normalised by headings.normalise) announces persons, their contacts or their numbers.

    Headings listed in headings.csv are decided there; this is the rule for the others."""
    if ALWAYS.search(text) or ADDRESS.search(text) or NAMED.search(text):
        return True
    return PERSON.search(text) is not None and AGENCY_WORDS.search(text) is None


def scrub(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without staff and identity numbers, phone numbers and mail addresses, and the kinds that were found.

    >>> scrub("Budi 0812-3456-7890")
    ('Budi […]', ('phone',))
    >>> scrub("Nomor 188.45/2981/BKPP/2016")
    ('Nomor 188.45/2981/BKPP/2016', ())
    """
    found = []
    for kind, pattern in PATTERNS.items():
        cleaned = pattern.sub(REMOVED, text)
        if cleaned != text:
            text = cleaned
            found.append(kind)
    return text, tuple(found)


def holds_contacts(values: Sequence[Value]) -> bool:
    """Whether most of a column's values (those that are there) look like staff or identity numbers, phones or mail."""
    return _most(values, _is_contact)


def holds_persons(values: Sequence[Value]) -> bool:
    """Whether most values of a column are names with an academic title ("Budi, S.Sos")."""
    return _most(values, lambda text: ACADEMIC_TITLE.search(text) is not None)


def _most(values: Sequence[Value], holds: Callable[[str], bool]) -> bool:
    texts = [text_of(value) for value in values]
    return bool(texts) and sum(map(holds, texts)) > len(texts) / 2


def _is_contact(text: str) -> bool:
    """Whether personal numbers or an address make up at least half of the text."""
    cleaned, found = scrub(text)
    if PHONE_AS_NUMBER.fullmatch(text):
        return True
    return bool(found) and len(cleaned.replace(REMOVED, "").strip()) <= len(text) / 2


def is_agency(text: str) -> bool:
    """Whether a text begins as agencies and their units do ("Dinas …", "Puskesmas …", "Disdukcapil")."""
    plain = " ".join(text.split())
    if AGENCY.match(plain):
        return True
    words = re.sub(r"[\W_]+", " ", plain.lower()).split()
    return any("".join(words[:size]) in names.abbreviations() for size in range(1, min(4, len(words) + 1)))


def agency_part(text: str) -> str | None:
    """The agency of a cell that names a person and an agency ("Inisiator & OPD"); None where none shows.

    >>> agency_part("Budi Santoso / Dinas Kesehatan")
    'Dinas Kesehatan'
    """
    if is_agency(text):
        return PARTS.split(text.strip())[0] or None
    return next((part for part in PARTS.split(text) if part and is_agency(part)), None)
