"""The stages of each edition: they change over the years, as in the real contests."""

import datetime as dt
from dataclasses import dataclass, replace

from bench.generator.sample.world import OPEN_YEAR

PREPARATION = ("identified", "drafted", "clinic", "revised", "verified")
NAMES = {
    "identified": "Identifikasi inovasi oleh OPD",
    "drafted": "Penyusunan proposal",
    "clinic": "Klinik proposal",
    "revised": "Perbaikan proposal",
    "verified": "Verifikasi Bagian Organisasi",
    "registered": "Pendaftaran",
    "submitted": "Pengajuan",
    "administrative": "Seleksi administrasi",
    "evaluation": "Penilaian proposal",
    "presentation": "Presentasi dan wawancara",
    "field": "Verifikasi lapangan",
}


@dataclass(frozen=True)
class Stage:
    """One stage; `group` blank means all groups, `open` that it was still running when the rows were collected."""

    stage_id: str
    kind: str
    name: str
    quota: int | None = None
    group: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    held: bool = True
    open: bool = False

    @property
    def preparation(self) -> bool:
        return self.kind in PREPARATION


# kind -> (month, day) of beginning and end
_LOCAL_DAYS = {
    "registered": ((2, 5), (3, 31)), "submitted": ((2, 5), (3, 31)), "administrative": ((4, 4), (4, 15)),
    "evaluation": ((4, 20), (5, 6)), "shortlist": ((5, 9), (5, 12)), "presentation": ((5, 30), (6, 3)),
    "field": ((6, 8), (6, 17)), "final": ((6, 27), (7, 1)),
}  # fmt: skip
_LOCAL_OPEN_DAYS = {**_LOCAL_DAYS, "registered": ((9, 7), (12, 11)), "submitted": ((9, 7), (12, 11))}
_PROVINCIAL_DAYS = {
    "identified": ((7, 4), (7, 15)), "drafted": ((7, 16), (7, 31)), "clinic": ((8, 4), (8, 8)),
    "revised": ((8, 10), (8, 20)), "verified": ((8, 22), (8, 31)), "registered": ((9, 1), (10, 15)),
    "submitted": ((9, 1), (10, 15)), "administrative": ((10, 19), (10, 30)), "evaluation": ((11, 2), (11, 10)),
    "shortlist": ((11, 12), (11, 14)), "presentation": ((11, 18), (11, 21)), "field": ((11, 24), (11, 28)),
    "final": ((12, 5), (12, 8)),
}  # fmt: skip
_Days = dict[str, tuple[tuple[int, int], tuple[int, int]]]


def _stage(kind: str, quota: int | None = None, group: str = "", held: bool = True) -> Stage:
    if kind not in ("shortlist", "final"):
        return Stage(kind, kind, NAMES[kind], quota, group, held=held)
    stage_id, name = f"top{quota}", f"Top {quota}"
    if group == "replikasi":
        return Stage(f"{stage_id}-replikasi", kind, f"{name} kelompok replikasi", quota, group)
    return Stage(stage_id, kind, f"{name} kelompok {group}" if group else name, quota, group)


def _dated(stages: list[Stage], days: _Days, year: int) -> list[Stage]:
    def dates(stage: Stage) -> Stage:
        begin, end = days[stage.kind]
        return replace(stage, starts=dt.date(year, *begin), ends=dt.date(year, *end))

    return [dates(stage) for stage in stages]


def _opened(stages: list[Stage], running: str, ends: dt.date) -> list[Stage]:
    """The stages of an edition under way: `running` is not concluded, the later ones are announced only."""
    at = next(i for i, stage in enumerate(stages) if stage.kind == running)
    later = [replace(stage, held=False, starts=None, ends=None) for stage in stages[at + 1 :]]
    return [*stages[:at], replace(stages[at], open=True, ends=ends), *later]


def local_stages(year: int) -> list[Stage]:
    """The stages of the regency's own contest of `year`, in order."""
    kinds = [_stage("submitted"), _stage("administrative")]
    if year <= 2015:
        kinds += [_stage("presentation"), _stage("final", 5)]
    elif year <= 2020:
        kinds = [_stage("registered"), *kinds, _stage("shortlist", 15), _stage("presentation", 15)]
        kinds += [_stage("field", held=year != 2020), _stage("final", 7)]
    else:
        kinds = [_stage("registered"), *kinds, _stage("evaluation"), _stage("shortlist", 20)]
        kinds += [_stage("presentation", 20), _stage("field"), _stage("final", 10)]
    dated = _dated(kinds, _LOCAL_OPEN_DAYS if year == OPEN_YEAR else _LOCAL_DAYS, year)
    return _opened(dated, "submitted", dt.date(year, 12, 11)) if year == OPEN_YEAR else dated


def provincial_stages(year: int) -> list[Stage]:
    """The stages of the provincial contest of `year`, with the regency's preparation before them."""
    stages = [_stage(kind) for kind in (PREPARATION[:2] if year <= 2016 else PREPARATION)]
    stages += [_stage("registered"), _stage("submitted"), _stage("administrative")]
    if year <= 2016:
        stages += [_stage("shortlist", 25), _stage("presentation", 25), _stage("final", 10)]
    elif year <= 2020:
        stages += [_stage("evaluation", 60), _stage("shortlist", 30), _stage("presentation", 30)]
        stages += [_stage("field", held=year != 2020), _stage("final", 12)]
    elif year <= 2022:
        stages += [_stage("evaluation", 90), _stage("shortlist", 30, "umum"), _stage("shortlist", 10, "replikasi")]
        stages += [_stage("presentation", 40), _stage("final", 15, "umum"), _stage("final", 5, "replikasi")]
    else:
        stages += [_stage("evaluation", 90), _stage("shortlist", 40), _stage("presentation", 40)]
        stages += [_stage("field", 40), _stage("final", 20)]
    dated = _dated(stages, _PROVINCIAL_DAYS, year)
    return _opened(dated, "administrative", dt.date(year, 12, 4)) if year == OPEN_YEAR else dated


def groups(year: int) -> tuple[str, ...]:
    """The groups of the provincial contest; one blank group in years without a split."""
    return ("umum", "replikasi") if year in (2021, 2022) else ("",)
