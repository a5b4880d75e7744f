"""The regency's own contest: its entries of one year, and the prizes."""

from bench.generator.catalogue import Agency
from bench.generator.sample.contest import Edition, Entry, run
from bench.generator.sample.innovations import Stock
from bench.generator.sample.plan import local_stages
from bench.generator.sample.world import LOCAL, OPEN_YEAR, World

# A year with one entry whose agency the register does not name.
UNATTRIBUTED_YEAR = 2016


def hold(world: World, stock: Stock, agencies: list[Agency], intents: dict[str, str], year: int) -> Edition:
    """Draw the entries of the edition of `year` and run it."""
    edition = Edition(LOCAL, year, local_stages(year), _register(world, year))
    for agency in agencies:
        edition.entries += _entries(world, stock, agency, intents[agency.key], year)
    if year == UNATTRIBUTED_YEAR:
        edition.entries.append(Entry(stock.create("disdagkop", year, anonymous=True), agency=""))
    run(world, edition)
    _prizes(world, edition)
    for entry in edition.passed(edition.stages[-1].stage_id):
        entry.innovation.won = True
    return edition


def _register(world: World, year: int) -> str:
    title = f"Berita acara Lomba Inovasi Kabupaten Contoh {year}"
    month = "11-06" if year == OPEN_YEAR else "07-01"
    return world.cite(f"lomba-{year}", title, f"{year}-{month}", grade="own")


def _entries(world: World, stock: Stock, agency: Agency, intent: str, year: int) -> list[Entry]:
    if intent in ("none", "exempt"):
        return []
    if intent == "draft":  # before there was a registration step, a draft shows only in the provincial preparation
        return [Entry(stock.create(agency.key, year), agency.key, fate="stops")] if year > 2015 else []
    if intent == "withdraw":
        return [Entry(stock.pick(agency.key, year), agency.key, fate="withdraws")]
    more = 0.6 if year == OPEN_YEAR else 1.0
    number = 1 + world.count(max(0.0, agency.weight * more * world.random.uniform(0.5, 1.5) - 1))
    fates = [_fate(world, first=i == 0, year=year) for i in range(number)]
    return [Entry(stock.pick(agency.key, year), agency.key, fate=fate) for fate in fates]


def _fate(world: World, first: bool, year: int) -> str:
    """The first entry of an agency that takes part is handed in; in the open year many have still to be."""
    if year == OPEN_YEAR and world.chance(0.35):
        return "stops"
    if first or year <= 2015:
        return "runs"
    drawn = world.random.random()
    return "stops" if drawn < 0.14 else "withdraws" if drawn < 0.18 else "runs"


def prize(year: int, place: int) -> int:
    """Prize money in rupiah for places 1 to 3; it was raised in 2018 and 2022."""
    step = 2_500_000 if year < 2018 else 5_000_000 if year < 2022 else 7_500_000
    return step * (4 - place)


def _prizes(world: World, edition: Edition) -> None:
    last = edition.stages[-1]
    if not last.held:
        return
    source = world.cite(
        f"sk-pemenang-{edition.year}",
        f"Keputusan Bupati Contoh tentang pemenang lomba inovasi {edition.year}",
        f"{edition.year}-07-12",
    )
    results = {row[0]: row for row in world.tables.rows["stage_results"] if row[1] == last.stage_id}
    for entry in edition.passed(last.stage_id):
        place = int(results[entry.submission_id][3])
        world.tables.add(
            "awards",
            submission_id=entry.submission_id,
            award=f"Juara {place}" if place <= 3 else "Juara harapan",
            prize_idr=prize(edition.year, place) if place <= 3 else None,
            source_id=source,
        )
