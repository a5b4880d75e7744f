"""The small tables around the entries: governments, agencies, editions, stages, coverage, policies, targets."""

from bench.generator.catalogue import AGENCIES
from bench.generator.sample.governance import KINDS
from bench.generator.scale.shape import (
    LOCAL_GATES,
    PREFIX,
    UPPER,
    Gate,
    Shape,
    ends_on,
    government_id,
    level,
    local_edition,
    upper_gates,
)
from bench.generator.tables import Tables

MARK = "(data buatan)"
PREPARATION = ("identified", "drafted")


def build(tables: Tables, shape: Shape) -> None:
    """Everything but the entries themselves."""
    _source(tables, f"{PREFIX}-perangkat-daerah", "Daftar perangkat daerah")
    for number in range(shape.provinces):
        name = f"Buatan {number + 1:02d} {MARK}"
        tables.add(
            "governments",
            government_id=f"{PREFIX}-prov-{number + 1:02d}",
            name=f"Provinsi {name}",
            level="province",
            province=name,
        )
    _upper_contest(tables, shape)
    for index in range(shape.governments):
        _government(tables, shape, index)
        _agencies(tables, index)
        _local_contest(tables, shape, index)


def _source(tables: Tables, source_id: str, title: str) -> None:
    tables.add(
        "sources", source_id=source_id, title=f"{title} {MARK}", publisher="bench.generator", grade="register"
    )  # fmt: skip


def name_of(index: int) -> str:
    return f"{'Kota' if level(index) == 'city' else 'Kabupaten'} Buatan {index + 1:03d}"


def _government(tables: Tables, shape: Shape, index: int) -> None:
    number = index % shape.provinces + 1
    tables.add(
        "governments",
        government_id=government_id(index),
        name=f"{name_of(index)} {MARK}",
        level=level(index),
        province=f"Buatan {number:02d} {MARK}",
        parent_id=f"{PREFIX}-prov-{number:02d}",
    )


def _agencies(tables: Tables, index: int) -> None:
    own = government_id(index)
    for agency in AGENCIES:
        tables.add(
            "agencies",
            agency_id=f"{own}-{agency.key}",
            government_id=own,
            name=agency.name,
            short_name=agency.short,
            kind=agency.kind,
            parent_id=f"{own}-{agency.parent}" if agency.parent else None,
            valid_from=agency.valid_from,
            valid_to=agency.valid_to,
            succeeded_by="|".join(f"{own}-{key}" for key in agency.succeeded_by.split("|") if key),
            source_id=f"{PREFIX}-perangkat-daerah",
            note=agency.note,
        )


def _upper_contest(tables: Tables, shape: Shape) -> None:
    national = shape.upper_level == "national"
    tables.add(
        "competitions",
        competition_id=UPPER,
        name=f"KIPP Buatan {MARK}",
        type="contest",
        level=shape.upper_level,
        organiser="bench.generator",
        government_id=None if national else f"{PREFIX}-prov-01",
    )
    everyone = "complete" if shape.observed == shape.governments else "partial"
    for year in shape.years:
        edition = f"{UPPER}-{year}"
        _source(tables, edition, f"Hasil KIPP Buatan {year}")
        _edition(tables, edition, UPPER, year, upper_gates(shape), opens=f"{year}-09-01")
        for gate in upper_gates(shape):
            _cover(tables, edition, gate, "all", "all", everyone)
            for index in range(shape.governments):
                _cover(tables, edition, gate, "government", government_id(index), "complete")


def _local_contest(tables: Tables, shape: Shape, index: int) -> None:
    own, competition = government_id(index), f"{PREFIX}-lomba-{index + 1:03d}"
    tables.add(
        "competitions",
        competition_id=competition,
        name=f"Lomba Inovasi {name_of(index)} {MARK}",
        type="contest",
        level="local",
        organiser="bench.generator",
        government_id=own,
    )
    for year in shape.years:
        edition = local_edition(index, year)
        _source(tables, edition, f"Hasil lomba inovasi {name_of(index)} {year}")
        _edition(tables, edition, competition, year, LOCAL_GATES, opens=f"{year}-02-01", prepares=own)
        for gate in LOCAL_GATES:
            _cover(tables, edition, gate, "government", own, "complete")
            if gate.kind not in PREPARATION:
                _cover(tables, edition, gate, "all", "all", "complete")
        _yearly(tables, shape, own, edition, competition, year)


def _edition(
    tables: Tables, edition: str, competition: str, year: int, gates: tuple[Gate, ...], opens: str, prepares: str = ""
) -> None:
    closes = next(ends_on(gate, year) for gate in gates if gate.kind == "submitted")
    tables.add(
        "editions",
        edition_id=edition,
        competition_id=competition,
        year=year,
        opens_on=opens,
        closes_on=closes,
        source_id=edition,
    )
    for order, gate in enumerate(gates, start=1):
        tables.add(
            "stages",
            edition_id=edition,
            stage_id=gate.stage_id,
            stage_order=order,
            kind=gate.kind,
            name=gate.name,
            government_id=prepares if gate.kind in PREPARATION else None,
            status="held",
            quota=gate.quota,
            ends_on=ends_on(gate, year),
            source_id=edition,
        )


def _cover(tables: Tables, edition: str, gate: Gate, kind: str, scope_id: str, extent: str) -> None:
    tables.add(
        "coverage",
        edition_id=edition,
        stage_id=gate.stage_id,
        scope_kind=kind,
        scope_id=scope_id,
        extent=extent,
        source_id=edition,
    )


def _yearly(tables: Tables, shape: Shape, own: str, edition: str, competition: str, year: int) -> None:
    """Policy, target, clinic and the list of agencies of one government and year."""
    tables.add(
        "coverage",
        year=year,
        stage_id="agencies",
        scope_kind="government",
        scope_id=own,
        extent="complete",
        source_id=edition,
    )
    tables.add(
        "policies",
        government_id=own,
        year=year,
        kinds_counted=f"{KINDS}|bumd",
        roll_up=True,
        minimum_per_agency=1,
        competitions_counted=f"{competition}|{UPPER}",
        source_id=edition,
    )
    tables.add(
        "targets",
        target_id=f"{own}-{year}-submissions",
        scope_kind="government",
        scope_id=own,
        year=year,
        edition_id=edition,
        metric="submissions",
        comparator="at_least",
        value=round(0.7 * shape.local_entries),
        set_on=f"{year}-01-15",
        set_by="bench.generator",
        source_id=edition,
    )
    tables.add(
        "events",
        event_id=f"{own}-{year}-clinic",
        government_id=own,
        edition_id=edition,
        kind="clinic",
        on_date=f"{year}-02-15",
        participants=40,
        source_id=edition,
    )
