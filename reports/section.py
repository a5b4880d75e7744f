"""What a report shows, before it is a sheet, a slide or a page: findings, tables, a chart, and their sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import texts
from planning import wording

Cell = str | int | float | None
Kind = Literal["text", "ratio", "count", "decimal", "percent", "chance", "year"]


@dataclass(frozen=True)
class Column:
    """A column of a table. `kind` says what its cells are: words, figures written out ("4/5", "≥ 3"), a count, a number
    with one decimal, a fraction of one, a year. `wide` is its width beside the others; a `detail` is left out where
    there is little room."""

    heading: str
    kind: Kind = "text"
    wide: float = 1
    detail: bool = False


@dataclass(frozen=True)
class Table:
    """Rows in the order of the columns; a cell that is None is not known and stands as a dash. `total`: a last row, of
    which the columns in `summed` are the sums. `caption` tells several tables of a section apart. With `drawn` it is
    there for a chart only: a sheet has it, a page and a slide do not. `slides` False: too long to be shown in a room,
    and left to the document and the workbook."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str | None = None
    total: tuple[Cell, ...] | None = None
    summed: tuple[int, ...] = ()
    drawn: bool = False
    slides: bool = True

    def brief(self) -> Table:
        """The table without the columns that are details."""
        return self._with([place for place, column in enumerate(self.columns) if not column.detail])

    def filled(self) -> Table:
        """The table without columns that say nothing in any row."""
        said = [any(row[place] != "" for row in self.rows) for place in range(len(self.columns))]
        return self._with([place for place, is_said in enumerate(said) if is_said])

    def _with(self, kept: Sequence[int]) -> Table:
        return replace(
            self,
            columns=tuple(self.columns[place] for place in kept),
            rows=tuple(tuple(row[place] for place in kept) for row in self.rows),
            total=tuple(self.total[place] for place in kept) if self.total else None,
            summed=tuple(kept.index(place) for place in self.summed if place in kept),
        )


@dataclass(frozen=True)
class Chart:
    """Columns of a section's table drawn: `category` names the marks, each of `series` is a column of numbers. `kind`:
    columns over years, bars for named things, lines for a history with its outlook."""

    kind: Literal["columns", "bars", "lines"]
    title: str
    category: int
    series: tuple[int, ...]
    table: int = 0


@dataclass(frozen=True)
class Tile:
    """One figure to be read from afar: its name, the figure (None: not known), and what stands beside it."""

    label: str
    value: str | None
    beside: str | None = None


@dataclass(frozen=True)
class Section:
    """One subject: `name` on the sheet's tab, `title` is the finding in one sentence, `points` are sentences below it,
    `notes` how to read it, `sources` the source_id it rests on."""

    name: str
    title: str
    points: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    tables: tuple[Table, ...] = ()
    chart: Chart | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def shown(cell: Cell, kind: Kind, lang: str) -> str:
    """A cell as people read it: 2454 -> "2.454", 0.667 as percent -> "66,7 %", None -> "–"."""
    if cell is None:
        return texts.MISSING
    if isinstance(cell, str):
        return cell
    if kind == "percent":
        return texts.percent(cell, lang)
    if kind == "chance":
        return wording.chance(cell, lang)
    if kind == "decimal":
        return texts.number(cell, lang, 1)
    return str(int(cell)) if kind == "year" else texts.number(cell, lang)


def is_number(column: Column) -> bool:
    """Whether the column is set to the right."""
    return column.kind not in ("text", "year")


def used(sections: Sequence[Section]) -> list[str]:
    """Every source of the sections, once, in the order of their first use."""
    return list(dict.fromkeys(source for section in sections for source in section.sources))


def sourced(sections: Sequence[Section], line: Callable[[Sequence[str], Sequence[str]], str]) -> list[Section]:
    """The sections with their sources as a last note, written by `line` from a section's sources and all of them."""
    every = used(sections)
    return [replace(s, notes=(*s.notes, line(s.sources, every)), sources=()) if s.sources else s for s in sections]
