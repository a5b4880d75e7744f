"""What a row below the headings is if it is no entry: one small rule per reason, asked in the order of RULES.

What no rule claims is an entry; so is at once what begins with a running number."""

from __future__ import annotations

import re
import string
from collections.abc import Callable

from etl.layout import words
from etl.layout.cells import is_figure, leads_a_row, one_line, running_number
from etl.layout.place import Line, Place
from etl.workbook import Value

Rule = Callable[[Line, Place], bool]
SIGNATURE_REACHES = 12  # rows from the post to the name or staff number
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2})\s*\)?(?:\s*=.*)?", re.DOTALL)


def is_entry(line: Line, place: Place) -> bool:
    """The row has a running number, or another first cell with a figure, and something beside it."""
    return len(line.cells) > 1 and leads_a_row(line.cells.get(place.lead))


def is_blank(line: Line, place: Place) -> bool:
    """Nothing stands in the row but perhaps a running number given in advance."""
    if not line.cells:
        return True
    number = running_number(line.cells.get(place.lead)) if place.numbered and len(line.cells) == 1 else None
    return number is not None and number > (place.last_number() or 0)


def is_column_numbers(line: Line, place: Place) -> bool:
    """1 2 3 4 straight below the headings, also (1) (2) or 3=1x2. Two columns: only if the next row counts too."""
    if place.previous != "header" or len(line.cells) < 2:
        return False
    numbers = [_column_number(value) for value in line.cells.values()]
    if numbers != list(range(1, len(numbers) + 1)):
        return False
    return len(numbers) > 2 or place.next_number(line.number) == 1


def _column_number(value: Value) -> int | None:
    match = _COLUMN_NUMBER.fullmatch(one_line(value))
    return int(match[1]) if match else None


def is_page(line: Line, place: Place) -> bool:
    """A page number alone in its row, unless figures stand above it in its column: that would be a total."""
    if len(line.cells) != 1 or len(place.names) < 2:
        return False
    [(column, value)] = line.cells.items()
    if column == place.lead and not place.numbered:
        return False  # an entry of which only the year or code is told
    return words.is_page(one_line(value)) and not _figures_above(column, place)


def _figures_above(column: int, place: Place) -> bool:
    above = place.table.rows[-1].cells.get(column) if place.table.rows else None
    return column != place.lead and above is not None and is_figure(above)


def is_total(line: Line, place: Place) -> bool:
    """A word of totals and figures; in a numbered table also "Jumlah Dinas X". Or a lone figure below figures."""
    if not line.texts:
        return len(line.cells) == 1 and _figures_above(next(iter(line.cells)), place)
    label = line.texts[0]
    rest = [value for value in line.cells.values() if value is not label]
    if words.is_total(label):
        return all(is_figure(value) or _says_nothing(value) for value in rest)
    unnumbered = place.numbered and running_number(line.cells.get(place.lead)) is None
    figures = bool(rest) and all(map(is_figure, rest))
    return words.begins_like_a_total(label) and figures and unnumbered


def _says_nothing(value: Value) -> bool:
    """A dash, an error, a figure with its unit, or the word of totals again."""
    if not isinstance(value, str):
        return False
    return value[0] in "#" + string.digits or not any(map(str.isalnum, value)) or words.is_total(value)


def is_note(line: Line, place: Place) -> bool:
    """Notes, keys of codes, source lines; after a first note at the foot all short rows that are no signature."""
    text = line.only_text
    if text is not None and words.is_note(text) and (len(place.names) > 1 or not text.startswith("(")):
        return True
    if line.texts and words.labels_a_note(line.texts[0]) and place.lead not in _figures(line):
        return line.texts[0].rstrip()[-1] in ".:" or place.previous == "blank"
    return place.foot == "note" and len(line.cells) <= 2 and (_is_key(line) or len(place.names) > 2)


def _figures(line: Line) -> set[int]:
    return {column for column, value in line.cells.items() if is_figure(value)}


def _is_key(line: Line) -> bool:
    return bool(line.texts) and words.is_legend(" ".join(line.texts))


def is_signature(line: Line, place: Place) -> bool:
    """Place and date, post, ttd, name and staff number; once begun, the short rows to the end of the sheet."""
    if len(line.cells) > 3 or not line.texts or place.lead in _figures(line):
        return False
    if any(words.is_signed(text) for text in line.texts):
        return place.previous != "data" or len(place.names) > 1
    if place.foot == "signature":
        return len(line.cells) == 1 or place.grid.last - line.number <= SIGNATURE_REACHES
    begins = place.previous == "blank" or place.foot is not None
    return begins and any(map(words.is_post, line.texts)) and _is_signed_below(line, place)


def _is_signed_below(line: Line, place: Place) -> bool:
    for row in place.grid.filled_rows(line.number, SIGNATURE_REACHES):
        cells = place.grid.cells(row)
        if len(cells) > 3:
            return False
        if any(isinstance(value, str) and words.is_signed(value) for value in cells.values()):
            return True
    return False


def is_title(line: Line, place: Place) -> bool:
    """A line above the headings of another table that does not read like a section."""
    text = line.only_text
    if text is None or words.is_enumerated(text) or len(place.names) < 2:
        return False
    return place.ahead(line.number) == "other"


def is_section(line: Line, place: Place) -> bool:
    """A heading between the entries: "A. PEMENANG UTAMA", also with its letter in the column of numbers.

    A lone text in another column than that of the numbers needs more to show it: it may be a second title of an agency
    that is named once."""
    if len(place.names) < 2:
        return False
    if _letter_and_name(line, place):
        return place.goes_on(line.number)
    text = line.only_text
    if text is None:
        return False
    evident = line.across or words.is_enumerated(text)
    if place.ahead(line.number):
        return evident or place.previous != "data" or words.names_a_section(text)
    if not place.numbered:
        return evident and place.grid.next_filled(line.number) is not None
    return (evident or place.lead in line.cells or _like_sections(line, text, place)) and place.goes_on(line.number)


def _like_sections(line: Line, text: str, place: Place) -> bool:
    """Whether the numbers begin anew below, or a section stood in this column before."""
    seen = place.section_columns >= line.cells.keys() and words.names_a_section(text)
    return seen or place.next_number(line.number) == 1


def _letter_and_name(line: Line, place: Place) -> bool:
    mark = line.cells.get(place.lead)
    name = [value for column, value in line.cells.items() if column != place.lead]
    fits = place.numbered and len(place.names) > 2 and len(name) == 1 and isinstance(name[0], str)
    return fits and isinstance(mark, str) and words.is_letter(mark)


def is_continuation(line: Line, place: Place) -> bool:
    """The second half of a text cut by a page break: no number, and the numbering goes on behind it.

    Where agencies are named and numbered once, such a row is a title of its own: only a text that reads as cut is
    joined there, and never in a merge."""
    if not place.table.rows or not place.numbered or place.lead in line.cells or line.only_text is None:
        return False
    [(column, text)] = line.cells.items()
    before, last, following = (
        place.table.rows[-1].cells.get(column),
        place.last_number(),
        place.next_number(line.number),
    )
    if not isinstance(before, str) or not isinstance(text, str) or place.in_merge(line.number):
        return False
    if last is None or following not in (last + 1, None):
        return False
    if place.previous in ("header", "page") and following and place.all_numbered:
        return True
    return place.previous in ("header", "page", "data", "continuation") and words.is_cut(before, text)


def is_outside(line: Line, place: Place) -> bool:
    """A remark beside the table: nothing stands below a heading."""
    return not place.names.keys() & line.cells.keys()


RULES: tuple[tuple[str, Rule], ...] = (
    ("blank", is_blank),
    ("column_numbers", is_column_numbers),
    ("data", is_entry),
    ("page", is_page),
    ("total", is_total),
    ("signature", is_signature),
    ("note", is_note),
    ("title", is_title),
    ("section", is_section),
    ("continuation", is_continuation),
    ("note", is_outside),
)


def reason(line: Line, place: Place) -> str | None:
    """Why the row is no entry, or None where it is one."""
    found = next((name for name, rule in RULES if rule(line, place)), "data")
    return None if found == "data" else found
