"""The CSV behind a figure: machine-readable numbers, the basis and the sources, and no cell that runs as a formula."""

import pandas as pd

from ui.markup import Html

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(frame: pd.DataFrame, *, sample: bool = False, sample_column: str = "sample_data") -> bytes:
    """`frame` as CSV in UTF-8 with a byte-order mark, so that spreadsheets read the letters right.

    The first row is the header. Numbers keep the point and full precision; missing cells are empty; lists (sources)
    are joined with "|"; text that a spreadsheet would run gets a leading apostrophe. Sample data has a last column
    saying so on each row. Columns of markup, made for the screen from other columns, are left out.
    """
    frame = frame[[name for name in frame.columns if not any(isinstance(cell, Html) for cell in frame[name])]]
    safe = pd.DataFrame({str(_cell(str(name))): _column(frame[name]) for name in frame.columns})
    if sample:
        safe[sample_column] = True
    return b"\xef\xbb\xbf" + safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8")


def _column(values: pd.Series) -> pd.Series:
    text = values.dtype == object or pd.api.types.is_string_dtype(values)
    return pd.Series([_cell(value) for value in values], index=values.index, dtype=object) if text else values


def _cell(value: object) -> object:
    if isinstance(value, list | tuple) or type(value).__name__ == "ndarray":
        value = "|".join(str(item) for item in value)  # type: ignore[attr-defined]
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
