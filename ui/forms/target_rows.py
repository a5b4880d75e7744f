"""A target as a row of its input table: with the key of the one that it revises, or a key of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from ui.cells import known as stated
from ui.forms.ids import free
from ui.forms.rows import Cells, text

Row = Mapping[str, Any]


def row(
    *, scope_kind: str, scope_id: str, metric: str, comparator: str, value: float | str | None, source_id: str | None,
    year: int | None = None, edition_id: str | None = None, set_on: str | None = None, set_by: str | None = None,
    note: str | None = None, known: Sequence[Row] = (),
) -> Cells:  # fmt: skip
    """The row of `targets` to write. `value` None is a stated hope without a number; a participation counts percent.

    `known` are the targets on record (the list `rows_targets` or `targets`): where one of them speaks of the same
    scope, edition (else year) and metric, the row takes its key and so revises it. Raises ValueError where neither an
    edition nor a year is given: a target is for something.
    """
    if edition_id is None and year is None:
        raise ValueError("a target needs an edition or a year")
    meant: Row = {"scope_kind": scope_kind, "scope_id": scope_id, "edition_id": edition_id, "year": year,
                  "metric": metric}  # fmt: skip
    before = same(known, meant)
    taken = {str(each["target_id"]) for each in known}
    key = str(before[0]["target_id"]) if before else free(_key(meant), taken)
    given = {"comparator": comparator, "value": value, "set_on": set_on, "set_by": set_by, "source_id": source_id,
             "note": note}  # fmt: skip
    return {name: text(cell) for name, cell in ({"target_id": key} | dict(meant) | given).items()}


def same(known: Sequence[Row], meant: Row) -> list[Row]:
    """The targets on record for one and the same thing, by key: scope, metric, and the edition, or the year where no
    edition is named."""
    found = [each for each in known if _thing(each) == _thing(meant)]
    return sorted(found, key=lambda each: str(each["target_id"]))


def _thing(row: Row) -> tuple[object, ...]:
    edition = str(row["edition_id"]) if stated(row["edition_id"]) else None
    year = int(row["year"]) if edition is None and stated(row["year"]) else None
    return str(row["scope_kind"]), str(row["scope_id"]), edition, year, str(_metric(row))


def _metric(row: Row) -> object:
    return row["metric"] if "metric" in row else row["target_metric"]


def _key(row: Row) -> str:
    """Such as kab-bangka-kipp-2018-submissions."""
    of = row["edition_id"] if row["edition_id"] is not None else row["year"]
    return f"{row['scope_id']}-{of}-{row['metric']}".replace(":", "-")
