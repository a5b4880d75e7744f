"""Tables, the board, markup and CSV: real header cells, everything escaped, missing never zero."""

import io
from html.parser import HTMLParser

import pandas as pd
import pytest

from ui.board import board, legend, state_words
from ui.export import csv
from ui.markup import Html, link, tag
from ui.tables import Column, table, total_of

ROWS = pd.DataFrame(
    {
        "agency": ["Dinas <b>Kesehatan</b>", "Satpol PP"],
        "value": pd.array([1234, None], dtype="Int64"),
        "count": [2, 3],
        "rate": [0.781, None],
    }
)
COLUMNS = [
    Column("agency"),
    Column("value", "number", total=True),
    Column("count", "number", "column.entries", total=True),
    Column("rate", "percent"),
]


class _Tags(HTMLParser):
    """The elements of a document with their attributes and texts."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self._open: list[int] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(len(self.found))
        self.found.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for place in self._open:
            name, attrs, text = self.found[place]
            self.found[place] = (name, attrs, text + data)

    def texts(self, name: str, **attributes: str) -> list[str]:
        return [text for tag, attrs, text in self.found if tag == name and attributes.items() <= attrs.items()]


def test_a_table_has_a_caption_and_header_cells_with_their_scope() -> None:
    tags = _Tags(table(ROWS, COLUMNS, "Usulan & tahun", "id"))
    assert tags.texts("caption") == ["Usulan & tahun"]
    assert tags.texts("th", scope="col") == ["Perangkat daerah", "Nilai", "Usulan", "Kelulusan"]
    assert tags.texts("th", scope="row") == ["Dinas <b>Kesehatan</b>", "Satpol PP", "Jumlah"]


def test_data_never_becomes_markup() -> None:
    assert "<b>" not in table(ROWS, COLUMNS, "x", "id")


def test_values_are_formatted_and_missing_ones_are_a_dash() -> None:
    assert _Tags(table(ROWS, COLUMNS, "x", "id")).texts("td")[:6] == ["1.234", "2", "78,1 %", "–", "3", "–"]


def test_the_total_of_a_column_with_a_missing_value_is_missing() -> None:
    foot = table(ROWS, COLUMNS, "x", "id").split("<tfoot>")[1]
    assert _Tags(foot.removesuffix("</table>").removesuffix("</tfoot>")).texts("td") == ["–", "5", ""]


def test_a_given_total_replaces_the_sum() -> None:
    markup = table(ROWS, COLUMNS, "x", "id", total={"rate": 0.5})
    assert "50,0 %" in markup.split("<tfoot>")[1]


def test_a_table_without_totals_has_no_foot() -> None:
    assert "<tfoot>" not in table(ROWS, [Column("agency")], "x", "id")


@pytest.mark.parametrize(("values", "expected"), [([1, 2], 3), ([1, None], None), ([], None), ([0], 0)])
def test_total_of(values: list[int | None], expected: float | None) -> None:
    assert total_of(values) == expected


def test_a_cell_of_markup_stays_markup() -> None:
    frame = pd.DataFrame({"name": pd.Series([tag("em", "a<b")], dtype=object)})
    assert "<em>a&lt;b</em>" in table(frame, [Column("name")], "x", "id")


def test_attributes_are_escaped_and_left_out_when_false() -> None:
    assert tag("p", "x", title='"><script>', open=False) == '<p title="&quot;&gt;&lt;script&gt;">x</p>'


def test_only_web_addresses_become_links() -> None:
    assert link("x", "javascript:alert(1)") == "x"
    assert str(link("a<", "https://example.org/?a=1&b=2")).startswith('<a href="https://example.org/?a=1&amp;b=2"')
    assert isinstance(link("x", "data:text/html,x"), Html)


BOARD = pd.DataFrame(
    [
        ("a", "Dinas A", 2017, "met", False, 2, None, None, None),
        ("a", "Dinas A", 2018, "none", True, 0, 0, False, 2017),
        ("b", "Badan <B>", 2018, "no_data", False, None, 2, True, None),
    ],
    columns=[
        "agency_id",
        "agency",
        "year",
        "state",
        "uncertain",
        "numerator",
        "streak",
        "streak_at_least",
        "last_met_year",
    ],
).assign(denominator=1)


def test_the_board_says_each_state_in_words_and_by_a_sign() -> None:
    tags = _Tags(board(BOARD, "id", "Papan", {2017: "1/1"}))
    assert "✓Terpenuhi" in tags.texts("td")  # more than the minimum is no "2 of 1"
    assert "✗Tidak ada (belum pasti)" in tags.texts("td")
    assert "?Belum ada data" in tags.texts("td")


def test_an_agency_that_did_not_exist_says_so() -> None:
    assert any("belum atau tidak lagi ada" in text for text in _Tags(board(BOARD, "id", "x")).texts("td"))


def test_the_board_has_a_row_per_agency_streaks_and_totals() -> None:
    tags = _Tags(board(BOARD, "id", "Papan", {2017: "1/1"}))
    assert tags.texts("th", scope="row") == ["Dinas A", "Badan <B>", "Terpenuhi"]
    assert tags.texts("th", scope="col") == ["Perangkat daerah", "2018", "2017", "Beruntun", "Terakhir"]
    assert tags.texts("td", **{"class": "end"}) == ["0 tahun", "2017", "≥ 2 tahun", "–"]
    assert tags.texts("td", **{"class": "year"}) == ["–", "1/1"]


def test_the_year_in_question_is_written_out_beside_the_name() -> None:
    tags = _Tags(board(BOARD, "id", "Papan", {2018: "≥ 0/2"}, focus=2018))
    assert tags.texts("th", scope="col")[:3] == ["Perangkat daerah", "Keadaan 2018", "2018"]
    assert tags.texts("td", **{"class": "said"}) == ["✗Tidak ada (belum pasti)", "?Belum ada data"]
    assert tags.texts("td", **{"class": "end"}) == ["0 tahun", "2017 (1 tahun lalu)", "≥ 2 tahun", "–"]
    assert "≥ 0/2" in tags.texts("td")


def test_an_agency_not_in_existence_in_the_year_in_question_has_dashes() -> None:
    tags = _Tags(board(BOARD, "id", "Papan", focus=2017))
    assert tags.texts("td", **{"class": "said"})[1] == "belum atau tidak lagi ada"
    assert tags.texts("td", **{"class": "end"})[2:] == ["–", "–"]


def test_a_state_short_of_the_minimum_says_how_many() -> None:
    row = {"state": "draft_only", "uncertain": False, "numerator": 1, "denominator": 2}
    assert state_words(row, "en") == "Prepared only, 1 of 2"


def test_the_legend_explains_every_state() -> None:
    assert len(_Tags(legend("en")).texts("li")) == 5


EXPORT = pd.DataFrame(
    {
        "name": ["=1+1", "+x", "-y", "@z", "Dinas, A"],
        "value": [1234.5, None, 0, -2, 7],
        "sources": [["a", "b"], [], ["c"], ["=d"], ["e"]],
    }
)


def test_csv_is_machine_readable_and_runs_no_formula() -> None:
    frame = pd.read_csv(io.BytesIO(csv(EXPORT)), encoding="utf-8-sig", keep_default_na=False)
    assert list(frame.columns) == ["name", "value", "sources"]
    assert list(frame["name"]) == ["'=1+1", "'+x", "'-y", "'@z", "Dinas, A"]
    assert list(frame["value"]) == ["1234.5", "", "0.0", "-2.0", "7.0"]
    assert list(frame["sources"]) == ["a|b", "", "c", "'=d", "e"]


def test_csv_of_sample_data_says_so_on_every_row() -> None:
    text = csv(EXPORT, sample=True, sample_column="data_contoh").decode("utf-8-sig").splitlines()
    assert text[0].endswith(",data_contoh")
    assert all(line.endswith(",True") for line in text[1:])


def test_csv_leaves_the_frame_as_it_was() -> None:
    before = EXPORT.copy(deep=True)
    csv(EXPORT, sample=True)
    pd.testing.assert_frame_equal(EXPORT, before)
