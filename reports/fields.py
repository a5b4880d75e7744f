"""The fields that a template may hold: their names as they stand in the document, whether they must, what fills them.

The names are Indonesian, since whoever edits the template in a word processor reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A field of a template. `parts` are the names within one row of a list, each of them required with it; a list
    without parts holds lines of text. `per_letter` fields differ between the letters of one file."""

    name: str
    means: str
    required: bool = True
    is_list: bool = False
    parts: tuple[str, ...] = ()
    per_letter: bool = False


@dataclass(frozen=True)
class Form:
    """The fields of one kind of paper."""

    name: str
    fields: tuple[Field, ...]

    @property
    def by_name(self) -> dict[str, Field]:
        """The fields by their names."""
        return {field.name: field for field in self.fields}


_LETTERHEAD = (
    Field("kop_pemerintah", "the government in capitals, for the letterhead", required=False),
    Field("kop_kantor", "the office in capitals, for the letterhead", required=False),
    Field("kop_alamat", "the address, for the letterhead", required=False),
    Field("pemerintah", "the government's name", required=False),
)
_ROW = ("no", "perangkat_daerah", "target", "realisasi", "status", "terakhir", "keterangan")

LETTER = Form(
    "letter",
    (
        *_LETTERHEAD,
        Field("tempat", "the town the letter is written in (setting `town`), or a dotted line", required=False),
        Field("tanggal", "the date of the letter, or a dotted line"),
        Field("nomor", "a dotted line: the number is given by whoever signs", required=False),
        Field("sifat", "how urgent the letter is", required=False),
        Field("jumlah_lampiran", "how many attachments", required=False),
        Field("hal", "the subject: a reminder, a request to confirm, or both", per_letter=True),
        Field("kepada", "the posts written to, one line each", is_list=True, per_letter=True),
        Field("dasar", "the policy of the year and the orders of the editions that count"),
        Field("tahun", "the year the letter speaks of"),
        Field("kewajiban", "the duty, with the minimum of the policy"),
        Field("keadaan", "where the agency stands, or how many of the agencies stand where", per_letter=True),
        Field("permintaan", "what is asked: to hand in, or first to confirm", per_letter=True),
        Field("kantor", "the office to answer to (setting `contact_office`), or a dotted line"),
        Field("pendampingan", "the day of assistance with its weekday, or a dotted line"),
        Field("tempat_pendampingan", "where the assistance takes place, or a dotted line", required=False),
        Field("batas_waktu", "the deadline with its weekday, or a dotted line"),
        Field("narahubung", "the contact, or a dotted line"),
        Field("atas_nama", "on behalf of whom the letter is signed"),
        Field("jabatan", "the post of whoever signs"),
        Field("tembusan", "who gets a copy, one line each", is_list=True),
        Field("lampiran", "the rows of the attachment", is_list=True, parts=_ROW, per_letter=True),
        Field("jumlah_perangkat_daerah", "total row: agencies", required=False, per_letter=True),
        Field("jumlah_target", "total row: the sum of the targets", required=False, per_letter=True),
        Field("jumlah_realisasi", "total row: innovations handed in, or a dash", required=False, per_letter=True),
        Field("catatan", "how to read the attachment, one line each", is_list=True, per_letter=True),
    ),
)

MINUTES = Form(
    "minutes",
    (
        *_LETTERHEAD,
        Field("kegiatan", "what kind of meeting it was"),
        Field("nomor", "a dotted line: the number is given by whoever signs", required=False),
        Field("pembuka", "the opening, with weekday, day, month and year in words, and the place"),
        Field("keputusan", "the decisions", is_list=True, parts=("no", "isi", "penanggung_jawab", "batas_waktu")),
        Field("peserta", "blank rows for those who took part", is_list=True, parts=("no",)),
        Field("catatan", "where the minutes come from, one line each", required=False, is_list=True),
    ),
)
