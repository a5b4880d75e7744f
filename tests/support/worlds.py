"""Small generated worlds of input tables: random, seeded, with valid keys and references.

They are made to reach the corners of the rules (planned stages, groups, rivals, blanks, mergers, withdrawals, every
extent at every scope), not to look real.
"""

import csv
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.support import world_editions, world_places
from tests.support.headers import HEADERS

AS_OF = date(2021, 8, 15)
YEARS = (2019, 2020, 2021)
World = dict[str, list[dict[str, Any]]]
CARD = """title = "Generated world {seed}"
publisher = "made by a test"
kind = "real"
language = "id"
"""


def world(seed: int) -> World:
    """The tables of one world; the same seed gives the same world."""
    random = Random(seed)
    tables: World = {name: [] for name in HEADERS}
    world_places.fill(tables, random, YEARS)
    world_editions.fill(tables, random, YEARS, AS_OF)
    return tables


def write(tables: World, root: Path, seed: int = 0) -> Path:
    """Write a world as the data set folder `history` below a data root, and return the folder."""
    folder = root / "history"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dataset.toml").write_text(CARD.format(seed=seed), encoding="utf-8")
    for name, rows in tables.items():
        columns = HEADERS[name].split(",")
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def worlds() -> st.SearchStrategy[World]:
    """Worlds for Hypothesis: it chooses (and shrinks) the seed."""
    return st.integers(min_value=0, max_value=2**32 - 1).map(world)
