"""The hand-in curve on its pages, and its sentences and table on small lines that a test names itself."""

from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from tests.pages.conftest import Visit
from tests.pages.scopes import SCOPES
from tests.pages.screen import words
from tests.unit import views
from ui import charts, figures, hand_in, hand_in_lines
from ui.charts import Look
from ui.theme import DARK, LIGHT

ENTRIES = "pages/rapat/usulan.py"
POINT = {
    "edition_id": None, "scope_kind": "government", "counted_as": "submitted", "days_before_closing": None,
    "numerator": None, "denominator": None, "final": None, "basis": "rows", "sources": ["s-1"], "reason": None,
}  # fmt: skip


def line(edition: str, *points: tuple[int, int], end: int | None = None, **cells: object) -> list[dict[str, Any]]:
    """The rows of one edition's line: (days before closing, entries), and the exact count at the end."""
    own = {"edition_id": edition, "denominator": end, "final": end} | cells
    return [{**POINT, **own, "days_before_closing": day, "numerator": number} for day, number in points]


def seen(*rows: list[dict[str, Any]], **scope: Any) -> views.Stub:
    """A view of kab-a in KIPP 2018 with these lines."""
    frame = views.frame(POINT, *(row for part in rows for row in part))
    return views.view({"hand_in_curve": frame}, **scope)


OPEN = line("kipp-2018", (30, 2), (20, 5), basis="at_least", reason="rows_partial")
LAST = line("kipp-2017", (25, 3), (20, 4), (10, 8), (0, 20), end=20)
BEFORE = line("kipp-2016", (15, 6), (0, 12), end=12)
TOLD = line("kipp-2017", (20, 7), (0, 30), end=30, basis="reported")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> views.Drawn:
    """What `hand_in.curve` draws."""
    kept = views.Drawn()
    monkeypatch.setattr(figures, "figure", kept.figure)
    monkeypatch.setattr(figures, "statement", kept.statement)
    return kept


@pytest.mark.parametrize(
    ("lines", "finding"),
    [
        ((OPEN, LAST), "KIPP 2018: sekurang-kurangnya 5 usulan diserahkan, 20 hari sebelum penutupan; "
                       "pada hari yang sama edisi 2017 sudah 4 dari 20"),
        ((OPEN, BEFORE), "KIPP 2018: sekurang-kurangnya 5 usulan diserahkan, 20 hari sebelum penutupan; "
                         "pada hari yang sama edisi 2016 belum satu pun dari 12"),
        ((OPEN,), "KIPP 2018: sekurang-kurangnya 5 usulan diserahkan, 20 hari sebelum penutupan"),
        ((line("kipp-2018", (19, 5)), TOLD), "KIPP 2018: 5 usulan diserahkan, 19 hari sebelum penutupan; "
                                             "untuk edisi sebelumnya jumlah pada hari itu tidak diketahui"),
        ((line("kipp-2018", (9, 1), (0, 4), end=4), LAST), "KIPP 2018: 1 dari 4 usulan sudah diserahkan 7 hari sebelum "
                                                           "penutupan; pada hari yang sama edisi 2017 sudah 8 dari 20"),
        ((line("kipp-2018", (3, 1), (0, 4), end=4),), "KIPP 2018: 7 hari sebelum penutupan belum satu pun dari 4 "
                                                      "usulan diserahkan"),
        ((line("kipp-2018", (0, 0), end=0),), "KIPP 2018: sampai penutupan tidak ada usulan yang diserahkan"),
        ((line("kipp-2018", (2, 1), (0, 4), basis="at_least"),), "KIPP 2018: sekurang-kurangnya 4 usulan diserahkan "
                                                                "sampai hari penutupan"),
        ((LAST,), "Tidak diketahui kapan usulan masuk ke KIPP 2018; yang digambar edisi sebelumnya"),
    ],
)  # fmt: skip
def test_the_finding_compares_the_same_number_of_days(
    drawn: views.Drawn, lines: tuple[list[dict[str, Any]], ...], finding: str
) -> None:
    hand_in.curve(seen(*lines))
    assert drawn.findings == [finding]


def test_entries_handed_in_and_registered_are_never_drawn_together(drawn: views.Drawn) -> None:
    registered = line("kipp-2018", (53, 405), (0, 3054), end=3054, basis="reported", counted_as="registered")
    hand_in.curve(seen(registered, LAST))
    assert drawn.findings == ["KIPP 2018: 405 dari 3.054 usulan sudah terdaftar 53 hari sebelum penutupan"]
    assert [trace["name"] for trace in drawn.charts[0].figure["data"] if "name" in trace] == ["2018"]


def test_the_table_says_each_day_that_is_known_and_a_dash_for_the_others(drawn: views.Drawn) -> None:
    hand_in.curve(seen(OPEN, LAST))
    table = str(drawn.tables[0])
    cells = [row.split("</tr>")[0] for row in table.split("<tr>")[1:]]
    assert [part in cells[0] for part in ("30 hari", "20 hari", "14 hari", "7 hari", "1 hari", "Penutupan")] == [
        True
    ] * 6
    assert [cells[1].count(part) for part in ("≥ 2", "≥ 5", "–")] == [1, 1, 4]
    assert [f">{number}<" in cells[2] for number in (0, 4, 8, 20)] == [True] * 4


def test_no_line_at_all_says_why_and_what_to_do(drawn: views.Drawn) -> None:
    hand_in.curve(seen())
    [(_, why)] = drawn.statements
    assert why.startswith("Tanggal penutupan KIPP 2018 tidak diketahui sampai harinya")
    assert drawn.findings == []


def test_years_outside_the_choice_are_not_compared() -> None:
    found = hand_in_lines.in_view(seen(OPEN, LAST, BEFORE, years=(2017, 2018)))
    assert list(found.earlier) == ["kipp-2017"]


@pytest.mark.parametrize(
    ("basis", "days", "number"),
    [("rows", 40, 0), ("rows", 21, 2), ("rows", 20, 5), ("rows", 19, None), ("at_least", 40, None), ("at_least", 25, 2),
     ("reported", 30, 2), ("reported", 25, None)],
)  # fmt: skip
def test_what_a_line_says_of_a_day(basis: str, days: int, number: int | None) -> None:
    assert hand_in_lines.by_day(line("kipp-2018", (30, 2), (20, 5), basis=basis), days) == number


@pytest.mark.parametrize("look", [Look("id", LIGHT), Look("en", DARK, large=True)], ids=["id", "en-dark-large"])
def test_the_chart_runs_towards_closing_with_one_strong_line(look: Look) -> None:
    rows = pd.concat(
        [pd.DataFrame(part).assign(name=name) for part, name in ((OPEN, "2018"), (LAST, "<b>"), (TOLD, "a"))]
    )
    chart = charts.curves(rows, look, title="x", strong="2018")
    go.Figure(chart.figure)
    left, right = chart.figure["layout"]["xaxis"]["range"]
    strong, thin, told = chart.figure["data"][:3]
    assert left > 30 > 0 > right
    assert strong["line"]["width"] > thin["line"]["width"]
    assert (strong["line"]["shape"], told["line"]["shape"]) == ("hv", "linear")
    assert thin["name"] == "&lt;b&gt;"
    assert len({trace["line"]["dash"] for trace in (strong, told)}) == 2
    said = [text for trace in chart.figure["data"] if trace["mode"] == "text" for text in trace["text"]]
    assert any("≥ 5" in text for text in said)
    assert chart.figure["layout"]["showlegend"] is False


def test_names_at_the_end_never_cover_each_other() -> None:
    many = [(line(f"e-{n}", (5, 1), (0, 20 + n % 2), end=20), str(n)) for n in range(5)]
    rows = pd.concat([pd.DataFrame(part).assign(name=name) for part, name in many])
    made = charts.curves(rows, Look("id", LIGHT), title="x", strong=None).figure
    heights = sorted(trace["y"][0] for trace in made["data"] if trace["mode"] == "text")
    top = made["layout"]["yaxis"]["range"][1]
    assert all(above - below > 0.07 * top for below, above in pairwise(heights))
    assert heights[-1] <= top


def test_the_dated_count_of_2021_stands_on_the_page(visit: Visit) -> None:
    """388 one day before closing, 1.866 in the end; the table has both, under their days."""
    screen = visit(ENTRIES, {"government": "all", "competition": "kipp", "edition": "kipp-2021"})
    assert "388 dari 1.866 usulan sudah diserahkan 1 hari sebelum penutupan" in screen.text
    assert any({"388", "1.866"} <= set(row) for table in screen.tables for row in table.rows)


def test_a_closed_edition_of_whole_rows_stands_beside_the_one_before(visit: Visit) -> None:
    query = {"government": "kab-contoh", "competition": "lomba-kab-contoh", "edition": "lomba-kab-contoh-2023"}
    screen = visit(ENTRIES, query)
    headings = [words(each) for each in screen.root.iter("h2")]
    assert any("dari 54 usulan sudah diserahkan 7 hari sebelum penutupan" in each for each in headings)
    assert any("edisi 2022 sudah" in each for each in headings)


def test_a_government_without_days_reads_what_to_do(visit: Visit) -> None:
    screen = visit(ENTRIES, SCOPES["bangka-2018"])
    assert "Muat daftar usulan dengan tanggal penyerahannya" in screen.text


def test_an_agency_has_no_curve_of_its_government(visit: Visit) -> None:
    assert "Laju pengajuan" not in visit(ENTRIES, SCOPES["one-agency"]).text
