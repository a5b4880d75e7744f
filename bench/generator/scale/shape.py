"""The sizes of the benchmark, and the stages of its contests."""

import datetime as dt
from dataclasses import dataclass

PREFIX = "gen"
UPPER = f"{PREFIX}-kipp"


@dataclass(frozen=True)
class Gate:
    """A stage: passed by a share of those that entered (`rate`), or by the best `quota`."""

    stage_id: str
    kind: str
    name: str
    rate: float = 1.0
    quota: int | None = None
    ends: tuple[int, int] = (1, 1)  # month, day


@dataclass(frozen=True)
class Shape:
    """`local_entries` and `upper_entries` are means per government and year; `observed` counts all governments
    that the upper contest has, also those without rows here."""

    size: str
    governments: int
    first_year: int
    upper_level: str
    top: int
    winners: int
    last_year: int = 2025
    local_entries: int = 185
    upper_entries: int = 65
    smallest_contest: int = 14

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)

    @property
    def observed(self) -> int:
        return max(self.governments, self.smallest_contest)

    @property
    def provinces(self) -> int:
        return min(38, self.governments) if self.upper_level == "national" else 1


SHAPES = {
    "district": Shape("district", 1, 2014, "provincial", 40, 20),
    "province": Shape("province", 40, 2014, "provincial", 40, 20),
    "nation": Shape("nation", 552, 2011, "national", 99, 45),
}

LOCAL_GATES = (
    Gate("identified", "identified", "Identifikasi inovasi", ends=(1, 20)),
    Gate("drafted", "drafted", "Penyusunan proposal", rate=0.97, ends=(2, 4)),
    Gate("registered", "registered", "Pendaftaran", rate=0.97, ends=(3, 31)),
    Gate("submitted", "submitted", "Pengajuan", rate=0.8, ends=(3, 31)),
    Gate("administrative", "administrative", "Seleksi administrasi", rate=0.78, ends=(4, 15)),
    Gate("top40", "shortlist", "Top 40", quota=40, ends=(5, 12)),
    Gate("presentation", "presentation", "Presentasi", rate=0.95, ends=(6, 3)),
    Gate("top10", "final", "Top 10", quota=10, ends=(7, 1)),
)


def upper_gates(shape: Shape) -> tuple[Gate, ...]:
    """Stages of the contest above; shares of intake and administrative stage as in KIPP 2022."""
    half = round(2.3 * shape.top)
    return (
        Gate("registered", "registered", "Pendaftaran", ends=(10, 15)),
        Gate("submitted", "submitted", "Pengajuan", rate=0.706, ends=(10, 15)),
        Gate("administrative", "administrative", "Seleksi administrasi", rate=0.781, ends=(10, 30)),
        Gate("evaluation", "evaluation", "Penilaian proposal", quota=half, ends=(11, 10)),
        Gate(f"top{shape.top}", "shortlist", f"Top {shape.top}", quota=shape.top, ends=(11, 14)),
        Gate(f"top{shape.winners}", "final", f"Top {shape.winners}", quota=shape.winners, ends=(12, 8)),
    )


def government_id(index: int) -> str:
    return f"{PREFIX}-kab-{index + 1:03d}"


def level(index: int) -> str:
    """Every sixth government is a city."""
    return "city" if index % 6 == 5 else "regency"


def local_edition(index: int, year: int) -> str:
    return f"{PREFIX}-lomba-{index + 1:03d}-{year}"


def ends_on(gate: Gate, year: int) -> str:
    return dt.date(year, *gate.ends).isoformat()
