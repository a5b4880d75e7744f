"""The words by which rows that are no data give themselves away."""

from __future__ import annotations

import re

_MONTH = (
    "jan|feb|peb|mar|apr|mei|may|jun|jul|agu|agt|aug|ags|sep|okt|oct|nov|nop|des|dec"  # the rest of the word may follow
)
_OF_WHAT = (
    r"keseluruhan|seluruh(?:nya)?|semua(?:nya)?|total|jumlah|umum|akhir|besar|nilai|skor|bobot|rata|inovasi|proposal|"
    r"usulan|peserta|judul|opd|skpd|perangkat|daerah|kabupaten|kab|kota|provinsi|kategori|kelompok|bagian|halaman|ini|"
    r"tahun|data|hasil|overall|all|[ivx]+|[a-z]|\d+"
)
_FIRST_TOTAL_WORD = r"(?:(?:grand|sub)[\s-]*)?(?:jumlah|jml|total|rata\s*-?\s*rata|rerata|average)"
_TOTAL = re.compile(
    rf"{_FIRST_TOTAL_WORD}(?:[\s./()-]+(?:{_OF_WHAT}))*[\s.)]*(?:[:=]\s*[\d.,]*.{{0,20}})?", re.IGNORECASE
)
_TOTAL_BEGINS = re.compile(rf"{_FIRST_TOTAL_WORD}\b", re.IGNORECASE)
_AVERAGE = re.compile(r"rata|rerata|average", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:keterangan|catatan|ket|note|notes|remarks?)(?:\s+\w+)?\s*[.:]+|(?:sumber|source)(?:\s+\w+)?\s*:|"
    r"(?:keterangan|catatan|note|notes)\s*$|\*+\s*\)?\s*\S|\*+\)|\(.*\)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_NOTE_LABEL = re.compile(r"(?:keterangan|catatan|ket|notes?|sumber|source)\s*[.:]*", re.IGNORECASE)
_LEGEND = re.compile(r"\S{1,12}(?:\s\S{1,12})?\s*=\s*\S")
_PAGE = re.compile(
    r"(?:-\s*)?(?:(?:halaman|hal|page|hlm)\b[\s.:]*)?\d{1,4}(?:\s*(?:dari|of|/)\s*\d{1,4})?\s*(?:-)?", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\(?(?:cap\s*/?\s*)?(?:ttd|t\.t\.d|dto|d\.t\.o|tanda\s*tangan)\b.{0,40}|nip\b[\s.:]*[\d\sx.]*|"
    r"(?:mengetahui|menyetujui|mengesahkan)[\s,:]*|(?:ditetapkan|dikeluarkan|disahkan)\s+(?:di|pada)\b.{0,60}|"
    rf"[^\d,]{{2,40}},\s*(?:tanggal\s*)?(?:\d{{1,2}}|[.…_\s]*)\s*(?:{_MONTH})\w*\s*(?:\d{{4}}|[.…_\d]*)",
    re.IGNORECASE | re.DOTALL,
)
_POST = re.compile(
    r"(?:plt|plh|pj|pjs|a\.?n|u\.?b)\b|(?:kepala|bupati|wali\s*kota|gubernur|wakil|sekretaris|ketua|camat|direktur|"
    r"asisten|inspektur|pejabat|pembina|penata|tim\s+(?:penilai|juri|verifikasi))\b",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(r"(?:[A-Z]|[IVXLC]+)\s*[.)]\s*\S")
_LETTER = re.compile(r"(?:[A-Z]|[IVXLC]+)\s*[.)]?")
_SECTION_WORD = re.compile(
    r"(?:kategori|kelompok|klaster|bidang|pemenang|juara|dinas|badan|bagian|kecamatan|kelurahan|puskesmas|rsud|upt|uptd|"
    r"sekretariat|inspektorat|satuan|biro|kabupaten|kota|provinsi)\b",
    re.IGNORECASE,
)
SELDOM_CUT = 25  # characters
_EXAMPLE_WORDS = ("CONTOH", "EXAMPLE")  # in capitals only: "Contoh" may be the name of a place
_EXAMPLE = re.compile(
    r"contoh\s*[–—-]\s*baris ini diabaikan\.?|example\s*[–—-]\s*this row is ignored\.?", re.IGNORECASE
)
_SUSPECT = re.compile(
    r"[*(=-]|jumlah|jml|total|sub|grand|rata|rerata|average|ket|catatan|note|sumber|source|hal|hlm|page|contoh|example|"
    r"ttd|t\.t|dto|d\.t|tanda|cap|nip|menge|menye|ditetap|dikeluar|disah",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:[,&/(-]|\b(?:dan|untuk|yang|di|ke|dari|dengan|dalam|pada|atau|serta|melalui|sebagai))$")


def is_total(text: str) -> bool:
    """ "Jumlah", "SUB TOTAL", "Rata-rata", "Total keseluruhan": nothing but words of totals."""
    return _TOTAL.fullmatch(text) is not None


def begins_like_a_total(text: str) -> bool:
    """ "Jumlah Dinas Kesehatan", but also the title "Total Football": the rest of the row decides."""
    return _TOTAL_BEGINS.match(text) is not None


def is_average(text: str) -> bool:
    """A row of totals whose figures are averages."""
    return _AVERAGE.match(text) is not None


def is_note(text: str) -> bool:
    """ "Keterangan: …", "Catatan", "Sumber: …", "*) …", "(…)"."""
    return _NOTE.match(text) is not None


def labels_a_note(text: str) -> bool:
    """ "Keterangan :" alone in its cell, the note in the next one."""
    return _NOTE_LABEL.fullmatch(text) is not None


def is_legend(text: str) -> bool:
    """The key of a code: "TMS = tidak memenuhi syarat"."""
    return _LEGEND.match(text) is not None


def is_page(text: str) -> bool:
    """ "3", "- 3 -", "Halaman 3 dari 5"."""
    return _PAGE.fullmatch(text) is not None


def is_signed(text: str) -> bool:
    """Place and date, "Mengetahui,", "ttd", "dto" or a staff number: words that stand in signatures only."""
    return len(text) <= 80 and _SIGNED.fullmatch(text) is not None


def is_post(text: str) -> bool:
    """A post. Agencies and entries may begin with one too: only near the words of `is_signed` it signs."""
    return _POST.match(text) is not None


def is_enumerated(text: str) -> bool:
    """ "A. PEMENANG UTAMA", "II) Umum"."""
    return _ENUMERATED.match(text) is not None


def is_letter(text: str) -> bool:
    """ "A", "B.", "IV": the mark of a section in the column of running numbers."""
    return _LETTER.fullmatch(text) is not None


def names_a_section(text: str) -> bool:
    """Whether the text reads like the heading of a section: enumerated, in capitals, or a group or agency."""
    return is_enumerated(text) or text.isupper() or _SECTION_WORD.match(text) is not None


def is_example(text: str) -> bool:
    """The exact marker of an example row: "CONTOH", "CONTOH – baris ini diabaikan" or in English."""
    return text in _EXAMPLE_WORDS or _EXAMPLE.fullmatch(text) is not None


def is_suspect(text: str) -> bool:
    """Whether a first cell needs a closer look before its row is taken for data."""
    return _SUSPECT.match(text) is not None


def is_cut(before: str, rest: str) -> bool:
    """Whether `rest` reads as the second half of `before`: small letter, closing mark, open quote, open end.

    A small letter tells nothing behind a short text, which is seldom cut: there are titles in small letters."""
    if rest[0] in "”’»)],;." or (rest[0].islower() and len(before) >= SELDOM_CUT):
        return True
    return _OPEN_END.search(before) is not None or any(
        before.count(opening) > before.count(closing) for opening, closing in ("“”", "()", "‘’")
    )
