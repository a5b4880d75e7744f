"""Workbooks as people make them, for Hypothesis: built from real titles with known entries, or real tables rearranged.

Nothing here uses the code under test. Words, titles and names come from the registers below tests/registers."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

import openpyxl
import xlsxwriter
from hypothesis import strategies as st

from tests.registers.material import Register, registers
from tests.registers.sheets import grid

Cell = str | int | float | date | None
Row = list[Cell]
Span = tuple[int, int, int, int]  # top, left, bottom, right, from 0

TITLE = ("Judul Inovasi", "Nama Inovasi", "JUDUL TEMUAN", "Judul Proposal", "nama_inovasi", "Judul")
AGENCY = ("OPD", "SKPD", "Perangkat Daerah", "Unit Kerja", "Instansi", "PERANGKAT DAERAH")
NUMBER = ("No", "NO.", "No.", "N0", "Nomor")
DAY = ("Tanggal Daftar", "Tanggal Pengajuan", "Tanggal Input")
SCORE = ("Nilai", "Nilai Akhir")
NOTE = ("Keterangan", "Ket.", "KET")
PERSONAL = ("NIP", "No. HP", "Contact Person", "Alamat Email")
UNKNOWN = ("Warna Map", "Kolom X")
DAYS: tuple[Cell, ...] = (
    *("3 Februari 2025", "4/2/2025", "05/02/2025", "2025-02-08", "Rabu (12/2/2025)", "15 Peb 2025", "Februari 2025"),
    *("17-19 Februari 2025", "31/02/2025", "12/13/2025", "belum", "-", None, "#N/A", 45707, date(2025, 3, 3)),
)
SCORES: tuple[Cell, ...] = ("61,16", "90 %", "1.234,5", "0", 0, 87.5, "-", None, "A", "#DIV/0!", "8,5 (sementara)")
ALWAYS: dict[str, Cell] = {
    "agency": "Dinas Sosial",
    "day": "2025-02-08",
    "score": 75,
    "note": "baru",
    "unknown": "biru",
}
ALWAYS |= {"no": 1, "personal": "0812-3456-7890"}
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")


@dataclass
class Sheet:
    """A sheet to write. `spans` are merged ranges: the value stands in the first cell."""

    name: str
    rows: list[Row]
    spans: list[Span] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The last row with content, from 1."""
        filled = [number for number, row in enumerate(self.rows, 1) if any(cell not in (None, "") for cell in row)]
        return max(filled, default=0)

    @property
    def counted(self) -> range:
        """How many rows may be counted: to the last with content; in a CSV also the blank records behind it."""
        return range(self.last, (len(self.rows) if self.name == "CSV" else self.last) + 1)


@dataclass(frozen=True)
class Made:
    """A file that was made. `titles` are the entries a right import finds in it; None where that is not known."""

    name: str
    data: bytes
    sheets: tuple[Sheet, ...]
    titles: tuple[str, ...] | None
    register: Register | None = None

    def __repr__(self) -> str:
        rows = [f"{sheet.name}: {row}" for sheet in self.sheets for row in sheet.rows]
        return "\n".join([self.name, *rows])


@cache
def real_titles() -> tuple[str, ...]:
    """Titles of real entries, each once, without those that only a page break or quotes make special."""
    found: dict[str, str] = {}
    for one in registers():
        columns = one.sheet.get("columns", {})
        if one.expected["given"]["what"] != "submissions" or "title" not in columns.values():
            continue
        cells, column = grid(one, one.sheet["sheet"]), ord(one.column("title")) - ord("A") + 1
        titles = [cells[row, column] for row in one.rows("loaded") if (row, column) in cells]
        found |= {title.casefold(): title for title in titles if "\n" not in title and len(title) > 4}
    return tuple(title for title in found.values() if _in_cp1252(title))


def _in_cp1252(text: str) -> bool:
    return text.encode("cp1252", "replace").decode("cp1252") == text


NAMES: tuple[str | None, ...] = (
    *("Dinas Kesehatan", "Dinas Sosial", "Disdukcapil", "DPM-PTSP", "DINAS LINGKUNGAN HIDUP", "dinas_ketahanan_pangan"),
    *("Puskesmas Contoh Utara", "UPT Laboratorium", "Dinas Kesehatan Kab. Contoh", "Bagian Antah", "-", None, "#N/A"),
)


@dataclass(frozen=True)
class Plan:
    """The columns of a table to build, by what they hold, in order, with the heading of each."""

    kinds: tuple[str, ...]
    headings: tuple[str, ...]

    def place(self, kind: str) -> int:
        return self.kinds.index(kind)


@st.composite
def _plans(draw: st.DrawFn) -> Plan:
    words = {"no": NUMBER, "title": TITLE, "agency": AGENCY, "day": DAY, "score": SCORE, "note": NOTE}
    words |= {"personal": PERSONAL, "unknown": UNKNOWN}
    others = draw(st.lists(st.sampled_from(sorted(set(words) - {"title"})), unique=True, min_size=1, max_size=6))
    kinds = draw(st.permutations(["title", *others]))
    return Plan(tuple(kinds), tuple(draw(st.sampled_from(words[kind])) for kind in kinds))


@st.composite
def _entry(draw: st.DrawFn, plan: Plan, number: int, titles: list[str]) -> tuple[Row, list[str]]:
    """One row with the next titles of the list, and the titles it stands for."""
    odd = draw(st.sampled_from(("", "", "", "", "", "several", "error")))
    own = [titles.pop() for _ in range(3 if odd == "several" else 1)] if odd != "error" else []
    shown = {"several": "\n".join(f"{n}. {title}" for n, title in enumerate(own, 1)), "error": "#N/A"}
    numbers: tuple[Cell, ...] = (number, f"{number}.", f" {number}. ")
    made: dict[str, Cell] = {
        "no": draw(st.sampled_from(numbers)),
        "title": shown.get(odd, draw(st.sampled_from(("", " "))) + own[0] if own else None),
        "agency": draw(st.sampled_from(NAMES)),
        "day": draw(st.sampled_from(DAYS)),
        "score": draw(st.sampled_from(SCORES)),
        "note": draw(st.sampled_from((None, "masih sementara"))),
        "personal": draw(st.sampled_from(("0812-3456-7890", "198001012005011001", None))),
        "unknown": draw(st.sampled_from(("merah", None, 3))),
    }
    if all(made[kind] is None for kind in plan.kinds if kind != "title"):  # a title alone may be a section as well
        kind = next(kind for kind in plan.kinds if kind != "title")
        made[kind] = ALWAYS[kind]
    return [made[kind] for kind in plan.kinds], own


@st.composite
def _body(draw: st.DrawFn, plan: Plan, titles: list[str], known: list[str]) -> tuple[list[Row], list[Span]]:
    """Blocks of entries: perhaps under a section, a repeated heading, one agency merged over all, a sub-total below."""
    width = len(plan.kinds)
    rows: list[Row] = []
    spans: list[Span] = []
    blank: Row = [None] * width
    for block in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            rows.append(
                [f"{'ABC'[block]}. {draw(st.sampled_from(('PEMENANG UTAMA', 'PEMENANG HARAPAN')))}", *blank[1:]]
            )
            rows += [list(plan.headings)] if block and draw(st.booleans()) else []
        count = draw(st.integers(1, 5))
        for number in range(1, count + 1):
            row, own = draw(_entry(plan, number, titles))
            rows.append(row)
            known += own
        if {"agency", "no"} <= set(plan.kinds) and count > 1 and draw(st.booleans()):
            spans.append(_one_agency(rows, count, plan.place("agency")))
        rows += [list(blank)] * draw(st.integers(0, 1))
        if width > 2 and draw(st.booleans()):
            rows.append(_total(plan, count))
    return rows, spans


def _one_agency(rows: list[Row], count: int, column: int) -> Span:
    """Leave the agency only in the first of the last `count` rows, to be merged over all of them."""
    for row in rows[1 - count :]:
        row[column] = None
    return (len(rows) - count, column, len(rows) - 1, column)


def _total(plan: Plan, count: int) -> Row:
    row: Row = ["Jumlah", *([None] * (len(plan.kinds) - 1))]
    places = [place for place in range(1, len(row)) if plan.kinds[place] != "no"]
    row[plan.place("title") or places[0]] = count
    return row


@st.composite
def _tail(draw: st.DrawFn, width: int) -> list[Row]:
    """A note and a signature, or not."""
    blank: Row = [None] * width
    rows: list[Row] = []
    if draw(st.booleans()):
        rows += [blank, ["Keterangan: nilai masih sementara", *blank[1:]]]
    if draw(st.booleans()):
        signature = ("Contoh, 1 Maret 2025", "Kepala Bagian Organisasi", "ttd", "NIP 19800101 200501 1 001")
        rows += [blank, *([*blank[1:], line] for line in signature)]
    return rows


@st.composite
def built(draw: st.DrawFn) -> Made:
    """A list of entries with the habits of real ones, whose entries are known."""
    titles = list(draw(st.permutations(real_titles()))[:60])
    plan = draw(_plans())
    known: list[str] = []
    width = len(plan.kinds)
    blank: Row = [None] * width
    lead: list[Row] = [["REKAPITULASI USULAN INOVASI DAERAH", *blank[1:]], ["KABUPATEN CONTOH TAHUN 2025", *blank[1:]]]
    rows = [*lead[: draw(st.integers(0, 2))], *[blank] * draw(st.integers(0, 2))]
    spans: list[Span] = [(row, 0, row, width - 1) for row in range(len(rows)) if rows[row][0] and width > 1]
    if draw(st.booleans()) and plan.place("title") + 1 < width:
        spans += _two_row_heading(rows, plan)
    else:
        rows.append(list(plan.headings))
    if width > 2 and draw(st.booleans()):
        rows.append(list(range(1, width + 1)))
    body, merged = draw(_body(plan, titles, known))
    spans += [(top + len(rows), left, bottom + len(rows), right) for top, left, bottom, right in merged]
    rows += body
    hidden = draw(st.lists(st.integers(len(rows) - 1, len(rows)), max_size=1))
    rows += draw(_tail(width))
    sheet = Sheet("Rekap", rows, spans, hidden_rows=hidden)
    return _file([sheet, *draw(_others())], draw(st.sampled_from(("xlsx", "xlsx", "csv"))), draw, tuple(known))


def _two_row_heading(rows: list[Row], plan: Plan) -> list[Span]:
    """A heading with INOVASI over the title and the column behind it, the others merged over both rows."""
    top, at = len(rows), plan.place("title")
    below = (at, at + 1)
    upper: Row = [None if place in below else heading for place, heading in enumerate(plan.headings)]
    upper[at] = "INOVASI"
    rows += [upper, [heading if place in below else None for place, heading in enumerate(plan.headings)]]
    down = [(top, place, top + 1, place) for place in range(len(plan.kinds)) if place not in below]
    return [(top, at, top, at + 1), *down]


@st.composite
def _others(draw: st.DrawFn) -> list[Sheet]:
    """Sheets that are no data: instructions, a hidden list."""
    guide = Sheet("Petunjuk", [["Cara mengisi"], ["1. Satu baris untuk satu inovasi"]])
    lists = Sheet(
        "Ref", [["Jenis", "Bentuk"], ["Digital", "Pelayanan Publik"], ["Non Digital", "Lainnya"]], hidden=True
    )
    return [sheet for sheet in (guide, lists) if draw(st.booleans())]


@st.composite
def rearranged(draw: st.DrawFn) -> Made:
    """A real table with its columns and rows moved about, saved in another way; what it holds is not known."""
    one = draw(st.sampled_from(registers()))
    rows = [list(row) for row in _rows_of(one)]
    width = max(map(len, rows))
    order = draw(st.permutations(range(width))) if draw(st.booleans()) else range(width)
    rows = [[row[place] if place < len(row) else None for place in order] for row in rows]
    blank: Row = [None] * width
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(rows) - 1))
        what = draw(st.sampled_from(("blank", "drop", "twice", "header", "total", "error", "swap")))
        _disturb(rows, at, what, blank)
    sheet = Sheet("Data", rows or [blank])
    return _file([sheet], draw(st.sampled_from(("xlsx", "csv"))), draw, None, one)


def _disturb(rows: list[Row], at: int, what: str, blank: Row) -> None:
    """Do one thing to a table that people do."""
    if what == "blank":
        rows.insert(at, list(blank))
    elif what == "drop" and len(rows) > 1:
        rows.pop(at)
    elif what == "twice":
        rows.insert(at, list(rows[at]))
    elif what == "header":
        rows.insert(at, list(rows[min(1, len(rows) - 1)]))
    elif what == "total":
        rows.insert(at, ["Jumlah", *blank[1:]])
    elif what == "error":
        rows[at][at % len(blank)] = "#REF!"
    elif what == "swap":
        rows[at], rows[0] = rows[0], rows[at]


@cache
def _rows_of(one: Register) -> list[Row]:
    """The cells of the first sheet of a register."""
    if one.name.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(one.data), data_only=True)
        return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    cells = grid(one, "CSV")
    height, width = (max(place[axis] for place in cells) for axis in (0, 1))
    return [[cells.get((row, column)) for column in range(1, width + 1)] for row in range(1, height + 1)]


def _file(
    sheets: list[Sheet], ending: str, draw: st.DrawFn, titles: tuple[str, ...] | None, register: Register | None = None
) -> Made:
    if ending == "csv":
        first = Sheet("CSV", [[_text(cell) for cell in row] for row in sheets[0].rows])
        data = _csv(first, draw(st.sampled_from(ENCODINGS)), draw(st.sampled_from((",", ";", "\t"))))
        return Made("rekap.csv", data, (first,), titles, register)
    return Made("rekap.xlsx", xlsx(sheets), tuple(sheets), titles, register)


def _text(cell: Any) -> str | None:
    """A cell as a CSV holds it."""
    if isinstance(cell, date | datetime):
        return cell.strftime("%d/%m/%Y")
    return None if cell is None else str(cell)


def _csv(sheet: Sheet, encoding: str, delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL).writerows(sheet.rows)
    return out.getvalue().encode(encoding, "replace")


def xlsx(sheets: list[Sheet]) -> bytes:
    """Sheets as an XLSX file; errors are written as errors, dates as dates."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, sheet in enumerate(sheets):
            page = book.add_worksheet(sheet.name)
            for place, cell in [((r, c), cell) for r, row in enumerate(sheet.rows) for c, cell in enumerate(row)]:
                _write(page, place, cell, day)
            for span in sheet.spans:
                page.merge_range(*span, sheet.rows[span[0]][span[1]])
            for row in sheet.hidden_rows:
                page.set_row(row, None, None, {"hidden": True})
            if sheet.hidden and number:
                page.hide()
    return out.getvalue()


def _write(page: Any, place: tuple[int, int], cell: Any, day: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str) and cell in ("#N/A", "#DIV/0!", "#REF!"):
        page.write_formula(*place, f"={cell}" if cell != "#N/A" else "=NA()", None, cell)
    elif isinstance(cell, str):
        page.write_string(*place, cell)
    elif isinstance(cell, date | datetime):
        page.write_datetime(*place, cell, day)
    else:
        page.write(*place, cell)


def workbooks() -> st.SearchStrategy[Made]:
    """Workbooks of both sorts."""
    return st.one_of(built(), built(), rearranged())
