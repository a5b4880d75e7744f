"""Names and words that reports put beside figures: places, contests, editions, stages, agencies, sources, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import metrics
import texts
from metrics import Scope, Warehouse
from reports.plain import plain

Row = dict[str, Any]
NAMED = 3  # sources below a table that are named in full


@dataclass(frozen=True)
class Reader:
    """The warehouse as one language reads it."""

    warehouse: Warehouse
    lang: str

    def t(self, key: str, **params: object) -> str:
        return texts.t(key, self.lang, **params)

    def number(self, value: int | float | None, decimals: int = 0) -> str:
        return texts.number(value, self.lang, decimals)

    def percent(self, fraction: float | None, decimals: int = 0) -> str:
        return texts.percent(fraction, self.lang, decimals)

    def day(self, value: Any) -> str:
        return texts.day(value, self.lang)

    def reason(self, code: str | None) -> str | None:
        return texts.reason(code, self.lang) if code else None

    def basis(self, basis: str) -> str:
        return self.t(f"basis.{basis}")

    def yes(self, answer: bool) -> str:
        return self.t("table.yes" if answer else "table.no")

    def rows(self, metric: str, **scope: Any) -> list[Row]:
        """The rows of a metric. Raises UnknownName."""
        return metrics.records(metrics.run(metric, Scope(**scope), self.warehouse))

    def listing(self, name: str, **scope: Any) -> list[Row]:
        """The rows of a reference list. Raises UnknownName."""
        return metrics.records(metrics.listing(name, Scope(**scope), self.warehouse))

    def place(self, government: str | None) -> str:
        """The government's name, or the words for the whole country."""
        row = self.governments.get(government or "")
        return plain(row["name"]) if row else self.t("scope.all_governments")

    def contest(self, competition: str) -> str:
        """The contest's name without what stands in brackets."""
        return bare(self.competitions[competition]["name"])

    def edition(self, edition: str) -> str:
        """ "KIPP 2018"."""
        row = self.editions[edition]
        return f"{self.contest(row['competition_id'])} {row['year']}"

    def source(self, source: str) -> str:
        """Title and publisher of a source."""
        row = self.sources.get(source)
        return ", ".join(plain(row[name]) for name in ("title", "publisher") if row[name]) if row else source

    def titles(self, sources: Iterable[str]) -> str | None:
        """Several sources in one cell; None where there is none."""
        return "; ".join(self.source(source) for source in dict.fromkeys(sources)) or None

    def source_line(self, sources: Iterable[str], every: Sequence[str]) -> str:
        """ "Sumber: …; …" where they are few, else numbers in the list of `every` source: "Sumber: nomor 1, 3–7"."""
        own = list(dict.fromkeys(sources))
        if len(own) <= NAMED:
            return self.t("source.line", names=self.titles(own))
        return self.t("pack.sources_numbered", numbers=", ".join(spans(sorted(every.index(s) + 1 for s in own))))

    def is_sample(self, government: str | None, competition: str | None = None) -> bool:
        """Whether what is looked at is the generated sample."""
        rows = self.governments.get(government or ""), self.competitions.get(competition or "")
        return any(bool(row["is_sample"]) for row in rows if row)

    @cached_property
    def governments(self) -> dict[str, Row]:
        return {row["government_id"]: row for row in self.listing("governments")}

    @cached_property
    def competitions(self) -> dict[str, Row]:
        return {row["competition_id"]: row for row in self.listing("competitions")}

    @cached_property
    def editions(self) -> dict[str, Row]:
        return {row["edition_id"]: row for row in self.listing("editions")}

    @cached_property
    def sources(self) -> dict[str, Row]:
        return {row["source_id"]: row for row in self.listing("sources")}


def bare(name: str) -> str:
    """A name without what stands in brackets behind it: "Final (Kabupaten X)" -> "Final"."""
    return plain(name).split(" (", 1)[0]


def spans(numbers: Sequence[int]) -> list[str]:
    """Ascending numbers with runs drawn together: [1, 2, 3, 7] -> ["1–3", "7"]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
