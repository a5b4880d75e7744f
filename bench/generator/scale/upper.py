"""The contest above the governments: the best local entries of each, ranked together."""

from dataclasses import dataclass, field

import numpy as np

from bench.generator.catalogue import AGENCIES
from bench.generator.scale import local
from bench.generator.scale.climb import Climb, Floats, Ints, climb, result_lines
from bench.generator.scale.shape import UPPER, Shape, ends_on, government_id, level, upper_gates
from bench.generator.scale.sink import Sink
from bench.generator.tables import Cell, Tables


@dataclass
class Sent:
    """What the governments send on in one year, collected government by government."""

    government: list[Ints] = field(default_factory=list)
    agency: list[Ints] = field(default_factory=list)
    serial: list[Ints] = field(default_factory=list)
    quality: list[Floats] = field(default_factory=list)

    def add(self, index: int, drawn: local.Year, n: int) -> None:
        best = drawn.best(n)
        self.government.append(np.full(len(best), index, dtype=np.int64))
        self.agency.append(drawn.agency[best])
        self.serial.append(drawn.serial[best])
        self.quality.append(drawn.climbed.quality[best])


def hold(sink: Sink, tables: Tables, shape: Shape, year: int, sent: Sent, seed: int) -> None:
    """Run the edition of `year`; write the rows of the governments here and the totals of all."""
    rng = np.random.default_rng([seed, 1_000_000, year])
    quality = np.concatenate(sent.quality)
    unseen = (shape.observed - shape.governments) * shape.upper_entries
    spread = np.clip(rng.normal(0, 0.08, len(quality) + unseen), -0.2, 0.2)
    others = rng.choice(quality, size=unseen)
    everyone = np.clip(np.r_[quality, others] + spread, 0, 1)
    climbed = climb(rng, everyone, upper_gates(shape))
    source = f"{UPPER}-{year}"
    _write_rows(sink, climbed, sent, len(quality), year, source)
    _totals(tables, climbed, year, source)
    if not unseen:
        _by_level(tables, climbed, np.concatenate(sent.government), year, source)


def _write_rows(sink: Sink, climbed: Climb, sent: Sent, n: int, year: int, source: str) -> None:
    edition = f"{UPPER}-{year}"
    governments = [government_id(g) for g in np.concatenate(sent.government).tolist()]
    agencies = [AGENCIES[a] for a in np.concatenate(sent.agency).tolist()]
    serials = np.concatenate(sent.serial).tolist()
    closing = local.closing_days(ends_on(climbed.gates[climbed.at("submitted")], year))
    days = [
        closing[i * 7919 % len(closing)] if ok else "" for i, ok in enumerate(climbed.passed("submitted")[:n].tolist())
    ]
    ids = [f"{edition}-{g}-{a.key}-{s + 1:04d}" for g, a, s in zip(governments, agencies, serials, strict=True)]
    rows = zip(ids, governments, agencies, serials, days, strict=True)
    sink.write("submissions", [local.submission(i, edition, g, a, s, "", day, source) for i, g, a, s, day in rows])
    lines = result_lines(climbed, [*ids, *[""] * (len(climbed.depth) - n)], year, source)
    sink.write("stage_results", [line for line in lines if line[0] != ","])
    won = [
        line for line in local.prize_lines(climbed, [*ids, *[""] * (len(climbed.depth) - n)], source) if line[0] != ","
    ]
    sink.write("awards", won)


def _totals(tables: Tables, climbed: Climb, year: int, source: str) -> None:
    """Published totals per stage, and where the entries stopped that were never submitted."""
    for position, gate in enumerate(climbed.gates):
        _count(tables, year, source, gate.stage_id, value=int((climbed.depth > position).sum()))
    lost = int((climbed.depth == climbed.at("submitted")).sum())
    with_unit = round(0.6 * lost)
    _count(tables, year, source, "registered", value=with_unit, category="berhenti: unit layanan")
    _count(tables, year, source, "registered", value=lost - with_unit, category="berhenti: admin instansi")


def _by_level(tables: Tables, climbed: Climb, governments: Ints, year: int, source: str) -> None:
    """Regencies and cities add up to the totals."""
    cities = np.array([level(index) == "city" for index in governments.tolist()])
    for position, gate in enumerate(climbed.gates):
        passed = climbed.depth > position
        _count(tables, year, source, gate.stage_id, "level", "city", value=int((passed & cities).sum()))
        _count(tables, year, source, gate.stage_id, "level", "regency", value=int((passed & ~cities).sum()))


def _count(
    tables: Tables, year: int, source: str, stage_id: str, kind: str = "all", scope_id: str = "all", **cells: Cell
) -> None:
    tables.add(
        "reported_counts",
        edition_id=f"{UPPER}-{year}",
        stage_id=stage_id,
        scope_kind=kind,
        scope_id=scope_id,
        measure="entries",
        comparator="=",
        source_id=source,
        **cells,
    )
