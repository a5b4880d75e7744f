"""The sample: one invented regency, two contests, twelve complete years and one under way."""

from pathlib import Path

from bench.generator import catalogue
from bench.generator.sample import behaviour, goals, governance, knowledge, local, places, provincial, totals
from bench.generator.sample.contest import Edition
from bench.generator.sample.innovations import Stock
from bench.generator.sample.world import LAST_YEAR, YEARS, World
from bench.generator.tables import write_card

TITLE = "Data contoh: Kabupaten Contoh (bukan data nyata)"
README = """# Data contoh

Dibuat oleh program, bukan data nyata: Kabupaten Contoh, Provinsi Contoh, OPD, kecamatan, inovasi, angka, dokumen dan
hasil lomba di folder ini semuanya rekaan. Tidak ada nama orang.

Everything in this folder is generated and nothing in it is real: the regency, its province, agencies, innovations,
documents and results are invented. Do not edit the files; change the generator and run it again from the root of the
repository:

```
python -m bench.generator --out data/sample --size sample --seed {seed}
```

The same seed gives the same bytes, and a test compares them. The years {first} to {last} are complete. {open} is under
way: the local contest is still open until 11 December, the provincial one is in its administrative stage, and the rows
are as of 6 November.
"""


def generate(folder: Path, seed: int) -> dict[str, int]:
    """Write the sample into `folder`; returns rows per table."""
    world = World(seed)
    structure = places.found(world)
    editions = _hold_contests(world)
    for edition in editions.values():
        knowledge.describe(world, edition)
    knowledge.agency_lists(world, structure)
    for year in YEARS:
        goals.set_targets(world, year, editions)
        goals.hold_events(world, year)
    governance.govern(world)
    totals.government_ranks(world, YEARS)
    knowledge.confirmed_names(world)
    write_card(folder, TITLE, seed, "sample")
    readme = README.format(seed=seed, first=YEARS[0], last=LAST_YEAR, open=YEARS[-1])
    (folder / "README.md").write_text(readme, encoding="utf-8", newline="\n")
    return world.tables.write(folder)


def _hold_contests(world: World) -> dict[str, Edition]:
    """edition_id -> edition, both contests of each year in turn."""
    stock = Stock(world)
    editions: dict[str, Edition] = {}
    for year in YEARS:
        stock.reorganise(year)
        agencies = catalogue.in_force(year)
        intents = behaviour.intentions(world, agencies, year)
        own = local.hold(world, stock, agencies, intents, year)
        editions[own.edition_id] = own
        sent = provincial.hold(world, stock, agencies, intents, year, list(editions.values()))
        editions[sent.edition_id] = sent
    return editions
