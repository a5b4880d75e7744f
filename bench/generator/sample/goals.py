"""Targets with their documents, and the events of each year."""

import datetime as dt

from bench.generator.catalogue import BY_KEY, successor_in
from bench.generator.sample.contest import Edition
from bench.generator.sample.world import GOVERNMENT, LOCAL, OPEN_YEAR, PROVINCIAL, World, agency_id

EVENTS = (
    # kind, edition's competition, month, day, invited, note
    ("meeting", LOCAL, 1, 22, 40, "Rapat koordinasi kepala OPD: target dan jadwal."),
    ("socialisation", LOCAL, 2, 3, 75, "Sosialisasi pedoman lomba."),
    ("workshop", LOCAL, 2, 24, 60, "Lokakarya penulisan proposal."),
    ("clinic", PROVINCIAL, 8, 5, 30, "Klinik proposal sebelum pengajuan ke provinsi."),
    ("assistance", PROVINCIAL, 9, 12, 18, "Pendampingan pengisian sistem provinsi."),
)


def _document(world: World, year: int) -> str:
    return world.cite(
        f"target-{year}", f"Keputusan Bupati Contoh tentang target inovasi {year}", dt.date(year, 1, 22), grade="own"
    )


def set_targets(world: World, year: int, editions: dict[str, Edition]) -> None:
    """Targets of `year`; the number of entries grows from what was handed in the year before."""
    before = editions.get(f"{LOCAL}-{year - 1}")
    if before is None:
        return
    handed_in = len(before.passed("submitted"))
    local, provincial = f"{LOCAL}-{year}", f"{PROVINCIAL}-{year}"
    _target(world, year, "submissions", round(handed_in * 1.1), edition_id=local)
    _target(world, year, "participation", min(100, 50 + 5 * (year - 2014)), note="Persen OPD.")
    _target(world, year, "awards", 6 if year < 2021 else 10)
    final = next(s for s in editions[provincial].stages if s.kind == "final")
    _target(world, year, f"reach:{final.stage_id}", 1 if year < 2019 else 2, edition_id=provincial)
    if year >= 2017:
        _target(world, year, "submissions_per_agency", 1)
    _special(world, year, provincial)


def _special(world: World, year: int, provincial: str) -> None:
    """Kinds of target that occur now and then."""
    if year == 2018:
        _target(world, year, "registered", 15, edition_id=provincial, comparator="exactly")
    if year == 2022:
        _target(world, year, "reach:top5-replikasi", None, edition_id=provincial, note="Harapan; jumlah tidak disebut.")
    if year == 2025:
        _target(world, year, "rank", 5, edition_id=provincial, comparator="at_most")
    if year >= 2024:
        dinkes = {"scope_kind": "agency", "scope_id": agency_id("dinkes")}
        _target(world, year, "submissions", 5, edition_id=f"{LOCAL}-{year}", **dinkes)


def _target(world: World, year: int, metric: str, value: int | None, **cells: str) -> None:
    scope = {"scope_kind": "government", "scope_id": GOVERNMENT, "comparator": "at_least"} | cells
    whose = scope["scope_id"] if scope["scope_kind"] == "agency" else GOVERNMENT
    contest = {LOCAL: "lomba-", PROVINCIAL: "kipp-"}.get(cells.get("edition_id", "").removesuffix(f"-{year}"), "")
    world.tables.add(
        "targets",
        target_id=f"{whose}-{year}-{contest}{metric.replace(':', '-').replace('_', '-')}",
        year=year,
        metric=metric,
        value=value,
        set_on=dt.date(year, 1, 22),
        set_by=BY_KEY[successor_in("bappeda", year)].name,
        source_id=_document(world, year),
        **scope,
    )


def hold_events(world: World, year: int) -> None:
    """The yearly round of meetings, workshops and clinics; in the open year only those already held."""
    source = world.cite(
        f"kegiatan-{year}",
        f"Laporan kegiatan pembinaan inovasi {year}",
        "2026-11" if year == OPEN_YEAR else f"{year}-12",
        grade="own",
    )
    for kind, competition, month, day, invited, note in EVENTS:
        if year == OPEN_YEAR and competition == LOCAL and kind != "meeting":
            month += 7  # the local contest opens in September in the open year
        world.tables.add(
            "events",
            event_id=f"{GOVERNMENT}-{year}-{kind}",
            government_id=GOVERNMENT,
            edition_id=f"{competition}-{year}",
            kind=kind,
            on_date=dt.date(year, month, day),
            participants=round(invited * world.random.uniform(0.6, 1.1)),
            source_id=source,
            note=note,
        )
