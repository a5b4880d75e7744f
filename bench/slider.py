"""Measure a move of a slider on the page Proyeksi: the server's time for the part of the page that it redraws.

The page runs in Streamlit's own test runner; timed is the fragment alone, which is what a browser's move runs again.
`python -m bench.slider` prints the times as JSON."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

import metrics
from planning import series
from ui.planner import desk

MOVES = 9
ROOT = Path(__file__).resolve().parents[1]
CHANCES = (0.5, 0.6, 0.7, 0.9, 0.95)


def slider_times(moves: int = MOVES) -> dict[str, float]:
    """Milliseconds per slider (entries, goal, ambition): the median of `moves` moves, each to a number not yet shown.

    Of the government with the most entries in the published warehouse, in its usual contest. `opening` is the first
    drawing of the same part, with nothing kept from before."""
    with _timing() as times:
        app = _opened(*_largest())
        found = {"opening": times[-1]}
        found["entries"] = _moved(app, times, "slider", "entries", [3 + 2 * step for step in range(moves)])
        found["goal"] = _moved(app, times, "slider", "goal", [2 + step for step in range(moves)])
        found["ambition"] = _moved(app, times, "select_slider", "ambition", CHANCES)
    return found


def _largest() -> tuple[str, str]:
    """The government with the most entries, and the contest in which most of its years are known."""
    warehouse = metrics.open_warehouse()
    found = warehouse.rows("""
        SELECT government_id FROM warehouse.entries WHERE government_id IS NOT NULL
        GROUP BY government_id ORDER BY count(*) DESC, government_id LIMIT 1""")
    government = str(found[0][0])
    return government, series.usual_competition(warehouse, government)


def _opened(government: str, contest: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    app.query_params["government"], app.query_params["competition"] = government, contest
    app.switch_page("pages/perencanaan/proyeksi.py")
    return _run(app)


def _moved(app: AppTest, times: list[float], kind: str, name: str, values: Any) -> float:
    start = len(times)
    for value in values:
        getattr(app, kind)(key=f"pi-plan-{name}").set_value(value)
        _run(app)
    return statistics.median(times[start:])


def _run(app: AppTest) -> AppTest:
    app.run()
    if app.exception:
        raise RuntimeError(str(app.exception[0].message))
    return app


@contextmanager
def _timing() -> Iterator[list[float]]:
    """Milliseconds of every drawing of the desk, in order, while the block runs."""
    times: list[float] = []
    draw: Callable[..., Any] = desk.draw

    def timed(*given: Any) -> None:
        before = time.perf_counter()
        draw(*given)
        times.append((time.perf_counter() - before) * 1000)

    setattr(desk, "draw", timed)  # noqa: B010 - a module's function, replaced while it is measured
    try:
        yield times
    finally:
        setattr(desk, "draw", draw)  # noqa: B010


if __name__ == "__main__":
    print(json.dumps(slider_times()))
