"""Delimited text, record by record; stray and unclosed quotes cost a line, never the rest of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import islice

# A record of more lines than this does not occur; the bound keeps a file full of stray quotes from being read over and
# over to its end. Once many quotes were stray, what follows gets less room.
_MOST_LINES = 200
_MANY_STRAY, _FEWER_LINES = 100, 10


@dataclass(frozen=True)
class Record:
    """The cells of a record; `line` (from 1) is where it begins; `sound` is false where its quotes do not fit."""

    line: int
    cells: list[str]
    sound: bool = True


def lines(text: str) -> list[str]:
    """The lines with their ends: LF, CRLF or CR."""
    return io.StringIO(text, newline="").readlines()


def records(written: list[str], delimiter: str) -> Iterator[Record]:
    """Each record of the lines. A line with a stray or never closed quote is parted at every delimiter instead."""
    start = stray = 0
    while start < len(written):
        start = yield from _sound(written, start, delimiter, _FEWER_LINES if stray > _MANY_STRAY else _MOST_LINES)
        if start < len(written):
            stray += 1
            yield Record(start + 1, written[start].rstrip("\r\n").split(delimiter), sound=False)
            start += 1


def _sound(written: list[str], start: int, delimiter: str, most: int) -> Generator[Record, None, int]:
    """Records from line index `start`; returns the index of the line that does not fit, or the number of lines."""
    feed = _Feed(written, start)
    parsed = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        first = feed.next
        feed.most = first + most
        try:
            cells = next(parsed)
        except StopIteration:
            return first
        except csv.Error:
            return first
        yield Record(first + 1, cells)


class _Feed:
    """Lines for the csv module, not more than a record may have."""

    def __init__(self, written: list[str], start: int) -> None:
        self.written, self.next, self.most = written, start, start

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.next >= min(self.most, len(self.written)):
            raise StopIteration
        self.next += 1
        return self.written[self.next - 1]


def first_records(written: list[str], delimiter: str, most: int) -> list[list[str]]:
    """The cells of the first records that hold anything."""
    held = (record.cells for record in records(written, delimiter) if any(cell.strip() for cell in record.cells))
    return list(islice(held, most))
