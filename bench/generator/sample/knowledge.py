"""What is known: editions and stages, coverage of each, dated counts while an edition was open."""

import datetime as dt

from bench.generator.sample.contest import Edition
from bench.generator.sample.plan import Stage
from bench.generator.sample.world import GOVERNMENT, KNOWN_UNTIL, LOCAL, OPEN_YEAR, YEARS, World, agency_id

WHOLE_YEAR = 2014
THEMES = (
    "Pelayanan cepat dan dekat", "Satu instansi satu inovasi", "Desa terlayani", "Inovasi untuk semua",
    "Layanan tanpa antre", "Kolaborasi melayani",
)  # fmt: skip


def describe(world: World, edition: Edition) -> None:
    """Write the edition, its stages, and what its rows cover."""
    first = next(s for s in edition.stages if s.kind in ("registered", "submitted"))
    closing = next(s for s in edition.stages if s.kind == "submitted")
    world.tables.add(
        "editions",
        edition_id=edition.edition_id,
        competition_id=edition.competition,
        year=edition.year,
        theme=THEMES[edition.year % len(THEMES)],
        legal_basis=_legal_basis(edition),
        opens_on=first.starts,
        closes_on=closing.ends,
        source_id=edition.source,
        note=f"Masih berjalan; baris sampai {KNOWN_UNTIL}." if edition.year == OPEN_YEAR else None,
    )
    for order, stage in enumerate(edition.stages, start=1):
        _stage(world, edition, order, stage)
        if stage.held:
            _coverage(world, edition, stage)
    _intake(world, edition)


def _legal_basis(edition: Edition) -> str:
    if edition.competition == LOCAL:
        return f"Peraturan Bupati Contoh 12/{2014 if edition.year < 2021 else 2021} (contoh)"
    return f"Peraturan Gubernur Contoh 7/{2013 if edition.year < 2017 else 2017} (contoh)"


def _stage(world: World, edition: Edition, order: int, stage: Stage) -> None:
    note = None
    if not stage.held:
        note = "Belum dilaksanakan." if edition.year == OPEN_YEAR else "Direncanakan; tidak dilaksanakan tahun ini."
    world.tables.add(
        "stages",
        edition_id=edition.edition_id,
        stage_id=stage.stage_id,
        stage_order=order,
        kind=stage.kind,
        name=f"{stage.name} (persiapan Kabupaten Contoh)" if stage.preparation else stage.name,
        group=stage.group,
        government_id=GOVERNMENT if stage.preparation else None,
        status="held" if stage.held else "planned",
        quota=stage.quota,
        starts_on=stage.starts,
        ends_on=stage.ends,
        source_id=edition.source,
        note=note or ("Sedang berjalan." if stage.open else None),
    )


def _coverage(world: World, edition: Edition, stage: Stage) -> None:
    """The regency's rows are whole; those of all only in its own contest, which in the open year is partial."""
    unfinished = edition.competition == LOCAL and edition.year == OPEN_YEAR
    ours = "partial" if unfinished else "complete"
    everyone = ours if edition.competition == LOCAL else "partial"
    scopes = [("government", GOVERNMENT, ours)]
    if not stage.preparation:
        scopes.insert(0, ("all", "all", everyone))
    for kind, scope_id, extent in scopes:
        world.tables.add(
            "coverage",
            edition_id=edition.edition_id,
            stage_id=stage.stage_id,
            scope_kind=kind,
            scope_id=scope_id,
            extent=extent,
            source_id=edition.source,
            note=_why(edition, extent),
        )


def _why(edition: Edition, extent: str) -> str:
    if extent == "complete":
        return "Semua baris ada."
    return "Pendaftaran masih terbuka." if edition.competition == LOCAL else "Hanya baris Kabupaten Contoh."


def agency_lists(world: World, structure: str) -> None:
    """The list of agencies is complete for every year; and of one year everything handed in is known as a whole."""
    _year(world, WHOLE_YEAR, "", f"contoh-register-{WHOLE_YEAR}", "Register tahunan mencatat semua yang diajukan.")
    for year in YEARS:
        _year(world, year, "agencies", structure)


def _year(world: World, year: int, stage_id: str, source: str, note: str = "") -> None:
    world.tables.add(
        "coverage",
        year=year,
        stage_id=stage_id,
        scope_kind="government",
        scope_id=GOVERNMENT,
        extent="complete",
        source_id=source,
        note=note,
    )


def _intake(world: World, edition: Edition) -> None:
    """Entries handed in so far, on some days before closing; counted from the rows."""
    if edition.competition != LOCAL or edition.year < 2023:
        return
    closing = next(s.ends for s in edition.stages if s.kind == "submitted")
    assert closing is not None
    last = min(closing, KNOWN_UNTIL)
    for days in (28, 14, 7, 0):
        day = last - dt.timedelta(days=days)
        value = sum(e.submitted_on is not None and e.submitted_on <= day for e in edition.entries)
        world.tables.add(
            "intake_progress",
            edition_id=edition.edition_id,
            stage_id="submitted",
            as_of=day,
            scope_kind="all",
            scope_id="all",
            value=value,
            source_id=edition.source,
        )


def confirmed_names(world: World) -> None:
    """Spellings that somebody has confirmed."""
    for alias, key in (("Dinas Capil", "disdukcapil"), ("Perusahaan Air Minum Kabupaten", "tirta-seroja")):
        world.tables.add(
            "aliases",
            government_id=GOVERNMENT,
            alias=alias,
            agency_id=agency_id(key),
            by="Bagian Organisasi",
            on_date=dt.date(2024, 2, 12),
        )
