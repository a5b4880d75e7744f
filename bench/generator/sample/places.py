"""The invented governments, their agencies and the two contests."""

from bench.generator.catalogue import AGENCIES, BY_KEY
from bench.generator.sample.world import GOVERNMENT, LOCAL, PROVINCE, PROVINCIAL, World, agency_id


def found(world: World) -> str:
    """Write governments, competitions and agencies; returns the source of the list of agencies."""
    structure = world.cite(
        "perangkat-daerah", "Peraturan Daerah tentang perangkat daerah, dengan perubahannya", "2023-01-02"
    )
    add = world.tables.add
    province = "Contoh (data contoh)"
    add(
        "governments", government_id=PROVINCE, name="Provinsi Contoh (data contoh)", level="province", province=province
    )
    add(
        "governments",
        government_id=GOVERNMENT,
        name="Kabupaten Contoh (data contoh)",
        level="regency",
        province=province,
        parent_id=PROVINCE,
    )
    add(
        "competitions",
        competition_id=LOCAL,
        name="Lomba Inovasi Kabupaten Contoh (contoh)",
        type="contest",
        level="local",
        organiser="Bagian Organisasi Setda Kabupaten Contoh",
        government_id=GOVERNMENT,
    )
    add(
        "competitions",
        competition_id=PROVINCIAL,
        name="KIPP Provinsi Contoh (contoh)",
        type="contest",
        level="provincial",
        organiser="Biro Organisasi Setda Provinsi Contoh",
        government_id=PROVINCE,
    )
    _agencies(world, structure)
    return structure


def _agencies(world: World, structure: str) -> None:
    for agency in AGENCIES:
        successors = [agency_id(BY_KEY[key]) for key in agency.succeeded_by.split("|") if key]
        world.tables.add(
            "agencies",
            agency_id=agency_id(agency),
            government_id=GOVERNMENT,
            name=agency.name,
            short_name=agency.short,
            kind=agency.kind,
            parent_id=agency_id(agency.parent) if agency.parent else None,
            valid_from=agency.valid_from,
            valid_to=agency.valid_to,
            succeeded_by="|".join(successors),
            source_id=structure,
            note=agency.note,
        )
