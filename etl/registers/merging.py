"""What a row of a file adds to a row on record: blanks never erase, and what is equal is nothing new."""

from __future__ import annotations

from collections.abc import Mapping

from etl.dry_run import Row

KNOWN = ("passed", "failed", "withdrawn")
NOT_CONTENT = ("source_id", "_place")


def overlaid(old: Mapping[str, str | None], new: Mapping[str, str | None]) -> Row:
    """The old row with what the new one says; remarks are kept beside each other."""
    merged: Row = dict(old) | {name: value for name, value in new.items() if value not in (None, "")}
    if "note" in new or "note" in old:
        merged["note"] = both_notes(old.get("note"), new.get("note"))
    return merged


def both_notes(old: str | None, new: str | None) -> str | None:
    """Two remarks as one; a remark that is there already is not said twice."""
    if not old or not new or new in old:
        return old or new or None
    return f"{old}; {new}"


def says_more(old: Mapping[str, str | None], merged: Mapping[str, str | None]) -> bool:
    """Whether a merged row differs from the old one in what it says, its source aside."""
    return any(value != old.get(name) for name, value in merged.items() if value and name not in NOT_CONTENT)


def later_result(old: Mapping[str, str | None], new: Mapping[str, str | None]) -> Row:
    """A result with what a later list says of it; "took part" does not undo a decision that is known."""
    merged = overlaid(old, new)
    if new.get("outcome") not in KNOWN and old.get("outcome") in KNOWN:
        merged["outcome"] = old.get("outcome")
    return merged
