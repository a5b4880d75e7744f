"""What holds of the dry run of any file, however odd: nothing is lost, nothing invented, nothing takes for ever."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from etl.context import Context
from etl.dry_run import DryRun, Given
from tests.registers import doors
from tests.support.workbooks import Made

OUTCOMES = {"load", "ask", "nothing", "refuse"}
SECONDS = 10.0
CONTEST = Given(government_id="kab-contoh", edition_id="lomba-contoh-2025", table="submissions")


def given_of(made: Made) -> Given:
    """What a person would say of a file that was made."""
    return made.register.given if made.register else CONTEST


def read_in_time(name: str, data: bytes, given: Given, known: Context) -> tuple[DryRun, list[str]]:
    """The dry run of a file, and whether it took too long."""
    before = time.perf_counter()
    dry = doors.read(name, data, given, known)
    took = time.perf_counter() - before
    return dry, [f"took {took:.1f} s"] if took > SECONDS else []


def faults(made: Made, known: Context) -> list[str]:
    """Everything that does not hold of a file that was made."""
    dry, late = read_in_time(made.name, made.data, given_of(made), known)
    again = doors.read(made.name, made.data, given_of(made), known)
    found = [*late, *unconserved(dry), *_rows_counted(made, dry), *_invented(made, dry), *_truth(made, dry)]
    return [*found, *([] if _said(dry) == _said(again) else ["read twice, two results"])]


def _said(dry: DryRun) -> str:
    """All that a dry run says; not the copy without personal data, a workbook that holds the moment it was written."""
    return str(replace(dry, kept=None))


def unconserved(dry: DryRun) -> Iterator[str]:
    """Where rows are lost or counted twice."""
    counts = dry.counts
    if dry.outcome not in OUTCOMES or (dry.outcome == "refuse") != (dry.refused is not None):
        yield f"outcome {dry.outcome}, refused {dry.refused}"
    if counts["read"] != counts["loaded"] + counts["quarantined"] + counts["skipped"]:
        yield f"counts do not add up: {counts}"
    skipped = Counter((one.sheet, one.row) for one in dry.skipped)
    held = {(one.sheet, one.row) for one in dry.quarantined}
    if [place for place, times in skipped.items() if times > 1] or skipped.keys() & held:
        yield f"rows with two fates: {sorted(skipped.keys() & held) or skipped.most_common(1)}"
    if (len(skipped), len(held)) != (counts["skipped"], counts["quarantined"]):
        yield f"listed {len(skipped)} skipped and {len(held)} held back, counted {counts}"
    # A confirmed heading is a row too, but says what a column is: it comes from no row of the sheet.
    tables = {table: rows for table, rows in dry.tables.items() if table != "mappings"}
    placed = [(str(row["_place"]), table) for table, rows in tables.items() for row in rows]
    gone = {f"{sheet}!{row}" for sheet, row in {*skipped, *held}}
    if [place for place, _ in placed if place in gone]:
        yield f"written though not loaded: {[one for one in placed if one[0] in gone][:3]}"
    if dry.outcome != "load" and placed:
        yield f"{dry.outcome}, and yet rows to write"


def _rows_counted(made: Made, dry: DryRun) -> Iterator[str]:
    """`read` is every row from 1 to the last with content, of each sheet taken as data."""
    counted = {sheet.name: sheet.counted for sheet in made.sheets}
    data = [counted[sheet.name] for sheet in dry.sheets if sheet.is_data]
    least, most = sum(rows[0] for rows in data), sum(rows[-1] for rows in data)
    if dry.outcome == "load" and not least <= dry.counts["read"] <= most:
        yield f"read {dry.counts['read']} rows of {least}"
    places = [(one.sheet, one.row) for one in dry.skipped] + [(one.sheet, one.row) for one in dry.quarantined]
    outside = [(sheet, row) for sheet, row in places if row < 1 or row > counted[sheet][-1]]
    if outside:
        yield f"a row that is not there: {outside[0]}"


def titles_of(dry: DryRun) -> list[str]:
    """Titles of the entries or innovations that would be written."""
    entries = [str(row["innovation"]) for row in dry.tables.get("submissions", []) if row.get("innovation")]
    return entries or [str(row["name"]) for row in dry.tables.get("innovations", [])]


def _invented(made: Made, dry: DryRun) -> Iterator[str]:
    """Titles that stand nowhere in the file; one cut in two by a page break stands in two cells."""
    cells = [
        "".join(str(cell).split()) for sheet in made.sheets for row in sheet.rows for cell in row if cell is not None
    ]
    for title in titles_of(dry):
        plain = "".join(title.split())
        whole = any(plain in cell for cell in cells)
        if not whole and not any(plain.startswith(cell) and plain[len(cell) :] in cells for cell in cells if cell):
            yield f"a title that does not stand in the file: {title!r}"


def _truth(made: Made, dry: DryRun) -> Iterator[str]:
    """Where the entries are known: each is loaded or held back, none is loaded twice, and nothing else is loaded."""
    if made.titles is None:
        return
    wanted = Counter(" ".join(title.split()) for title in made.titles)
    got = Counter(" ".join(title.split()) for title in titles_of(dry))
    if dry.outcome != "load" and wanted:
        yield f"{dry.outcome} ({dry.refused or dry.asks}), though {len(wanted)} entries stand in the file"
    elif got - wanted:
        yield f"entries that are none: {list((got - wanted).elements())[:3]}"
    elif wanted - got and not dry.quarantined:
        yield f"entries lost without a word: {list((wanted - got).elements())[:3]}"
    elif sum((wanted - got).values()) > dry.counts["quarantined"] * 3:
        yield f"more entries lost than rows held back: {list((wanted - got).elements())[:3]}"
