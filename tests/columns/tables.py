"""Small tables for tests: headings in the first row, values below."""

from collections.abc import Sequence
from typing import Any

from etl.columns import Understood, understand
from etl.columns.headings import StageName, Vocabulary
from etl.layout.types import DataRow, Heading, Table
from etl.workbook import Value

PROVINCE_2021 = (
    StageName("intake", "Pengajuan", 1, "registered"),
    StageName("administrative", "Seleksi administrasi", 2, "administrative"),
    StageName("top50", "Penilaian proposal / 50 besar", 3, "shortlist", 50),
    StageName("presentation", "Presentasi dan wawancara", 4, "presentation", 50),
    StageName("field", "Verifikasi lapangan", 5, "field"),
    StageName("top30", "Top 30", 6, "shortlist", 30),
)
LOCAL_2025 = (
    StageName("registered", "Pendaftaran", 1, "registered"),
    StageName("administrative", "Seleksi Administrasi", 2, "administrative"),
    StageName("presentation", "Presentasi", 3, "presentation"),
    StageName("top7", "Top 7", 4, "shortlist", 7),
    StageName("final", "Juara", 5, "final", 3),
)


def table(headings: Sequence[str], *rows: Sequence[Value]) -> Table:
    """A table with its heading in row 1; "GROUP / own" gives a heading below a group."""
    heads = []
    for column, text in enumerate(headings, 1):
        group, _, own = text.rpartition(" >> ")
        heads.append(Heading(column, own, own, group or None, 1))
    body = [
        DataRow(number, {column: value for column, value in enumerate(row, 1) if value not in (None, "")})
        for number, row in enumerate(rows, 2)
    ]
    return Table([1], heads, body, 2, 1 + len(body))


def columns_of(
    headings: Sequence[str],
    *rows: Sequence[Any],
    purpose: str | None = "submissions",
    vocabulary: Vocabulary | None = None,
) -> list[str | None]:
    """The columns understood, in order."""
    return [found.column for found in understood(headings, *rows, purpose=purpose, vocabulary=vocabulary)]


def understood(
    headings: Sequence[str],
    *rows: Sequence[Value],
    purpose: str | None = "submissions",
    vocabulary: Vocabulary | None = None,
) -> list[Understood]:
    """What was understood of a small table."""
    return understand(table(headings, *rows), purpose, vocabulary or Vocabulary())
