"""Metric frames as plain Python rows: NULL is None, whole numbers are int, for JSON, CSV and comparison."""

from __future__ import annotations

from typing import Any

import pandas as pd


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as dicts of None, bool, int, float, str, date and list; never NaN or a numpy type."""
    columns = [str(name) for name in frame.columns]
    values = [[plain(value) for value in frame[name].tolist()] for name in frame.columns]
    return [dict(zip(columns, row, strict=True)) for row in zip(*values, strict=True)]


def plain(value: Any) -> Any:
    """One cell as a plain Python value; NaN, NA and NaT become None."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    return value
