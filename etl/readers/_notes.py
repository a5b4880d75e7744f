"""What every reader has to say of a workbook."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from etl.readers import _grid
from etl.workbook import Note, Sheet, address


def hidden(sheets: Iterable[Sheet]) -> list[Note]:
    """A note for each hidden sheet, and one for each sheet with hidden rows that names the rows."""
    found = []
    for sheet in sheets:
        if sheet.hidden:
            found.append(Note("read_hidden_sheet", {"sheet": sheet.name}))
        if sheet.hidden_rows:
            found.append(Note("read_hidden_rows", {"sheet": sheet.name, "rows": _grid.spans(sheet.hidden_rows)}))
    return found


def formulas(sheet: str, places: Collection[tuple[int, int]]) -> list[Note]:
    """A note where formulas stand without a stored result: how many, and the first of them."""
    if not places:
        return []
    return [Note("read_formulas", {"sheet": sheet, "count": str(len(places)), "cell": address(sheet, *min(places))})]
