"""Charts: the right values at the right marks, gaps for what is not known, colours that everybody can tell apart."""

import itertools
import math
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from ui import charts
from ui.charts import Chart, Look
from ui.theme import DARK, LIGHT, Palette, stylesheet

ROOT = Path(__file__).resolve().parents[2]
LOOK = Look("id", LIGHT)
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def _said(chart: Chart) -> list[str]:
    """All words drawn in a chart."""
    words = [text for trace in chart.figure["data"] for text in _flat(trace.get("text", []))]
    return words + [note["text"] for note in chart.figure["layout"].get("annotations", [])]


def _flat(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for part in value for text in _flat(part)]


AGENCIES = pd.DataFrame(
    {"agency": ["Dinas A", "Badan <b>B</b>", "RSUD C", "Satpol D"], "value": [1234, 2, 0, None],
     "basis": ["rows", "at_least", "rows", "unknown"]}
)  # fmt: skip


def test_bars_label_values_and_leave_the_unknown_without_a_bar() -> None:
    chart = charts.bars(AGENCIES, LOOK, label="agency", value="value", title="usulan")
    trace = chart.figure["data"][0]
    assert trace["x"] == [1234, 2, 0, None]
    assert trace["text"] == ["1.234", "≥ 2", "0", ""]
    assert "– belum ada data" in _said(chart)
    assert trace["marker"]["pattern"]["shape"] == ["", "/", "", ""]


def test_names_are_text_and_never_markup() -> None:
    chart = charts.bars(AGENCIES, LOOK, label="agency", value="value", title="usulan")
    assert chart.figure["layout"]["yaxis"]["ticktext"][1] == "Badan &lt;b&gt;B&lt;/b&gt;"


def test_the_alternative_text_says_the_values() -> None:
    chart = charts.bars(AGENCIES, LOOK, label="agency", value="value", title="usulan")
    assert chart.alt == "Diagram batang usulan: Dinas A 1.234; Badan <b>B</b> ≥ 2; RSUD C 0; Satpol D –."


TARGETS = pd.DataFrame(
    {"year": [2018, 2017], "numerator": [None, 9], "denominator": [15, None], "basis": ["unknown", "reported"],
     "comparator": ["at_least", None]}
)  # fmt: skip


def test_an_unknown_year_is_a_dash_and_no_column() -> None:
    chart = charts.target_years(TARGETS, LOOK, title="target")
    columns, marks = chart.figure["data"]
    assert (columns["x"], columns["y"]) == ([2017, 2018], [9, None])
    assert marks["y"] == [None, 15]
    assert "–" in _said(chart)
    assert "Target <b>≥ 15</b>" in _said(chart)


def test_long_names_stand_whole_above_their_bars() -> None:
    rows = pd.DataFrame({"name": ["2020 · Kompetisi Inovasi Pelayanan Publik", "Pendek"], "value": [None, 3]})
    chart = charts.bars(rows, LOOK, label="name", value="value", title="x")
    assert "2020 · Kompetisi Inovasi Pelayanan Publik  " in _said(chart)
    assert chart.figure["layout"]["yaxis"]["showticklabels"] is False
    short = charts.bars(rows.tail(1), LOOK, label="name", value="value", title="x")
    assert short.figure["layout"]["yaxis"]["ticktext"] == ["Pendek"]


NATION = pd.DataFrame(
    {"name": ["Terdaftar"] * 2 + ["Diserahkan"] * 3, "year": [2022, 2025, 2022, 2023, 2025],
     "value": [3478, 3051, 2454, 2269, 2378], "basis": ["reported"] * 5}
)  # fmt: skip


def test_a_year_without_an_edition_breaks_the_line_and_says_so() -> None:
    chart = charts.series(NATION, LOOK, title="nasional", name="name", gaps={2024: "tidak diselenggarakan"})
    assert chart.figure["data"][0]["y"] == [3478, None, None, 3051]
    assert chart.figure["data"][1]["y"] == [2454, 2269, None, 2378]
    assert all(trace["connectgaps"] is False for trace in chart.figure["data"][:2])
    assert "tidak diselenggarakan" in _said(chart)
    assert any("Terdaftar" in text for text in _said(chart))


def test_shares_are_written_as_percent() -> None:
    frame = pd.DataFrame({"year": [2022], "value": [0.781], "basis": ["rows"]})
    assert "78,1 %" in _said(charts.series(frame, LOOK, title="x", share=True))


STEPS = pd.DataFrame(
    {"label": ["Terdaftar", "Berhenti", "Diserahkan", "Top 45"], "value": [3478, 1024, 2454, None],
     "loss": [False, True, False, False], "basis": ["reported"] * 4, "beside": [None, "29,4 %", "70,6 %", None]}
)  # fmt: skip


def test_the_silent_loss_is_a_step_drawn_where_it_was_lost() -> None:
    chart = charts.funnel(STEPS, LOOK, title="corong")
    trace = chart.figure["data"][0]
    assert trace["x"] == [3478, 1024, 2454, None]
    assert trace["base"] == [0, 2454, 0, 0]
    assert trace["marker"]["color"][1] == LIGHT.alarm
    assert "Berhenti<br><b>1.024 · 29,4 %</b>" in _said(chart)
    assert "Top 45<br>– belum ada data" in _said(chart)


RATES = pd.DataFrame(
    {"label": ["Administrasi", "Top 7"], "value": [0.8, None], "low": [0.376, None], "high": [0.964, None],
     "numerator": [4, None], "denominator": [5, None], "nation": [0.78, None], "why": [None, "Hanya pemenang."]}
)  # fmt: skip


def test_a_rate_shows_k_of_n_its_interval_and_the_nation() -> None:
    dots, nation, *_ = charts.rates(RATES, LOOK, title="kelulusan").figure["data"]
    assert dots["x"] == [0.8, None]
    assert dots["error_x"]["array"][0] == pytest.approx(0.164)
    assert dots["error_x"]["arrayminus"][0] == pytest.approx(0.424)
    assert nation["x"] == [0.78, None]
    said = " ".join(_said(charts.rates(RATES, LOOK, title="kelulusan")))
    assert "4/5 · 80,0 %" in said
    assert "nasional 78,0 %" in said


def test_a_missing_rate_says_why() -> None:
    chart = charts.rates(RATES, LOOK, title="kelulusan")
    assert "Hanya pemenang." in _said(chart)
    assert chart.alt.endswith("Top 7 – Hanya pemenang..")


GRID = pd.DataFrame(
    {
        "agency": ["A", "A", "B"],
        "year": [2017, 2019, 2017],
        "value": [0, 2, None],
        "basis": ["rows", "at_least", "unknown"],
    }
)


def test_a_heat_map_tells_zero_from_unknown() -> None:
    chart = charts.heat(GRID, LOOK, title="usulan", row="agency")
    assert chart.figure["data"][0]["z"] == [[0, 2], [None, None]]
    assert chart.figure["data"][1]["text"] == ["0", "≥ 2", "–", "–"]


def test_small_multiples_keep_every_year_and_one_scale() -> None:
    chart = charts.small_multiples(GRID, LOOK, title="usulan", panel="agency")
    first, second = chart.figure["data"]
    assert (first["x"], first["y"], second["y"]) == ([2017, 2018, 2019], [0, None, 2], [None, None, None])
    assert chart.figure["layout"]["yaxis"]["range"] == chart.figure["layout"]["yaxis2"]["range"]


def test_ranks_have_the_best_on_top_and_gaps() -> None:
    frame = pd.DataFrame({"name": ["X", "X"], "year": [2017, 2019], "rank": [3, 1]})
    chart = charts.bump(frame, LOOK, title="peringkat", strong="X")
    assert chart.figure["data"][0]["y"] == [3, None, 1]
    low, high = chart.figure["layout"]["yaxis"]["range"]
    assert low > high


def _all(look: Look) -> list[Chart]:
    return [
        charts.bars(AGENCIES, look, label="agency", value="value", title="x"),
        charts.target_years(TARGETS, look, title="x"),
        charts.series(NATION, look, title="x", name="name"),
        charts.funnel(STEPS, look, title="x"),
        charts.rates(RATES, look, title="x"),
        charts.heat(GRID, look, title="x", row="agency"),
        charts.small_multiples(GRID, look, title="x", panel="agency"),
    ]


@pytest.mark.parametrize("look", [LOOK, Look("en", DARK, large=True)], ids=["id", "en-dark-large"])
def test_every_figure_is_valid_without_a_legend_and_in_its_language(look: Look) -> None:
    for chart in _all(look):
        go.Figure(chart.figure)
        assert chart.figure["layout"]["showlegend"] is False
        assert chart.figure["layout"]["separators"] == (",." if look.lang == "id" else ".,")
        assert chart.alt


@pytest.mark.parametrize("column", ["value", "numerator"])
def test_missing_values_of_nullable_columns_are_gaps(column: str) -> None:
    frame = pd.DataFrame({"agency": ["A", "B"], column: pd.array([1, None], dtype="Int32")})
    assert charts.bars(frame, LOOK, label="agency", value=column, title="x").figure["data"][0]["x"] == [1, None]


def test_the_locale_is_passed_with_its_names() -> None:
    names = charts.config("id")["locales"]["id"]["format"]
    assert (names["months"][0], names["days"][0]) == ("Januari", "Minggu")


# Colours. Machado, Oliveira & Fernandes (2009), full severity, on linear RGB.
SIGHT = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}


def _linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def _contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    light = sorted(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), _linear(x), strict=True)) for x in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def _lab(colour: str, sight: str) -> tuple[float, float, float]:
    seen = [max(0.0, min(1.0, sum(m * c for m, c in zip(row, _linear(colour), strict=True)))) for row in SIGHT[sight]]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.95047, 1.0, 1.08883)
    xyz = [sum(m * c for m, c in zip(row, seen, strict=True)) / w for row, w in zip(to_xyz, white, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@PALETTES
def test_text_is_legible_on_every_ground(palette: Palette) -> None:
    grounds = [palette.ground, palette.panel, palette.accent_tint, palette.second_tint, palette.main_tint]
    assert min(_contrast(palette.ink, ground) for ground in grounds) >= 9
    assert _contrast(palette.ink, palette.ground) >= 12
    assert min(_contrast(palette.muted, ground) for ground in (palette.ground, palette.panel)) >= 4.5
    assert min(_contrast(colour, palette.ground) for colour in (palette.main, palette.alarm)) >= 4.5
    assert _contrast(palette.second, palette.second_tint) >= 4.5


@PALETTES
def test_marks_stand_out_from_the_ground(palette: Palette) -> None:
    assert min(_contrast(colour, palette.ground) for colour in palette.series) >= 3


@PALETTES
@pytest.mark.parametrize("sight", list(SIGHT))
def test_series_colours_stay_apart_for_every_sight(palette: Palette, sight: str) -> None:
    pairs = itertools.combinations(palette.series, 2)
    assert min(math.dist(_lab(a, sight), _lab(b, sight)) for a, b in pairs) >= 14


@pytest.mark.parametrize(("section", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_of_streamlit_has_the_same_colours(section: str, palette: Palette) -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][section]
    given = (theme["primaryColor"], theme["backgroundColor"], theme["secondaryBackgroundColor"], theme["textColor"])
    assert given == (palette.main, palette.ground, palette.panel, palette.ink)


def test_the_stylesheet_carries_the_colours_and_asks_nothing_from_outside() -> None:
    sheet = stylesheet("dark", large=True)
    assert f"--ground:{DARK.ground};" in sheet
    assert "url(" not in sheet
    assert "@import" not in sheet
