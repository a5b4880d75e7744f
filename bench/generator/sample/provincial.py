"""The provincial contest: winners sent on, others prepared, most lost on the way; with its published totals."""

from bench.generator.catalogue import Agency
from bench.generator.sample import totals
from bench.generator.sample.contest import Edition, Entry, run
from bench.generator.sample.innovations import Innovation, Stock
from bench.generator.sample.plan import groups, provincial_stages
from bench.generator.sample.world import OPEN_YEAR, PROVINCIAL, World


def hold(
    world: World, stock: Stock, agencies: list[Agency], intents: dict[str, str], year: int, before: list[Edition]
) -> Edition:
    """Draw the regency's entries in the provincial edition of `year`; `before` are the earlier editions of both."""
    edition = Edition(PROVINCIAL, year, provincial_stages(year), announcement(world, year))
    published = totals.draw(world, edition)
    edition.odds = totals.odds(edition, published)
    edition.entries = _entries(world, stock, agencies, intents, year, before)
    run(world, edition)
    totals.publish(world, edition, published)
    _awards(world, edition)
    return edition


def announcement(world: World, year: int) -> str:
    return world.cite(
        f"kipp-prov-{year}",
        f"Pengumuman hasil KIPP Provinsi Contoh {year}",
        f"{year}-11-06" if year == OPEN_YEAR else f"{year}-12-09",
        publisher="Pemerintah Provinsi Contoh (data contoh)",
    )


def _entries(
    world: World, stock: Stock, agencies: list[Agency], intents: dict[str, str], year: int, before: list[Edition]
) -> list[Entry]:
    """Entries by innovation: sent on from a contest, straight from agencies, and drafts that stay at home."""
    entering = {agency.key for agency in agencies if intents[agency.key] == "enter"}
    chosen: dict[str, Entry] = {}
    for innovation, agency in _sent_on(world, year, before):
        if agency in entering:
            chosen[innovation.innovation_id] = Entry(innovation, agency, fate=_fate(world))
    for agency in world.random.sample(sorted(entering), min(3, len(entering))):
        made = stock.create(agency, year)
        chosen[made.innovation_id] = Entry(made, agency, fate=_fate(world))
    for agency in (key for key, intent in intents.items() if intent == "draft"):
        made = stock.create(agency, year)
        if year <= 2015 or world.chance(0.5):
            chosen[made.innovation_id] = Entry(made, agency, fate="unprepared")
    entries = sorted(chosen.values(), key=lambda e: e.innovation.innovation_id)
    for entry in entries:
        entry.group = _group(world, year)
    return entries


def _sent_on(world: World, year: int, before: list[Edition]) -> list[tuple[Innovation, str]]:
    """Finalists of this year's local contest (last year's while it is open), and last year's provincial losers."""
    result: list[tuple[Innovation, str]] = []
    for edition in before:
        finals = [stage for stage in edition.stages if stage.kind == "final" and stage.held]
        if edition.competition != PROVINCIAL and edition.year == year - (year == OPEN_YEAR):
            finalists = [e for stage in finals for e in edition.passed(stage.stage_id)]
            others = [e for e in edition.passed("administrative") if e not in finalists]
            result += [(e.innovation, e.agency) for e in finalists if world.chance(0.9)]
            result += [(e.innovation, e.agency) for e in others if world.chance(0.3)]
        if edition.competition == PROVINCIAL and edition.year == year - 1:
            losers = [e for e in edition.entries if e.submitted_on and not e.alive and e.fate == "runs"]
            result += [(e.innovation, e.agency) for e in losers if world.chance(0.3)]
    return result


def _fate(world: World) -> str:
    """The silent loss: registered, and never sent on by the unit or the local administrator."""
    drawn = world.random.random()
    return "stops" if drawn < 0.2 else "withdraws" if drawn < 0.22 else "runs"


def _group(world: World, year: int) -> str:
    return groups(year)[0] if world.chance(0.72) else groups(year)[-1]


def _awards(world: World, edition: Edition) -> None:
    finals = {s.stage_id: s for s in edition.stages if s.kind == "final" and s.held}
    for row in [r for r in world.tables.rows["stage_results"] if r[0].startswith(f"{edition.edition_id}-")]:
        submission_id, stage_id, outcome, rank = row[:4]
        if stage_id not in finals or outcome != "passed":
            continue
        for award, prize in [(finals[stage_id].name, None), *_podium(int(rank), edition.year)]:
            world.tables.add(
                "awards", submission_id=submission_id, award=award, prize_idr=prize, source_id=edition.source
            )


def _podium(rank: int, year: int) -> list[tuple[str, int]]:
    return [(f"Terbaik {rank}", (25_000_000 if year < 2020 else 40_000_000) // rank)] if rank <= 3 else []
