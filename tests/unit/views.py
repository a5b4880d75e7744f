"""A view without a warehouse: small frames stand for the metrics and listings, so that a test names what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pandas as pd

import metrics
from ui.charts import Look
from ui.listings import Listings, Row
from ui.scope import Choice
from ui.theme import LIGHT
from ui.view import View

EDITIONS = {"kipp-2016": 2016, "kipp-2017": 2017, "kipp-2018": 2018, "kipp-2020": 2020, "lokal-2018": 2018}
KNOWN = Listings.build(
    governments=pd.DataFrame(
        {"government_id": ["kab-a", "kota-b", "kab-contoh"], "name": ["Kabupaten A", "Kota B", "Kabupaten C (contoh)"],
         "level": ["regency", "city", "regency"], "is_sample": [False, False, True]}
    ),
    competitions=pd.DataFrame(
        {"competition_id": ["kipp", "lokal"], "name": ["KIPP (nasional)", "Lomba A"], "level": ["national", "local"],
         "type": ["contest", "contest"], "government_id": [None, "kab-a"], "is_sample": [False, False]}
    ),
    editions=pd.DataFrame(
        {"edition_id": list(EDITIONS), "competition_id": [name.split("-")[0] for name in EDITIONS],
         "year": list(EDITIONS.values())}
    ),
    agencies=pd.DataFrame(
        {"agency_id": ["a-1", "a-2", "a-3"], "government_id": "kab-a", "kind": ["dinas", "badan", "kecamatan"],
         "name": ["Dinas Kesehatan", "Badan Riset", "Kecamatan Utara"]}
    ),
    coverage_map=pd.DataFrame(
        {"government_id": "kab-a", "edition_id": list(EDITIONS), "basis": "rows"}
    ),
    targets=pd.DataFrame(columns=["edition_id", "scope_kind", "scope_id"]),
)  # fmt: skip
SOURCES: Mapping[str, Row] = {
    "s-1": {"source_id": "s-1", "title": "Berita", "publisher": "Koran (daring)", "published_on": "2018-01-23",
            "url": "https://example.org/1", "grade": "press"},
    "s-2": {"source_id": "s-2", "title": "Keputusan", "publisher": "Kementerian", "published_on": None,
            "url": None, "grade": "official"},
}  # fmt: skip


@dataclass(frozen=True)
class Stub(View):
    """A view whose metrics and listings are `frames` by name, whatever the scope asked for."""

    frames: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    def ask(self, metric: str, **changes: Any) -> pd.DataFrame:
        return self.frames[metric]

    def listing(self, name: str, **changes: Any) -> pd.DataFrame:
        return self.frames[name]

    @property
    def sources(self) -> Mapping[str, Row]:
        return SOURCES


def view(frames: Mapping[str, pd.DataFrame] | None = None, **scope: Any) -> Stub:
    """A view of kab-a in KIPP 2018 unless `scope` (fields of Choice) says otherwise, as of 1 March 2018."""
    given = {"government": "kab-a", "competition": "kipp", "edition": "kipp-2018"} | scope
    choice = Choice(**given)
    warehouse = cast(metrics.Warehouse, SimpleNamespace(as_of=date(2018, 3, 1), version="v1", record={}))
    return Stub(choice, KNOWN, warehouse, Look(choice.lang, LIGHT), frames or {})


def frame(columns: Mapping[str, object], *rows: Mapping[str, object]) -> pd.DataFrame:
    """A frame with one row per mapping; `columns` gives every column and its value where a row is silent. Numbers that
    are missing stay missing, as the metrics give them."""
    made = pd.DataFrame([{**columns, **row} for row in rows], columns=list(columns), dtype=object)
    return made.astype({name: _type(list(made[name])) for name in made.columns})


def _type(cells: Sequence[object]) -> str:
    given = [cell for cell in cells if cell is not None]
    if not given or any(not isinstance(cell, int | float) for cell in given):
        return "object"
    if any(isinstance(cell, bool) for cell in given):
        return "bool" if len(given) == len(cells) else "object"
    return "Int64" if all(isinstance(cell, int) for cell in given) else "Float64"


@dataclass
class Drawn:
    """What a page would have drawn: each figure's finding, note, rows and table, and the plain statements."""

    findings: list[str] = field(default_factory=list)
    notes: list[str | None] = field(default_factory=list)
    charts: list[Any] = field(default_factory=list)
    tables: list[Any] = field(default_factory=list)
    statements: list[Sequence[str]] = field(default_factory=list)

    def figure(self, view: View, finding: str, chart: Any, rows: pd.DataFrame, columns: Any, **more: Any) -> None:
        self.findings.append(finding)
        self.notes.append(more.get("note"))
        self.charts.append(chart)
        self.tables.append(more.get("table"))

    def statement(self, heading: str, text: str) -> None:
        self.statements.append((heading, text))
