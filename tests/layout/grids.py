"""Sheets drawn as text, one row a line and cells parted by |, and their layout in a few words."""

from collections import defaultdict

from etl.layout import Layout, lay_out
from etl.workbook import Merge, Sheet, Value

KNOWN = {
    *(
        "no",
        "no.",
        "n0",
        "nomor",
        "judul inovasi",
        "nama inovasi",
        "judul",
        "judul temuan",
        "judul proposal",
        "inventor",
    ),
    *(
        "nama penemu",
        "kab/kota",
        "opd",
        "perangkat daerah",
        "jenis",
        "bentuk",
        "tahun",
        "nilai",
        "keterangan",
        "jumlah",
    ),
    *(
        "tanggal daftar",
        "peringkat",
        "daerah",
        "kelompok",
        "top 50",
        "top 30",
        "administrasi",
        "presentasi",
        "nama opd",
    ),
    *(
        "jenis isian",
        "definisi operasional",
        "informasi/jawaban",
        "jenis inovasi",
        "tahapan inovasi",
        "manfaat",
        "hasil",
    ),
    *("ket", "jabatan baru", "nama/nip", "2019", "kriteria", "unsur", "bobot", "name", "code"),
}


def is_heading(text: str) -> bool:
    """The headings that these tests know."""
    return text.casefold() in KNOWN


def sheet(drawing: str, *merges: tuple[int, int, int, int], gap: str = "") -> Sheet:
    """A sheet from its drawing: whole numbers are numbers, blank cells are None (or `gap`, as a CSV gives them)."""
    rows = [[_cell(text.strip(), gap) for text in line.split("|")] for line in drawing.strip("\n").split("\n")]
    width = max(map(len, rows))
    return Sheet("S", [row + [gap or None] * (width - len(row)) for row in rows], [Merge(*merge) for merge in merges])


def _cell(text: str, gap: str) -> Value:
    return int(text) if text.isdecimal() and not text.startswith("0") else text or gap or None


def laid(drawing: str, *merges: tuple[int, int, int, int], gap: str = "") -> Layout:
    """The layout of a drawing."""
    return lay_out(sheet(drawing, *merges, gap=gap), is_heading)


def reasons(layout: Layout) -> dict[str, list[int]]:
    """What became of the rows: their numbers by reason, entries of the first table as "data"."""
    rows: dict[str, list[int]] = defaultdict(list)
    for number, reason in layout.skipped:
        rows[reason].append(number)
    for place, table in enumerate(layout.tables):
        rows["other" if place else "data"] += [row.number for row in table.rows]
    if layout.form:
        rows["labels"] = layout.form.label_rows
    return {reason: sorted(numbers) for reason, numbers in rows.items() if numbers}


def headings(layout: Layout) -> list[str]:
    """The headings of the first table."""
    return [heading.text for heading in layout.tables[0].headings]


def cells(layout: Layout, number: int) -> dict[int, Value]:
    """The cells of an entry by its row number."""
    return next(row.cells for table in layout.tables for row in table.rows if row.number == number)


def sections(layout: Layout) -> dict[int, str | None]:
    """The section of each entry."""
    return {row.number: row.section for table in layout.tables for row in table.rows}
