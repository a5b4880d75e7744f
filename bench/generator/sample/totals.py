"""Published totals of the provincial contest, for all governments together: the line beside the regency's."""

from bench.generator.sample.contest import Edition
from bench.generator.sample.plan import Stage, groups
from bench.generator.sample.world import GOVERNMENT, OPEN_YEAR, PROVINCIAL, World

# stage_id -> group -> entries that came through
Published = dict[str, dict[str, int]]
SHARES = {"submitted": 0.72, "administrative": 0.78}
INTAKE_SHARES = {"": 1.0, "umum": 0.78, "replikasi": 0.22}
QUOTA_SHARES = {"": 1.0, "umum": 0.75, "replikasi": 0.25}
LEVELS = {"province": 0.11, "city": 0.19, "regency": 0.70}
# Of these two years one figure is told in two ways; the announcement is preferred.
RIVAL_YEAR = 2019
ROUGH_YEAR = 2015


def draw(world: World, edition: Edition) -> Published:
    """The totals of the edition; quotas are filled, presentation and field count those that took part."""
    result: Published = {}
    size = 240 + 22 * (edition.year - 2014) - 60 * (edition.year == 2020)
    left = {group: round(size * INTAKE_SHARES[group]) for group in groups(edition.year)}
    for stage in edition.stages:
        if stage.preparation or not stage.held:
            continue
        left = {g: _through(world, stage, g, n) for g, n in left.items()}
        result[stage.stage_id] = {g: n for g, n in left.items() if stage.group in ("", g)}
    return result


def _through(world: World, stage: Stage, group: str, entered: int) -> int:
    """Of a quota for all groups each group gets its part; a stage of another group changes nothing."""
    if stage.kind in SHARES:
        return round(entered * SHARES[stage.kind] * world.random.uniform(0.93, 1.05))
    if stage.quota is None or stage.group not in ("", group):
        return entered
    return min(entered, round(stage.quota * (1.0 if stage.group else QUOTA_SHARES[group])))


def odds(edition: Edition, published: Published) -> dict[str, float]:
    """stage_id -> share of the entered that passes in the whole province; the regency does a little better."""
    result: dict[str, float] = {}
    before: dict[str, int] = {}
    for stage_id, counts in published.items():
        stage = next(s for s in edition.stages if s.stage_id == stage_id)
        if stage.kind in ("evaluation", "shortlist", "final"):
            result[stage_id] = min(0.9, 1.25 * sum(counts.values()) / sum(before[g] for g in counts))
        before |= counts
    return result


def publish(world: World, edition: Edition, published: Published) -> None:
    """Write the totals as reported counts, with parts by group and level where the contest tells them."""
    for stage in (s for s in edition.stages if s.stage_id in published and not s.open):
        counts = published[stage.stage_id]
        _count(world, edition, stage.stage_id, sum(counts.values()), group=stage.group)
        if len(counts) > 1 and (stage.kind in SHARES or stage.kind == "registered"):
            for group, value in counts.items():
                _count(world, edition, stage.stage_id, value, group=group)
    _by_level(world, edition, published)
    _silent_loss(world, edition, published)
    _other_voices(world, edition, published)


def _count(world: World, edition: Edition, stage_id: str, value: int, **cells: str | bool) -> None:
    row: dict[str, str | bool] = {
        "scope_kind": "all", "scope_id": "all", "measure": "entries", "comparator": "=", "source_id": edition.source,
    }  # fmt: skip
    world.tables.add("reported_counts", edition_id=edition.edition_id, stage_id=stage_id, value=value, **(row | cells))


def _by_level(world: World, edition: Edition, published: Published) -> None:
    """Levels of the submitted add up to the total; and how many governments took part."""
    if edition.year < 2017:
        return
    total = sum(published["submitted"].values())
    parts = {level: round(total * share) for level, share in LEVELS.items()}
    parts["regency"] += total - sum(parts.values())
    for level, value in parts.items():
        _count(world, edition, "submitted", value, scope_kind="level", scope_id=level)
    _count(world, edition, "submitted", world.random.randint(11, 14), measure="institutions")


def _silent_loss(world: World, edition: Edition, published: Published) -> None:
    """Where the registered but never submitted stopped; told from 2018 on, once the intake has closed."""
    if edition.year < 2018:
        return
    lost = sum(published["registered"].values()) - sum(published["submitted"].values())
    with_unit = round(lost * world.random.uniform(0.52, 0.64))
    _count(world, edition, "registered", with_unit, category="berhenti: unit layanan")
    _count(world, edition, "registered", lost - with_unit, category="berhenti: admin instansi")


def _other_voices(world: World, edition: Edition, published: Published) -> None:
    """A rival figure, a rough one, and a total for the regency that differs from its rows by one."""
    if edition.year == RIVAL_YEAR:
        rows = world.tables.rows["reported_counts"]
        for row in rows:
            if row[:4] == [edition.edition_id, "administrative", "all", "all"]:
                row[9] = "true"
        bulletin = _bulletin(world, edition.year)
        _count(world, edition, "administrative", sum(published["administrative"].values()) + 17, source_id=bulletin)
        ours = len(edition.passed("submitted")) + 1
        _count(world, edition, "submitted", ours, scope_kind="government", scope_id=GOVERNMENT, source_id=bulletin)
    if edition.year == ROUGH_YEAR:
        rough = round(sum(published["submitted"].values()), -1)
        _count(world, edition, "submitted", rough, comparator="~", source_id=_bulletin(world, edition.year))


def _bulletin(world: World, year: int) -> str:
    return world.cite(f"buletin-{year}", f"Buletin Organisasi Provinsi Contoh {year}", f"{year}-12")


def government_ranks(world: World, years: tuple[int, ...]) -> None:
    """The province also ranks governments; the regency's place from 2021 on."""
    for year in (y for y in years if 2021 <= y < OPEN_YEAR):
        world.tables.add(
            "government_results",
            edition_id=f"{PROVINCIAL}-{year}",
            government_id=GOVERNMENT,
            rank=max(1, 9 - (year - 2021) - world.random.randint(0, 2)),
            score=round(world.random.uniform(71, 88), 2),
            category="Kabupaten terinovatif",
            source_id=f"contoh-kipp-prov-{year}",
        )
