"""Colours and type for everything that Streamlit's own theme does not reach: charts, tables, tiles.

How the colours were checked: every text colour has a WCAG contrast of at least 4.5 against the grounds it stands on and
every mark at least 3 (a washed-out projector roughly halves contrast, so the main text has 12 or more); any two series
colours stay at least 14 apart in CIELAB under simulated protanopia, deuteranopia and tritanopia (Machado 2009, full
severity). tests/unit/test_charts.py computes all of it. No state is told by colour alone.
"""

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

# All type a quarter bigger; the board, with a column per year, a little less, so that a dozen fit on a projector.
_LARGE = (
    "html{font-size:125%}.pi-board{font-size:.88rem!important}.pi-board .ago{display:block}"
    ".st-key-pi-nav p{font-size:.8rem}.st-key-pi-nav [data-testid=stPageLink-NavLink]{padding:.3rem .4rem}"
    ".pi-board .year,.pi-board .st{min-width:2.3rem!important}"
)
Mode = Literal["light", "dark"]
FONT = "Plus Jakarta Sans, Papan Symbols, Segoe UI, Noto Sans, sans-serif"


@dataclass(frozen=True)
class Palette:
    """One theme's colours as #rrggbb. `series` are the chart colours in order of use."""

    ground: str
    panel: str
    ink: str
    muted: str
    line: str
    main: str
    accent: str
    second: str
    alarm: str
    quiet: str
    main_tint: str
    accent_tint: str
    alarm_tint: str
    second_tint: str

    @property
    def series(self) -> tuple[str, ...]:
        return (self.main, self.accent, self.second, self.alarm, self.quiet)


LIGHT = Palette(
    ground="#FFFFFF",
    panel="#F1F5F4",
    ink="#10262C",
    muted="#4C5F65",
    line="#D3DCDA",
    main="#0A6B6B",
    accent="#C47A00",
    second="#44469C",
    alarm="#B23A2E",
    quiet="#8A9599",
    main_tint="#D5EAE7",
    accent_tint="#FBEBCB",
    alarm_tint="#F8DDD8",
    second_tint="#E3E4F6",
)
DARK = Palette(
    ground="#0F1B20",
    panel="#18282F",
    ink="#EAF1F0",
    muted="#A9BABD",
    line="#31444C",
    main="#4FC3BA",
    accent="#FFC857",
    second="#8C9BFF",
    alarm="#F0705A",
    quiet="#74868C",
    main_tint="#14413F",
    accent_tint="#463714",
    alarm_tint="#4D241D",
    second_tint="#2A2F5E",
)


def mode() -> Mode:
    """The theme in use in this browser: "light" unless it says dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def palette(name: Mode | None = None) -> Palette:
    """The colours of theme `name`, by default of the one in use."""
    return DARK if (name or mode()) == "dark" else LIGHT


def stylesheet(name: Mode, large: bool = False) -> str:
    """The kit's CSS with the theme's colours as variables; `large` for a projector: all type a quarter bigger."""
    colours = "".join(f"--{key.replace('_', '-')}:{value};" for key, value in asdict(palette(name)).items())
    zoom = _LARGE if large else ""
    return f":root{{{colours}}}{zoom}{_rules()}"


@cache
def _rules() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
