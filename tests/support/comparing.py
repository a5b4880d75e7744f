"""Compares the rows of the engine with those of a twin, and says in words where they part."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

Row = dict[str, Any]
Key = tuple[Any, ...]
TOLERANCE = 1e-9
NOT_COMPARED = {"reason"}


def differences(keys: Sequence[str], engine: Iterable[Row], twin: Iterable[Row]) -> list[str]:
    """One line for each key that only one side has, and for each cell that differs; empty if all is equal.

    Columns are those that the twin gives; one that the engine lacks is a difference. Sources are compared name by name
    for published totals; of rows (each has its own, and coverage has one) the papers ask only that there be some."""
    ours, lines = by_key("engine", keys, engine)
    theirs, more = by_key("twin", keys, twin)
    lines += more
    lines += one_sided("only in the engine: ", keys, ours, theirs)
    lines += one_sided("only in the twin:   ", keys, theirs, ours)
    for key in in_order(ours.keys() & theirs.keys()):
        for column in theirs[key]:
            if column in keys or column in NOT_COMPARED:
                continue
            left, right = ours[key].get(column, "(no such column)"), theirs[key][column]
            if column == "sources" and theirs[key]["basis"] != "reported":
                left, right = bool(left), bool(right)
            if not is_same(left, right):
                lines.append(f"{named(keys, key)} · {column}: engine {left!r}, twin {right!r}")
    return lines


def one_sided(said: str, keys: Sequence[str], rows: dict[Key, Row], others: dict[Key, Row]) -> list[str]:
    """A line for each row whose key the other side lacks.

    Rows that say nothing are passed over: no paper tells for which scopes "nothing is known" gets a row.
    """
    alone = in_order(rows.keys() - others.keys())
    return [said + f"{named(keys, key)} {brief(rows[key])}" for key in alone if says_something(rows[key])]


def says_something(row: Row) -> bool:
    """True unless the row is of basis `unknown` without any number."""
    numbers = [row.get(name) for name in ("numerator", "denominator", "value", "entered", "passed")]
    return row.get("basis") != "unknown" or any(number is not None for number in numbers)


def by_key(side: str, keys: Sequence[str], rows: Iterable[Row]) -> tuple[dict[Key, Row], list[str]]:
    """Rows by their key, and a line for each key that stands more than once."""
    listed = [(tuple(clean(row[name]) for name in keys), row) for row in rows]
    number = Counter(key for key, _ in listed)
    twice = [f"{times} times in the {side}: {named(keys, key)}" for key, times in number.items() if times > 1]
    return dict(listed), twice


def clean(value: Any) -> Any:
    """A cell as it is compared: blank text is None, a list is sorted, a day is text."""
    if value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return sorted(str(part) for part in value)
    return value


def is_same(left: Any, right: Any) -> bool:
    """Equal, with numbers to 1e-9."""
    left, right = clean(left), clean(right)
    if is_number(left) and is_number(right):
        return abs(float(left) - float(right)) <= TOLERANCE
    return bool(left == right)


def is_number(value: Any) -> bool:
    """A number, and not a truth value."""
    return not isinstance(value, bool) and (isinstance(value, int | float) or hasattr(value, "as_integer_ratio"))


def in_order(found: Iterable[Key]) -> list[Key]:
    """Keys in a fixed order, blanks first."""
    return sorted(found, key=lambda key: [str(part or "") for part in key])


def named(keys: Sequence[str], key: Key) -> str:
    """A key as text; parts that are blank are left out."""
    return " ".join(f"{name}={part}" for name, part in zip(keys, key, strict=True) if part is not None)


def brief(row: Row) -> str:
    """What a row says, for a key that only one side has."""
    cells = ("numerator", "denominator", "value", "basis", "state", "reason")
    return str({name: row[name] for name in cells if row.get(name) is not None})
