"""Judge a dry run by what is expected of it. Each finding says level, aspect, place, and what was expected and got."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from etl.dry_run import Row
from tests.registers.reading import Reading, names_of

SKIPPED = ("title", "header", "column_numbers", "section", "page", "blank", "total", "note", "signature")
SAME_REASON = {"header": {"header", "repeated_header"}}
OUTCOMES = {"load": {"load"}, "ask": {"ask"}, "refuse": {"refuse"}, "load_nothing": {"nothing", "ask"}}
REPEATS = {"duplicate", "same_entry_in_two_groups"}
FIELDS = {"title": ("innovation", "name"), "agency_text": ("agency",)}


@dataclass(frozen=True)
class Finding:
    """Something that is not as expected."""

    level: str
    aspect: str
    place: str
    text: str

    def __str__(self) -> str:
        return f"[{self.level}] {self.aspect} {self.place}: {self.text}"


Check = Callable[[Reading], Iterator[Finding]]


def judge(read: Reading) -> list[Finding]:
    """Everything about a dry run that is not as expected, whatever its level but `may`."""
    found = [finding for check in CHECKS for finding in check(read)]
    return [one for one in found if one.level != "may"]


def loads(read: Reading) -> bool:
    """Whether the outcome is one to which rows, records and facts apply."""
    return read.dry.outcome == "load"


def outcome(read: Reading) -> Iterator[Finding]:
    """load, ask, refuse or nothing, as expected or as also right."""
    expected = read.register.expected
    accepted = {expected["outcome"], *expected.get("also_accepted", [])}
    if read.dry.outcome not in set().union(*(OUTCOMES[one] for one in accepted)):
        yield Finding("must", "outcome", "", f"expected {sorted(accepted)}, got {read.dry.outcome}")
    if read.dry.outcome != "load" and any(read.dry.tables.values()):
        yield Finding("must", "outcome", "", f"{read.dry.outcome}, and yet rows to write")


def conservation(read: Reading) -> Iterator[Finding]:
    """Every row read is loaded, held back or skipped, exactly one of them."""
    counts, dry = read.dry.counts, read.dry
    if counts["read"] != counts["loaded"] + counts["quarantined"] + counts["skipped"]:
        yield Finding("must", "conservation", "", f"{counts}")
    skipped, held = [(s.sheet, s.row) for s in dry.skipped], {(q.sheet, q.row) for q in dry.quarantined}
    for place in sorted({one for one in skipped if skipped.count(one) > 1 or one in held}):
        yield Finding("must", "conservation", f"{place[0]}!{place[1]}", "more than one fate")
    if (len(skipped), len(held)) != (counts["skipped"], counts["quarantined"]):
        text = f"{len(skipped)} skipped and {len(held)} held back are listed, counted are {counts}"
        yield Finding("must", "conservation", "", text)
    gone = {f"{sheet}!{row}" for sheet, row in [*skipped, *held]}
    for table, row in read.all_rows():
        if row["_place"] in gone and table != "mappings":
            yield Finding("must", "conservation", str(row["_place"]), f"not loaded, and yet a row of {table}")


def rows(read: Reading) -> Iterator[Finding]:
    """How many rows were read, and what became of each kind."""
    if not loads(read) or not read.register.sheet:
        return
    sheet = read.register.sheet
    if read.dry.counts["read"] != sheet["read"]:
        yield Finding(sheet["level"], "rows", "", f"expected {sheet['read']} rows read, got {read.dry.counts['read']}")
    for kind in sheet["rows"]:
        for row, fate in read.fates(read.register.rows(kind)).items():
            yield from _fate(read, kind, row, fate)


def _fate(read: Reading, kind: str, row: int, fate: str) -> Iterator[Finding]:
    level, place = read.register.sheet["level"], f"{read.sheet}!{row}"
    twice = {"duplicate"} if row in _repeats(read) else set()
    right = {"loaded": {"loaded"}, "either": {"loaded", "quarantined"} | twice, "quarantined": {"quarantined"}}.get(
        kind
    )
    if right is not None and fate not in right:
        yield Finding(level, "rows", place, f"expected {kind}, got {fate}")
    if kind in (*SKIPPED, "other_table", "continuation") and fate == "loaded":
        yield Finding(level, "rows", place, f"expected {kind}, got loaded")
    elif kind in SKIPPED and fate not in SAME_REASON.get(kind, {kind}):
        yield Finding("should", "rows", place, f"expected {kind}, got {fate}")


def _repeats(read: Reading) -> set[int]:
    """Rows that say again what another row said: they may be skipped as duplicates, with their cell listed."""
    cells = read.register.expected.get("quarantined_cells", [])
    return {_row(one["cell"]) for one in cells if one["reason"] in REPEATS}


def _row(cell: str) -> int:
    return int(cell.rpartition("!")[2].lstrip(ascii_uppercase))


def columns(read: Reading) -> Iterator[Finding]:
    """What each column was taken for."""
    if not loads(read) or not read.register.sheet:
        return
    level = read.register.sheet["level"]
    for letter, name in read.register.sheet["columns"].items():
        column = read.column(letter)
        got = column.column if column else None
        if name is None and got:
            yield Finding("should", "columns", letter, f"expected no column of ours, got {got}")
        if name and got not in names_of(name) and not read.is_stage(got, name):
            yield Finding(level, "columns", letter, f"expected {name}, got {got}")


def sheets_not_data(read: Reading) -> Iterator[Finding]:
    """Sheets that must be named as no data."""
    for one in read.register.expected.get("sheets_not_data", []):
        sheet = read.data_sheet(one["sheet"])
        if sheet is None or sheet.is_data:
            yield Finding(one["level"], "sheets", one["sheet"], "not named as a sheet that is no data")


def records(read: Reading) -> Iterator[Finding]:
    """How many rows would be written into a table."""
    if not loads(read):
        return
    held = sum(fate == "quarantined" for fate in read.fates(read.register.rows("either")).values())
    for one in read.register.expected.get("records", []):
        found = [row for row in read.dry.tables.get(one["table"], []) if _fits(row, one.get("where", {}))]
        least = one.get("n", 0) - held
        if not least <= len(found) <= one.get("n", one.get("at_most")):
            yield Finding(one["level"], "records", one["table"], f"expected {one}, got {len(found)}")


def _fits(row: Row, where: dict[str, str]) -> bool:
    return all(row.get(key) == value for key, value in where.items())


def cells(read: Reading) -> Iterator[Finding]:
    """Cells that could not be read are listed, whether their row loads or waits."""
    if not loads(read):
        return
    for one in read.register.expected.get("quarantined_cells", []):
        if not read.listed(one["cell"]) and read.fate(_row(one["cell"])) == "loaded":
            yield Finding(one["level"], "cells", one["cell"], f"{one['reason']} {one['raw']!r} is not listed")


def facts(read: Reading) -> Iterator[Finding]:
    """What was read at a place, for rows that were loaded."""
    if not loads(read):
        return
    for fact in read.register.expected.get("facts", []):
        place = fact["row"].rpartition("!")
        row = int(place[2]) if place[0] else None
        if row is not None and read.fate(row) != "loaded":
            continue
        if not holds(read, row, fact):
            said = {key: value for key, value in fact.items() if key not in ("row", "field", "level")}
            got = read.values(row, fact["field"])
            if fact["field"] == "section":
                got = ["(nowhere in the row)"]
            yield Finding(fact["level"], "facts", f"{fact['row']} {fact['field']}", f"expected {said}, got {got}")


def holds(read: Reading, row: int | None, fact: dict[str, Any]) -> bool:
    """Whether one fact is so."""
    if fact["field"] == "same_entry_as":
        return _same_entry(read, row, int(fact["is"].rpartition("!")[2]))
    if fact["field"] == "scope":
        return not any("perangkat" in str(one["scope_id"]).lower() for one in read.at("reported_counts", row))
    got = read.values(row, fact["field"])
    if fact.get("null"):
        return not got
    if "contains" in fact:
        return any(fact["contains"] in " ".join(str(value).split()) for value in got)
    wanted = fact["one_of"] if "one_of" in fact else [fact["is"]]
    if fact["field"] == "titles":
        titles: list[str] = wanted[0]
        return got == titles
    if fact["field"] == "section":
        return any(same(value, wanted[0]) or str(wanted[0]) in str(value) for value in got)
    return (
        all(any(same(value, one) for one in wanted) for value in got) if got else bool({None, "not stored"} & {*wanted})
    )


def _same_entry(read: Reading, row: int | None, other: int) -> bool:
    """The row makes no entry of its own, and its question names the row of the entry it is a second result of."""
    asked = [question for question in read.dry.questions if (question.sheet, question.row) == (read.sheet, row)]
    named = {text.rpartition("!")[2] for question in asked for text in question.params.values()}
    return not read.at("submissions", row) and any(_row(f"!{cell}") == other for cell in named if cell[1:].isdigit())


def same(got: object, wanted: object) -> bool:
    """Whether a text read is the value expected: numbers as numbers, words without regard to case."""
    if isinstance(wanted, int | float):
        try:
            return float(str(got)) == wanted
        except ValueError:
            return False
    return str(got) == wanted if wanted is not None else got is None


def never(read: Reading) -> Iterator[Finding]:
    """What must not happen, where it can be told by machine."""
    for one in read.register.expected["never"]:
        check = one.get("check")
        if not check:
            continue
        count = sum(_breaks(row, check) for table, row in read.all_rows() if check.get("table", table) == table)
        if count > check.get("at_most", count) or (loads(read) and count < check.get("at_least", 0)):
            yield Finding(one["level"], "never", str(check), f"{one['text']}: {count} found")


def _breaks(row: Row, check: dict[str, Any]) -> bool:
    name = check.get("field")
    fields = FIELDS.get(name, (name,)) if name and name != "*" else tuple(row)
    values = [row[key] for key in fields if row.get(key) is not None and key != "_place"]
    if "value" in check:
        return any(same(value, check["value"]) for value in values)
    if "contains" in check:
        return any(check["contains"] in str(value) for value in values)
    return bool(values) if check.get("not_null") else True


def says(read: Reading) -> Iterator[Finding]:
    """What the dry run has to tell."""
    for one in read.register.expected.get("dry_run_says", []):
        told = any(read.listed(cell) for cell in one["cells"]) if one.get("cells") else bool(_words(read))
        if not told:
            yield Finding(one["level"], "says", str(one.get("cells", "")), f"not told: {one['text']}")


def _words(read: Reading) -> list[object]:
    return [*read.dry.questions, *read.dry.notes, *read.dry.asks, *read.dry.quarantined]


def personal(read: Reading) -> Iterator[Finding]:
    """Columns that may not be stored, and are said to be dropped."""
    if not loads(read):
        return
    for one in read.register.expected.get("columns_dropped_as_personal", []):
        if not read.dropped(one["column"]):
            yield Finding(one["level"], "personal", one["column"], "not dropped as personal")


CHECKS: tuple[Check, ...] = (
    outcome,
    conservation,
    rows,
    columns,
    sheets_not_data,
    records,
    cells,
    facts,
    never,
    says,
    personal,
)
