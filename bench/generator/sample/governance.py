"""Policies, rules, exemptions, money; meetings with decisions; settings and replies of agencies."""

import datetime as dt

from bench.generator.sample import behaviour, local
from bench.generator.sample.plan import groups
from bench.generator.sample.world import GOVERNMENT, LOCAL, PROVINCIAL, YEARS, World, agency_id

KINDS = "dinas|badan|sekretariat|inspektorat|satpol|kecamatan|rsud"
BUMD_FROM = 2017
BOTH_CONTESTS_FROM = 2018


def govern(world: World) -> None:
    """Write everything that is decided rather than counted."""
    for year in YEARS:
        _policy(world, year)
        _rules(world, year)
    _exemptions(world)
    _incentives(world)
    _meetings(world)
    _replies(world)
    _settings(world)


def _policy(world: World, year: int) -> None:
    source = world.cite(
        f"satu-inovasi-{year}", f"Surat edaran satu instansi satu inovasi {year}", dt.date(year, 1, 8), grade="own"
    )
    world.tables.add(
        "policies",
        government_id=GOVERNMENT,
        year=year,
        kinds_counted=f"{KINDS}|bumd" if year >= BUMD_FROM else KINDS,
        roll_up=True,
        minimum_per_agency=1,
        competitions_counted=f"{LOCAL}|{PROVINCIAL}" if year >= BOTH_CONTESTS_FROM else None,
        source_id=source,
        note="BUMD ikut dihitung." if year == BUMD_FROM else None,
    )


def _rules(world: World, year: int) -> None:
    edition = f"{LOCAL}-{year}"
    _rule(world, edition, "min_age", "", "6" if year < 2018 else "12", "month")
    _rule(world, edition, "criteria", "", "kebaruan; manfaat; keberlanjutan; mudah ditiru", "list")
    for place, word in enumerate(("first", "second", "third"), start=1):
        _rule(world, edition, f"prize_{word}", word, str(local.prize(year, place)), "idr")
    if year >= 2020:
        _rule(world, edition, "max_per_agency", "every agency", "5", "count")
    edition = f"{PROVINCIAL}-{year}"
    _rule(world, edition, "min_age", "", "1", "year")
    _rule(world, edition, "max_per_government", "regency or city", "25", "count")
    if groups(year) != ("",):
        _rule(world, edition, "groups", "", "umum; replikasi", "list")


def _rule(world: World, edition_id: str, rule_id: str, applies_to: str, value: str, unit: str) -> None:
    competition, year = edition_id.rsplit("-", 1)
    whose = "Lomba Inovasi Kabupaten" if competition == LOCAL else "KIPP Provinsi"
    key = "pedoman-lomba" if competition == LOCAL else "pedoman-kipp-prov"
    source = world.cite(f"{key}-{year}", f"Pedoman {whose} Contoh {year}", f"{year}-01")
    world.tables.add(
        "rules", edition_id=edition_id, rule_id=rule_id, applies_to=applies_to, value=value, unit=unit, source_id=source
    )


def _exemptions(world: World) -> None:
    for (key, year), reason in behaviour.EXEMPT.items():
        source = world.cite(
            f"pengecualian-{key}-{year}", f"Surat Sekretaris Daerah tentang pengecualian {year}", f"{year}-03"
        )
        world.tables.add("exemptions", agency_id=agency_id(key), year=year, reason=reason, source_id=source)


def _incentives(world: World) -> None:
    for year, amount in ((2020, 500_000_000), (2022, 750_000_000), (2024, 750_000_000)):
        world.tables.add(
            "incentives",
            incentive_id=f"{GOVERNMENT}-pembinaan-{year + 1}",
            edition_id=f"{PROVINCIAL}-{year}",
            government_id=GOVERNMENT,
            fiscal_year=year + 1,
            kind="Bantuan pembinaan inovasi provinsi",
            amount_min_idr=amount,
            amount_max_idr=amount,
            unit="one local government",
            source_id=f"contoh-kipp-prov-{year}",
        )


# meeting -> day, decisions: text, owner (an office), due, done
_DECISIONS = {
    "rakor-2025": (dt.date(2025, 1, 22), (
        ("Setiap OPD menyebut satu calon inovasi.", "Bagian Organisasi", "2025-01-31", "2025-02-03"),
        ("Kecamatan didampingi menulis proposal.", "Bapperida", "2025-02-28", "2025-02-24"),
    )),
    "rakor-2026": (dt.date(2026, 1, 22), (
        ("Semua pemenang lomba 2025 diajukan ke provinsi.", "Bagian Organisasi", "2026-10-15", "2026-10-12"),
        ("OPD tanpa usulan tiga tahun didatangi satu per satu.", "Bagian Organisasi", "2026-06-30", None),
        ("Data dukung usulan disimpan pada satu tempat.", "Dinas Komunikasi dan Informatika", "2026-12-31", None),
    )),
    "evaluasi-2026": (dt.date(2026, 10, 20), (
        ("Surat pengingat dikirim kepada OPD yang belum mengusulkan.", "Bagian Organisasi", "2026-11-30", None),
        ("Usulan yang belum lengkap diperbaiki sebelum penutupan.", "Inspektorat Daerah", "2026-12-04", None),
    )),
}  # fmt: skip


def _meetings(world: World) -> None:
    for key, (day, decisions) in _DECISIONS.items():
        meeting_id = f"{GOVERNMENT}-{key}"
        world.tables.add(
            "meetings",
            meeting_id=meeting_id,
            government_id=GOVERNMENT,
            on_date=day,
            place="Aula Bapperida Kabupaten Contoh",
            kind="Rapat koordinasi" if key.startswith("rakor") else "Rapat evaluasi",
        )
        for number, (text, owner, due, done) in enumerate(decisions, start=1):
            world.tables.add(
                "decisions",
                decision_id=f"{meeting_id}-{number}",
                government_id=GOVERNMENT,
                meeting_id=meeting_id,
                text=text,
                owner=owner,
                due_on=due,
                done_on=done,
            )


def _replies(world: World) -> None:
    for key, year, text in (
        ("setwan", 2025, "Inovasi sedang disusun dan akan diajukan pada tahun berikut."),
        ("kesbangpol", 2025, "Proposal sudah didaftarkan; data dukung belum lengkap."),
    ):
        world.tables.add(
            "replies",
            reply_id=f"{agency_id(key)}-{year}",
            agency_id=agency_id(key),
            year=year,
            text=text,
            reference=f"000/{year}/contoh",
            by="Sekretariat OPD",
            on_date=dt.date(year, 11, 18),
        )


def _settings(world: World) -> None:
    for key, value in (
        ("coordinating_office", "Bagian Organisasi Sekretariat Daerah"),
        ("contact_office", "Bagian Organisasi Sekretariat Daerah"),
        ("letterhead", "Pemerintah Kabupaten Contoh (data contoh) · Sekretariat Daerah"),
    ):
        world.tables.add("settings", government_id=GOVERNMENT, key=key, value=value)
