"""Charts: a frame in, a figure as a plain dictionary with its alternative text out.

Every chart labels its marks directly and has no legend. A missing value is never drawn as zero: it is a gap with a
dash, and "at least" is an open mark with the sign ≥. Orders, names and numbers come from the frame; nothing is computed
here but positions.
"""

from ui.charts.bars import bars
from ui.charts.base import Chart, Look, Ready, config
from ui.charts.curves import curves
from ui.charts.funnel import funnel
from ui.charts.grids import heat, small_multiples
from ui.charts.ranks import bump
from ui.charts.rates import rates
from ui.charts.years import aimed, series, target_years

__all__ = [
    "Chart",
    "Look",
    "Ready",
    "aimed",
    "bars",
    "bump",
    "config",
    "curves",
    "funnel",
    "heat",
    "rates",
    "series",
    "small_multiples",
    "target_years",
]
